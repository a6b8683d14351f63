import { coverageReader } from '../checks/coverage'
import { indexLedger } from '../corpus/ledger-index'
import type { Corpus, TextDoc, WithheldKind } from '../corpus/corpus'
import { share, table } from './table'

/** What stands on something that was opened, shelf by shelf and kind by kind. */
export function coverageSection(corpus: Corpus): string {
  return [
    '## 来源',
    '须有来源的句子：有日期、带单位的数字、职务、引语、“第一”“最”、因果（`scripts/feed/text/checkable.ts`）。有来源：句中引用了有来源的事件、人物，或有脚注。',
    textsTable(corpus),
    entriesTable(corpus),
  ].join('\n\n')
}

function textsTable(corpus: Corpus): string {
  const read = coverageReader(indexLedger(corpus))
  const count = (docs: readonly TextDoc[]) => {
    const sentences = docs.flatMap(read)
    return [sentences.filter(({ covered }) => covered).length, sentences.length] as const
  }
  const shelves = corpus.shelves?.value.shelves ?? []
  const rows = shelves.flatMap(({ id, title, sourced }) =>
    (['article', 'episode'] as const).map(kind => {
      const texts = (kind === 'article' ? corpus.articles : corpus.episodes).filter(({ value }) => value.shelf === id)
      const [covered, all] = count(texts.map(({ doc }) => doc))
      const withheld = corpus.withheld.filter(it => it.kind === kind && it.value.shelf === id)
      return [
        `${title}${sourced ? ' ✓' : ''}`,
        kind === 'article' ? '文章' : '文稿',
        texts.length,
        texts.filter(({ value }) => value.sources).length,
        withheld.length,
        all,
        share(covered, all),
        all - covered,
        withheld.reduce((sum, { doc }) => sum + (doc ? count([doc])[1] : 0), 0),
      ]
    }),
  )
  return table(['书架', '种类', '发布', '写明来源', '撤下', '须有来源的句子', '有来源', '还没有', '撤下的句子'], rows)
}

function entriesTable(corpus: Corpus): string {
  const kinds: [name: string, kind: WithheldKind, entries: readonly { sources?: unknown }[]][] = [
    ['事件', 'event', corpus.events.map(({ value }) => value)],
    ['人物', 'person', corpus.people.map(({ value }) => value)],
    ['名词', 'term', corpus.glossary.map(({ value }) => value)],
    ['日子条目', 'day', dayEntries(corpus)],
  ]
  const rows = kinds.map(([name, kind, entries]) => {
    const sourced = entries.filter(({ sources }) => sources).length
    return [
      name,
      entries.length,
      sourced,
      entries.length - sourced,
      corpus.withheld.filter(it => it.kind === kind).length,
    ]
  })
  const questions = corpus.withheld.filter(({ kind }) => kind === 'question').length
  return `${table(['种类', '发布', '有来源', '还没有', '撤下'], rows)}\n\n撤下的题目 ${questions} 道；打开过的来源 ${corpus.sources.length} 个。`
}

/** An entry with an event stands on what the event stands on. */
function dayEntries({ days, events }: Corpus): { sources?: unknown }[] {
  const sourced = new Set(events.flatMap(({ value }) => (value.sources ? [value.id] : [])))
  return days.flatMap(({ value }) =>
    value.entries.map(({ sources, basis, event }) => ({
      sources: sources ?? (basis === undefined && event !== undefined && sourced.has(event) ? [] : undefined),
    })),
  )
}
