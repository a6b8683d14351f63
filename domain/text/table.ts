/** A report column: the screen, the CSV and the workbook read the same list. */
export interface Column<Row> {
  key: string
  title: string
  /** `percent` holds 0–100; `text` is always written as text, so that no cell becomes a formula. */
  type: 'text' | 'number' | 'percent'
  /** Says the same of every row as a rule: where it does, a phone says it once. */
  mostlyAlike?: true
  /** Undefined is an empty cell. */
  value: (row: Row) => string | number | undefined
}

/** Titles and cells of a table, for screen and export alike. */
export function tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): { titles: string[]; cells: (string | number | undefined)[][] } {
  return { titles: columns.map(c => c.title), cells: rows.map(row => columns.map(c => c.value(row))) }
}

/**
 * The table as CSV (RFC 4180) with a byte order mark, so that spreadsheet programs read Chinese. A text that a program
 * would take for a formula gets an apostrophe (OWASP, CSV injection).
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const { titles, cells } = tableOf(columns, rows)
  const lines = [titles, ...cells].map(line => line.map(csvCell).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function csvCell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value)
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/**
 * `第三支部_学习月报_2026-11_20261130.xlsx`: whose it is, what, which period, '' where it is of none, the day it was made. Of the owner's name only what a
 * file's name may have; '' where it is nobody's.
 */
export function exportName(
  owner: string,
  what: string,
  period: string,
  today: string,
  extension: 'csv' | 'xlsx' | 'json',
): string {
  const whose = owner.replace(/[\\/:*?"<>|\s]/g, '')
  return `${[whose, what, period, today.replace(/-/g, '')].filter(Boolean).join('_')}.${extension}`
}
