import fc from 'fast-check'
import type { AnswerEvent } from '@domain/progress/events'
import { type ReviewCard, answerCard, retrievability } from '@domain/review/card'
import { type Notebook, dueOn, forecast, openCards } from '@domain/review/due'
import { masteryByShelf, note, replay } from '@domain/review/notebook'
import { addDays } from '@domain/time/day'
import { logAndRepeats, memberLog } from '../member-log'

const DAY = '2026-11-23'
const go = (steps: [day: number, correct: boolean][]): ReviewCard | undefined =>
  steps.reduce<ReviewCard | undefined>(
    (card, [n, correct]) =>
      answerCard(card, { question: 'q-00001', hash: 'h', shelf: 'reform', correct, day: addDays(DAY, n) }),
    undefined,
  )

test('a right answer at first makes no card, a wrong one makes a card due tomorrow', () => {
  expect(go([[0, true]])).toBeUndefined()
  expect(go([[0, false]])).toMatchObject({ last: DAY, due: addDays(DAY, 1), rights: [] })
})

test('three right on three different days in a row and the card leaves', () => {
  expect(
    go([
      [0, false],
      [1, true],
      [2, true],
    ])!.left,
  ).toBeUndefined()
  expect(
    go([
      [0, false],
      [1, true],
      [2, true],
      [5, true],
    ])!.left,
  ).toBe(addDays(DAY, 5))
})

test('three right on one day are one', () => {
  const once = go([
    [0, false],
    [1, true],
  ])
  expect(
    go([
      [0, false],
      [1, true],
      [1, true],
      [1, true],
    ]),
  ).toEqual(once)
})

test('an answer dated before the last is taken as given on the last day', () => {
  const card = go([
    [0, false],
    [5, true],
    [3, true],
  ])
  expect(card).toEqual(
    go([
      [0, false],
      [5, true],
    ]),
  )
  expect(
    go([
      [0, false],
      [5, true],
      [3, false],
    ])!.last,
  ).toBe(addDays(DAY, 5))
})

test('a wrong answer in between starts the three anew', () => {
  expect(
    go([
      [0, false],
      [1, true],
      [2, true],
      [3, false],
      [4, true],
    ]),
  ).toMatchObject({ rights: [addDays(DAY, 4)] })
})

test('a card that left comes back on relapse, and a right answer keeps it out', () => {
  const left: [number, boolean][] = [
    [0, false],
    [1, true],
    [2, true],
    [5, true],
  ]
  expect(go([...left, [30, true]])!.left).toBe(addDays(DAY, 5))
  const back = go([...left, [30, false]])!
  expect(back.left).toBeUndefined()
  expect(back).toMatchObject({ rights: [], lapses: 1, due: addDays(DAY, 31) })
})

test('right answers push the next review further away', () => {
  const gaps = [1, 2, 3].map(n => {
    const card = go([[0, false], ...[1, 2, 6].slice(0, n).map((d): [number, boolean] => [d, true])])!
    return Date.parse(card.due) - Date.parse(card.last)
  })
  expect(gaps[1]!).toBeGreaterThan(gaps[0]!)
  expect(gaps[2]!).toBeGreaterThan(gaps[1]!)
})

test('knowledge fades with the days', () => {
  const card = go([
    [0, false],
    [1, true],
  ])!
  const chances = [1, 5, 20, 60].map(n => retrievability(card, addDays(DAY, n)))
  expect(chances[0]).toBeCloseTo(1)
  expect([...chances].sort((a, b) => b - a)).toEqual(chances)
})

test('the log replayed gives the same cards, whatever its order and repeats', () => {
  fc.assert(
    fc.property(logAndRepeats, ([log, mixed]) => {
      expect(replay(mixed)).toEqual(replay(log))
    }),
  )
})

test('answers noted one by one give the same cards as the log replayed', () => {
  fc.assert(
    fc.property(memberLog, log => {
      const answers = log
        .filter((e): e is AnswerEvent => e.kind === 'answer')
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      const step = answers.reduce<Notebook>(note, {})
      expect(step).toEqual(replay(log))
      expect(JSON.parse(JSON.stringify(step))).toEqual(step)
    }),
  )
})

test('a card is in the notebook exactly when its last three right days are not yet three', () => {
  const steps = fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 25 })
  fc.assert(
    fc.property(steps, list => {
      let day = 0
      const dated = list.map(([gap, correct]): [number, boolean] => [(day += gap), correct])
      const card = go(dated)
      const firstWrong = dated.findIndex(([, correct]) => !correct)
      if (firstWrong < 0) return expect(card).toBeUndefined()
      const lastWrong = dated.map(([, c]) => c).lastIndexOf(false)
      const rightDays = new Set(dated.slice(lastWrong + 1).map(([d]) => d))
      return expect(Boolean(card!.left)).toBe(rightDays.size >= 3)
    }),
  )
})

describe('lists', () => {
  const card = (q: string, due: number, more: Partial<ReviewCard> = {}): ReviewCard => ({
    ...go([[0, false]])!,
    q,
    due: addDays(DAY, due),
    ...more,
  })
  const notebook = {
    q1: card('q1', 3),
    q2: card('q2', -2, { shelf: 'people' }),
    q3: card('q3', 0),
    q4: card('q4', 0, { left: DAY }),
    q5: card('q5', 40),
  }

  test('due are the open cards of today and before, longest overdue first', () => {
    expect(dueOn(notebook, DAY)).toEqual(['q2', 'q3'])
    expect(openCards(notebook, 'people').map(c => c.q)).toEqual(['q2'])
  })

  test('the forecast puts the overdue on the first day and looks fourteen days ahead', () => {
    const days = forecast(notebook, DAY)
    expect(days).toHaveLength(14)
    expect(days.filter(d => d.due).map(d => [d.day, d.due])).toEqual([
      [DAY, 2],
      [addDays(DAY, 3), 1],
    ])
  })

  test('mastery counts what is open and what has left, shelf by shelf', () => {
    expect(masteryByShelf(notebook, ['reform', 'people', 'local'], DAY)).toMatchObject([
      { shelf: 'reform', open: 3, mastered: 1 },
      { shelf: 'people', open: 1, mastered: 0 },
      { shelf: 'local', open: 0, mastered: 0, retention: 0 },
    ])
  })
})
