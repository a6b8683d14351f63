import { create } from 'zustand'
import type { Question } from '@domain/catalog/types'
import { MODES } from '@domain/quiz/modes'
import type { Aliases } from '@domain/quiz/answer-form'
import { reconcile, type Reconciliation } from '@domain/quiz/reconcile'
import {
  answer,
  answerOf,
  createSession,
  finish,
  goTo,
  handInOf,
  mark,
  next,
  pause,
  resume,
  tick,
  type QuizSession,
  type SessionRequest,
} from '@domain/quiz/session'
import { now, stamp } from '@/platform/phone/clock'
import { onOtherTab, tellOtherTabs } from '@/platform/phone/tabs'
import { joinErasure } from '@/storage/erasure'
import { aliasesFor } from '@/feed/aliases'
import { keepFriendScore } from './friends'
import { useMember, type Act } from './member'
import { dropRun, forgetWalk, readRun, saveRun, summary, type Unfinished } from '@/storage/quiz-session'

/** How often a run that nobody touches is kept, milliseconds: a kill costs no more of its clock than that. */
const SAVE_EVERY = 10_000

/** What a new feed did to the run that was resumed. */
export type Changes = Omit<Reconciliation, 'session'>

interface QuizSessionStore {
  run?: QuizSession
  questions: Record<string, Question>
  aliases?: Aliases
  /** A run that was interrupted, as the home page offers it. */
  unfinished?: Unfinished
  changes?: Changes
  /** The run that was open here goes on in another window, or is no more. */
  lost?: boolean
  /** Looks for an interrupted run; called at launch and before another is begun. */
  look(): Promise<void>
  /** Begins at question `at` of those given. */
  start(request: Omit<SessionRequest, 'id'>, questions: Question[], at?: number): Promise<void>
  /** Goes on with the interrupted run over today's questions. @returns false when there is none. */
  resume(pool: Question[]): Promise<boolean>
  /** Goes on after a pause in sight of the same questions. */
  goOn(): void
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
  /** Ends a walk through a shelf: it begins anew next time. */
  endWalk(): Promise<void>
}

const byId = (questions: readonly Question[]) => Object.fromEntries(questions.map(question => [question.id, question]))

export const useQuizSession = create<QuizSessionStore>((set, get) => {
  let savedAt = 0
  /** Id of the run that stands on the phone as this window's own; another is taken hold of by its first saving. */
  let held: string | undefined
  const keep = async (run: QuizSession) => {
    savedAt = now()
    const takes = held !== run.id
    try {
      if (!(await saveRun(run, takes))) return await (run.state === 'finished' ? get().look() : letGo())
      held = run.id
      if (takes || run.state === 'finished') tellOtherTabs()
    } catch (error) {
      useMember.setState({ problem: (error as Error).message })
    }
  }
  const letGo = async () => {
    held = undefined
    const stored = await readRun()
    set({ run: undefined, lost: true, unfinished: stored && summary(stored.run) })
  }
  /** Another window has changed something: is the run that is open here still ours? */
  const lookAgain = async () => {
    const run = current()
    if (!run || run.state === 'finished') return get().look()
    const stored = await readRun()
    if (held === run.id && current() === run && !(stored?.held && stored.run.id === run.id)) await letGo()
  }
  onOtherTab(() => void lookAgain().catch(() => undefined))
  /** Makes a new state of the run durable, and scores it when it has just been handed in. */
  const settle = (run: QuizSession, acts: Act[] = []) => {
    const ended = run.state === 'finished' && get().run?.state !== 'finished'
    set({ run, unfinished: summary(run) })
    if (ended) acts.push(...scores(run))
    if (acts.length) void useMember.getState().record(acts)
    if (ended && run.mode === 'friend') void keepFriendScore(run)
    void keep(run)
  }
  const current = () => get().run

  return {
    questions: {},
    look: async () => {
      const run = current()
      if (run && run.state !== 'finished') return
      const stored = await readRun()
      set({ unfinished: stored && summary(stored.run) })
    },
    start: async (request, questions, at = 0) => {
      const [{ id }, aliases] = await Promise.all([stamp(), aliasesFor(questions)])
      set({ questions: byId(questions), aliases, changes: undefined, lost: false, run: undefined })
      const run = createSession({ ...request, id }, questions, now())
      settle(at > 0 ? goTo(run, at, now()) : run)
    },
    resume: async pool => {
      const known = current()
      const stored = known && known.state !== 'finished' ? known : (await readRun())?.run
      if (!stored) return false
      if (stored !== known) held = undefined
      const { session: run, ...changes } = reconcile(stored, pool)
      if (run.slots.length === 0) {
        await get().discard()
        return false
      }
      set({ questions: byId(pool), aliases: await aliasesFor(pool), changes, lost: false, run })
      settle(resume(run, now()))
      return true
    },
    goOn: () => current() && settle(resume(current()!, now())),
    give: given => {
      const run = current()
      const question = run && get().questions[run.slots[run.at]!.question]
      if (!run || !question) return
      const after = answer(run, question, given, now(), get().aliases)
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
      else if (run.timed && now() - savedAt > SAVE_EVERY) void keep(after)
    },
    leave: async () => {
      const run = current()
      if (!run || run.state === 'finished') return
      const paused = pause(run, now())
      if (paused.state === 'finished') return settle(paused)
      set({ run: paused, unfinished: summary(paused) })
      await keep(paused)
    },
    handIn: () => current() && settle(finish(current()!, now())),
    discard: async () => {
      set({ run: undefined, unfinished: undefined })
      await dropRun()
      tellOtherTabs()
    },
    endWalk: async () => {
      const run = current()
      await get().discard()
      if (run) await forgetWalk(run.seed)
    },
  }
})
// Its window learns that the run is no more, as when another has erased it.
joinErasure(useQuizSession, { begin: () => ({ lost: true }) })

function scores(run: QuizSession): Act[] {
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
