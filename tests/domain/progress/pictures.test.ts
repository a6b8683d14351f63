import type { MemberItem } from '@domain/progress/summaries'
import { badges, daysOfGoalsMet, nearest } from '@domain/progress/badges'
import { dayBars, heatLevel, weekBars } from '@domain/progress/charts'
import { continueList, seriesCompletion, shelfCompletion } from '@domain/progress/completion'
import { emptyDay } from '@domain/progress/state'
import { isStudyDay, studyDays } from '@domain/progress/study-day'
import { addDays } from '@domain/time/day'

const day = (on: string, read: number, more = {}) => ({ [on]: { ...emptyDay(on), read_seconds: read, ...more } })
const item = (id: string, more: Partial<MemberItem> = {}): MemberItem => ({
  item: id,
  firstAt: 1,
  lastAt: 1,
  seconds: 10,
  reached: 0.5,
  ...more,
})
const catalog = {
  shelves: [{ id: 'reform' as const }, { id: 'people' as const }],
  series: [{ id: 'gushi' as const }],
  articles: [
    { id: 'a-0001', shelf: 'reform' as const },
    { id: 'a-0002', shelf: 'reform' as const },
  ],
  episodes: [{ id: 'e-0001', shelf: 'people' as const, series: 'gushi' as const }],
}

test('three engaged minutes or five answers make a study day; opening the app does not', () => {
  expect(isStudyDay({ ...emptyDay('2026-11-23'), read_seconds: 100, listen_seconds: 80 })).toBe(true)
  expect(isStudyDay({ ...emptyDay('2026-11-23'), read_seconds: 179, answers: 4 })).toBe(false)
  expect(isStudyDay({ ...emptyDay('2026-11-23'), answers: 5 })).toBe(true)
  expect(studyDays({ ...day('2026-11-24', 180), ...day('2026-11-22', 500), ...day('2026-11-23', 10) })).toEqual([
    '2026-11-22',
    '2026-11-24',
  ])
})

test('levels rise with minutes, and a study day of answers alone is not empty', () => {
  const level = (minutes: number) => heatLevel({ ...emptyDay('2026-11-23'), read_seconds: minutes * 60 })
  expect([0, 0.5, 1, 10, 20, 40, 300].map(level)).toEqual([0, 0, 1, 2, 3, 4, 4])
  expect(heatLevel({ ...emptyDay('2026-11-23'), answers: 5 })).toBe(1)
  expect(heatLevel(undefined)).toBe(0)
})

test('bars add up by kind, a day or a week each', () => {
  const days = { ...day('2026-11-23', 60, { listen_seconds: 30 }), ...day('2026-11-29', 40), ...day('2026-11-16', 7) }
  expect(dayBars(days, '2026-11-25').map(b => b.read)).toEqual([60, 0, 0, 0, 0, 0, 40])
  const weeks = weekBars(days, '2026-11-25', 3)
  expect(weeks.map(b => b.from)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23'])
  expect(weeks[2]).toMatchObject({ read: 100, listen: 30, watch: 0 })
})

test('a shelf is complete when all of it is finished', () => {
  const items = { 'a-0001': item('a-0001', { finishedAt: 5 }), 'a-0002': item('a-0002') }
  expect(shelfCompletion(catalog, items)).toEqual([
    { id: 'reform', done: 1, started: 1, total: 2 },
    { id: 'people', done: 0, started: 0, total: 1 },
  ])
  expect(seriesCompletion(catalog, items)).toEqual([{ id: 'gushi', done: 0, started: 0, total: 1 }])
})

test('what was begun comes back latest first, and what has left the catalog does not', () => {
  const items = {
    'a-0001': item('a-0001', { lastAt: 5 }),
    'a-0002': item('a-0002', { lastAt: 9 }),
    'e-0001': item('e-0001', { lastAt: 7, finishedAt: 7 }),
    'a-0099': item('a-0099', { lastAt: 10 }),
  }
  expect(continueList(catalog, items).map(i => i.item)).toEqual(['a-0002', 'a-0001'])
})

test("a badge says how much is missing, and an empty shelf is nobody's merit", () => {
  const items = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`a-${i}`, item(`a-${i}`, { finishedAt: 1 })]))
  const weeks = Array.from({ length: 13 }, (_, i) => addDays('2026-01-07', 7 * i))
  const all = badges(items, [{ id: 'local', done: 0, started: 0, total: 0 }], weeks)
  expect(all.find(b => b.id === 'items:10')).toMatchObject({ earned: true, have: 10 })
  expect(all.find(b => b.id === 'items:50')).toMatchObject({ earned: false, have: 12 })
  expect(all.find(b => b.id === 'weeks:13')!.earned).toBe(true)
  expect(all.find(b => b.id === 'shelf:local')!.earned).toBe(false)
})

test('a badge says on which day it was earned', () => {
  const finished = Array.from({ length: 12 }, (_, i) => {
    const day = addDays('2026-02-01', i)
    return [`a-${i}`, item(`a-${i}`, { finishedAt: i + 1, finishedDay: day })] as const
  })
  // Kept in any order.
  const items = Object.fromEntries([...finished].reverse())
  const weeks = daysOfGoalsMet(['2026-01-09', '2026-01-05', '2026-01-07', '2026-01-13'])
  expect(weeks).toEqual(['2026-01-09'])
  const shelf = { id: 'local' as const, done: 2, started: 0, total: 2, lastOn: '2026-02-02' }
  const all = badges(items, [shelf], weeks)
  expect(all.find(it => it.id === 'items:10')!.on).toBe('2026-02-10')
  expect(all.find(it => it.id === 'items:50')!.on).toBeUndefined()
  expect(all.find(it => it.id === 'shelf:local')!.on).toBe('2026-02-02')
})

test('the nearest badges come first, and those of an empty shelf are in nobody’s reach', () => {
  const items = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`a-${i}`, item(`a-${i}`, { finishedAt: 1 })]))
  const all = badges(items, [{ id: 'local', done: 0, started: 0, total: 0 }], [])
  expect(nearest(all, 2).map(it => it.id)).toEqual(['items:10', 'items:50'])
  expect(nearest(all, 9).some(it => it.id === 'shelf:local')).toBe(false)
})
