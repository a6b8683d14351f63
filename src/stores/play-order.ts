import type { Catalog, EpisodeMeta } from '@domain/catalog/types'
import { availabilityNow } from './kept'
import { useNetwork } from './network'

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

/** Heard, and no film: that is begun by whoever watches it. */
export function isSound(episode: EpisodeMeta): boolean {
  const availability = availabilityNow(episode)
  return episode.kind === 'audio' || availability === 'own' || availability === 'voice'
}

/** What plays after it: the rest of the series, without its films; without a network what is on the phone, where something is. */
export function soundsAfter(catalog: Catalog | undefined, episode: EpisodeMeta): EpisodeMeta[] {
  const rest = followers(catalog, episode).filter(isSound)
  if (useNetwork.getState().connected) return rest
  const here = rest.filter(it => availabilityNow(it) !== 'host')
  return here.length > 0 ? here : rest
}

/** The last episode before it in the same series that can be heard and is no film. */
export function soundBefore(catalog: Catalog | undefined, { series, number }: EpisodeMeta): EpisodeMeta | undefined {
  const before = audible(catalog, it => it.series === series && it.number < number).filter(isSound)
  return before[before.length - 1]
}
