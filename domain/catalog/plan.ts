import { daysBetween, type Day, weekdayOf } from '../time/day'
import type { DayPlan, Schedule } from './calendar'

export interface TodayPlan extends DayPlan {
  theme: string
  note: string
}

/** Place of the week of `day` among `count` weeks that begin on `starts` and start again when they run out; undefined before. */
export function weekAt(starts: Day, count: number, day: Day): number | undefined {
  const since = daysBetween(starts, day)
  return since < 0 || count === 0 ? undefined : Math.floor(since / 7) % count
}

/**
 * What is pushed on `day`: a festival's own plan, else the day of the running week; the weeks start again when they run out.
 * @returns undefined before the schedule starts or when it has no weeks.
 */
export function planOn(schedule: Schedule, day: Day): TodayPlan | undefined {
  const festival = schedule.festivals.find(it => it.on === day.slice(5))
  if (festival) return festival
  const at = weekAt(schedule.starts, schedule.weeks.length, day)
  if (at === undefined) return undefined
  const week = schedule.weeks[at]!
  const plan = week.days[weekdayOf(day) - 1]
  return plan && { theme: week.theme, note: week.note, ...plan }
}
