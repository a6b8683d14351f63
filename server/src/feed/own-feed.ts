import fs from 'node:fs'
import path from 'node:path'
import type { ActivitiesFile, ActivityKind } from '../../../domain/contract/activity-kinds'
import { byCodeUnit } from '../../../domain/text/by-code-unit'
import { type PackedCatalog, unpackCatalog } from '../../../domain/catalog/packed-catalog'
import type { Catalog, Question, QuestionVolume } from '../../../domain/catalog/types'

/** A question as the app brings it along, and the title of the article that proves it. */
export interface SampleQuestion {
  question: Question
  title: string
}
/** So many of them are kept. */
const SAMPLES = 60

/** What the service needs to know of the content: which ids there are, and the kinds of activities. */
export interface OwnFeed {
  version: string
  articles: Set<string>
  episodes: Set<string>
  /** Articles that have questions. */
  asked: Set<string>
  /** Some of the app's own questions, for the demo district's contest. */
  samples: readonly SampleQuestion[]
  /** Ids of questions: those of a contest's practice round are bundled ones. */
  questions: Set<string>
  /** What activities of a branch may be. */
  activityKinds: readonly ActivityKind[]
  /** Ids that were published once and are withheld or retired now: what was finished then stays finished. */
  former: Set<string>
}

/**
 * Reads the compiled feed in `dir`, and the ids ever published from `lock` (content/ids.lock), when it is there. Throws Error
 * when `npm run feed` has not been run.
 */
export function readOwnFeed(dir: string, lock: string): OwnFeed {
  const read = <T>(file: string) => readFeedFile<T>(dir, file)
  if (!fs.existsSync(path.join(dir, 'catalog.json'))) throw new Error(`${dir} 里没有编译好的内容，先运行 npm run feed`)
  const catalog: Catalog = unpackCatalog(read<PackedCatalog>('catalog.json'))
  const questions = bundledQuestions(dir, catalog)
  const articles = new Set(catalog.articles.map(it => it.id))
  const episodes = new Set(catalog.episodes.map(it => it.id))
  const published = fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : ''
  const ids = [...published.matchAll(/^([ae]-\d{4,6}) (?:article|episode) /gm)].map(match => match[1]!)
  return {
    version: catalog.version,
    articles,
    episodes,
    activityKinds: read<ActivitiesFile>('activities.json').kinds,
    questions: new Set(questions.map(it => it.id)),
    samples: samplesOf(questions, catalog),
    asked: new Set(questions.map(it => it.evidence.article)),
    former: new Set(ids.filter(id => !articles.has(id) && !episodes.has(id))),
  }
}

const readFeedFile = <T>(dir: string, file: string) => JSON.parse(fs.readFileSync(path.join(dir, file), 'utf8')) as T

/** All questions of the feed, with their keys: everybody's, as the app brings them along. */
function bundledQuestions(
  dir: string,
  catalog: Catalog = unpackCatalog(readFeedFile<PackedCatalog>(dir, 'catalog.json')),
): Question[] {
  return catalog.shelves.flatMap(shelf => readFeedFile<QuestionVolume>(dir, `questions-${shelf.id}.json`).questions)
}

/** Of the kinds that a contest asks, in an order that is always the same, spread over the feed. */
function samplesOf(questions: readonly Question[], { articles }: Catalog): SampleQuestion[] {
  const titles = new Map(articles.map(it => [it.id, it.subject ?? it.title]))
  const asked = questions
    .filter(it => ['single', 'multiple', 'judge'].includes(it.type) && titles.has(it.evidence.article))
    .sort((a, b) => byCodeUnit(a.id, b.id))
  const step = Math.max(1, Math.floor(asked.length / SAMPLES))
  return asked
    .filter((_it, i) => i % step === 0)
    .slice(0, SAMPLES)
    .map(question => ({ question, title: titles.get(question.evidence.article)! }))
}

/** Whether an id of a day record (domain/contract/days) is or was one of the content's. */
export function isKnown({ articles, episodes, asked, former }: OwnFeed, id: string): boolean {
  const set = id.startsWith('article:') ? id.slice('article:'.length) : undefined
  if (set !== undefined) return asked.has(set) || former.has(set)
  return articles.has(id) || episodes.has(id) || former.has(id)
}
