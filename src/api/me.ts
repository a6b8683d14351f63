import type { AuditPage } from '@domain/contract/audit'
import type { Ask, Download } from './client'

/** The branch's week in sums: names nobody. */
export interface BranchWeek {
  /** Monday. */
  start: string
  /** 应参 and 参学; absent where they would be about a few people. */
  members?: number
  studied?: number
}

/** @throws ApiError */
export const changeMe = (ask: Ask, change: { unmasked: boolean }): Promise<null> =>
  ask('PUT', '/v1/me', { body: change })

/** @throws ApiError */
export const readBranchWeek = (ask: Ask): Promise<BranchWeek> => ask('GET', '/v1/me/branch')

/** Who has looked at one's records, latest first; `before` asks for the page after. @throws ApiError */
export const readLooks = (ask: Ask, before?: string): Promise<AuditPage> =>
  ask('GET', '/v1/me/audit', { query: { before } })

/** Everything the service holds of the member, as a JSON file. @throws ApiError */
export const exportMe = (ask: Ask): Promise<Download> => ask('GET', '/v1/me/export', { bytes: true })

/** Agrees to the consent text of this version. @throws ApiError */
export const giveConsent = (ask: Ask, version: string): Promise<null> =>
  ask('POST', '/v1/me/consent', { body: { version } })

/** Withdraws consent: the service unbinds this phone and takes nothing more. @throws ApiError */
export const withdrawConsent = (ask: Ask): Promise<null> => ask('DELETE', '/v1/me/consent')

/** Deletes who one is and what one did at the service. @throws ApiError */
export const deleteMe = (ask: Ask): Promise<null> => ask('DELETE', '/v1/me')

/** Ends every login of the member. @throws ApiError */
export const logOut = (ask: Ask): Promise<null> => ask('POST', '/v1/auth/logout')
