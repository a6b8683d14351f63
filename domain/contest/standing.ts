import { BANDS, type Band } from '../contract/contest-limits'
import { SMALLEST_TOLD } from '../contract/limits'

/** What a place from 1 among `total` is told as: the narrowest band that it is in; undefined where so few finished that it would tell of somebody. */
export function bandOf(place: number, total: number): Band | undefined {
  if (total < SMALLEST_TOLD) return undefined
  return BANDS.find(it => place * 100 <= it.share * total)?.id ?? 'all'
}

/**
 * The last place that is published, of `count` places that the organiser wants and `total` entrants: the front half at most, for whoever
 * stands behind it is no winner, and in a small contest everybody can count who is missing.
 */
export const lastPublished = (count: number, total: number): number => Math.min(count, Math.floor(total / 2))

/** Whether a moment of the contest is before, in or after its window. Moments in milliseconds. */
export function stateAt(
  window: { published: boolean; opens: number; closes: number },
  now: number,
  settleMs: number,
): 'draft' | 'coming' | 'open' | 'settling' | 'over' {
  if (!window.published) return 'draft'
  if (now >= window.closes + settleMs) return 'over'
  if (now >= window.closes) return 'settling'
  return now < window.opens ? 'coming' : 'open'
}

/** The middle of some measurements of the line, at most `most`; nothing measured is nothing allowed. Milliseconds. */
export function allowanceOf(lines: readonly number[], most: number): number {
  if (lines.length === 0) return 0
  const ordered = [...lines].sort((a, b) => a - b)
  return Math.min(most, Math.max(0, Math.round(ordered[(ordered.length - 1) >> 1]!)))
}
