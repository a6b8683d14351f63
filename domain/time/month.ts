import dayjs from 'dayjs'
import { type Day, addDays } from './day'

/** A month, `YYYY-MM`. Sorts as text. */
export type Month = string

/** The month that `day` lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** The first day of `month`. */
export function monthStart(month: Month): Day {
  return `${month}-01`
}

/** The last day of `month`. */
export function monthEnd(month: Month): Day {
  return addDays(monthStart(addMonths(month, 1)), -1)
}

/** `month` moved by `n` months; `n` may be negative. */
export function addMonths(month: Month, n: number): Month {
  return dayjs.utc(monthStart(month)).add(n, 'month').format('YYYY-MM')
}

/** The last months up to that of `today`, latest first. */
export function lastMonths(today: Day, count: number): Month[] {
  return Array.from({ length: count }, (_, i) => addMonths(monthOf(today), -i))
}

/** The month of a week by its Monday: that of its Thursday, where most of its days lie, so every week belongs to one. */
export function monthOfWeek(monday: Day): Month {
  return monthOf(addDays(monday, 3))
}
