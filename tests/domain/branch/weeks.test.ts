import { lastMondays, lastMonths, lastWeeks } from '@domain/branch/weeks'

test('the last weeks begin on Mondays, latest first', () => {
  expect(lastMondays('2026-11-24', 3)).toEqual(['2026-11-23', '2026-11-16', '2026-11-09'])
})

test('weeks without study are there, empty, in order', () => {
  const known = {
    week: '2026-11-16',
    met: true,
    studyDays: 4,
    offlineDays: 1,
    items: 6,
    minutes: 90,
    answers: 20,
    correct: 18,
  }
  const weeks = lastWeeks([known], '2026-11-24', 3)
  expect(weeks.map(it => it.week)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23'])
  expect(weeks[1]).toBe(known)
  expect(weeks[2]).toMatchObject({ met: false, studyDays: 0, minutes: 0 })
})

test('months go back over the turn of the year', () => {
  expect(lastMonths('2026-02-14', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})
