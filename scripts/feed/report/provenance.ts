import { citedShare, countClaims, lastYearOf } from '../checks/claims'
import { evidenceOf } from '../corpus/question-answer'
import type { Corpus } from '../corpus/corpus'
import { share, table } from './table'

interface Read {
  basis?: string | undefined
  sources?: readonly unknown[] | undefined
  checked?: unknown
  approved?: unknown
}

/** Written sources count before a basis; an item with neither stands on what it leans on. */
const basisOf = ({ sources, basis }: Read): string | undefined => (sources ? 'sources' : basis)

/** Where items come from and who has read them since. */
export function provenanceSection(corpus: Corpus): string {
  const basisById = new Map<string, string | undefined>(
    [...corpus.articles, ...corpus.events].map(({ value }) => [value.id, basisOf(value)]),
  )
  const read: [string, Read[]][] = [
    ['文章', corpus.articles.map(({ value }) => value)],
    ['节目', corpus.episodes.map(({ value }) => value)],
    [
      '题目',
      corpus.questions.map(({ value }) => ({
        ...value,
        basis: basisOf(value) ?? basisById.get(evidenceOf(value).article),
      })),
    ],
    [
      '日子条目',
      corpus.days.flatMap(({ value }) =>
        value.entries.map(entry => ({ ...entry, basis: basisOf(entry) ?? basisById.get(entry.event ?? '') })),
      ),
    ],
    ['事件', corpus.events.map(({ value }) => value)],
    ['人物', corpus.people.map(({ value }) => value)],
    ['名词', corpus.glossary.map(({ value }) => value)],
  ]
  const kinds = read.map(([name, items]): [string, Read[]] => [
    name,
    items.map(item => ({ ...item, basis: basisOf(item) })),
  ])
  const sources = new Map<string, number>()
  for (const { basis = 'recalled' } of kinds.flatMap(([, items]) => items))
    sources.set(basis, (sources.get(basis) ?? 0) + 1)
  return [
    '## 依据与审读',
    'recalled 是凭记忆写成；“opened” 是当天真的打开读过（sources 是写明了来源的）；题目随它的出处，日子随它的事件。checked 是机器复读过；approved 是有姓名的人逐句审校过。',
    table(
      ['种类', '总数', 'recalled', 'opened', 'checked', 'approved'],
      kinds.map(([name, items]) => [
        name,
        items.length,
        items.filter(({ basis }) => basis === 'recalled').length,
        items.filter(({ basis }) => basis !== undefined && basis !== 'recalled').length,
        items.filter(({ checked }) => checked).length,
        items.filter(({ approved }) => approved).length,
      ]),
    ),
    table(
      ['依据', '条数'],
      [...sources].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
    ),
  ].join('\n\n')
}

/** How many of the dated claims are citations of the ledger. */
export function claimsSection(corpus: Corpus): string {
  const { articles, episodes } = corpus
  const lastYear = lastYearOf(corpus)
  const counted = [...articles, ...episodes].map(({ at, doc }) => ({
    file: at.file,
    count: countClaims(doc, lastYear),
  }))
  const total = (items: readonly { doc: Parameters<typeof countClaims>[0] }[]) => {
    const counts = items.map(({ doc }) => countClaims(doc, lastYear))
    const cited = counts.reduce((sum, count) => sum + count.cited, 0)
    return share(cited, cited + counts.reduce((sum, { plain }) => sum + plain.length, 0))
  }
  const below = counted.filter(({ file, count }) => file.startsWith('content/articles/') && citedShare(count) < 0.95)
  return [
    '## 带日期的说法',
    `写成引文的：文章 ${total(articles)}，节目文稿 ${total(episodes)}（文稿可以不写引文）。低于 95% 的文章 ${below.length} 篇。`,
    ...(below.length === 0
      ? []
      : [
          table(
            ['文章', '引文', '没有写成引文的'],
            below.map(({ file, count }) => [
              file,
              count.cited,
              count.plain.map(({ text, line }) => `${text}（${line} 行）`).join('、'),
            ]),
          ),
        ]),
  ].join('\n\n')
}
