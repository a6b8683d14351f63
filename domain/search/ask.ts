import type { Ledger } from '../catalog/ledger'
import { type AnsweredEntry, type AnswerRow, type Card, cardsOf, entriesOf } from './answer-cards'
import { type Passage, passagesOf } from './answer-passages'
import { carriersOf } from './carries'
import type { SearchDocument } from './documents'
import { findWord } from './find'
import { lookUp } from './look-up'
import type { Sounds } from './pinyin'
import { plainForm } from './plain-form'
import type { NameTable } from './query'
import { readQuestion, type AskedKind } from './question'
import { contentWords, withLonger, type ContentWord } from './question-words'
import { LEDGER } from './search'

// 问总账: a question is answered by what the app holds already, word for word. Nothing is written for it, and what nothing
// carries is not answered.

export interface LedgerAnswer {
  kind: AskedKind
  /** What an answer has to speak of; marked in it. */
  words: ContentWord[]
  /** Names that were looked for instead of what was typed. */
  respelt: string[]
  /** Cards, the best first. */
  entries: AnsweredEntry[]
  passages: Passage[]
  /** Where nothing answers: what is nearest to the question. Not an answer. */
  related: SearchDocument[]
}

const RELATED = 3
/** What questions are put to, made once: `askable`. */
export interface Askable {
  documents: readonly SearchDocument[]
  texts: SearchDocument[]
  cards: Card[]
  ledger: Ledger
  names: NameTable
  /** Every name that the ledger knows, those of things that have no card of their own too; plain form. */
  known: string[]
  sounds: Sounds
}

/**
 * What questions can be put to.
 * @param ledger what stands on the cards of `documents`
 * @param sounds how characters are read; without them misspelt names find nothing
 */
export function askable(
  documents: readonly SearchDocument[],
  ledger: Ledger,
  names: NameTable,
  sounds: Sounds = new Map(),
): Askable {
  return {
    documents,
    texts: documents.filter(it => !LEDGER[it.kind]),
    cards: cardsOf(documents, ledger),
    ledger,
    names,
    known: [...new Set([...names.keys(), ...ledger.events.flatMap(it => it.names.map(plainForm))])],
    sounds,
  }
}

/** Answers a question from cards and texts. */
export function askLedger(from: Askable, question: string): LedgerAnswer {
  const asked = readQuestion(question)
  const words = withLonger(contentWords(asked.rest, from.documents, from.names, from.sounds), from.known)
  const answer: LedgerAnswer = {
    kind: asked.kind,
    words,
    respelt: words.filter(word => word.respelt).map(word => word.forms[0]!),
    entries: [],
    passages: [],
    related: [],
  }
  if (words.length === 0) return answer
  const carriers = carriersOf(asked, words, from.ledger)
  answer.entries = entriesOf(from.cards, asked, words, carriers)
  const [told] = answer.entries[0]?.rows ?? []
  // Beside what the card says stands only what says the same: a text may tell of another day in one breath.
  answer.passages = passagesOf(from.texts, asked, words, carriers).filter(
    ({ words: said }) => !told || agrees(told, said),
  )
  if (answer.entries.length + answer.passages.length === 0) answer.related = relatedTo(from, words)
  return answer
}

/** Whether a sentence has the figure, the day or the place of a card's line. */
function agrees({ value }: AnswerRow, sentence: string): boolean {
  const said = plainForm(sentence)
  const [day] = /\d+月\d+日/.exec(value) ?? /\d{4}年(?:\d+月)?/.exec(value) ?? []
  const [figure] = /[\d.]+/.exec(value) ?? []
  return findWord(said, plainForm(day ?? figure ?? value.slice(-2))) >= 0
}

/** The nearest things to a question that nothing answers: what it names. */
function relatedTo({ documents, names, sounds }: Askable, words: ContentWord[]): SearchDocument[] {
  const named = words.filter(word => word.name)
  if (named.length === 0) return []
  const { hits } = lookUp(documents, names, named.map(word => word.typed).join(' '), sounds)
  return hits.slice(0, RELATED).map(it => it.document)
}
