import { expectFault, readTreeInMemory } from './faults'
import { validTree } from './fixture'

const YIDA = 'content/articles/new-democratic/yida.md'
const NANCHANG = 'content/articles/new-democratic/nanchang.md'
const KAIGUO = 'content/articles/construction/kaiguo.md'
const DATE = '[1921年7月23日](event:zhonggong-yida)'

/** Problems of the valid tree with another citation in the place of the first. */
function problemsWith(citation: string, front?: [string, string]): string[] {
  const tree = validTree()
  tree[YIDA] = tree[YIDA]!.replace(DATE, () => citation)
  if (front) tree['content/events.yml'] = tree['content/events.yml']!.replace(front[0], () => front[1])
  return readTreeInMemory(tree).problems.map(({ message }) => message)
}

describe('event citations', () => {
  test.each([
    '1921年7月24日x',
    '1921年8月23日',
    '1920年7月23日',
    '一九二〇年七月',
    '7月22日',
    '1921年7月上旬',
    '1921年冬',
    '1921年7月23日至8月2日',
  ])('a date that the ledger does not have is refused: %s', words => {
    const written = words.replace('24日x', '4日')
    expectFault({
      file: YIDA,
      from: DATE,
      to: `[${written}](event:zhonggong-yida)`,
      says: /与总账不符.*1921-07-23 至 1921-07-31/,
    })
  })
  test.each([
    '1921年7月23日',
    '1921年7月',
    '1921年',
    '7月23日',
    '一九二一年七月二十三日',
    '二十三日',
    '7月30日',
    '7月31日',
    '1921年7月23日至31日',
    '7月23—31日',
    '1921年7月下旬',
    '1921年夏天',
    '1921年７月２３日',
    '中国共产党第一次全国代表大会',
    '第一次全国代表大会',
    '上海望志路',
    '《新青年》杂志',
    '13名代表',
    '十三人',
    '五十多名党员',
  ])('words that agree with the ledger pass: %s', words => {
    expect(problemsWith(`[${words}](event:zhonggong-yida)`)).toEqual([])
  })
  test.each([
    ['2万余人', '二万多人'],
    ['1.7万人', '1万7千人'],
    ['8.6万', '86000'],
    ['95%', '百分之九十五'],
    ['156项', '一百五十六项'],
    ['25000里', '二万五千里'],
  ])('figures are compared by value: %s is %s', (value, words) => {
    expect(
      problemsWith(`[${words}](event:zhonggong-yida)`, ['value: 13人', `value: ${value}`]).filter(text =>
        text.includes(words),
      ),
    ).toEqual([])
  })
  test('a figure that the ledger does not have is refused', () => {
    expectFault({ file: YIDA, from: '[十三名代表]', to: '[十二名代表]', says: /数字不在 zhonggong-yida 的 figures 里/ })
  })
  test('a name that the event does not have is refused', () => {
    expectFault({
      file: YIDA,
      from: '[嘉兴南湖]',
      to: '[杭州西湖]',
      says: /不是 zhonggong-yida.*名称、别名、专名、地点或数字/,
    })
  })
  test('a relative date is told that it cannot be checked', () => {
    expectFault({ file: YIDA, from: '[嘉兴南湖]', to: '[第二天]', says: /相对的日期/ })
  })
  test('a day is refused where the ledger knows only the month', () => {
    const problems = problemsWith(DATE, ['date: 1921-07-23\n  end: 1921-07-31', 'date: 1921-07'])
    expect(problems).toContainEqual(expect.stringMatching(/总账没有写到日/))
  })
  test('an event that does not exist is refused', () => {
    expectFault({
      file: YIDA,
      from: '(event:zhonggong-yida)，[中共一大]',
      to: '(event:yida)，[中共一大]',
      says: /事件 yida 不在 content\/events.yml/,
    })
  })
  test('an article that does not exist is refused', () => {
    expectFault({ file: YIDA, from: '第二次提起。', to: '[另一篇](article:a-9999)。', says: /文章 a-9999 不存在/ })
  })
})

describe('person citations', () => {
  test('a person who does not exist is refused', () => {
    expectFault({
      file: YIDA,
      from: '(person:mao-zedong)',
      to: '(person:mao)',
      says: /人物 mao 不在 content\/people.yml/,
    })
  })
  test('words without the name are refused', () => {
    expectFault({ file: YIDA, from: '[毛泽东]', to: '[朱德]', says: /没有 mao-zedong 的姓名（毛泽东、毛主席）/ })
  })
  test('an alias is a name', () => {
    const tree = validTree()
    tree[NANCHANG] = tree[NANCHANG]!.replace('[周恩来]', '[周总理]')
    expect(readTreeInMemory(tree).problems).toEqual([])
  })
  test('an office that the person never held is refused', () => {
    expectFault({
      file: KAIGUO,
      from: '[政务院总理周恩来]',
      to: '[外交部部长周恩来]',
      says: /职务“外交部部长”不在 zhou-enlai 的 offices 里/,
    })
  })
  test('an office outside its term is refused', () => {
    expectFault({
      file: KAIGUO,
      from: '[政务院总理周恩来]',
      to: '[国务院总理周恩来]',
      says: /不在任期之内（国务院总理 1954-09 至 1976-01）/,
    })
  })
  test('an office in plain words before the name is checked as well', () => {
    expectFault({
      file: KAIGUO,
      from: '[政务院总理周恩来]',
      to: '国务院总理[周恩来]',
      says: /“国务院总理周恩来”所讲的时间不在任期之内/,
    })
  })
  test.each(['政务院总理[周恩来]', '后来的国务院总理[周恩来]', '后来当过国务院总理的[周恩来]'])('%s passes', words => {
    const tree = validTree()
    tree[KAIGUO] = tree[KAIGUO]!.replace('[政务院总理周恩来]', words)
    expect(readTreeInMemory(tree).problems).toEqual([])
  })
  test('a description before the name is not an office', () => {
    const tree = validTree()
    tree[KAIGUO] = tree[KAIGUO]!.replace('[政务院总理周恩来]', '[身穿中山装的周恩来]')
    expect(readTreeInMemory(tree).problems).toEqual([])
  })
})

describe('dated claims', () => {
  test('a text with less than 80 % of its dates cited is refused, and every plain date is named', () => {
    expectFault({
      file: YIDA,
      from: '第二次提起。',
      to: '1924年1月20日才提起。',
      on: '[毛泽东]',
      says: /“1924年1月20日”没有写成引文/,
    })
  })
  test('less than 95 % is a warning', () => {
    const dates = `${DATE}，`.repeat(5)
    expectFault({
      file: YIDA,
      from: `${DATE}，`,
      to: `${dates}1924年`,
      on: 'id: a-0001',
      says: /83%.*95%/,
      level: 'warning',
    })
  })
  test.each(['二十八年', '三个月', '1920年代', '五四运动', '同年', '次日', '17日', '5000年文明', '到2035年'])(
    '%s is no dated claim',
    words => {
      const tree = validTree()
      tree[YIDA] = tree[YIDA]!.replace('第二次提起。', `${words}。`)
      expect(readTreeInMemory(tree).problems).toEqual([])
    },
  )
})

describe('the order of dates', () => {
  const later = (between: string) =>
    `[1927年8月1日](event:nanchang-qiyi)，${between}[1921年7月23日](event:zhonggong-yida)`
  const FROM = '[1927年8月1日](event:nanchang-qiyi)，[周恩来]'
  test.each(['随后', '不久，', '此后，在', '次日', '同年'])(
    '%s is not followed by an earlier date in the same paragraph',
    word => {
      expectFault({ file: NANCHANG, from: FROM, to: `${later(word)}，[周恩来]`, says: /早于前面的“1927年8月1日”/ })
    },
  )
  test('同年 is followed by a date of the same year', () => {
    expectFault({
      file: NANCHANG,
      from: FROM,
      to: `[1921年7月23日](event:zhonggong-yida)，同年[8月1日](event:nanchang-qiyi)，[周恩来]`,
      says: /不在同一年/,
    })
  })
  test('looking back without such a word is allowed', () => {
    const tree = validTree()
    tree[NANCHANG] = tree[NANCHANG]!.replace(FROM, `${later('六年以前的')}，[周恩来]`)
    expect(readTreeInMemory(tree).problems).toEqual([])
  })
})
