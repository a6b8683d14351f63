import type { MemberItem } from './summaries'
import { coveredShare } from './coverage'

/** Share of paragraphs that must have been on the screen. */
export const ARTICLE_REACHED = 0.9
/** Share of the file that must have been played. */
const EPISODE_PLAYED = 0.9

/**
 * Engaged seconds without which an article of `chars` Chinese characters is not read: 20 characters a second, faster
 * than anyone reads, so that scrolling through is not studying; at least 20 s. Rule: our own,
 * docs/decisions/0021-what-counts-as-studied.md.
 */
export function articleFloorSeconds(chars: number): number {
  return Math.max(20, Math.round(chars / 20))
}

/** Whether an article of `chars` characters has been read: seen to 90 % and long enough. */
export function articleFinished(item: Pick<MemberItem, 'reached' | 'seconds'>, chars: number): boolean {
  return item.reached >= ARTICLE_REACHED && item.seconds >= articleFloorSeconds(chars)
}

/**
 * Whether an episode that nothing on this phone can say has been read: its script of `chars` characters seen to 90 % in
 * this visit (`reached`) and long enough. What was played is no reading: `reached` of the item is in seconds then.
 */
export function scriptRead(item: Pick<MemberItem, 'seconds'>, reached: number, chars: number): boolean {
  return reached >= ARTICLE_REACHED && item.seconds >= articleFloorSeconds(chars)
}

/** Share of the programme's own recording that a member's has to be as long as. */
const OWN_LEAST = 0.6

/**
 * Seconds of which 90 % finish an episode that the member has told: those of their recording, but one that is too short to hold
 * the script finishes nothing.
 * @param listed seconds of the programme's own recording
 */
export function secondsToFinish(own: number, listed: number): number {
  return Math.max(own, listed * OWN_LEAST)
}

/** Whether 90 % of an episode of `seconds` has been played; what was skipped by seeking has not. */
export function episodeFinished(item: Pick<MemberItem, 'covered'>, seconds: number): boolean {
  return coveredShare(item.covered ?? [], seconds) >= EPISODE_PLAYED
}
