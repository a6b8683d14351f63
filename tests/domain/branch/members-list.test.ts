import fc from 'fast-check'
import { MEMBER_FILTERS, MEMBER_SORTS, doneFirst, memberList, notYetFirst, weekWord } from '@domain/branch/members-list'
import type { BranchWeekRow } from '@domain/contract/branch-report'

const row: fc.Arbitrary<BranchWeekRow> = fc
  .record({
    name: fc.string({ unit: fc.constantFrom(...'王李张示一二三'), minLength: 2, maxLength: 4 }),
    studyDays: fc.integer({ min: 0, max: 7 }),
    goal: fc.integer({ min: 1, max: 7 }),
    minutes: fc.integer({ min: 0, max: 400 }),
    offline: fc.boolean(),
    bound: fc.boolean(),
  })
  .map((it, i = 0) => ({
    ...it,
    member: `m${i}`,
    week: '2026-11-23',
    met: it.studyDays >= it.goal,
    offlineDays: 0,
    items: 0,
    answers: 0,
    correct: 0,
  }))
const rows = fc.array(row, { maxLength: 40 })
const filters = fc.constantFrom(...MEMBER_FILTERS.map(it => it.value))
const sorts = fc.constantFrom(...MEMBER_SORTS.map(it => it.value))

describe('the list of members', () => {
  test('is part of the roster, each once, and leaves the roster as it was', () => {
    fc.assert(
      fc.property(rows, filters, sorts, (all, filter, sort) => {
        const before = [...all]
        const list = memberList(all, { filter, sort })
        expect(all).toEqual(before)
        expect(new Set(list).size).toBe(list.length)
        expect(list.every(it => all.includes(it))).toBe(true)
      }),
    )
  })

  test('met and not yet are the whole roster', () => {
    fc.assert(
      fc.property(rows, all => {
        const met = memberList(all, { filter: 'met' })
        const notYet = memberList(all, { filter: 'notYet' })
        expect(met.length + notYet.length).toBe(all.length)
        expect(doneFirst(all)).toEqual([...met, ...notYet])
      }),
    )
  })

  test('is in descending order by days or minutes', () => {
    fc.assert(
      fc.property(rows, all => {
        const days = memberList(all, { sort: 'days' }).map(it => it.studyDays)
        const minutes = memberList(all, { sort: 'minutes' }).map(it => it.minutes)
        expect(days).toEqual([...days].sort((a, b) => b - a))
        expect(minutes).toEqual([...minutes].sort((a, b) => b - a))
      }),
    )
  })

  test('a member who studies with the branch is not asked to bind a phone', () => {
    const one = { ...fc.sample(row, 1)[0]!, offline: true, bound: false }
    expect(memberList([one], { filter: 'unbound' })).toEqual([])
  })

  test('a search keeps the names that hold it', () => {
    const [a, b] = fc.sample(row, 2) as [BranchWeekRow, BranchWeekRow]
    const all = [
      { ...a, name: '王一示' },
      { ...b, name: '李二例' },
    ]
    expect(memberList(all, { words: ' 李 ' }).map(it => it.name)).toEqual(['李二例'])
  })
})

test('who is still on the way comes first where a reminder is written, each part as on the roster', () => {
  const [one] = fc.sample(row, 1) as [BranchWeekRow]
  const rows = [true, false, true, false].map((met, i) => ({ ...one, met, name: String(i) }))
  expect(notYetFirst(rows).map(it => it.name)).toEqual(['1', '3', '0', '2'])
})

test('a week is called by what was reached, never by what is missing', () => {
  expect(weekWord({ met: true, studyDays: 3 })).toBe('已达标')
  expect(weekWord({ met: false, studyDays: 1 })).toBe('在学')
  expect(weekWord({ met: false, studyDays: 0 })).toBe('还没有')
})
