import { hexToBytes } from '@noble/hashes/utils.js'
import { hexOfBase64url, toBase64url } from '../text/base64url'
import {
  APPROVED,
  ARTICLE,
  CHECKED,
  DRAWN,
  ending,
  has,
  unpackArticle,
  unpackDate,
  unpackId,
  unpackSubject,
  type ArticleRow,
  type PackedDate,
  type PackedId,
  type PackedSubject,
} from './packed-article'
import type { Catalog, EpisodeMedia, FuzzyDate, ArticleMeta, EpisodeMeta, Shelf, Period, Series } from './types'
import { episodeVolume } from './volume-names'

/** Bits of a row's flags that only episodes have. */
const FLAGSHIP = 4
const FILM = 8

/** The hash as base64url, the label by position. */
/** `file` is a place in {@link ENDINGS} where its name is the episode's id; the last two are missing where they are 1 and 0. */
type MediaRow = [file: string | number, bytes: number, sha256: string, bundled?: 0 | 1, label?: number]
const ENDINGS = ['.m4a', '.mp4']
type EpisodeRow = [
  id: PackedId,
  title: string,
  series: number,
  number: number,
  shelf: number,
  period: number,
  date: PackedDate,
  articles: PackedId[],
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
  subjects: [at: number, ...subject: PackedSubject][]
}

const EPISODE = 'e-'

/** Whatever is not of the usual form stays as it is. */
function packId(id: string, prefix: string): PackedId {
  return id.startsWith(prefix) && /^\d{4}$/.test(id.slice(prefix.length)) ? Number(id.slice(prefix.length)) : id
}

function packDate(date: FuzzyDate): PackedDate {
  const number = Number(date.split('-').join(''))
  return unpackDate(number) === date ? number : date
}
function packSubject(subject: string | undefined, date: FuzzyDate): PackedSubject {
  if (subject === undefined) return []
  const parts = [3, 2, 1].find(it => it <= date.split('-').length && subject.endsWith(ending(date, it)))
  return parts === undefined ? [subject] : [subject.slice(0, -ending(date, parts).length), parts]
}

type Flagged = Pick<EpisodeMeta, 'checked' | 'approved'> &
  Partial<Pick<EpisodeMeta, 'flagship' | 'kind'>> &
  Pick<ArticleMeta, 'drawn'>
const flagsOf = (item: Flagged) =>
  (item.checked ? CHECKED : 0) +
  (item.approved ? APPROVED : 0) +
  (item.flagship ? FLAGSHIP : 0) +
  (item.kind === 'video' ? FILM : 0) +
  (item.drawn ? DRAWN : 0)
const position = (list: readonly { id: string }[], id: string) => list.findIndex(item => item.id === id)

/** Short form for the file. `unpackCatalog` gives the same catalog back. */
export function packCatalog(catalog: Catalog): PackedCatalog {
  const { shelves, periods, series } = catalog
  const labels = [...new Set(catalog.episodes.flatMap(({ media }) => (media ? [media.label] : [])))]
  return {
    ...catalog,
    labels,
    subjects: catalog.episodes.flatMap(({ subject, date }, at): PackedCatalog['subjects'] =>
      subject === undefined ? [] : [[at, ...packSubject(subject, date)]],
    ),
    articles: catalog.articles.map(it => [
      packId(it.id, ARTICLE),
      it.title,
      position(shelves, it.shelf),
      position(periods, it.period),
      packDate(it.date),
      it.chars,
      it.questions,
      flagsOf(it),
      ...packSubject(it.subject, it.date),
    ]),
    episodes: catalog.episodes.map(it => [
      packId(it.id, EPISODE),
      it.title,
      position(series, it.series),
      it.number,
      position(shelves, it.shelf),
      position(periods, it.period),
      packDate(it.date),
      it.articles.map(id => packId(id, ARTICLE)),
      flagsOf(it),
      it.seconds,
      ...packMedia(it.id, it.media, labels),
    ]),
  }
}

function packMedia(id: string, media: EpisodeMedia | undefined, labels: string[]): MediaRow | [] {
  if (!media) return []
  const hash = toBase64url([...hexToBytes(media.sha256)])
  const ending = ENDINGS.findIndex(it => media.file === `${id}${it}`)
  const file = ending < 0 ? media.file : ending
  const label = labels.indexOf(media.label)
  return media.bundled && label === 0
    ? [file, media.bytes, hash]
    : [file, media.bytes, hash, media.bundled ? 1 : 0, label]
}

/** Reads `catalog.json`. Expects what `npm run feed` wrote. */
export function unpackCatalog(packed: PackedCatalog): Catalog {
  const { labels: _inRows, subjects: ofEpisodes, ...rest } = packed
  const subjects = new Map(ofEpisodes.map(([at, ...subject]) => [at, subject]))
  return {
    ...rest,
    articles: packed.articles.map(row => unpackArticle(row, packed)),
    episodes: packed.episodes.map((row, at) => unpackEpisode(row, packed, subjects.get(at) ?? [])),
  }
}

interface Lists {
  shelves: Shelf[]
  periods: Period[]
  series: Series[]
  labels: string[]
}

function unpackEpisode(row: EpisodeRow, lists: Lists, subject: PackedSubject): EpisodeMeta {
  // By place, as in ./packed-article.
  const id = unpackId(row[0], EPISODE)
  const series = lists.series[row[2]]!
  const number = row[3]
  const date = unpackDate(row[6])
  const flags = row[8]
  const episode: EpisodeMeta = {
    id,
    title: row[1],
    series: series.id,
    number,
    kind: has(flags, FILM) ? 'video' : 'audio',
    shelf: lists.shelves[row[4]]!.id,
    period: lists.periods[row[5]]!.id,
    date,
    articles: row[7].map(it => unpackId(it, ARTICLE)),
    flagship: has(flags, FLAGSHIP),
    volume: episodeVolume(series.id, number, series.volumeSize),
    seconds: row[9],
    checked: has(flags, CHECKED),
    approved: has(flags, APPROVED),
  }
  const words = unpackSubject(subject[0], subject[1], date)
  if (words !== undefined) episode.subject = words
  if (row.length > 10) episode.media = unpackMedia(row, id, lists.labels)
  return episode
}

function unpackMedia(row: EpisodeRow, id: string, labels: string[]): EpisodeMedia {
  const named = row[10]!
  return {
    file: typeof named === 'number' ? `${id}${ENDINGS[named]}` : named,
    bytes: row[11]!,
    sha256: hexOfBase64url(row[12]!),
    bundled: (row[13] ?? 1) === 1,
    label: labels[row[14] ?? 0]!,
  }
}
