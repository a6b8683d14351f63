/** What events are folded into: one summary an item, one a day, one a shelf. */
import type { ShelfId } from '../catalog/types'

/** What a member has done with one article or episode. */
export interface MemberItem {
  item: string
  firstAt: number
  lastAt: number
  /** The member's engaged seconds. */
  seconds: number
  /** Share of paragraphs reached (articles, 0–1) or furthest second (episodes). */
  reached: number
  /**
   * Episodes: where the member last was, in seconds, and when. The phone also keeps a place reached without playing; no
   * event tells the service of it.
   */
  position?: { second: number; at: number }
  /** Episodes: stretches played, in seconds, ascending and apart. */
  covered?: [from: number, to: number][]
  finishedAt?: number
  /** The day it counts for. */
  finishedDay?: string
}

/** One day's counters; points and study days are pure functions of them. */
export interface MemberDay {
  day: string
  read_seconds: number
  listen_seconds: number
  watch_seconds: number
  new_articles: number
  new_episodes: number
  answers: number
  correct_answers: number
  new_sets: number
  /** Answers given in the notebook. */
  reviews: number
  /** Items finished for the first time on this day, by id. */
  items: string[]
  /** Studied on another phone of the member, as the branch's service has told; absent otherwise. */
  elsewhere?: true
}

/** Per-shelf answer tally, kept for the report of what one knows. */
export type ShelfTally = Record<ShelfId, { answered: number; correct: number }>
