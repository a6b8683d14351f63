import { z } from 'zod'
import { CONSENT_VERSION } from '../../../domain/contract/consent'
import { pointsOf } from '../../../domain/points/points'
import { shanghaiDay } from '../../../domain/time/day'
import { notFound } from '../auth/problem'
import { together } from '../database/pool'
import { selfOf } from '../plugins/scopes'
import { audit } from '../repositories/audit'
import { ownBranchWeek } from '../repositories/branch-weeks'
import { changeGoal } from '../repositories/goals'
import { changeMe, giveConsent, readMe, unbind } from '../repositories/members'
import { eraseMember, readEverything, readHistory } from '../repositories/own-records'
import { exportName } from '../../../domain/text/table'
import type { RoutePlugin } from './route-plugin'
import { totalsSchema, weekQuery } from './shapes'

const me = z.object({
  name: z.string(),
  branch: z.string(),
  branchName: z.string(),
  goal: z.number(),
  unmasked: z.boolean(),
  consent: z.string().nullable(),
  demo: z.boolean(),
  left: z.literal(true).optional(),
  roles: z.array(z.object({ role: z.string(), org: z.string(), orgName: z.string() })),
})
const change = z.strictObject({ goal: z.int().min(1).max(7).optional(), unmasked: z.boolean().optional() })
/** MemberItem, MemberDay with its points, and the rest of ProgressState, as domain/progress/summaries has them. */
const history = z.looseObject({ items: z.array(z.unknown()), days: z.array(z.unknown()), late: z.array(z.unknown()) })

/** One's own records and rights. */
export const meRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'self' as const }
  /** What the law gives whoever has records here, also after leaving. */
  const always = { ...config, afterLeaving: true }
  const tags = ['本人']
  const { db } = service

  app.get('/v1/me', { config: always, schema: { tags, response: { 200: me } } }, async request => {
    const known = await readMe(db, selfOf(request))
    if (!known) throw notFound()
    const { grants, left } = request.actor!
    const roles = grants.map(({ role, org, orgName }) => ({ role, org, orgName }))
    return { ...known, ...(left && { left }), roles }
  })
  // PUT for the app: WeChat's wx.request knows no PATCH.
  app.route({
    method: ['PATCH', 'PUT'],
    url: '/v1/me',
    config,
    schema: { tags, body: change, response: { 204: z.null() } },
    handler: async (request, reply) => {
      const scope = selfOf(request)
      const { goal, unmasked } = request.body
      await together(db, async tx => {
        if (goal !== undefined) await changeGoal(tx, scope, goal, service.now())
        await changeMe(tx, scope, { unmasked })
      })
      return reply.status(204).send(null)
    },
  })
  app.get('/v1/me/history', { config, schema: { tags, response: { 200: history } } }, async request => {
    const { days, ...rest } = await readHistory(db, selfOf(request))
    return { ...rest, days: days.map(it => ({ ...it, points: pointsOf(it, service.feed.rules).total })) }
  })
  app.get(
    '/v1/me/branch',
    { config, schema: { tags, querystring: weekQuery, response: { 200: totalsSchema } } },
    async request => {
      const { week } = request.query
      return ownBranchWeek(db, selfOf(request), week ?? shanghaiDay(service.now()))
    },
  )
  app.get('/v1/me/export', { config: always, schema: { tags } }, async (request, reply) => {
    const scope = selfOf(request)
    const now = service.now()
    await audit(db, { ...actorOf(scope), action: 'export', subject: scope.member }, now)
    const name = exportName('我的学习记录', scope.branch, shanghaiDay(now), 'csv').replace(/csv$/, 'json')
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(await readEverything(db, scope)))
  })
  app.post(
    '/v1/me/consent',
    {
      config,
      schema: { tags, body: z.strictObject({ version: z.literal(CONSENT_VERSION) }), response: { 204: z.null() } },
    },
    async (request, reply) => {
      const scope = selfOf(request)
      await giveConsent(db, scope, request.body.version, service.now())
      service.actors.forget(scope.tenant, scope.member)
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/v1/me/consent',
    { config: always, schema: { tags, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = selfOf(request)
      await together(db, async tx => {
        await unbind(tx, scope)
        await audit(tx, { ...actorOf(scope), action: 'unbind', subject: scope.member }, service.now())
      })
      service.actors.forget(scope.tenant, scope.member)
      return reply.status(204).send(null)
    },
  )
  app.delete('/v1/me', { config: always, schema: { tags, response: { 204: z.null() } } }, async (request, reply) => {
    const scope = selfOf(request)
    const { tenant, member, branch } = scope
    await together(db, async tx => {
      const now = service.now()
      await eraseMember(tx, scope, now)
      await audit(tx, { tenant, action: 'erase', org: branch, subject: member }, now)
    })
    service.actors.forget(tenant, member)
    return reply.status(204).send(null)
  })
}

const actorOf = ({ tenant, member, branch }: { tenant: string; member: string; branch: string }) => ({
  tenant,
  actor: member,
  org: branch,
})
