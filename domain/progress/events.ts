/**
 * A member's acts. They are appended to a durable log on the phone and folded into `MemberItem` and `MemberDay`. None of them
 * leaves the phone: with consent the service is told of days (domain/sync/day-record), in which no act can be seen.
 */
import type { QuestionType, ShelfId } from '../catalog/types'

interface EventBase {
  /** UUIDv7. */
  id: string
  /** Milliseconds since the epoch, from the guarded clock (domain/time/clock). */
  at: number
  /** Asia/Shanghai day the act counts for, `YYYY-MM-DD`; fixed when the event is made. */
  day: string
  /** The member's phone on which it was done, where it is another than the one whose log this is. */
  device?: string
}

/** An answer as it was given: never a position, so that an edited question does not change what was answered. */
export interface GivenAnswer {
  question: string
  /** Content hash of the question at that time. */
  hash: string
  type: QuestionType
  /** The question's, at that time: tallies and the notebook need it when the question is gone. */
  shelf: ShelfId
  /** Option ids, `true`/`false`, or the texts of the blanks. */
  given: string[]
  /** Graded on the phone, which alone knows of it. */
  correct: boolean
  seconds: number
}

export type ReadEvent = EventBase & { kind: 'read'; item: string; seconds: number; reached: number }
export type PlayEvent = EventBase & {
  kind: 'listen' | 'watch'
  item: string
  seconds: number
  from: number
  position: number
}
export type FinishEvent = EventBase & { kind: 'finish'; item: string }
export type AnswerEvent = EventBase & { kind: 'answer'; run: string; mode: QuizMode; answer: GivenAnswer }
export type SetEvent = EventBase & {
  kind: 'set'
  /** The quiz session's id, under its older name: it stands in every log. */
  run: string
  mode: QuizMode
  set?: string
  total: number
  correct: number
  /** The no-limit form of a timed mode: no personal best. */
  untimed?: true
}
export type FavouriteEvent = EventBase & { kind: 'favourite'; item: string; on: boolean }

export type MemberEvent =
  /** Engaged seconds since the last event of this visit; `reached` is the share of paragraphs seen, 0–1. */
  | ReadEvent
  /**
   * One stretch of the file, `from` to `position` in its seconds, played without a seek. `seconds` of the member's time
   * went into it: speed mints none.
   */
  | PlayEvent
  /** An item counts as finished: domain/progress/finish decides when. */
  | FinishEvent
  | AnswerEvent
  /** A whole quiz session was handed in. `set` names a fixed set, which scores once. */
  | SetEvent
  | FavouriteEvent

export type QuizMode =
  | 'daily'
  | 'practice'
  | 'sequence'
  /** Shows answers first and makes no answer events. */
  | 'recite'
  | 'challenge'
  | 'exam'
  | 'friend'
  | 'review'
  | 'article'
