import type { Day } from '../time/day'
import type { Schedule, WeekPlan } from './calendar'
import { weekAt } from './plan'
import { volumeOfWeekAt, WEEKS_OF_PART, weeksVolume } from './volume-names'

/** `schedule.json`: what of the schedule is no week's. */
export interface ScheduleFrame extends Pick<Schedule, 'starts' | 'festivals'> {
  /** How many weeks there are in all. */
  count: number
}

/**
 * `weeks-<NN>.json`. The last is the week after its own, so that a week and the day after its Sunday are in one file: a first
 * page reads 2.5 kB instead of 9.
 */
export interface WeeksVolume {
  /** Place of its first week. */
  first: number
  weeks: WeekPlan[]
}

/** Stands in the place of a week that has not been read: no day of it has a plan. */
const UNREAD: WeekPlan = { theme: '', note: '', days: [] }

/** Names of the parts of a schedule of so many weeks. */
export function weeksVolumes(count: number): string[] {
  return Array.from({ length: Math.ceil(count / WEEKS_OF_PART) }, (_, part) => weeksVolume(part))
}

/** The part that has the week of `day` and the day after it; undefined before the schedule begins. */
export function volumeOfWeek({ starts, count }: Pick<ScheduleFrame, 'starts' | 'count'>, day: Day): string | undefined {
  const at = weekAt(starts, count, day)
  return at === undefined ? undefined : volumeOfWeekAt(at)
}

/** The schedule as it lies in the feed; {@link joinSchedule} gives it back. */
export function cutSchedule({ starts, weeks, festivals }: Schedule): {
  frame: ScheduleFrame
  volumes: Map<string, WeeksVolume>
} {
  const count = weeks.length
  const volumes = weeksVolumes(count).map((name, part): [string, WeeksVolume] => {
    const first = part * WEEKS_OF_PART
    const own = weeks.slice(first, first + WEEKS_OF_PART)
    return [name, { first, weeks: [...own, weeks[(first + own.length) % count]!] }]
  })
  return { frame: { starts, count, festivals }, volumes: new Map(volumes) }
}

/** The schedule as far as `volumes` have it; days of other weeks have no plan but a festival's. */
export function joinSchedule({ starts, count, festivals }: ScheduleFrame, volumes: readonly WeeksVolume[]): Schedule {
  const weeks = Array.from({ length: count }, () => UNREAD)
  for (const volume of volumes) volume.weeks.forEach((week, i) => (weeks[(volume.first + i) % count] = week))
  return { starts, weeks, festivals }
}
