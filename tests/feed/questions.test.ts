import { expectFault, readTreeInMemory } from './faults'
import { validTree } from './fixture'

const FILE = 'content/questions/all.yml'

describe('questions', () => {
  test('a single choice has four options', () => {
    expectFault({
      file: FILE,
      from: ', d: 长沙清水塘 }',
      to: ' }',
      on: '  options: { a: 嘉兴南湖, b: 武汉汉口',
      says: /有 3 个选项；应当有 4 个/,
    })
  })
  test('a multiple choice has at least two answers', () => {
    expectFault({ file: FILE, from: 'answer: [a, b]', to: 'answer: [a]', says: /多选只有一个答案/ })
  })
  test('a multiple choice has a distractor', () => {
    expectFault({
      file: FILE,
      from: 'options: { a: 上海, b: 嘉兴南湖, c: 井冈山, d: 遵义 }\n  answer: [a, b]',
      to: 'options: { a: 上海, b: 嘉兴南湖, c: 中共一大, d: 13人 }\n  answer: [a, b, c, d]',
      on: 'answer: [a, b, c, d]',
      says: /选项全是答案/,
    })
  })
  test('no two options say the same', () => {
    expectFault({
      file: FILE,
      from: 'b: 武汉汉口',
      to: 'b: “嘉兴南湖”',
      on: 'options: { a: 嘉兴南湖, b: “',
      says: /选项 b 与 a 相同/,
    })
  })
  test('the answer is among the options', () => {
    expectFault({
      file: FILE,
      from: 'answer: a\n',
      to: 'answer: e\n',
      on: 'answer: e',
      says: /答案 e 不在选项里；应当是 a、b、c、d 之一/,
    })
  })
  test('an unknown question type is refused', () => {
    expectFault({ file: FILE, from: 'type: single', to: 'type: essay', says: /题型不对/ })
  })
  test('a judgement is true or false', () => {
    expectFault({ file: FILE, from: 'answer: true', to: 'answer: 对', says: /应当写 true 或 false/ })
  })
  test('an order names every option once', () => {
    expectFault({ file: FILE, from: 'answer: [b, c, a]', to: 'answer: [b, c]', says: /没有排全/ })
    expectFault({ file: FILE, from: 'answer: [b, c, a]', to: 'answer: [b, c, b]', says: /重复的选项/ })
  })
  test('the options of an order question are not already in order', () => {
    expectFault({
      file: FILE,
      from: 'answer: [b, c, a]',
      to: 'answer: [a, b, c]',
      on: 'options: { a: 开国大典',
      says: /打乱着写/,
    })
  })
  test('there are as many blanks as answers', () => {
    expectFault({
      file: FILE,
      from: '会议在____开幕',
      to: '会议开幕',
      on: 'answer: [[13',
      says: /题干有 1 个空，答案有 2 组/,
    })
  })
  test('a blank is four underscores', () => {
    expectFault({ file: FILE, from: '会议在____开幕', to: '会议在___开幕', on: 'stem: 出席', says: /四个下划线/ })
  })
  test('only a fill-in has blanks', () => {
    expectFault({ file: FILE, from: 'stem: 南昌起义打响了', to: 'stem: 南昌起义打响了____', says: /不是填空题/ })
  })
  test('the answer does not stand in the stem', () => {
    expectFault({
      file: FILE,
      from: 'stem: 中共一大后来转到哪里',
      to: 'stem: 中共一大后来转到嘉兴南湖的哪里',
      says: /“嘉兴南湖”就在题干里/,
    })
  })
  test('a short number in the stem is not the answer in the stem', () => {
    const tree = validTree()
    tree[FILE] = tree[FILE]!.replace('出席中共一大的代表有', '113年前出席中共一大的代表有')
    expect(readTreeInMemory(tree).problems).toEqual([])
  })
  test('the evidence’s article exists', () => {
    expectFault({ file: FILE, from: 'evidence: a-0002^e1', to: 'evidence: a-0777^e1', says: /文章 a-0777 不存在/ })
  })
  test('the evidence’s paragraph exists, and the paragraphs that do are named', () => {
    expectFault({
      file: FILE,
      from: 'evidence: a-0002^e1',
      to: 'evidence: a-0002^e9',
      says: /\^e9 不在 a-0002 里；应当是 \^e1/,
    })
  })
  test.each([
    ['a right option', 'a: 嘉兴南湖, b: 武汉汉口', 'a: 杭州西湖, b: 武汉汉口', 'id: q-00001', /找不到“杭州西湖”/],
    [
      'one of several right options',
      'a: 上海, b: 嘉兴南湖, c: 井冈山',
      'a: 广州, b: 嘉兴南湖, c: 井冈山',
      'id: q-00002',
      /找不到“广州”/,
    ],
    ['a date', 'a: 嘉兴南湖, b: 武汉汉口', 'a: 1921年8月3日, b: 武汉汉口', 'id: q-00001', /找不到“1921年8月3日”/],
    ['a blank', '[[13, 十三]', '[[12, 十二]', 'id: q-00004', /找不到“12／十二”/],
  ])('%s that the evidence does not say is refused', (_, from, to, id, says) => {
    const tree = validTree()
    const rows = (tree[FILE] = tree[FILE]!.replace(from, to)).split('\n')
    const line =
      rows.findIndex((row, at) => at > rows.findIndex(head => head.includes(id)) && row.includes('evidence')) + 1
    expect(readTreeInMemory(tree).problems).toContainEqual({
      file: FILE,
      line,
      level: 'error',
      message: expect.stringMatching(says),
    })
  })
  test('a judgement rests on a paragraph about the same thing', () => {
    const tree = validTree()
    tree[FILE] = tree[FILE]!.replace(
      'stem: 南昌起义打响了武装反抗的枪声。',
      'stem: 杂交水稻在海南试种获得成功。',
    ).replace('explain: 起义在南昌发动。', 'explain: 袁隆平选育。')
    const told = readTreeInMemory(tree).problems.map(({ message }) => message)
    expect(told).toContainEqual(expect.stringMatching(/找不到“杂交水稻.*主要词语只有 \d+%/))
  })
  test.each([
    ['a date said by a cited event', 'a: 1921年7月31日'],
    ['a date in Chinese numerals', 'a: 一九二一年七月二十三日'],
    ['a number by value', 'a: 13位'],
    ['another name of a cited event', 'a: 中国共产党第一次全国代表大会'],
    ['most of its words', 'a: 嘉兴南湖的会议'],
    ['a place without its kind', 'a: 上海市'],
  ])('an answer is proved by %s', (_, option) => {
    const tree = validTree()
    tree[FILE] = tree[FILE]!.replace('stem: 中共一大后来转到哪里继续开会？', 'stem: 哪一个说法是对的？').replace(
      'a: 嘉兴南湖, b: 武汉',
      `${option}, b: 武汉`,
    )
    expect(readTreeInMemory(tree).problems).toEqual([])
  })
})
