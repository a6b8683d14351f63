import { openedWords, quoted } from '../../../domain/catalog/opened-sources'
import { sentencesIn } from '../checks/coverage'
import { restsOn } from '../citations/rests-on'
import { openedSource } from '../compile/provenance'
import { indexLedger, type LedgerIndex } from '../corpus/ledger-index'
import { markedOf, type Corpus, type TextDoc, type Texted } from '../corpus/corpus'
import { lineAt } from '../problem'

/** A sentence as its reviewer reads it. */
export interface ReviewRow {
  /** `a-0001` */
  item: string
  title: string
  /** 题目, 摘要, 正文 … */
  part: string
  /** From 1 within its text: with the item, what the sentence is called. */
  number: number
  sentence: string
  /** The sources' own words, one a line. */
  words: string
  /** What was opened and where, one a line. */
  sources: string
  file: string
  line: number
}

type Text = Texted<{ id: string; title: string; subject?: string | undefined; summary: string; shelf: string }>

/** Every sentence of a shelf's articles and scripts, with what carries it. */
export function reviewRows(corpus: Corpus, shelf: string): ReviewRow[] {
  const index = indexLedger(corpus)
  const texts: Text[] = [...corpus.articles, ...corpus.episodes].filter(({ value }) => value.shelf === shelf)
  return texts.flatMap(text => rowsOf(text, index))
}

/** Every sentence of one text. */
export function rowsOf({ at, value, doc }: Text, index: LedgerIndex): ReviewRow[] {
  const head: [part: string, text: string | undefined, field: string][] = [
    ['题目', value.title, 'title'],
    ['所讲的事', value.subject, 'subject'],
    ['摘要', value.summary, 'summary'],
  ]
  const partOf = new Map<object, string>([
    ...doc.why.map(it => [it, `为什么·${it.label}`] as const),
    ...doc.keyPoints.map(it => [it, '要点'] as const),
  ])
  const rows = [
    ...head.flatMap(([part, sentence, field]) =>
      sentence === undefined ? [] : [{ part, sentence, line: lineAt(at, field), words: '', sources: '' }],
    ),
    ...markedOf(doc).flatMap(marked =>
      sentencesIn(marked)
        .filter(({ text }) => text !== '')
        .map(({ text, line, cited, notes }) => ({
          part: partOf.get(marked) ?? '正文',
          sentence: text,
          line,
          ...carriers(doc, cited, notes, index),
        })),
    ),
  ]
  return rows.map((row, at_) => ({ item: value.id, title: value.title, number: at_ + 1, file: at.file, ...row }))
}

/** What a sentence rests on: its footnotes, and what it cites of the ledger. */
function carriers(doc: TextDoc, cited: string[], notes: string[], index: LedgerIndex) {
  const uses = restsOn(doc, { cited, notes }, index)
  const once = [...new Map(uses.map(use => [`${use.id} ${use.words}`, use])).values()]
  const opened = [...new Set(once.map(({ id }) => id))].flatMap(id => {
    const source = index.sources.get(id)?.value
    if (!source) return []
    const { address, file } = openedSource(source)
    return [[openedWords(openedSource(source)), address ?? file].filter(Boolean).join(' ')]
  })
  return { words: once.map(({ words }) => quoted(words)).join('\n'), sources: opened.join('\n') }
}
