import fc from 'fast-check'
import { listAnswers, matchSlips, NOBODY, slipPersonKey, withSlips } from '@domain/branch/matched-slips'
import {
  BOOK_ACTIVITY_COLUMNS,
  bookHead,
  bookLines,
  bookMeetingColumns,
  bookTotals,
  bookWeeks,
  changedSinceFiled,
  filedWord,
  LINE_COLUMNS,
  slipsHereWord,
  unfinishedWord,
  placeWord,
  weekDaysWord,
} from '@domain/branch/month-book'
import { hasStudied, sourceWord } from '@domain/contract/report-columns'
import type { Slip } from '@domain/branch/slip'
import type { BookPerson, MonthBook } from '@domain/contract/month-book'
import { tableOf } from '@domain/text/table'

const WEEKS = ['2026-11-02', '2026-11-09', '2026-11-16']
const slip = (name: string, week: string, more: Partial<Slip> = {}): Slip => ({
  name,
  branch: '三支部',
  week,
  studyDays: 2,
  items: 1,
  answers: 5,
  madeAt: 0,
  tag: 1,
  ...more,
})
const one = (member: string, name: string, more: Partial<BookPerson> = {}): BookPerson => ({
  member,
  name,
  weeks: WEEKS,
  phone: [],
  branch: [],
  expected: 2,
  present: 0,
  leave: 0,
  activities: 0,
  tasks: 0,
  tasksDone: 0,
  hours: 0,
  yearHours: 0,
  required: 32,
  ...more,
})
const people = [
  one('a', '陈一示', {
    phone: [WEEKS[0]!],
    present: 2,
    activities: 1,
    tasks: 2,
    tasksDone: 1,
    hours: 3,
    yearHours: 12,
  }),
  one('b', '李二例'),
]
const book: MonthBook = {
  month: '2026-11',
  place: { district: '示例区', unit: '示例街道01', branch: '示例街道01第3支部', demo: true },
  people,
  meetings: [
    { id: '1', kind: 'lecture', title: '党课', day: '2026-11-05', members: 2, present: 1, leave: 1, hours: 1 },
    { id: '2', kind: 'congress', title: '大会', day: '2026-11-27', members: 2, present: 0, leave: 0, hours: 2 },
  ],
  activities: [
    {
      id: '3',
      kind: '集中学习',
      title: '学党章',
      day: '2026-11-10',
      state: '已办',
      closed: '2026-11-10',
      present: 2,
      members: 2,
      hours: 1.5,
    },
    {
      id: '4',
      kind: '中心组学习',
      title: '专题',
      day: '2026-11-12',
      state: '已学',
      closed: '2026-11-12',
      present: 1,
      hours: 2,
    },
    { id: '5', kind: '红色电影', title: '老片子', day: '2026-11-29', state: '计划', present: 0, members: 2 },
    {
      id: '6',
      kind: '我为群众办实事',
      title: '装路灯',
      day: '2026-10-20',
      due: '2026-11-10',
      state: '办结',
      closed: '2026-11-09',
      present: 0,
    },
    {
      id: '7',
      kind: '我为群众办实事',
      title: '修屋顶',
      day: '2026-11-20',
      due: '2026-12-10',
      state: '办结',
      closed: '2026-12-02',
      present: 0,
    },
    {
      id: '8',
      kind: '我为群众办实事',
      title: '教挂号',
      day: '2026-11-01',
      due: '2026-11-20',
      state: '登记',
      present: 0,
    },
  ],
  tasks: [],
}

test('one person is one line, whoever says that they studied, with whose word it is', () => {
  const slips = [slip('陈一示', WEEKS[1]!), slip('李二例', WEEKS[1]!), slip('李二例', WEEKS[2]!, { studyDays: 0 })]
  const lines = bookLines(book, matchSlips(slips, people, {}).of)
  const { titles, cells } = tableOf(LINE_COLUMNS, lines)
  expect(titles).toEqual([
    '姓名',
    '自学（自报）',
    '学过几周',
    '到会',
    '请假',
    '活动',
    '任务',
    '本月学时',
    '全年学时',
    '来源',
  ])
  expect(cells).toEqual([
    ['陈一示', '学过', '2 / 3', '2 / 2', 0, 1, '1 / 2', 3, '12 / 32', '手机自报、学习单、会议、活动'],
    ['李二例', '学过', '1 / 3', '0 / 2', 0, 0, undefined, 0, '0 / 32', '学习单'],
  ])
  expect(bookWeeks(lines).map(it => [weekDaysWord(it.week), it.studied, it.members])).toEqual([
    ['2日—8日', 1, 2],
    ['9日—15日', 2, 2],
    ['16日—22日', 0, 2],
  ])
  const totals = bookTotals(book, lines)
  expect(totals).toEqual({
    ...{ members: 2, studied: 2, meetings: 1, activities: 2, deeds: 1, openDeeds: 2, tasks: 0 },
    hours: 4.5,
  })
  expect(Object.fromEntries(bookHead(book, totals))).toMatchObject({
    '参学（自报）': '2 / 2',
    状态: '还没有报',
    '实事（件）': '办结 1，在办 2',
    区: '示例区',
  })
  expect(placeWord(book.place)).toBe('示例街道01第3支部')
  expect(placeWord({ ...book.place, branch: '第三支部' })).toBe('示例街道01 · 第三支部')
})

test('an activity of the month says how it stands: a deed by when or since when, others who was there', () => {
  const { titles, cells } = tableOf(BOOK_ACTIVITY_COLUMNS, book.activities)
  expect(titles).toEqual(['日期', '种类', '内容', '状态', '参加', '学时'])
  expect(cells.map(it => it.slice(2))).toEqual([
    ['学党章', '已办', '2 / 2', 1.5],
    ['专题', '已学', '1 人', 2],
    ['老片子', '计划', undefined, undefined],
    ['装路灯', '办结，11月9日', undefined, undefined],
    ['修屋顶', '办结，12月2日', undefined, undefined],
    ['教挂号', '登记，期限 11月20日', undefined, undefined],
  ])
  const late = tableOf(BOOK_ACTIVITY_COLUMNS, [{ ...book.activities[5]!, late: true }])
  expect(late.cells[0]![3]).toBe('登记，期限 11月20日，超期')
  expect(filedWord({ meetings: 3, activities: 2, deeds: 1 })).toBe('会议 3 次，活动 2 次，办结实事 1 件')
  expect(filedWord({ meetings: 3, activities: 0 })).toBe('会议 3 次')
})

test('what was done with nobody on its list counts in no sum, as a meeting without anybody, and says so', () => {
  const empty = { ...book.activities[0]!, id: '9', title: '纪念馆', present: 0, empty: true as const }
  const { cells } = tableOf(BOOK_ACTIVITY_COLUMNS, [empty])
  expect(cells[0]!.slice(2)).toEqual(['纪念馆', '已办', '没有记参加', undefined])
  const lines = bookLines(book, new Map())
  const more = { ...book, activities: [...book.activities, empty] }
  expect(bookTotals(more, lines)).toEqual(bookTotals(book, lines))
  // Nobody is expected at a talk: it is one, and gives 学时 to nobody.
  const talk = { ...empty, kind: '宣讲', hours: 2, empty: undefined }
  const { activities, hours } = bookTotals({ ...book, activities: [talk] }, lines)
  expect([activities, hours]).toEqual([1, bookTotals({ ...book, activities: [] }, lines).hours])
})

test('a month that is no longer what was filed says what it is now; who studied is not compared', () => {
  const totals = bookTotals(book, bookLines(book, new Map()))
  const { meetings, activities, deeds } = totals
  const filed = { at: '2026-11-30T08:00:00.000Z', members: 2, studied: 2, meetings, activities, deeds }
  expect(changedSinceFiled(filed, totals)).toBeUndefined()
  expect(changedSinceFiled({ ...filed, deeds: 2 }, totals)).toBe('会议 1 次，活动 2 次，办结实事 1 件')
  expect(changedSinceFiled({ ...filed, meetings: 0 }, totals)).toBeDefined()
})

test('a slip that fits nobody, and another phone under a name, are asked about until there is an answer', () => {
  const stranger = slip('陈一', WEEKS[0]!)
  const second = slip('陈一示', WEEKS[0]!, { tag: 2 })
  const slips = [slip('陈一示', WEEKS[0]!), stranger, second, slip('陈一', WEEKS[1]!)]
  const { asked, of } = matchSlips(slips, people, {})
  expect(asked).toEqual([
    { name: '陈一', branch: '三支部', tag: 1 },
    { name: '陈一示', branch: '三支部', tag: 2 },
  ])
  expect(of.get('a')).toHaveLength(1)
  const answers = { [slipPersonKey(stranger)]: 'b', [slipPersonKey(second)]: NOBODY }
  const answered = matchSlips(slips, people, answers)
  expect(answered.asked).toEqual([])
  expect([answered.of.get('a')!.length, answered.of.get('b')!.length]).toEqual([1, 2])
  // Whose answer names somebody who is on the roster no more is asked about again.
  expect(matchSlips([stranger], [people[0]!], answers).asked).toHaveLength(1)
})

test('every slip is somebody’s, is asked about, or is nobody’s; in no month anybody studies more weeks than there are', () => {
  const names = fc.constantFrom('陈一示', '李二例', '别人')
  const some = fc.record({ name: names, week: fc.constantFrom(...WEEKS), tag: fc.integer({ min: 0, max: 2 }) })
  fc.assert(
    fc.property(fc.array(some), many => {
      const slips = many.map(it => slip(it.name, it.week, { tag: it.tag }))
      const { of, asked } = matchSlips(slips, people, {})
      const keys = asked.map(slipPersonKey)
      const put = [...of.values()].flat()
      const rest = slips.filter(it => keys.includes(slipPersonKey(it)))
      expect(put.length + rest.length).toBe(slips.length)
      for (const line of bookLines(book, of)) expect(line.studied.length).toBeLessThanOrEqual(line.weeks.length)
    }),
  )
})

test('what a secretary has said of slips can be read again, the latest first', () => {
  const of = (name: string) => slipPersonKey({ name, branch: '三支部', tag: 1 })
  const answers = { [of('老陈')]: 'a', [of('过路的')]: NOBODY, [of('老王')]: 'gone' }
  expect(listAnswers(answers, people)).toEqual([
    { key: of('老王'), name: '老王', whose: '这个月不在名册上的人' },
    { key: of('过路的'), name: '过路的' },
    { key: of('老陈'), name: '老陈', whose: '陈一示' },
  ])
})

test('a meeting to come is not one at which nobody was', () => {
  const meeting = { id: 'm', kind: 'lecture' as const, title: '党课', members: 22, present: 0, leave: 0, hours: 1 }
  const said = (day: string, present = 0) =>
    tableOf(bookMeetingColumns('2026-11-29'), [{ ...meeting, day, present }]).cells[0]![3]
  expect([said('2026-11-30'), said('2026-11-29'), said('2026-11-30', 20)]).toEqual(['还没开', '没有记到会', '20 / 22'])
})

test('the week of the desk knows the slips as the month does', () => {
  const row = (member: string, name: string, week: string) => ({ member, name, week, phone: false, branch: false })
  const [first, second] = [WEEKS[0]!, WEEKS[1]!]
  const rows = [
    row('a', '陈一示', first),
    row('a', '陈一示', second),
    row('b', '李二例', first),
    row('c', '王三', first),
  ]
  const asked = { ...slip('老李', first), tag: 7 }
  const slips = [slip('陈一示', first), slip('王三', first, { studyDays: 0 }), slip('王三', WEEKS[2]!), asked]
  const joined = withSlips(rows, slips, { [slipPersonKey(asked)]: 'b' })
  expect(joined.map(it => [it.member, it.week, it.slip])).toEqual([
    ['a', first, true],
    ['a', second, undefined],
    ['b', first, true],
    ['c', first, undefined],
  ])
  expect(joined.filter(hasStudied)).toHaveLength(2)
  expect(sourceWord(joined[0]!)).toBe('学习单')
})

test('a book says which slips are in it before it is filed, and how the others come in', () => {
  expect(slipsHereWord(6)).toMatch(/^这台设备收的 6 张学习单已经算在里面；收在别的手机上的不在里面/)
  expect(slipsHereWord(0)).toMatch(/^这台设备上没有这个月的学习单；.*复制/)
})

test('a slip is its member’s however the name is spaced', () => {
  const names = [slip('李 二例', WEEKS[0]!), slip('陈　一示', WEEKS[0]!), slip(' 陈一示 ', WEEKS[1]!)]
  const { of, asked } = matchSlips(names, people, {})
  expect([asked, of.get('b')?.length]).toEqual([[], 1])
  expect(of.get('a')).toBeDefined()
})

test('a month that is not over says so before it is filed', () => {
  expect(unfinishedWord('2026-11', '2026-11-28')).toMatch(/^11 月还有 2 天，.*月底可以重报/)
  expect([unfinishedWord('2026-11', '2026-11-30'), unfinishedWord('2026-10', '2026-11-28')]).toEqual(['', ''])
})
