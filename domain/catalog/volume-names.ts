import type { FuzzyDate, PeriodId, SeriesId, ShelfId } from './types'

/** Volume of an article: the last of the shelf's ranges that begins by its year. `firstYears` are ascending and not empty. */
export function articleVolume(shelf: ShelfId, date: FuzzyDate, firstYears: readonly number[]): string {
  const year = Number(date.slice(0, 4))
  let from = firstYears[0]
  for (const first of firstYears) if (first <= year) from = first
  return `articles-${shelf}-${from}.json`
}

/** Volume of an episode: ranges of `size` numbers, named after their first. */
export function episodeVolume(series: SeriesId, number: number, size: number): string {
  return `episodes-${series}-${Math.floor((number - 1) / size) * size + 1}.json`
}

/** The ledger's events that begin in a period. */
export function eventsVolume(period: PeriodId): string {
  return `events-${period}.json`
}

/** What of the ledger is of no period: people and the books to check in, and the terms. */
export const LEDGER_FILE = 'ledger.json'
export const TERMS_FILE = 'terms.json'

const SOURCES = 'sources-'

/** First letters of ids at which a part begins. */
const PARTS_FROM = ['a', 'k', 't'] as const

/** Files of the ledger, whose items stand on more than one file may hold. */
const IN_PARTS = /^(?:events-.*|ledger|terms)\.json$/

/** Where the words lie that an item of a file stands on; for items of the ledger in the part that their id is counted to. */
export function sourcesOf(file: string, id: string): string {
  if (!IN_PARTS.test(file)) return `${SOURCES}${file}`
  const part = PARTS_FROM.filter(first => first <= id).pop() ?? PARTS_FROM[0]
  return `${SOURCES}${file.replace('.json', `-${part}.json`)}`
}

/** Sub-packages of the mini-program that hold the feed: WeChat allows 2 MB each, and what things stand on is a third of it. */
export const FEED_PACKAGES = ['feed', 'sources'] as const
export type FeedPackage = (typeof FEED_PACKAGES)[number]

/** The sub-package that a file of the feed travels in. */
export function packageOf(file: string): FeedPackage {
  return file.startsWith(SOURCES) ? 'sources' : 'feed'
}

/** 党史上的今天 of a month, 1–12. */
export function daysVolume(month: number): string {
  return `days-${String(month).padStart(2, '0')}.json`
}

/** Weeks of the schedule that a part of it is for; each holds the one after them as well. */
export const WEEKS_OF_PART = 4

/** A part of the schedule, from 0: `weeks-01.json` is the first. */
export function weeksVolume(part: number): string {
  return `weeks-${`0${part + 1}`.slice(-2)}.json`
}

/** The part that is for a week of the schedule, from 0. */
export function volumeOfWeekAt(at: number): string {
  return weeksVolume(Math.floor(at / WEEKS_OF_PART))
}

/** What an entry of 党史上的今天 is called where it stands on sources of its own. `day` is `MM-DD`. */
export function dayEntryId(day: string, year: number): string {
  return `${day} ${year}`
}
