import type { RosterAnswer } from '@domain/contract/roster'

/** Numbers of rows in a line of the page. */
const ROWS = 12

/** How the sheet was read, where that is not plain: other sheets, lines that are no person, people found by their names. */
export function howRead({ read }: RosterAnswer): string[] {
  if (!read) return []
  const { sheet, others, leftOut, byName } = read
  const rows = leftOut.slice(0, ROWS).join('、') + (leftOut.length > ROWS ? ` 等 ${leftOut.length}` : '')
  return [
    others.length > 0 ? `读的是工作表“${sheet}”；${others.map(it => `“${it}”`).join('')}里也有姓名，没有读` : '',
    leftOut.length > 0 ? `第 ${rows} 行不是党员，没有读` : '',
    byName.length > 0 ? `没有编号的，按姓名对上 ${byName.length} 位` : '',
  ].filter(Boolean)
}
