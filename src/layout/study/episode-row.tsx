import type { EpisodeMeta } from '@domain/catalog/types'
import { EpisodeLine } from '@/components/item-row'
import { episodeCover, type CoverHome } from '@/feed/covers'
import { useAvailability } from '@/hooks/availability'
import { useAppearance } from '@/stores/appearance'
import { asHeard } from '@/stores/kept'

interface Props {
  episode: EpisodeMeta
  done: boolean
  second?: number
  /** With its cover, in a list of episodes alone: beside articles the same thing would be drawn twice. */
  covers?: CoverHome
  /** In a list of drawings that are not its own. */
  drawings?: boolean
  onPress: () => void
}

/** A line for an episode, with how it can be had on this phone now. */
export function EpisodeRow({ covers, ...props }: Props) {
  const availabilityOf = useAvailability()
  const { theme } = useAppearance()
  const availability = availabilityOf(props.episode)
  const episode = asHeard(props.episode, availability)
  return (
    <EpisodeLine
      {...props}
      episode={episode}
      picture={covers && episodeCover(episode, theme, covers)?.address}
      availability={availability}
    />
  )
}
