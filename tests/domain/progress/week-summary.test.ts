import { summaryLines, weekSummary } from '../../../domain/progress/week-summary'
import { emptyDay } from '../../../domain/progress/state'

const day = (date: string, counters: object) => ({ [date]: { ...emptyDay(date), ...counters } })
const days = {
  ...day('2026-11-22', { read_seconds: 6000, answers: 50 }),
  ...day('2026-11-23', { read_seconds: 200, listen_seconds: 100, new_articles: 1 }),
  ...day('2026-11-25', { answers: 5, correct_answers: 4 }),
  ...day('2026-11-29', { watch_seconds: 60, new_episodes: 1 }),
  ...day('2026-11-30', { read_seconds: 6000 }),
}

test('a week is summed from Monday to Sunday and nothing beyond', () => {
  expect(weekSummary(days, '2026-11-26')).toEqual({
    week: '11月23日至29日',
    studyDays: 2,
    minutes: 6,
    articles: 1,
    episodes: 1,
    answers: 5,
    percentRight: 80,
  })
})

test('a week without answers says nothing of a share', () => {
  expect(summaryLines(weekSummary(days, '2026-12-02')).join()).not.toContain('%')
})
