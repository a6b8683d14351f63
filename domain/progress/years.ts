import type { ArticleMeta, Catalog, EpisodeMeta, PeriodId } from '../catalog/types'
import type { MemberItem } from './summaries'

/** The thread of years begins with the party. */
const FIRST_YEAR = 1921

export interface StudiedYear {
  year: number
  /** Articles and episodes that tell of it. */
  total: number
  /** Of them finished. */
  done: number
}

type Told = Pick<ArticleMeta | EpisodeMeta, 'id' | 'date' | 'period'>
type Lists = { articles: readonly Told[]; episodes: readonly Told[] }
type Items = Record<string, MemberItem>

const told = ({ articles, episodes }: Lists): Told[] => [...articles, ...episodes]
const yearOf = ({ date }: Pick<Told, 'date'>) => Number(date.slice(0, 4))

/** Every year from 1921 to that of `day`, with how much of it has been finished. What is older is in none of them. */
export function studiedYears(lists: Lists, items: Items, day: string): StudiedYear[] {
  const last = Number(day.slice(0, 4))
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => ({ year: FIRST_YEAR + i, total: 0, done: 0 }))
  for (const it of told(lists)) {
    const year = years[yearOf(it) - FIRST_YEAR]
    if (!year) continue
    year.total += 1
    if (items[it.id]?.finishedAt !== undefined) year.done += 1
  }
  return years
}

/** The year in which the member was last; undefined before anything has been studied. */
export function yearStoodIn(lists: Lists, items: Items): number | undefined {
  let at = 0
  let year: number | undefined
  for (const it of told(lists)) {
    const known = items[it.id]
    if (!known || known.lastAt < at || yearOf(it) < FIRST_YEAR) continue
    at = known.lastAt
    year = yearOf(it)
  }
  return year
}

/** How much of each period is finished, in the catalog's order. */
export function periodCompletion(
  catalog: Lists & Pick<Catalog, 'periods'>,
  items: Items,
): { id: PeriodId; done: number; total: number }[] {
  const all = told(catalog)
  return catalog.periods.map(({ id }) => {
    const own = all.filter(it => it.period === id)
    return { id, done: own.filter(it => items[it.id]?.finishedAt !== undefined).length, total: own.length }
  })
}
