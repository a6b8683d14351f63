import type { ServiceRole } from '@domain/contract/me'
import { call } from './client'

/** What a login gives: an access token for half an hour and the token that gets the next. */
export interface Tokens {
  access: string
  refresh: string
}

/** An invented person of the demo district. */
export interface DemoIdentity {
  id: string
  title: string
  name: string
  org: string
  orgName: string
}

/** The demo identities. @throws ApiError 404 where the service runs without DEMO=1 */
export async function demoIdentities(): Promise<DemoIdentity[]> {
  const { identities } = await call<{ identities: DemoIdentity[] }>('GET', '/v1/demo/identities')
  return identities
}

export function demoLogin(id: DemoIdentity['id'] | ServiceRole): Promise<Tokens> {
  return call('POST', '/v1/demo/login', { body: { id } })
}

/** Trades the refresh token for a new pair. @throws ApiError 401 when the login is over */
export function refreshTokens(refresh: string): Promise<Tokens> {
  return call('POST', '/v1/auth/refresh', { body: { refresh } })
}
