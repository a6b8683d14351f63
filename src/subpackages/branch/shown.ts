import type { Column } from '@domain/text/table'

/** The cells of a report as the screen shows them: the same columns and values as the workbook, with a sign after a share. */
export function shownCells<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[][] {
  return rows.map(row =>
    columns.map(column => {
      const value = column.value(row)
      if (value === undefined) return '—'
      return column.type === 'percent' ? `${value}%` : String(value)
    }),
  )
}
