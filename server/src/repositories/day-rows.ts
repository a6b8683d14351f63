import type { MemberDay } from '../../../domain/progress/summaries'
import { emptyDay } from '../../../domain/progress/state'

/** One day of a member in one branch. */
export interface StoredDay {
  branch: string
  late: boolean
  day: MemberDay
}

export const COUNTERS = [
  'read_seconds',
  'listen_seconds',
  'watch_seconds',
  'new_articles',
  'new_episodes',
  'answers',
  'correct_answers',
  'new_sets',
  'reviews',
] as const

/** Days by day, as the fold has them. */
export function dayRecord(rows: readonly StoredDay[]): Record<string, MemberDay> {
  return Object.fromEntries(rows.map(({ day }) => [day.day, day]))
}

/** A day has no more seconds. Without an end one phone's invented hours would overflow the sums of a whole district. */
const DAY_SECONDS = 86_400
const withinDay = (day: MemberDay): MemberDay => ({
  ...day,
  read_seconds: Math.min(day.read_seconds, DAY_SECONDS),
  listen_seconds: Math.min(day.listen_seconds, DAY_SECONDS),
  watch_seconds: Math.min(day.watch_seconds, DAY_SECONDS),
})

/** What the fold changed; a day it took out is written as zeros. */
export function changedDays(
  branch: string,
  late: boolean,
  before: Record<string, MemberDay>,
  after: Record<string, MemberDay>,
): StoredDay[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .filter(key => before[key] !== after[key])
    .map(key => ({ branch, late, day: withinDay(after[key] ?? emptyDay(key)) }))
}
