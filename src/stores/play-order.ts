import type { Catalog, EpisodeMeta } from '@domain/catalog/types'
import { availabilityNow } from './kept'

const audible = (catalog: Catalog | undefined, fits: (it: EpisodeMeta) => boolean) =>
  (catalog?.episodes ?? []).filter(it => fits(it) && availabilityNow(it) !== 'words')

/** The episodes that follow in the same series and can be heard. */
export function followers(catalog: Catalog | undefined, { series, number }: EpisodeMeta): EpisodeMeta[] {
  return audible(catalog, it => it.series === series && it.number > number)
}

/** The last episode before it in the same series that can be heard. */
export function preceding(catalog: Catalog | undefined, { series, number }: EpisodeMeta): EpisodeMeta | undefined {
  const before = audible(catalog, it => it.series === series && it.number < number)
  return before[before.length - 1]
}
