import type { EpisodeMeta } from '@domain/catalog/types'
import { EpisodeLine } from '@/components/item-row'
import { useReach } from '@/stores/reach'

/** A line for an episode, with how it can be had on this phone now. */
export function EpisodeRow(props: { episode: EpisodeMeta; done: boolean; onPress: () => void }) {
  const reach = useReach()
  return <EpisodeLine {...props} reach={reach(props.episode)} />
}
