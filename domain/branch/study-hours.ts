import type { Day } from '../time/day'
import { STUDY_HOURS } from './branch-rules'

/** One thing that a branch did together and somebody took part in, a meeting or an activity. */
export interface StudyHoursEntry {
  member: string
  day: Day
  /** Of meetings or of activities: what it is called is another list's. */
  kind: string
  title: string
  /** 学时, in halves. Nothing that a phone measures. */
  hours: number
}
/** Whose year is counted. */
export interface StudyHoursPerson {
  member: string
  /** The secretary, or in the committee. */
  leader: boolean
}
export interface StudyHours {
  member: string
  hours: number
  /** What the year asks of them. */
  required: number
}

/** What a year asks of a person, by {@link STUDY_HOURS}. */
const requiredHours = (leader: boolean): number => (leader ? STUDY_HOURS.leader : STUDY_HOURS.member)

/** 学时 of a year (`YYYY`) by `today`, one row a person in the order of `people`. What is still to come does not count yet. */
export function studyHours(
  entries: readonly StudyHoursEntry[],
  people: readonly StudyHoursPerson[],
  year: string,
  today: Day,
): StudyHours[] {
  const sums = new Map<string, number>()
  for (const { member, day, hours } of entries) {
    if (day.slice(0, 4) === year && day <= today) sums.set(member, (sums.get(member) ?? 0) + hours)
  }
  return people.map(({ member, leader }) => ({
    member,
    hours: sums.get(member) ?? 0,
    required: requiredHours(leader),
  }))
}

/** `12 / 32`. */
export const hoursWord = ({ hours, required }: Pick<StudyHours, 'hours' | 'required'>): string =>
  `${hours} / ${required}`
