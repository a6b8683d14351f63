import {
  amendArticles,
  amendCatalog,
  amendDays,
  amendEpisodes,
  amendLedger,
  amendQuestions,
} from '@domain/errata/apply'
import { hiddenBy, type Errata } from '@domain/errata/errata'
import { openedWords, type SourcesVolume } from '@domain/catalog/opened-sources'
import {
  joinLedger,
  unpackEvents,
  type EventsVolume,
  type LedgerBase,
  type LedgerFile,
  type TermsFile,
} from '@domain/catalog/packed-events'
import { daysVolume, eventsVolume, LEDGER_FILE, sourcesOf, TERMS_FILE } from '@domain/catalog/volume-names'
import { unpackCatalog, type PackedCatalog } from '@domain/catalog/packed-catalog'
import type { EverydayFile } from '@domain/search/query'
import { readSounds as readSoundsOf, type PinyinFile, type Sounds } from '@domain/search/pinyin'
import type { DaysVolume, Schedule } from '@domain/catalog/calendar'
import {
  joinSchedule,
  type ScheduleFrame,
  volumeOfWeek,
  type WeeksVolume,
  weeksVolumes,
} from '@domain/catalog/schedule-parts'
import type { CoursesFile } from '@domain/catalog/courses'
import type { Citations, CitedLedger, Ledger } from '@domain/catalog/ledger'
import type { ObjectsFile } from '@domain/catalog/objects'
import type { ActivitiesFile } from '@domain/contract/activity-kinds'
import type { RulesFile } from '@domain/catalog/points-rules'
import type { Day } from '@domain/time/day'
import type {
  ArticleBody,
  ArticleVolume,
  Catalog,
  EpisodeBody,
  EpisodeVolume,
  PeriodId,
  Question,
  QuestionVolume,
  ShelfId,
} from '@domain/catalog/types'
import { currentErrata } from './errata'
import { FeedError } from './errors'
import { source } from './source'

const cache = new Map<string, Promise<unknown>>()
/** What was read with the corrections in force, per file: made anew when newer ones come. */
const amended = new Map<string, { errata: Errata; value: unknown }>()

/** Each file is read once; a failed read is forgotten, so that the next one tries again. */
function once<T>(file: string, open = (value: unknown) => value as T): Promise<T> {
  const known = cache.get(file)
  if (known) return known as Promise<T>
  const reading = source
    .read(file)
    .then(open)
    .catch(error => {
      cache.delete(file)
      throw error
    })
  cache.set(file, reading)
  return reading as Promise<T>
}

/** The file with the corrections in force. */
async function corrected<T>(file: string, amend: (value: T, errata: Errata) => T, open?: (value: unknown) => T) {
  const value = await once<T>(file, open)
  const errata = currentErrata()
  if (!errata) return value
  const known = amended.get(file)
  if (known?.errata === errata) return known.value as T
  const after = amend(value, errata)
  amended.set(file, { errata, value: after })
  return after
}

export const readCatalog = () =>
  corrected<Catalog>('catalog.json', amendCatalog, value => unpackCatalog(value as PackedCatalog))

/** The people of the ledger, and the books to check in. */
export const readPeople = () =>
  corrected<LedgerFile>(LEDGER_FILE, (file, errata) => {
    const { people, works } = amendLedger({ ...NO_LEDGER, ...file }, errata)
    return { people, works }
  })
const readTerms = () =>
  corrected<TermsFile>(TERMS_FILE, (file, errata) => ({
    glossary: amendLedger({ ...NO_LEDGER, ...file }, errata).glossary,
  }))
const readEvents = (period: PeriodId) =>
  corrected<EventsVolume>(eventsVolume(period), (volume, errata) => ({
    period,
    events: amendLedger({ ...NO_LEDGER, events: unpackEvents(volume) }, errata).events,
  }))
const NO_LEDGER: Ledger = { events: [], people: [], works: [], glossary: [] }

/** How characters are read; for search alone, so it is read there. */
export const readSounds = () => once<Sounds>('pinyin.json', value => readSoundsOf(value as PinyinFile))

/** What people say for what the content calls otherwise; for search alone. */
export const readEveryday = () => once<EverydayFile>('everyday.json')

/** Joined once from the same files: who keeps something by the ledger finds it again. */
let joined: { parts: unknown[]; ledger: Ledger } | undefined

/** The whole ledger. */
export async function readLedger(): Promise<Ledger> {
  const { periods } = await readCatalog()
  const [people, terms, ...volumes] = await Promise.all([
    readPeople(),
    readTerms(),
    ...periods.map(({ id }) => readEvents(id)),
  ])
  const parts = [people, terms, ...volumes]
  if (!joined || parts.some((part, i) => part !== joined!.parts[i]))
    joined = { parts, ledger: joinLedger({ ...people, ...terms }, volumes) }
  return joined.ledger
}

/**
 * As much of the ledger as an entry's card needs: an event is looked for in the period that is read about first, since a text
 * cites mostly its own. What is of no period comes without events.
 */
export async function readLedgerFor(kind: string, id: string, near?: PeriodId): Promise<Ledger> {
  const [people, terms] = await Promise.all([readPeople(), readTerms()])
  const base: LedgerBase = { ...people, ...terms }
  if (kind !== 'event') return { ...base, events: [] }
  const periods = (await readCatalog()).periods.map(it => it.id)
  const order = near ? [near, ...periods.filter(it => it !== near)] : periods
  for (const period of order) {
    const volume = await readEvents(period)
    if (volume.events.some(it => it.id === id)) return joinLedger(base, [volume])
  }
  return { ...base, events: [] }
}

/** A source and its words that carry facts of one item. */
export interface Opened {
  source: string
  /** What it is, where it was opened and when. */
  words: string
  address?: string
  /** Its own words, with what finds their place in it again. */
  quotes: { words: string; row?: string }[]
}

/** What an item of a feed file stands on, source by source. */
export async function readUses(file: string, id: string): Promise<Opened[]> {
  const { sources, uses } = await once<SourcesVolume>(sourcesOf(file, id))
  const found = new Map<string, Opened>()
  for (const [source, quote, row] of uses[id] ?? []) {
    const about = sources.find(it => it.id === source)
    if (!about) continue
    const known = found.get(source) ?? {
      source,
      words: openedWords(about),
      address: about.address ?? about.file,
      quotes: [],
    }
    known.quotes.push({ words: quote, ...(row === undefined ? {} : { row }) })
    found.set(source, known)
  }
  return [...found.values()]
}
/** The ledger with what cites it. */
export async function readCitedLedger(): Promise<CitedLedger> {
  const [ledger, citations] = await Promise.all([readLedger(), once<Citations>('citations.json')])
  return { ...ledger, citations }
}
/** Drawings of the things that stories turn on. */
export const readObjects = () => once<ObjectsFile>('objects.json')
/** Ways through what is there, in four weeks each. */
export const readCourses = () => once<CoursesFile>('courses.json')

const readFrame = () => once<ScheduleFrame>('schedule.json')
const readWeeks = (file: string) => once<WeeksVolume>(file)

/** The schedule, for the week of `day` and the day after it: of other days it has no more than their festivals. */
export async function readWeek(day: Day): Promise<Schedule> {
  const frame = await readFrame()
  const volume = volumeOfWeek(frame, day)
  return joinSchedule(frame, volume === undefined ? [] : [await readWeeks(volume)])
}

/** The whole schedule. */
export async function readSchedule(): Promise<Schedule> {
  const frame = await readFrame()
  return joinSchedule(frame, await Promise.all(weeksVolumes(frame.count).map(readWeeks)))
}

/** Kinds of what a branch does together, as the district has them. */
export const readActivityKinds = () => once<ActivitiesFile>('activities.json').then(it => it.kinds)
export const readRules = () => once<RulesFile>('rules.json')
/** @param month 1–12 */
export const readDays = (month: number) => corrected<DaysVolume>(daysVolume(month), amendDays)

/** All questions of a shelf. */
export async function readQuestions(shelf: ShelfId): Promise<Question[]> {
  const volume = await corrected<QuestionVolume>(`questions-${shelf}.json`, (it, errata) => ({
    ...it,
    questions: amendQuestions(it.questions, errata),
  }))
  return volume.questions
}

/** Every question of the feed, shelf by shelf in the catalog's order. */
export async function readAllQuestions(): Promise<Question[]> {
  const { shelves } = await readCatalog()
  return (await Promise.all(shelves.map(shelf => readQuestions(shelf.id)))).flat()
}

/** All bodies of one volume, as the catalog names it; what is hidden is in no list and not in here either. */
export async function readArticles(volume: string): Promise<ArticleBody[]> {
  const { articles } = await corrected<ArticleVolume>(volume, (it, errata) => ({
    articles: amendArticles(it.articles, errata).filter(({ id }) => !hiddenBy(errata, id)),
  }))
  return articles
}

/** The same for scripts. */
export async function readEpisodes(volume: string): Promise<EpisodeBody[]> {
  const { episodes } = await corrected<EpisodeVolume>(volume, (it, errata) => ({
    episodes: amendEpisodes(it.episodes, errata).filter(({ id }) => !hiddenBy(errata, id)),
  }))
  return episodes
}

/** @throws FeedError when the id is not in the catalog or its volume lacks it. */
export async function readArticle(id: string): Promise<ArticleBody> {
  const meta = (await readCatalog()).articles.find(it => it.id === id)
  if (!meta) throw new FeedError(id, false, '目录里没有这篇文章')
  const body = (await readArticles(meta.volume)).find(it => it.id === id)
  if (!body) throw new FeedError(meta.volume, false, `缺 ${id}`)
  return body
}

/** @throws FeedError when the id is not in the catalog or its volume lacks it. */
export async function readEpisode(id: string): Promise<EpisodeBody> {
  const meta = (await readCatalog()).episodes.find(it => it.id === id)
  if (!meta) throw new FeedError(id, false, '目录里没有这一集')
  const body = (await readEpisodes(meta.volume)).find(it => it.id === id)
  if (!body) throw new FeedError(meta.volume, false, `缺 ${id}`)
  return body
}
