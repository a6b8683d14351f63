import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { unauthorised } from '../../auth/problem'
import { issueRefresh } from '../../auth/tokens'
import { ACCESS_SECONDS } from '../../plugins/authentication'
import { tokenVersion } from '../me/members'
import type { Service } from '../../service'

export const sessionSchema = z.object({
  access: z.string(),
  /** Seconds. */
  expiresIn: z.number(),
  refresh: z.string(),
})
export type Session = z.infer<typeof sessionSchema>

/** An access token for 30 minutes and the refresh token to get the next; `refresh` when one was rotated already. */
export async function openSession(
  app: FastifyInstance,
  service: Service,
  who: { tenant: string; member: string },
  refresh?: string,
): Promise<Session> {
  const version = await tokenVersion(service.db, who.tenant, who.member)
  if (version === undefined) throw unauthorised()
  const claims = { sub: who.member, t: who.tenant, v: version }
  return {
    access: app.jwt.sign(claims, { expiresIn: ACCESS_SECONDS }),
    expiresIn: ACCESS_SECONDS,
    refresh: refresh ?? (await issueRefresh(service.db, service.keys, who, service.now())),
  }
}
