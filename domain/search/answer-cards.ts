import { eventDate } from '../catalog/event-date'
import type { Ledger, LedgerEvent, LedgerPerson } from '../catalog/ledger'
import { formatFuzzyDate } from '../time/fuzzy-date'
import { BIRTH, DEATH } from './alike'
import { enough, has, weightOf } from './answer-words'
import type { Carriers } from './carries'
import type { SearchDocument } from './documents'
import { findWord } from './find'
import { plainForm } from './plain-form'
import type { Question } from './question'
import type { ContentWord } from './question-words'
import { LEDGER } from './search'

// What of the ledger answers a question: a line of a card, or its sentence.

/** A line of a card: 日期, 籍贯, or what a figure counts. */
export interface AnswerRow {
  name: string
  value: string
}

/** A card that answers. */
export interface AnsweredEntry {
  document: SearchDocument
  /** What stands on the card of what was asked; empty when its sentence says it. */
  rows: AnswerRow[]
  /** The card's own words, whole. */
  words: string
}

const ENTRIES = 2
/** A name is meant when the question has this much of its characters. */
const NAMED = 0.5
/** A second card this much worse than the best is about something else. */
const AS_GOOD = 0.8

/** A card as questions are held against it; plain form throughout. */
export interface Card {
  document: SearchDocument
  /** Names without the date, which is one of an event's. */
  names: string[]
  inNames: string
  /** Names and words. */
  own: string
  said: string
  words: string
  event?: LedgerEvent
  person?: LedgerPerson
  /** Who takes part in an event. */
  people: string[]
  /** Who and where, as lists and not in words. */
  beside: string
}

/** The cards of all entries among `documents`. @param ledger what stands on them */
export function cardsOf(documents: readonly SearchDocument[], ledger: Ledger): Card[] {
  const events = new Map(ledger.events.map(it => [it.id, it]))
  const people = new Map(ledger.people.map(it => [it.id, it]))
  const terms = new Map(ledger.glossary.map(it => [it.id, it]))
  return documents.flatMap<Card>(document => {
    if (!LEDGER[document.kind]) return []
    const [event, person, term] = [events.get(document.id), people.get(document.id), terms.get(document.id)]
    const words = document.kind === 'event' ? event?.summary : document.kind === 'person' ? person?.summary : term?.text
    if (words === undefined) return []
    const own = document.kind === 'event' ? document.names.slice(0, -1) : document.names
    const more =
      document.kind === 'event' ? [...event!.names.map(plainForm), plainForm(formatFuzzyDate(event!.date))] : []
    const said = plainForm(words)
    return {
      document,
      names: own,
      inNames: own.join('\n'),
      own: [...own, ...more, said].join('\n'),
      said,
      words,
      ...(document.kind === 'event' && { event }),
      ...(document.kind === 'person' && { person }),
      beside: document.kind === 'event' ? plainForm(event!.place ?? '') : '',
      people: document.kind === 'event' ? event!.people.flatMap(id => people.get(id)?.name ?? []) : [],
    }
  })
}

/** Says nothing in a name: 日本宣布无条件投降 is 日本投降. */
const SLIGHT = /宣布|无条件|成功|正式|胜利|颗|全部|中国|关于|的/g

/** How much of the best of the names the words have, 0 to 1; by somebody's name alone nothing else is named. */
function share(names: readonly string[], words: readonly ContentWord[], people: readonly string[] = []): number {
  let best = 0
  for (const whole of names) {
    const name = words.some(({ forms }) => forms.indexOf(whole) >= 0) ? whole : whole.replace(SLIGHT, '')
    if (
      name === '' ||
      words.every(({ forms }) => forms.every(form => findWord(name, form) < 0 || people.indexOf(form) >= 0))
    )
      continue
    const taken = new Array<boolean>(name.length).fill(false)
    for (const { forms } of words) {
      for (const form of forms) {
        const at = findWord(name, form)
        if (at >= 0) taken.fill(true, at, at + form.length)
      }
    }
    best = Math.max(best, taken.filter(Boolean).length / name.length)
  }
  return best
}

interface Ranked extends AnsweredEntry {
  score: number
}

/** Cards that answer, the best first. */
export function entriesOf(
  cards: readonly Card[],
  asked: Question,
  words: ContentWord[],
  carriers: Carriers,
): AnsweredEntry[] {
  const found = cards.flatMap(card => answerOf(card, asked, words, carriers) ?? [])
  found.sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1))
  const best = found[0]?.score ?? 0
  return found
    .filter(({ score }) => score >= best * AS_GOOD)
    .slice(0, ENTRIES)
    .map(({ document, rows, words: said }) => ({ document, rows, words: said }))
}

/** A line of the card answers better than a sentence on it. */
const BY_FIELD = 2
const BY_WORDS = 1

function answerOf(card: Card, asked: Question, words: ContentWord[], carriers: Carriers): Ranked | undefined {
  // A line may be about a figure that its words do not name.
  if (!words.some(word => has(card.own, word)) && !card.event?.figures.length) return undefined
  if (card.event) return ofEvent(card, card.event, asked, words, carriers)
  return card.person ? ofPerson(card, card.person, asked, words, carriers) : ofTerm(card, asked, words, carriers)
}

function ofEvent(
  card: Card,
  event: LedgerEvent,
  asked: Question,
  words: ContentWord[],
  carriers: Carriers,
): Ranked | undefined {
  const { inNames, own, said } = card
  const named = share(card.names, words, card.people)
  const clear = named + weightOf(words, word => has(inNames, word))
  const rows = rowsOf(card, event, asked, words, named)
  if (rows.length > 0) return rank(card, rows, BY_FIELD + clear)
  if (asked.kind === 'what' || asked.kind === 'words') {
    return named >= NAMED && enough(words, word => has(inNames, word)) ? rank(card, [], BY_WORDS + clear) : undefined
  }
  if (!enough(words, word => has(own, word)) || !words.some(word => has(said, word) || has(inNames, word)))
    return undefined
  return carriers.in(event.summary) ? rank(card, [], BY_WORDS + clear) : undefined
}

const rank = ({ document, words }: Card, rows: AnswerRow[], score: number): Ranked => ({ document, rows, words, score })

/** Lines of an event's card that answer. */
function rowsOf(
  { own, people, beside }: Card,
  event: LedgerEvent,
  asked: Question,
  words: ContentWord[],
  named: number,
): AnswerRow[] {
  const meant = named >= NAMED && enough(words, word => has(own, word))
  switch (asked.kind) {
    case 'when':
      if (/点/.test(asked.asking)) return meant ? event.figures.filter(it => /时|点/.test(it.value)).map(rowOf) : []
      return meant ? [{ name: '日期', value: eventDate(event) }] : []
    case 'where':
      return meant && event.place ? [{ name: '地点', value: event.place }] : []
    case 'who':
      return meant && named >= 1 && people.length > 0 && words.every(it => it.name)
        ? [{ name: '人物', value: people.join('、') }]
        : []
    case 'figure':
    case 'age':
      return figuresOf(event, asked, words, `${own}\n${beside}`, named)
    default:
      return []
  }
}

const rowOf = ({ what, value }: LedgerEvent['figures'][number]): AnswerRow => ({ name: what, value })

function figuresOf(event: LedgerEvent, asked: Question, words: ContentWord[], own: string, named: number): AnswerRow[] {
  const unit = asked.kind === 'age' ? /岁/ : asked.unit
  const fitting = event.figures.filter(({ what, value }) => {
    if (unit && !unit.test(value.replace(/^[约近不满余\d.一二三四五六七八九十百千万亿多两]+/, ''))) return false
    return enough(words, word => has(own, word) || has(plainForm(what + value), word))
  })
  const counted = fitting.filter(({ what, value }) => words.some(word => has(plainForm(what + value), word)))
  if (counted.length > 0) return counted.map(rowOf)
  return unit && named >= NAMED ? fitting.map(rowOf) : []
}

/** Words left of a question when somebody's name is taken out, for 他什么时候走的. */
const GONE = ['走', '没', '不在', '老']

function ofPerson(
  card: Card,
  person: LedgerPerson,
  asked: Question,
  words: ContentWord[],
  carriers: Carriers,
): Ranked | undefined {
  const mine = words.filter(word => word.name && word.forms.some(form => card.names.indexOf(form) >= 0))
  const others = words.filter(word => mine.indexOf(word) < 0)
  const called = mine.length > 0
  const rows = called ? ofLife(person, asked, others) : []
  if (rows.length > 0) return rank(card, rows, BY_FIELD + 2.1)
  if (asked.kind === 'what' || asked.kind === 'words' || (asked.kind === 'who' && called && others.length === 0)) {
    return called && others.length === 0 ? rank(card, [], BY_WORDS + 2.1) : undefined
  }
  if (!enough(words, word => has(card.said, word) || mine.indexOf(word) >= 0)) return undefined
  // Whose card it is answers who did what stands on it.
  if (asked.kind === 'who') return called ? undefined : rank(card, [], BY_WORDS + 1.8)
  return called && carriers.in(person.summary) ? rank(card, [], BY_WORDS + 1) : undefined
}

/** Lines of somebody's card: the ends of a life, where from, since when in an office. */
function ofLife(person: LedgerPerson, asked: Question, others: ContentWord[]): AnswerRow[] {
  const only = (list: readonly string[]) => others.length === 1 && list.indexOf(others[0]!.typed) >= 0
  if (asked.kind === 'where') {
    return person.native && others.length === 0 && /人|老家|家乡|籍贯|故乡/.test(asked.asking)
      ? [{ name: '籍贯', value: person.native }]
      : []
  }
  if (asked.kind !== 'when') return []
  if (
    person.died &&
    (only(DEATH) || only(GONE) || (others.length === 0 && /[走没老]了?的?$|不在了?的?$/.test(asked.rest)))
  ) {
    return [{ name: '去世', value: formatFuzzyDate(person.died) }]
  }
  if (person.born && only(BIRTH)) return [{ name: '出生', value: formatFuzzyDate(person.born) }]
  const held = others.filter(it => it.forms.indexOf('担任') < 0)
  return person.offices
    .filter(({ title }) => held.length > 0 && held.every(word => has(plainForm(title), word)))
    .map(({ title, from, to }) => ({
      name: title,
      value: `${formatFuzzyDate(from)}${to ? `至${formatFuzzyDate(to)}` : '起'}`,
    }))
}

function ofTerm(card: Card, asked: Question, words: ContentWord[], carriers: Carriers): Ranked | undefined {
  const named = share(card.names, words)
  if (asked.kind === 'what' || asked.kind === 'words') {
    return named >= 1 && enough(words, word => has(card.inNames, word))
      ? rank(card, [], BY_WORDS + named + 1.2)
      : undefined
  }
  if (named < NAMED || !carriers.in(card.words) || !enough(words, word => has(card.own, word))) return undefined
  return rank(card, [], BY_WORDS + named + 0.8)
}
