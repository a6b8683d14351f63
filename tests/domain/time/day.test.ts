import fc from 'fast-check'
import { addDays, dayStart, daysBetween, isDay, shanghaiDay, weekDays, weekdayOf, weekStart } from '@domain/time/day'
import { formatDay, formatRelativeDay, formatWeek, formatWeekday, formatWeekOf } from '@domain/time/format'
import { formatFuzzyDate } from '@domain/time/fuzzy-date'

const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2060, 0, 1) })
const days = moments.map(shanghaiDay)

test('a day begins at midnight in Shanghai, which is 16:00 UTC of the day before', () => {
  expect(shanghaiDay(Date.UTC(2026, 10, 22, 15, 59, 59, 999))).toBe('2026-11-22')
  expect(shanghaiDay(Date.UTC(2026, 10, 22, 16))).toBe('2026-11-23')
  expect(dayStart('2026-11-23')).toBe(Date.UTC(2026, 10, 22, 16))
})

test('every moment lies within its own day, whatever the zone of the machine', () => {
  fc.assert(
    fc.property(moments, ms => {
      const start = dayStart(shanghaiDay(ms))
      expect(ms - start).toBeGreaterThanOrEqual(0)
      expect(ms - start).toBeLessThan(86_400_000)
    }),
  )
})

test('which moments were asked for before changes no day: back and forth over a midnight, and what is no moment between them', () => {
  const midnight = dayStart('2026-11-23')
  const asked = [midnight, midnight - 1, NaN, midnight, midnight + 86_399_999, midnight + 86_400_000, midnight - 1]
  expect(asked.map(shanghaiDay).map(it => (isDay(it) ? it : ''))).toEqual([
    '2026-11-23',
    '2026-11-22',
    '',
    '2026-11-23',
    '2026-11-23',
    '2026-11-24',
    '2026-11-22',
  ])
})

test('moving by days and counting them agree', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n)
      expect(isDay(addDays(day, n))).toBe(true)
    }),
  )
})

test('a week starts on Monday and holds its day', () => {
  expect(weekStart('2026-11-23')).toBe('2026-11-23')
  expect(weekStart('2026-11-29')).toBe('2026-11-23')
  fc.assert(
    fc.property(days, day => {
      expect(weekdayOf(weekStart(day))).toBe(1)
      expect(weekDays(day)[weekdayOf(day) - 1]).toBe(day)
    }),
  )
})

test('impossible days are not days', () => {
  expect(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today'].map(isDay)).toEqual([false, false, false, false, false])
  expect(isDay('2028-02-29')).toBe(true)
})

test('days are written the way people say them', () => {
  expect(formatDay('2026-11-03')).toBe('11月3日')
  expect(formatWeekday('2026-11-23')).toBe('周一')
  expect(formatWeek('2026-11-25')).toBe('11月23日至29日')
  expect(formatWeek('2026-12-01')).toBe('11月30日至12月6日')
  expect(formatWeekOf('2026-12-01', '2026-12-03')).toBe('11月30日至12月6日')
  expect(formatWeekOf('2026-12-29', '2027-01-05')).toBe('2026年12月28日至1月3日')
  expect(formatRelativeDay('2026-11-22', '2026-11-23')).toBe('昨天')
  expect(formatRelativeDay('2025-11-22', '2026-11-23')).toBe('2025年11月22日')
  expect(formatRelativeDay('2026-11-24', '2026-11-23')).toBe('11月24日')
  expect(['1921', '1921-07', '1921-07-23'].map(formatFuzzyDate)).toEqual(['1921年', '1921年7月', '1921年7月23日'])
})
