import type { SearchDocument } from './documents'
import { findWord } from './find'
import { lookUp } from './look-up'
import type { Sounds } from './pinyin'
import type { NameTable, QueryWord } from './query'
import { bestLine, LEDGER, type Hit } from './search'

// 问总账: a question is answered by what the app holds already, word for word. Nothing is written for it.

/** Sentences of a text that speak of what was asked. */
export interface Passage {
  document: SearchDocument
  /** The sentence with the words, to land on. */
  line: string
  /** The same with its neighbours, as they stand in the text. */
  words: string
}

export interface LedgerAnswer {
  /** What was looked for, as it is compared. */
  words: QueryWord[]
  /** The question stands nowhere as a whole: these are answers for its words. */
  loosened: boolean
  /** Cards, the best first. */
  entries: Hit[]
  passages: Passage[]
}

/** More cards than these are a list, for which there is search. */
const ENTRIES = 2
const PASSAGES = 12
/** A card that is this much worse than the best is about something else. */
const AS_GOOD = 0.5

/**
 * Answers a question from cards and texts; both lists are empty when nothing speaks of it.
 * @param sounds how characters are read; without them pinyin and misspelt words find nothing
 */
export function askLedger(
  documents: readonly SearchDocument[],
  names: NameTable,
  question: string,
  sounds?: Sounds,
): LedgerAnswer {
  const { words, hits, loosened } = lookUp(documents, names, question, sounds)
  const cards = hits.filter(({ document }) => LEDGER[document.kind])
  const best = cards[0]?.score ?? 0
  return {
    words,
    loosened,
    entries: cards.filter(({ score }) => score >= best * AS_GOOD).slice(0, ENTRIES),
    passages: passagesOf(
      hits.filter(({ document }) => !LEDGER[document.kind]),
      words,
    ),
  }
}

/** What a card says that questions ask for; `figure` is a number with its own name. */
export type Asked = 'date' | 'place' | 'people' | 'figure'

const ASKED: [Asked, RegExp][] = [
  ['date', /哪一?[年月天日]|什么时候|何时|几[年月日号]/],
  ['place', /哪里|哪儿|在哪|什么地方|何地|何处/],
  ['people', /谁|哪[几些一]?[位个]?人|哪几?位/],
  ['figure', /多少|几[个人户名次岁万千百]/],
]

/** What a question asks for; when and where if it does not say. */
export function askedFor(question: string): Asked[] {
  const asked = ASKED.filter(([, words]) => words.test(question)).map(([what]) => what)
  return asked.length > 0 ? asked : ['date', 'place']
}

/** Whether a query is a question rather than a word to look for. */
export const isQuestion = (query: string): boolean =>
  /[?？吗呢]$|什么|为何|怎[么样]|如何/.test(query) || ASKED.some(([, words]) => words.test(query))

/** How many of the words stand in a text. */
const held = (plain: string, words: readonly QueryWord[]): number =>
  words.filter(word => word.forms.some(form => findWord(plain, form) >= 0)).length

/** From each text the sentence that has most of the words, at least half of them; who has more comes first. */
function passagesOf(hits: readonly Hit[], words: readonly QueryWord[]): Passage[] {
  const found: (Passage & { held: number })[] = []
  for (const hit of hits) {
    const { document } = hit
    const at = bestLine(hit, words)
    const line = document.lines[at]
    if (line === undefined) continue
    const count = held(document.plain.split('\n')[at] ?? '', words)
    // What cites the entry that was asked for speaks of it in other words.
    if (count * 2 < words.length && !hit.through) continue
    const from = Math.max(0, at - 1)
    found.push({ document, line, words: document.lines.slice(from, at + 2).join(''), held: count })
  }
  return found
    .map((it, place) => ({ it, place }))
    .sort((a, b) => b.it.held - a.it.held || a.place - b.place)
    .slice(0, PASSAGES)
    .map(({ it: { held: _held, ...passage } }) => passage)
}
