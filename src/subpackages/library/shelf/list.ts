import type { MemberItem } from '@domain/progress/summaries'
import { isOfHistory } from '@domain/catalog/histories'
import type { CitedLedger } from '@domain/catalog/ledger'
import type { ArticleMeta, Catalog, EpisodeMeta, HistoryId } from '@domain/catalog/types'

export type Filter = 'all' | 'unread' | 'article' | 'audio' | 'video'
export type ListRow = { kind: 'article'; item: ArticleMeta } | { kind: 'episode'; item: EpisodeMeta }

/** A shelf, a series, or one of the four histories, which the ledger tells. */
export interface Place {
  shelf?: string
  series?: string
  history?: { id: HistoryId; ledger: CitedLedger }
}

/** Everything of a place: by date, a series by its number. */
export function allOf(catalog: Catalog, { shelf, series, history }: Place): ListRow[] {
  const articles = catalog.articles
    .filter(it => (history ? isOfHistory(it, history.ledger, history.id) : !series && it.shelf === shelf))
    .map((item): ListRow => ({ kind: 'article', item }))
  // An episode is of a history as the first of its articles is.
  const known = new Set(articles.map(row => row.item.id))
  const episodes = catalog.episodes
    .filter(it => (history ? known.has(it.articles[0] ?? '') : series ? it.series === series : it.shelf === shelf))
    .map((item): ListRow => ({ kind: 'episode', item }))
  if (series) return episodes
  return [...articles, ...episodes].sort((a, b) => (a.item.date < b.item.date ? -1 : a.item.date > b.item.date ? 1 : 0))
}

/** What a long list is parted by: episodes of a series by tens, everything else by decades. */
export function groupOf({ kind, item }: ListRow, series: boolean): string {
  if (!series || kind === 'article') return `${item.date.slice(0, 3)}0年代`
  const first = Math.floor((item.number - 1) / 10) * 10 + 1
  return `第 ${first} 到 ${first + 9} 集`
}

/** What of it a filter leaves. */
export function filtered(rows: ListRow[], filter: Filter, items: Record<string, MemberItem>): ListRow[] {
  return rows.filter(row => {
    if (filter === 'all') return true
    if (filter === 'unread') return !items[row.item.id]?.finishedAt
    return filter === (row.kind === 'article' ? 'article' : row.item.kind)
  })
}
