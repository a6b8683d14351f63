import { type Column, tableOf } from '@domain/text/table'
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

/** The cells of a table as the screen shows them: those of the file, with a sign after a share. */
export function shownTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const { titles, cells } = tableOf(columns, rows)
  const shown = cells.map(line =>
    line.map((value, i) => {
      if (value === undefined) return '—'
      return columns[i]!.type === 'percent' ? `${value}%` : String(value)
    }),
  )
  return { head: titles, rows: shown }
}
