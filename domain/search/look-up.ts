import { saidAs } from './alike'
import { besideEachOther } from './beside'
import { placesOf } from './corpus'
import type { SearchDocument } from './documents'
import {
  addressed,
  wantsPerson,
  withRoleApart,
  withoutAsking,
  withoutJoining,
  withoutQuestion,
  type Person,
} from './everyday'
import { namesOf, reordered, soundingNames, spelt } from './names-like'
import { difference, isLatin, spelling, type Sounds } from './pinyin'
import { plainForm } from './plain-form'
import { ownWords, wordsOf } from './own-words'
import { boundsOf, countAnew, cutAt } from './question-words'
import { parseQuery, spokenDates, type NameTable, type QueryWord } from './query'
import { metIn, search, type Hit } from './search'
import { inOneBreathOf, searchMost } from './search-most'

export interface Answer {
  /** What was looked for. */
  words: QueryWord[]
  hits: Hit[]
  /** The query as typed stands nowhere; these are hits for what was probably meant. */
  loosened: boolean
}

const NOTHING: Sounds = new Map()
/** Fewer mentions than these are no answer by themselves. */
const FEW = 3
const TELLING = /[\d一二三四五六七八九十百千万]/
/** A question goes on; of more words than these those that say least are left out. */
const MOST_WORDS = 8

/** The shortest part of a word that says something alone. */
const SHORTEST_PART = 3
const LONGEST_PART = 12
/** More names than these that begin so say that the beginning tells nothing. */
const MOST_BEGINNINGS = 6

/**
 * Answers a query as typed. When nothing has it: by names that are spelt so in pinyin or sound so, by whom it addresses; a
 * question by the names in it, its other words only ordering; then by what has most of its words, then by parts of them.
 * @param sounds how characters are read; without them pinyin and misspelt words find nothing
 */
export function lookUp(
  documents: readonly SearchDocument[],
  names: NameTable,
  query: string,
  sounds: Sounds = NOTHING,
): Answer {
  countAnew(documents)
  const known = peopleOf(documents)
  const words = parseQuery(query, names).map(word => withAddressed(word, known))
  const hits = search(documents, words)
  // A name typed in another order stands across two names of a list by chance.
  const turned =
    words.length === 1 && hits.every(it => it.place === 'body') ? reordered(words[0]!.typed, documents) : []
  if (turned.length > 0) {
    const meant = [wordFor(words[0]!.typed, turned)]
    const found = search(documents, meant)
    return { words: meant, hits: turned.length === 1 ? cardFirst(found, turned[0]!) : found, loosened: true }
  }
  if (hits.length > 0 && !isLatin(query)) {
    const called = words.length === 1 ? addressed(words[0]!.typed, known) : []
    if (called.length === 1) return { words, hits: cardFirst(hits, called[0]!), loosened: false }
    // One name with the words in it is not all there is, unless it is that name: 建设创新国家.
    // A number tells things apart: what lacks it is not meant.
    const isAll = TELLING.test(query) || words.some(({ typed }) => names.has(typed))
    if (hits.length < FEW && (!isAll || hits.every(it => it.place === 'body')))
      return withMore(words, hits, loosened(documents, names, query, sounds, true))
    return { words, hits, loosened: false }
  }
  const loose = loosened(documents, names, query, sounds)
  if (loose.hits.length > 0) return loose
  return { words, hits, loosened: false }
}

/** A few texts that only mention what was typed, then what was probably meant. */
function withMore(words: QueryWord[], hits: Hit[], loose: Answer): Answer {
  const known = new Set(hits.map(it => it.document))
  return {
    words: [...words, ...loose.words.filter(({ typed }) => words.every(it => it.typed !== typed))],
    hits: [...hits, ...loose.hits.filter(it => !known.has(it.document))],
    loosened: false,
  }
}

/** Whom a word addresses is one of its forms. */
function withAddressed(word: QueryWord, people: readonly Person[]): QueryWord {
  const called = addressed(word.typed, people)
  return called.length === 0 ? word : { ...word, forms: [...word.forms, ...called] }
}

/** Who is called by name or title is meant, before the texts about them. */
function cardFirst(hits: Hit[], name: string): Hit[] {
  const isCard = ({ document }: Hit) => document.kind === 'person' && document.names[0] === name
  return [...hits.filter(isCard), ...hits.filter(hit => !isCard(hit))]
}

/** @param beyond the words as typed stand somewhere; what else may be meant */
function loosened(
  documents: readonly SearchDocument[],
  names: NameTable,
  query: string,
  sounds: Sounds,
  beyond = false,
): Answer {
  const letters = plainForm(query)
  const known = isLatin(query) ? spelt(letters, [...namesOf(documents), ...names.keys()], sounds) : []
  if (known.length > 0) {
    // What people only say stands for the names it means.
    const written = new Set(namesOf(documents))
    const forms = known.flatMap(name => (written.has(name) ? [name] : (names.get(name) ?? [])))
    const words = [wordFor(letters, distinct(forms))]
    const how = spelling(known[0]!, letters, sounds)
    const whole = how?.length === known[0]!.length && how.initials === 0
    const hits = search(documents, words)
    return { words, hits: whole ? cardFirst(hits, known[0]!) : hits, loosened: true }
  }
  const asked = withRoleApart(withoutAsking(query))
  const about = subjectsOf(query, asked, documents, names, sounds)
  const rest = withoutAsking(withoutNames(withRoleApart(withoutQuestion(query)), about))
  const people = peopleOf(documents)
  const parts = withoutJoiningWords(parseQuery(rest, names), names)
    .map(word => withAddressed(word, people))
    .flatMap(word => meant(word, documents, names, sounds, beyond))
  const all = [...about, ...parts].filter((it, i, all) => all.findIndex(other => other.typed === it.typed) === i)
  const words = mostTelling(all, documents)
  const phrases = sideBySide(plainForm(query), words, documents)
  const hits = searchMost(documents, [...words, ...phrases], about, {
    wantsPerson: wantsPerson(asked) || wantsPerson(query),
    isQuestion: withoutQuestion(query) !== query,
  })
  if (hits.length > 0 && wantsPerson(asked)) return { words, hits: peopleFirst(documents, hits, words), loosened: true }
  if (hits.length > 0) return { words, hits, loosened: true }
  // Nothing has enough; then what has one of the names, though it be what people only say.
  const named = words.filter(({ typed }) => names.has(typed))
  const some = named.length > 0 && about.length === 0 ? searchMost(documents, words, named) : []
  if (some.length > 0) return { words, hits: some, loosened: true }
  // Words that somebody set apart are words, each of which is something to find: 抗美援朝 长津湖.
  const isApart = /\s/.test(query.trim())
  const each = isApart ? words.filter(({ typed }) => typed.length >= SHORTEST_PART) : []
  const any = each.length > 0 ? searchMost(documents, words, each) : []
  if (any.length > 0) return { words, hits: any, loosened: true }
  const beside = besideEachOther(words, plainForm(query), linesOfNames(documents))
  const joined = beside ? searchMost(documents, beside, about) : []
  if (joined.length > 0) return { words: beside!, hits: joined, loosened: true }
  const paired = isApart ? NO_ANSWER : byPairs(documents, plainForm(asked))
  return paired.hits.length > 0 ? paired : byParts(documents, parseQuery(asked, names))
}

/** The words that say most, in their order: names and longer ones before single characters. */
function mostTelling(words: readonly QueryWord[], documents: readonly SearchDocument[]): QueryWord[] {
  if (words.length <= MOST_WORDS) return [...words]
  const worth = ({ typed, forms }: QueryWord) => {
    const standing = Math.max(...forms.map(form => placesOf(documents, form, MOST_STANDING).length), 1)
    return typed.length === 1 ? 0 : Math.log(1 + documents.length / standing)
  }
  const ranked = words
    .map((word, i) => ({ word, i, worth: worth(word) }))
    .sort((a, b) => b.worth - a.worth || a.i - b.i)
  return ranked
    .slice(0, MOST_WORDS)
    .sort((a, b) => a.i - b.i)
    .map(({ word }) => word)
}
const MOST_STANDING = 200

/** Words that follow each other in the query and so in some text. */
function sideBySide(query: string, words: readonly QueryWord[], documents: readonly SearchDocument[]): QueryWord[] {
  const found: QueryWord[] = []
  for (const { typed: first } of words) {
    for (const { typed: second } of words) {
      const both = first + second
      if (first === second || query.indexOf(both) < 0 || words.some(it => it.typed === both)) continue
      if (standsIn(documents, both)) found.push({ typed: both, forms: [both], phrase: true })
    }
  }
  return found
}

/** A question without what it names, though it asks in the middle of it: 香港什么时候回归祖国. */
const withoutNames = (question: string, about: readonly QueryWord[]): string =>
  about.reduce(
    (left, { typed }) => (left.indexOf(typed) >= 0 ? left : plainForm(left)).split(typed).join(' '),
    question,
  )

/** Who has all words on the card, before the texts about them. */
function peopleFirst(documents: readonly SearchDocument[], hits: Hit[], words: readonly QueryWord[]): Hit[] {
  const cards = new Set(hits.flatMap(({ document }) => (document.kind === 'person' ? [document] : [])))
  const telling = words.filter(({ typed }) => typed.length > 1)
  for (const word of telling) {
    const met = metIn(documents, word, cards)
    cards.forEach(it => met.has(it) || cards.delete(it))
  }
  return [...hits.filter(it => cards.has(it.document)), ...hits.filter(it => !cards.has(it.document))]
}

/**
 * The things that a query names, of which an answer has one at least; its other words order. A question: names, else a good
 * part of one (抗美援朝 of 抗美援朝决策). Two words: the one that is a name. One word: the names in it (周总理 of 周总理去世).
 */
function subjectsOf(
  query: string,
  asked: string,
  documents: readonly SearchDocument[],
  names: NameTable,
  sounds: Sounds,
): QueryWord[] {
  const words = parseQuery(asked, names)
  if (asked === withRoleApart(query)) {
    const [first] = words
    if (words.length === 2) return words.filter(({ typed }) => names.has(typed))
    if (words.length !== 1) return []
    if (misspelt(first!.typed, documents, sounds).length > 0) return []
    const { named } = ownWords(first!.typed, documents, names, peopleOf(documents), sounds)
    return named.length > 0 ? named : partsOfNames(first!.typed, documents)
  }
  const people = peopleOf(documents)
  const { named, others } = ownWords(plainForm(spokenDates(withoutQuestion(query))), documents, names, people, sounds)
  const subjects = named.length > 0 ? named : words.flatMap(({ typed }) => partsOfNames(typed, documents))
  // What people only say (建国) tells when something was as often as what is asked about.
  const written = new Set(namesOf(documents))
  const own = subjects.filter(({ typed }) => written.has(typed) || !names.has(typed))
  return others.some(({ typed }) => typed.length > 1) ? own : subjects
}

/** Words without what only joins them to others, and none that does nothing else. */
function withoutJoiningWords(words: QueryWord[], names: NameTable): QueryWord[] {
  return words.flatMap(word => {
    if (names.has(word.typed)) return [word]
    const typed = withoutJoining(word.typed)
    return typed === '' ? [] : typed === word.typed ? [word] : parseQuery(typed, names)
  })
}

/**
 * The longest beginning of each word that stands anywhere: 枪杆子 of 枪杆子里出政权. Part of the words found beats nothing
 * found; but a beginning tells a thing apart, an end is shared with others (动力学 of 量子色动力学).
 */
function byParts(documents: readonly SearchDocument[], words: readonly QueryWord[]): Answer {
  const stands = (part: string) => standsIn(documents, part)
  const parts = words.map(({ typed }) => longestStart(withoutJoining(typed), stands)).filter(it => it !== '')
  const found = parts.map(part => wordFor(part, [part]))
  return { words: found, hits: searchMost(documents, found), loosened: true }
}

const NO_ANSWER: Answer = { words: [], hits: [], loosened: true }
/** Shorter than this a query has too few pairs of characters to tell by them. */
const SHORTEST_PAIRED = 6

/** Cut otherwise than its words are, a query may still have much of a card or a sentence: 上书 and 变法 of 公车上书变法. */
function byPairs(documents: readonly SearchDocument[], asked: string): Answer {
  const pairs = asked.length < SHORTEST_PAIRED ? [] : asked.split('').map((_, at) => asked.slice(at, at + 2))
  const words = distinct(pairs)
    .filter(it => it.length === 2 && withoutJoining(it) === it && standsIn(documents, it))
    .map(it => wordFor(it, [it]))
  // 动力 and 力学 are one thing, 动力学.
  const isTwo = ({ document: { plain } }: Hit) => {
    const places = words.filter(({ typed }) => plain.indexOf(typed) >= 0).map(({ typed }) => asked.indexOf(typed))
    return Math.max(...places) - Math.min(...places) > 1
  }
  const hits = words.length > 1 ? inOneBreathOf(documents, words).filter(isTwo) : []
  return { words, hits, loosened: true }
}

function longestStart(word: string, stands: (part: string) => boolean): string {
  let longest = ''
  for (let to = SHORTEST_PART; to <= word.length && stands(word.slice(0, to)); to++) {
    const part = word.slice(0, to)
    if (withoutJoining(part) === part && !NO_PART.test(part)) longest = part
  }
  return longest
}

/** One word, by what it may stand for. */
function meant(
  word: QueryWord,
  documents: readonly SearchDocument[],
  names: NameTable,
  sounds: Sounds,
  beyond: boolean,
): QueryWord[] {
  const { typed, forms } = word
  if (names.has(typed) || (forms.length > 1 && forms.some(form => standsIn(documents, form)))) return [word]
  const alike = saidAs(typed)
  if (alike.some(form => !(beyond && form === typed) && standsIn(documents, form))) return [wordFor(typed, alike)]
  const similar = misspelt(typed, documents, sounds)
  if (similar.length > 0) return [wordFor(typed, similar)]
  const { named, others } = ownWords(typed, documents, names, peopleOf(documents), sounds)
  if (named.length > 0) return [...named, ...others]
  const parts = partsOfNames(typed, documents)
  const rest = parts.reduce((left, part) => left.split(part.typed).join(' '), typed)
  const all = [...parts, ...wordsOf(rest, documents)]
  const better = all.find(it => isBetterPart(it.typed, all, documents))
  return better ? [better] : all.length > 0 ? all : [word]
}

/** The one word among single characters that is in names and longer than all of them: 瑞金 of 瑞金会意; a date is asked for as a whole. */
function isBetterPart(typed: string, all: readonly QueryWord[], documents: readonly SearchDocument[]): boolean {
  const others = all.filter(it => it.typed !== typed)
  return (
    !/\d/.test(typed) &&
    typed.length > Math.max(others.length, 1) &&
    others.every(it => it.typed.length === 1) &&
    linesOfNames(documents).indexOf(typed) >= 0
  )
}

/** Names that a word sounds like. What is all words of ours, none a single character, is none that sounds otherwise: 抗震精神 is no 抗洪精神. */
function misspelt(typed: string, documents: readonly SearchDocument[], sounds: Sounds): string[] {
  const similar = soundingNames(typed, documents, sounds)
  if (similar.length === 0) return similar
  const cut = cutAt(typed, documents)
  const isWellCut = cut.length > 0 && cut.every(it => it.length > 1 && standsIn(documents, it))
  const isLong = typed.length > SHORTEST_PART
  return similar.filter(name => !isWellCut || (isLong && difference(typed, name, 0, sounds)?.sound === 0))
}

const standsIn = (documents: readonly SearchDocument[], form: string): boolean =>
  placesOf(documents, form, 1).length > 0

/** All names, a line each. */
const nameLines = new WeakMap<readonly string[], string>()

function linesOfNames(documents: readonly SearchDocument[]): string {
  const names = namesOf(documents)
  const lines = nameLines.get(names) ?? `\n${names.join('\n')}\n`
  nameLines.set(names, lines)
  return lines
}

/** No part of a name: a date is asked for as a whole, what joins words is at no end of a name that is cut well, and 第一个 and 十四个 are of anything. */
const NO_PART =
  /[ \d]|第[一二三四五六七八九十]+.?$|^头一|^首[批次]|^[一二三四五六七八九十百千万两几]+[个次条项年天人名位]|^[的得了着]|[的得了着]$/

/**
 * The stretches of a word that are the beginning of a few names, or a good part of one, longest first, none overlapping:
 * 长津湖 of 冰雪长津湖. With what many names begin (第一个) nothing is told apart.
 */
function partsOfNames(typed: string, documents: readonly SearchDocument[]): QueryWord[] {
  const lines = linesOfNames(documents)
  const bounds = boundsOf(typed, documents)
  const found: string[] = []
  let rest = typed
  for (let length = Math.min(typed.length, LONGEST_PART); length >= SHORTEST_PART; length--) {
    for (let at = 0; at + length <= rest.length; at++) {
      const part = rest.slice(at, at + length)
      // 延安整 of 延安整顿作风 is a word and half of another.
      if (NO_PART.test(part) || !bounds.has(at) || !bounds.has(at + length)) continue
      if (bounds.has(at + 1) || bounds.has(at + length - 1)) continue
      const short = length === SHORTEST_PART
      const count = lines.split(short ? `\n${part}` : part).length - 1
      if (count === 0 || (short && count > MOST_BEGINNINGS)) continue
      found.push(part)
      rest = rest.slice(0, at) + ' '.repeat(length) + rest.slice(at + length)
    }
  }
  return found.map(it => wordFor(it, [it]))
}

const distinct = (all: readonly string[]): string[] => all.filter((it, i) => all.indexOf(it) === i)

const wordFor = (typed: string, known: readonly string[]): QueryWord => ({ typed, forms: [...known] })

const people = new WeakMap<readonly SearchDocument[], Person[]>()

/** Gathered once for the documents of a page, not once a query. */
function peopleOf(documents: readonly SearchDocument[]): Person[] {
  const known = people.get(documents)
  if (known) return known
  const all = documents.flatMap(it => (it.kind === 'person' ? [{ name: it.names[0]!, card: it.plain }] : []))
  people.set(documents, all)
  return all
}
