import type { Option, Question } from '@domain/catalog/types'
import { HANDED_IN_MS } from '@domain/contract/contest-limits'
import type { ContestClock } from '@domain/contract/contests'
import { grade } from '@domain/quiz/grade'
import { pick, seeded, shuffle } from '@domain/quiz/random'
import { sorted } from '@domain/quiz/select'
import { ApiError } from '@/api/client'
import type { ContestQuestion, ContestService, Try } from './contest-service'

/** Kinds that a contest asks. */
export type ContestKind = Extract<Question, { type: 'single' | 'multiple' | 'judge' }>
export const isContestKind = (it: Question): it is ContestKind =>
  it.type === 'single' || it.type === 'multiple' || it.type === 'judge'

/** Ids for a practice round, by chance: of the 公开演示题, or of all when there are too few (a feed without them). */
export function practiceDraw(all: readonly Question[], count: number, seed: string): string[] {
  const pool = sorted(all).filter(isContestKind)
  const demo = pool.filter(it => it.demo)
  return pick(demo.length < count ? pool : demo, count, seeded(seed)).map(it => it.id)
}

/** What became of a question of the practice round. */
export interface Practised {
  question: ContestKind
  /** As they were shown. */
  options: Option[]
  /** Ids of options, `true` or `false`; empty when its time ran out. */
  given: string[]
  right: boolean
}

/** `A`, `B` … for the first, the second option. */
const letter = (i: number) => String.fromCharCode('A'.charCodeAt(0) + i)

/**
 * The practice round: the same as the contest, with public questions that the app has, on the phone alone. Nothing is sent, and nothing
 * is kept. @param mono milliseconds that only grow
 */
export function practiceService(
  questions: readonly ContestKind[],
  clock: ContestClock,
  seed: string,
  mono: () => number,
): ContestService & { practised(): Practised[] } {
  const random = seeded(seed)
  const asked: Practised[] = shuffle(questions, random).map(question => ({
    question,
    options: question.type === 'judge' ? [] : shuffle(question.options, random),
    given: [],
    right: false,
  }))
  let answered = 0
  let finished = false
  let endsAt: number | undefined

  const own = (): Try => ({
    try: 1,
    state: finished ? 'finished' : 'running',
    answered,
    questions: asked.length,
    allowanceMs: 0,
  })
  const begin = () => {
    endsAt ??= mono() + clock.seconds * 1000
  }
  const isOver = () => endsAt !== undefined && mono() >= endsAt
  // What is chosen when the time ends is handed in by the page, as in the contest.
  const isLate = () => endsAt !== undefined && mono() >= endsAt + HANDED_IN_MS
  const pass = () => {
    answered += 1
    if (clock.kind === 'question') endsAt = undefined
    if (answered === asked.length || (clock.kind === 'paper' && isOver())) finished = true
  }
  const shown = (): ContestQuestion | undefined => {
    const it = finished ? undefined : asked[answered]
    if (!it) return undefined
    begin()
    return {
      n: answered,
      type: it.question.type,
      stem: it.question.stem,
      options:
        it.question.type === 'judge'
          ? [
              { id: 'true', text: '正确' },
              { id: 'false', text: '错误' },
            ]
          : it.options.map(({ text }, i) => ({ id: letter(i), text })),
      leftMs: Math.max(0, endsAt! - mono()),
    }
  }
  const answer = (given: readonly string[]) => {
    const it = asked[answered]!
    it.given =
      it.question.type === 'judge'
        ? [...given]
        : it.options.flatMap(({ id }, i) => (given.includes(letter(i)) ? id : []))
    it.right = !isLate() && grade(it.question, it.given).correct
  }
  return {
    practised: () => asked,
    ticket: async () => ({ ticket: 'practice', place: 0, waitMs: 0 }),
    start: async () => own(),
    resume: async () => own(),
    clock: async () => ({ echo: 'practice', allowanceMs: 0 }),
    question: async ({ n }) => {
      if (n > answered) throw new ApiError('还没有轮到这一题', 409, 'early', false)
      const passed = !finished && isOver() ? 1 : 0
      if (passed > 0) pass()
      if (clock.kind === 'paper' && isOver()) finished = true
      return { question: shown(), passed, finished, allowanceMs: 0 }
    },
    answer: async ({ n, given, next }) => {
      if (n !== answered || finished) throw new ApiError('这一题已经答过', 409, 'answered', false)
      const late = isLate()
      answer(given)
      pass()
      return { n, late, finished, ...(next && !finished && { question: shown() }) }
    },
    finish: async () => {
      finished = true
      return own()
    },
  }
}
