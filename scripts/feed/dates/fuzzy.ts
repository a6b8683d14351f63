import type { FuzzyDate } from '../../../domain/catalog/types'
import { isDay, weekdayOf } from '../../../domain/time/day'

/** The parts that a fuzzy date really states. */
export interface DateParts {
  y: number
  m?: number
  d?: number
}

const LEAP_YEAR = 2000
const digits = (n: number, width: number) => String(n).padStart(width, '0')

/** Whether a month has such a day. Without a year, 29 February is allowed. */
export function isDayOfMonth(month: number, day: number, year = LEAP_YEAR): boolean {
  return isDay(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`)
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined when it is none of them or no such day exists. */
export function parseFuzzy(text: string): DateParts | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text)
  if (!match) return undefined
  const y = Number(match[1])
  if (match[2] === undefined) return { y }
  const m = Number(match[2])
  if (m < 1 || m > 12) return undefined
  if (match[3] === undefined) return { y, m }
  const d = Number(match[3])
  return isDayOfMonth(m, d, y) ? { y, m, d } : undefined
}

/** First and last day as `yyyymmdd` numbers, which compare like dates. */
export interface DaySpan {
  from: number
  to: number
}

/** The days that parts may mean: a bare year is the whole year. */
export function spanOfParts({ y, m, d }: DateParts): DaySpan {
  return { from: y * 10000 + (m ?? 1) * 100 + (d ?? 1), to: y * 10000 + (m ?? 12) * 100 + (d ?? 31) }
}

/** The days from the start of `date` to the end of `end` (or of `date`). Expects valid fuzzy dates. */
export function spanOf(date: FuzzyDate, end?: FuzzyDate): DaySpan {
  const first = spanOfParts(parseFuzzy(date) ?? { y: 0 })
  const last = end === undefined ? first : spanOfParts(parseFuzzy(end) ?? { y: 9999 })
  return { from: first.from, to: last.to }
}

/** Whether two spans share a day. */
export function overlaps(a: DaySpan, b: DaySpan): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Monday is 0; undefined when the date is less precise than a day. */
export function weekday(date: FuzzyDate): number | undefined {
  return isDay(date) ? weekdayOf(date) - 1 : undefined
}
