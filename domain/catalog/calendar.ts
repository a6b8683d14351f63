import type { Corrected } from './types'

/** `days-<MM>.json` */
export interface DaysVolume {
  month: number
  days: { day: string; entries: DayEntry[] }[]
}
export interface DayEntry {
  year: number
  text: string
  /** Of the first entry, which the home page shows large: lengths of its words, a digit each (domain/text/line-ends `keepWords`). */
  words?: string
  event?: string
  article?: string
  basis: string
  verifyIn: string[]
  corrected?: Corrected
}

/** What the year offers, day by day; in the feed it is cut into a frame and parts (schedule-parts.ts). */
export interface Schedule {
  /** A Monday, `YYYY-MM-DD`; the weeks repeat from the start when they run out. */
  starts: string
  weeks: WeekPlan[]
  /** By `MM-DD`; replaces that day's plan. */
  festivals: ({ on: string; theme: string; note: string } & DayPlan)[]
}
export interface WeekPlan {
  theme: string
  note: string
  days: DayPlan[]
}
export interface DayPlan {
  articles: string[]
  episode?: string
  questions: string[]
}
