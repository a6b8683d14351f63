import type {
  ChangedContest,
  ContestDetail,
  ContestPreview,
  ContestSettings,
  ContestSummary,
  OrgsBelow,
} from '@domain/contract/contests'
import type { Pool, PoolAnswer } from '@domain/contract/contest-pool'
import type { Appeal, ContestFlags, ContestResults } from '@domain/contract/contest-results'
import type { Idempotent } from '@domain/contract/idempotency-key'
import { ApiError, type Ask, type Download } from './client'

/** Contests of one organisation, for its organiser. Every call rejects with ApiError; another's is a 404. */
export function contestDeskApi(ask: Ask, org: string) {
  const base = `/v1/orgs/${encodeURIComponent(org)}/contests`
  return {
    list: async () => (await ask<{ contests: ContestSummary[] }>('GET', base)).contests,
    add: (contest: ContestSettings & Idempotent) => ask<{ id: string }>('POST', base, { body: contest }),
    /** The way down to an organisation, and what lies directly under it. */
    below: (under: string) => ask<OrgsBelow>('GET', `${base}/orgs`, { query: { under } }),
    /** An empty sheet with what goes into each column. */
    sheet: () => ask<Download>('GET', `${base}/pool.xlsx`, { bytes: true }),
    of: (id: string) => {
      const at = `${base}/${encodeURIComponent(id)}`
      const send = (mode: 'check' | 'apply', sheet: Uint8Array) =>
        ask<PoolAnswer>('POST', `${at}/pool`, { query: { mode }, file: sheet.slice().buffer })
      return {
        read: () => ask<ContestDetail>('GET', at),
        change: (contest: ChangedContest) => ask<{ revision: number }>('PUT', at, { body: contest }),
        remove: () => ask<null>('DELETE', at),
        /** Says which cells cannot be taken, and changes nothing. */
        checkPool: (sheet: Uint8Array) => send('check', sheet),
        /** Takes the sheet over as a whole. Problems come as an ApiError: {@link poolProblems}. */
        applyPool: (sheet: Uint8Array) => send('apply', sheet),
        pool: async () => (await ask<Pool>('GET', `${at}/pool`)).questions,
        /** @param draw another number draws another paper */
        preview: (draw: number) => ask<ContestPreview>('GET', `${at}/preview`, { query: { draw } }),
        publish: (revision: number) => ask<ContestDetail>('POST', `${at}/publish`, { body: { revision } }),
        close: (reason: string) => ask<ContestDetail>('POST', `${at}/close`, { body: { reason } }),
        voidQuestion: (number: number, reason: string) =>
          ask<ContestDetail>('POST', `${at}/voids`, { body: { number, reason } }),
        results: (from: number) => ask<ContestResults>('GET', `${at}/results`, { query: { from } }),
        file: (format: 'csv' | 'xlsx') => ask<Download>('GET', `${at}/results.${format}`, { bytes: true }),
        flags: async () => (await ask<ContestFlags>('GET', `${at}/flags`)).flags,
        appeals: async () => (await ask<{ appeals: Appeal[] }>('GET', `${at}/appeals`)).appeals,
        answerAppeal: (appeal: string, words: string, agree: boolean) =>
          ask<null>('POST', `${at}/appeals/${encodeURIComponent(appeal)}`, { body: { words, void: agree } }),
      }
    },
  }
}

/** The answer within a refused apply: which cells have to be mended. */
export function poolProblems(error: unknown): PoolAnswer | undefined {
  if (!(error instanceof ApiError) || !Array.isArray(error.more.problems)) return undefined
  return { applied: false, total: 0, ...error.more } as PoolAnswer
}
