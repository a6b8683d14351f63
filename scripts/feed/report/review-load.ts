import type { Corpus } from '../corpus/corpus'
import { indexLedger } from '../corpus/ledger-index'
import { rowsOf, type ReviewRow } from '../review/rows'
import { countChars } from '../text/comparable'
import { median, table } from './table'

/** Characters that five minutes are enough for, read slowly and quickly: 300 and 400 a minute. */
const FIVE_MINUTES = [1500, 2000] as const

/** How much a person reads to clear an article: its sentences, and the words beside them when they stand there first. */
export function reviewLoadSection(corpus: Corpus): string {
  const index = indexLedger(corpus)
  const loads = corpus.articles.map(article => ({ shelf: article.value.shelf, ...loadOf(rowsOf(article, index)) }))
  const shelves = corpus.shelves?.value.shelves ?? []
  const rows = shelves.map(({ id, title }) =>
    rowOf(
      title,
      loads.filter(({ shelf }) => shelf === id),
    ),
  )
  return [
    '## 逐句审校一篇要看多少',
    `审校表（npm run review）里一篇文章的句子，加上旁边的来源原话（同一句原话只算头一回），不算标点。五分钟能看多少：一分钟三百字是 ${FIVE_MINUTES[0]} 字，四百字是 ${FIVE_MINUTES[1]} 字。没有人真的审校过，这是程序数的。`,
    table(
      ['书架', '篇数', '行数（中位）', '字数（中位）', ...FIVE_MINUTES.map(most => `${most} 字以内的`)],
      [...rows, rowOf('合计', loads)],
    ),
  ].join('\n\n')
}

interface Load {
  rows: number
  characters: number
}

const rowOf = (title: string, loads: readonly Load[]) => [
  title,
  loads.length,
  median(loads.map(({ rows }) => rows)),
  median(loads.map(({ characters }) => characters)),
  ...FIVE_MINUTES.map(most => loads.filter(({ characters }) => characters <= most).length),
]

/** What there is to read in the rows of one text. */
export function loadOf(rows: readonly ReviewRow[]): Load {
  const lines = new Set(rows.flatMap(({ words }) => words.split('\n')))
  const read = [...rows.map(({ sentence }) => sentence), ...lines]
  return { rows: rows.length, characters: read.reduce((sum, it) => sum + countChars(it), 0) }
}
