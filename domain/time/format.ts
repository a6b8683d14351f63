import { type Day, addDays, daysBetween, shanghaiClock, shanghaiDay, weekdayOf, weekStart } from './day'
import type { Month } from './month'

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** `11月23日`. */
export function formatDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** `2026年11月23日`. */
export function formatFullDay(day: Day): string {
  return `${Number(day.slice(0, 4))}年${formatDay(day)}`
}

/** `2026年11月`. */
export function formatMonth(month: Month): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
}

/** `周一` to `周日`. */
export function formatWeekday(day: Day): string {
  return WEEKDAYS[weekdayOf(day) - 1]!
}

/** `11月23日至29日`, or `11月30日至12月6日`: the week of `day`, Monday to Sunday. */
export function formatWeek(day: Day): string {
  const from = weekStart(day)
  const to = addDays(from, 6)
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : formatDay(to)
  return `${formatDay(from)}至${end}`
}

/** The week of `day` as {@link formatWeek} writes it, with its year when that is not the year of `today`. */
export function formatWeekOf(day: Day, today: Day): string {
  const year = weekStart(day).slice(0, 4)
  return `${year === today.slice(0, 4) ? '' : `${Number(year)}年`}${formatWeek(day)}`
}

/** `今天`, `昨天`, `前天`; further away `11月23日`, in another year `2025年11月23日`. */
export function formatRelativeDay(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  if (ago >= 0 && ago <= 2) return ['今天', '昨天', '前天'][ago]!
  return day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatFullDay(day)
}

/** `2026-11-24 19:05`: the minute at `ms`, Asia/Shanghai. */
export function formatMinute(ms: number): string {
  return shanghaiClock(ms).format('YYYY-MM-DD HH:mm')
}

/** `11月24日 19:05`: the minute at `ms`, Asia/Shanghai, for what was lately. */
export function formatMoment(ms: number): string {
  return `${formatDay(shanghaiDay(ms))} ${shanghaiClock(ms).format('HH:mm')}`
}

/** `2026-11-24T11:05:00.000Z` → `19:05`, Asia/Shanghai. */
export function clockTime(iso: string): string {
  return shanghaiClock(Date.parse(iso)).format('HH:mm')
}
