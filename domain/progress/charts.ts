import type { MemberDay } from './summaries'
import { type Day, addDays, weekDays, weekStart } from '../time/day'
import { engagedSeconds, isStudyDay } from './study-day'

type Days = Record<string, MemberDay>

export type HeatLevel = 0 | 1 | 2 | 3 | 4

/** Minutes from which each level starts. */
const HEAT_STEPS = [1, 10, 20, 40] as const

/** The level (0–4) of a day's engaged minutes; a study day made by answers alone is level 1. */
export function heatLevel(day: MemberDay | undefined): HeatLevel {
  if (!day) return 0
  const minutes = engagedSeconds(day) / 60
  const level = HEAT_STEPS.filter(step => minutes >= step).length as HeatLevel
  return level === 0 && isStudyDay(day) ? 1 : level
}

/** One bar in three parts, engaged seconds each. */
export interface KindBar {
  /** The day, or the Monday of the week. */
  from: Day
  read: number
  listen: number
  watch: number
  answers: number
}

function bar(days: Days, from: Day, members: Day[]): KindBar {
  const out: KindBar = { from, read: 0, listen: 0, watch: 0, answers: 0 }
  for (const day of members) {
    const known = days[day]
    if (!known) continue
    out.read += known.read_seconds
    out.listen += known.listen_seconds
    out.watch += known.watch_seconds
    out.answers += known.answers
  }
  return out
}

/** Seven bars, Monday to Sunday, of the week of `day`. */
export function dayBars(days: Days, day: Day): KindBar[] {
  return weekDays(day).map(d => bar(days, d, [d]))
}

/** `count` bars of a week each, oldest first, the last being the week of `today`. */
export function weekBars(days: Days, today: Day, count: number): KindBar[] {
  const last = weekStart(today)
  return Array.from({ length: count }, (_, i) => {
    const monday = addDays(last, 7 * (i + 1 - count))
    return bar(days, monday, weekDays(monday))
  })
}
