import {
  assignmentLine,
  dueWord,
  itemsByWords,
  nothingFoundWord,
  TITLE_LIMIT,
  leftWord,
  taskNote,
  usualDue,
  usualTitle,
  weekItems,
} from '@domain/branch/assignment-lines'
import type { Schedule } from '@domain/catalog/calendar'
import type { Catalog } from '@domain/catalog/types'

const catalog = {
  articles: [
    { id: 'a-0001', title: '一张地图与四渡赤水', subject: '红军长征' },
    { id: 'a-0002', title: '吉鸿昌：恨不抗日死' },
  ],
  episodes: [
    { id: 'e-0001', kind: 'audio', title: '赤水河边' },
    { id: 'e-0161', kind: 'video', title: '半截皮带', subject: '长征路上，1936年7月' },
  ],
  shelves: [{ id: 'reform', title: '改革开放' }],
} as unknown as Catalog

const day = (articles: string[], episode?: string) => ({ articles, questions: [], ...(episode && { episode }) })
const schedule: Schedule = {
  starts: '2026-11-23',
  weeks: [
    {
      theme: '长征',
      note: '',
      days: [
        day(['a-0001', 'a-0002'], 'e-0001'),
        day(['a-0002']),
        day([]),
        day([]),
        day([]),
        day([]),
        day(['a-0001'], 'e-0161'),
      ],
    },
  ],
  festivals: [],
}

describe('an assigned item', () => {
  test('is called by its kind and title', () => {
    expect(assignmentLine(catalog, 'a-0001')).toMatchObject({ kind: '读', title: '一张地图与四渡赤水' })
    expect(assignmentLine(catalog, 'e-0001')).toMatchObject({ kind: '听', title: '赤水河边' })
    expect(assignmentLine(catalog, 'e-0161')).toMatchObject({ kind: '看' })
    expect(assignmentLine(catalog, 'article:a-0001')).toMatchObject({ kind: '答', title: '《一张地图与四渡赤水》的题' })
    expect(assignmentLine(catalog, 'shelf:reform')).toMatchObject({ kind: '答', title: '改革开放：答 20 题' })
  })

  test('that this phone’s catalog does not hold is no line', () => {
    expect(assignmentLine(catalog, 'a-9999')).toBeUndefined()
    expect(assignmentLine(catalog, 'article:a-9999')).toBeUndefined()
    expect(assignmentLine(catalog, 'x')).toBeUndefined()
  })
})

test('a week offers what its days push, each once, in order, with the theme', () => {
  expect(weekItems(schedule, '2026-11-25')).toEqual({ theme: '长征', items: ['a-0001', 'a-0002', 'e-0001', 'e-0161'] })
  expect(weekItems(schedule, '2026-11-20')).toEqual({ theme: undefined, items: [] })
})

test('articles and episodes are found by title and by what they are about, as it is typed; nothing is found by nothing', () => {
  expect(itemsByWords(catalog, ' 赤水 ', 10)).toEqual(['a-0001', 'e-0001'])
  expect(itemsByWords(catalog, '赤水', 1)).toEqual(['a-0001'])
  expect(itemsByWords(catalog, '  ', 10)).toEqual([])
  expect(itemsByWords(catalog, '“”', 10)).toEqual([])
  // A scene by its plain name, which stands in the line; one that begins so comes first.
  expect(itemsByWords(catalog, '长征', 10)).toEqual(['e-0161', 'a-0001'])
  expect(itemsByWords(catalog, '１９３６年 长征', 10)).toEqual(['e-0161'])
  expect(assignmentLine(catalog, 'e-0161')).toMatchObject({ title: '半截皮带', about: '长征路上，1936年7月' })
  expect(itemsByWords(catalog, '长城', 10)).toEqual([])
  expect(nothingFoundWord(' 长城 ')).toBe('没有找到讲“长城”的文章和节目。可以少写几个字，或者换一个叫法')
})

test('a last day is said in words that need no sum', () => {
  expect(dueWord('2026-11-24', '2026-11-24')).toBe('今天截止')
  expect(dueWord('2026-11-29', '2026-11-24')).toBe('还有 5 天')
  expect(dueWord('2026-12-31', '2026-11-24')).toBe('12月31日截止')
  expect(dueWord('2026-11-22', '2026-11-24')).toBe('已过期 2 天')
})

test('only what ends today is said to end today', () => {
  const today = '2026-11-29'
  expect(leftWord([today, today, '2026-12-02', '2026-12-09', '2026-12-09'], today)).toBe('5 项，其中 2 项今天截止')
  expect(leftWord([today, today], today)).toBe('2 项，今天截止')
  expect(leftWord(['2026-11-27', today], today)).toBe('2 项，其中 1 项已过期 2 天')
})

test('what is studied on the day a task is set is said not to count, where it can be opened', () => {
  const task = { title: '本周共读', createdAt: '2026-11-29T18:00:00.000Z', due: '2026-12-06' }
  expect(taskNote(task, '2026-11-30')).toBe('本周共读，明天起学的才算')
  expect(taskNote(task, '2026-11-29')).toBe('本周共读，12月1日起学的才算')
  expect(taskNote(task, '2026-12-01')).toBe('本周共读')
  expect(taskNote({ ...task, due: '2026-11-30' }, '2026-11-30')).toBe('本周共读')
})

test('the last day offered is a Sunday at least two days ahead', () => {
  expect(usualDue('2026-11-24')).toBe('2026-11-29')
  expect(usualDue('2026-11-28')).toBe('2026-12-06')
  expect(usualDue('2026-11-29')).toBe('2026-12-06')
})

describe('the title of a task', () => {
  const week = { theme: '长征', items: ['a-0001', 'e-0001'] }
  test.each([
    [[], '学习“长征”'],
    [['a-0001', 'article:a-0001'], '学习“长征”'],
    [['a-0002'], '读《吉鸿昌：恨不抗日死》'],
    [['e-0161'], '看《半截皮带》'],
    [['article:a-0002'], '《吉鸿昌：恨不抗日死》的题'],
    [['answers:20'], '答 20 题，哪个书架都行'],
    [['a-0002', 'a-0001', 'e-0001'], '读《吉鸿昌：恨不抗日死》等 3 项'],
  ])('follows what is chosen (%j)', (chosen, title) => {
    expect(usualTitle(catalog, week, chosen)).toBe(title)
  })
  test('is the branch’s when nothing is chosen in a week without a theme', () => {
    expect(usualTitle(catalog, { items: [] }, [])).toBe('支部学习')
  })
  test('has room in the field, however long an article is called', () => {
    const long = { ...catalog, articles: [{ id: 'a-0003', title: '长'.repeat(80) }] } as unknown as Catalog
    expect(usualTitle(long, week, ['a-0003', 'a-0001'])).toHaveLength(TITLE_LIMIT)
  })
})
