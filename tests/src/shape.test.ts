import { hasShape } from '@/storage/shape'

const DAY = '2026-11-23'
const ITEM = { item: 'a-0001', firstAt: 1, lastAt: 2, seconds: 3, reached: 0.5, covered: [[0, 1]], finishedDay: DAY }
const items = (item: object) => ({ 'a-0001': { ...ITEM, ...item } })

test('what is as its key promises is trusted, with fields that a later app may add', () => {
  expect(hasShape('items/a-0', items({}))).toBe(true)
  expect(hasShape('items/a-0', items({ position: { second: 1, at: 2, more: 1 }, later: 'x' }))).toBe(true)
  expect(hasShape('items/a-0', {})).toBe(true)
  expect(hasShape('run/current', { v: 1, seed: 's', mode: 'exam', at: 0, slots: [] })).toBe(true)
  expect(hasShape('a key without a rule', null)).toBe(true)
})

test.each([
  ['a list for a record', []],
  ['nothing', null],
  ['another’s record', { 'a-0002': ITEM }],
  ['a name that objects inherit', JSON.parse('{"__proto__":{"item":"__proto__"}}')],
  ['a field that is missing', items({ seconds: undefined })],
  ['a number as text', items({ seconds: '3' })],
  ['a number below none', items({ seconds: -1 })],
  ['a number too large', items({ seconds: 1e300 })],
  ['a time after the year 3000', items({ lastAt: 32_503_680_000_001 })],
  ['a day that no calendar has', items({ finishedDay: '2026-02-30' })],
  ['a stretch of three', items({ covered: [[0, 1, 2]] })],
])('%s is not', (_name, value) => {
  expect(hasShape('items/a-0', value)).toBe(false)
})

test('a list for a record without a field that it must have is not either', () => {
  expect(hasShape('outbox/m/state', {})).toBe(true)
  expect(hasShape('outbox/m/state', [])).toBe(false)
})
