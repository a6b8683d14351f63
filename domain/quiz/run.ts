import type { GivenAnswer, QuizMode, SetEvent } from '../progress/events'
import type { Question, QuestionType, ShelfId } from '../catalog/types'
import { grade } from './grade'
import { MODES, type ModePolicy } from './modes'
import type { Aliases } from './normalise'
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

export type RunState = 'running' | 'paused' | 'finished'

/** A run of questions. Plain JSON: what is saved after every step and read back after a kill. */
export interface Run {
  v: 1
  id: string
  mode: QuizMode
  seed: string
  /** The fixed set that it is, if it is one. */
  set?: string
  title?: string
  state: RunState
  slots: Slot[]
  /** Index of the question on screen. */
  at: number
  startedAt: number
  /** When the run was last touched; time after it belongs to nobody until the run is resumed. */
  lastAt: number
  /** End of the whole run, or of the question on screen, milliseconds; while paused they stand still. */
  endsAt?: number
  questionEndsAt?: number
  /** The mode's limits apply. */
  timed: boolean
  finishedAt?: number
}

export interface RunRequest {
  id: string
  mode: QuizMode
  seed: string
  set?: string
  title?: string
  /** No-limit practice form of a timed mode. */
  untimed?: boolean
}

const policyOf = (run: Run): ModePolicy => MODES[run.mode]
const limited = (policy: ModePolicy) => Boolean(policy.runSeconds ?? policy.questionSeconds)

/** Starts a run over `questions` in their order. `now` in milliseconds. Throws RangeError without questions. */
export function createRun(request: RunRequest, questions: readonly Question[], now: number): Run {
  if (questions.length === 0) throw new RangeError('a run needs questions')
  const { untimed, ...rest } = request
  const policy = MODES[request.mode]
  const timed = !untimed && limited(policy)
  const run: Run = {
    v: 1,
    ...rest,
    state: 'running',
    slots: questions.map(q => slotFor(q, request.mode, request.seed)),
    at: 0,
    startedAt: now,
    lastAt: now,
    timed,
  }
  if (timed && policy.runSeconds) run.endsAt = now + policy.runSeconds * 1000
  if (timed && policy.questionSeconds) run.questionEndsAt = now + policy.questionSeconds * 1000
  return run
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
 * cleared (`[]`; with feedback nothing given is no answer). Sudden death finishes the run on a wrong answer. An answer to another question, or to a run that is
 * not running, changes nothing; a late one lets the time out run its course instead.
 */
export function answer(run: Run, question: Question, given: readonly string[], now: number, aliases?: Aliases): Run {
  const current = tick(run, now)
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
 * Goes to the next question. Without free navigation an unanswered question holds the run where it is, and after the last
 * one it finishes; with it, the member hands in ({@link finish}).
 */
export function next(run: Run, now: number): Run {
  const current = tick(run, now)
  const { free } = policyOf(current)
  const slot = current.slots[current.at]
  if (current.state !== 'running' || (!free && !slot?.given)) return current
  if (current.at + 1 < current.slots.length) return moveTo(current, current.at + 1, now)
  return free ? current : finish(current, now)
}

/** Goes to question `index` in a mode with free navigation. */
export function goTo(run: Run, index: number, now: number): Run {
  const current = tick(run, now)
  if (current.state !== 'running' || !policyOf(current).free || !current.slots[index]) return current
  return moveTo(current, index, now)
}

/** Marks or unmarks the question on screen for later. */
export function mark(run: Run, on: boolean): Run {
  const slot = run.slots[run.at]
  if (!slot || run.state === 'finished') return run
  const { marked: _was, ...rest } = slot
  return withSlot(run, on ? { ...rest, marked: true } : rest)
}

/**
 * Lets time pass up to `now`; call it about once a second. When the run's end time is over it finishes; when a question's
 * is, the question is missed and sudden death finishes the run. Save the run now and then: what is saved is resumed.
 */
export function tick(run: Run, now: number): Run {
  if (run.state !== 'running') return run
  if (run.endsAt !== undefined && now >= run.endsAt) return finish(spend(run, run.endsAt), run.endsAt)
  const slot = run.slots[run.at]
  if (run.questionEndsAt !== undefined && now >= run.questionEndsAt && slot && !slot.given) {
    const late = spend(run, run.questionEndsAt)
    const missed = withSlot(late, { ...late.slots[run.at]!, missed: true, correct: false })
    return finish(missed, run.questionEndsAt)
  }
  return spend(run, now)
}

/** Stops the clock, for example when the app is hidden. */
export function pause(run: Run, now: number): Run {
  const current = tick(run, now)
  return current.state === 'running' ? { ...current, state: 'paused' } : current
}

/**
 * Goes on after a pause or a kill. End times move by the time since the run was last touched, so an interrupted run
 * loses none of its time and is never handed in by being away.
 */
export function resume(run: Run, now: number): Run {
  if (run.state === 'finished') return run
  const away = Math.max(0, now - run.lastAt)
  const moved: Run = { ...run, state: 'running', lastAt: now }
  if (run.endsAt !== undefined) moved.endsAt = run.endsAt + away
  if (run.questionEndsAt !== undefined) moved.questionEndsAt = run.questionEndsAt + away
  return moved
}

/** Hands the run in. Only a finished run scores. */
export function finish(run: Run, now: number): Run {
  if (run.state === 'finished') return run
  return { ...spend(run, now), state: 'finished', finishedAt: now }
}

/** Milliseconds left for the question or the run, whichever ends first; undefined without a limit. */
export function timeLeft(run: Run, now: number): number | undefined {
  const ends = [run.endsAt, run.questionEndsAt].filter((t): t is number => t !== undefined)
  if (ends.length === 0 || run.state === 'finished') return undefined
  return Math.max(0, Math.min(...ends) - (run.state === 'paused' ? run.lastAt : now))
}

/** The slots that count: all of them, but in sudden death only those that came up. */
export function askedSlots(run: Run): Slot[] {
  return policyOf(run).suddenDeath ? run.slots.filter(s => s.given || s.missed) : run.slots
}

/** What a finished run hands in, for a `set` event; undefined while it is not finished: an interrupted run never scores. */
export function handInOf(
  run: Run,
): Pick<SetEvent, 'run' | 'mode' | 'set' | 'total' | 'correct' | 'untimed'> | undefined {
  const asked = askedSlots(run)
  if (run.state !== 'finished' || !policyOf(run).answers || asked.length === 0) return undefined
  const { id, mode, set, timed } = run
  const untimed = limited(policyOf(run)) && !timed
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

function withSlot(run: Run, slot: Slot): Run {
  return { ...run, slots: run.slots.map((s, i) => (i === run.at ? slot : s)) }
}

/** Gives the time since the last touch to the question on screen, unless it has been answered for good. */
function spend(run: Run, now: number): Run {
  const slot = run.slots[run.at]
  if (!slot || now <= run.lastAt) return run
  if (slot.given && policyOf(run).feedback) return { ...run, lastAt: now }
  return { ...withSlot(run, { ...slot, seconds: slot.seconds + (now - run.lastAt) / 1000 }), lastAt: now }
}

function moveTo(run: Run, index: number, now: number): Run {
  const moved: Run = { ...spend(run, now), at: index }
  const { questionSeconds } = policyOf(run)
  if (questionSeconds && run.timed) moved.questionEndsAt = now + questionSeconds * 1000
  return moved
}
