import { availabilityOf, type Availability } from '@domain/catalog/availability'
import type { EpisodeMeta } from '@domain/catalog/types'
import { keptName } from '@/platform/files/kept-name'
import { hostAddress, isPackaged } from '@/feed/media'
import { useKept } from './kept'
import { useVoice } from './voice'

const around = (names: ReadonlySet<string>, voice: boolean) => ({
  packaged: isPackaged,
  kept: (media: NonNullable<EpisodeMeta['media']>) => names.has(keptName(media)),
  hosted: (media: NonNullable<EpisodeMeta['media']>) => hostAddress(media) !== undefined,
  voice,
})

/** The best way to an episode now. */
export function reachNow(episode: EpisodeMeta): Availability {
  return availabilityOf(episode, around(useKept.getState().names, useVoice.getState().able))
}

/** The same for a view: changes with downloads, and when the browser finds its voices. */
export function useReach(): (episode: EpisodeMeta) => Availability {
  const names = useKept(state => state.names)
  const able = useVoice(state => state.able)
  return episode => availabilityOf(episode, around(names, able))
}
