import type { BranchMonthRow, BranchWeekRow, MemberWeeks } from '@domain/contract/branch-report'
import type { Idempotent } from '@domain/contract/idempotency-key'
import type { Day } from '@domain/time/day'
import type { Ask, Download } from './client'

export interface OfflineEntry {
  day: Day
  minutes: number
  what: string
  /** Why it is written down by hand; kept in the audit log. */
  reason: string
}
export interface OfflineRecord extends OfflineEntry {
  id: string
  member: string
  name: string
}
/** Times are ISO 8601. */
export interface Invite {
  id: string
  createdAt: string
  expiresAt: string
}
export interface NewInvite {
  id: string
  /** Shown this once: the service keeps only its HMAC. */
  code: string
  expiresAt: string
}
/** Someone whose name or number did not match asks to be bound. */
export interface BindingRequest {
  id: string
  name: string
  last4: string
  askedAt: string
  /** An office beyond the branch: only the district may approve. Missing in the answer of an older service. */
  district?: boolean
}
export type ReportPeriod = { week: Day } | { month: string }

const base = (branch: string) => `/v1/branches/${encodeURIComponent(branch)}`

/** The tables of one branch, for its secretary. Every call rejects with ApiError; another's branch is a 404. */
export function reportApi(ask: Ask, branch: string) {
  const at = base(branch)
  return {
    /** @param week any day of it; this week without one */
    week: async (week?: Day) => (await ask<{ rows: BranchWeekRow[] }>('GET', `${at}/week`, { query: { week } })).rows,
    /** @param month `YYYY-MM` */
    month: async (month: string) =>
      (await ask<{ rows: BranchMonthRow[] }>('GET', `${at}/month`, { query: { month } })).rows,
    member: (id: string) => ask<MemberWeeks>('GET', `${at}/members/${id}`),
    /** Ends the binding of the member's phone. @param reason kept in the audit log */
    unbind: (id: string, reason: string) => ask<null>('POST', `${at}/members/${id}/unbind`, { body: { reason } }),
    /** The same rows as a file; the service writes every export into the audit log. */
    file: (period: ReportPeriod, format: 'csv' | 'xlsx') =>
      ask<Download>('GET', `${at}/export.${format}`, { query: { ...period }, bytes: true }),
  }
}

/** Study written down by hand for members without a phone. */
export function offlineApi(ask: Ask, branch: string) {
  const at = `${base(branch)}/offline`
  return {
    list: async () => (await ask<{ records: OfflineRecord[] }>('GET', at)).records,
    record: (members: string[], entry: OfflineEntry & Idempotent) =>
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
