import { openedWords, quotedAt, titleWords, type OpenedSource } from '../../../domain/catalog/opened-sources'
import { markUncarried } from '../carried/mark'
import { sentencesIn, withQuotation, type MarkedSentence } from '../checks/coverage'
import { restsOn } from '../citations/rests-on'
import { openedSource } from '../compile/provenance'
import { indexLedger, type LedgerIndex } from '../corpus/ledger-index'
import { markedOf, type Corpus, type TextDoc, type Texted } from '../corpus/corpus'
import { lineAt } from '../problem'
import type { SourceUse } from '../schema/fields'

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
  /** The sources' own words, one a line: all of its footnotes', and of what it cites those that carry something of it. */
  words: string
  /** What was opened and where, one a line; in full where the text first rests on it. */
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
      sentence === undefined ? [] : [{ part, sentence, line: lineAt(at, field), words: '', opened: [] }],
    ),
    ...markedOf(doc).flatMap(marked => {
      const sentences = sentencesIn(marked)
      return sentences.flatMap(({ text, line }, position) => {
        if (text === '') return []
        const carried = carriers(doc, withQuotation(sentences, position), index)
        return [{ part: partOf.get(marked) ?? '正文', sentence: text, line, ...carried }]
      })
    }),
  ]
  const firstAt = new Map<string, number>()
  return rows.map(({ opened, ...row }, position) => {
    const number = position + 1
    const told = opened.map(source => {
      const first = firstAt.get(source.id) ?? number
      firstAt.set(source.id, first)
      return first === number ? inFull(source) : `${titleWords(source.title)}（见第 ${first} 句）`
    })
    return { item: value.id, title: value.title, number, file: at.file, ...row, sources: told.join('\n') }
  })
}

/** What a sentence rests on, a quotation with all of it: its footnotes, and what it cites of the ledger. */
function carriers(doc: TextDoc, sentences: readonly MarkedSentence[], index: LedgerIndex) {
  const said = sentences.map(({ text }) => text).join('')
  const once = (uses: readonly SourceUse[]) => [...new Map(uses.map(use => [`${use.id} ${use.words}`, use])).values()]
  const notes = once(sentences.flatMap(({ notes: labels }) => restsOn(doc, { cited: [], notes: labels }, index)))
  const all = once([...notes, ...sentences.flatMap(({ cited }) => restsOn(doc, { cited, notes: [] }, index))])
  const shown = telling(said, notes, all.slice(notes.length))
  const more = all.length - shown.length
  const opened = [...new Set(shown.map(({ id }) => id))].flatMap(id => {
    const source = index.sources.get(id)?.value
    return source ? [openedSource(source)] : []
  })
  return { words: [...shown.map(lineOf), ...(more > 0 ? [`所引的卡片另有 ${more} 句`] : [])].join('\n'), opened }
}

/** A card tells of more than one sentence: of its words those that carry what nothing before them has. All, where none does. */
function telling(said: string, notes: readonly SourceUse[], cards: readonly SourceUse[]): SourceUse[] {
  const shown = [...notes]
  let left = uncarried(said, shown)
  for (const use of cards) {
    const then = uncarried(said, [...shown, use])
    if (then >= left) continue
    shown.push(use)
    left = then
  }
  return shown.length > 0 ? shown : [...cards]
}

/** How many characters of a sentence no words have. */
const uncarried = (said: string, uses: readonly SourceUse[]): number =>
  (markUncarried(said, uses.map(lineOf)).match(/【[^】]*】/gu) ?? []).join('').length

const lineOf = ({ words, row }: SourceUse) => quotedAt(words, row)

const inFull = (source: OpenedSource) => [openedWords(source), source.address ?? source.file].filter(Boolean).join(' ')
