import fc from 'fast-check'
import { metSince, monthAsked } from '@domain/district/branch-needs'
import { addDays } from '@domain/time/day'

test('a month is asked for once five days of the next are over', () => {
  expect([monthAsked('2026-12-05'), monthAsked('2026-12-06')]).toEqual(['2026-10', '2026-11'])
  expect(monthAsked('2027-01-03')).toBe('2026-11')
})

test('a quarter that is young asks nobody: until it is thirty days old the one before counts too', () => {
  expect([metSince('2026-10-01'), metSince('2026-10-30')]).toEqual(['2026-07-01', '2026-07-01'])
  expect([metSince('2026-10-31'), metSince('2026-12-31')]).toEqual(['2026-10-01', '2026-10-01'])
  expect(metSince('2026-01-15')).toBe('2025-10-01')
})

test('whatever the day, what is asked for is over, and there was a month at least to meet in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), n => {
      const today = addDays('2026-01-01', n)
      expect(monthAsked(today) < today.slice(0, 7)).toBe(true)
      expect(metSince(today) <= addDays(today, -30)).toBe(true)
    }),
  )
})
