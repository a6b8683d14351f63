import fc from 'fast-check'
import type { QuizMode } from '@domain/progress/events'
import type { Question } from '@domain/catalog/types'
import { expectedOf } from '@domain/quiz/grade'
import { MODES } from '@domain/quiz/modes'
import {
  type QuizSession,
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
  timeLeft,
} from '@domain/quiz/session'
import { pool } from './pool'

const T0 = 1_800_000_000_000
const five = pool.slice(0, 5)
const start = (mode: QuizMode, questions: Question[] = five, more = {}) =>
  createSession({ id: 'r1', mode, seed: 's', ...more }, questions, T0)
const right = (run: QuizSession, now: number) => {
  const q = pool.find(p => p.id === run.slots[run.at]!.question)!
  return answer(run, q, expectedOf(q), now)
}
const wrong = (run: QuizSession, now: number) => {
  const q = pool.find(p => p.id === run.slots[run.at]!.question)!
  return answer(run, q, ['none'], now)
}
const killed = (run: QuizSession): QuizSession => JSON.parse(JSON.stringify(run))

test('a session goes from question to question and finishes after the last', () => {
  let run = start('daily', five, { set: 'daily:2026-11-23' })
  for (let i = 0; i < 5; i++) {
    expect(run.at).toBe(i)
    expect(next(run, T0).at).toBe(i)
    run = next(i === 2 ? wrong(run, T0 + 4000 * i + 3000) : right(run, T0 + 4000 * i + 3000), T0 + 4000 * (i + 1))
  }
  expect(run.state).toBe('finished')
  expect(handInOf(run)).toEqual({ run: 'r1', mode: 'daily', set: 'daily:2026-11-23', total: 5, correct: 4 })
  expect(run.slots.map(s => s.seconds)).toEqual([3, 3, 3, 3, 3])
})

test('with feedback the first answer is final', () => {
  const once = wrong(start('practice'), T0 + 1000)
  expect(right(once, T0 + 2000).slots[0]!.correct).toBe(false)
})

test('with feedback nothing given is no answer, and ends no challenge', () => {
  for (const mode of ['practice', 'challenge'] as const)
    expect(answer(start(mode), five[0]!, [], T0)).toEqual(start(mode))
})

test('a session of which nothing is left hands nothing in', () => {
  expect(handInOf(finish({ ...start('review'), slots: [] }, T0))).toBeUndefined()
})

test('an answer to a question that is not on the screen changes nothing', () => {
  const run = start('daily')
  expect(answer(run, pool[3]!, ['b'], T0)).toEqual(run)
})

test('no session scores before it is finished', () => {
  const modes = Object.keys(MODES) as QuizMode[]
  for (const mode of modes) {
    const run = right(start(mode), T0 + 1000)
    expect(handInOf(run)).toBeUndefined()
    expect(handInOf(pause(run, T0 + 2000))).toBeUndefined()
    expect(handInOf(killed(run))).toBeUndefined()
  }
})

test('reading with answers shown makes no score at all', () => {
  expect(handInOf(finish(start('recite'), T0))).toBeUndefined()
})

test('an answer for an event carries ids, hash and whole seconds, never a position', () => {
  const run = right(start('daily'), T0 + 2600)
  expect(answerOf(run.slots[0]!)).toEqual({
    question: five[0]!.id,
    hash: five[0]!.hash,
    type: five[0]!.type,
    shelf: five[0]!.shelf,
    given: expectedOf(five[0]!),
    correct: true,
    seconds: 3,
  })
  expect(answerOf(run.slots[1]!)).toBeUndefined()
})

describe('the mock exam', () => {
  test('may be walked in any order, marked, and its answers changed or cleared until handed in', () => {
    let run = right(goTo(start('exam'), 3, T0 + 1000), T0 + 2000)
    run = mark(wrong(run, T0 + 3000), true)
    expect(run.slots[3]).toMatchObject({ correct: false, marked: true })
    run = answer(run, five[3]!, [], T0 + 4000)
    expect(answerOf(run.slots[3]!)).toBeUndefined()
    expect(mark(run, false).slots[3]!.marked).toBeUndefined()
    expect(next(goTo(run, 4, T0 + 5000), T0 + 5000).state).toBe('running')
  })

  test('ends by its end time, not by counting', () => {
    const run = tick(right(start('exam'), T0 + 1000), T0 + 9 * 3_600_000)
    expect(run).toMatchObject({ state: 'finished', finishedAt: T0 + 3_600_000 })
    expect(handInOf(run)).toMatchObject({ total: 5, correct: 1 })
    expect(right(run, T0 + 9 * 3_600_000)).toEqual(run)
  })

  test('an answer that comes after the end is not taken', () => {
    expect(right(start('exam'), T0 + 3_600_001)).toMatchObject({
      state: 'finished',
      slots: [{ seconds: 3600 }, {}, {}, {}, {}],
    })
    expect(right(start('exam'), T0 + 3_600_001).slots[0]!.given).toBeUndefined()
  })

  test('without a limit it never ends by itself', () => {
    const run = tick(start('exam', five, { untimed: true }), T0 + 9 * 3_600_000)
    expect(run.state).toBe('running')
    expect(timeLeft(run, T0)).toBeUndefined()
  })
})

describe('the challenge', () => {
  test('ends at the first wrong answer', () => {
    const run = wrong(next(right(start('challenge'), T0 + 1000), T0 + 2000), T0 + 3000)
    expect(run.state).toBe('finished')
    expect(handInOf(run)).toMatchObject({ total: 2, correct: 1 })
  })

  test("ends when a question's forty-five seconds are over", () => {
    const run = tick(next(right(start('challenge'), T0 + 1000), T0 + 10_000), T0 + 55_000)
    expect(run).toMatchObject({ state: 'finished', finishedAt: T0 + 55_000 })
    expect(run.slots[1]).toMatchObject({ missed: true, correct: false, seconds: 45 })
  })

  test('time stands still between the answer and the next question', () => {
    const run = tick(right(start('challenge'), T0 + 1000), T0 + 600_000)
    expect(run.state).toBe('running')
    expect(timeLeft(run, T0 + 600_000)).toBeUndefined()
    expect(timeLeft(next(run, T0 + 600_000), T0 + 600_000)).toBe(45_000)
  })

  test('without a limit it keeps its sudden death', () => {
    const run = next(right(start('challenge', five, { untimed: true }), T0 + 90_000), T0 + 90_000)
    expect(tick(run, T0 + 900_000).state).toBe('running')
    const over = wrong(run, T0 + 900_000)
    expect(over.state).toBe('finished')
    expect(handInOf(over)).toMatchObject({ untimed: true })
  })

  test('options are shown in an order of their own, the same for the same seed', () => {
    const orders = ['a', 'b', 'c', 'd', 'e'].map(seed => start('challenge', five, { seed }).slots[0]!.options)
    expect(new Set(orders.map(o => o.join())).size).toBeGreaterThan(1)
    for (const o of orders) expect(o.slice().sort()).toEqual(['a', 'b', 'c', 'd'])
    expect(start('challenge').slots).toEqual(start('challenge').slots)
  })
})

describe('an interrupted run', () => {
  test('loses none of its time while it is paused or the app is dead', () => {
    const away = 5 * 3_600_000
    for (const mode of ['exam', 'challenge'] as const) {
      const run = tick(start(mode), T0 + 5000)
      const back = resume(killed(run), T0 + 5000 + away)
      expect(back.state).toBe('running')
      expect(timeLeft(back, T0 + 5000 + away)).toBe(timeLeft(run, T0 + 5000))
      const rested = pause(run, T0 + 6000)
      expect(timeLeft(rested, T0 + 9_999_999)).toBe(timeLeft(run, T0 + 6000))
      expect(resume(killed(rested), T0 + away).slots[0]!.seconds).toBe(6)
    }
  })

  test('is running no more while paused: time passes it by and it takes no answer', () => {
    const run = pause(start('exam'), T0 + 1000)
    expect(tick(run, T0 + 9e9)).toEqual(run)
    expect(right(run, T0 + 2000)).toEqual(run)
  })

  test('killed at any step and resumed, ends as if it had not been', () => {
    const steps = fc.array(fc.record({ ok: fc.boolean(), ms: fc.nat(20_000), kill: fc.boolean() }), { maxLength: 12 })
    const mode = fc.constantFrom<QuizMode>('daily', 'practice', 'exam', 'challenge', 'friend', 'review')
    fc.assert(
      fc.property(mode, steps, (m, list) => {
        let whole = start(m)
        let broken = start(m)
        let now = T0
        let shift = 0
        for (const { ok, ms, kill } of list) {
          now += ms
          if (kill) {
            whole = tick(whole, now)
            broken = tick(broken, now + shift)
            shift += 3_600_000
            broken = resume(killed(broken), now + shift)
          }
          whole = next(ok ? right(whole, now) : wrong(whole, now), now)
          broken = next(ok ? right(broken, now + shift) : wrong(broken, now + shift), now + shift)
        }
        expect(broken.slots).toEqual(whole.slots)
        expect([broken.at, broken.state]).toEqual([whole.at, whole.state])
      }),
    )
  })
})

test('a session without questions is refused', () => {
  expect(() => start('daily', [])).toThrow(RangeError)
})
