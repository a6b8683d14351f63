import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { checkFaults } from '../../scripts/feed/checks/faults'
import { runFeed } from '../../scripts/feed/run'
import { sentencesOfShelf } from '../../scripts/feed/draw'
import { FAULTS, readFaults, withReadings } from '../../scripts/feed/read/faults'
import { parseFile } from '../../scripts/feed/read/parse-file'
import { readTreeInMemory } from './faults'
import { validTree, type Tree } from './fixture'
import { writeTree } from './written-tree'

const NANCHANG = 'content/articles/new-democratic/nanchang.md'
const QUESTIONS = 'content/questions/all.yml'
const RECORD = '# 核读\n\n- 7 `nanchang.md:12` “打响了武装反抗的第一枪” 没有说是谁。\n'
const DRAWN = '书架 new-democratic。\n\n7. `nanchang.md:12` 周恩来等领导的南昌起义打响了武装反抗的第一枪。\n'
const ROW = { reading: 'reform-1', number: 7, kind: 'clumsy', file: NANCHANG, words: '打响了武装反抗的第一枪' }

type Row = Record<string, unknown>
const filesOf = (tree: Tree) => Object.entries(tree).map(([name, text]) => parseFile({ name, text, sha256: '' }))
const listOf = (rows: string, said = { record: RECORD, drawn: DRAWN as string | undefined }) => ({
  file: parseFile({ name: FAULTS, text: rows, sha256: '' }),
  readings: new Map([
    ['reform-1', { record: said.record, ...(said.drawn === undefined ? {} : { drawn: said.drawn }) }],
    ['questions-2', { record: RECORD }],
  ]),
})
const written = (...rows: Row[]) => rows.map(row => `- ${JSON.stringify(row)}\n`).join('')
const told = (rows: string, tree: Tree = validTree(), said = { record: RECORD, drawn: DRAWN as string | undefined }) =>
  checkFaults(listOf(rows, said), filesOf(tree)).map(({ file, line, message }) => `${file}:${line} ${message}`)
/** The line of a file on which words stand. */
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length

describe('what a reading objected to', () => {
  test('is an error where it stands again, with the reading and its number', () => {
    const line = lineOf(validTree()[NANCHANG]!, '打响了武装反抗的第一枪')
    expect(told(written(ROW))).toEqual([
      `${NANCHANG}:${line} “打响了武装反抗的第一枪”是 reform-1 第 7 句判过的（拗口，${FAULTS}:1）；应当照核读改，后来判为不错的，在那一行写 stands 和理由`,
    ])
  })
  test('is none once it is mended', () => {
    const tree = validTree()
    tree[NANCHANG] = tree[NANCHANG]!.replace('打响了武装反抗的第一枪', '打响了第一枪')
    expect(told(written(ROW), tree)).toEqual([])
  })
  test('is found across links, footnotes, emphasis and spaces', () => {
    const words = '周恩来等领导的南昌起义打响了'
    const tree = validTree()
    tree[NANCHANG] = tree[NANCHANG]!.replace('打响了', ' **打响**了[^1]')
    expect(told(written({ ...ROW, words }), tree)).toHaveLength(1)
  })
  test('may stand when somebody judged it right, until it is mended', () => {
    const stands = { ...ROW, stands: '等着重录（scripts-4）' }
    expect(told(written(stands))).toEqual([])
    const tree = validTree()
    tree[NANCHANG] = tree[NANCHANG]!.replace('打响了武装反抗的第一枪', '打响了第一枪')
    expect(told(written(stands), tree)).toEqual([
      `${FAULTS}:1 reform-1 第 7 句已经改了；应当去掉 stands，原来判为不错的把这一行删去`,
    ])
  })
  test('may stand beside what it had left out, in the same paragraph', () => {
    expect(told(written({ ...ROW, beside: '1927年8月1日' }))).toEqual([])
    expect(told(written({ ...ROW, beside: '1928年8月1日' }))).toHaveLength(1)
  })
  test('is not let off by words that the drawn sentence had', () => {
    expect(told(written({ ...ROW, beside: '武装反抗' }))).toEqual([
      expect.stringMatching(/faults\.yml:1 “武装反抗”抽到的第 7 句里原来就有，.*应当写改的时候补上的字/u),
    ])
  })
  test('is watched for in the text from which it was drawn', () => {
    const file = 'content/articles/new-democratic/yida.md'
    expect(told(written({ ...ROW, file }))).toEqual([
      expect.stringMatching(/faults\.yml:1 reform-1 第 7 句抽自 nanchang\.md，不是 .*yida\.md；应当/u),
    ])
    // Under its name of today, when it was renamed.
    const renamed = { record: RECORD, drawn: DRAWN.replace('nanchang.md', 'bayi.md') }
    expect(told(written(ROW), validTree(), renamed)).toEqual([expect.stringContaining(`${NANCHANG}:`)])
  })
  test('may be quoted when it had been copied', () => {
    const tree = validTree()
    const copied = written({ ...ROW, kind: 'copied' })
    expect(told(copied, tree)).toHaveLength(1)
    tree[NANCHANG] = tree[NANCHANG]!.replace('打响了武装反抗的第一枪。', '“打响了武装反抗的第一枪”。')
    expect(told(copied, tree)).toEqual([])
    expect(told(written(ROW), tree)).toHaveLength(1)
  })
  test('is watched for in questions, by their ids', () => {
    const words = '南昌起义打响了武装反抗的枪声'
    const row = { ...ROW, reading: 'questions-2', number: 'q-00003', file: QUESTIONS, words, kind: 'trivial' }
    const line = lineOf(validTree()[QUESTIONS]!, words)
    expect(told(written(row))).toEqual([expect.stringContaining(`${QUESTIONS}:${line} “${words}”`)])
    expect(told(written({ ...row, number: 'q-09999' }))).toEqual([
      expect.stringMatching(/faults\.yml:1 .*里没有 q-09999；应当写它现在的文件/u),
    ])
  })
  test('of a text that has gone is an error in the list', () => {
    expect(told(written({ ...ROW, number: 7, file: 'content/articles/reform/none.md' }))).toEqual([
      `${FAULTS}:1 没有 content/articles/reform/none.md；应当写它现在的文件，不再发布的把这一行删去`,
    ])
  })
})

describe('a row', () => {
  test.each<[string, Row, RegExp]>([
    ['with an unknown field', { ...ROW, note: '…' }, /不认识的字段 note/u],
    ['of an unknown kind', { ...ROW, kind: 'ugly' }, /kind.*应当是 wrong、invented/u],
    ['without words', { ...ROW, words: undefined }, /缺少字段 words/u],
    ['whose words are too short to be told from others', { ...ROW, words: '第一枪' }, /至少写五个字/u],
    ['of something that is no text of ours', { ...ROW, file: 'docs/words.md' }, /不是内容的文件/u],
    ['of no reading', { ...ROW, reading: 'reform-2' }, /没有核读 reform-2/u],
    ['of a number that was not drawn', { ...ROW, number: 8 }, /reform-1 没有抽到 8/u],
    ['whose words nobody objected to', { ...ROW, words: '打响了武装反抗的第二枪' }, /一字不差地抄/u],
    ['that stands for no reason', { ...ROW, stands: '' }, /stands：是空的/u],
  ])('%s is refused at its line', (_, row, says) => {
    const problems = told(written({ ...ROW, stands: '判为不错' }, row))
    expect(problems[0]).toMatch(/^docs\/content-review\/faults\.yml:2 /u)
    expect(problems[0]).toMatch(says)
  })
  test('is taken at its word when the list says only ids', () => {
    const said = { record: RECORD, drawn: undefined }
    expect(told(written({ ...ROW, words: '没有人写过的话' }), validTree(), said)).toEqual([])
  })
  test('that cannot be read is an error', () => {
    expect(told('- reading: [')).toEqual([expect.stringContaining(`${FAULTS}:`)])
    expect(told('reading: reform-1')).toEqual([expect.stringContaining('不是列表')])
  })
})

describe('a reading', () => {
  const record = `${RECORD}\n### 写错（1）\n\n### 拗口：1 句\n\n### 没有来源的细节（0）、照抄（0）\n\n### 拿不准而没有判错的（3）\n`
  const row = { ...ROW, stands: '判为不错' }
  test('whose faults are not all in the list is told', () => {
    expect(told(written(row), validTree(), { record, drawn: DRAWN })).toEqual([
      `${FAULTS}:1 reform-1 判出 2 处毛病，这里有 1 处；应当一处一行添上`,
    ])
    // A fault in two texts is one fault.
    expect(told(written(row, row), validTree(), { record, drawn: DRAWN })).toHaveLength(1)
  })
  test('whose faults are all in the list is not', () => {
    const drawn = `${DRAWN}9. \`nanchang.md:12\` 打响了武装反抗的第一枪。\n`
    expect(told(written(row, { ...row, number: 9 }), validTree(), { record, drawn })).toEqual([])
  })
})

test('every sentence that can be drawn is found in its text', () => {
  const tree = validTree()
  const files = filesOf(tree)
  const { corpus } = readTreeInMemory(tree)
  const drawn = sentencesOfShelf(corpus, 'new-democratic').filter(({ text }) => text.length >= 5)
  fc.assert(
    fc.property(fc.constantFrom(...drawn), ({ place, text }) => {
      const file = place.replace(/:\d+$/u, '')
      const drawn = `7. \`${path.basename(place)}\` ${text}\n`
      const list = listOf(written({ ...ROW, file, words: text }), { record: text, drawn })
      expect(checkFaults(list, files)).toEqual([expect.objectContaining({ file, level: 'error' })])
    }),
  )
})

test('npm run feed reads the list below docs, and does without one', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'faults-'))
  const run = async () => {
    const lines: string[] = []
    await runFeed(['--check'], root, line => lines.push(line))
    return lines.join('\n')
  }
  try {
    writeTree(root, validTree())
    expect(await readFaults(root)).toEqual([])
    expect(await run()).not.toContain('reform-1')
    writeTree(root, {
      [FAULTS]: written(ROW, { ...ROW, reading: 'questions-2', number: 'q-00003', file: QUESTIONS, stands: '' }),
      'docs/content-review/readings/reform-1.md': RECORD,
      'docs/content-review/readings/reform-1-sentences.md': DRAWN,
      'docs/content-review/questions-2.md': RECORD,
      'docs/content-review/questions-3.md': RECORD,
      'docs/content-review/questions-3-list.md': '- q-00003\n',
      'docs/content-review/readings/reform-2.md': RECORD,
      'docs/content-review/readings/reform-2-sentences.md': DRAWN,
      'docs/content-review/readings/reform-3-sentences.md': DRAWN,
      'docs/content-review/bank-4-list.md': '…',
    })
    const [file] = await readFaults(root)
    const { readings } = await withReadings(parseFile(file!), root)
    expect([...readings.keys()].sort()).toEqual(['questions-2', 'questions-3', 'reform-1', 'reform-2'])
    expect(await run()).toContain('reform-1 第 7 句')
    rmSync(path.join(root, FAULTS))
    expect(await run()).not.toContain('reform-1')
    writeTree(root, { 'docs/content-review/readings/reform-1.md': `${RECORD}\n### 拗口（1）\n` })
    expect(await run()).toMatch(/reform-1 判出 1 处毛病，这里有 0 处/)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
