import type { BadCell } from '@domain/contract/roster'

/** One thing to mend in a sheet, and where: a cell, or several of a column that are wrong alike. */
export interface Cause {
  where: string
  reason: string
}

/** From so many on, cells of one column that are wrong alike have one cause and stand as one. */
const ALIKE = 4
/** Of the people in those cells. */
const NAMED = 3

/** The bad cells as things to mend, in the order of the first cell of each. */
export function listCauses(problems: readonly BadCell[]): Cause[] {
  const groups = new Map<string, BadCell[]>()
  for (const it of problems) {
    const key = `${it.cell.replace(/\d+/, '')} ${it.reason}`
    groups.set(key, [...(groups.get(key) ?? []), it])
  }
  return [...groups.values()].flatMap(cells =>
    cells.length < ALIKE
      ? cells.map(it => ({ where: it.name ? `${it.cell} ${it.name}` : it.cell, reason: it.reason }))
      : [{ where: whereAll(cells), reason: cells[0]!.reason }],
  )
}

function whereAll(cells: readonly BadCell[]): string {
  const [first, last] = [cells[0]!.cell, cells.at(-1)!.cell]
  const names = cells.flatMap(it => it.name ?? [])
  const who = names.slice(0, NAMED).join('、')
  return `${first} 到 ${last}，${cells.length} 格${who && `（${who}${names.length > NAMED ? '等' : ''}）`}`
}
