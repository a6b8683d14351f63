import { formatFuzzyDate } from '../time/fuzzy-date'
import type { DaysVolume } from '../catalog/calendar'
import type { Ledger } from '../catalog/ledger'
import type { Block, Catalog, EpisodeBody, ArticleBody, Span } from '../catalog/types'
import { plainText } from '../text/plain-text'
import { cutSentences } from '../text/sentences'
import { plainForm } from './plain-form'

export type DocumentKind = 'article' | 'episode' | 'event' | 'person' | 'term'

/** Something that can be found: its names, and its words sentence by sentence. */
export interface SearchDocument {
  id: string
  kind: DocumentKind
  title: string
  /** Title and other names in plain form; a hit in one of them is a hit on the thing itself. */
  names: string[]
  /** Sentences as they are read. */
  lines: string[]
  /** The same sentences in plain form, with line ends between: the haystack. */
  plain: string
  /** `YYYY…`, for the order of equals. */
  date: string
  /** The entries of the ledger that its words cite. */
  cites: Citing[]
}

export interface Citing {
  /** Id of the event, person or term. */
  id: string
  /** How much of the text is about it, above 0 to 1: the entry cited most often, or of the text's own date, weighs most. */
  weight: number
  /** The words with which it is cited first. */
  words: string
}

/** Sentences of a text with what ends them; a line end is an end. */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap(line => cutSentences(line))
    .map(it => it.trim())
    .filter(it => it !== '')
}

const paragraph = (spans: Span[]): Block => ({ kind: 'paragraph', spans })

function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.map(block => (block.kind === 'heading' ? block.text : plainText(block.spans)))
}

function documentOf(it: Omit<SearchDocument, 'names' | 'lines' | 'plain' | 'cites'>, names: string[], texts: string[]) {
  const lines = texts.reduce<string[]>((all, text) => all.concat(sentencesOf(text)), [])
  const all = [it.title, ...names].map(plainForm)
  return {
    ...it,
    names: all,
    lines,
    plain: lines.map(plainForm).join('\n'),
    cites: [] as Citing[],
  } satisfies SearchDocument
}

/** Names in a subject: 大渡河 and 泸定桥 of 强渡大渡河、飞夺泸定桥 · 1935年5月, and the whole. */
function namesInSubject(subject: string | undefined): string[] {
  if (!subject) return []
  const named = subject
    .split(/\s*·\s*/)
    .filter(part => !/^\d/.test(part))
    .flatMap(part => [part, ...part.split(/[、与和]/)])
    .map(part => part.trim())
    .filter(part => part.length > 1)
  return [...named, subject].filter((it, i, all) => all.indexOf(it) === i)
}

/** Every article and episode by its title alone, before a body has been read. */
export function titleDocuments(catalog: Catalog): SearchDocument[] {
  return [
    ...catalog.articles.map(({ id, title, subject, date }) =>
      documentOf({ id, kind: 'article', title, date }, namesInSubject(subject), []),
    ),
    ...catalog.episodes.map(({ id, title, subject, date }) =>
      documentOf({ id, kind: 'episode', title, date }, namesInSubject(subject), []),
    ),
  ]
}

/**
 * A document with its body's words: text, an article's key points, summary. `dateOf` is the ledger's date of an event;
 * undefined for anything else.
 */
export function withBody(
  document: SearchDocument,
  body: ArticleBody | EpisodeBody,
  dateOf: (id: string) => string | undefined,
): SearchDocument {
  const { id, kind, title, date } = document
  const points = 'keyPoints' in body ? body.keyPoints : []
  const why = 'why' in body && body.why ? body.why.map(({ spans }) => spans) : []
  const texts = [...wordsOf([...body.blocks, ...why.map(paragraph)]), ...points, body.summary]
  // Its other names were known by the lists already.
  return {
    ...documentOf({ id, kind, title, date }, [], texts),
    names: document.names,
    cites: citesOf(body.blocks, date, dateOf),
  }
}

/** What 党史上的今天 says of each event, in other words than its card has. */
export function dayTexts(months: readonly DaysVolume[]): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const { days } of months) {
    for (const { entries } of days) {
      for (const { event, text } of entries) if (event) texts.set(event, [...(texts.get(event) ?? []), text])
    }
  }
  return texts
}

/** An event with what the days say of it, after what its card has. */
export function withDays(document: SearchDocument, texts: ReadonlyMap<string, readonly string[]>): SearchDocument {
  const said = document.kind === 'event' ? texts.get(document.id) : undefined
  if (!said) return document
  const lines = said.flatMap(sentencesOf)
  return {
    ...document,
    lines: [...document.lines, ...lines],
    plain: [document.plain, ...lines.map(plainForm)].join('\n'),
  }
}

/** Of a text's weight for an entry, what its own date says; the rest is how often it is cited. */
const SAME_DATE = 0.6

function citesOf(blocks: readonly Block[], date: string, dateOf: (id: string) => string | undefined): Citing[] {
  const found = new Map<string, { kind: string; count: number; words: string }>()
  for (const block of blocks) {
    for (const span of block.kind === 'paragraph' ? block.spans : []) {
      if (typeof span === 'string' || span.length < 3) continue
      const [words, kind, id] = span as [string, string, string]
      const known = found.get(id)
      if (known) known.count += 1
      else if (kind !== 'article') found.set(id, { kind, count: 1, words })
    }
  }
  const most: Record<string, number> = {}
  found.forEach(({ kind, count }) => {
    most[kind] = Math.max(most[kind] ?? 0, count)
  })
  return [...found].map(([id, { kind, count, words }]) => ({
    id,
    words,
    weight: (1 - SAME_DATE) * (count / most[kind]!) + (date !== '' && dateOf(id) === date ? SAME_DATE : 0),
  }))
}

/** Events, people and glossary terms. An event's date is one of its names; it is also found by its place and people. */
export function ledgerDocuments(ledger: Ledger): SearchDocument[] {
  const nameOf = new Map(ledger.people.map(it => [it.id, it.name]))
  return [
    ...ledger.events.map(it =>
      documentOf(
        { id: it.id, kind: 'event', title: it.title, date: it.date },
        [...it.aliases, formatFuzzyDate(it.date)],
        [
          it.summary,
          [formatFuzzyDate(it.date), it.place].filter(Boolean).join('，'),
          it.people
            .map(id => nameOf.get(id))
            .filter(Boolean)
            .join('、'),
          it.names.join('、'),
        ],
      ),
    ),
    ...ledger.people.map(it =>
      documentOf({ id: it.id, kind: 'person', title: it.name, date: it.born ?? '' }, it.aliases, [
        it.summary,
        it.native ?? '',
        it.offices.map(office => office.title).join('、'),
      ]),
    ),
    ...ledger.glossary.map(it =>
      documentOf({ id: it.id, kind: 'term', title: it.term, date: '' }, it.aliases, [it.text]),
    ),
  ]
}
