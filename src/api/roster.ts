import type { Idempotent } from '@domain/contract/idempotency-key'
import type { LeftMember, RosterAnswer } from '@domain/contract/roster'
import { ApiError, type Ask, type Download } from './client'

/** The roster of one branch as an Excel sheet. Every call rejects with ApiError. */
export function rosterApi(ask: Ask, branch: string) {
  const base = `/v1/branches/${encodeURIComponent(branch)}`
  const at = `${base}/roster`
  const send = (query: { mode: 'check' | 'apply'; form?: string }, sheet: Uint8Array) =>
    ask<RosterAnswer>('POST', at, { query, file: sheet.slice().buffer })
  return {
    /** Says what the sheet would change, and every cell that cannot be taken. Changes nothing. */
    check: (sheet: Uint8Array) => send({ mode: 'check' }, sheet),
    /** Takes the sheet over as a whole, once under a key. Problems come as an ApiError: {@link rosterProblems}. */
    apply: (sheet: Uint8Array, { form }: Idempotent) => send({ mode: 'apply', form }, sheet),
    /** Whose 转出 can still be taken back. */
    left: async () => (await ask<{ members: LeftMember[] }>('GET', `${base}/left`)).members,
    /** The member was never away. */
    takeBack: (member: string) => ask<null>('POST', `${base}/members/${member}/back`),
    file: () => ask<Download>('GET', `${at}.xlsx`, { bytes: true }),
  }
}

/** The answer within a refused apply: the roster has changed since the check, and these cells have to be mended now. */
export function rosterProblems(error: unknown): RosterAnswer | undefined {
  if (!(error instanceof ApiError) || !Array.isArray(error.more.problems)) return undefined
  return error.more as unknown as RosterAnswer
}
