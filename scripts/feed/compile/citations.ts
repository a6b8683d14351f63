import type { LedgerIndex } from '../corpus/ledger-index'
import type { Corpus } from '../corpus/corpus'
import type { Citations, Ledger } from '../../../domain/catalog/ledger'
import { citedIds } from './article'

/** `citations.json`. */
export function compileCitations(corpus: Corpus, index: LedgerIndex, ledger: Ledger): Citations {
  const eventAt = new Map(ledger.events.map(({ id }, at) => [id, at]))
  const personAt = new Map(ledger.people.map(({ id }, at) => [id, at]))
  const positions = (ids: readonly string[], at: ReadonlyMap<string, number>) =>
    ids.map(id => at.get(id)!).sort((a, b) => a - b)
  const entries = corpus.articles.map(
    article =>
      [
        article.value.id,
        {
          events: positions(citedIds(article, 'event', index.events), eventAt),
          people: positions(citedIds(article, 'person', index.people), personAt),
        },
      ] as const,
  )
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
