import type { NeedsPage, NewContact } from '@domain/contract/branch-needs'
import type { Idempotent } from '@domain/contract/idempotency-key'
import type { BranchName, Send, SentDetail, SentPage, Theme } from '@domain/contract/sent-down'
import type { DrawVisits, OwnVisit, Visit, VisitChange, VisitPage } from '@domain/contract/visits'
import type { BranchNeed } from '@domain/district/branch-needs'
import type { Ask, Download } from './client'

/** What those who look after branches do with them. Every call rejects with ApiError. */
export function oversightApi(ask: Ask, org: string) {
  const at = `/v1/orgs/${encodeURIComponent(org)}`
  return {
    /** Who needs a hand. @param from rows to leave out */
    needs: (need: BranchNeed | undefined, from: number) =>
      ask<NeedsPage>('GET', `${at}/needs`, { query: { need, from } }),
    /** That somebody has been in touch with a branch. */
    contact: (contact: NewContact & Idempotent) => ask<null>('POST', `${at}/contacts`, { body: contact }),
    /** Every branch, as on the roster. */
    branches: async () => (await ask<{ branches: BranchName[] }>('GET', `${at}/branches`)).branches,
    send: (what: Send & Idempotent) => ask<{ id: string; branches: number }>('POST', `${at}/sent`, { body: what }),
    sent: (from: number) => ask<SentPage>('GET', `${at}/sent`, { query: { from } }),
    sentOne: (id: string, from: number) => ask<SentDetail>('GET', `${at}/sent/${id}`, { query: { from } }),
    takeBack: (id: string) => ask<null>('DELETE', `${at}/sent/${id}`),
    visits: (from: number) => ask<VisitPage>('GET', `${at}/visits`, { query: { from } }),
    visit: (id: string) => ask<Visit>('GET', `${at}/visits/${id}`),
    draw: (what: DrawVisits & Idempotent) =>
      ask<{ seed: string; drawn: BranchName[] }>('POST', `${at}/visits`, { body: what }),
    writeVisit: (id: string, change: VisitChange) => ask<Visit>('PUT', `${at}/visits/${id}`, { body: change }),
    /** An invite code for every branch, as one sheet. @param days until they lapse, 1–90 */
    invites: (days: number) => ask<Download>('POST', `${at}/invites`, { body: { days }, bytes: true }),
  }
}

/** What those above have for a branch, for its secretary. Every call rejects with ApiError. */
export function fromAboveApi(ask: Ask, branch: string) {
  const at = `/v1/branches/${encodeURIComponent(branch)}`
  return {
    themes: async () => (await ask<{ themes: Theme[] }>('GET', `${at}/themes`)).themes,
    visits: async () => (await ask<{ visits: OwnVisit[] }>('GET', `${at}/visits`)).visits,
  }
}
