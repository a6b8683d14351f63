import { compileDays } from '../../scripts/feed/compile/calendar'
import { indexLedger } from '../../scripts/feed/corpus/ledger-index'
import { expectFault, readTreeInMemory } from './faults'
import { validTree } from './fixture'

const DAYS = 'content/days.yml'
const SCHEDULE = 'content/schedule.yml'

describe('党史上的今天', () => {
  test('a missing day is told; all missing days are one error', () => {
    const tree = validTree()
    tree[DAYS] = tree[DAYS]!.replace(/- day: 02-29\n.*\n.*\n/u, '').replace(/- day: 05-0[123]\n.*\n.*\n/gu, '')
    const { problems } = readTreeInMemory(tree)
    expect(problems).toEqual([
      { file: DAYS, line: 1, level: 'error', message: '366 天里缺 4 天：02-29 05-01—05-03；应当每天至少一条' },
    ])
  })
  test('a day that no year has is refused', () => {
    expectFault({ file: DAYS, from: '- day: 02-29', to: '- day: 02-30', says: /不是月日/ })
  })
  test('29 February needs a leap year', () => {
    const tree = validTree()
    tree[DAYS] = tree[DAYS]!.replace('year: 1924, text: 02-29', 'year: 1925, text: 02-29')
    expect(readTreeInMemory(tree).problems).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/1925 年没有 02-29/) }),
    )
  })
  test('an entry falls on the day of its event', () => {
    expectFault({
      file: DAYS,
      from: '{ year: 1927, event: nanchang-qiyi',
      to: '{ year: 1921, event: nanchang-qiyi',
      says: /1921 年 08-01 与总账不符：nanchang-qiyi 的日期是 1927-08-01/,
    })
  })
  test('the event and the article of an entry exist', () => {
    expectFault({ file: DAYS, from: 'event: nanchang-qiyi', to: 'event: nanchang', says: /event 里的 nanchang 不存在/ })
    expectFault({ file: DAYS, from: 'article: a-0001', to: 'article: a-0777', says: /article 里的 a-0777 不存在/ })
  })
  test('an entry without an event has its own basis', () => {
    expectFault({
      file: DAYS,
      from: 'text: 01-01 这一天的事。, basis: recalled, verify_in: [jianshi]',
      to: 'text: 01-01 这一天的事。',
      says: /没有 event，也没有自己的依据/,
    })
  })
  test('no two days say the same', () => {
    const tree = validTree()
    tree[DAYS] = tree[DAYS]!.replace('text: 03-04 这一天的事。', 'text: 03-03 这一天的事。')
    const line = tree[DAYS]!.split('\n').indexOf('- day: 03-04') + 3
    expect(readTreeInMemory(tree).problems).toEqual([
      { file: DAYS, line, level: 'error', message: '这一条与 03-03 的文字相同；应当改写' },
    ])
  })
})

test('the words of a day’s first entry are told by their lengths, of no other', () => {
  const { corpus } = readTreeInMemory(validTree())
  const { days } = compileDays(corpus, indexLedger(corpus))[7]!
  for (const { entries } of days)
    entries.forEach(({ text, words }, place) => {
      const sum = words?.split('').reduce((all, it) => all + Number(it), 0)
      expect(sum).toBe(place === 0 ? Array.from(text).length : undefined)
    })
})

describe('课程表', () => {
  test('it starts on a Monday', () => {
    expectFault({ file: SCHEDULE, from: '2026-11-23', to: '2026-11-24', says: /不是星期一/ })
  })
  test('a week has seven days', () => {
    expectFault({
      file: SCHEDULE,
      from: '      - { articles: [a-0001, a-0002], episode: e-0001, questions: [q-00001, q-00002, q-00003, q-00004, q-00005] }\n',
      to: '',
      on: '    days:',
      says: /不是七天/,
    })
  })
  test.each([
    ['articles: [a-0001, a-0002], episode', 'articles: [a-0001, a-0777], episode', /a-0777 不存在/],
    ['episode: e-0001', 'episode: e-0777', /e-0777 不存在/],
    ['q-00003', 'q-00777', /q-00777 不存在/],
    ['q-00003', 'q-00002', /重复的编号/],
    ['[a-0001, a-0002]', '[a-0001]', /应当写两篇/],
  ])('what a day plans exists: %s → %s', (from, to, says) => {
    expectFault({ file: SCHEDULE, from, to, says })
  })
  test('a festival stands on a real day', () => {
    expectFault({ file: SCHEDULE, from: 'on: 07-01', to: 'on: 07-32', says: /不是月日/ })
  })
})
