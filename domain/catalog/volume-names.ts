import type { FuzzyDate, SeriesId, ShelfId } from './types'

/** Volume of an article: the last of the shelf's ranges that begins by its year. `firstYears` are ascending and not empty. */
export function articleVolume(shelf: ShelfId, date: FuzzyDate, firstYears: readonly number[]): string {
  const year = Number(date.slice(0, 4))
  const from = firstYears.filter(first => first <= year).at(-1) ?? firstYears[0]
  return `articles-${shelf}-${from}.json`
}

/** Volume of an episode: ranges of `size` numbers, named after their first. */
export function episodeVolume(series: SeriesId, number: number, size: number): string {
  return `episodes-${series}-${Math.floor((number - 1) / size) * size + 1}.json`
}
