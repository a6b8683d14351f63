import fs from 'node:fs'
import path from 'node:path'
import { type PackedCatalog, unpackCatalog } from '../../../domain/catalog/packed-catalog'
import type { Catalog, QuestionVolume } from '../../../domain/catalog/types'

/** What the service needs to know of the content: which ids there are. */
export interface OwnFeed {
  version: string
  articles: Set<string>
  episodes: Set<string>
  /** Articles that have questions. */
  asked: Set<string>
  /** Ids that were published once and are withheld or retired now: what was finished then stays finished. */
  former: Set<string>
}

/**
 * Reads the compiled feed in `dir`, and the ids ever published from `lock` (content/ids.lock), when it is there. Throws Error
 * when `npm run feed` has not been run.
 */
export function readOwnFeed(dir: string, lock: string): OwnFeed {
  const read = <T>(file: string) => JSON.parse(fs.readFileSync(path.join(dir, file), 'utf8')) as T
  if (!fs.existsSync(path.join(dir, 'catalog.json'))) throw new Error(`${dir} 里没有编译好的内容，先运行 npm run feed`)
  const catalog: Catalog = unpackCatalog(read<PackedCatalog>('catalog.json'))
  const questions = catalog.shelves.flatMap(shelf => read<QuestionVolume>(`questions-${shelf.id}.json`).questions)
  const articles = new Set(catalog.articles.map(it => it.id))
  const episodes = new Set(catalog.episodes.map(it => it.id))
  const published = fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : ''
  const ids = [...published.matchAll(/^([ae]-\d{4,6}) (?:article|episode) /gm)].map(match => match[1]!)
  return {
    version: catalog.version,
    articles,
    episodes,
    asked: new Set(questions.map(it => it.evidence.article)),
    former: new Set(ids.filter(id => !articles.has(id) && !episodes.has(id))),
  }
}

/** Whether an id of a day record (domain/contract/days) is or was one of the content's. */
export function isKnown({ articles, episodes, asked, former }: OwnFeed, id: string): boolean {
  const set = id.startsWith('article:') ? id.slice('article:'.length) : undefined
  if (set !== undefined) return asked.has(set) || former.has(set)
  return articles.has(id) || episodes.has(id) || former.has(id)
}
