import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { runOverlap } from '../../scripts/feed/overlap'
import { commonRuns, outermost } from '../../scripts/feed/overlap/find'
import { validTree, type Tree } from './fixture'
import { writeTree } from './written-tree'

describe('runs that texts share', () => {
  /** Every character of ours that lies in a common run, by comparing everything. */
  function slowly(own: readonly string[], foreign: readonly string[], size: number): boolean[][] {
    return own.map(text => {
      const marks = Array.from(text, () => false)
      for (const other of foreign)
        for (let from = 0; from < text.length; from++)
          for (let at = 0; at < other.length; at++) {
            let length = 0
            while (
              from + length < text.length &&
              at + length < other.length &&
              text[from + length] === other[at + length]
            )
              length++
            if (length >= size) marks.fill(true, from, from + length)
          }
      return marks
    })
  }
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 30 })

  test('are those that comparing everything with everything finds', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 5 }),
        fc.array(text, { maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (own, foreign, size) => {
          const marks = own.map(it => Array.from(it, () => false))
          const runs = commonRuns(own, foreign, size)
          for (const it of runs) {
            expect(own[it.own]!.slice(it.ownAt, it.ownAt + it.length)).toBe(
              foreign[it.foreign]!.slice(it.foreignAt, it.foreignAt + it.length),
            )
            marks[it.own]!.fill(true, it.ownAt, it.ownAt + it.length)
          }
          expect(marks).toEqual(slowly(own, foreign, size))
          // Leaving out what lies in a longer run leaves out no character.
          const kept = own.map(it => Array.from(it, () => false))
          for (const it of outermost(runs)) kept[it.own]!.fill(true, it.ownAt, it.ownAt + it.length)
          expect(kept).toEqual(marks)
        },
      ),
      { numRuns: 100 },
    )
  })
  test('a million characters take seconds, not minutes', () => {
    const long = Array.from({ length: 1_000_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20000))).join(
      '',
    )
    const own = Array.from({ length: 3000 }, (_, at) => long.slice(at * 300, at * 300 + 15) + '句')
    expect(outermost(commonRuns([...own, long.slice(500, 540)], [long], 16))).toMatchObject([{ own: 3000, length: 40 }])
  })
})

describe('npm run feed:overlap', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'overlap-'))
  })
  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })
  const YIDA = 'content/articles/new-democratic/yida.md'
  async function overlap(sentence: string, source: string) {
    const tree: Tree = { ...validTree(), 'sources/one.txt': `题目\n${source}\n` }
    tree[YIDA] = tree[YIDA]!.replace('也在座，', `也在座，${sentence}`)
    writeTree(root, tree)
    const lines: string[] = []
    const code = await runOverlap('sources', root, line => lines.push(line))
    return { code, lines: lines.slice(0, -1), last: lines.at(-1) }
  }

  test('finds sixteen characters running, whatever their punctuation, and tells both places', async () => {
    const { code, lines } = await overlap(
      '山坡上的人把粮食分给路过的队伍吃了。',
      '据说，山坡上的人，把粮食分给路过的队伍吃。',
    )
    expect(code).toBe(1)
    expect(lines).toEqual([`${YIDA}:17  “山坡上的人把粮食分给路过的队伍吃”  ← one.txt:2`])
  })
  test.each([
    ['fifteen', '山坡上的人把粮食分给路过的队伍。', '山坡上的人把粮食分给路过的队伍，'],
    ['what is quoted', '他说“山坡上的人把粮食分给路过的队伍吃了”。', '山坡上的人把粮食分给路过的队伍吃了'],
    ['a title', '《山坡上的人把粮食分给路过的队伍吃了》出版。', '山坡上的人把粮食分给路过的队伍吃了'],
    [
      'names and dates',
      '1949年10月1日，中国共产党第一次全国代表大会的毛泽东、周恩来在上海望志路106号。',
      '1949年10月1日中国共产党第一次全国代表大会的毛泽东周恩来在上海望志路106号',
    ],
  ])('leaves %s alone', async (_, sentence, source) => {
    expect(await overlap(sentence, source)).toMatchObject({
      code: 0,
      lines: [],
      last: expect.stringContaining('：0 处'),
    })
  })
  test('finds what is written in other numerals or in traditional characters', async () => {
    const { code } = await overlap('二十户人把五千斤粮食分给路过的队伍吃了。', '20戶人把5000斤糧食分給路過的隊伍吃了')
    expect(code).toBe(1)
  })
  test('leaves the words of a source alone, which are its own', async () => {
    const { code } = await overlap(
      `。\n\n[^1]: dashiji 山坡上的人把粮食分给路过的队伍吃了`,
      '山坡上的人把粮食分给路过的队伍吃了',
    )
    expect(code).toBe(0)
  })
  test('compares events, days and questions too', async () => {
    const { lines } = await overlap(
      '',
      '周恩来等领导的起义在南昌打响了武装反抗的枪声。会场被搜查以后改在船上开会，代表一个一个上了船',
    )
    expect(lines).toEqual([
      expect.stringMatching(/^content\/events.yml:23 {2}“周恩来等领导的起义在南昌打响了武装反抗的枪声”/),
    ])
  })
  test.each([
    // 山坡上的人把粮食分给路过的队伍吃
    ['GBK', 'c9bdc6c2c9cfb5c4c8cbb0d1c1b8cab3b7d6b8f8c2b7b9fdb5c4b6d3cee9b3d4'],
    ['UTF-16', `fffe${Buffer.from('山坡上的人把粮食分给路过的队伍吃', 'utf16le').toString('hex')}`],
  ])('reads what was saved as %s', async (_, hex) => {
    writeTree(root, {
      ...validTree(),
      [YIDA]: validTree()[YIDA]!.replace('也在座，', '也在座，山坡上的人把粮食分给路过的队伍吃了。'),
    })
    mkdirSync(path.join(root, 'sources'))
    writeFileSync(path.join(root, 'sources/one.txt'), Buffer.from(hex, 'hex'))
    expect(await runOverlap('sources', root, () => undefined)).toBe(1)
  })
  test('tells what it could not compare', async () => {
    writeTree(root, { ...validTree(), 'sources/one.txt': '别的话' })
    writeFileSync(path.join(root, 'sources/two.docx'), Buffer.from('504b0304000000', 'hex'))
    writeFileSync(path.join(root, 'sources/three.pdf'), '%PDF-1.4')
    const lines: string[] = []
    expect(await runOverlap('sources', root, line => lines.push(line))).toBe(0)
    expect(lines).toEqual([
      '没有比的 2 个文件，读不出文字：three.pdf、two.docx；应当另存成文本再放进去',
      expect.stringMatching(/^与 1 个来源文本相同/u),
    ])
  })
  test('a folder without texts is told', async () => {
    const lines: string[] = []
    expect(await runOverlap('nowhere', root, line => lines.push(line))).toBe(2)
    expect(await runOverlap(undefined, root, line => lines.push(line))).toBe(2)
    expect(lines.join()).toMatch(/应当把来源的文本.*应当写明/)
  })
})
