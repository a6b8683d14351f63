import type { CitedLedger } from './ledger'
import type { ArticleMeta, Catalog } from './types'

/** The articles that cite an event or a person of the ledger, by date. */
export function articlesCiting(
  catalog: Catalog,
  ledger: CitedLedger,
  kind: 'event' | 'person',
  id: string,
): ArticleMeta[] {
  const list = kind === 'event' ? 'events' : 'people'
  const at = ledger[list].findIndex(item => item.id === id)
  return at < 0 ? [] : catalog.articles.filter(article => ledger.citations[article.id]?.[list].includes(at))
}
