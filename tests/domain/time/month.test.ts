import { lastMonths } from '@domain/time/month'

test('months go back over the turn of the year', () => {
  expect(lastMonths('2026-02-14', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})
