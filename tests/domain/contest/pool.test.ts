import { readPool } from '@domain/contest/pool'

const HEAD = ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '依据', '解析', '难度', '主题']
const single = (stem: string, more: Record<number, string> = {}) =>
  ['单选', stem, '1921年', '1922年', '1923年', '1924年', 'A', '《党史》第 12 页：“1921年7月”', '', '易', '一大'].map(
    (cell, i) => more[i] ?? cell,
  )
const read = (...rows: (string | undefined)[][]) => readPool([{ name: '题库', rows: [HEAD, ...rows] }])
const reasons = (...rows: string[][]) => read(...rows).problems.map(it => `${it.cell} ${it.reason}`)

test('single, multiple and judge questions are read with what proves them, numbered from the top', () => {
  const { questions, problems } = read(
    single('一大在哪一年召开？'),
    ['多选', '哪两位？', '甲', '乙', '丙', '', 'AC', '书', '说明', '难', ''],
    ['判断', '一大在上海开幕。', '', '', '', '', '正确', '书', '', '', ''],
  )
  expect(problems).toEqual([])
  expect(questions.map(it => [it.number, it.type, it.key, it.difficulty, it.topic])).toEqual([
    [1, 'single', ['a'], 1, '一大'],
    [2, 'multiple', ['a', 'c'], 3, ''],
    [3, 'judge', ['true'], 2, ''],
  ])
  expect(questions[0]!.basis).toBe('《党史》第 12 页：“1921年7月”')
})

test('a heading below a title, in another order and with other words, is found', () => {
  const rows = [
    ['某区竞赛题库'],
    [],
    ['出处', '正确答案', '题目', '类型', 'A', 'B'],
    ['书', 'B', '哪一个？', '单选题', '甲', '乙'],
  ]
  expect(readPool([{ name: 'Sheet1', rows }]).questions[0]).toMatchObject({ stem: '哪一个？', key: ['b'], basis: '书' })
})

test('each bad cell is named with its reason: no key, no proof, no such option, twice the same, too long, a strange word', () => {
  expect(reasons(single('甲', { 6: '' }))).toEqual(['G2 答案是空的'])
  expect(reasons(single('甲', { 7: ' ' }))).toEqual(['H2 依据是空的：请写出处和原话，赛后给参赛的人看'])
  expect(reasons(single('甲', { 6: 'E' }))).toEqual(['G2 答案有 E，可是没有这个选项'])
  expect(reasons(single('甲', { 6: 'AB' }))[0]).toMatch(/^G2 单选题有 2 个答案/)
  expect(reasons(single('甲', { 3: '1921 年' }))).toEqual(['D2 和选项 A 一样'])
  expect(reasons(single('甲', { 9: '非常' }))).toEqual(['J2 “非常”看不懂：请写易、中或难'])
  expect(reasons(single('甲', { 0: '填空', 6: '' }))).toEqual([
    'A2 竞赛不收填空题：同一个答案有几种写法，对不对要人来看；请改成单选、多选或判断',
    'G2 答案是空的',
  ])
  expect(reasons(single('甲', { 0: '排序' }))[0]).toMatch(/^A2 竞赛不收排序、连线题/)
  expect(reasons(single('甲', { 0: '猜谜' }))[0]).toMatch(/^A2 “猜谜”还不能用/)
  expect(reasons(single('甲', { 3: '', 6: 'C' }))).toEqual(['D2 选项 B 是空的：从 A 起不要空着跳过'])
  expect(reasons(single('甲'.repeat(501)))).toEqual(['B2 题干超过 500 字'])
  expect(reasons(single(''))).toEqual(['B2 题干是空的'])
})

test('options that speak of others by their letters are refused, for everybody sees them in another order', () => {
  for (const text of [
    'A和B都对',
    'A、B都不对',
    'ＡＢ都对',
    '以上都对',
    '以上都不是',
    '以上三项均正确',
    '选项A和C',
    '其他选项都对',
  ])
    expect([text, reasons(single('甲', { 5: text }))]).toEqual([
      text,
      [expect.stringMatching(/^F2 这个选项说到别的选项/)],
    ])
  for (const text of ['AB型血', 'A股', '以上海为中心', '以上级指示为准', '三大战役都在1948年以后', '甲和乙都去了'])
    expect([text, reasons(single('甲', { 5: text }))]).toEqual([text, []])
})

test('options that differ by a point or a sign are two, those that differ by nothing to be seen are one', () => {
  for (const [one, other] of [
    ['3.5', '35'],
    ['-1', '1'],
    ['>5', '<5'],
    ['1-2', '12'],
  ] as const)
    expect(reasons(single('甲', { 2: one, 3: other }))).toEqual([])
  expect(reasons(single('甲', { 2: '一大', 3: '⼀大' }))).toEqual(['D2 和选项 A 一样'])
})

test('two columns of one kind are named', () => {
  const rows = [
    [...HEAD, '正确答案'],
    [...single('甲'), 'B'],
  ]
  expect(readPool([{ name: '题', rows }]).problems.map(it => `${it.cell} ${it.reason}`)).toEqual([
    'L1 和 G 列是同一样东西：只留一列',
  ])
})

test('a question that comes twice is refused, also with other brackets, spaces and stops', () => {
  const { problems } = read(single('“一大”在（　）召开？'), single('「⼀大」在____召开。'))
  expect(problems.map(it => `${it.cell} ${it.reason}`)).toEqual(['B3 和“题库”第 2 行是同一道题，只能写一次'])
})

test('a file that is none of a pool says so, and one of ten thousand faults stops telling', () => {
  expect(readPool([{ name: '名册', rows: [['姓名', '支部']] }]).problems[0]!.reason).toMatch(/没有找到表头/)
  expect(read().problems[0]!.reason).toBe('表里一道题也没有')
  const lacking = readPool([
    {
      name: '题',
      rows: [
        ['题干', '答案', 'A', 'B'],
        ['问', 'A', '甲', '乙'],
      ],
    },
  ])
  expect(lacking.problems.map(it => it.reason)).toEqual([
    '第 1 行是表头，缺少“题型”一列',
    '第 1 行是表头，缺少“依据”一列',
  ])
  const many = read(...Array.from({ length: 500 }, () => single('', {})))
  expect(many.problems).toHaveLength(200)
})

test('beyond two thousand questions the first that finds no room is named', () => {
  const { questions, problems } = read(...Array.from({ length: 2_003 }, (_, i) => single(`第 ${i} 题`)))
  expect([questions.length, problems.map(it => it.cell)]).toEqual([2_000, ['B2002']])
})

test('a note or a sum under the table is no question, a question whose other cells are missing is one', () => {
  const { questions, problems } = read(single('甲'), ['注：以上题目仅供竞赛使用'], ['', '合计：1 题'])
  expect([questions.length, problems]).toEqual([1, []])
  expect(reasons(['', '1921年7月一大在哪里召开？']).length).toBeGreaterThan(0)
})
