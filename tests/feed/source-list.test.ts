import { readTreeInMemory } from './faults'
import type { Tree } from './fixture'
import { sourcedTree } from './sourced-tree'

const LIST = 'content/sources/chronicle.yml'
const DASHIJI = 'http://example.org/dashiji.html'

const told = (tree: Tree) => readTreeInMemory(tree).problems.map(it => `${it.file}:${it.line} ${it.message}`)
const lineOf = (tree: Tree, words: string) => tree[LIST]!.slice(0, tree[LIST]!.indexOf(words)).split('\n').length

describe('a page of a host on which nothing may rest', () => {
  test.each([
    'https://wenxuecity.com/blog/1.html',
    'http://bbs.creaders.net:8080/history/bbsviewer.php?trd_id=1',
    'https://BIG5.BackChina.com/forum.php',
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
