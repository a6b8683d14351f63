import crypto from 'node:crypto'
import { z } from 'zod'
import { PAGE_OF_ORGS } from '../../../../domain/contract/limits'
import {
  drawVisitsSchema,
  ownVisitSchema,
  visitChangeSchema,
  visitPageSchema,
  visitSchema,
} from '../../../../domain/contract/visits'
import { inOrder, visitProblem } from '../../../../domain/district/visits'
import { shanghaiDay } from '../../../../domain/time/day'
import { Problem, notFound } from '../../auth/problem'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import { together } from '../../database/pool'
import { branchOf, treeOf } from '../../plugins/scopes'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'
import { audit } from '../audit/audit'
import { fromQuery } from '../reports/org-routes'
import { drawVisits, holdVisit, listVisits, readVisit, visitsOf, writeVisit } from './visits'

/** 随机抽查 of branches: drawn with a reason, visited, put right, closed; each step is written down. */
export const visitRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'tree' as const }
  const tags = ['抽查支部']
  const params = z.object({ org: orgSchema })
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/orgs/:org/visits',
    {
      config,
      schema: {
        tags,
        params,
        querystring: z.strictObject({ from: fromQuery }),
        response: { 200: visitPageSchema },
      },
    },
    async request => {
      const all = inOrder(await listVisits(db, treeOf(request)), today())
      const { from } = request.query
      return { total: all.length, rows: all.slice(from, from + PAGE_OF_ORGS) }
    },
  )
  app.post(
    '/v1/orgs/:org/visits',
    {
      config,
      schema: {
        tags,
        params,
        body: drawVisitsSchema,
        response: {
          201: z.object({ seed: z.string(), drawn: z.array(z.object({ org: z.string(), name: z.string() })) }),
        },
      },
    },
    async (request, reply) => {
      const scope = treeOf(request)
      const { tenant, actor, org } = scope
      const { size, reason } = request.body
      const now = service.now()
      const answer = await withIdempotencyKey(db, { tenant, branch: org }, 'visits', request.body, now, async tx => {
        const seed = crypto.randomBytes(6).toString('hex')
        const drawn = await drawVisits(tx, scope, { size, reason, seed }, today(), now)
        if (drawn.length === 0) throw new Problem(409, 'drawn', '每个支部都已经抽到了，还没有办结。先把这些办完再抽')
        const line = (about: string, words: string) => ({
          ...{ tenant, actor, action: 'visit.draw' as const, org: about, reason: words },
        })
        const what = `${reason}（随机数 ${seed}，${drawn.length} 个支部）`
        await audit(tx, [line(org, what), ...drawn.map(it => line(it.org, reason))], now)
        return { seed, drawn: drawn.map(({ org, name }) => ({ org, name })) }
      })
      return reply.status(201).send(answer)
    },
  )
  app.get(
    '/v1/orgs/:org/visits/:visit',
    { config, schema: { tags, params: params.extend({ visit: idSchema }), response: { 200: visitSchema } } },
    async request => {
      const found = await readVisit(db, treeOf(request), request.params.visit)
      if (!found) throw notFound()
      return found
    },
  )
  app.put(
    '/v1/orgs/:org/visits/:visit',
    {
      config,
      schema: {
        tags,
        params: params.extend({ visit: idSchema }),
        body: visitChangeSchema,
        response: { 200: visitSchema },
      },
    },
    async request => {
      const scope = treeOf(request)
      const { tenant, actor } = scope
      const { revision, ...next } = request.body
      const now = service.now()
      return together(db, async tx => {
        const before = await holdVisit(tx, scope, request.params.visit)
        if (!before) throw notFound()
        if (before.revision !== revision) {
          throw new Problem(409, 'changed', '这一次刚才在别处改过了。请返回再打开一次，看过以后再改')
        }
        const wrong = visitProblem({ ...next, drawn: before.drawn }, today())
        if (wrong) throw new Problem(400, 'visit', wrong)
        await writeVisit(tx, scope, before.org, before.id, request.body, now)
        const closes = before.closed === undefined && next.closed !== undefined
        const reopens = before.closed !== undefined && next.closed === undefined
        const said = reopens ? '撤回办结' : closes ? next.outcome : next.findings
        const what = { tenant, actor, org: before.org, reason: said ?? '改了记录' }
        await audit(tx, { ...what, reason: what.reason.slice(0, 200), action: closes ? 'visit.close' : 'visit' }, now)
        return (await holdVisit(tx, scope, before.id))!
      })
    },
  )
  app.get(
    '/v1/branches/:branch/visits',
    {
      config: { scope: 'branch' },
      schema: {
        tags,
        params: z.object({ branch: orgSchema }),
        response: { 200: z.object({ visits: z.array(ownVisitSchema) }) },
      },
    },
    async request => ({ visits: await visitsOf(db, branchOf(request)) }),
  )
}
