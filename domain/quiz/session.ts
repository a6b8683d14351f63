import type { GivenAnswer, QuizMode, SetEvent } from '../progress/events'
import type { Question, QuestionType, ShelfId } from '../catalog/types'
import { grade } from './grade'
import { MODES, type ModePolicy } from './modes'
import type { Aliases } from './answer-form'
import { seeded, shuffle } from './random'

export interface Slot {
  question: string
  hash: string
  type: QuestionType
  shelf: ShelfId
  /** Option ids as shown. */
  options: string[]
  given?: string[]
  correct?: boolean
  /** Seconds spent on it. */
  seconds: number
  marked?: true
  /** 挑战: its time ran out. */
  missed?: true
}

export type SessionState = 'running' | 'paused' | 'finished'

/** A quiz session: questions one after another. Plain JSON: what is saved after every step and read back after a kill. */
export interface QuizSession {
  v: 1
  id: string
  mode: QuizMode
  seed: string
  /** The fixed set that it is, if it is one. */
  set?: string
  title?: string
  state: SessionState
  slots: Slot[]
  /** Index of the question on screen. */
  at: number
  startedAt: number
  /** When the session was last touched; time after it belongs to nobody until the session is resumed. */
  lastAt: number
  /** End of the whole session, or of the question on screen, milliseconds; while paused they stand still. */
  endsAt?: number
  questionEndsAt?: number
  /** The mode's limits apply. */
  timed: boolean
  /** Of a unit's own questions: the bank's id. Its answers are in no record. */
  own?: string
  finishedAt?: number
}

export interface SessionRequest {
  id: string
  mode: QuizMode
  seed: string
  set?: string
  title?: string
  /** No-limit practice form of a timed mode. */
  untimed?: boolean
  /** The bank of a unit's own questions that they are from. */
  own?: string
}

const policyOf = (session: QuizSession): ModePolicy => MODES[session.mode]
const limited = (policy: ModePolicy) => Boolean(policy.sessionSeconds ?? policy.questionSeconds)

/** Starts a session over `questions` in their order. `now` in milliseconds. Throws RangeError without questions. */
export function createSession(request: SessionRequest, questions: readonly Question[], now: number): QuizSession {
  if (questions.length === 0) throw new RangeError('a quiz session needs questions')
  const { untimed, ...rest } = request
  const policy = MODES[request.mode]
  const timed = !untimed && limited(policy)
  const session: QuizSession = {
    v: 1,
    ...rest,
    state: 'running',
    slots: questions.map(q => slotFor(q, request.mode, request.seed)),
    at: 0,
    startedAt: now,
    lastAt: now,
    timed,
  }
  if (timed && policy.sessionSeconds) session.endsAt = now + policy.sessionSeconds * 1000
  if (timed && policy.questionSeconds) session.questionEndsAt = now + policy.questionSeconds * 1000
  return session
}

/** The unanswered slot of a question. Options of an ordering question keep the feed's fixed wrong order. */
export function slotFor(question: Question, mode: QuizMode, seed: string): Slot {
  const { id, hash, type, shelf } = question
  const ids = 'options' in question ? question.options.map(o => o.id) : []
  const mixed = MODES[mode].shuffleOptions && type !== 'order'
  const options = mixed ? shuffle(ids, seeded(`options:${seed}:${id}`)) : ids
  return { question: id, hash, type, shelf, options, seconds: 0 }
}

/**
 * Records an answer to the question on screen. With feedback the first answer is final; without, it may be changed or
 * cleared (`[]`; with feedback nothing given is no answer). Sudden death finishes the session on a wrong answer. An answer to another question, or to a session that is
 * not running, changes nothing; a late one lets the time out run its course instead.
 */
export function answer(
  session: QuizSession,
  question: Question,
  given: readonly string[],
  now: number,
  aliases?: Aliases,
): QuizSession {
  const current = tick(session, now)
  const slot = current.slots[current.at]
  if (current.state !== 'running' || slot?.question !== question.id) return current
  const { feedback, suddenDeath } = policyOf(current)
  if (feedback && (slot.given || given.length === 0)) return current
  const { given: _was, correct: _graded, ...rest } = slot
  const { correct } = grade(question, given, aliases)
  const filled: Slot = given.length === 0 ? rest : { ...rest, hash: question.hash, given: [...given], correct }
  const answered = withSlot(current, filled)
  if (feedback) delete answered.questionEndsAt
  return suddenDeath && !correct ? finish(answered, now) : answered
}

/**
 * Goes to the next question. Without free navigation an unanswered question holds the session where it is, and after the last
 * one it finishes; with it, the member hands in ({@link finish}).
 */
export function next(session: QuizSession, now: number): QuizSession {
  const current = tick(session, now)
  const { free } = policyOf(current)
  const slot = current.slots[current.at]
  if (current.state !== 'running' || (!free && !slot?.given)) return current
  if (current.at + 1 < current.slots.length) return moveTo(current, current.at + 1, now)
  return free ? current : finish(current, now)
}

/** Goes to question `index` in a mode with free navigation. */
export function goTo(session: QuizSession, index: number, now: number): QuizSession {
  const current = tick(session, now)
  if (current.state !== 'running' || !policyOf(current).free || !current.slots[index]) return current
  return moveTo(current, index, now)
}

/** Marks or unmarks the question on screen for later. */
export function mark(session: QuizSession, on: boolean): QuizSession {
  const slot = session.slots[session.at]
  if (!slot || session.state === 'finished') return session
  const { marked: _was, ...rest } = slot
  return withSlot(session, on ? { ...rest, marked: true } : rest)
}

/**
 * Lets time pass up to `now`; call it about once a second. When the session's end time is over it finishes; when a question's
 * is, the question is missed and sudden death finishes the session. Save the session now and then: what is saved is resumed.
 */
export function tick(session: QuizSession, now: number): QuizSession {
  if (session.state !== 'running') return session
  if (session.endsAt !== undefined && now >= session.endsAt)
    return finish(spend(session, session.endsAt), session.endsAt)
  const slot = session.slots[session.at]
  if (session.questionEndsAt !== undefined && now >= session.questionEndsAt && slot && !slot.given) {
    const late = spend(session, session.questionEndsAt)
    const missed = withSlot(late, { ...late.slots[session.at]!, missed: true, correct: false })
    return finish(missed, session.questionEndsAt)
  }
  return spend(session, now)
}

/** Stops the clock, for example when the app is hidden. */
export function pause(session: QuizSession, now: number): QuizSession {
  const current = tick(session, now)
  return current.state === 'running' ? { ...current, state: 'paused' } : current
}

/**
 * Goes on after a pause or a kill. End times move by the time since the session was last touched, so an interrupted session
 * loses none of its time and is never handed in by being away.
 */
export function resume(session: QuizSession, now: number): QuizSession {
  if (session.state === 'finished') return session
  const away = Math.max(0, now - session.lastAt)
  const moved: QuizSession = { ...session, state: 'running', lastAt: now }
  if (session.endsAt !== undefined) moved.endsAt = session.endsAt + away
  if (session.questionEndsAt !== undefined) moved.questionEndsAt = session.questionEndsAt + away
  return moved
}

/** Hands the session in. Only a finished session scores. */
export function finish(session: QuizSession, now: number): QuizSession {
  if (session.state === 'finished') return session
  return { ...spend(session, now), state: 'finished', finishedAt: now }
}

/** Milliseconds left for the question or the session, whichever ends first; undefined without a limit. */
export function timeLeft(session: QuizSession, now: number): number | undefined {
  const ends = [session.endsAt, session.questionEndsAt].filter((t): t is number => t !== undefined)
  if (ends.length === 0 || session.state === 'finished') return undefined
  return Math.max(0, Math.min(...ends) - (session.state === 'paused' ? session.lastAt : now))
}

/** The slots that count: all of them, but in sudden death only those that came up. */
export function askedSlots(session: QuizSession): Slot[] {
  return policyOf(session).suddenDeath ? session.slots.filter(s => s.given || s.missed) : session.slots
}

/** What a finished session hands in, for a `set` event; undefined while it is not finished: an interrupted session never scores. */
export function handInOf(
  session: QuizSession,
): Pick<SetEvent, 'run' | 'mode' | 'set' | 'total' | 'correct' | 'untimed'> | undefined {
  const asked = askedSlots(session)
  if (session.state !== 'finished' || !policyOf(session).answers || asked.length === 0) return undefined
  const { id, mode, set, timed } = session
  const untimed = limited(policyOf(session)) && !timed
  const correct = asked.filter(s => s.correct).length
  const told = { run: id, mode, total: asked.length, correct, ...(set === undefined ? {} : { set }) }
  return untimed ? { ...told, untimed } : told
}

/** The answer of a slot for an event, or undefined while there is none. */
export function answerOf(slot: Slot): GivenAnswer | undefined {
  if (!slot.given) return undefined
  const { question, hash, type, shelf, given, correct, seconds } = slot
  return { question, hash, type, shelf, given, correct: correct === true, seconds: Math.round(seconds) }
}

function withSlot(session: QuizSession, slot: Slot): QuizSession {
  return { ...session, slots: session.slots.map((s, i) => (i === session.at ? slot : s)) }
}

/** Gives the time since the last touch to the question on screen, unless it has been answered for good. */
function spend(session: QuizSession, now: number): QuizSession {
  const slot = session.slots[session.at]
  if (!slot || now <= session.lastAt) return session
  if (slot.given && policyOf(session).feedback) return { ...session, lastAt: now }
  return { ...withSlot(session, { ...slot, seconds: slot.seconds + (now - session.lastAt) / 1000 }), lastAt: now }
}

function moveTo(session: QuizSession, index: number, now: number): QuizSession {
  const moved: QuizSession = { ...spend(session, now), at: index }
  const { questionSeconds } = policyOf(session)
  if (questionSeconds && session.timed) moved.questionEndsAt = now + questionSeconds * 1000
  return moved
}
