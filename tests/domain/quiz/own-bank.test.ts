import fc from 'fast-check'
import { readBank, type SheetRows } from '@domain/quiz/own-bank'

const sheet = (...rows: (string | undefined)[][]): SheetRows[] => [{ name: '题库', rows }]
const HEAD = ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '解析']

test('reads the three kinds with their options, answers and explanations', () => {
  const { questions, faults } = readBank(
    sheet(
      HEAD,
      ['单选题', '一大在哪年', '1920', '1921', '1922', '1923', 'B', '7月开幕'],
      ['多选题', '三大法宝', '统一战线', '武装斗争', '党的建设', '土地改革', 'ABC'],
      ['判断题', '一大在北京开', '', '', '', '', '错误'],
    ),
    'x',
  )
  expect(faults).toEqual([])
  expect(questions).toMatchObject([
    { id: 'own-x-1', type: 'single', stem: '一大在哪年', answer: 'b', explain: '7月开幕' },
    { id: 'own-x-2', type: 'multiple', answer: ['a', 'b', 'c'] },
    { id: 'own-x-3', type: 'judge', answer: false },
  ])
})

test('columns stand in any order, under a heading row wherever it is, and others are passed over', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(HEAD, { minLength: HEAD.length }), fc.nat(6), (head, above) => {
      const values: Record<string, string> = {
        题型: '单选',
        题干: '题',
        选项A: '甲',
        选项B: '乙',
        选项C: '丙',
        选项D: '丁',
        答案: 'C',
        解析: '因为',
      }
      const rows = [
        ...Array.from({ length: above }, () => ['2026 年知识竞赛题库']),
        ['序号', ...head, '分值'],
        ['1', ...head.map(name => values[name]), '2'],
      ]
      const { questions, faults } = readBank(sheet(...rows), 'x')
      expect(faults).toEqual([])
      expect(questions).toMatchObject([{ stem: '题', answer: 'c', explain: '因为' }])
    }),
  )
})

test.each([
  ['Ａ、Ｃ', '多选', ['a', 'c']],
  ['c,a', '多选', ['a', 'c']],
  ['A B', '多项选择题', ['a', 'b']],
  ['b', '单项选择题', 'b'],
  ['√', '判断', true],
  ['×', '判断题', false],
  ['对', '是非题', true],
])('an answer as people write it: %s', (given, type, answer) => {
  const { questions } = readBank(sheet(HEAD, [type, '题', '甲', '乙', '丙', '丁', given]), 'x')
  expect(questions).toMatchObject([{ answer }])
})

test('the options of a true or false question may say 正确 and 错误, its answer then is their letter', () => {
  const { questions } = readBank(sheet(HEAD, ['判断', '题', '正确', '错误', '', '', 'B']), 'x')
  expect(questions).toMatchObject([{ type: 'judge', answer: false }])
})

test('without a kind it is read off the answer', () => {
  const head = HEAD.slice(1)
  const { questions } = readBank(
    sheet(head, ['一', '甲', '乙', '', '', 'A'], ['二', '甲', '乙', '', '', 'AB'], ['三', '', '', '', '', '对']),
    'x',
  )
  expect(questions.map(it => it.type)).toEqual(['single', 'multiple', 'judge'])
})

test.each([
  [['单选', '', '甲', '乙', '', '', 'A'], 'B', /题干是空的/],
  [['单选', '题', '甲', '乙', '', '', ''], 'G', /答案是空的/],
  [['单选', '题', '甲', '乙', '', '', 'D'], 'G', /答案有 D，可是没有这个选项/],
  [['单选', '题', '甲', '乙', '', '', 'AB'], 'G', /单选题有 2 个答案/],
  [['单选', '题', '甲', '', '', '', 'A'], 'D', /至少要有两个选项/],
  [['填空', '题', '', '', '', '', '一九二一'], 'A', /“填空”还不能用/],
  [['判断', '题', '', '', '', '', '大概'], 'G', /请写“正确”或“错误”/],
])('a cell that cannot be used is named by row and column: %j', (row, column, words) => {
  const { questions, faults } = readBank(sheet(['说明'], HEAD, row), 'x')
  expect(questions).toEqual([])
  expect(faults).toEqual([{ sheet: '题库', row: 3, column, words: expect.stringMatching(words) as string }])
})

test('the same question twice is kept once, and said so', () => {
  const row = ['单选', '题', '甲', '乙', '', '', 'A']
  const { questions, faults } = readBank(sheet(HEAD, row, row), 'x')
  expect(questions.length).toBe(1)
  expect(faults).toMatchObject([{ row: 3, words: '和第 2 行是同一道题，只留一道' }])
})

test('a sheet without names of columns says what they are', () => {
  expect(readBank(sheet(['甲', '乙'], ['丙', '丁']), 'x').faults).toMatchObject([{ words: /“题干”“答案”/ }])
})

test('nothing that stands in cells throws', () => {
  const cell = fc.option(fc.oneof(fc.string(), fc.constantFrom(...HEAD, 'A', '单选', '对')), { nil: undefined })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }), rows => {
      const { questions, faults } = readBank([{ name: 's', rows }], 'x')
      expect(questions.every(it => it.stem !== '')).toBe(true)
      expect(faults.every(it => it.row >= 1)).toBe(true)
    }),
  )
})
