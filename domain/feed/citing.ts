import type { ArticleMeta, Catalog, Ledger } from './types'

/** The articles that cite an event or a person of the ledger, by date. Catalog and ledger must be of one feed version. */
export function articlesCiting(catalog: Catalog, ledger: Ledger, kind: 'event' | 'person', id: string): ArticleMeta[] {
  const list = kind === 'event' ? 'events' : 'people'
  const at = ledger[list].findIndex(item => item.id === id)
  return at < 0 ? [] : catalog.articles.filter(({ cites }) => cites[list].includes(at))
}
