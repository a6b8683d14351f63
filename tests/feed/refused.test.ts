import { readTreeInMemory } from './faults'
import { SOURCES, validTree, type Tree } from './fixture'

const NANCHANG = 'content/articles/new-democratic/nanchang.md'

/** A tree whose articles must stand on sources, and do where they cite; the filler between them does not. */
function sourcedShelf(): Tree {
  const tree: Tree = { ...validTree(), 'content/sources/chronicle.yml': SOURCES }
  tree['content/shelves.yml'] = tree['content/shelves.yml']!.replace(
    '- id: new-democratic\n',
    '- id: new-democratic\n    sourced: true\n',
  )
  for (const ledger of ['content/events.yml', 'content/people.yml'])
    tree[ledger] = tree[ledger]!.replaceAll('basis: recalled', 'sources: [{ id: ttd, words: 后来转到嘉兴南湖 }]')
  tree[NANCHANG] = tree[NANCHANG]!.replace(
    '打响了武装反抗的第一枪。 ^e1',
    '打响了武装反抗的第一枪。 ^e1\n\n新中国成立后，这是第一任总理[周恩来](person:zhou-enlai)的话：“我在这里。”',
  )
  return tree
}

const errorsOf = (tree: Tree) =>
  readTreeInMemory(tree).problems.flatMap(({ level, file, line, message }) =>
    level === 'error' ? [`${file}:${line} ${message}`] : [],
  )

// One wrong cell of people.yml gave eight errors, seven of them faults of files in which nothing was wrong.
test.each([
  ['content/people.yml', 'born: 1898-03-05', 'born: 十九世纪', 'zhou-enlai'],
  ['content/people.yml', 'born: 1893-12-26', 'born: 十九世纪', 'mao-zedong'],
  ['content/events.yml', 'date: 1927-08-01', 'date: 1927-13-45', 'nanchang-qiyi'],
  ['content/events.yml', 'date: 1921-07-23', 'date: 1921-13-45', 'zhonggong-yida'],
  ['content/events.yml', 'date: 1949-10-01', 'date: 1949-13-45', 'kaiguo-dadian'],
  ['content/sources/chronicle.yml', 'copy: stored', 'copy: 别处', 'dashiji'],
])(
  'a refused row of %s (%s) is the only new error, and beside it stands how much waits for it',
  (file, from, to, id) => {
    const tree = sourcedShelf()
    tree[NANCHANG] = tree[NANCHANG]!.replace('basis: recalled', 'sources: [dashiji]')
    const before = errorsOf(tree)
    tree[file] = tree[file]!.replace(from, to)
    const added = errorsOf(tree).filter(error => !before.includes(error))
    expect(added).toEqual([expect.stringMatching(new RegExp(`^${file}:\\d+ ${id} `, 'u'))])
    expect(readTreeInMemory(tree).problems.filter(({ message }) => message.includes('等着'))).toEqual([
      {
        file,
        // After the error, which stands on that line too.
        line: tree[file]!.slice(0, tree[file]!.indexOf(to)).split('\n').length,
        message: expect.stringMatching(new RegExp(`^${id} 有错，引用它的 [1-9]\\d* 项核对等着没有做；应当先改好`, 'u')),
        level: 'warning',
      },
    ])
  },
)

test('what is wrong besides is still told', () => {
  const tree = validTree()
  tree['content/people.yml'] = tree['content/people.yml']!.replace('born: 1898-03-05', 'born: 十九世纪')
  tree[NANCHANG] = tree[NANCHANG]!.replace('[1927年8月1日]', '[1928年8月1日]')
  expect(errorsOf(tree)).toEqual([
    expect.stringMatching(/people\.yml:\d+ zhou-enlai /u),
    expect.stringMatching(/nanchang\.md:\d+ 引文“1928年8月1日”与总账不符/u),
  ])
})

test('a day that was refused is not missing as well', () => {
  const tree = validTree()
  tree['content/days.yml'] = tree['content/days.yml']!.replace('{ year: 1927, event', '{ year: 民国, event')
  expect(errorsOf(tree)).toEqual([expect.stringMatching(/days\.yml:\d+ 08-01 /u)])
})
