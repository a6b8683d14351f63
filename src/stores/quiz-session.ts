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
import {
  dropQuizSession,
  forgetWalk,
  readQuizSession,
  saveQuizSession,
  summary,
  type Unfinished,
} from '@/storage/quiz-session'

/** How often a session that nobody touches is kept, milliseconds: a kill costs no more of its clock than that. */
const SAVE_EVERY = 10_000

/** What a new feed did to the session that was resumed. */
export type Changes = Omit<Reconciliation, 'session'>

interface QuizSessionStore {
  session?: QuizSession
  questions: Record<string, Question>
  aliases?: Aliases
  /** A session that was interrupted, as the home page offers it. */
  unfinished?: Unfinished
  changes?: Changes
  /** The session that was open here goes on in another window, or is no more. */
  lost?: boolean
  /** Looks for an interrupted session; called at launch and before another is begun. */
  look(): Promise<void>
  /** Begins at question `at` of those given. */
  start(request: Omit<SessionRequest, 'id'>, questions: Question[], at?: number): Promise<void>
  /** Goes on with the interrupted session over today's questions. @returns false when there is none. */
  resume(pool: Question[]): Promise<boolean>
  /** Goes on after a pause in sight of the same questions. */
  goOn(): void
  give(given: string[]): void
  next(): void
  goTo(index: number): void
  mark(on: boolean): void
  tick(): void
  /** Stops the clock and keeps the session for later. */
  leave(): Promise<void>
  handIn(): void
  /** Throws the interrupted session away, unscored. */
  discard(): Promise<void>
  /** Ends a walk through a shelf: it begins anew next time. */
  endWalk(): Promise<void>
}

const byId = (questions: readonly Question[]) => Object.fromEntries(questions.map(question => [question.id, question]))

export const useQuizSession = create<QuizSessionStore>((set, get) => {
  let savedAt = 0
  /** Id of the session that stands on the phone as this window's own; another is taken hold of by its first saving. */
  let held: string | undefined
  const keep = async (session: QuizSession) => {
    savedAt = now()
    const takes = held !== session.id
    try {
      if (!(await saveQuizSession(session, takes))) return await (session.state === 'finished' ? get().look() : letGo())
      held = session.id
      if (takes || session.state === 'finished') tellOtherTabs()
    } catch (error) {
      useMember.setState({ problem: (error as Error).message })
    }
  }
  const letGo = async () => {
    held = undefined
    const stored = await readQuizSession()
    set({ session: undefined, lost: true, unfinished: stored && summary(stored.session) })
  }
  /** Another window has changed something: is the session that is open here still ours? */
  const lookAgain = async () => {
    const session = current()
    if (!session || session.state === 'finished') return get().look()
    const stored = await readQuizSession()
    if (held === session.id && current() === session && !(stored?.held && stored.session.id === session.id))
      await letGo()
  }
  onOtherTab(() => void lookAgain().catch(() => undefined))
  /** Makes a new state of the session durable, and scores it when it has just been handed in. */
  const settle = (session: QuizSession, acts: Act[] = []) => {
    const ended = session.state === 'finished' && get().session?.state !== 'finished'
    set({ session, unfinished: summary(session) })
    if (ended) acts.push(...scores(session))
    if (acts.length) void useMember.getState().record(acts)
    if (ended && session.mode === 'friend') void keepFriendScore(session)
    void keep(session)
  }
  const current = () => get().session

  return {
    questions: {},
    look: async () => {
      const session = current()
      if (session && session.state !== 'finished') return
      const stored = await readQuizSession()
      set({ unfinished: stored && summary(stored.session) })
    },
    start: async (request, questions, at = 0) => {
      const [{ id }, aliases] = await Promise.all([stamp(), aliasesFor(questions)])
      set({ questions: byId(questions), aliases, changes: undefined, lost: false, session: undefined })
      const session = createSession({ ...request, id }, questions, now())
      settle(at > 0 ? goTo(session, at, now()) : session)
    },
    resume: async pool => {
      const known = current()
      const stored = known && known.state !== 'finished' ? known : (await readQuizSession())?.session
      if (!stored) return false
      if (stored !== known) held = undefined
      const { session, ...changes } = reconcile(stored, pool)
      if (session.slots.length === 0) {
        await get().discard()
        return false
      }
      set({ questions: byId(pool), aliases: await aliasesFor(pool), changes, lost: false, session })
      settle(resume(session, now()))
      return true
    },
    goOn: () => current() && settle(resume(current()!, now())),
    give: given => {
      const session = current()
      const question = session && get().questions[session.slots[session.at]!.question]
      if (!session || !question) return
      const after = answer(session, question, given, now(), get().aliases)
      const was = session.slots[session.at]!
      const slot = after.slots[session.at]!
      const { feedback, answers } = MODES[session.mode]
      const given1 = answerOf(slot)
      // With feedback an answer is final at once; an exam's are recorded when it is handed in.
      const acts: Act[] =
        feedback && answers && given1 && !was.given
          ? [{ kind: 'answer', run: session.id, mode: session.mode, answer: given1 }]
          : []
      settle(after, acts)
    },
    next: () => current() && settle(next(current()!, now())),
    goTo: index => current() && settle(goTo(current()!, index, now())),
    mark: on => current() && settle(mark(current()!, on)),
    tick: () => {
      const session = current()
      if (!session || session.state !== 'running') return
      const after = tick(session, now())
      if (after.state === 'finished') settle(after)
      else if (session.timed && now() - savedAt > SAVE_EVERY) void keep(after)
    },
    leave: async () => {
      const session = current()
      if (!session || session.state === 'finished') return
      const paused = pause(session, now())
      if (paused.state === 'finished') return settle(paused)
      set({ session: paused, unfinished: summary(paused) })
      await keep(paused)
    },
    handIn: () => current() && settle(finish(current()!, now())),
    discard: async () => {
      set({ session: undefined, unfinished: undefined })
      await dropQuizSession()
      tellOtherTabs()
    },
    endWalk: async () => {
      const session = current()
      await get().discard()
      if (session) await forgetWalk(session.seed)
    },
  }
})
// Its window learns that the session is no more, as when another has erased it.
joinErasure(useQuizSession, { begin: () => ({ lost: true }) })

function scores(session: QuizSession): Act[] {
  const { feedback, answers } = MODES[session.mode]
  if (!answers) return []
  const late: Act[] = feedback
    ? []
    : session.slots.flatMap(slot => {
        const given = answerOf(slot)
        return given ? [{ kind: 'answer' as const, run: session.id, mode: session.mode, answer: given }] : []
      })
  const handedIn = handInOf(session)
  return handedIn ? [...late, { kind: 'set', ...handedIn }] : late
}
