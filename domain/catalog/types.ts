/**
 * The compiled feed: what `npm run feed` writes and the app and the service read.
 * Source formats are in docs/content-format.md; their schemas are in scripts/feed/schema. `catalog.json` is written in the
 * short form of ./packed-catalog.ts; every other file is JSON of the type named at it.
 */

export type ShelfId = 'new-democratic' | 'construction' | 'reform' | 'new-era' | 'people' | 'local'
export type PeriodId = 'new-democratic' | 'construction' | 'reform' | 'new-era'
export type SeriesId = 'baitian' | 'renwu' | 'gushi'
export type HistoryId = 'party' | 'prc' | 'reform' | 'socialism'
export type QuestionType = 'single' | 'multiple' | 'judge' | 'fill' | 'order'

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the length says how precise it is. */
export type FuzzyDate = string

/** Set when `errata.json` changed something after publication (domain/errata); shown as 已更正, when and why. */
export interface Corrected {
  /** `YYYY-MM-DD` */
  on: string
  note: string
}

/** Where a statement comes from and who has read it since. */
export interface Provenance {
  corrected?: Corrected
  /** `recalled`, `sources`, or in older words what was opened and the day. */
  basis: string
  /** What was opened for it, in words ({@link openedWords} of ./opened-sources.ts); the words that carry each fact are in a file of their own. */
  opened?: string[]
  /** Titles of the books in which a reader can check it. */
  books: string[]
  checked?: { by: 'machine' | 'person'; on: string }
  approved?: { by: string; on: string }
}

export interface Shelf {
  id: ShelfId
  title: string
  /** Short form for tight places, at most six characters. */
  short: string
  note: string
  /** First years of its article volumes, ascending. */
  volumes: number[]
}
export interface Period {
  id: PeriodId
  title: string
  /** Inclusive. */
  from: number
  /** Inclusive. */
  to: number
}
export interface Series {
  id: SeriesId
  title: string
  kind: 'audio' | 'video'
  note: string
  /** Episodes in one volume. */
  volumeSize: number
}

/** One line of a list. Bodies and summaries live in volumes. */
export interface ArticleMeta {
  id: string
  title: string
  /** The plain name of what it is about, where the title is a scene. */
  subject?: string
  shelf: ShelfId
  period: PeriodId
  date: FuzzyDate
  /** Chinese characters of the body; reading minutes are derived from it. */
  chars: number
  /** File name of the volume that holds the body. */
  volume: string
  /** How many questions rest on this article. */
  questions: number
  /** An object is drawn for it (`objects.json`): a list knows it before it has the drawing. */
  drawn?: true
  checked: boolean
  approved: boolean
  corrected?: Corrected
}

export interface EpisodeMeta {
  id: string
  title: string
  subject?: string
  series: SeriesId
  number: number
  kind: 'audio' | 'video'
  shelf: ShelfId
  period: PeriodId
  date: FuzzyDate
  articles: string[]
  flagship: boolean
  volume: string
  /** Seconds of the media file; without media, an estimate from the script at 4 characters a second. */
  seconds: number
  media?: EpisodeMedia
  checked: boolean
  approved: boolean
  corrected?: Corrected
}

/** 128 bits: nobody makes another file with them, and every row of the catalog is carried by every phone. */
export const MEDIA_HASH_DIGITS = 32

export interface EpisodeMedia {
  /** File name below the media root, for example `e-0001.m4a`. */
  file: string
  bytes: number
  /** The first {@link MEDIA_HASH_DIGITS} hex digits of its sha-256. */
  sha256: string
  /** In the repository and shipped with the app; otherwise under MEDIA_BASE_URL. */
  bundled: boolean
  /** 机器朗读, 合成语音, or 人工录制 and by whom. */
  label: string
}

/** Everything that lists need; in the main package on weapp, one request on H5. */
export interface Catalog {
  /** Same as the manifest's. */
  version: string
  /** Number of the `errata.json` that has been applied, if one has. */
  errata?: number
  shelves: Shelf[]
  periods: Period[]
  series: Series[]
  histories: { id: HistoryId; title: string }[]
  /** By date, then id. */
  articles: ArticleMeta[]
  /** By series, then number. */
  episodes: EpisodeMeta[]
  counts: {
    events: number
    people: number
    questions: number
    days: number
    checked: number
    approved: number
    /** Articles and scripts that stand on what was opened. */
    sourced: number
    items: number
  }
  /** Articles and episodes that wait for a source: phones that know them keep what they have. */
  withheld: { id: string; title: string }[]
  brand: Brand
}

export interface Brand {
  name: string
  district: string
  contact: string
  /** Where complaints go; empty until it is known. */
  complaints: string
  /** 备案号; empty until there is one. */
  filing: string
  organisation: string
  /** `#rrggbb` */
  colour: string
  /** The operator's public key (Ed25519, base64url), under which corrections come from a host; without one none are read. */
  errataKey?: string
}

type CitedFact = [text: string, kind: 'event' | 'person' | 'article' | 'term', id: string]

/** Plain text, or `[text, kind, id]` for a cited fact, `[text, 'strong']` for emphasis. */
export type Span = string | CitedFact | [text: string, kind: 'strong']

export type Block = { kind: 'heading'; text: string } | { kind: 'paragraph'; id?: string; spans: Span[] }

export interface ArticleBody extends Provenance {
  id: string
  summary: string
  blocks: Block[]
  keyPoints: string[]
  /** 起因, 决定, 意义, 易混, where the article is about a decision. */
  why?: { label: string; spans: Span[] }[]
  related: string[]
  /** Event ids in order of first citation, then person ids likewise. */
  events: string[]
  people: string[]
}

export interface EpisodeBody extends Provenance {
  id: string
  summary: string
  blocks: Block[]
  /** Present when the episode has been spoken: one entry a sentence, seconds from the start. */
  sentences?: { paragraph: number; text: string; start: number; end: number }[]
  chapters: { title: string; start: number }[]
}

/** One volume's bodies: `articles-<shelf>-<from>.json`, `episodes-<series>-<from>.json`. */
export type ArticleVolume = { articles: ArticleBody[] }
export type EpisodeVolume = { episodes: EpisodeBody[] }

interface QuestionBase {
  id: string
  /** First 12 hex digits of the sha-256 of what is asked: an answer kept with another hash was given to another wording. */
  hash: string
  stem: string
  explain: string
  evidence: { article: string; block: string }
  difficulty: 1 | 2 | 3
  shelf: ShelfId
  period: PeriodId
  /** Ids in `people` that the evidence paragraph or the stem names. */
  people: string[]
  /** One of the 公开演示题, with which people practise before a contest. */
  demo?: true
  corrected?: Corrected
}
export type Option = { id: string; text: string }
export type Question =
  | (QuestionBase & { type: 'single'; options: Option[]; answer: string })
  | (QuestionBase & { type: 'multiple'; options: Option[]; answer: string[] })
  | (QuestionBase & { type: 'judge'; answer: boolean })
  /** One list of accepted texts for each `____` in the stem. */
  | (QuestionBase & { type: 'fill'; answer: string[][] })
  /** Option ids in the right order; `options` come in a fixed wrong order. */
  | (QuestionBase & { type: 'order'; options: Option[]; answer: string[] })

/** `questions-<shelf>.json` */
export interface QuestionVolume {
  shelf: ShelfId
  questions: Question[]
}
