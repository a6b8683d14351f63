import type { EpisodeMedia, EpisodeMeta } from './types'

/**
 * How an episode can be had on this phone, best first: the member has told it, it came with the app, it was downloaded, it is on
 * the media host, the phone itself can read it out, or there are only the words.
 */
export type Availability = 'own' | 'package' | 'download' | 'host' | 'voice' | 'words'

/** What there is around the episode. */
export interface Surroundings {
  /** The member's own recording is to be heard. */
  own: boolean
  /** Came with the app and needs no further download from a host. */
  packaged(media: EpisodeMedia): boolean
  /** Downloaded, this very version. */
  kept(media: EpisodeMedia): boolean
  /** A host has it. */
  hosted(media: EpisodeMedia): boolean
  /** The phone can speak Chinese. */
  voice: boolean
}

/** The best way to an episode. */
export function availabilityOf({ media }: Pick<EpisodeMeta, 'media'>, around: Surroundings): Availability {
  if (around.own) return 'own'
  if (media && around.packaged(media)) return 'package'
  if (media && around.kept(media)) return 'download'
  if (media && around.hosted(media)) return 'host'
  return around.voice ? 'voice' : 'words'
}
