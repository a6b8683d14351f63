import type { BranchWeek, MemberWeeks } from '@domain/contract/branch-report'
import type { Idempotent } from '@domain/contract/idempotency-key'
import type { BindingRequest, Invite, NewInvite } from '@domain/contract/joining'
import type { OfflineEntry, OfflineRecord } from '@domain/contract/offline'
import type { Day } from '@domain/time/day'
import type { Ask } from './client'

const base = (branch: string) => `/v1/branches/${encodeURIComponent(branch)}`

/** The tables of one branch, for its secretary. Every call rejects with ApiError; another's branch is a 404. */
export function reportApi(ask: Ask, branch: string) {
  const at = base(branch)
  return {
    /** @param week any day of it; this week without one */
    week: (week?: Day) => ask<BranchWeek>('GET', `${at}/week`, { query: { week } }),
    member: (id: string) => ask<MemberWeeks>('GET', `${at}/members/${id}`),
    /** Ends the binding of the member's phone. @param reason kept in the audit log */
    unbind: (id: string, reason: string) => ask<null>('POST', `${at}/members/${id}/unbind`, { body: { reason } }),
    /** The same rows, to be made into a file: the service writes that into the audit log. */
    export: (week: Day) => ask<BranchWeek>('GET', `${at}/week`, { query: { week, export: 'yes' } }),
  }
}

/** Study written down by hand for members without a phone. */
export function offlineApi(ask: Ask, branch: string) {
  const at = `${base(branch)}/offline`
  return {
    list: async () => (await ask<{ records: OfflineRecord[] }>('GET', at)).records,
    /** @param entry `again`: also for those who have been asked about (RECORDED_ALREADY) */
    record: (members: string[], entry: OfflineEntry & Idempotent & { again?: true }) =>
      ask<{ ids: string[] }>('POST', at, { body: { members, ...entry } }),
    remove: (id: string) => ask<null>('DELETE', `${at}/${id}`),
  }
}

/** How members come in: codes to bind with, and those who ask. */
export function joiningApi(ask: Ask, branch: string) {
  const at = base(branch)
  return {
    invites: async () => (await ask<{ invites: Invite[] }>('GET', `${at}/invites`)).invites,
    /** @param days until it lapses, 1–90 */
    invite: (days: number) => ask<NewInvite>('POST', `${at}/invites`, { body: { days } }),
    revoke: (id: string) => ask<null>('DELETE', `${at}/invites/${id}`),
    requests: async () => (await ask<{ requests: BindingRequest[] }>('GET', `${at}/requests`)).requests,
    approve: (request: string, member: string) =>
      ask<null>('POST', `${at}/requests/${request}/approve`, { body: { member } }),
    refuse: (request: string) => ask<null>('DELETE', `${at}/requests/${request}`),
  }
}
