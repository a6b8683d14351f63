import type { MemberWeek } from '../contract/branch-report'
import { WEEKS_BACK } from '../contract/limits'
import { type Day, addDays, weekStart } from '../time/day'
import { type Month, addMonths, monthOf } from '../time/month'

/** The Mondays of the last weeks up to that of `today`, latest first. */
export function lastMondays(today: Day, count = WEEKS_BACK): Day[] {
  const monday = weekStart(today)
  return Array.from({ length: count }, (_, i) => addDays(monday, -7 * i))
}

/** One week each, oldest first; a week that nothing is known of is a week without study. */
export function lastWeeks(known: readonly MemberWeek[], today: Day, count = WEEKS_BACK): MemberWeek[] {
  const byWeek = new Map(known.map(it => [it.week, it]))
  return lastMondays(today, count)
    .map(week => byWeek.get(week) ?? { ...EMPTY, week })
    .reverse()
}

/** The last months, latest first. */
export function lastMonths(today: Day, count: number): Month[] {
  return Array.from({ length: count }, (_, i) => addMonths(monthOf(today), -i))
}

const EMPTY = { met: false, studyDays: 0, offlineDays: 0, items: 0, minutes: 0, answers: 0, correct: 0 }
