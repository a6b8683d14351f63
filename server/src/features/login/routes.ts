import { z } from 'zod'
import { hmac } from '../../auth/keys'
import { rotateRefresh } from '../../auth/tokens'
import { openidOf } from '../../auth/wechat'
import { BIND_SECONDS } from '../../plugins/authentication'
import { selfOf } from '../../plugins/scopes'
import { GUESSING } from '../../plugins/security'
import { accountOf, isLeft } from '../binding/accounts'
import { endSessions } from '../me/members'
import type { RoutePlugin } from '../../route-plugin'
import { openSession, sessionSchema } from './sessions'

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

/** Login with WeChat, and keeping it. The openid is hashed at once and never leaves. */
export const authRoutes: RoutePlugin = async (app, { service }) => {
  const open = { scope: 'public' as const, ...GUESSING }
  app.post(
    '/v1/auth/wechat',
    { config: open, schema: { tags: ['登录'], body: login, response: { 200: loginAnswer } } },
    async request => {
      const openid = hmac(service.keys, 'openid', await openidOf(request.body.code, service.config.wechat))
      const account = await accountOf(service.db, openid, service.now())
      const binding = () => ({
        bindToken: app.jwt.sign({ bind: openid }, { expiresIn: BIND_SECONDS }),
        expiresIn: BIND_SECONDS,
      })
      const { tenant_id: tenant, member_id: member } = account
      if (!tenant || !member) return { bound: false as const, ...binding() }
      const session = await openSession(app, service, { tenant, member })
      return { bound: true as const, session, ...((await isLeft(service.db, tenant, member)) && binding()) }
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
    { config: { scope: 'self', afterLeaving: true }, schema: { tags: ['登录'], response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = selfOf(request)
      await endSessions(service.db, scope)
      service.actors.forget(scope.tenant, scope.member)
      return reply.status(204).send(null)
    },
  )
}
