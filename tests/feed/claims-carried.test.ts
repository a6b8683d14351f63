import { claimsCarried, isRecord } from '../../scripts/feed/citations/claims-carried'
import { indexLedger } from '../../scripts/feed/corpus/ledger-index'
import { loadOf } from '../../scripts/feed/report/review-load'
import { secondSourceSection } from '../../scripts/feed/report/second-source'
import { readTreeInMemory } from './faults'
import { sourcedTree } from './sourced-tree'

const YIDA = 'content/articles/new-democratic/yida.md'

/** 中共一大’s text with one more sentence in it, and what that sentence’s footnotes say. */
function corpusWith(sentence: string, notes: string) {
  const tree = sourcedTree()
  tree[YIDA] = `${tree[YIDA]!.replace('。[^1][^2] ^e1', `。[^1][^2] ${sentence} ^e1`)}\n${notes}\n`
  return readTreeInMemory(tree).corpus
}
function claimsOf(sentence: string, notes: string) {
  const corpus = corpusWith(sentence, notes)
  const article = corpus.articles.find(({ value }) => value.id === 'a-0001')!
  return claimsCarried(article.doc, indexLedger(corpus)).map(({ kind, words, sources }) => [kind, words, sources])
}

describe('what carries a claim', () => {
  test.each([
    ['a count', '来了三十四人。[^8][^9]', '数字', '三十四人', '到会34人', '共三十四名'],
    ['a count in ten thousands', '来了8600人。[^8][^9]', '数字', '8600人', '共0.86万人', '到的有8600人'],
    [
      'a quotation, a source’s part of it too',
      '他说：“人都到齐了才开会。”[^8][^9]',
      '引语',
      '人都到齐了才开会。',
      '说人都到齊了才開會',
      '都到齐了才开会',
    ],
    [
      'an office',
      '来的还有党委书记[周恩来](person:zhou-enlai)。[^8][^9]',
      '职务',
      '来的还有党委书记周恩来',
      '党委书记到会',
      '书记也来了',
    ],
  ])('is each source whose words have it: %s', (_, sentence, kind, words, one, other) => {
    expect(claimsOf(sentence, `[^8]: dashiji ${one}\n[^9]: ttd ${other}`)).toContainEqual([
      kind,
      words,
      ['dashiji', 'ttd'],
    ])
    expect(claimsOf(sentence, `[^8]: dashiji ${one}\n[^9]: ttd 别的事情`)).toContainEqual([kind, words, ['dashiji']])
    expect(claimsOf(sentence, '[^8]: dashiji 别的事情\n[^9]: ttd 别的事情')).toContainEqual([kind, words, []])
  })
  test('is one source, however often it says so', () => {
    const claims = claimsOf('来了三十四人。[^8][^9]', '[^8]: ttd 到会34人\n[^9]: ttd 共34名')
    expect(claims).toContainEqual(['数字', '三十四人', ['ttd']])
  })
  test('dates, small numbers, names in quotation marks and people without an office are no claims', () => {
    const before = claimsOf('到会的人都来了。[^8]', '[^8]: ttd 到会')
    expect(claimsOf('1921年7月23日，两个人，“五四”，[周恩来](person:zhou-enlai)。[^8]', '[^8]: ttd 到会')).toEqual(
      before,
    )
  })
})

test('a record is told from somebody’s page by the file that it is kept in', () => {
  const { corpus } = readTreeInMemory(sourcedTree())
  const ttd = corpus.sources.find(({ value }) => value.id === 'ttd')!
  expect(isRecord(ttd)).toBe(false)
  expect(isRecord({ ...ttd, at: { ...ttd.at, file: 'content/sources/evening-news.yml' } })).toBe(true)
})

test('the report counts them by shelf: two sources, a page, none', () => {
  const report = secondSourceSection(
    corpusWith(
      '来了三十四人。[^8][^9] 走了三十五人。[^8] 剩下三十六人。[^8]',
      '[^8]: dashiji 到会34人，走35人\n[^9]: ttd 共34名',
    ),
  )
  const before = secondSourceSection(corpusWith('到会的人都来了。[^8]', '[^8]: ttd 到会'))
  const rowOf = (text: string) =>
    text
      .split('\n')
      .find(line => line.includes('| 数字 |'))!
      .split('|')
      .map(Number)
  const [, , , all, two, record, page, none] = rowOf(report).map((count, at) => count - rowOf(before)[at]!)
  expect([all, two, record! + page!, none]).toEqual([3, 1, 1, 1])
})

test('what there is to read counts words that stand there again once, and no punctuation', () => {
  const row = (sentence: string, words: string) => ({ sentence, words }) as Parameters<typeof loadOf>[0][number]
  expect(loadOf([row('开会。', '“会议开幕”\n“到会”'), row('散会。', '“会议开幕”')])).toEqual({
    rows: 2,
    characters: 10,
  })
})
