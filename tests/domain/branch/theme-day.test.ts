import {
  BEGINNING,
  type Place,
  partsOf,
  planOf,
  questionsOf,
  type Sizes,
  stepBack,
  stepOn,
  themesOf,
} from '@domain/branch/theme-day'
import type { Catalog, Question } from '@domain/catalog/types'

const day = (article: string, episode?: string) => ({ articles: [article], episode, questions: [`q-${article}`] })
const schedule = {
  starts: '2026-11-23',
  weeks: [
    { theme: '甲', note: '一', days: [day('a-0001', 'e-0001'), day('a-0001'), day('a-0002', 'e-0002')] },
    { theme: '乙', note: '二', days: [day('a-0003')] },
  ],
  festivals: [],
}
const courses = {
  courses: [
    {
      id: 'changzheng',
      title: '长征四周',
      note: '两万五千里',
      weeks: [{ title: '离开', items: ['a-0004', 'e-0003', { quiz: 'a-0004' }] }],
    },
  ],
}

test('the running week comes first, then the weeks after it, then the courses; nothing is named twice', () => {
  const themes = themesOf(schedule, courses, '2026-12-01')
  expect(themes.map(it => it.id)).toEqual(['w1', 'w0', 'changzheng-1'])
  expect(themes.map(it => it.from)).toEqual(['本周主题', '每周主题', '长征四周，第 1 周'])
  expect(themes[1]).toMatchObject({ articles: ['a-0001', 'a-0002'], episodes: ['e-0001', 'e-0002'] })
  expect(themes[2]).toMatchObject({ articles: ['a-0004'], episodes: ['e-0003'] })
})

test('the weeks begin again when they have run out, and before the first day the first is the running one', () => {
  expect(themesOf(schedule, courses, '2026-12-07')[0]!.id).toBe('w0')
  expect(themesOf(schedule, courses, '2026-11-01')[0]!.id).toBe('w0')
  expect(themesOf({ ...schedule, weeks: [] }, { courses: [] }, '2026-12-07')).toEqual([])
})

test('what was withheld or has no recording is not planned, and a film comes before what is only heard', () => {
  const theme = themesOf(schedule, courses, '2026-11-23')[0]!
  const media = { file: 'x', bytes: 1, sha256: '', bundled: true, label: '' }
  const catalog = {
    articles: [{ id: 'a-0002' }],
    episodes: [
      { id: 'e-0001', kind: 'audio', media },
      { id: 'e-0002', kind: 'video', media },
    ],
  } as unknown as Catalog
  expect(planOf(theme, catalog)).toEqual({ articles: ['a-0002'], episodes: ['e-0002', 'e-0001'] })
  const silent = { ...catalog, episodes: catalog.episodes.map(({ media: _none, ...it }) => it) }
  expect(planOf(theme, silent).episodes).toEqual([])
})

const question = (id: string, article: string, more: object = {}) =>
  ({ id, type: 'single', options: [], evidence: { article, block: 'e1' }, ...more }) as unknown as Question

test('the questions of what was read come first, then the theme’s, then others; none that needs typing or was corrected', () => {
  const theme = themesOf(schedule, courses, '2026-11-23')[0]!
  const pool = [
    question('q-9', 'a-0900'),
    question('q-1', 'a-0001'),
    question('q-2', 'a-0002'),
    question('q-a-0001', 'a-0800'),
    question('q-3', 'a-0002', { type: 'fill' }),
    question('q-4', 'a-0002', { type: 'order' }),
    question('q-5', 'a-0002', { corrected: { on: '2026-11-01', note: '' } }),
  ]
  const ids = (article?: string, count?: number) => questionsOf(theme, article, pool, count).map(it => it.id)
  expect(ids('a-0002')[0]).toBe('q-2')
  expect(ids('a-0002').slice(1, 3).sort()).toEqual(['q-1', 'q-a-0001'])
  expect(ids('a-0002')[3]).toBe('q-9')
  expect(ids('a-0002')).toHaveLength(4)
  expect(ids('a-0002', 2)).toHaveLength(2)
  expect(ids('a-0002')).toEqual(questionsOf(theme, 'a-0002', [...pool].reverse()).map(it => it.id))
})

/** Every place from the beginning to the end, one step at a time. */
function walk(sizes: Sizes): Place[] {
  const places = [BEGINNING]
  for (let at = BEGINNING; ;) {
    const next = stepOn(at, sizes)
    if (next === at) return places
    places.push((at = next))
    if (places.length > 100) throw new Error('it goes on for ever')
  }
}

test.each([
  { pages: 3, films: 1, questions: 2 },
  { pages: 0, films: 1, questions: 1 },
  { pages: 1, films: 0, questions: 0 },
  { pages: 0, films: 0, questions: 0 },
])('the way through %j goes through every page, question and answer once, and back the same way', sizes => {
  const places = walk(sizes)
  expect(places).toHaveLength(2 + sizes.pages + sizes.films + 2 * sizes.questions)
  expect([...new Set(places.map(it => it.part))]).toEqual(partsOf(sizes))
  const shown = ({ part, page, question: at, solved }: Place) =>
    [part, part === 'article' && page, part === 'questions' && [at, solved]].join()
  for (let i = places.length - 1; i > 0; i--) expect(shown(stepBack(places[i]!, sizes))).toBe(shown(places[i - 1]!))
  expect(stepBack(BEGINNING, sizes)).toBe(BEGINNING)
})
