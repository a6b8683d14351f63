import { paragraphsOf, plainText } from '../../scripts/feed/corpus/corpus'
import { readMarkdown } from '../../scripts/feed/read/markdown'
import { expectFault, readTreeInMemory } from './faults'
import { validTree, type Tree } from './fixture'
import { sourcedTree, WORDS } from './sourced-tree'

const EVENTS = 'content/events.yml'
const SOURCES = 'content/sources/chronicle.yml'
const YIDA = 'content/articles/new-democratic/yida.md'

const told = (tree: Tree) => readTreeInMemory(tree).problems.map(it => `${it.file}:${it.line} ${it.message}`)

/** Plants a fault in {@link sourcedTree}; expects the problem at the line of `on`. */
function expectSourceFault(file: string, from: string, to: string, on: string, says: RegExp): void {
  const tree = sourcedTree()
  expect(tree[file]).toContain(from)
  tree[file] = tree[file]!.replace(from, () => to)
  const line = tree[file]!.slice(0, tree[file]!.indexOf(on)).split('\n').length
  expect(told(tree)).toContainEqual(expect.stringMatching(new RegExp(`^${file}:${line} .*${says.source}`, 'u')))
  for (const message of told(tree)) expect(message).toMatch(/应当/)
}

describe('what was opened', () => {
  test('an event, an article and a day may stand on sources', () => {
    expect(told(sourcedTree())).toEqual([])
  })
  test.each([
    [
      'both an address and a repository',
      'address: http',
      'repository: { name: a/b, commit: 48908e0b362272e4d45f0d15f2a0f82c31a8bbbd, path: x }\n  address: http',
      /正好写一样/,
    ],
    ['neither', '  address: http://example.org/dashiji.html\n', '', /正好写一样/],
    ['an address that is none', 'http://example.org/dashiji.html', '人民网', /不是网址/],
    ['an address that no browser reads', 'http://example.org/dashiji.html', 'http://[::bad', /不是网址/],
    [
      'a day of publishing after it was opened',
      'published: 2021-06-28',
      'published: 2026-12-01',
      /在打开的日子（opened）之后/,
    ],
    ['a month that does not exist', 'opened: 2026-11-28\n  copy', 'opened: 2026-13-01\n  copy', /不是某一天/],
    ['a commit cut short', '48908e0b362272e4d45f0d15f2a0f82c31a8bbbd', '48908e0b', /不是提交编号/],
    ['no day on which it was opened', '  opened: 2026-11-28\n  copy', '  copy', /缺少字段 opened/],
    ['a copy of another kind', 'copy: stored', 'copy: 是', /应当写 stored/],
    [
      'a question for what is opened by its path',
      '  repository:',
      '  asked: 天天读 嘉兴南湖\n  repository:',
      /写给了不用查找的来源/,
    ],
    ['a question for a page that was opened itself', '  copy: stored', '  asked: 大事记 一大', /写给了不用查找的来源/],
    ['an id used twice', 'id: ttd', 'id: dashiji', /编号 dashiji 已经用在/],
  ])('a source with %s is refused', (_, from, to, says) => {
    const tree = sourcedTree()
    expect(tree[SOURCES]).toContain(from)
    tree[SOURCES] = tree[SOURCES]!.replace(from, to)
    expect(told(tree)).toContainEqual(expect.stringMatching(new RegExp(`^${SOURCES}:\\d+ .*${says.source}`, 'u')))
  })
  test('a stored copy may say with which words it came back', () => {
    const tree = sourcedTree()
    tree[SOURCES] = tree[SOURCES]!.replace('  copy: stored\n', '  copy: stored\n  asked: 大事记 一大 上海开幕\n')
    expect(told(tree)).toEqual([])
  })
  test('several files of sources are one list, and an id is used once over all of them', () => {
    const tree = sourcedTree()
    tree['content/sources/other.yml'] = tree[SOURCES]!.slice(tree[SOURCES]!.indexOf('- id: ttd'))
    expect(told(tree)).toEqual([
      expect.stringMatching(/content\/sources\/other.yml:1 编号 ttd 已经用在 content\/sources\/chronicle.yml:/),
    ])
  })
})

describe('what an item stands on', () => {
  test('an item without basis and without sources is refused', () => {
    expectFault({ file: EVENTS, from: '  basis: recalled\n', to: '', on: '- id: zhonggong-yida', says: /缺少依据/ })
  })
  test('an item with both is refused', () => {
    expectSourceFault(EVENTS, '  sources:', '  basis: recalled\n  sources:', '  basis: recalled', /只留 sources/)
  })
  test('a source that nobody opened is refused, and a book to check in is not one', () => {
    expectSourceFault(EVENTS, 'id: dashiji', 'id: nobody', '  sources:', /来源 nobody 不在 content\/sources\//)
    expectSourceFault(
      EVENTS,
      'id: dashiji',
      'id: jianshi',
      '  sources:',
      /jianshi.*它是 content\/works.yml 里可供核对的书/,
    )
    expectSourceFault('content/days.yml', 'id: ttd', 'id: nobody', 'sources:', /来源 nobody 不在/)
    expectSourceFault(
      YIDA,
      'sources: [dashiji, ttd]',
      'sources: [dashiji, ttd, nobody]',
      'sources:',
      /来源 nobody 不在/,
    )
  })
  test('the words that carry a fact are at most forty characters', () => {
    expectSourceFault(
      EVENTS,
      'words: 后来转到嘉兴南湖',
      `words: ${'长'.repeat(41)}`,
      '  sources:',
      /应当不超过 40 个字/,
    )
  })
})

describe('footnotes', () => {
  const paragraph = () =>
    paragraphsOf(readTreeInMemory(sourcedTree()).corpus.articles.find(it => it.value.id === 'a-0001')!.doc)[0]!

  test('leave the words as they are and stand where they were written', () => {
    const plain = readTreeInMemory(validTree()).corpus.articles.find(it => it.value.id === 'a-0001')!
    const { spans, notes, id } = paragraph()
    const words = spans.map(({ text }) => text).join('')
    expect(words).toBe(
      paragraphsOf(plain.doc)[0]!
        .spans.map(({ text }) => text)
        .join(''),
    )
    expect(id).toBe('e1')
    expect(notes.map(({ label, at }) => [label, words.slice(0, at).slice(-3)])).toEqual([
      ['1', '到会；'],
      ['1', '南湖。'],
      ['2', '南湖。'],
    ])
  })
  test.each([
    ['到会；[^1] 会议', '到会；会议'],
    ['到会；[^1] [^2] **会议**', '到会；会议'],
    ['到会；[^1] [会议](person:mao-zedong)', '到会；会议'],
    ['到会；[^1]\t13 人', '到会；13 人'],
    ['到会；[^1]\n会议', '到会；会议'],
    ['见 Snow[^1] 会议', '见 Snow会议'],
    ['见 Edgar[^1] Snow', '见 Edgar Snow'],
    ['见到了。 会议[^1]', '见到了。会议'],
  ])('leave no blank behind that set them apart: %s', (written, read) => {
    const defined = `${written}\n\n[^1]: dashiji 一\n\n[^2]: ttd 二\n`
    const [first] = paragraphsOf(readMarkdown(YIDA, defined, 0).doc)
    expect(plainText(first!.spans)).toBe(read)
    for (const { at } of first!.notes) expect(read.slice(0, at)).toMatch(/(到会；|Snow|Edgar|会议)$/)
  })
  test('keep a source’s words as they are written', () => {
    const { doc } = readTreeInMemory(sourcedTree()).corpus.articles.find(it => it.value.id === 'a-0001')!
    expect(doc.footnotes).toMatchObject([
      { label: '1', source: 'dashiji', row: '19210723', words: WORDS },
      { label: '2', source: 'ttd', words: '后来转到*嘉兴*南湖' },
    ])
  })
  test.each([
    ['names a source that nobody opened', '[^2]: ttd', '[^2]: nobody', '[^2]: nobody', /来源 nobody 不在/],
    ['is not used', '[^1][^2] ^e1', '[^1] ^e1', '[^2]:', /没有用到/],
    ['is defined twice', '[^2]: ttd', '[^1]: ttd 一\n\n[^2]: ttd', '[^1]: ttd', /脚注 \[\^1\] 写了两次/],
    ['is not defined', '[^1][^2] ^e1', '[^1][^3] ^e1', '[1921年7月23日]', /脚注 \[\^3\] 没有出处/],
    ['is defined by more than forty characters', WORDS + '\n\n', '长'.repeat(41) + '\n\n', '[^1]: ', /抄了 41 个字/],
    ['cannot be read', '[^2]: ttd ', '[^2]: 天天读', '[^2]: ', /读不懂/],
    [
      'rests on a source that the front matter does not list',
      'sources: [dashiji, ttd]',
      'sources: [ttd]',
      '[^1]: ',
      /没有列在文件头的 sources 里/,
    ],
    ['stands after the block id', '[^1][^2] ^e1', '[^1] ^e1[^2]', '[1921年7月23日]', /证据编号/],
    ['stands in a heading', '## 开头1', '## 开头1[^1]', '## 开头1', /小标题里有脚注/],
    [
      'is followed by text',
      '[^1]: dash',
      '[^1]: dashiji 一\n\n还有一句。\n\n[^4]: dash',
      '还有一句。',
      /出处之后还有内容/,
    ],
  ])('a footnote that %s is refused', (_, from, to, on, says) => {
    const tree = sourcedTree()
    // The unused one has a second use in the 为什么 block.
    if (says.source === '没有用到') tree[YIDA] = tree[YIDA]!.replace('早期组织。[^2]', '早期组织。')
    expect(tree[YIDA]).toContain(from)
    tree[YIDA] = tree[YIDA]!.replace(from, () => to)
    const line = tree[YIDA]!.slice(0, tree[YIDA]!.indexOf(on)).split('\n').length
    expect(told(tree)).toContainEqual(expect.stringMatching(new RegExp(`^${YIDA}:${line} .*${says.source}`, 'u')))
  })
})

describe('the 为什么 block', () => {
  test('is read with its labels, citations and footnotes', () => {
    const { doc } = readTreeInMemory(sourcedTree()).corpus.articles.find(it => it.value.id === 'a-0001')!
    expect(doc.why).toMatchObject([
      { label: '起因', spans: [{ text: '各地有了党的早期组织。' }], notes: [{ label: '2', at: 11 }] },
      { label: '决定', spans: [{ text: '通过了' }, { kind: 'event', text: '中共一大' }, { text: '的纲领。' }] },
    ])
    expect(doc.keyPoints).toHaveLength(3)
  })
  test.each([
    ['a line of seventy-one characters', '各地有了党的早期组织。', '长'.repeat(71), '> - 起因', /不超过 70 字/],
    ['a line without a label', '起因：', '', '> - 各地', /没有名目/],
    ['a label of another kind', '起因：', '经过：', '> - 经过', /没有名目/],
    ['a label used twice', '决定：', '起因：', '> - 起因：通过', /写了两次/],
    ['one line', '> - 决定：通过了[中共一大](event:zhonggong-yida)的纲领。\n', '', '> 为什么', /有 1 条；应当二到四条/],
    [
      'a citation that does not agree',
      '[中共一大](event:zhonggong-yida)的纲领',
      '[1922年7月](event:zhonggong-yida)的纲领',
      '> - 决定',
      /与总账不符/,
    ],
    ['text between it and the key points', '\n> 要点', '\n还有一句。\n\n> 要点', '还有一句。', /“为什么”之后还有内容/],
    ['another name', '> 为什么', '> 因为', '> 因为', /引用块只能是/],
  ])('%s is refused', (_, from, to, on, says) => {
    expectSourceFault(YIDA, from, to, on, says)
  })
  test('a script has none', () => {
    const tree = validTree()
    const file = 'content/episodes/baitian/wangzhilu.md'
    tree[file] += '\n> 为什么\n> - 起因：甲。\n> - 意义：乙。\n'
    expect(told(tree)).toContainEqual(expect.stringMatching(/文稿里有“为什么”/))
  })
})
