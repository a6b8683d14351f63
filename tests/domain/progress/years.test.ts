import { periodCompletion, studiedYears, yearStoodIn } from '@domain/progress/years'

const item = (id: string, lastAt: number, finished = true) => ({
  [id]: { item: id, firstAt: 1, lastAt, seconds: 60, reached: 1, ...(finished && { finishedAt: 1 }) },
})
const told = (id: string, date: string) => ({ id, date, period: 'new-democratic' as const })
const lists = {
  articles: [told('a-0001', '1921-07-23'), told('a-0002', '1921'), told('a-0003', '1840-06')],
  episodes: [told('e-0001', '2026-11')],
}

test('every year from 1921 to today stands there once, with what is told of it and what is finished', () => {
  const years = studiedYears(lists, { ...item('a-0001', 5), ...item('a-0002', 6, false) }, '2026-11-24')
  expect(years).toHaveLength(106)
  expect(years[0]).toEqual({ year: 1921, total: 2, done: 1 })
  expect(years[105]).toEqual({ year: 2026, total: 1, done: 0 })
  expect(years.reduce((sum, it) => sum + it.total, 0)).toBe(3)
})

test('one stands in the year that was studied last', () => {
  expect(yearStoodIn(lists, {})).toBeUndefined()
  expect(yearStoodIn(lists, { ...item('a-0001', 5), ...item('e-0001', 9, false), ...item('a-0003', 12) })).toBe(2026)
})

test('a period counts all its items, older ones too', () => {
  const periods = [{ id: 'new-democratic' as const, title: '', from: 1840, to: 1949 }]
  expect(periodCompletion({ ...lists, periods }, item('a-0003', 1))).toEqual([
    { id: 'new-democratic', done: 1, total: 4 },
  ])
})
