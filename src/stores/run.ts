import { create } from 'zustand'
import type { QuizMode } from '@domain/contract/events'
import type { Question } from '@domain/feed/types'
import { MODES } from '@domain/quiz/modes'
import { reconcile, type Reconciliation } from '@domain/quiz/reconcile'
import {
  answer,
  answerOf,
  createRun,
  finish,
  goTo,
  handInOf,
  mark,
  next,
  pause,
  resume,
  tick,
  type Run,
  type RunRequest,
} from '@domain/quiz/run'
import { now, stamp } from '@/services/stamper'
import { memberKeyValue, useMember, type Act } from './member'

const KEY = 'run/current'

interface Unfinished {
  mode: QuizMode
  title: string
  answered: number
  total: number
}

interface RunStore {
  run?: Run
  questions: Record<string, Question>
  /** A run that was interrupted, as the home page offers it. */
  unfinished?: Unfinished
  /** What a new feed did to the run that was resumed. */
  changes?: Omit<Reconciliation, 'run'>
  /** Looks for an interrupted run; called at launch. */
  look(): Promise<void>
  start(request: Omit<RunRequest, 'id'>, questions: Question[]): Promise<void>
  /** Goes on with the interrupted run over today's questions. @returns false when there is none. */
  resume(pool: Question[]): Promise<boolean>
  give(given: string[]): void
  next(): void
  goTo(index: number): void
  mark(on: boolean): void
  tick(): void
  /** Stops the clock and keeps the run for later. */
  leave(): Promise<void>
  handIn(): void
  /** Throws the interrupted run away, unscored. */
  discard(): Promise<void>
}

const isRun = (value: unknown): value is Run =>
  typeof value === 'object' && value !== null && (value as Run).v === 1 && Array.isArray((value as Run).slots)

async function save(run: Run | undefined): Promise<void> {
  const kv = await memberKeyValue()
  await kv.update([], () => new Map([[KEY, run && run.state !== 'finished' ? run : undefined]]))
}

const byId = (questions: readonly Question[]) => Object.fromEntries(questions.map(question => [question.id, question]))

function summary(run: Run): Unfinished | undefined {
  if (run.state === 'finished') return undefined
  return {
    mode: run.mode,
    title: run.title ?? '',
    answered: run.slots.filter(slot => slot.given).length,
    total: run.slots.length,
  }
}

export const useRun = create<RunStore>((set, get) => {
  /** Makes a new state of the run durable, and scores it when it has just been handed in. */
  const settle = (run: Run, acts: Act[] = []) => {
    const ended = run.state === 'finished' && get().run?.state !== 'finished'
    set({ run, unfinished: summary(run) })
    if (ended) acts.push(...scores(run))
    if (acts.length) void useMember.getState().record(acts)
    void save(run)
  }
  const current = () => get().run

  return {
    questions: {},
    look: async () => {
      const stored = (await (await memberKeyValue()).read([KEY])).get(KEY)
      if (isRun(stored)) set({ unfinished: summary(stored) })
    },
    start: async (request, questions) => {
      const { id } = await stamp()
      set({ questions: byId(questions), changes: undefined, run: undefined })
      settle(createRun({ ...request, id }, questions, now()))
    },
    resume: async pool => {
      const stored = current() ?? (await (await memberKeyValue()).read([KEY])).get(KEY)
      if (!isRun(stored) || stored.state === 'finished') return false
      const { run, ...changes } = reconcile(stored, pool)
      if (run.slots.length === 0) {
        await get().discard()
        return false
      }
      set({ questions: byId(pool), changes, run })
      settle(resume(run, now()))
      return true
    },
    give: given => {
      const run = current()
      const question = run && get().questions[run.slots[run.at]!.question]
      if (!run || !question) return
      const after = answer(run, question, given, now())
      const was = run.slots[run.at]!
      const slot = after.slots[run.at]!
      const { feedback, answers } = MODES[run.mode]
      const given1 = answerOf(slot)
      // With feedback an answer is final at once; an exam's are recorded when it is handed in.
      const acts: Act[] =
        feedback && answers && given1 && !was.given
          ? [{ kind: 'answer', run: run.id, mode: run.mode, answer: given1 }]
          : []
      settle(after, acts)
    },
    next: () => current() && settle(next(current()!, now())),
    goTo: index => current() && settle(goTo(current()!, index, now())),
    mark: on => current() && settle(mark(current()!, on)),
    tick: () => {
      const run = current()
      if (!run || run.state !== 'running') return
      const after = tick(run, now())
      if (after.state === 'finished') settle(after)
    },
    leave: async () => {
      const run = current()
      if (!run || run.state === 'finished') return
      const paused = pause(run, now())
      set({ run: paused, unfinished: summary(paused) })
      await save(paused)
    },
    handIn: () => current() && settle(finish(current()!, now())),
    discard: async () => {
      set({ run: undefined, unfinished: undefined })
      await save(undefined)
    },
  }
})

function scores(run: Run): Act[] {
  const { feedback, answers } = MODES[run.mode]
  if (!answers) return []
  const late: Act[] = feedback
    ? []
    : run.slots.flatMap(slot => {
        const given = answerOf(slot)
        return given ? [{ kind: 'answer' as const, run: run.id, mode: run.mode, answer: given }] : []
      })
  const handedIn = handInOf(run)
  return handedIn ? [...late, { kind: 'set', ...handedIn }] : late
}
