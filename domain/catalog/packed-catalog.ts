import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { fromBase64url, toBase64url } from '../text/base64url'
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
  subject?: string,
]
/** The hash as base64url, the label by position. */
type MediaRow = [file: string, bytes: number, sha256: string, bundled: 0 | 1, label: number]
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
  /** Labels of media. */
  labels: string[]
  /** Subjects of episodes, each after its place in the list: their rows end with what only some have. */
  subjects: [at: number, subject: string][]
}

const flagsOf = (item: { checked: boolean; approved: boolean; flagship?: boolean }) =>
  (item.checked ? CHECKED : 0) + (item.approved ? APPROVED : 0) + (item.flagship ? FLAGSHIP : 0)
const has = (flags: number, bit: number) => (flags & bit) !== 0
const position = (list: readonly { id: string }[], id: string) => list.findIndex(item => item.id === id)

/** Short form for the file. `unpackCatalog` gives the same catalog back. */
export function packCatalog(catalog: Catalog): PackedCatalog {
  const { shelves, periods, series } = catalog
  const labels = [...new Set(catalog.episodes.flatMap(({ media }) => (media ? [media.label] : [])))]
  return {
    ...catalog,
    labels,
    subjects: catalog.episodes.flatMap(({ subject }, at): [number, string][] => (subject ? [[at, subject]] : [])),
    articles: catalog.articles.map(it => [
      it.id,
      it.title,
      position(shelves, it.shelf),
      position(periods, it.period),
      it.date,
      it.chars,
      it.questions,
      flagsOf(it),
      ...(it.subject === undefined ? ([] as const) : ([it.subject] as const)),
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
      ...packMedia(it.media, labels),
    ]),
  }
}

function packMedia(media: EpisodeMedia | undefined, labels: string[]): MediaRow | [] {
  if (!media) return []
  const hash = toBase64url([...hexToBytes(media.sha256)])
  return [media.file, media.bytes, hash, media.bundled ? 1 : 0, labels.indexOf(media.label)]
}

/** Reads `catalog.json`. Expects what `npm run feed` wrote. */
export function unpackCatalog(packed: PackedCatalog): Catalog {
  const { labels: _inRows, subjects: ofEpisodes, ...rest } = packed
  const subjects = new Map(ofEpisodes)
  return {
    ...rest,
    articles: packed.articles.map(row => unpackArticle(row, packed)),
    episodes: packed.episodes.map((row, at) => unpackEpisode(row, packed, subjects.get(at))),
  }
}

interface Lists {
  shelves: Shelf[]
  periods: Period[]
  series: Series[]
  labels: string[]
}

function unpackArticle(row: ArticleRow, { shelves, periods }: Lists): ArticleMeta {
  const [id, title, shelfAt, periodAt, date, chars, questions, flags, subject] = row
  const shelf = shelves[shelfAt]!
  return {
    id,
    title,
    ...(subject === undefined ? {} : { subject }),
    shelf: shelf.id,
    period: periods[periodAt]!.id,
    date,
    chars,
    volume: articleVolume(shelf.id, date, shelf.volumes),
    questions,
    checked: has(flags, CHECKED),
    approved: has(flags, APPROVED),
  }
}

function unpackEpisode(row: EpisodeRow, lists: Lists, subject: string | undefined): EpisodeMeta {
  const [id, title, seriesAt, number, shelfAt, periodAt, date, articles, flags, seconds, ...media] = row
  const series = lists.series[seriesAt]!
  return {
    id,
    title,
    ...(subject === undefined ? {} : { subject }),
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
    ...(media.length === 0 ? {} : { media: unpackMedia(media, lists.labels) }),
    checked: has(flags, CHECKED),
    approved: has(flags, APPROVED),
  }
}

function unpackMedia([file, bytes, hash, bundled, label]: MediaRow, labels: string[]): EpisodeMedia {
  const sha256 = bytesToHex(Uint8Array.from(fromBase64url(hash)!))
  return { file, bytes, sha256, bundled: bundled === 1, label: labels[label]! }
}
