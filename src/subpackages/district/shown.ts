import { metShare, type OrgRow } from '@domain/contract/branch-report'

/** Lines at once, of those that are here already: every node travels through setData on WeChat. */
export const LINES = process.env.TARO_ENV === 'weapp' ? 6 : 25

/** Rows of a table at once, likewise: about 24 cells with the head, a tap's budget. */
export const tableRows = (columns: number) =>
  process.env.TARO_ENV === 'weapp' ? Math.max(2, Math.floor(24 / columns) - 1) : 25

/** `36%`, or a dash where there are no members. */
export function shareWords(row: { met: number; expected: number }): string {
  const share = metShare(row)
  return share === undefined ? '—' : `${share}%`
}

/** How big, how many took part. */
export function sizeWords({ type, branches, members, studied }: OrgRow): string {
  const of = type === 'branch' ? '' : `${branches} 个支部，`
  return `${of}${members} 人，${studied} 人参学`
}
