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

export const unpackDate = (date: PackedDate): FuzzyDate =>
  typeof date === 'string'
    ? date
    : String(date)
        .replace(/^(\d{4})(\d\d)(\d\d)?$/, '$1-$2-$3')
        .replace(/-$/, '')

/** How a subject ends that says its item's date. */
export function ending(date: FuzzyDate, parts: number): string {
  return ` · ${formatFuzzyDate(date.split('-').slice(0, parts).join('-'))}`
}

export function unpackSubject([words, parts]: PackedSubject, date: FuzzyDate): { subject?: string } {
  if (words === undefined) return {}
  return { subject: parts === undefined ? words : words + ending(date, parts) }
}

export const has = (flags: number, bit: number): boolean => (flags & bit) !== 0

export function unpackArticle(
  row: ArticleRow,
  { shelves, periods }: { shelves: Shelf[]; periods: Period[] },
): ArticleMeta {
  const [id, title, shelfAt, periodAt, on, chars, questions, flags, ...subject] = row
  const shelf = shelves[shelfAt]!
  const date = unpackDate(on)
  return {
    id: unpackId(id, ARTICLE),
    title,
    ...unpackSubject(subject, date),
    shelf: shelf.id,
    period: periods[periodAt]!.id,
    date,
    chars,
    volume: articleVolume(shelf.id, date, shelf.volumes),
    questions,
    ...(has(flags, DRAWN) ? { drawn: true } : {}),
    checked: has(flags, CHECKED),
    approved: has(flags, APPROVED),
  }
}

/** One article of the lists as they are written, without the others. */
export function unpackOneArticle(packed: PackedCatalog, id: string): ArticleMeta | undefined {
  const row = packed.articles.find(it => unpackId(it[0], ARTICLE) === id)
  return row && unpackArticle(row, packed)
}
