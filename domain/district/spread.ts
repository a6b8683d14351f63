import { metShare, type OrgRow } from '../contract/branch-report'

/** Organisations are sent to the phone and shown in pages of so many. */
export const PAGE_OF_ORGS = 50

/** How organisations of about one size are spread over the share of members who met their goal. */
export interface Spread {
  /** Organisations that have a share. */
  total: number
  /** Per cent; half of the organisations are at or under it. Undefined without organisations. */
  median?: number
  /** How many lie at 0–9 %, 10–19 % … 90–100 %. */
  tenths: number[]
}

/** Counts organisations by their share, in tenths; 100 % belongs to the last. Those without members are left out. */
export function spreadOf(rows: readonly Pick<OrgRow, 'met' | 'expected'>[]): Spread {
  const shares = rows
    .map(metShare)
    .filter(share => share !== undefined)
    .sort((a, b) => a - b)
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const share of shares) tenths[Math.min(9, Math.floor(share / 10))]! += 1
  const median = shares[Math.ceil(shares.length / 2) - 1]
  return { total: shares.length, ...(median !== undefined && { median }), tenths }
}
