import { daysBetween, weekdayOf } from '../time/day'
import type { DayPlan, Schedule } from './calendar'

export interface TodayPlan extends DayPlan {
  theme: string
  note: string
}

/**
 * What is pushed on `day`: a festival's own plan, else the day of the running week; the weeks start again when they run out.
 * @returns undefined before the schedule starts or when it has no weeks.
 */
export function planOn(schedule: Schedule, day: string): TodayPlan | undefined {
  const festival = schedule.festivals.find(it => it.on === day.slice(5))
  if (festival) return festival
  const since = daysBetween(schedule.starts, day)
  if (since < 0 || schedule.weeks.length === 0) return undefined
  const week = schedule.weeks[Math.floor(since / 7) % schedule.weeks.length]!
  const plan = week.days[weekdayOf(day) - 1]
  return plan && { theme: week.theme, note: week.note, ...plan }
}
