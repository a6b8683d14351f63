import type { EpisodeMeta } from '@domain/catalog/types'
import { EpisodeLine } from '@/components/item-row'
import { useAvailability } from '@/hooks/availability'

/** A line for an episode, with how it can be had on this phone now. */
export function EpisodeRow(props: { episode: EpisodeMeta; done: boolean; second?: number; onPress: () => void }) {
  const availabilityOf = useAvailability()
  return <EpisodeLine {...props} availability={availabilityOf(props.episode)} />
}
