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
import { note } from '@domain/review/notebook'
import { now, stamp } from '@/platform/phone/clock'
import { onOtherTab, tellOtherTabs } from '@/platform/phone/tabs'
import { joinErasure } from '@/storage/erasure'
import { aliasesFor } from '@/feed/aliases'
import { keepFriendScore } from './friends'
import { useMember, type Act } from './member'
import { usePapers } from './papers'
import { useUnfinished } from './unfinished'
import { forgetWalk, readQuizSession, saveQuizSession, summary } from '@/storage/quiz-session'

/** How often a session that nobody touches is kept, milliseconds: a kill costs no more of its clock than that. */
const SAVE_EVERY = 10_000

/** What a new feed did to the session that was resumed. */
export type Changes = Omit<Reconciliation, 'session'>

interface QuizSessionStore {
  session?: QuizSession
  questions: Record<string, Question>
  aliases?: Aliases
  changes?: Changes
  /** The session that was open here goes on in another window, or is no more. */
  lost?: boolean
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
      if (!(await saveQuizSession(session, takes)))
        return await (session.state === 'finished' ? useUnfinished.getState().look() : letGo())
      held = session.id
      if (takes || session.state === 'finished') tellOtherTabs()
    } catch (error) {
      useMember.setState({ problem: (error as Error).message })
    }
  }
  const letGo = async () => {
    held = undefined
    const stored = await readQuizSession()
    set({ session: undefined, lost: true })
    useUnfinished.setState({ here: false, unfinished: stored && summary(stored.session) })
  }
  /** Another window has changed something: is the session that is open here still ours? */
  const lookAgain = async () => {
    const session = current()
    if (!session || session.state === 'finished') return
    const stored = await readQuizSession()
    if (held === session.id && current() === session && !(stored?.held && stored.session.id === session.id))
      await letGo()
  }
  onOtherTab(() => void lookAgain().catch(() => undefined))
  const show = (session: QuizSession) => {
    set({ session })
    useUnfinished.setState({ here: session.state !== 'finished', unfinished: summary(session) })
  }
  // Thrown away on another page.
  useUnfinished.subscribe(({ here }) => {
    const session = current()
    if (!here && session && session.state !== 'finished') set({ session: undefined })
  })
  /** Makes a new state of the session durable, and scores it when it has just been handed in. */
  const settle = (session: QuizSession, acts: Act[] = []) => {
    const ended = session.state === 'finished' && get().session?.state !== 'finished'
    show(session)
    if (ended) {
      acts.push(...scores(session))
      void usePapers
        .getState()
        .keep(session)
        .catch((error: Error) => useMember.setState({ problem: error.message }))
    }
    if (acts.length) void useMember.getState().record(acts, note)
    if (ended && session.mode === 'friend') void keepFriendScore(session)
    void keep(session)
  }
  const current = () => get().session

  return {
    questions: {},
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
        await useUnfinished.getState().discard()
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
        feedback && answers && given1 && !was.given && !session.own
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
      show(paused)
      await keep(paused)
    },
    handIn: () => current() && settle(finish(current()!, now())),
    endWalk: async () => {
      const session = current()
      await useUnfinished.getState().discard()
      if (session) await forgetWalk(session.seed)
    },
  }
})
// Its window learns that the session is no more, as when another has erased it.
joinErasure(useQuizSession, {
  begin: () => ({ lost: true }),
  reread: async () => useQuizSession.setState({ session: undefined, lost: true }),
})

function scores(session: QuizSession): Act[] {
  const { feedback, answers } = MODES[session.mode]
  // A unit's own questions are in no record: they are nobody's study, and no shelf's.
  if (!answers || session.own) return []
  const late: Act[] = feedback
    ? []
    : session.slots.flatMap(slot => {
        const given = answerOf(slot)
        return given ? [{ kind: 'answer' as const, run: session.id, mode: session.mode, answer: given }] : []
      })
  const handedIn = handInOf(session)
  return handedIn ? [...late, { kind: 'set', ...handedIn }] : late
}
