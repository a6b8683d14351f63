import type { RosterAnswer } from '@domain/contract/roster'
import type { Ask, Download } from './client'

/** The roster of one branch as an Excel sheet. Every call rejects with ApiError. */
export function rosterApi(ask: Ask, branch: string) {
  const at = `/v1/branches/${encodeURIComponent(branch)}/roster`
  const send = (mode: 'check' | 'apply', sheet: Uint8Array) =>
    ask<RosterAnswer>('POST', at, { query: { mode }, file: sheet.slice().buffer })
  return {
    /** Says what the sheet would change, and every cell that cannot be taken. Changes nothing. */
    check: (sheet: Uint8Array) => send('check', sheet),
    /** Takes the sheet over as a whole. */
    apply: (sheet: Uint8Array) => send('apply', sheet),
    file: () => ask<Download>('GET', `${at}.xlsx`, { bytes: true }),
  }
}
