import { z } from 'zod'
import { PAGE_OF_ORGS } from '../../../../domain/contract/limits'
import {
  branchListSchema,
  sendSchema,
  sentDetailSchema,
  sentPageSchema,
  themeSchema,
} from '../../../../domain/contract/sent-down'
import { SENT_KINDS } from '../../../../domain/contract/sent-kinds'
import { shanghaiDay } from '../../../../domain/time/day'
import { Problem, notFound } from '../../auth/problem'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import { together } from '../../database/pool'
import { branchOf, treeOf } from '../../plugins/scopes'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'
import { checkAssignment } from '../assignments/check'
import { audit } from '../audit/audit'
import { fromQuery } from '../reports/org-routes'
import { branchesByUnit, chosenUnder } from './branches'
import { branchesOfSent, countSent, listSent, outcomes, readSent, sendDown, takeSentBack, themesOf } from './sent'

/** Tasks and themes that an organisation sends to chosen branches under it. */
export const sentRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'tree' as const }
  const tags = ['下发']
  const params = z.object({ org: orgSchema })
  const one = params.extend({ sent: idSchema })
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/orgs/:org/branches',
    { config, schema: { tags, params, response: { 200: branchListSchema } } },
    async request => ({ branches: await branchesByUnit(db, treeOf(request)) }),
  )
  app.post(
    '/v1/orgs/:org/sent',
    {
      config,
      schema: {
        tags,
        params,
        body: sendSchema,
        response: { 201: z.object({ id: z.string(), branches: z.number() }) },
      },
    },
    async (request, reply) => {
      const scope = treeOf(request)
      const { tenant, actor, org } = scope
      const { form: _form, ...it } = request.body
      const now = service.now()
      if (it.kind === 'task' && it.items.length === 0) throw new Problem(400, 'items', '任务里还没有学的内容，请先选')
      checkAssignment(it, service.feed, today())
      const answer = await withIdempotencyKey(db, { tenant, branch: org }, 'sent', request.body, now, async tx => {
        const branches = await chosenUnder(tx, scope, it.branches)
        if (!branches || branches.length === 0) throw new Problem(404, 'not_found', '有的支部不在您的范围内，请重新选')
        const id = await sendDown(tx, scope, it, branches, now)
        const reason = `${SENT_KINDS[it.kind]}：${it.title}，${branches.length} 个支部`
        await audit(tx, { tenant, actor, action: 'sent', org, reason }, now)
        return { id, branches: branches.length }
      })
      return reply.status(201).send(answer)
    },
  )
  app.get(
    '/v1/orgs/:org/sent',
    {
      config,
      schema: {
        tags,
        params,
        querystring: z.strictObject({ from: fromQuery }),
        response: { 200: sentPageSchema },
      },
    },
    async request => {
      const scope = treeOf(request)
      return {
        total: await countSent(db, scope),
        rows: await listSent(db, scope, request.query.from, PAGE_OF_ORGS),
      }
    },
  )
  app.get(
    '/v1/orgs/:org/sent/:sent',
    {
      config,
      schema: {
        tags,
        params: one,
        querystring: z.strictObject({ from: fromQuery }),
        response: { 200: sentDetailSchema },
      },
    },
    async request => {
      const scope = treeOf(request)
      const { from } = request.query
      const sent = await readSent(db, scope, request.params.sent)
      if (!sent) throw notFound()
      const branches = await branchesOfSent(db, scope, sent.id)
      const page = branches.slice(from, from + PAGE_OF_ORGS)
      return { sent, total: branches.length, rows: await outcomes(db, scope, sent, page) }
    },
  )
  app.delete(
    '/v1/orgs/:org/sent/:sent',
    { config, schema: { tags, params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = treeOf(request)
      const { tenant, actor, org } = scope
      await together(db, async tx => {
        const title = await takeSentBack(tx, scope, request.params.sent)
        if (title === undefined) throw notFound()
        await audit(tx, { tenant, actor, action: 'sent.back', org, reason: title }, service.now())
      })
      return reply.status(204).send(null)
    },
  )
  app.get(
    '/v1/branches/:branch/themes',
    {
      config: { scope: 'branch' },
      schema: {
        tags,
        params: z.object({ branch: orgSchema }),
        response: { 200: z.object({ themes: z.array(themeSchema) }) },
      },
    },
    async request => ({ themes: await themesOf(db, branchOf(request), today()) }),
  )
}
