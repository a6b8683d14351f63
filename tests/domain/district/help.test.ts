import fc from 'fast-check'
import type { OrgRow } from '@domain/contract/branch-report'
import { needOfHelp } from '@domain/district/help'

const row = (change: Partial<Parameters<typeof needOfHelp>[0]>) => ({
  ...({
    org: 'b',
    name: '支部',
    type: 'branch',
    branches: 1,
    members: 20,
    expected: 20,
    met: 10,
    studied: 15,
  } as OrgRow),
  before: 10,
  beforeExpected: 20,
  ...change,
})

test('a branch where nobody has studied is listed for that, whatever it did before', () => {
  const need = needOfHelp(row({ met: 0, studied: 0, before: 15 }))
  expect(need).toMatchObject({ kind: 'nobody', facts: '20 人，0 人达标；前一周 15 人达标' })
})

test('a fall is told from a low share by the week before', () => {
  expect(needOfHelp(row({ met: 10, before: 13 }))?.kind).toBe('fell')
  expect(needOfHelp(row({ met: 10, before: 12 }))).toBeUndefined()
  expect(needOfHelp(row({ met: 7, before: 8 }))?.kind).toBe('low')
  expect(needOfHelp(row({ met: 8, before: 8 }))).toBeUndefined()
})

test('a branch that is new says that there is no week before', () => {
  expect(needOfHelp(row({ met: 2, before: 0, beforeExpected: 0 }))?.facts).toContain('前一周没有数字')
})

test('a branch without members needs no help', () => {
  expect(needOfHelp(row({ members: 0, expected: 0, met: 0, studied: 0 }))).toBeUndefined()
})

test('the words never blame and always give the size', () => {
  const counts = fc.record({
    expected: fc.integer({ min: 1, max: 60 }),
    met: fc.nat(60),
    before: fc.nat(60),
    studied: fc.nat(60),
  })
  fc.assert(
    fc.property(counts, ({ expected, met, before, studied }) => {
      const need = needOfHelp(
        row({
          members: expected,
          expected,
          met: Math.min(met, expected),
          studied: Math.min(studied, expected),
          before: Math.min(before, expected),
          beforeExpected: expected,
        }),
      )
      if (!need) return
      expect(need.facts).toContain(`${expected} 人`)
      expect(need.title + need.facts).not.toMatch(/落后|最差|倒数|排名|第 ?\d+ ?名/)
    }),
  )
})
