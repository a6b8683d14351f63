import type { Availability } from '@domain/catalog/availability'
import type { EpisodeMeta } from '@domain/catalog/types'
import { availabilityWith, useKept } from '@/stores/kept'
import { useVoice } from '@/stores/voice'

/** The best way to an episode, for a view: changes with downloads, and when the browser finds its voices. */
export function useAvailability(): (episode: EpisodeMeta) => Availability {
  const names = useKept(state => state.names)
  const able = useVoice(state => state.able)
  return episode => availabilityWith(names, able, episode)
}
