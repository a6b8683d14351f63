import type { Corrected } from './types'

/** `days-<MM>.json` */
export interface DaysVolume {
  month: number
  days: { day: string; entries: DayEntry[] }[]
}
export interface DayEntry {
  year: number
  text: string
  event?: string
  article?: string
  basis: string
  verifyIn: string[]
  corrected?: Corrected
}

/** `schedule.json` */
export interface Schedule {
  /** A Monday, `YYYY-MM-DD`; the weeks repeat from the start when they run out. */
  starts: string
  weeks: { theme: string; note: string; days: DayPlan[] }[]
  /** By `MM-DD`; replaces that day's plan. */
  festivals: ({ on: string; theme: string; note: string } & DayPlan)[]
}
export interface DayPlan {
  articles: string[]
  episode?: string
  questions: string[]
}
