import type { MemberDay } from './summaries'

/** A study day takes this many engaged seconds… */
export const STUDY_DAY_SECONDS = 180
/** …or this many answers. */
export const STUDY_DAY_ANSWERS = 5

type Counters = Pick<MemberDay, 'read_seconds' | 'listen_seconds' | 'watch_seconds' | 'answers' | 'elsewhere'>

/** Seconds read, listened and watched on a day. Time spent on questions is counted in answers, not here. */
export function engagedSeconds(day: Omit<Counters, 'answers' | 'elsewhere'>): number {
  return day.read_seconds + day.listen_seconds + day.watch_seconds
}

/**
 * At least 3 engaged minutes or 5 answers on this phone, or as much on another. Rule: our own,
 * docs/decisions/0021-what-counts-as-studied.md.
 */
export function isStudyDay(day: Counters): boolean {
  return day.elsewhere === true || engagedSeconds(day) >= STUDY_DAY_SECONDS || day.answers >= STUDY_DAY_ANSWERS
}

/** The study days among `days`, ascending. */
export function studyDays(days: Record<string, MemberDay>): string[] {
  return Object.keys(days)
    .filter(day => isStudyDay(days[day]!))
    .sort()
}
