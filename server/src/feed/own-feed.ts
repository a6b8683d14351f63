import fs from 'node:fs'
import path from 'node:path'
import { type PackedCatalog, unpackCatalog } from '../../../domain/catalog/packed-catalog'
import { type EventsVolume, joinLedger, type LedgerBase } from '../../../domain/catalog/packed-events'
import { eventsVolume } from '../../../domain/catalog/volume-names'
import type { PointsRuleSet, RulesFile } from '../../../domain/catalog/points-rules'
import type { Catalog, Question, QuestionVolume } from '../../../domain/catalog/types'
import { type Aliases, aliasesOf } from '../../../domain/quiz/answer-form'

/** What the service needs of the content to count for itself. */
export interface OwnFeed {
  version: string
  questions: Map<string, Question>
  /** Chinese characters by article, seconds by episode. */
  chars: Map<string, number>
  seconds: Map<string, number>
  rules: PointsRuleSet[]
  aliases: Aliases
}

/** Reads the compiled feed. Throws Error when `npm run feed` has not been run. */
export function readOwnFeed(dir: string): OwnFeed {
  const read = <T>(file: string) => JSON.parse(fs.readFileSync(path.join(dir, file), 'utf8')) as T
  if (!fs.existsSync(path.join(dir, 'catalog.json'))) throw new Error(`${dir} 里没有编译好的内容，先运行 npm run feed`)
  const catalog: Catalog = unpackCatalog(read<PackedCatalog>('catalog.json'))
  const questions = catalog.shelves.flatMap(shelf => read<QuestionVolume>(`questions-${shelf.id}.json`).questions)
  return {
    version: catalog.version,
    questions: new Map(questions.map(question => [question.id, question])),
    chars: new Map(catalog.articles.map(article => [article.id, article.chars])),
    seconds: new Map(catalog.episodes.map(episode => [episode.id, episode.seconds])),
    rules: read<RulesFile>('rules.json').ruleSets,
    aliases: aliasesOf(
      joinLedger(
        read<LedgerBase>('ledger.json'),
        catalog.periods.map(({ id }) => read<EventsVolume>(eventsVolume(id))),
      ),
    ),
  }
}
