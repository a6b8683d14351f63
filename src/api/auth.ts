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

/** Logs in as one of {@link demoIdentities}. @throws ApiError 404 where the service runs without DEMO=1 */
export function demoLogin(id: DemoIdentity['id']): Promise<Tokens> {
  return call('POST', '/v1/demo/login', { body: { id } })
}

/** Trades the refresh token for a new pair. @throws ApiError 401 when the login is over */
export function refreshTokens(refresh: string): Promise<Tokens> {
  return call('POST', '/v1/auth/refresh', { body: { refresh } })
}

/**
 * A login that no member is bound to yet may only bind, for ten minutes; so may, besides their session, one whose member has
 * left.
 */
export type WechatLogin = { bound: true; session: Tokens; bindToken?: string } | { bound: false; bindToken: string }

/** @param code of `wx.login`, good once. @throws ApiError */
export function wechatLogin(code: string): Promise<WechatLogin> {
  return call('POST', '/v1/auth/wechat', { body: { code } })
}

export interface BindForm {
  invite: string
  name: string
  /** Last four digits of the mobile number. */
  last4: string
  /** Version of the consent text agreed to. */
  consent: string
}

/** @throws ApiError `no_match` whatever did not match; `tries` after five a day; `district` when the district checks it */
export function bindMember(token: string, form: BindForm): Promise<Tokens> {
  return call('POST', '/v1/bind', { token, body: form })
}

/** With the member's own code, from another phone. @throws ApiError as {@link bindMember} */
export function bindWithCode(token: string, form: { name: string; code: string; consent: string }): Promise<Tokens> {
  return call('POST', '/v1/bind/code', { token, body: form })
}

/** @throws ApiError `no_match` for a wrong invite code; `tries` after five a day */
export function requestBinding(token: string, form: BindForm): Promise<{ status: 'asked'; code?: string }> {
  return call('POST', '/v1/bind/request', { token, body: form })
}
