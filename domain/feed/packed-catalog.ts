import type { Catalog, EpisodeMedia, FuzzyDate, ArticleMeta, EpisodeMeta, Shelf, Period, Series } from './types'
import { articleVolume, episodeVolume } from './volume-names'

/** Bits of a row's flags. */
const CHECKED = 1
const APPROVED = 2
const FLAGSHIP = 4

type ArticleRow = [
  id: string,
  title: string,
  shelf: number,
  period: number,
  date: FuzzyDate,
  chars: number,
  questions: number,
  flags: number,
  events: number[],
  people: number[],
]
type MediaRow = [file: string, bytes: number, sha256: string, bundled: 0 | 1, label: string]
type EpisodeRow = [
  id: string,
  title: string,
  series: number,
  number: number,
  shelf: number,
  period: number,
  date: FuzzyDate,
  articles: string[],
  flags: number,
  seconds: number,
  ...media: MediaRow | [],
]

/**
 * `catalog.json` as written. It lies in the main package on weapp, so lists are rows: no field names, shelves and periods by
 * position, volumes derived. A third of the size of the same lists as objects.
 */
export interface PackedCatalog extends Omit<Catalog, 'articles' | 'episodes'> {
  articles: ArticleRow[]
  episodes: EpisodeRow[]
}

const flagsOf = (item: { checked: boolean; approved: boolean; flagship?: boolean }) =>
  (item.checked ? CHECKED : 0) + (item.approved ? APPROVED : 0) + (item.flagship ? FLAGSHIP : 0)
const has = (flags: number, bit: number) => (flags & bit) !== 0
const position = (list: readonly { id: string }[], id: string) => list.findIndex(item => item.id === id)

/** Short form for the file. `unpackCatalog` gives the same catalog back. */
export function packCatalog(catalog: Catalog): PackedCatalog {
  const { shelves, periods, series } = catalog
  return {
    ...catalog,
    articles: catalog.articles.map(it => [
      it.id,
      it.title,
      position(shelves, it.shelf),
      position(periods, it.period),
      it.date,
      it.chars,
      it.questions,
      flagsOf(it),
      it.cites.events,
      it.cites.people,
    ]),
    episodes: catalog.episodes.map(it => [
      it.id,
      it.title,
      position(series, it.series),
      it.number,
      position(shelves, it.shelf),
      position(periods, it.period),
      it.date,
      it.articles,
      flagsOf(it),
      it.seconds,
      ...packMedia(it.media),
    ]),
  }
}

function packMedia(media: EpisodeMedia | undefined): MediaRow | [] {
  return media ? [media.file, media.bytes, media.sha256, media.bundled ? 1 : 0, media.label] : []
}

/** Reads `catalog.json`. Expects what `npm run feed` wrote. */
export function unpackCatalog(packed: PackedCatalog): Catalog {
  return {
    ...packed,
    articles: packed.articles.map(row => unpackArticle(row, packed)),
    episodes: packed.episodes.map(row => unpackEpisode(row, packed)),
  }
}

interface Lists {
  shelves: Shelf[]
  periods: Period[]
  series: Series[]
}

function unpackArticle(row: ArticleRow, { shelves, periods }: Lists): ArticleMeta {
  const [id, title, shelfAt, periodAt, date, chars, questions, flags, events, people] = row
  const shelf = shelves[shelfAt]!
  return {
    id,
    title,
    shelf: shelf.id,
    period: periods[periodAt]!.id,
    date,
    chars,
    volume: articleVolume(shelf.id, date, shelf.volumes),
    questions,
    cites: { events, people },
    checked: has(flags, CHECKED),
    approved: has(flags, APPROVED),
  }
}

function unpackEpisode(row: EpisodeRow, lists: Lists): EpisodeMeta {
  const [id, title, seriesAt, number, shelfAt, periodAt, date, articles, flags, seconds, ...media] = row
  const series = lists.series[seriesAt]!
  const [file, bytes, sha256, bundled, label] = media
  return {
    id,
    title,
    series: series.id,
    number,
    kind: series.kind,
    shelf: lists.shelves[shelfAt]!.id,
    period: lists.periods[periodAt]!.id,
    date,
    articles,
    flagship: has(flags, FLAGSHIP),
    volume: episodeVolume(series.id, number, series.volumeSize),
    seconds,
    ...(file === undefined
      ? {}
      : { media: { file, bytes: bytes!, sha256: sha256!, bundled: bundled === 1, label: label! } }),
    checked: has(flags, CHECKED),
    approved: has(flags, APPROVED),
  }
}
