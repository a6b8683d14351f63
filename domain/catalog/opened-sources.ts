import { formatFullDay } from '../time/format'
import { formatFuzzyDate } from '../time/fuzzy-date'
import type { FuzzyDate } from './types'

/** Something that was opened and read. */
export interface OpenedSource {
  id: string
  title: string
  publisher: string
  published?: FuzzyDate
  /** Where it stands, if the site answers for itself: the page, or the original of a file that was read. */
  address?: string
  /** A file of a public repository at one commit, in words: `owner/name data/x.csv（提交 48908e0）`. */
  file?: string
  /** `YYYY-MM-DD` */
  opened: string
  /** A stored copy was read, not the page itself. */
  copy?: true
}
/** One use of a source: its id, its own words that carry the fact, and what finds the place in it again. */
export type SourceUse = [source: string, words: string, row?: string]
/** `sources-<file>.json`: by item of that file, what it stands on, and the sources that are named. Read only when somebody asks. */
export interface SourcesVolume {
  sources: OpenedSource[]
  uses: Record<string, SourceUse[]>
}

/** A source's words in quotation marks; those in them become single ones. */
export function quoted(words: string): string {
  return `“${words.replace(/“/g, '‘').replace(/”/g, '’')}”`
}

/** A chronicle's row is its day, `19880899` is August 1988; any other row has none. */
export function dayOfRow(row: string | undefined): string | undefined {
  const [, ...day] = /^(\d{4})(\d{2})(\d{2})$/.exec(row ?? '') ?? []
  return day.length === 0 ? undefined : formatFuzzyDate(day.filter(part => part !== '99').join('-'))
}

/** Words, with where in their source they stand. */
export function quotedAt(words: string, row: string | undefined): string {
  if (row === undefined) return quoted(words)
  const day = dayOfRow(row)
  return `${quoted(words)}（${day === undefined ? row : `${day}一条`}）`
}

/** A title in its brackets; one within it has brackets of its own. */
export function titleWords(title: string): string {
  return /^《[^《》]*》$/.test(title) ? title : `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》`
}

/** What was opened, as it is: `《…》，人民网（2009年12月20日），2026年11月28日查阅，存档副本`. */
export function openedWords({ title, publisher, published, opened, copy }: Omit<OpenedSource, 'id'>): string {
  const dated = published === undefined ? publisher : `${publisher}（${formatFuzzyDate(published)}）`
  return [titleWords(title), dated, `${formatFullDay(opened)}查阅`, ...(copy ? ['存档副本'] : [])].join('，')
}
