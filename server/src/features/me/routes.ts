import { z } from 'zod'
import { ASKED_DISTRICT } from '../../../../domain/contract/binding'
import { meSchema, ownBranchWeekSchema } from '../../../../domain/contract/me'
import { CONSENT_VERSION } from '../../../../domain/contract/consent'
import { exportName } from '../../../../domain/text/table'
import { shanghaiDay } from '../../../../domain/time/day'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { ownerName } from '../../exports/owner'
import { selfOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { hasOfficeElsewhere } from '../binding/offices'
import { makeOwnCode } from '../binding/own-code'
import { requireProof } from '../login/logins'
import { ownBranchWeek } from '../reports/branch-weeks'
import { changeMe, giveConsent, readMe, unbind } from './members'
import { eraseMember, readEverything } from './own-records'
import type { RoutePlugin } from '../../route-plugin'

const OFFICE = '您在上级有职务，换手机由区里的管理员核对，不用换机码'
const change = z.strictObject({ unmasked: z.boolean() })
/** One's own records and rights. */
export const meRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'self' as const }
  /** What the law gives whoever has records here, also after leaving. */
  const always = { ...config, afterLeaving: true }
  const tags = ['本人']
  const { db } = service

  app.get('/v1/me', { config: always, schema: { tags, response: { 200: meSchema } } }, async request => {
    const known = await readMe(db, service.keys, selfOf(request))
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
      await changeMe(db, scope, request.body)
      return reply.status(204).send(null)
    },
  })
  app.get('/v1/me/branch', { config, schema: { tags, response: { 200: ownBranchWeekSchema } } }, async request =>
    ownBranchWeek(db, selfOf(request), shanghaiDay(service.now())),
  )
  app.get('/v1/me/export', { config: always, schema: { tags } }, async (request, reply) => {
    const scope = selfOf(request)
    const now = service.now()
    await requireProof(db, request.actor!, now)
    await audit(db, { ...actorOf(scope), action: 'export', subject: scope.member }, now)
    const owner = await ownerName(db, scope.tenant, scope.branch)
    const name = exportName(owner, '我的学习记录', '', shanghaiDay(now), 'json')
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(await readEverything(db, scope, now)))
  })
  app.post(
    '/v1/me/own-code',
    { config, schema: { tags, response: { 201: z.object({ code: z.string() }) } } },
    async (request, reply) => {
      const scope = selfOf(request)
      const now = service.now()
      await requireProof(db, request.actor!, now)
      if (await hasOfficeElsewhere(db, scope.tenant, scope.member)) throw new Problem(409, ASKED_DISTRICT, OFFICE)
      const code = await together(db, async tx => {
        await audit(tx, { ...actorOf(scope), action: 'bind.code', subject: scope.member }, now)
        return makeOwnCode(tx, service.keys, scope, now)
      })
      return reply.status(201).send({ code })
    },
  )
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
        const now = service.now()
        await unbind(tx, scope, { why: 'withdrawn', by: scope.member }, now)
        await audit(tx, { ...actorOf(scope), action: 'unbind', subject: scope.member }, now)
      })
      service.actors.forget(scope.tenant, scope.member)
      return reply.status(204).send(null)
    },
  )
  app.delete('/v1/me', { config: always, schema: { tags, response: { 204: z.null() } } }, async (request, reply) => {
    const scope = selfOf(request)
    const { tenant, member, branch } = scope
    const now = service.now()
    await requireProof(db, request.actor!, now)
    await together(db, async tx => {
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
