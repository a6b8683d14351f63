import { blankDraft, draftOf, draftProblems, readNumbers, settingsOf, writeNumbers } from '@domain/contest/draft'

const NOW = Date.parse('2026-11-29T04:00:00.000Z')
const DRAFT = { ...blankDraft('HD-1', '2026-11-29'), title: '十二月知识竞赛' }
const words = (part: Partial<typeof DRAFT>) => draftProblems({ ...DRAFT, ...part }, NOW).map(it => it.words)

test('a blank form with a title can be sent, and what is sent comes back as the same form', () => {
  expect(draftProblems(DRAFT, NOW)).toEqual([])
  const settings = settingsOf(DRAFT)
  expect(settings).toMatchObject({ opens: '2026-11-30T01:00:00.000Z', closes: '2026-12-06T10:00:00.000Z' })
  expect(draftOf(settings)).toEqual(DRAFT)
})

test('a fixed paper keeps the numbers that were typed', () => {
  const settings = settingsOf({ ...DRAFT, paper: 'fixed', numbers: '1-3, 9' })
  expect(settings.paper).toEqual({ kind: 'fixed', numbers: [1, 2, 3, 9] })
  expect(draftOf(settings)).toMatchObject({ paper: 'fixed', numbers: '1-3，9' })
})

test('each thing that is wrong is said with what to do', () => {
  expect(words({ title: ' ' })).toEqual(['写上竞赛叫什么'])
  expect(words({ title: '长'.repeat(41) })).toEqual(['名称最多 40 字'])
  expect(words({ closesDay: '2026-11-30', closesTime: '09:04' })).toEqual(['结束要比开始晚，至少 5 分钟'])
  expect(words({ opensDay: '2026-11-20', closesDay: '2026-11-28' })).toEqual(['结束的时间已经过了，往后改'])
  expect(words({ closesDay: '2027-03-30' })).toEqual(['最长 60 天，把结束的日子往前改'])
  expect(words({ closesTime: '' })).toEqual(['开始和结束的日子、时间都要写'])
  expect(words({ clock: { kind: 'question', seconds: 5 } })).toEqual(['时间要在 10 到 300 秒之间'])
  expect(words({ within: '' })).toEqual(['选一个组织：给它的党员办'])
})

test('rows that could draw the same question are told apart', () => {
  expect(words({ rows: [] })).toEqual(['加一行，写上抽几题'])
  expect(words({ rows: [{ count: 0 }] })).toEqual(['每一行都要写抽几题'])
  expect(words({ rows: [{ count: 60 }, { count: 60 }] })).toEqual(['一份卷子最多 100 题，现在是 120 题'])
  expect(
    words({
      rows: [
        { type: 'single', count: 5 },
        { difficulty: 3, count: 5 },
      ],
    }),
  ).toEqual(['第 2 行和前面的一行会抽到同样的题：题型、难度、主题至少有一样要分得开'])
  expect(
    words({
      rows: [
        { type: 'single', count: 5 },
        { type: 'judge', count: 5 },
      ],
    }),
  ).toEqual([])
})

test('numbers are read however they are parted, and nothing else is taken for one', () => {
  expect(readNumbers('3，1-2、2 10~12')).toEqual([1, 2, 3, 10, 11, 12])
  expect(readNumbers('')).toEqual([])
  for (const wrong of ['0', '5-3', '一到三', '1-', '2001', '1.5', '-3']) expect(readNumbers(wrong)).toBeUndefined()
  expect(writeNumbers([12, 1, 2, 3, 10, 11, 20])).toBe('1-3，10-12，20')
  expect(words({ paper: 'fixed', numbers: '一到三' })).toEqual(['题号写成“1-20，25”这样：数字、短横和逗号'])
  expect(words({ paper: 'fixed', numbers: '1-101' })).toEqual(['一份卷子最多 100 题，现在是 101 题'])
})
