import { cellWord, quarterBoard, quarterMonths } from '@domain/branch/quarter-board'
import type { MeetingKind } from '@domain/contract/meeting-kinds'

const TODAY = '2026-11-20'
const posts = { groups: ['第一组', '第二组'], committee: 3 }
const held = (kind: MeetingKind, day: string, present = 5, group?: string) => ({
  id: `${kind} ${day}`,
  kind,
  day,
  present,
  ...(group ? { group } : {}),
})
const wordsOf = (meetings: Parameters<typeof quarterBoard>[0], kind: MeetingKind, own = posts) => {
  const line = quarterBoard(meetings, own, TODAY).find(it => it.rule.kind === kind)
  return line && [line.done, ...line.cells.map(cellWord)]
}

test('a quarter is three months of its year', () => {
  expect(quarterMonths('2026-01-01')).toEqual(['2026-01', '2026-02', '2026-03'])
  expect(quarterMonths('2026-12-31')).toEqual(['2026-10', '2026-11', '2026-12'])
})

test('each month asks for a committee’s meeting; one to come is named, a month that has not begun is not open', () => {
  expect(wordsOf([held('committee', '2026-10-05'), held('committee', '2026-11-27', 0)], 'committee')).toEqual([
    false,
    '5日已开',
    '定在27日',
    '还没到',
  ])
  const arrangedEarly = [
    held('committee', '2026-10-05'),
    held('committee', '2026-11-06'),
    held('committee', '2026-12-03', 0),
  ]
  expect(wordsOf(arrangedEarly, 'committee')).toEqual([true, '5日已开', '6日已开', '定在3日'])
  expect(wordsOf([], 'committee')).toEqual([false, '还没有', '还没有', '还没到'])
})

test('a meeting at which nobody was written down has not been held', () => {
  expect(wordsOf([held('theme_day', '2026-10-05', 0)], 'theme_day')).toEqual([
    false,
    '5日的还没记到会',
    '还没有',
    '还没到',
  ])
})

test('a month that was over before the branch was kept here is asked for nothing; one that it held counts', () => {
  const wordsSince = (since: string, meetings: Parameters<typeof quarterBoard>[0] = []) => {
    const line = quarterBoard(meetings, posts, TODAY, since).find(it => it.rule.kind === 'committee')!
    return [line.done, ...line.cells.map(cellWord)]
  }
  expect(wordsSince('2026-11-16')).toEqual([false, '还没用上', '还没有', '还没到'])
  expect(wordsSince('2026-10-26')).toEqual([false, '还没有', '还没有', '还没到'])
  const own = [held('committee', '2026-10-05'), held('committee', '2026-11-06')]
  expect(wordsSince('2026-11-16', own)).toEqual([true, '5日已开', '6日已开', '还没到'])
  expect(wordsSince('2026-11-16', own.slice(1))).toEqual([true, '还没用上', '6日已开', '还没到'])
})

test('once a quarter is once in its three months', () => {
  expect(wordsOf([held('congress', '2026-10-31')], 'congress')).toEqual([true, '10月31日已开'])
  expect(wordsOf([held('congress', '2026-09-30')], 'congress')).toEqual([false, '还没有'])
  expect(wordsOf([held('lecture', '2026-12-01', 0)], 'lecture')).toEqual([false, '定在12月1日'])
})

test('every 党小组 is to meet; one meeting of all together is enough', () => {
  const first = held('group', '2026-11-02', 4, '第一组')
  expect(wordsOf([first], 'group')).toEqual([false, '还没有', '开了1组，还没有', '还没到'])
  expect(wordsOf([first, held('group', '2026-11-09', 4, '第二组')], 'group')![2]).toBe('9日已开')
  expect(wordsOf([first, held('group', '2026-11-25', 0, '第二组')], 'group')![2]).toBe('开了1组，定在25日')
  expect(wordsOf([held('group', '2026-11-03')], 'group')![2]).toBe('3日已开')
})

test('a branch without a committee or 党小组 is not asked for theirs, unless it holds one', () => {
  const none = { groups: [], committee: 0 }
  expect(quarterBoard([], none, TODAY).map(it => it.rule.kind)).toEqual(['congress', 'lecture', 'theme_day'])
  expect(wordsOf([held('committee', '2026-10-05')], 'committee', none)).toEqual([false, '5日已开', '还没有', '还没到'])
})
