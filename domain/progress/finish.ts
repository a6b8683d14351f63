import type { MemberItem } from './summaries'
import { coveredShare } from './coverage'

/** Share of paragraphs that must have been on the screen. */
export const ARTICLE_REACHED = 0.9
/** Share of the file that must have been played. */
export const EPISODE_PLAYED = 0.9

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

/** Whether 90 % of an episode of `seconds` has been played; what was skipped by seeking has not. */
export function episodeFinished(item: Pick<MemberItem, 'covered'>, seconds: number): boolean {
  return coveredShare(item.covered ?? [], seconds) >= EPISODE_PLAYED
}
