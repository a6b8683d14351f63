import fs from 'node:fs'
import path from 'node:path'
import { type PackedCatalog, unpackCatalog } from '../../../../domain/catalog/packed-catalog'
import type { ArticleVolume, Catalog, Question, QuestionVolume } from '../../../../domain/catalog/types'
import {
  askedQuestion,
  isAskable,
  type AskedQuestion,
  type Solution,
  solutionOf,
} from '../../../../domain/room/question'

export interface KeyedQuestion {
  asked: AskedQuestion
  solution: Solution
}

/** Finds a question of the feed by its id; undefined when it is not there or cannot be asked in a room. `seed` orders options. */
export type FindQuestion = (id: string, seed: string) => KeyedQuestion | undefined

/** Reads the questions of the compiled feed in `dir` when the first room asks, and an article when a question rests on it. */
export function questionsOf(dir: string): FindQuestion {
  const read = <T>(file: string) => JSON.parse(fs.readFileSync(path.join(dir, file), 'utf8')) as T
  let known: { catalog: Catalog; questions: Map<string, Question> } | undefined
  const load = () => {
    const catalog = unpackCatalog(read<PackedCatalog>('catalog.json'))
    const all = catalog.shelves.flatMap(shelf => read<QuestionVolume>(`questions-${shelf.id}.json`).questions)
    return { catalog, questions: new Map(all.map(it => [it.id, it])) }
  }
  // Questions of a theme rest on a few articles, mostly of one volume.
  let last: { name: string; volume: ArticleVolume } | undefined
  const volumeOf = (name: string) => {
    if (last?.name !== name) last = { name, volume: read<ArticleVolume>(name) }
    return last.volume
  }
  return (id, seed) => {
    known ??= load()
    const question = known.questions.get(id)
    if (!question || !isAskable(question)) return undefined
    const meta = known.catalog.articles.find(it => it.id === question.evidence.article)
    const body = meta && volumeOf(meta.volume).articles.find(it => it.id === meta.id)
    const article = meta && body && { title: meta.title, blocks: body.blocks }
    return { asked: askedQuestion(question, seed), solution: solutionOf(question, article) }
  }
}
