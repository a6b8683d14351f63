import { begunThings } from '@domain/progress/begun'
import { emptyDay, emptyProgress, type ProgressState } from '@domain/progress/state'
import { dailySet, todayOf } from '@domain/progress/today'
import { note } from '@domain/review/notebook'

const DAY = '2026-11-24'
const plan = { articles: ['a-0016', 'a-0001'], episode: 'e-0001', questions: [] }
const all = () => true
const finished = (item: string) => ({
  [item]: { item, firstAt: 1, lastAt: 1, seconds: 300, reached: 1, finishedAt: 1, finishedDay: DAY },
})
const missed = note(
  {},
  {
    kind: 'answer',
    id: '1',
    at: 1,
    day: '2026-11-23',
    run: 'r',
    mode: 'daily',
    answer: {
      question: 'q-00001',
      hash: 'h',
      type: 'judge',
      shelf: 'reform',
      given: ['true'],
      correct: false,
      seconds: 3,
    },
  },
)

describe('the day', () => {
  const done: ProgressState = {
    ...emptyProgress(),
    items: { ...finished('a-0016'), ...finished('a-0001'), ...finished('e-0001') },
    sets: { [dailySet(DAY)]: { at: 1, day: DAY } },
  }

  test('is done when its pieces are finished, its five handed in and nothing is due', () => {
    expect(todayOf(DAY, plan, done, {}, all).done).toBe(true)
    expect(todayOf(DAY, plan, done, missed, all)).toMatchObject({ done: false, due: 1 })
    expect(todayOf(DAY, plan, { ...done, sets: {} }, {}, all)).toMatchObject({ done: false, five: false })
    expect(todayOf(DAY, plan, { ...done, items: finished('a-0016') }, {}, all).done).toBe(false)
    expect(todayOf('2026-11-25', plan, done, {}, all)).toMatchObject({ five: false, done: false })
  })

  test('knows how many of the five were right, where the records say so', () => {
    expect(todayOf(DAY, plan, done, {}, all).fiveRight).toBeUndefined()
    const sets = { [dailySet(DAY)]: { at: 1, day: DAY, correct: 4 } }
    expect(todayOf(DAY, plan, { ...done, sets }, {}, all).fiveRight).toBe(4)
  })

  test('begins with what is heard, and leaves out what this phone cannot finish', () => {
    expect(todayOf(DAY, plan, emptyProgress(), {}, all).pieces.map(it => it.id)).toEqual(['e-0001', 'a-0016', 'a-0001'])
    const { e, ...articles } = { e: 'e-0001', ...done.items }
    expect(todayOf(DAY, plan, { ...done, items: articles }, {}, id => id !== e).done).toBe(true)
  })

  test('without a plan is the five and the reviews', () => {
    expect(todayOf(DAY, undefined, done, {}, all)).toMatchObject({ pieces: [], done: true })
  })

  test('tells how many reviews were answered on it', () => {
    const days = { [DAY]: { ...emptyDay(DAY), answers: 3, reviews: 3 } }
    expect(todayOf(DAY, plan, { ...done, days }, {}, all).reviewed).toBe(3)
  })
})

describe('what to go on with', () => {
  const catalog = {
    articles: ['a-0001', 'a-0002'].map(id => ({ id, shelf: 'reform' as const })),
    episodes: ['e-0001', 'e-0002'].map(id => ({ id, shelf: 'reform' as const, series: 'gushi' as const })),
  }
  const open = (item: string, lastAt: number, seconds: number) => ({
    [item]: { item, firstAt: 1, lastAt, seconds, reached: 0.2 },
  })
  const names = (items: Record<string, never> | ReturnType<typeof open>, answering?: number) =>
    begunThings(catalog, items, answering).map(it => ('known' in it ? it.known.item : it.kind))

  test('is one thing to read, one to hear and one to answer, the latest first', () => {
    const items = { ...open('a-0001', 10, 60), ...open('e-0001', 30, 60), ...open('a-0002', 20, 60) }
    expect(names(items, 25)).toEqual(['e-0001', 'answer', 'a-0002'])
    expect(names(items)).toEqual(['e-0001', 'a-0002'])
  })

  test('a half-heard episode is not hidden by an article that was looked into afterwards', () => {
    expect(names({ ...open('e-0001', 10, 60), ...open('a-0001', 20, 12) })).toEqual(['e-0001', 'a-0001'])
    expect(names({ ...open('a-0001', 10, 60), ...open('a-0002', 20, 12) })).toEqual(['a-0001'])
  })

  test('is nothing where nothing was begun, nor where an article was opened and left again', () => {
    expect(names({})).toEqual([])
    const peeked = { ...open('a-0001', 10, 2)['a-0001']!, reached: 0 }
    expect(names({ 'a-0001': peeked })).toEqual([])
    expect(names({ 'a-0001': { ...peeked, seconds: 60 } })).toEqual(['a-0001'])
    expect(names({ 'a-0001': { ...peeked, reached: 0.1 } })).toEqual(['a-0001'])
  })
})
