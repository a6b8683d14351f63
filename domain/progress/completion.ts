import type { MemberItem } from './summaries'
import type { Day } from '../time/day'
import type { ArticleMeta, EpisodeMeta, SeriesId, ShelfId } from '../catalog/types'

interface Lists {
  articles: readonly Pick<ArticleMeta, 'id' | 'shelf'>[]
  episodes: readonly Pick<EpisodeMeta, 'id' | 'shelf' | 'series'>[]
}
type Items = Record<string, MemberItem>

export interface Completion<Id extends string> {
  id: Id
  done: number
  started: number
  total: number
  /** The latest day on which one of them was finished. */
  lastOn?: Day
}

function tally<Id extends string>(
  order: readonly Id[],
  rows: { id: string; of: Id }[],
  items: Items,
): Completion<Id>[] {
  return order.map(id => {
    const own = rows.filter(row => row.of === id)
    const finished = own.filter(row => items[row.id]?.finishedAt !== undefined)
    const lastOn = finished.reduce(
      (latest, { id: own }) => ((items[own]!.finishedDay ?? '') > latest ? items[own]!.finishedDay! : latest),
      '',
    )
    const started = own.filter(row => items[row.id] && items[row.id]!.finishedAt === undefined).length
    return { id, done: finished.length, started, total: own.length, ...(lastOn ? { lastOn } : {}) }
  })
}

/** Articles and episodes finished on each shelf, in the catalog's order of shelves. */
export function shelfCompletion(
  catalog: Lists & { shelves: readonly { id: ShelfId }[] },
  items: Items,
): Completion<ShelfId>[] {
  const rows = [...catalog.articles, ...catalog.episodes].map(({ id, shelf }) => ({ id, of: shelf }))
  return tally(
    catalog.shelves.map(s => s.id),
    rows,
    items,
  )
}

/** Episodes finished in each series, in the catalog's order of series. */
export function seriesCompletion(
  catalog: Pick<Lists, 'episodes'> & { series: readonly { id: SeriesId }[] },
  items: Items,
): Completion<SeriesId>[] {
  const rows = catalog.episodes.map(({ id, series }) => ({ id, of: series }))
  return tally(
    catalog.series.map(s => s.id),
    rows,
    items,
  )
}

/** What was begun and not finished and is still in the catalog, latest first. */
export function continueList(catalog: Lists, items: Items, limit = 20): MemberItem[] {
  const known = new Set([...catalog.articles, ...catalog.episodes].map(i => i.id))
  return Object.values(items)
    .filter(i => i.finishedAt === undefined && i.seconds > 0 && known.has(i.item))
    .sort((a, b) => b.lastAt - a.lastAt || (a.item < b.item ? -1 : 1))
    .slice(0, limit)
}
