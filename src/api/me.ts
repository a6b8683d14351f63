import type { AuditPage } from '@domain/contract/audit-page'
import type { OwnBranchWeek, OwnLogins } from '@domain/contract/me'
import type { Ask, Download } from './client'

/** @throws ApiError */
export const changeMe = (ask: Ask, change: { unmasked: boolean }): Promise<null> =>
  ask('PUT', '/v1/me', { body: change })

/** @throws ApiError */
export const readBranchWeek = (ask: Ask): Promise<OwnBranchWeek> => ask('GET', '/v1/me/branch')

/** Who has looked at one's records, latest first; `before` asks for the page after. @throws ApiError */
export const readLooks = (ask: Ask, before?: string): Promise<AuditPage> =>
  ask('GET', '/v1/me/audit', { query: { before } })

/** Everything the service holds of the member, as a JSON file. @throws ApiError; `prove` as {@link makeOwnCode} */
export const exportMe = (ask: Ask): Promise<Download> => ask('GET', '/v1/me/export', { bytes: true })

/** Agrees to the consent text of this version. @throws ApiError */
export const giveConsent = (ask: Ask, version: string): Promise<null> =>
  ask('POST', '/v1/me/consent', { body: { version } })

/** Withdraws consent: the service unbinds this phone and takes nothing more. @throws ApiError */
export const withdrawConsent = (ask: Ask): Promise<null> => ask('DELETE', '/v1/me/consent')

/** Deletes who one is and what one did at the service. @throws ApiError; `prove` as {@link makeOwnCode} */
export const deleteMe = (ask: Ask): Promise<null> => ask('DELETE', '/v1/me')

/** A new 换机码, shown this once. @throws ApiError; `prove` when neither login nor {@link prove} was in the last ten minutes */
export const makeOwnCode = async (ask: Ask): Promise<string> =>
  (await ask<{ code: string }>('POST', '/v1/me/own-code')).code

/** Lets WeChat say again whose phone this is. @param code of `wx.login` @throws ApiError */
export const prove = (ask: Ask, code: string): Promise<null> => ask('POST', '/v1/auth/prove', { body: { code } })

/** One's logins that last, and which of them asks. @throws ApiError */
export const readLogins = (ask: Ask): Promise<OwnLogins> => ask('GET', '/v1/me/logins')

/** Ends a login on another phone, which is told. @throws ApiError */
export const endLogin = (ask: Ask, id: string): Promise<null> => ask('DELETE', `/v1/me/logins/${id}`)

/** Ends this login. @throws ApiError */
export const logOut = (ask: Ask): Promise<null> => ask('POST', '/v1/auth/logout')
