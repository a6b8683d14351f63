import fc from 'fast-check'
import { FORGIVEN_PER_YEAR, type DatedGoal, goalFor, streakOf } from '@domain/streak/weeks'
import { addDays, weekStart } from '@domain/time/day'

const MONDAY = '2026-06-01'
/** Study days for weeks from MONDAY on: `m` meets the goal of three, `.` has one day only. */
const weeks = (pattern: string) =>
  Array.from(pattern).flatMap((c, i) => (c === 'm' ? [0, 2, 4] : [1]).map(d => addDays(MONDAY, 7 * i + d)))
/** The last day of week `n`, counted from 0. */
const sunday = (n: number) => addDays(MONDAY, 7 * n + 6)
const at = (pattern: string) => streakOf(weeks(pattern), addDays(sunday(pattern.length - 1), 1))

test('weeks in a row that met the goal are counted', () => {
  expect(at('mmm')).toMatchObject({ current: 3, best: 3, met: 3, forgiven: [] })
})

test('the running week counts once met and is never held against anyone', () => {
  expect(streakOf(weeks('mm'), addDays(MONDAY, 7))).toMatchObject({
    current: 1,
    thisWeek: { state: 'current', days: 1 },
  })
  expect(streakOf(weeks('mm'), sunday(1))).toMatchObject({ current: 2, thisWeek: { state: 'met' } })
})

test('two weeks a calendar year are forgiven, and said by name', () => {
  expect(at('m.m.m')).toMatchObject({ current: 3, forgiven: ['2026-06-08', '2026-06-22'], forgivenessLeft: 0 })
  expect(at('m.m.m.m')).toMatchObject({ current: 1, best: 3 })
})

test('a gap too long is not forgiven at all and costs no forgiveness', () => {
  expect(at('m...m')).toMatchObject({ current: 1, forgiven: [], forgivenessLeft: 2 })
})

test('the gap up to now keeps the streak while it can still be forgiven', () => {
  expect(at('mm..')).toMatchObject({ current: 2, forgivenessLeft: 0 })
  expect(at('mm...')).toMatchObject({ current: 0, best: 2, forgivenessLeft: 2 })
})

test('a new year forgives anew: a gap over New Year takes from both', () => {
  const from = '2026-12-14'
  const days = [0, 5].flatMap(w => [0, 1, 2].map(d => addDays(from, 7 * w + d)))
  expect(streakOf(days, addDays(from, 7 * 5 + 6))).toMatchObject({ current: 2, forgivenessLeft: 0 })
})

test('changing the goal does not change weeks gone by', () => {
  const goals: DatedGoal[] = [{ from: '2026-06-17', days: 5 }]
  expect(goalFor(goals, '2026-06-08')).toBe(3)
  expect(goalFor(goals, '2026-06-15')).toBe(5)
  expect(streakOf(weeks('mm'), sunday(1), goals)).toMatchObject({ current: 2 })
})

test('nobody starts with a debt', () => {
  expect(streakOf([], '2026-11-23')).toMatchObject({ current: 0, best: 0, met: 0, forgivenessLeft: 2 })
})

/** Slow and obvious: tries every way to read the definition, week by week, from a plain list of met weeks. */
function oracle(days: string[], today: string): { current: number; best: number } {
  const monday = weekStart(today)
  const first = days.map(weekStart).sort()[0] ?? monday
  const list: { start: string; met: boolean }[] = []
  for (let w = first; w <= monday; w = addDays(w, 7)) {
    list.push({ start: w, met: new Set(days.filter(d => weekStart(d) === w)).size >= 3 })
  }
  if (list.length > 0 && !list[list.length - 1]!.met) list.pop()
  const used: string[] = []
  let current = 0
  let best = 0
  let i = 0
  while (i < list.length) {
    if (list[i]!.met) {
      current += 1
      best = Math.max(best, current)
      i += 1
      continue
    }
    let end = i
    while (end < list.length && !list[end]!.met) end += 1
    const years = list.slice(i, end).map(w => w.start.slice(0, 4))
    const after = [...used, ...years]
    const fits = years.every(y => after.filter(u => u === y).length <= FORGIVEN_PER_YEAR)
    if (current > 0 && fits) used.push(...years)
    else current = 0
    i = end
  }
  return { current, best }
}

test('agrees with a slow reading of the rule on any study days', () => {
  const days = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 260 })
  const dense = fc.array(fc.constantFrom('m', 'm', 'm', '.'), { maxLength: 70 }).map(list => weeks(list.join('')))
  const any = fc.oneof(
    days.map(list => list.map(n => addDays(MONDAY, n))),
    dense,
  )
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 520 }), (list, n) => {
      const today = addDays(MONDAY, n)
      const past = list.filter(d => d <= today)
      const { current, best } = streakOf(list, today)
      expect({ current, best }).toEqual(oracle(past, today))
    }),
    { numRuns: 100 },
  )
})

test('one more study day never shortens a streak', () => {
  const days = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 60 })
  fc.assert(
    fc.property(days, list => {
      const today = addDays(MONDAY, 100)
      const before = streakOf(
        list.map(n => addDays(MONDAY, n)),
        today,
      )
      const after = streakOf([...list.map(n => addDays(MONDAY, n)), today], today)
      expect(after.current).toBeGreaterThanOrEqual(before.current)
    }),
  )
})
