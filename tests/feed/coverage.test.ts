import { sentencesIn } from '../../scripts/feed/checks/coverage'
import { coverageSection } from '../../scripts/feed/report/coverage'
import { checkableBy } from '../../scripts/feed/text/checkable'
import { readTreeInMemory } from './faults'
import { sourcedTree } from './sourced-tree'
import { validTree, type Tree } from './fixture'

const YIDA = 'content/articles/new-democratic/yida.md'
const NANCHANG = 'content/articles/new-democratic/nanchang.md'
const AUDIO = 'content/episodes/baitian/wangzhilu.md'

describe('a sentence that needs a source', () => {
  const reasons = (text: string) => checkableBy(text, it => it.includes('周恩来'))
  test.each([
    ['1935年1月，会议在遵义召开。', ['日期']],
    ['十七日夜里散会。', ['日期']],
    ['出发时有八万六千余人。', ['数字']],
    ['增长了百分之十五。', ['数字']],
    ['三分之二的人同意了。', ['数字']],
    ['走了二万五千里。', ['数字']],
    ['国务院总理周恩来到了邢台。', ['职务']],
    ['他说：“没有调查，没有发言权。”', ['引语']],
    ['这是党的第一部党章。', ['最']],
    ['那是最大的一座水库。', ['最']],
    ['由于连年干旱，渠修不成。', ['因果']],
    ['到会的有 372 人。', ['数字']],
    ['到会的有三百七十二　人。', ['数字']],
    ['那是 1937 年 5 月 3 日的事。', ['日期']],
    ['到会的有三○○人。', ['数字']],
    ['他写了三十七封信，印了四百本书。', ['数字']],
    ['他说"一定要把会开好"。', ['引语']],
    ['他说『一定要把会开好』。', ['引语']],
    ['他说：“没有调查，没有发言权。', ['引语']],
    ['因 为下雨，这是首 次。', ['最', '因果']],
    ['1956年，全国建成第一个五年计划里的五十座厂。', ['日期', '数字', '最']],
  ])('%s', (text, expected) => {
    expect(reasons(text)).toEqual(expected)
  })
  test.each([
    '他举起木槌敲了下去。',
    '一个人留在村里。',
    '两次都没有成。',
    '最后，大家散了。',
    '第一书记没有说话。',
    '周恩来剪掉了胡子。',
    '县委书记没有来。',
    '九十年代的厂房还在。',
    '五年计划是件新鲜事。',
    '“同志”这个称呼留下来了。',
    '四个现代化写在墙上。',
  ])('not: %s', text => {
    expect(reasons(text)).toEqual([])
  })
})

describe('the sentences of a paragraph', () => {
  test('a mark after the full stop belongs to the sentence before it, and one inside to its own', () => {
    const spans = [
      { kind: 'text' as const, text: '甲。乙', line: 1 },
      { kind: 'event' as const, id: 'x', text: '丙', line: 2 },
      { kind: 'text' as const, text: '。丁。', line: 2 },
    ]
    const notes = [
      { label: '1', at: 2, line: 1 },
      { label: '2', at: 3, line: 1 },
      { label: '3', at: 7, line: 2 },
    ]
    expect(sentencesIn({ spans, notes, line: 1 })).toEqual([
      { text: '甲。', line: 1, cited: [], notes: ['1'] },
      { text: '乙丙。', line: 1, cited: ['event x'], notes: ['2'] },
      { text: '丁。', line: 2, cited: [], notes: ['3'] },
    ])
  })
})

describe('a shelf that is marked sourced', () => {
  /** The tree of tests/feed/sourced-tree.ts with one shelf switched on and every text of it on sources. */
  function strictTree(): Tree {
    const tree = sourcedTree()
    tree['content/shelves.yml'] = tree['content/shelves.yml']!.replace('target: 210', 'target: 210\n    sourced: true')
    tree['content/events.yml'] = tree['content/events.yml']!.replace(
      'basis: recalled',
      'sources: [{ id: ttd, words: 南昌起义 }]',
    )
    tree['content/people.yml'] = tree['content/people.yml']!.replaceAll(
      'basis: recalled',
      'sources: [{ id: ttd, words: 生平 }]',
    )
    for (const file of [YIDA, NANCHANG]) tree[file] = tree[file]!.replace(/第[一二三]个要点/gu, '要点')
    for (const file of [NANCHANG, AUDIO, 'content/episodes/gushi/nanhu.md'])
      tree[file] = tree[file]!.replace('basis: recalled', 'sources: [ttd]')
    return tree
  }
  const told = (tree: Tree) => readTreeInMemory(tree).problems.map(it => `${it.file}:${it.line} ${it.message}`)
  function planted(file: string, from: string, to: string): string[] {
    const tree = strictTree()
    expect(tree[file]).toContain(from)
    tree[file] = tree[file]!.replace(from, () => to)
    return told(tree)
  }

  test('stands on sources sentence by sentence; other shelves are left alone', () => {
    expect(told(strictTree())).toEqual([])
  })
  test('holds nothing recalled', () => {
    expect(planted(NANCHANG, 'sources: [ttd]', 'basis: recalled')).toContainEqual(
      expect.stringMatching(/nanchang.md:\d+ 书架 new-democratic 已经写明 sourced；应当/),
    )
    expect(planted(AUDIO, 'sources: [ttd]', 'basis: recalled')).toContainEqual(
      expect.stringMatching(/wangzhilu.md:\d+ 书架 new-democratic 已经写明 sourced/),
    )
  })
  test('cites nothing that has no source, and tells it once a text', () => {
    const all = planted('content/events.yml', 'sources: [{ id: ttd, words: 南昌起义 }]', 'basis: recalled')
    expect(all.filter(it => it.includes('nanchang-qiyi 还没有来源'))).toEqual([
      expect.stringMatching(/nanchang.md:\d+ 引用的 nanchang-qiyi 还没有来源；应当先在 content\/events.yml/),
    ])
  })
  test('has no checkable sentence without a source', () => {
    expect(planted(NANCHANG, '第一枪。 ^e1', '第一枪。那年七月下旬，起义军有两万余人。 ^e1')).toEqual([
      expect.stringMatching(/nanchang.md:15 “那年七月下旬，起义军有两万余人。”（日期、数字）没有来源；应当引用/),
    ])
    expect(planted(AUDIO, '\n\n', '\n\n会场里有十三个人。')).toContainEqual(
      expect.stringMatching(/wangzhilu.md:\d+ “会场里有十三个人。.*（数字）没有来源/),
    )
  })
  test('a footnote covers its sentence and not the next', () => {
    const note = (text: string) => {
      const tree = strictTree()
      tree[NANCHANG] = `${tree[NANCHANG]!.replace('第一枪。 ^e1', `第一枪。${text} ^e1`)}\n[^1]: ttd 起义军两万余人\n`
      return told(tree)
    }
    expect(note('起义军有两万余人。[^1]')).toEqual([])
    expect(note('起义军有两万余人。[^1]伤亡三百人。')).toEqual([expect.stringMatching(/“伤亡三百人。”/)])
  })
  test('a footnote behind a quotation covers it from where it opens', () => {
    const note = (text: string) => {
      const tree = strictTree()
      tree[NANCHANG] = `${tree[NANCHANG]!.replace('第一枪。 ^e1', `第一枪。${text} ^e1`)}\n[^1]: ttd 完全听党的话\n`
      return told(tree).filter(it => it.includes('没有来源'))
    }
    expect(note('贺龙说：“我完全听党的话！党要我怎样做就怎样做。”[^1]')).toEqual([])
    expect(note('贺龙说：“我完全听党的话！党要我怎样做就怎样做。”大家走了。[^1]')).toEqual([
      expect.stringMatching(/“贺龙说：“我完全听党的话！”（引语）没有来源/),
    ])
  })
  test('a person who is cited carries what their card says, and not what they said or did first', () => {
    const person = (sentence: string) =>
      planted(NANCHANG, '第一枪。 ^e1', `第一枪。${sentence} ^e1`).filter(it => it.includes('没有来源'))
    expect(person('[毛泽东](person:mao-zedong)生于1893年12月26日。')).toEqual([])
    expect(person('[毛泽东](person:mao-zedong)那天带了三百七十二人。')).toEqual([
      expect.stringMatching(/“毛泽东那天带了三百七十二人。”（数字）没有来源/),
    ])
    expect(person('[毛泽东](person:mao-zedong)说：“不许百姓吃亏。”')).toEqual([
      expect.stringMatching(/（引语）没有来源/),
    ])
    expect(person('这是[毛泽东](person:mao-zedong)第一次坐飞机。')).toEqual([expect.stringMatching(/（最）没有来源/)])
  })
  test('a key point claims no first and no only that the text does not claim', () => {
    expect(planted(YIDA, '要点石库门里的七天', '党内唯一的刊物')).toContainEqual(
      expect.stringMatching(/“党内唯一的刊物”（最）没有来源/),
    )
  })
  test('a key point may say again what the text has said, and nothing new', () => {
    expect(planted(YIDA, '要点石库门里的七天', '到会的十三名代表')).toEqual([])
    expect(planted(YIDA, '要点石库门里的七天', '到会的十五名代表')).toContainEqual(
      expect.stringMatching(/“到会的十五名代表”（数字）没有来源/),
    )
  })
})

test('the report counts sentences by shelf and entries by kind', () => {
  const { corpus } = readTreeInMemory(sourcedTree())
  const section = coverageSection(corpus)
  expect(section).toMatch(/\| 新民主主义革命时期 \| 文章 \| 2 \| 1 \| 0 \| \d+ \| \d+ \/ \d+（\d+%） \| \d+ \| 0 \|/)
  expect(section).toContain('| 事件 | 3 | 1 | 2 | 0 |')
  expect(section).toContain('打开过的来源 2 个')
  expect(coverageSection(readTreeInMemory({}).corpus)).toMatch(/^## 来源/)
  const away = validTree()
  away['content/withheld/articles/new-democratic/x.md'] = away[NANCHANG]!.replace('basis:', 'withheld: 原因\nbasis:')
  expect(coverageSection(readTreeInMemory(away).corpus)).toMatch(/\| 新民主主义革命时期 \| 文章 \| 2 \| 0 \| 1 \|/)
})
