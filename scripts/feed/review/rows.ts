import { openedWords, quotedAt, titleWords, type OpenedSource } from '../../../domain/catalog/opened-sources'
import { hold, seenIn, type Seen, type Stretch } from '../carried/mark'
import { sentencesIn, withQuotation, type MarkedSentence } from '../checks/coverage'
import { restsOn } from '../citations/rests-on'
import { openedSource } from '../compile/provenance'
import { indexLedger, type LedgerIndex } from '../corpus/ledger-index'
import { markedOf, type Corpus, type TextDoc, type Texted } from '../corpus/corpus'
import { lineAt } from '../problem'
import type { SourceUse } from '../schema/fields'
import { countsIn, superlativesIn } from '../text/checkable'
import { comparable, containsWords } from '../text/comparable'
import { NUMERAL } from '../text/numerals'
import { simplified } from '../text/simplified'

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
  /** The same in stretches, with what none of the sources' words has. */
  stretches: Stretch[]
  /** The sources' own words, one a line: the fewest that carry it. Of a key point, in which sentences the text has said it. */
  words: string
  /** What was opened and where, one a line, in full where the text first rests on it; and how many more words it rests on. */
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
      sentence === undefined ? [] : [{ part, sentence, line: lineAt(at, field), uses: [], people: [], names: [] }],
    ),
    ...markedOf(doc).flatMap(marked => {
      const sentences = sentencesIn(marked)
      return sentences.flatMap(({ text, line }, position) => {
        if (text === '') return []
        const said = withQuotation(sentences, position)
        const part = partOf.get(marked) ?? BODY
        return [{ part, sentence: text, line, ...carriers(doc, said, index), names: namesIn(said, index) }]
      })
    }),
  ]
  const body = rows.flatMap(({ part, sentence }, position) =>
    part === BODY ? [{ number: position + 1, sentence }] : [],
  )
  const reader = carryingReader()
  const firstAt = new Map<string, number>()
  return rows.map(({ uses, people, names, ...row }, position) => {
    const number = position + 1
    const own = { item: value.id, title: value.title, number, file: at.file, ...row }
    const all = [...uses, ...people]
    if (all.length === 0) return { ...own, stretches: [{ text: row.sentence, carried: true }], words: '', sources: '' }
    const read = reader(row.sentence)
    // A person's card has the person's name in every line of it: that carries nothing of what is told here.
    const unnamed = (line: string) => names.reduce((rest, name) => rest.replaceAll(name, '，'), line)
    const told = new Map(all.map(use => [use, uses.includes(use) ? lineOf(use) : unnamed(lineOf(use))]))
    const lines = all.map(lineOf)
    const above = row.part === BODY ? [] : (read.fewest(body, ({ sentence }) => sentence) ?? [])
    const said = above.map(it => it.sentence)
    if (above.length > 0 && above.length <= 3 && read.saysAll(said, [...told.values()]))
      return {
        ...own,
        stretches: read.stretches([...lines, ...said]),
        words: `见第 ${above.map(it => it.number).join('、')} 句`,
        sources: '',
      }
    const shown = read.fewest(all, use => told.get(use)!) ?? uses
    const opened = [...new Set(shown.map(({ id }) => id))].flatMap(id => {
      const source = index.sources.get(id)?.value
      return source ? [openedSource(source)] : []
    })
    const places = opened.map(source => {
      const first = firstAt.get(source.id) ?? number
      firstAt.set(source.id, first)
      return first === number ? inFull(source) : `${titleWords(source.title)}（见第 ${first} 句）`
    })
    const more = all.length - shown.length
    const sources = [...places, ...(more > 0 ? [`脚注和卡片另有 ${more} 句`] : [])].join('\n')
    return { ...own, stretches: read.stretches(lines), words: shown.map(lineOf).join('\n'), sources }
  })
}

const BODY = '正文'

/** What a sentence rests on, a quotation with all of it: its footnotes and events, and the cards of the people in it. */
function carriers(doc: TextDoc, sentences: readonly MarkedSentence[], index: LedgerIndex) {
  const once = (uses: readonly SourceUse[]) => [...new Map(uses.map(use => [`${use.id} ${use.words}`, use])).values()]
  const restOf = (is: (key: string) => boolean, notes: boolean) =>
    sentences.flatMap(it => restsOn(doc, { cited: it.cited.filter(is), notes: notes ? it.notes : [] }, index))
  const isPerson = (key: string) => key.startsWith('person ')
  const uses = once([...restOf(() => false, true), ...restOf(key => !isPerson(key), false)])
  const all = once([...uses, ...restOf(isPerson, false)])
  return { uses: all.slice(0, uses.length), people: all.slice(uses.length) }
}

/** Whom it names, by any of their names. */
const namesIn = (sentences: readonly MarkedSentence[], index: LedgerIndex): string[] =>
  sentences.flatMap(({ cited }) =>
    cited.flatMap(key => {
      const person = index.people.get(key.replace(/^person /u, ''))?.value
      return person ? [person.name, ...person.aliases] : []
    }),
  )

const DATED = new RegExp(`${NUMERAL}+[年月日]`, 'gu')

/** Wordings that one line has as a whole or has not: quotations, 首次, 最高, 八名, and the 10日 of 10月10日. */
const wholeIn = (sentence: string) =>
  [
    ...(sentence.match(/“[^”]{4,}/gu) ?? []),
    ...(sentence.match(DATED) ?? []),
    ...countsIn(sentence),
    ...superlativesIn(sentence),
  ].map(comparable)

/** A line as sentences are held against it. */
interface Line {
  seen: Seen
  form: string
}

/** Which pieces of a sentence a line has, and which of its {@link wholeIn}. */
interface Carried {
  pieces: boolean[]
  whole: boolean[]
}

/** Prepares the reading of a text's sentences: what is seen in a line is looked for once. */
function carryingReader() {
  const known = new Map<string, Line>()
  const lineRead = (line: string): Line => {
    const found = known.get(line) ?? { seen: seenIn(line), form: comparable(simplified(line)) }
    known.set(line, found)
    return found
  }
  return (sentence: string) => {
    const held = hold(sentence)
    const wholes = wholeIn(sentence)
    const carriedIn = (line: string): Carried => {
      const { seen, form } = lineRead(line)
      return { pieces: held.by(seen), whole: wholes.map(it => containsWords(form, it)) }
    }
    const stretches = (carriedBy: readonly Carried[]) => held.cut(carriedBy.map(({ pieces }) => pieces))
    /** How many characters no line has. */
    const leftBy = (carriedBy: readonly Carried[]) => {
      const loose = stretches(carriedBy).filter(({ carried }) => !carried)
      const whole = wholes.filter((_, at) => !carriedBy.some(line => line.whole[at]))
      return [...loose.map(({ text }) => text), ...whole].reduce((sum, text) => sum + text.length, 0)
    }
    return {
      stretches: (lines: readonly string[]) => stretches(lines.map(carriedIn)),
      /** Whether the first lines have all of the sentence that the second have, two characters included. */
      saysAll(first: readonly string[], second: readonly string[]): boolean {
        const [a, b] = [first.map(carriedIn), second.map(carriedIn)]
        const missed = held.cut([...a.map(({ pieces }) => pieces), anyOf(b.map(({ pieces }) => pieces)).map(it => !it)])
        return (
          missed.every(({ carried }) => carried) &&
          wholes.every((_, at) => a.some(({ whole }) => whole[at]) || !b.some(({ whole }) => whole[at]))
        )
      },
      /**
       * The fewest that carry what all of them carry, those with the most of it in the fewest words first: a second source says
       * the same again, and a card tells of more than one sentence. In their order.
       * @returns undefined where none carries anything
       */
      fewest<T>(from: readonly T[], toLine: (it: T) => string): readonly T[] | undefined {
        const all = from.map(it => ({ it, length: toLine(it).length, carried: carriedIn(toLine(it)) }))
        const leftOf = (some: typeof all) => leftBy(some.map(({ carried }) => carried))
        const least = leftOf(all)
        if (leftOf([]) === least) return undefined
        const chosen: typeof all = []
        while (leftOf(chosen) > least) {
          const before = leftOf(chosen)
          // A line to look at costs more than its characters.
          const worth = (it: (typeof all)[number]) => (before - leftOf([...chosen, it])) / (it.length + 8)
          chosen.push(all.reduce((best, it) => (worth(it) > worth(best) ? it : best)))
        }
        const needed = chosen.reduceRight((kept, it) => {
          const without = kept.filter(other => other !== it)
          return leftOf(without) > least ? kept : without
        }, chosen)
        return all.filter(it => needed.includes(it)).map(({ it }) => it)
      },
    }
  }
}

/** What at least one of them has. */
const anyOf = (lines: readonly (readonly boolean[])[]) => (lines[0] ?? []).map((_, at) => lines.some(line => line[at]))

const lineOf = ({ words, row }: SourceUse) => quotedAt(words, row)

const inFull = (source: OpenedSource) => [openedWords(source), source.address ?? source.file].filter(Boolean).join(' ')
