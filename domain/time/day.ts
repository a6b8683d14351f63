import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { remembered } from './remembered'

dayjs.extend(utc)

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Sorts as text. */
export type Day = string

/** Always UTC+8: mainland China has had no summer time since 1991, and no member's act is older than this project. */
const SHANGHAI_HOURS = 8
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

// Days are counted between midnights in Greenwich, where each has 24 hours on every machine. Reading and writing them is
// what costs: each is done once (docs/decisions/0073-dayjs.md has the figures).
const read = remembered((day: Day) => dayjs.utc(day))
const midnightOf = (day: Day): number => read(day).valueOf()
const write = remembered((midnight: number): Day => dayjs.utc(midnight).format('YYYY-MM-DD'))

/**
 * The clock on a Shanghai wall at `ms` (milliseconds since the epoch), as if it hung in Greenwich. Not `utcOffset(8)`,
 * which goes by way of the machine's own zone and is an hour off where that one changes to summer time.
 */
export const shanghaiClock = (ms: number): Dayjs => dayjs.utc(ms).add(SHANGHAI_HOURS, 'hour')

/** The day that was asked for last, from its first moment to before the next day's: now is in it nearly always. */
let last = { from: NaN, to: NaN, day: '' }

/** The Asia/Shanghai calendar day at `ms` (milliseconds since the epoch). */
export function shanghaiDay(ms: number): Day {
  if (ms >= last.from && ms < last.to) return last.day
  const midnight = shanghaiClock(ms).startOf('day')
  last = {
    from: midnight.subtract(SHANGHAI_HOURS, 'hour').valueOf(),
    to: midnight.add(24 - SHANGHAI_HOURS, 'hour').valueOf(),
    day: write(midnight.valueOf()),
  }
  return last.day
}

/** Milliseconds since the epoch at which `day` begins in Asia/Shanghai. */
export function dayStart(day: Day): number {
  return midnightOf(day) - SHANGHAI_HOURS * HOUR_MS
}

/** `day` moved by `n` days; `n` may be negative. */
export function addDays(day: Day, n: number): Day {
  return write(midnightOf(day) + n * DAY_MS)
}

/** Midnight in Greenwich of `day`, for a library that counts in UTC days. */
export function utcMidnight(day: Day): Date {
  return read(day).toDate()
}

/** The day that {@link utcMidnight} was asked for. */
export function dayOfUtc(midnight: Date): Day {
  return write(midnight.getTime())
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (midnightOf(to) - midnightOf(from)) / DAY_MS
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return read(day).day() || 7
}

/** The Monday of the week of `day`. Weeks start on Monday (shared design, GB/T 7408). */
export function weekStart(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** The seven days of the week of `day`, Monday first. */
export function weekDays(day: Day): Day[] {
  const monday = weekStart(day)
  return [0, 1, 2, 3, 4, 5, 6].map(n => addDays(monday, n))
}

/** Whether `text` is a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text
}
