/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Sorts as text. */
export type Day = string

const HOUR = 3_600_000
const DAY = 24 * HOUR
const pad = (n: number, width = 2) => String(n).padStart(width, '0')

function utcDay(ms: number): Day {
  const d = new Date(ms)
  return `${pad(d.getUTCFullYear(), 4)}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())}`
}

/** Milliseconds of midnight UTC of `day`, for arithmetic only. */
function utcMidnight(day: Day): number {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  return Date.UTC(y, m - 1, d)
}

/**
 * The Asia/Shanghai calendar day at `ms` (milliseconds since the epoch). Always UTC+8: mainland China has had no
 * summer time since 1991, and no member's act is older than this project.
 */
export function shanghaiDay(ms: number): Day {
  return utcDay(ms + 8 * HOUR)
}

/** Milliseconds since the epoch at which `day` begins in Asia/Shanghai. */
export function dayStart(day: Day): number {
  return utcMidnight(day) - 8 * HOUR
}

/** `day` moved by `n` days; `n` may be negative. */
export function addDays(day: Day, n: number): Day {
  return utcDay(utcMidnight(day) + n * DAY)
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(utcMidnight(day)).getUTCDay() || 7
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
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && utcDay(utcMidnight(text)) === text
}
