import fc from 'fast-check'
import type { CitedLedger, LedgerEvent } from '../../../domain/catalog/ledger'
import type { Catalog } from '../../../domain/catalog/types'
import { askable, firstOf, PAIRS, pairsOf, pairsWords } from '../../../domain/quiz/which-first'
import { addDays, daysBetween } from '../../../domain/time/day'

const event = (id: string, date: string, more: Partial<LedgerEvent> = {}): LedgerEvent => ({
  id,
  title: Array.from(id, c => String.fromCharCode(0x5000 + c.charCodeAt(0) * 7)).join(''),
  date,
  people: [],
  figures: [],
  aliases: [],
  names: [],
  summary: '',
  period: 'reform',
  histories: [],
  basis: 'recalled',
  verifyIn: [],
  ...more,
})

/** As many events as the feed has, spread over a century. */
const events = Array.from({ length: 300 }, (_, i) => event(`e-${i}`, addDays('1921-07-23', i * 123)))
const DAY = '2026-11-28'
const named = (day: string) => pairsOf(events, day).map(({ left, right }) => [left.id, right.id].sort().join(' '))

test('every day has five pairs, no event twice, the far ones first', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 4_000 }), n => {
      const pairs = pairsOf(events, addDays(DAY, n))
      expect(pairs).toHaveLength(PAIRS)
      expect(new Set(pairs.flatMap(({ left, right }) => [left.id, right.id])).size).toBe(2 * PAIRS)
      const apart = pairs.map(({ left, right }) => Math.abs(daysBetween(left.date, right.date)))
      for (const days of apart) expect(days).toBeGreaterThanOrEqual(7)
      for (const days of apart) expect(days).toBeLessThan(25 * 366)
      expect(apart.map(days => (days >= 1_826 ? 'far' : days >= 365 ? 'middle' : 'near'))).toEqual([
        'far',
        'far',
        'middle',
        'middle',
        'near',
      ])
    }),
    { numRuns: 60 },
  )
})

test('no pair comes again within 60 days, whatever day one begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 4_000 }), n => {
      const days = Array.from({ length: 61 }, (_, i) => named(addDays(DAY, n + i)))
      const all = days.flat()
      expect(new Set(all).size).toBe(all.length)
    }),
    { numRuns: 5 },
  )
})

test('a pair stays out for 60 days also when the ledger has grown meanwhile', () => {
  const today = named(DAY)
  const grown = [...events, event('new', '1950-06-01'), event('newer', '1950-09-01')]
  for (let i = 1; i <= 60; i++) {
    const later = pairsOf(grown, addDays(DAY, i)).map(({ left, right }) => [left.id, right.id].sort().join(' '))
    expect(later.filter(it => today.includes(it))).toEqual([])
  }
})

test('a day is the same however often it is asked, and either one may stand first', () => {
  expect(named(DAY)).toEqual(named(DAY))
  const sides = Array.from({ length: 20 }, (_, i) => pairsOf(events, addDays(DAY, i)).map(firstOf)).flat()
  expect(sides.filter(it => it === 'left').length).toBeGreaterThan(25)
  expect(sides.filter(it => it === 'right').length).toBeGreaterThan(25)
})

test('what is dated to the month, about, named with its year, or cited nowhere is not asked about', () => {
  const ledger = {
    events: [
      event('day', '1935-01-15'),
      event('month', '1935-01'),
      event('about', '1935-01-16', { circa: true }),
      event('year', '1935-01-17', { title: '1935年的大事' }),
      event('uncited', '1935-01-18'),
      event('hidden', '1935-01-19'),
    ],
    citations: { 'a-0001': { events: [0, 1, 2, 3], people: [] }, 'a-0002': { events: [5], people: [] } },
  } as unknown as CitedLedger
  const catalog = { articles: [{ id: 'a-0001' }] } as unknown as Catalog
  expect(askable(ledger, catalog).map(it => it.id)).toEqual(['day'])
})

test('what goes on while the other begins, and names that count, make no pair', () => {
  const asked = (a: LedgerEvent, b: LedgerEvent) =>
    Array.from({ length: 61 }, (_, i) => pairsOf([a, b], addDays(DAY, i))).flat().length
  expect(asked(event('a', '1934-10-10'), event('b', '1935-01-15'))).toBe(1)
  expect(asked(event('a', '1934-10-10', { end: '1936-10-22' }), event('b', '1935-01-15'))).toBe(0)
  expect(asked(event('a', '1922-07-16', { title: '党的二大' }), event('b', '1923-06-12', { title: '党的三大' }))).toBe(
    0,
  )
})

test('the result tells how it went and not what was asked', () => {
  const answer = (correct: boolean) => ({ left: 'a', right: 'b', given: 'left' as const, correct })
  expect(pairsWords('11月28日', [true, false, true, true, true].map(answer))).toBe(
    '哪件在先 11月28日：5 对里答对 4 对 ●○●●●',
  )
})
