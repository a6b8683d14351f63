import { byCodeUnit } from '../text/by-code-unit'
import { type Day, addDays, weekStart } from '../time/day'
import { type Month, monthOf, monthOfWeek, monthStart } from '../time/month'
import type { Slip } from './slip'

/** One member's month, added up from slips. */
export interface MonthRow {
  name: string
  branch: string
  tag: number
  /** Slips handed in, of the month's weeks so far. */
  slips: number
  weeks: number
  weeksStudied: number
  studyDays: number
  items: number
  answers: number
}
export interface MonthTotals extends Omit<MonthRow, 'name' | 'branch' | 'tag'> {
  people: number
}

/** The Mondays of the weeks that belong to a month ({@link monthOfWeek}). */
export function monthWeeks(month: Month): Day[] {
  const out: Day[] = []
  for (let monday = weekStart(monthStart(month)); monthOfWeek(monday) <= month; monday = addDays(monday, 7)) {
    if (monthOfWeek(monday) === month) out.push(monday)
  }
  return out
}

/** The months that have slips and this one, latest first, at most `limit`. */
export function monthsOf(slips: readonly Slip[], today: Day, limit: number): Month[] {
  const known = slips.filter(slip => slip.week <= today).map(slip => monthOfWeek(slip.week))
  return [...new Set([monthOf(today), ...known])].sort().reverse().slice(0, limit)
}

/** One row a member, by branch and name; weeks that begin after `today` are not asked for. */
export function monthReport(slips: readonly Slip[], month: Month, today: Day): MonthRow[] {
  const weeks = monthWeeks(month).filter(monday => monday <= today)
  const rows = new Map<string, MonthRow>()
  const latest = new Map<string, Slip>()
  for (const slip of slips) {
    if (weeks.indexOf(slip.week) < 0) continue
    const key = JSON.stringify([slip.branch, slip.name, slip.tag, slip.week])
    const known = latest.get(key)
    if (!known || slip.madeAt > known.madeAt) latest.set(key, slip)
  }
  for (const slip of latest.values()) {
    const key = JSON.stringify([slip.branch, slip.name, slip.tag])
    const row = rows.get(key) ?? { ...emptyRow(weeks.length), name: slip.name, branch: slip.branch, tag: slip.tag }
    row.slips += 1
    row.weeksStudied += slip.studyDays > 0 ? 1 : 0
    for (const field of SUMMED) row[field] += slip[field]
    rows.set(key, row)
  }
  return [...rows.values()].sort(
    (a, b) => byCodeUnit(a.branch, b.branch) || byCodeUnit(a.name, b.name) || a.tag - b.tag,
  )
}

/** The last line of the report. */
export function monthTotals(rows: readonly MonthRow[]): MonthTotals {
  const total = emptyRow(rows[0]?.weeks ?? 0)
  for (const row of rows) for (const field of [...SUMMED, 'slips', 'weeksStudied'] as const) total[field] += row[field]
  return { people: rows.length, ...total }
}

const SUMMED = ['studyDays', 'items', 'answers'] as const
const emptyRow = (weeks: number) => ({
  slips: 0,
  weeks,
  weeksStudied: 0,
  studyDays: 0,
  items: 0,
  answers: 0,
})
