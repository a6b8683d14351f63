import { expectFault, readTreeInMemory } from './faults'
import { validTree } from './fixture'

const EVENTS = 'content/events.yml'
const PEOPLE = 'content/people.yml'
const YIDA = 'content/articles/new-democratic/yida.md'

describe('the ledger', () => {
  test('an event names nobody who was not yet born', () => {
    const tree = validTree()
    tree[PEOPLE] = tree[PEOPLE]!.replace('born: 1898-03-05', 'born: 1928')
    const line = tree[EVENTS]!.split('\n').indexOf('  people: [zhou-enlai]') + 1
    expect(readTreeInMemory(tree).problems).toContainEqual({
      file: EVENTS,
      line,
      level: 'error',
      message: expect.stringMatching(/周恩来 1928 才出生/),
    })
  })
  test('an event names nobody who was dead, unless to honour them', () => {
    expectFault({
      file: EVENTS,
      from: 'date: 1927-08-01',
      to: 'date: 1977-08-01',
      on: '  people: [zhou-enlai]',
      says: /周恩来已于 1976-01-08 去世.*honours/,
    })
    const tree = validTree()
    tree[EVENTS] = tree[EVENTS]!.replace(
      'people: [mao-zedong, zhou-enlai]',
      'honours: [mao-zedong, zhou-enlai]',
    ).replace('date: 1949-10-01', 'date: 1999-10-01')
    expect(readTreeInMemory(tree).problems.filter(({ file }) => file === EVENTS)).toEqual([])
  })
  test('a death known only by its year leaves the whole year', () => {
    const tree = validTree()
    tree[PEOPLE] = tree[PEOPLE]!.replace('died: 1976-01-08', 'died: 1976')
    tree[EVENTS] = tree[EVENTS]!.replace('date: 1949-10-01', 'date: 1976-08')
    expect(readTreeInMemory(tree).problems.filter(({ file }) => file === EVENTS)).toEqual([])
  })
  test('an event does not end before it begins', () => {
    expectFault({ file: EVENTS, from: 'end: 1921-07-31', to: 'end: 1921-07-01', says: /早于 date/ })
  })
  test('nobody dies before birth', () => {
    expectFault({ file: PEOPLE, from: 'died: 1976-09-09', to: 'died: 1876-09-09', says: /早于 born/ })
  })
  test('an office lies within its holder’s life', () => {
    expectFault({
      file: PEOPLE,
      from: 'from: 1954-09, to: 1976-01',
      to: 'from: 1954-09, to: 1978-03',
      says: /不在生卒年/,
    })
  })
  test('an office does not end before it begins', () => {
    expectFault({
      file: PEOPLE,
      from: 'from: 1954-09, to: 1976-01',
      to: 'from: 1954-09, to: 1950-01',
      says: /早于 1954-09/,
    })
  })
  test('a person of an event exists', () => {
    expectFault({
      file: EVENTS,
      from: 'people: [zhou-enlai]',
      to: 'people: [zhou-enlai, he-long]',
      says: /people 里的 he-long 不存在/,
    })
  })
  test('a work to verify in exists', () => {
    expectFault({
      file: YIDA,
      from: 'verify_in: [jianshi]',
      to: 'verify_in: [jianshi, jianshu]',
      says: /jianshu 不存在；应当是 content\/works.yml/,
    })
  })
  test.each([
    [EVENTS, 'id: nanchang-qiyi', 'id: zhonggong-yida', /编号 zhonggong-yida 已经用在 content\/events.yml:1/],
    [EVENTS, 'title: 南昌起义', 'title: 开国大典', /标题 开国大典/],
    [PEOPLE, 'name: 周恩来', 'name: 毛泽东', /姓名 毛泽东/],
    ['content/days.yml', '- day: 02-02', '- day: 02-01', /日子 02-01/],
    ['content/questions/all.yml', 'id: q-00002', 'id: q-00001', /编号 q-00001/],
    ['content/articles/new-democratic/yida.md', 'id: a-0001', 'id: a-0002', /编号 a-0002/],
    ['content/articles/new-democratic/yida.md', 'title: 石库门里的七天', 'title: 第一枪', /标题 第一枪/],
    ['content/episodes/gushi/nanhu.md', 'id: e-0002', 'id: e-0001', /编号 e-0001/],
  ])('%s: %s is not used twice', (file, from, to, says) => {
    const tree = validTree()
    tree[file] = tree[file]!.replace(from, to)
    const told = readTreeInMemory(tree).problems.map(({ message }) => message)
    expect(told).toContainEqual(expect.stringMatching(says))
  })
  test('a glossary term is explained once', () => {
    expectFault({
      file: 'content/glossary.yml',
      from: 'aliases: [统战]',
      to: 'aliases: [统一战线]',
      says: /名词“统一战线”已经在/,
    })
  })
})

describe('periods and shelves', () => {
  test('an article’s date lies in its period', () => {
    expectFault({
      file: YIDA,
      from: '\ndate: 1921-07-23',
      to: '\ndate: 1961-07-23',
      on: 'date: 1961',
      says: /不在新民主主义革命时期（1840—1949）之内/,
    })
  })
  test('a cited event of another period is announced in beyond', () => {
    expectFault({
      file: 'content/articles/construction/kaiguo.md',
      from: 'beyond: [nanchang-qiyi, zhonggong-yida]\n',
      to: 'beyond: [zhonggong-yida]\n',
      on: '从[中共一大]',
      says: /应当在文件头写 beyond: \[nanchang-qiyi\]/,
    })
  })
  test('a file lies in the folder of its shelf', () => {
    expectFault({
      file: YIDA,
      from: 'shelf: new-democratic',
      to: 'shelf: local',
      says: /文件不在 content\/articles\/local\/ 里/,
    })
  })
  test('a period shelf holds its own period', () => {
    expectFault({ file: YIDA, from: 'period: new-democratic', to: 'period: construction', says: /应当一致/ })
  })
  test('related articles exist', () => {
    expectFault({
      file: YIDA,
      from: 'related: [a-0002, a-0003]',
      to: 'related: [a-0002, a-0777]',
      says: /related 里的 a-0777 不存在/,
    })
  })
  test('an article is not related to itself', () => {
    expectFault({ file: YIDA, from: 'related: [a-0002, a-0003]', to: 'related: [a-0002, a-0001]', says: /写了自己/ })
  })
  test('there are two to four related articles', () => {
    expectFault({
      file: YIDA,
      from: 'related: [a-0002, a-0003]',
      to: 'related: [a-0002]',
      says: /related 有 1 篇；应当二到四篇/,
    })
  })
  test('the articles of an episode exist', () => {
    expectFault({
      file: 'content/episodes/gushi/nanhu.md',
      from: 'articles: [a-0001]',
      to: 'articles: [a-0777]',
      says: /articles 里的 a-0777 不存在/,
    })
  })
})
