import type { ContestQuestion, ContestService } from './contest-service'

/** An answer that was given and is not acknowledged yet; it outlives a killed app. */
export interface Pending {
  try: number
  n: number
  given: string[]
}

export interface RunDeps {
  service: ContestService
  /** What this phone is called in this contest. */
  device: string
  /** Whose clock runs: each question's, or the paper's. */
  clock: 'question' | 'paper'
  questions: number
  /** Milliseconds that only grow. */
  mono: () => number
  /** Calls back after so many milliseconds; returns how to forget it. */
  after: (ms: number, call: () => void) => () => void
  /** What was kept when the app was killed. */
  pending: Pending | undefined
  /** Keeps an unacknowledged answer, or forgets it. */
  keep: (pending: Pending | undefined) => Promise<void>
}

/** How a new try begins: what was agreed to, and how one's name is shown. */
export interface Beginning {
  consent: string
  name: 'full' | 'masked'
}

export type RunStep =
  /** Asking what stands. */
  | 'opening'
  /** In line for the start. */
  | 'line'
  /** A question is in sight, and its time runs. */
  | 'answering'
  /** The answer is on its way. */
  | 'sending'
  /** The answer is acknowledged; the next question comes when it is asked for. */
  | 'taken'
  /** The question's time ran out with nothing chosen. */
  | 'time-up'
  | 'finished'
  /** Another phone has the try. */
  | 'elsewhere'
  /** It cannot go on, and why. */
  | 'refused'

export interface RunState {
  step: RunStep
  /** Which try. */
  try: number
  questions: number
  question?: ContestQuestion
  /** When what is chosen is handed in, by the monotonic clock: shortly before its time, or the paper's, is over. */
  endsAt?: number
  given: string[]
  /** The last answer came after its time. */
  late: boolean
  /** Another window of this phone gave another answer before. */
  otherFirst?: boolean
  /** Questions that were passed by because their time ran out. */
  passed: number
  /** What the line is allowed, milliseconds. */
  allowanceMs: number
  line?: { place: number; until: number }
  /** The same is asked again by itself, and when. */
  waiting?: { why: 'offline' | 'busy'; until: number }
  refusal?: { code: string; words: string }
}
