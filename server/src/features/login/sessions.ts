import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { unauthorised } from '../../auth/problem'
import { ACCESS_SECONDS } from '../../plugins/authentication'
import { tokenVersion } from '../me/members'
import type { Service } from '../../service'
import { openLogin } from './logins'
import { type Traded, refreshToken } from './refresh'

export const sessionSchema = z.object({
  access: z.string(),
  /** Seconds. */
  expiresIn: z.number(),
  refresh: z.string(),
})
export type Session = z.infer<typeof sessionSchema>

/** A new login of the member: an access token for 30 minutes and the refresh token to get the next. */
export async function openSession(
  app: FastifyInstance,
  service: Service,
  { tenant, member }: { tenant: string; member: string },
): Promise<Session> {
  const login = await openLogin(service.db, { tenant, member }, service.now())
  // One of more logins than may be has ended.
  service.actors.forget(tenant, member)
  const refresh = refreshToken(service.keys, { tenant, login }, 0)
  return sessionOf(app, service, { tenant, member, login, refresh })
}

/** The same login with a new access token. */
export async function sessionOf(app: FastifyInstance, service: Service, it: Traded): Promise<Session> {
  const version = await tokenVersion(service.db, it.tenant, it.member)
  if (version === undefined) throw unauthorised()
  const claims = { sub: it.member, t: it.tenant, v: version, l: it.login }
  return {
    access: app.jwt.sign(claims, { expiresIn: ACCESS_SECONDS }),
    expiresIn: ACCESS_SECONDS,
    refresh: it.refresh,
  }
}
