import { checkLock, parseLock, writeLock } from '../../scripts/feed/corpus/ids-lock'
import { readTreeInMemory } from './faults'
import { validTree, type Tree } from './fixture'

const YIDA = 'content/articles/new-democratic/yida.md'
const corpusOf = (tree: Tree) => readTreeInMemory(tree).corpus
const LOCK = writeLock([], corpusOf(validTree()))
const { locked } = parseLock(LOCK)
const told = (tree: Tree, renamed: string[] = [], lock = locked) =>
  checkLock(lock, corpusOf(tree), renamed).map(({ file, line, message }) => `${file}:${line} ${message}`)
const lineOf = (id: string) => LOCK.split('\n').findIndex(row => row.startsWith(`${id} `)) + 1

describe('published ids', () => {
  test('every item is recorded once, sorted, and recording again changes nothing', () => {
    expect(locked.map(({ id }) => id)).toEqual([...locked.map(({ id }) => id)].sort())
    expect(locked).toHaveLength(3 + 2 + 5 + 3 + 2 + 1)
    expect(writeLock(locked, corpusOf(validTree()))).toBe(LOCK)
    expect(told(validTree())).toEqual([])
  })
  test('removing a recorded item is an error', () => {
    const tree = validTree()
    delete tree['content/episodes/gushi/nanhu.md']
    expect(told(tree)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^content/ids.lock:${lineOf('e-0002')} e-0002（《南湖的船》）发布过，现在没有了；应当.*retired`,
          'u',
        ),
      ),
    ])
  })
  test('using a recorded id for another text is an error', () => {
    const tree = validTree()
    tree[YIDA] = tree[YIDA]!.replace('title: 石库门里的七天', 'title: 井冈山上')
    expect(told(tree)).toEqual([
      expect.stringMatching(/a-0001 登记的是《石库门里的七天》，现在是《井冈山上》；另写一条应当用新编号/),
    ])
  })
  test('a title may be edited, and changed altogether when that is said', () => {
    const tree = validTree()
    tree[YIDA] = tree[YIDA]!.replace('title: 石库门里的七天', 'title: 石库门的七天七夜')
    expect(told(tree)).toEqual([])
    tree[YIDA] = tree[YIDA]!.replace('title: 石库门的七天七夜', 'title: 望志路上')
    expect(told(tree, ['a-0001'])).toEqual([])
  })
  test('a retired id may be absent, must not come back, and stays recorded', () => {
    const retired = parseLock(LOCK.replace('e-0002 episode ', 'e-0002 episode retired ')).locked
    const tree = validTree()
    expect(told(tree, [], retired)).toEqual([
      expect.stringMatching(/e-0002 已经作废（《南湖的船》），又被用来写《南湖的船》/),
    ])
    delete tree['content/episodes/gushi/nanhu.md']
    expect(told(tree, [], retired)).toEqual([])
    expect(writeLock(retired, corpusOf(tree))).toContain('e-0002 episode retired 南湖的船')
  })
  test('a line that cannot be read is told', () => {
    expect(parseLock('a-0001 artikel 甲\n').problems).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringMatching(/读不懂/) }),
    ])
    expect(parseLock('a-0001 article 甲\na-0001 article 乙\n').problems).toEqual([
      expect.objectContaining({ line: 2, message: expect.stringMatching(/登记了两次/) }),
    ])
  })
})
