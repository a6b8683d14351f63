import { z } from 'zod'
import { hmac } from '../auth/keys'
import { rotateRefresh } from '../auth/tokens'
import { openidOf } from '../auth/wechat'
import { BIND_SECONDS } from '../plugins/authentication'
import { selfOf } from '../plugins/scopes'
import { GUESSING } from '../plugins/security'
import { accountOf } from '../repositories/accounts'
import { endSessions } from '../repositories/members'
import type { RoutePlugin } from './route-plugin'
import { openSession, sessionSchema } from './sessions'

const login = z.strictObject({ code: z.string().min(1).max(200) })
const loginAnswer = z.union([
  z.object({ bound: z.literal(true), session: sessionSchema }),
  z.object({ bound: z.literal(false), bindToken: z.string(), expiresIn: z.number() }),
])
const refresh = z.strictObject({ refresh: z.string().min(1).max(300) })

/** Login with WeChat, and keeping it. The openid is hashed at once and never leaves. */
export const authRoutes: RoutePlugin = async (app, { service }) => {
  const open = { scope: 'public' as const, ...GUESSING }
  app.post(
    '/v1/auth/wechat',
    { config: open, schema: { tags: ['登录'], body: login, response: { 200: loginAnswer } } },
    async request => {
      const openid = hmac(service.keys, 'openid', await openidOf(request.body.code, service.config.wechat))
      const account = await accountOf(service.db, openid, service.now())
      if (account.tenant_id && account.member_id) {
        const session = await openSession(app, service, { tenant: account.tenant_id, member: account.member_id })
        return { bound: true as const, session }
      }
      const bindToken = app.jwt.sign({ bind: openid }, { expiresIn: BIND_SECONDS })
      return { bound: false as const, bindToken, expiresIn: BIND_SECONDS }
    },
  )
  app.post(
    '/v1/auth/refresh',
    { config: open, schema: { tags: ['登录'], body: refresh, response: { 200: sessionSchema } } },
    async request => {
      const next = await rotateRefresh(service.db, service.keys, request.body.refresh, service.now())
      return openSession(app, service, next, next.refresh)
    },
  )
  app.post(
    '/v1/auth/logout',
    { config: { scope: 'self' }, schema: { tags: ['登录'], response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = selfOf(request)
      await endSessions(service.db, scope)
      service.actors.forget(scope.tenant, scope.member)
      return reply.status(204).send(null)
    },
  )
}
