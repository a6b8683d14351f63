import type { SearchDocument } from './documents'
import { addressed, withoutAsking, type Person } from './everyday'
import { findWord } from './find'
import { difference, isLatin, spelling, type Sounds } from './pinyin'
import { plainForm } from './plain-form'
import { namesWithin, parseQuery, type NameTable, type QueryWord } from './query'
import { search, searchMost, type Hit } from './search'

export interface Answer {
  /** What was looked for. */
  words: QueryWord[]
  hits: Hit[]
  /** The query as typed stands nowhere; these are hits for what was probably meant. */
  loosened: boolean
}

const NOTHING: Sounds = new Map()
/** More names than these say that the letters tell nothing. */
const MOST_NAMES = 4
/** A question goes on; what it is about comes early. */
const MOST_WORDS = 6

/**
 * Answers a query as typed. When nothing has it: by names that are spelt so in pinyin or sound so, by whom it addresses; then
 * by what has most of its words, a question being asked without its asking words.
 * @param sounds how characters are read; without them pinyin and misspelt words find nothing
 */
export function lookUp(
  documents: readonly SearchDocument[],
  names: NameTable,
  query: string,
  sounds: Sounds = NOTHING,
): Answer {
  const people = peopleOf(documents)
  const words = parseQuery(query, names).map(word => withAddressed(word, people))
  const hits = search(documents, words)
  if (hits.length > 0 && !isLatin(query)) return { words, hits, loosened: false }
  const loose = loosened(documents, names, query, sounds)
  if (loose.hits.length > 0) return loose
  return { words, hits, loosened: false }
}

/** Whom a word addresses is one of its forms. */
function withAddressed(word: QueryWord, people: readonly Person[]): QueryWord {
  const called = addressed(word.typed, people)
  return called.length === 0 ? word : { ...word, forms: [...word.forms, ...called] }
}

function loosened(documents: readonly SearchDocument[], names: NameTable, query: string, sounds: Sounds): Answer {
  const known = isLatin(query) ? spelt(plainForm(query), documents, sounds) : []
  if (known.length > 0) {
    const words = [wordFor(plainForm(query), known)]
    return { words, hits: search(documents, words), loosened: true }
  }
  const parts = parseQuery(withoutAsking(query), names).flatMap(word => meant(word, documents, names, sounds))
  const words = parts.filter((it, i) => parts.findIndex(other => other.typed === it.typed) === i).slice(0, MOST_WORDS)
  const all = search(documents, words)
  return { words, hits: all.length > 0 ? all : searchMost(documents, words), loosened: true }
}

/** One word, by what it may stand for. */
function meant(word: QueryWord, documents: readonly SearchDocument[], names: NameTable, sounds: Sounds): QueryWord[] {
  if (names.has(word.typed) || word.forms.length > 1) return [word]
  if (documents.some(it => findWord(it.plain, word.typed) >= 0)) return [word]
  const similar = sounding(word.typed, documents, sounds)
  if (similar.length > 0) return [wordFor(word.typed, similar)]
  const within = namesWithin(word.typed, names)
  return within.length > 0 ? within : pairsOf(word)
}

const wordFor = (typed: string, known: readonly string[]): QueryWord => ({ typed, forms: [...known] })

const peopleOf = (documents: readonly SearchDocument[]): Person[] =>
  documents.flatMap(it => (it.kind === 'person' ? [{ name: it.names[0]!, card: it.plain }] : []))

const namesOf = (documents: readonly SearchDocument[]): Set<string> => {
  const all = new Set<string>()
  for (const { names } of documents) for (const name of names) all.add(name)
  return all
}

/** Names that letters spell, the whole ones and those by whole readings first. */
function spelt(letters: string, documents: readonly SearchDocument[], sounds: Sounds): string[] {
  const found = new Map<string, number>()
  namesOf(documents).forEach(name => {
    const how = spelling(name, letters, sounds)
    if (how && how.length > 1) found.set(name, (name.length - how.length) * 2 + how.initials)
  })
  return best(found)
}

/** Names, or parts of names, that sound as it does; and names of its length with one other character. */
function sounding(word: string, documents: readonly SearchDocument[], sounds: Sounds): string[] {
  const found = new Map<string, number>()
  if (word.length < 2) return []
  const mostForms = Math.ceil(word.length / 2)
  namesOf(documents).forEach(name => {
    for (let at = 0; at + word.length <= name.length; at++) {
      const differs = difference(word, name, at, sounds)
      if (!differs) continue
      const whole = word.length === name.length
      const alike = differs.sound === 0 ? differs.form <= mostForms : whole && word.length >= 4 && differs.form === 1
      if (alike) found.set(name.slice(at, at + word.length), differs.sound * 10 + differs.form)
    }
  })
  return best(found)
}

/** The names that cost least, and those that cost as little. */
function best(found: Map<string, number>): string[] {
  const ranked = [...found].sort((a, b) => a[1] - b[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
  return ranked.slice(0, MOST_NAMES).map(([name]) => name)
}

/** A word that stands nowhere as a whole: its characters two by two. */
function pairsOf(word: QueryWord): QueryWord[] {
  const { typed } = word
  if (typed.length < 3) return [word]
  return Array.from({ length: typed.length - 1 }, (_, i) => typed.slice(i, i + 2)).map(it => ({
    typed: it,
    forms: [it],
  }))
}
