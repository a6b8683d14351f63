import { cutSentences } from '../../../domain/text/sentences'
import { personWords } from '../citations/card-words'
import type { LedgerIndex } from '../corpus/ledger-index'
import { markedOf, paragraphsOf, plainText, type Marked, type TextDoc } from '../corpus/corpus'
import { checkableBy, superlativesIn, type Checkable } from '../text/checkable'
import { comparable } from '../text/comparable'
import { numbersIn } from '../text/numerals'

/** A sentence of a text that needs a source ({@link checkableBy}). */
export interface CheckableSentence {
  text: string
  line: number
  reasons: Checkable[]
  /** A citation of a sourced event or person, or a footnote, stands in it. */
  covered: boolean
  /** Id of a cited event or person that could not be read: whether it is sourced is not known. */
  waitsFor?: string
}

export interface MarkedSentence {
  text: string
  line: number
  /** Ids of cited events and people, with their kind: `event zunyi-huiyi`. */
  cited: string[]
  /** Labels of the footnotes in it. */
  notes: string[]
}

/** The sentences of a paragraph with what is cited and marked in each. A mark after the full stop belongs to the sentence before it. */
export function sentencesIn({ spans, notes, line }: Marked & { line: number }): MarkedSentence[] {
  let from = 0
  return cutSentences(plainText(spans)).map(text => {
    const to = from + text.length
    const start = from
    from = to
    let at = 0
    const within = spans.filter(span => {
      const begins = at
      at += span.text.length
      return begins < to && at > start
    })
    return {
      text: text.trim(),
      line: within[0]?.line ?? line,
      cited: within.flatMap(span =>
        span.kind === 'event' || span.kind === 'person' ? [`${span.kind} ${span.id}`] : [],
      ),
      notes: notes.filter(note => note.at > start && note.at <= to).map(({ label }) => label),
    }
  })
}

/** Every sentence of a text, in its order, with its 为什么 lines and key points. */
export const sentencesOf = (doc: TextDoc): MarkedSentence[] => markedOf(doc).flatMap(sentencesIn)

/** A person's card says who they are: their dates, their offices, what they did. What they said stands in no card. */
const NO_CARD_SAYS: ReadonlySet<Checkable> = new Set(['引语', '最', '因果'])
const wordsOf = ({ sources = [] }: { sources?: readonly { words: string }[] | undefined }) =>
  sources.map(({ words }) => words)

/** Prepares the reading of texts: names of the ledger and what stands on sources are gathered once. */
export function coverageReader(index: LedgerIndex): (doc: TextDoc) => CheckableSentence[] {
  const names = [...index.people.values()]
    .flatMap(({ value }) => [value.name, ...value.aliases])
    .filter(name => name.length >= 2)
  const pattern = new RegExp(names.map(name => name.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')).join('|') || '(?!)', 'u')
  const sourced = new Set<string>()
  for (const [kind, items] of [
    ['event', index.events],
    ['person', index.people],
  ] as const)
    for (const [id, { value }] of items) if (value.sources) sourced.add(`${kind} ${id}`)

  const carriedByPeople = (text: string, reasons: readonly Checkable[], cited: readonly string[]) => {
    const people = cited.flatMap(key => index.people.get(key.replace(/^person /u, ''))?.value ?? [])
    if (people.length === 0 || reasons.some(reason => NO_CARD_SAYS.has(reason))) return false
    const said = new Set(people.flatMap(it => numbersIn([personWords(it), ...wordsOf(it)].join('\n'))))
    return numbersIn(text).every(number => number < 3 || said.has(number))
  }

  return doc => {
    const points = new Set<Marked>(doc.keyPoints)
    const body = comparable(
      paragraphsOf(doc)
        .map(({ spans }) => plainText(spans))
        .join('\n'),
    )
    return markedOf(doc).flatMap(part => {
      const sentences = sentencesIn(part)
      return sentences.flatMap((sentence, at) => {
        const { text, line, cited } = sentence
        const reasons = checkableBy(text, it => pattern.test(it))
        if (reasons.length === 0) return []
        const own =
          withQuotation(sentences, at).some(
            it => it.notes.length > 0 || it.cited.some(id => sourced.has(id) && id.startsWith('event ')),
          ) ||
          carriedByPeople(
            text,
            reasons,
            cited.filter(id => sourced.has(id)),
          )
        const waitsFor = cited.map(key => key.split(' ')[1]!).find(id => index.broken.has(id))
        const covered = own || (points.has(part) && repeats(text, body))
        return [{ text, line, reasons, covered, ...(waitsFor === undefined ? {} : { waitsFor }) }]
      })
    })
  }
}

/** A sentence, with those after it in which a quotation goes on that is open at its end: what marks its end marks all of it. */
export function withQuotation(sentences: readonly MarkedSentence[], at: number): readonly MarkedSentence[] {
  const said = sentences
    .slice(0, at + 1)
    .map(({ text }) => text)
    .join('')
  if (said.lastIndexOf('“') <= said.lastIndexOf('”')) return [sentences[at]!]
  const close = sentences.findIndex((it, later) => later > at && it.text.includes('”'))
  return close < 0 ? [sentences[at]!] : sentences.slice(at, close + 1)
}

/** A key point says again what the text has said: its numbers, its quotations, its 首次 and its 最高 stand there. */
function repeats(point: string, body: string): boolean {
  const said = new Set(numbersIn(body))
  const quotations = point.match(/“[^”]{4,}”/gu) ?? []
  return (
    numbersIn(point).every(number => said.has(number)) &&
    [...quotations, ...superlativesIn(point)].every(words => body.includes(comparable(words)))
  )
}
