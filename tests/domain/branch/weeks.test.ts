import { lastMondays, lastMonths } from '@domain/branch/weeks'

test('the last weeks begin on Mondays, latest first', () => {
  expect(lastMondays('2026-11-24', 3)).toEqual(['2026-11-23', '2026-11-16', '2026-11-09'])
})

test('months go back over the turn of the year', () => {
  expect(lastMonths('2026-02-14', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})
