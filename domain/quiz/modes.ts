import type { QuizMode } from '../progress/events'

/** How a mode behaves. A new mode is one more row and, if need be, a selector. */
export interface ModePolicy {
  /** Questions in a session; 0 is as many as selected. */
  size: number
  /** Feedback after every answer, which is then final; without it answers may change until the session is handed in. */
  feedback: boolean
  /** Free navigation, marks for later and an answer sheet. */
  free: boolean
  /** The session ends at the first wrong or missed answer. */
  suddenDeath: boolean
  /** Seconds for each question, or for the whole session, counted to an end time. */
  questionSeconds?: number
  sessionSeconds?: number
  /** Options are shown in a seeded order of their own. */
  shuffleOptions: boolean
  /** Makes answer events at all. */
  answers: boolean
  /** A question that a new feed took away is replaced by another of its shelf and type. */
  replaceDropped: boolean
}

const ONE_BY_ONE: ModePolicy = {
  size: 0,
  feedback: true,
  free: false,
  suddenDeath: false,
  shuffleOptions: false,
  answers: true,
  replaceDropped: false,
}

export const MODES: Record<QuizMode, ModePolicy> = {
  daily: { ...ONE_BY_ONE, size: 5, replaceDropped: true },
  practice: { ...ONE_BY_ONE },
  sequence: { ...ONE_BY_ONE, free: true },
  recite: { ...ONE_BY_ONE, free: true, answers: false },
  challenge: { ...ONE_BY_ONE, suddenDeath: true, questionSeconds: 45, shuffleOptions: true },
  exam: { ...ONE_BY_ONE, size: 50, feedback: false, free: true, sessionSeconds: 3600, replaceDropped: true },
  friend: { ...ONE_BY_ONE, size: 10, shuffleOptions: true },
  review: { ...ONE_BY_ONE },
  article: { ...ONE_BY_ONE },
}
