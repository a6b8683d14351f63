import { type Column, tableOf } from '@domain/text/table'

/** A table as the screen shows it: titles and cells of the file, with a sign after a share. */
export function shownTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const { titles, cells } = tableOf(columns, rows)
  const shown = cells.map(line =>
    line.map((value, i) => {
      if (value === undefined || value === '') return '—'
      return columns[i]!.type === 'percent' ? `${value}%` : String(value)
    }),
  )
  return { head: titles, rows: shown }
}
