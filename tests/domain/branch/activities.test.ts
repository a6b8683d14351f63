import fs from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { activityParts, activityProblems, isLate, whenWord } from '@domain/branch/activities'
import { asKind, blankActivity, toSend } from '@domain/branch/activity-draft'
import { type LedgerRow, ledgerColumns, wordsOf } from '@domain/branch/activity-ledger'
import type { NewActivity } from '@domain/contract/activities'
import { type ActivityKind, firstState, isDone } from '@domain/contract/activity-kinds'
import { tableOf } from '@domain/text/table'
import { addDays } from '@domain/time/day'

const KINDS: ActivityKind[] = parse(fs.readFileSync('content/rules/activities.yml', 'utf8')).kinds
const kindOf = (id: string) => KINDS.find(it => it.id === id)!
const TODAY = '2026-11-28'
const deed = {
  ...blankActivity(kindOf('deed'), TODAY),
  title: '装一盏路灯',
  due: '2026-12-10',
  words: { for: '一位居民' },
}
const said = (it: NewActivity, kind = kindOf('deed')) => activityProblems(kind, it, TODAY).map(one => one.field)

test('the kinds that the brief names are there, and each begins and ends somewhere', () => {
  expect(KINDS.map(it => it.title)).toEqual([
    ...['集中学习', '领学', '专题研讨', '现场教学', '宣讲', '中心组学习', '好书荐读', '红色电影', '演讲比赛'],
    '我为群众办实事',
  ])
  expect(kindOf('deed').states.map(it => it.title)).toEqual(['登记', '办理中', '办结'])
  for (const kind of KINDS) {
    expect(isDone(kind, firstState(kind))).toBe(false)
    expect(activityProblems(kind, blankActivity(kind, TODAY), TODAY).map(it => it.field)).toContain('title')
  }
})

test('a deed has somebody it is for and a last day; done, it says what was done, and not before its day', () => {
  expect(said(deed)).toEqual([])
  expect(said({ ...deed, due: undefined })).toEqual(['due'])
  expect(said({ ...deed, due: '2026-11-01' })).toEqual(['due'])
  expect(said({ ...deed, words: { for: ' ' } })).toEqual(['for'])
  expect(said({ ...deed, state: 'done' })).toEqual(['result'])
  const done = { ...deed, state: 'done', words: { ...deed.words, result: '装好了' }, closed: TODAY }
  expect(said(done)).toEqual([])
  expect(said({ ...done, state: 'doing' })).toEqual(['closed'])
  for (const closed of [addDays(TODAY, -1), addDays(TODAY, 1)]) expect(said({ ...done, closed })).toEqual(['closed'])
  expect(toSend(kindOf('deed'), { ...done, state: 'doing' }).closed).toBeUndefined()
  expect(said({ ...deed, hours: 1 })).toEqual(['hours'])
  expect(said({ ...deed, state: 'gone' })).toEqual(['state'])
  expect(said({ ...deed, words: { for: '一位居民', other: '别的' } })).toEqual(['other'])
  const study = { ...blankActivity(kindOf('group-study'), '2026-12-01'), title: '学党章', state: 'done' }
  expect(activityProblems(kindOf('group-study'), study, TODAY).map(it => it.field)).toEqual(['state'])
  expect(activityProblems(kindOf('group-study'), { ...study, day: TODAY }, TODAY)).toEqual([])
})

test('people outside are named by kind only: where a kind or a field tells of them, and numbers nowhere', () => {
  expect(said({ ...deed, title: '给居民王小明家装灯' })).toEqual(['title'])
  expect(said({ ...deed, words: { for: '住户李桂兰' } })).toEqual(['for'])
  const talk = { ...blankActivity(kindOf('talk'), TODAY), title: '雷锋同志的故事' }
  expect(said(talk, kindOf('talk'))).toEqual([])
  expect(said({ ...talk, place: '打 13812345678' }, kindOf('talk'))).toEqual(['place'])
  expect(said({ ...talk, words: { audience: '居民王小明' } }, kindOf('talk'))).toEqual(['audience'])
})

test('the ledger begins with what is late, the longest first, and holds everything once', () => {
  const one = fc.record({
    id: fc.uuid(),
    done: fc.boolean(),
    day: fc.integer({ min: -60, max: 60 }).map(n => addDays(TODAY, n)),
    due: fc.option(
      fc.integer({ min: -60, max: 60 }).map(n => addDays(TODAY, n)),
      { nil: undefined },
    ),
  })
  fc.assert(
    fc.property(fc.array(one), list => {
      const { late, open, done } = activityParts(list, TODAY)
      expect([...late, ...open, ...done].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
      )
      expect(late.every(it => isLate(it, TODAY))).toBe(true)
      expect(open.some(it => isLate(it, TODAY) || it.done)).toBe(false)
      const last = (it: (typeof list)[number]) => it.due ?? it.day
      expect(late.map(last)).toEqual([...late.map(last)].sort())
      expect(open.map(last)).toEqual([...open.map(last)].sort())
    }),
  )
  expect(whenWord({ done: false, day: '2026-11-01', due: '2026-11-25' }, TODAY)).toBe('过了期限 3 天')
  expect(whenWord({ done: false, day: '2026-11-26', time: '15:00' }, TODAY)).toBe('11月26日 15:00，还没有记结果')
  expect(whenWord({ done: false, day: TODAY, due: TODAY }, TODAY)).toBe('11月28日以前')
})

test('what the chosen kind does not ask for waits in the draft and is not sent', () => {
  const study = { ...blankActivity(kindOf('group-study'), TODAY), title: ' 学党章 ', hours: 3, members: ['m'] }
  const slip = asKind({ ...study, words: { materials: '党章' } }, kindOf('deed'))
  expect([slip.state, slip.hours, slip.words]).toEqual(['registered', 3, { materials: '党章' }])
  expect(toSend(kindOf('deed'), { ...slip, words: { ...slip.words, for: ' 一位居民 ' } })).toEqual({
    kind: 'deed',
    title: '学党章',
    day: TODAY,
    state: 'registered',
    words: { for: '一位居民' },
    members: [],
  })
  const back = asKind(slip, kindOf('group-study'))
  expect(toSend(kindOf('group-study'), { ...back, state: 'done' }).hours).toBe(3)
  const usual = toSend(kindOf('group-study'), { ...back, hours: undefined, state: 'done' })
  expect(usual.hours).toBe(2)
})

test('the ledger’s file says what is late and what a kind asks beside, in the kind’s order', () => {
  const { members: _none, ...told } = deed
  const row: LedgerRow = {
    ...{ ...told, due: '2026-11-20', words: { result: '装好了', for: '一位居民' }, id: '1', revision: 1 },
    ...{ done: false, present: 2, leadName: '王示例', names: ['王示例', '李示例'] },
  }
  const { titles, cells } = tableOf(ledgerColumns(KINDS, TODAY), [row, { ...row, done: true, state: 'done' }])
  const cell = (title: string, i = 0) => cells[i]![titles.indexOf(title)]
  expect(['种类', '状态', '过期', '负责的人', '参加', '参加的人'].map(title => cell(title))).toEqual([
    ...['我为群众办实事', '登记', '过了期限', '王示例', 2, '王示例、李示例'],
  ])
  expect([cell('过期', 1), cell('状态', 1)]).toEqual([undefined, '办结'])
  expect(cell('内容')).toBe('为谁办：一位居民；办了什么：装好了')
  expect(wordsOf(undefined, { gone: '还在' })).toBe('gone：还在')
})
