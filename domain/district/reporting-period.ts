import { addDays, type Day, weekStart } from '../time/day'
import { formatMonth, formatWeek } from '../time/format'
import { addMonths, monthOf } from '../time/month'

/** A week by its Monday or a month as `YYYY-MM`. */
export interface ReportingPeriod {
  kind: 'week' | 'month'
  start: string
}

/** The week or the month that `today` lies in. */
export function reportingPeriodOf(kind: ReportingPeriod['kind'], today: Day): ReportingPeriod {
  return { kind, start: kind === 'week' ? weekStart(today) : monthOf(today) }
}

/** The next period, or with `n` below 0 an earlier one. */
export function stepPeriod({ kind, start }: ReportingPeriod, n: number): ReportingPeriod {
  if (kind === 'week') return { kind, start: addDays(start, 7 * n) }
  return { kind, start: addMonths(start, n) }
}

/** Whether it is not over yet. */
export function isRunning(period: ReportingPeriod, today: Day): boolean {
  return period.start >= reportingPeriodOf(period.kind, today).start
}

/** `11月16日至22日`, `2026年11月`. */
export function periodName({ kind, start }: ReportingPeriod): string {
  return kind === 'week' ? formatWeek(start) : formatMonth(start)
}

/** The week to begin with: the last that is over. One that runs has not told all yet, and is compared with nothing. */
export const lastFinishedWeek = (today: Day): ReportingPeriod => stepPeriod(reportingPeriodOf('week', today), -1)
