import { type Column, tableOf } from '@domain/text/table'
import { hasRoomForTables } from '@/platform/page/layout'

const NONE = '—'

/**
 * A table as the screen shows it: titles and cells of the file, with a sign after a share. On a phone a column that says the same
 * of every row, as some mostly do, is said once above the table.
 */
export function shownTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const { titles, cells } = tableOf(columns, rows)
  const said = cells.map(line => line.map((value, i) => wordOf(columns[i]!, value)))
  const once = columns.map((column, i) => !!column.mostlyAlike && !hasRoomForTables() && isAlike(said, i))
  const kept = <T>(line: readonly T[]) => line.filter((_, i) => !once[i])
  const alike = titles.flatMap((title, i) => (once[i] && said[0]![i] !== NONE ? `${title} ${said[0]![i]!}` : []))
  return {
    head: kept(titles),
    rows: said.map(kept),
    numbers: kept(columns.map(column => column.type !== 'text')),
    ...(alike.length > 0 && { alike: `每一行都是：${alike.join('，')}` }),
  }
}

const isAlike = (rows: readonly string[][], i: number) => rows.length > 1 && rows.every(row => row[i] === rows[0]![i])

function wordOf({ type }: Column<never>, value: string | number | undefined): string {
  if (value === undefined || value === '') return NONE
  return type === 'percent' ? `${value}%` : String(value)
}
