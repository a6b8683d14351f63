import type { MonthRow } from './month'
import type { Slip } from './slip'
import { percentRight } from './slip-lines'

/** A report column: the screen, the CSV and the workbook read the same list. */
export interface Column<Row> {
  key: string
  title: string
  /** `percent` holds 0–100; `text` is always written as text, so that no cell becomes a formula. */
  type: 'text' | 'number' | 'percent'
  /** Undefined is an empty cell. */
  value: (row: Row) => string | number | undefined
}

export const WEEK_COLUMNS: readonly Column<Slip>[] = [
  { key: 'name', title: '姓名', type: 'text', value: s => s.name },
  { key: 'branch', title: '支部', type: 'text', value: s => s.branch },
  { key: 'week', title: '周（起）', type: 'text', value: s => s.week },
  { key: 'met', title: '本周目标', type: 'text', value: s => (s.studyDays >= s.goal ? '已完成' : '未完成') },
  { key: 'studyDays', title: '学习天数', type: 'number', value: s => s.studyDays },
  { key: 'goal', title: '目标天数', type: 'number', value: s => s.goal },
  { key: 'items', title: '学完篇（集）数', type: 'number', value: s => s.items },
  { key: 'minutes', title: '学习分钟', type: 'number', value: s => s.minutes },
  { key: 'answers', title: '答题数', type: 'number', value: s => s.answers },
  { key: 'percent', title: '答对率', type: 'percent', value: percentRight },
  { key: 'source', title: '来源', type: 'text', value: () => '自报' },
]

export const MONTH_COLUMNS: readonly Column<MonthRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'branch', title: '支部', type: 'text', value: r => r.branch },
  { key: 'slips', title: '交单周数', type: 'number', value: r => r.slips },
  { key: 'weeks', title: '应交周数', type: 'number', value: r => r.weeks },
  { key: 'weeksMet', title: '达标周数', type: 'number', value: r => r.weeksMet },
  { key: 'studyDays', title: '学习天数', type: 'number', value: r => r.studyDays },
  { key: 'items', title: '学完篇（集）数', type: 'number', value: r => r.items },
  { key: 'minutes', title: '学习分钟', type: 'number', value: r => r.minutes },
  { key: 'answers', title: '答题数', type: 'number', value: r => r.answers },
  { key: 'percent', title: '答对率', type: 'percent', value: percentRight },
  { key: 'source', title: '来源', type: 'text', value: () => '自报' },
]

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
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** `学习月报_2026-11_20261130.xlsx`: what, which period, the day it was made. */
export function exportName(what: string, period: string, today: string, extension: 'csv' | 'xlsx'): string {
  return `${what}_${period}_${today.replace(/-/g, '')}.${extension}`
}
