import { paragraphsOf } from '../../scripts/feed/corpus/corpus'
import { expectFault, readTreeInMemory } from './faults'
import { filler } from './filler'
import { validTree } from './fixture'

const YIDA = 'content/articles/new-democratic/yida.md'
const AUDIO = 'content/episodes/baitian/wangzhilu.md'
const VIDEO = 'content/episodes/gushi/nanhu.md'

describe('the form of articles', () => {
  test('a text that is too short is refused', () => {
    expectFault({
      file: YIDA,
      from: filler(1, 500),
      to: '很短。',
      on: 'id: a-0001',
      says: /全文 \d+ 字；应当在 500 到 1200/,
    })
  })
  test('a paragraph of more than 130 characters is refused at its line', () => {
    const long = filler(99, 140).replaceAll('\n\n', '')
    expectFault({
      file: YIDA,
      from: '\n\n## 后来1',
      to: `\n\n${long}\n\n## 后来1`,
      on: long,
      says: /这一段 \d+ 字；应当不超过 130/,
    })
  })
  test('fewer than two sections are refused', () => {
    expectFault({ file: YIDA, from: '## 后来1\n\n', to: '', on: 'id: a-0001', says: /有 1 个小节/ })
  })
  test('a key-point block that does not have three points is refused', () => {
    expectFault({ file: YIDA, from: '> - 第三个要点石库门里的七天\n', to: '', on: '> 要点', says: /要点有 2 条/ })
  })
  test('a missing key-point block is refused', () => {
    expectFault({
      file: YIDA,
      from: '> 要点\n> - 第一个要点石库门里的七天\n> - 第二个要点石库门里的七天\n> - 第三个要点石库门里的七天\n',
      to: '末尾。',
      says: /没有要点/,
    })
  })
  test('key points stand at the end', () => {
    expectFault({
      file: YIDA,
      from: '> - 第三个要点石库门里的七天\n',
      to: '> - 第三个要点石库门里的七天\n\n还有一句。',
      on: '还有一句。',
      says: /要点之后还有内容/,
    })
  })
  test.each([
    ['a table', '| 甲 | 乙 |', /用了表格/],
    ['an image', '![图](x.png)', /用了图片/],
    ['HTML', '<b>字</b>', /HTML/],
    ['a list', '- 一条', /用了列表/],
    ['a heading of the wrong level', '### 小标题', /标题级别不对/],
    ['code', '`字`', /反引号/],
    ['single stars', '*字*', /应当写成 \*\*字\*\*/],
    ['a web address as a link', '[字](https://example.org)', /不是引文/],
    ['a citation with a space', '[字] (event:kaiguo-dadian)', /没写对的引文/],
    ['a citation inside emphasis', '**[字](event:kaiguo-dadian)**', /套在一起/],
  ])('%s is refused', (_, written, says) => {
    expectFault({ file: YIDA, from: '\n\n## 后来1', to: `\n\n${written}\n\n## 后来1`, on: written, says })
  })
  test('a block id used twice is refused', () => {
    expectFault({
      file: YIDA,
      from: '第二次提起。',
      to: '第二次提起。 ^e1',
      on: '[毛泽东]',
      says: /\^e1 在本文里用了两次/,
    })
  })
  test('a block id in the middle of a paragraph is refused', () => {
    expectFault({ file: YIDA, from: '第二次提起。', to: '第二次 ^e7 提起。', on: '[毛泽东]', says: /不在段落末尾/ })
  })
  test('emphasis beside Chinese punctuation, which CommonMark does not see, is emphasis', () => {
    const tree = validTree()
    tree[YIDA] = tree[YIDA]!.replace('第二次提起。', '第二次**“提起。”**然后')
    const { corpus, problems } = readTreeInMemory(tree)
    expect(problems).toEqual([])
    const spans = corpus.articles.flatMap(({ doc }) => paragraphsOf(doc)).flatMap(paragraph => paragraph.spans)
    expect(spans).toContainEqual({ kind: 'strong', text: '“提起。”', line: 17 })
  })
})

describe('the form of scripts', () => {
  test('brackets in a script are refused', () => {
    expectFault({
      file: AUDIO,
      from: '](event:zhonggong-yida)，',
      to: '](event:zhonggong-yida)（注），',
      on: '[一九二一年七月]',
      says: /有括号/,
    })
  })
  test('a script that is too long is refused', () => {
    expectFault({
      file: AUDIO,
      from: filler(11, 520),
      to: filler(11, 900),
      on: 'id: e-0001',
      says: /应当在 500 到 800 字/,
    })
  })
  test('a flagship is longer and has chapters', () => {
    expectFault({
      file: AUDIO,
      from: 'kind: audio',
      to: 'kind: audio\nflagship: true',
      on: 'flagship: true',
      says: /应当至少两个 ## 章节名/,
    })
  })
  test('a series of sound has no film; a series of films may have an episode to listen to', () => {
    expectFault({
      file: VIDEO,
      from: 'series: gushi',
      to: 'series: baitian',
      on: 'kind: video',
      says: /应当写 kind: audio/,
    })
    const tree = validTree()
    tree[VIDEO] = tree[VIDEO]!.replace('kind: video', 'kind: audio')
    expect(readTreeInMemory(tree).problems).toEqual([])
  })
})

test('a film’s storyboard may lie beside its script, and nothing else', () => {
  const tree = validTree()
  tree['content/episodes/gushi/nanhu.scenes.yml'] = 'object: boat\n'
  expect(readTreeInMemory(tree).problems).toEqual([])
  tree['content/episodes/gushi/nanhu.txt'] = ''
  expect(readTreeInMemory(tree).problems.map(it => it.file)).toEqual(['content/episodes/gushi/nanhu.txt'])
})
