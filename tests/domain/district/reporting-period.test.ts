import fc from 'fast-check'
import {
  isRunning,
  periodName,
  reportingPeriodOf,
  stepPeriod,
  lastFinishedWeek,
} from '@domain/district/reporting-period'
import { WEEKS_BACK } from '@domain/contract/limits'
import { trendWeeks } from '@domain/district/trend'
import { addDays, weekdayOf } from '@domain/time/day'

test('the week shown first is the last that is over, whatever the day', () => {
  for (const day of ['2026-11-23', '2026-11-26', '2026-11-29']) expect(lastFinishedWeek(day).start).toBe('2026-11-16')
  expect(lastFinishedWeek('2026-11-30').start).toBe('2026-11-23')
})

test('a step there and back is where one was, for weeks and months', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map(n => addDays('2021-01-01', n))
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('week' as const, 'month' as const),
      fc.integer({ min: -30, max: 30 }),
      (on, kind, n) => {
        const here = reportingPeriodOf(kind, on)
        expect(stepPeriod(stepPeriod(here, n), -n)).toEqual(here)
        expect(isRunning(here, on)).toBe(true)
        expect(isRunning(stepPeriod(here, -1), on)).toBe(false)
      },
    ),
  )
})

test('months are stepped over the end of a year', () => {
  expect(stepPeriod({ kind: 'month', start: '2026-01' }, -1).start).toBe('2025-12')
  expect(stepPeriod({ kind: 'month', start: '2026-12' }, 1).start).toBe('2027-01')
})

test('periods are named as they are spoken', () => {
  expect(periodName({ kind: 'week', start: '2026-11-16' })).toBe('11月16日至22日')
  expect(periodName({ kind: 'month', start: '2026-11' })).toBe('2026年11月')
})

test('a trend has every week, also those the service knows nothing of', () => {
  const row = { start: '2026-11-16', studied: 3, members: 10 } as Parameters<typeof trendWeeks>[0][number]
  const weeks = trendWeeks([row], '2026-11-23')
  expect(weeks).toHaveLength(WEEKS_BACK)
  expect(weeks.every(week => weekdayOf(week.start) === 1)).toBe(true)
  expect(weeks.map(week => week.share).slice(-2)).toEqual([30, undefined])
})
