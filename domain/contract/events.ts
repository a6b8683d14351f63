/**
 * A member's acts. They are appended to a durable outbox on the phone, folded into `MemberItem` and `MemberDay`,
 * and, with consent, sent to the participation service, which folds them again.
 */
import type { QuestionType, ShelfId } from '../feed/types'

interface EventBase {
  /** UUIDv7. */
  id: string
  /** Milliseconds since the epoch, from the guarded clock (domain/streak/clock). */
  at: number
  /** Asia/Shanghai day the act counts for, `YYYY-MM-DD`; fixed when the event is made. */
  day: string
}

/** An answer as it was given: never a position, so that an edited question does not change what was answered. */
export interface GivenAnswer {
  question: string
  /** Content hash of the question at that time. */
  hash: string
  type: QuestionType
  /** Option ids, `true`/`false`, or the texts of the blanks. */
  given: string[]
  /** Graded on the phone for its own notebook; the service grades again. */
  correct: boolean
  seconds: number
}

export type MemberEvent =
  /** Engaged seconds since the last event of this visit; `reached` is the share of paragraphs seen, 0–1. */
  | (EventBase & { kind: 'read'; item: string; seconds: number; reached: number })
  /** Seconds actually played (never minted by seeking or speed); `position` in seconds of the file. */
  | (EventBase & { kind: 'listen' | 'watch'; item: string; seconds: number; position: number })
  /** An item counts as finished: domain/progress decides when. */
  | (EventBase & { kind: 'finish'; item: string })
  | (EventBase & { kind: 'answer'; run: string; mode: QuizMode; answer: GivenAnswer })
  /** A whole run was handed in. `set` names a fixed set, which scores once. */
  | (EventBase & { kind: 'set'; run: string; mode: QuizMode; set?: string; total: number; correct: number })
  | (EventBase & { kind: 'favourite'; item: string; on: boolean })

export type QuizMode = 'daily' | 'practice' | 'sequence' | 'challenge' | 'exam' | 'friend' | 'review' | 'article'

/** What a member has done with one article or episode. */
export interface MemberItem {
  item: string
  firstAt: number
  lastAt: number
  seconds: number
  /** Share reached (articles) or furthest second (episodes). */
  reached: number
  finishedAt?: number
  favourite?: true
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
  reviews: number
  /** Finished items of the day, for the tracker's list. */
  items: string[]
}

/** Per-shelf answer tally, kept for the report of what one knows. */
export type ShelfTally = Record<ShelfId, { answered: number; correct: number }>
