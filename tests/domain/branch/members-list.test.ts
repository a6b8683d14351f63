import fc from 'fast-check'
import { MEMBER_FILTERS, attentionFirst, memberList, needWord, notYetFirst } from '@domain/branch/members-list'
import type { BranchWeekRow } from '@domain/contract/branch-report'
import { sourceWord, studiedWord } from '@domain/contract/report-columns'

const row: fc.Arbitrary<BranchWeekRow> = fc
  .record({
    name: fc.string({ unit: fc.constantFrom(...'王李张示一二三'), minLength: 2, maxLength: 4 }),
    phone: fc.boolean(),
    branch: fc.boolean(),
    offline: fc.boolean(),
    bound: fc.boolean(),
  })
  .map((it, i = 0) => ({ ...it, member: `m${i}`, week: '2026-11-23' }))
const rows = fc.array(row, { maxLength: 40 })
const filters = fc.constantFrom(...MEMBER_FILTERS.map(it => it.value))

describe('the list of members', () => {
  test('is part of the roster, each once, always in its order, and leaves it as it was', () => {
    fc.assert(
      fc.property(rows, filters, (all, filter) => {
        const before = [...all]
        const list = memberList(all, { filter })
        expect(all).toEqual(before)
        expect(new Set(list).size).toBe(list.length)
        expect(list).toEqual(all.filter(it => list.includes(it)))
      }),
    )
  })

  test('studied and not yet are the whole roster', () => {
    fc.assert(
      fc.property(rows, all => {
        const studied = memberList(all, { filter: 'studied' })
        const notYet = memberList(all, { filter: 'notYet' })
        expect(studied.length + notYet.length).toBe(all.length)
        expect(notYetFirst(all)).toEqual([...notYet, ...studied])
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
  const rows = [true, false, true, false].map((phone, i) => ({ ...one, phone, branch: false, name: String(i) }))
  expect(notYetFirst(rows).map(it => it.name)).toEqual(['1', '3', '0', '2'])
})

test('on the desk’s first page those who need the secretary stand first, each part as on the roster, and nobody twice', () => {
  const [one] = fc.sample(row, 1) as [BranchWeekRow]
  const of = (name: string, it: Partial<BranchWeekRow>) => ({ ...one, name, phone: false, branch: false, ...it })
  const list = attentionFirst([
    of('学过的', { phone: true, bound: true, offline: false }),
    of('等着的', { bound: true, offline: false }),
    of('没绑的', { bound: false, offline: false }),
    of('不用手机的', { bound: false, offline: true }),
    of('补记过的', { branch: true, bound: false, offline: true }),
    of('没绑的二', { bound: false, offline: false }),
  ])
  expect(list.map(it => [it.name, needWord(it)])).toEqual([
    ['不用手机的', '等您补记'],
    ['没绑的', '没绑定手机'],
    ['没绑的二', '没绑定手机'],
    ['等着的', ''],
    ['学过的', ''],
    ['补记过的', ''],
  ])
  fc.assert(
    fc.property(rows, all => {
      const sorted = attentionFirst(all)
      expect(sorted.length).toBe(all.length)
      expect(new Set(sorted)).toEqual(new Set(all))
    }),
  )
})

test('a week is called by one of two words, with whose word it is', () => {
  expect([studiedWord({ phone: true, branch: false }), sourceWord({ phone: true, branch: false })]).toEqual([
    '学过',
    '手机自报',
  ])
  expect(sourceWord({ phone: true, branch: true })).toBe('手机自报、支部登记')
  expect([studiedWord({ phone: false, branch: false }), sourceWord({ phone: false, branch: false })]).toEqual([
    '还没有',
    '',
  ])
})
