import { formatFuzzyDate } from '../time/format'
import type { Block, Catalog, EpisodeBody, ArticleBody, Ledger } from '../feed/types'
import { fold } from './fold'

export type DocumentKind = 'article' | 'episode' | 'event' | 'person' | 'term'

/** Something that can be found: its names, and its words sentence by sentence. */
export interface SearchDocument {
  id: string
  kind: DocumentKind
  title: string
  /** Folded title and other names; a hit in one of them is a hit on the thing itself. */
  names: string[]
  /** Sentences as they are read. */
  lines: string[]
  /** The same sentences folded, with line ends between: the haystack. */
  folded: string
  /** `YYYY…`, for the order of equals. */
  date: string
}

/** Sentences of a paragraph with what ends them. A quote that closes after the stop stays with its sentence. */
export function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？；\n]+[。！？；\n]*[”’」』》）]*|[。！？；]+/g) ?? [])
    .map(it => it.trim())
    .filter(it => it !== '')
}

function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.map(block =>
    block.kind === 'heading'
      ? block.text
      : block.spans.map(span => (typeof span === 'string' ? span : span[0])).join(''),
  )
}

function documentOf(
  id: string,
  kind: DocumentKind,
  title: string,
  date: string,
  names: string[],
  texts: string[],
): SearchDocument {
  const lines = texts.reduce<string[]>((all, text) => all.concat(sentencesOf(text)), [])
  return { id, kind, title, names: [title, ...names].map(fold), lines, folded: lines.map(fold).join('\n'), date }
}

/** Every article and episode by its title alone, before a body has been read. */
export function titleDocuments(catalog: Catalog): SearchDocument[] {
  return [
    ...catalog.articles.map(it => documentOf(it.id, 'article', it.title, it.date, [], [])),
    ...catalog.episodes.map(it => documentOf(it.id, 'episode', it.title, it.date, [], [])),
  ]
}

/** A document with its body's words: summary, text, and an article's key points. */
export function withBody(document: SearchDocument, body: ArticleBody | EpisodeBody): SearchDocument {
  const points = 'keyPoints' in body ? body.keyPoints : []
  return documentOf(
    document.id,
    document.kind,
    document.title,
    document.date,
    [],
    [...wordsOf(body.blocks), ...points, body.summary],
  )
}

/** Events, people and glossary terms. An event is also found by its date, place and people. */
export function ledgerDocuments(ledger: Ledger): SearchDocument[] {
  const nameOf = new Map(ledger.people.map(it => [it.id, it.name]))
  return [
    ...ledger.events.map(it =>
      documentOf(it.id, 'event', it.title, it.date, it.aliases, [
        it.summary,
        [formatFuzzyDate(it.date), it.place].filter(Boolean).join('，'),
        it.people
          .map(id => nameOf.get(id))
          .filter(Boolean)
          .join('、'),
        it.names.join('、'),
      ]),
    ),
    ...ledger.people.map(it =>
      documentOf(it.id, 'person', it.name, it.born ?? '', it.aliases, [
        it.summary,
        it.native ?? '',
        it.offices.map(office => office.title).join('、'),
      ]),
    ),
    ...ledger.glossary.map(it => documentOf(it.id, 'term', it.term, '', it.aliases, [it.text])),
  ]
}
