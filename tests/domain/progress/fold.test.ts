import fc from 'fast-check'
import type { MemberEvent } from '@domain/progress/events'
import { fold, foldAll } from '@domain/progress/fold'
import { emptyProgress } from '@domain/progress/state'
import { dayStart } from '@domain/time/day'
import { uuidv7 } from '@domain/time/uuid'
import { logAndRepeats, memberLog } from '../member-log'

let serial = 0
const event = (day: string, body: object): MemberEvent => {
  const at = dayStart(day) + 8 * 3_600_000
  const bytes = new Uint8Array(10)
  bytes[9] = serial++
  return { id: uuidv7(at, bytes), at, day, ...body } as MemberEvent
}

test('any order of events, with any repeats, gives the same summaries', () => {
  fc.assert(
    fc.property(logAndRepeats, ([log, mixed]) => {
      expect(foldAll(emptyProgress(), mixed)).toEqual(foldAll(emptyProgress(), log))
    }),
    { numRuns: 100 },
  )
})

test('one event at a time and all at once are the same, and neither changes what it was given', () => {
  fc.assert(
    fc.property(memberLog, log => {
      const start = emptyProgress()
      const frozen = JSON.stringify(start)
      let state = start
      for (const e of log) {
        const before = JSON.stringify(state)
        const next = fold(state, e)
        expect(JSON.stringify(state)).toBe(before)
        state = next
      }
      expect(state).toEqual(foldAll(start, log))
      expect(JSON.stringify(start)).toBe(frozen)
    }),
    { numRuns: 50 },
  )
})

test('counters equal a plain recount of the log', () => {
  fc.assert(
    fc.property(memberLog, log => {
      const { days, tally } = foldAll(emptyProgress(), log)
      for (const day of Object.values(days)) {
        const own = log.filter(e => e.day === day.day)
        const sum = (kind: string) => own.reduce((n, e) => n + (e.kind === kind && 'seconds' in e ? e.seconds : 0), 0)
        const answers = own.filter(e => e.kind === 'answer')
        expect(day).toMatchObject({
          read_seconds: sum('read'),
          listen_seconds: sum('listen'),
          watch_seconds: sum('watch'),
          answers: answers.length,
          correct_answers: answers.filter(e => e.answer.correct).length,
          reviews: answers.filter(e => e.mode === 'review').length,
        })
        expect(day.new_articles + day.new_episodes).toBe(day.items.length)
      }
      const all = log.filter(e => e.kind === 'answer').length
      expect(Object.values(tally).reduce((n, t) => n + t.answered, 0)).toBe(all)
    }),
  )
})

test('every item finishes once, on the earliest day, however often and late it is told', () => {
  const late = event('2026-11-20', { kind: 'finish', item: 'a-0001' })
  const early = event('2026-11-18', { kind: 'finish', item: 'a-0001' })
  const state = foldAll(emptyProgress(), [late, early])
  expect(state.days['2026-11-18']).toMatchObject({ new_articles: 1, items: ['a-0001'] })
  expect(state.days['2026-11-20']).toBeUndefined()
  expect(state.items['a-0001']!.finishedDay).toBe('2026-11-18')
})

test('a fixed set scores once; a session without a set name scores none', () => {
  const body = { kind: 'set', run: 'r', mode: 'practice', total: 5, correct: 4 }
  const state = foldAll(emptyProgress(), [
    event('2026-11-18', { ...body, set: 'practice:reform:5:1' }),
    event('2026-11-19', { ...body, set: 'practice:reform:5:1' }),
    event('2026-11-19', body),
  ])
  expect(state.days['2026-11-18']!.new_sets).toBe(1)
  expect(state.days['2026-11-19']).toBeUndefined()
  expect(state.bests.practice).toBe(4)
})

test('what was answered today and yesterday is remembered, and nothing older', () => {
  const on = (day: string, question: string) =>
    event(day, { kind: 'answer', run: 'r', mode: 'daily', answer: { question, shelf: 'reform', correct: true } })
  const log = [on('2026-11-18', 'q-3'), on('2026-11-20', 'q-2'), on('2026-11-20', 'q-1'), on('2026-11-19', 'q-1')]
  expect(foldAll(emptyProgress(), log).recent).toEqual({ '2026-11-19': ['q-1'], '2026-11-20': ['q-1', 'q-2'] })
})

test('a session without its time limit is no personal best', () => {
  const body = { kind: 'set', run: 'r', mode: 'challenge', total: 9, correct: 8 }
  const log = [event('2026-11-18', { ...body, untimed: true }), event('2026-11-18', { ...body, correct: 3 })]
  expect(foldAll(emptyProgress(), log).bests.challenge).toBe(3)
})

test('the last word on a favourite wins', () => {
  const on = event('2026-11-18', { kind: 'favourite', item: 'a-0001', on: true })
  const off = event('2026-11-19', { kind: 'favourite', item: 'a-0001', on: false })
  expect(foldAll(emptyProgress(), [off, on]).favourites['a-0001']!.on).toBe(false)
  expect(foldAll(emptyProgress(), [off, on]).items).toEqual({})
  const both = [event('2026-11-19', { kind: 'favourite', item: 'a-0001', on: true }), off]
  for (const log of [both, both.slice().reverse()]) {
    expect(foldAll(emptyProgress(), log).favourites['a-0001']!.on).toBe(true)
  }
})

test('the position of an episode is where the member last was, not the furthest', () => {
  const far = event('2026-11-18', { kind: 'listen', item: 'e-0001', seconds: 60, from: 240, position: 300 })
  const back = event('2026-11-19', { kind: 'listen', item: 'e-0001', seconds: 20, from: 0, position: 20 })
  const item = foldAll(emptyProgress(), [back, far]).items['e-0001']!
  expect(item).toMatchObject({ position: { second: 20 }, reached: 300 })
  expect(item.covered).toEqual([
    [0, 20],
    [240, 300],
  ])
})

test('folding into a part of the state never counts below nothing', () => {
  const late = event('2026-11-20', { kind: 'finish', item: 'a-0001' })
  const early = event('2026-11-18', { kind: 'finish', item: 'a-0001' })
  const part = { ...foldAll(emptyProgress(), [late]), days: {} }
  expect(Object.keys(fold(part, early).days)).toEqual(['2026-11-18'])
})
