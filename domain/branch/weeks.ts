import { WEEKS_BACK } from '../contract/limits'
import { type Day, addDays, weekStart } from '../time/day'
import { type Month, addMonths, monthOf } from '../time/month'

/** The Mondays of the last weeks up to that of `today`, latest first. */
export function lastMondays(today: Day, count = WEEKS_BACK): Day[] {
  const monday = weekStart(today)
  return Array.from({ length: count }, (_, i) => addDays(monday, -7 * i))
}

/** The last months, latest first. */
export function lastMonths(today: Day, count: number): Month[] {
  return Array.from({ length: count }, (_, i) => addMonths(monthOf(today), -i))
}
