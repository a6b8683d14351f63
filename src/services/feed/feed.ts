import { unpackCatalog, type PackedCatalog } from '@domain/feed/packed-catalog'
import type {
  ArticleBody,
  ArticleVolume,
  Catalog,
  DaysVolume,
  EpisodeBody,
  EpisodeVolume,
  Ledger,
  Question,
  QuestionVolume,
  RulesFile,
  Schedule,
  ShelfId,
} from '@domain/feed/types'
import { FeedError } from './errors'
import { source } from './source'

const cache = new Map<string, Promise<unknown>>()

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

export const readCatalog = () => once<Catalog>('catalog.json', value => unpackCatalog(value as PackedCatalog))
export const readLedger = () => once<Ledger>('ledger.json')
export const readSchedule = () => once<Schedule>('schedule.json')
export const readRules = () => once<RulesFile>('rules.json')
/** @param month 1–12 */
export const readDays = (month: number) => once<DaysVolume>(`days-${String(month).padStart(2, '0')}.json`)

/** All questions of a shelf. */
export async function readQuestions(shelf: ShelfId): Promise<Question[]> {
  return (await once<QuestionVolume>(`questions-${shelf}.json`)).questions
}

/** Every question of the feed, shelf by shelf in the catalog's order. */
export async function readAllQuestions(): Promise<Question[]> {
  const { shelves } = await readCatalog()
  return (await Promise.all(shelves.map(shelf => readQuestions(shelf.id)))).flat()
}

/** All bodies of one volume, as the catalog names it. */
export const readArticles = async (volume: string) => (await once<ArticleVolume>(volume)).articles
export const readEpisodes = async (volume: string) => (await once<EpisodeVolume>(volume)).episodes

/** @throws FeedError when the id is not in the catalog or its volume lacks it. */
export async function readArticle(id: string): Promise<ArticleBody> {
  const meta = (await readCatalog()).articles.find(it => it.id === id)
  if (!meta) throw new FeedError(id, false, '目录里没有这篇文章')
  const body = (await once<ArticleVolume>(meta.volume)).articles.find(it => it.id === id)
  if (!body) throw new FeedError(meta.volume, false, `缺 ${id}`)
  return body
}

/** @throws FeedError when the id is not in the catalog or its volume lacks it. */
export async function readEpisode(id: string): Promise<EpisodeBody> {
  const meta = (await readCatalog()).episodes.find(it => it.id === id)
  if (!meta) throw new FeedError(id, false, '目录里没有这一集')
  const body = (await once<EpisodeVolume>(meta.volume)).episodes.find(it => it.id === id)
  if (!body) throw new FeedError(meta.volume, false, `缺 ${id}`)
  return body
}
