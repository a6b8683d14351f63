import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { runCarried, uncarriedOf } from '../../scripts/feed/carried'
import { markUncarried } from '../../scripts/feed/carried/mark'
import { indexLedger } from '../../scripts/feed/corpus/ledger-index'
import { readTreeInMemory } from './faults'
import { sourcedTree } from './sourced-tree'
import { writeTree } from './written-tree'

const WORDS = ['经过3万多解放军和10万民工艰苦卓绝的奋斗', '完成工程量的14%,一寸钢轨未铺', '1952年7月1日']

describe('what no recorded words carry', () => {
  test.each([
    ['前后有三万多名解放军和十万民工来修。', '【前后】有三万多名解放军和十万民工【来修】。'],
    ['工程只完成百分之十四。', '工程只完成百分之十四。'],
    ['工程只完成百分之四十一。', '工程只完成【百分之四十一】。'],
    ['一九五二年七月一日，民工20万。', '一九五二年七月一日，民工【20万】。'],
    ['1952年8月1日', '1952年【8】月1日'],
    ['5', '【5】'],
    ['八的一寸钢轨未铺', '【八】的一寸钢轨未铺'],
    ['没有铺一寸钢轨', '【没】有铺一寸钢轨'],
  ])('is marked: %s', (sentence, marked) => {
    expect(markUncarried(sentence, WORDS)).toBe(marked)
  })
  test('is nothing where the words stand in traditional characters', () => {
    expect(markUncarried('一手拿枪，一手拿镐', ['一手拿槍,一手拿鎬'])).toBe('一手拿枪，一手拿镐')
  })
  test('is put in brackets and otherwise left as it stood; a text carries itself', () => {
    const text = fc.array(fc.constantFrom(...'成渝铁路一二十百1952年月，。的了%AB', '3万')).map(it => it.join(''))
    fc.assert(
      fc.property(text, fc.array(text), (sentence, words) => {
        expect(markUncarried(sentence, words).replace(/[【】]/gu, '')).toBe(sentence)
        expect(markUncarried(sentence, [...words, sentence])).toBe(sentence)
      }),
    )
  })
})

test('a sentence stands on its footnotes and on the rows of what it cites', () => {
  const { corpus } = readTreeInMemory(sourcedTree())
  const doc = corpus.articles.find(({ at }) => at.file.endsWith('yida.md'))!.doc
  const said = uncarriedOf(doc, indexLedger(corpus)).join('\n')
  expect(said).toMatch(/^\d+\. .*【.+】/u)
  expect(said).toContain('    ttd：后来转到*嘉兴*南湖')
})

test('npm run feed:carried prints texts or entries, and says how it is used', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'carried-'))
  try {
    writeTree(root, sourcedTree())
    const run = async (...args: string[]) => {
      const lines: string[] = []
      return { code: await runCarried(args, root, line => lines.push(line)), lines }
    }
    const shelf = await run('--shelf', 'new-democratic')
    expect(shelf.code).toBe(0)
    expect(shelf.lines[0]).toMatch(/^# a-\d{4} \S.* {2}content\/articles\//u)
    const events = await run('--cards', 'events')
    expect(events.code).toBe(0)
    expect(events.lines.join('\n')).toContain('    dashiji#19210723：1921年7月23日')
    expect(await run()).toEqual({ code: 2, lines: [expect.stringContaining('用法：')] })
    expect((await run('a-9999')).code).toBe(2)
    expect((await run('--cards', 'terms')).code).toBe(2)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
