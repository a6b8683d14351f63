import { readTreeInMemory } from './faults'
import type { Tree } from './fixture'
import { sourcedTree } from './sourced-tree'

const LIST = 'content/sources/chronicle.yml'
const DASHIJI = 'http://example.org/dashiji.html'
const EPISODE = 'content/episodes/baitian/wangzhilu.md'
const ONE_MORE = `- id: extra
  title: 一页
  publisher: 一家报纸
  address: http://example.org/extra.html
  opened: 2026-11-28
`

const told = (tree: Tree) => readTreeInMemory(tree).problems.map(it => `${it.file}:${it.line} ${it.message}`)
const lineOf = (tree: Tree, words: string) => tree[LIST]!.slice(0, tree[LIST]!.indexOf(words)).split('\n').length

/** {@link sourcedTree} with a source that nothing uses. */
function treeWithOneMore(): Tree {
  const tree = sourcedTree()
  tree[LIST] += ONE_MORE
  return tree
}

/** Puts `to` in place of the first `from` that stands behind `behind`. */
function replaceBehind(tree: Tree, file: string, behind: string, from: string, to: string): void {
  const text = tree[file]!
  const start = text.indexOf(behind)
  expect(text.indexOf(from, start)).toBeGreaterThan(start)
  tree[file] = text.slice(0, start) + text.slice(start).replace(from, to)
}

describe('a source that nothing uses', () => {
  test('is refused where it stands', () => {
    const tree = treeWithOneMore()
    expect(told(tree)).toEqual([`${LIST}:${lineOf(tree, 'id: extra')} 来源 extra 没有一处用到；应当删去这一条`])
  })

  test.each([
    ['an event', 'content/events.yml', '- id: nanchang-qiyi'],
    ['a person', 'content/people.yml', '- id: zhou-enlai'],
    ['a term', 'content/glossary.yml', '- { id: tongyi-zhanxian'],
    ['an entry of a day', 'content/days.yml', '- day: 01-02'],
  ])('may stay for %s', (_, file, behind) => {
    const tree = treeWithOneMore()
    replaceBehind(tree, file, behind, 'basis: recalled', 'sources: [{ id: extra, words: 几个字 }]')
    expect(told(tree)).toEqual([])
  })

  test('may stay for a text whose footnote names it', () => {
    const tree = treeWithOneMore()
    replaceBehind(tree, EPISODE, '---', 'basis: recalled', 'sources: [extra]')
    tree[EPISODE] = `${tree[EPISODE]!.trimEnd()}[^1]\n\n[^1]: extra 几个字\n`
    expect(told(tree)).toEqual([])
  })

  test('is refused in the list of a text of which it carries nothing', () => {
    const tree = treeWithOneMore()
    replaceBehind(tree, EPISODE, '---', 'basis: recalled', 'sources: [extra]')
    const line = tree[EPISODE]!.slice(0, tree[EPISODE]!.indexOf('sources:')).split('\n').length
    expect(told(tree)).toEqual([
      `${EPISODE}:${line} 来源 extra 列在文件头里，没有一处脚注、也没有引用的条目靠它；应当从这里删去`,
    ])
  })

  test.each([
    [
      'an event',
      'content/withheld/events.yml',
      '- id: gutian\n  title: 古田会议\n  date: 1929-12\n  summary: 一次会议。\n  sources: [{ id: extra, words: 几个字 }]\n  verify_in: [jianshi]\n  withheld: 还缺一处\n',
    ],
    [
      'an entry of a day',
      'content/withheld/days.yml',
      '- day: 07-23\n  entries:\n    - { year: 1922, text: 某事。, sources: [{ id: extra, words: 几个字 }], verify_in: [jianshi], withheld: 还缺一处 }\n',
    ],
  ])('may stay for %s that is withheld', (_, file, text) => {
    const tree = treeWithOneMore()
    tree[file] = text
    expect(told(tree)).toEqual([])
  })

  test('may stay for a text that is withheld', () => {
    const { [EPISODE]: text, ...tree } = treeWithOneMore()
    tree['content/withheld/episodes/baitian/wangzhilu.md'] = text!.replace(
      'basis: recalled',
      'sources: [extra]\nwithheld: 还缺一处',
    )
    expect(told(tree).filter(it => it.includes('extra'))).toEqual([])
  })

  test.each([
    ['without an id', '- id: nanchang-qiyi\n  title', '- title'],
    ['with a date that is none', 'date: 1927-08-01', 'date: 1927-13-45'],
  ])('is not asked after while a row %s is refused, for nobody knows what that row uses', (_, from, to) => {
    const tree = treeWithOneMore()
    replaceBehind(tree, 'content/events.yml', '- id: zhonggong-yida', from, to)
    expect(told(tree).filter(it => it.includes('没有一处用到'))).toEqual([])
  })
})

describe('a page of a host on which nothing may rest', () => {
  test.each([
    'https://wenxuecity.com/blog/1.html',
    'http://bbs.creaders.net:8080/history/bbsviewer.php?trd_id=1',
    'https://BIG5.BackChina.com/forum.php',
    'https://bbs.comefromchina.com/threads/1',
    'http://www.ktsf.com/2020/05/28/a/',
    'https://am1470.com/national_news.php?i=1',
    'https://www.worldjournal.com/wj/story/1/1',
    'http://old.observer-taipei.com/article1.html',
  ])('is refused where its address stands: %s', address => {
    const tree = sourcedTree()
    tree[LIST] = tree[LIST]!.replace(DASHIJI, address)
    expect(told(tree)).toEqual([
      expect.stringMatching(
        new RegExp(`^${LIST}:${lineOf(tree, address)} 来源 dashiji 在不能作依据的网站上.*应当`, 'u'),
      ),
    ])
  })

  test('is refused as the original of a repository’s file, too', () => {
    const tree = sourcedTree()
    tree[LIST] = tree[LIST]!.replace('path: data/ttd.csv }', 'path: data/ttd.csv }\n  online: http://www.boxun.com/a')
    expect(told(tree)).toEqual([
      expect.stringMatching(new RegExp(`^${LIST}:${lineOf(tree, 'online:')} 来源 ttd 在不能作依据的网站上`, 'u')),
    ])
  })

  test.each(['https://notboxun.com/a', 'https://boxun.com.example.org/a', 'https://example.org/boxun.com'])(
    'is not %s',
    address => {
      const tree = sourcedTree()
      tree[LIST] = tree[LIST]!.replace(DASHIJI, address)
      expect(told(tree)).toEqual([])
    },
  )
})

describe('a page that stands in the list twice', () => {
  const WITH_REPOSITORY = ONE_MORE.replace(
    'address: http://example.org/extra.html',
    `repository: { name: owner/name, commit: ${'a1'.repeat(20)}, path: data/ttd.csv }`,
  )

  test.each([
    ['an address', ONE_MORE.replace('http://example.org/extra.html', DASHIJI), 'address:', 'dashiji'],
    [
      'an address, once encrypted',
      ONE_MORE.replace('http://example.org/extra.html', DASHIJI.replace('http:', 'https:')),
      'address:',
      'dashiji',
    ],
    ['a file of a repository, at another commit', WITH_REPOSITORY, 'repository:', 'ttd'],
  ])('is refused where it stands the second time: %s', (_, row, field, twin) => {
    const tree = sourcedTree()
    tree[LIST] += row
    const line = tree[LIST]!.slice(0, tree[LIST]!.lastIndexOf(field)).split('\n').length
    expect(told(tree)).toContain(`${LIST}:${line} 来源 extra 和来源 ${twin} 是同一页；应当只留一条，用处都写它`)
  })
})
