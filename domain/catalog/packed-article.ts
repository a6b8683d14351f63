import { formatFuzzyDate } from '../time/fuzzy-date'
import type { PackedCatalog } from './packed-catalog'
import type { ArticleMeta, FuzzyDate, Period, Shelf } from './types'
import { articleVolume } from './volume-names'

// Apart from ./packed-catalog, so that index.html can read one row before any script is there (src/first-paint).

/** Bits of a row's flags. */
export const CHECKED = 1
export const APPROVED = 2
export const DRAWN = 16

export const ARTICLE = 'a-'

/** `a-0123` as 123. */
export type PackedId = number | string
/** `1921-07-23` as 19210723, `1921-07` as 192107, `1921` as it is. */
export type PackedDate = number | FuzzyDate
/** Most subjects end with the date of their item, to the year, the month or the day: so many parts of it follow the words. */
export type PackedSubject = [] | [words: string] | [words: string, parts: number]

export type ArticleRow = [
  id: PackedId,
  title: string,
  shelf: number,
  period: number,
  date: PackedDate,
  chars: number,
  questions: number,
  flags: number,
  ...subject: PackedSubject,
]

export const unpackId = (id: PackedId, prefix: string): string =>
  typeof id === 'string' ? id : prefix + String(id).padStart(4, '0')

export function unpackDate(date: PackedDate): FuzzyDate {
  const digits = String(date)
  if (typeof date === 'string' || digits.length <= 4) return digits
  const month = `${digits.slice(0, 4)}-${digits.slice(4, 6)}`
  return digits.length > 6 ? `${month}-${digits.slice(6)}` : month
}

/** Length of a date of so many parts: `1921`, `1921-07`, `1921-07-23`. */
const LENGTH = [0, 4, 7, 10]

/** How a subject ends that says its item's date. */
export function ending(date: FuzzyDate, parts: number): string {
  return ` · ${formatFuzzyDate(date.slice(0, LENGTH[parts]))}`
}

/** @returns undefined for an item without one */
export function unpackSubject(
  words: string | undefined,
  parts: number | undefined,
  date: FuzzyDate,
): string | undefined {
  return words === undefined || parts === undefined ? words : words + ending(date, parts)
}

export const has = (flags: number, bit: number): boolean => (flags & bit) !== 0

export function unpackArticle(
  row: ArticleRow,
  { shelves, periods }: { shelves: Shelf[]; periods: Period[] },
): ArticleMeta {
  // By place: what takes a row apart goes through an iterator, hundreds of times before the first page is there.
  const shelf = shelves[row[2]]!
  const date = unpackDate(row[4])
  const flags = row[7]
  const article: ArticleMeta = {
    id: unpackId(row[0], ARTICLE),
    title: row[1],
    shelf: shelf.id,
    period: periods[row[3]]!.id,
    date,
    chars: row[5],
    volume: articleVolume(shelf.id, date, shelf.volumes),
    questions: row[6],
    checked: has(flags, CHECKED),
    approved: has(flags, APPROVED),
  }
  const subject = unpackSubject(row[8], row[9], date)
  if (subject !== undefined) article.subject = subject
  if (has(flags, DRAWN)) article.drawn = true
  return article
}

/** One article of the lists as they are written, without the others. */
export function unpackOneArticle(packed: PackedCatalog, id: string): ArticleMeta | undefined {
  const row = packed.articles.find(it => unpackId(it[0], ARTICLE) === id)
  return row && unpackArticle(row, packed)
}
