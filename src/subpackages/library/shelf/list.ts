import type { MemberItem } from '@domain/contract/events'
import type { ArticleMeta, Catalog, EpisodeMeta } from '@domain/feed/types'

export type Filter = 'all' | 'unread' | 'article' | 'media'
export type ListRow = { kind: 'article'; item: ArticleMeta } | { kind: 'episode'; item: EpisodeMeta }

/** What a shelf or a series shows under a filter: by date, a series by its number. */
export function listOf(
  catalog: Catalog,
  place: { shelf?: string; series?: string },
  filter: Filter,
  items: Record<string, MemberItem>,
): ListRow[] {
  const articles: ListRow[] = place.series
    ? []
    : catalog.articles.filter(it => it.shelf === place.shelf).map(item => ({ kind: 'article', item }))
  const episodes: ListRow[] = catalog.episodes
    .filter(it => (place.series ? it.series === place.series : it.shelf === place.shelf))
    .map(item => ({ kind: 'episode', item }))
  const rows = [...articles, ...episodes].filter(row => {
    if (filter === 'article') return row.kind === 'article'
    if (filter === 'media') return row.kind === 'episode'
    return filter === 'all' || !items[row.item.id]?.finishedAt
  })
  if (place.series) return rows
  return rows.sort((a, b) => (a.item.date < b.item.date ? -1 : a.item.date > b.item.date ? 1 : 0))
}
