import { z } from 'zod'
import { ownLoginsSchema } from '../../../../domain/contract/me'
import { hmacs } from '../../auth/keys'
import { Problem, notFound } from '../../auth/problem'
import { openidOf } from '../../auth/wechat'
import { BIND_SECONDS } from '../../plugins/authentication'
import { selfOf } from '../../plugins/scopes'
import { GUESSING } from '../../plugins/security'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema } from '../../../../domain/contract/shapes'
import { audit } from '../audit/audit'
import { accountOf, isLeft, renewOpenid } from '../binding/accounts'
import { leaveLogin, listLogins, proveLogin, signOutLogin } from './logins'
import { tradeRefresh } from './refresh'
import { openSession, sessionOf, sessionSchema } from './sessions'

const login = z.strictObject({ code: z.string().min(1).max(200) })
const loginAnswer = z.union([
  z.object({
    bound: z.literal(true),
    session: sessionSchema,
    bindToken: z.string().optional().describe('已从名册转出的人才有：用来绑定到新的支部'),
    expiresIn: z.number().optional(),
  }),
  z.object({ bound: z.literal(false), bindToken: z.string(), expiresIn: z.number() }),
])
const refresh = z.strictObject({ refresh: z.string().min(1).max(300) })
/** Login with WeChat, keeping it, and ending it here or on another phone. The openid is hashed at once and never leaves. */
export const authRoutes: RoutePlugin = async (app, { service }) => {
  const open = { scope: 'public' as const, ...GUESSING }
  /** Also after leaving: a login is ended by whom it belongs to. */
  const own = { scope: 'self' as const, afterLeaving: true }
  const tags = ['登录']
  const { db, keys, now } = service
  const openidBy = async (code: string) =>
    renewOpenid(db, hmacs(keys, 'openid', await openidOf(code, service.config.wechat)))

  app.post(
    '/v1/auth/wechat',
    { config: open, schema: { tags, body: login, response: { 200: loginAnswer } } },
    async request => {
      const openid = await openidBy(request.body.code)
      const account = await accountOf(db, openid, now())
      const binding = () => ({
        bindToken: app.jwt.sign({ bind: openid }, { expiresIn: BIND_SECONDS }),
        expiresIn: BIND_SECONDS,
      })
      const { tenant_id: tenant, member_id: member } = account
      if (!tenant || !member) return { bound: false as const, ...binding() }
      const session = await openSession(app, service, { tenant, member })
      return { bound: true as const, session, ...((await isLeft(db, tenant, member)) && binding()) }
    },
  )
  app.post(
    '/v1/auth/refresh',
    { config: open, schema: { tags, body: refresh, response: { 200: sessionSchema } } },
    async request => {
      const forget = service.actors.forget.bind(service.actors)
      return sessionOf(app, service, await tradeRefresh(db, keys, request.body.refresh, now(), forget))
    },
  )
  app.post(
    '/v1/auth/prove',
    {
      config: { ...own, ...GUESSING },
      schema: {
        tags,
        description: '导出、注销、生成换机码之前，用新的微信登录凭证确认是本人；十分钟有效',
        body: login,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { actor } = request
      const { tenant_id: tenant, member_id: member } = await accountOf(db, await openidBy(request.body.code), now())
      if (tenant !== actor!.tenant || member !== actor!.member) {
        throw new Problem(403, 'other_wechat', '这部手机上的微信不是绑定的那一个，请换回绑定的微信再办')
      }
      await proveLogin(db, actor!, now())
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/v1/auth/logout',
    { config: own, schema: { tags, response: { 204: z.null() } } },
    async (request, reply) => {
      const { tenant, member } = selfOf(request)
      await leaveLogin(db, request.actor!)
      service.actors.forget(tenant, member)
      return reply.status(204).send(null)
    },
  )
  app.get('/v1/me/logins', { config: own, schema: { tags, response: { 200: ownLoginsSchema } } }, async request => ({
    own: request.actor!.login,
    logins: await listLogins(db, selfOf(request), now()),
  }))
  app.delete(
    '/v1/me/logins/:login',
    { config: own, schema: { tags, params: z.object({ login: idSchema }), response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = selfOf(request)
      const { tenant, member, branch } = scope
      if (!(await signOutLogin(db, scope, request.params.login, now()))) throw notFound()
      await audit(db, { tenant, actor: member, action: 'login.end', org: branch, subject: member }, now())
      service.actors.forget(tenant, member)
      return reply.status(204).send(null)
    },
  )
}
