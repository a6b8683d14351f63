import { corpusOf, hasBit, mayHave, setBit, someBit, type Bits, type Corpus } from './corpus'
import type { Citing, DocumentKind, SearchDocument } from './documents'
import { countWord, findWord, isShortFor, standsApart } from './find'
import type { QueryWord } from './query'

/** Where a document answers, in the order of the ranking: on its title, through the ledger's names, in its words. */
export type HitPlace = 'title' | 'ledger' | 'body'

export interface Hit {
  document: SearchDocument
  place: HitPlace
  score: number
  /** The citation that led here, when the words themselves may not stand in the text. */
  through?: Citing
}

export const PLACES: Record<HitPlace, number> = { title: 2000, ledger: 1000, body: 0 }
/** Which documents are entries of the ledger, with a card of their own; the others are texts. */
export const LEDGER: Record<DocumentKind, boolean> = {
  article: false,
  episode: false,
  event: true,
  person: true,
  term: true,
}
/** More occurrences than this say no more about a text. */
const MOST = 8
/** A text is about an entry from this weight on; below it is a mention. */
const ABOUT = 0.35
/** A name with a little left out, against up to 400 for the name itself. */
const SHORT = 40
/** A name with the two parts of the word in it. */
export const APART = 30

/** A word, and where it may be met. */
export interface Wanted {
  word: QueryWord
  /** For each form the documents that have all of its characters. */
  places: (Bits | undefined)[]
  /** The ledger's entries that bear it in a name, with how well. */
  named: Map<string, number>
  /** The documents where it may stand, and those that cite one of `named`. */
  anywhere: Bits
}

/**
 * All documents in which every word of the query is found, best first: titles, then what the ledger's names lead to (the
 * entry and the texts that are about it), then words of texts. A word may be found in a name and another in the text; the
 * hit then ranks as the lesser.
 */
export function search(documents: readonly SearchDocument[], words: readonly QueryWord[]): Hit[] {
  if (words.length === 0) return []
  const corpus = corpusOf(documents)
  const wanted = wantedIn(corpus, words)
  const hits: Hit[] = []
  const everywhere = wanted[0]!.anywhere.slice()
  for (const { anywhere } of wanted) for (let k = 0; k < everywhere.length; k++) everywhere[k]! &= anywhere[k]!
  someBit(everywhere, at => {
    const met: Met[] = []
    for (const one of wanted) {
      const how = meet(documents[at]!, at, one)
      if (!how) return false
      met.push(how)
    }
    hits.push(hitOf(documents[at]!, met))
    return false
  })
  return hits.sort(byScore)
}

/** Which of some documents have a word. */
export function metIn(
  documents: readonly SearchDocument[],
  word: QueryWord,
  some: ReadonlySet<SearchDocument>,
): Set<SearchDocument> {
  const [wanted] = wantedIn(corpusOf(documents), [word])
  const met = new Set<SearchDocument>()
  someBit(wanted!.anywhere, at => {
    const document = documents[at]!
    if (some.has(document) && meet(document, at, wanted!)) met.add(document)
    return false
  })
  return met
}

/** For sorting: the higher score first, then the earlier date, then the id, so that the order is the same on every phone. */
export const byScore = (a: Hit, b: Hit): number =>
  b.score - a.score ||
  (a.document.date < b.document.date ? -1 : a.document.date > b.document.date ? 1 : 0) ||
  (a.document.id < b.document.id ? -1 : 1)

/** Each word with where it may be met, before any text is looked through. */
export function wantedIn(corpus: Corpus, words: readonly QueryWord[]): Wanted[] {
  return words.map(word => {
    const places = word.forms.map(form => mayHave(corpus, form))
    const anywhere = new Uint32Array(corpus.length)
    for (const bits of places) if (bits) for (let k = 0; k < anywhere.length; k++) anywhere[k]! |= bits[k]!
    const named = new Map<string, number>()
    someBit(anywhere, at => {
      const document = corpus.documents[at]!
      if (!LEDGER[document.kind]) return false
      const score = nameScore(document, at, word, places)
      if (score > 0) named.set(document.id, score)
      return false
    })
    // An entry that more texts are about comes first.
    named.forEach((score, id) => {
      const texts = corpus.citing.get(id)
      if (!texts) return
      const renown = texts.reduce((sum, { citing }) => sum + 5 * citing.weight, 0)
      named.set(id, score + Math.min(renown, 50))
      for (const { at } of texts) setBit(anywhere, at)
    })
    return { word, places, named, anywhere }
  })
}

/** How a document has one word. */
export interface Met {
  place: HitPlace
  /** Within the place. */
  score: number
  through?: Citing
  /** How well a name of its own bears it, 0 when none does. */
  own: number
  /** How often its sentences have it. */
  count: number
  word: QueryWord
}

/** How the document at place `at` of the list has one wanted word: in its names, in its sentences, or through the ledger; undefined when it has not. */
export function meet(document: SearchDocument, at: number, { word, places, named }: Wanted): Met | undefined {
  const inLedger = LEDGER[document.kind]
  const name = inLedger ? (named.get(document.id) ?? 0) : nameScore(document, at, word, places)
  const { score: body, count } = inSentences(document, at, word, places)
  const link = named.size === 0 ? NO_LINK : linkScore(document, named)
  if (name + body + link.score === 0) return undefined
  const score = Math.max(name, link.score) + body / 4
  if (name > 0) return { place: inLedger || name <= APART ? 'ledger' : 'title', score, own: name, count, word }
  return { place: link.about ? 'ledger' : 'body', score, through: link.citing, own: 0, count, word }
}

/** One row of the results, from how the document has each word. It stands where its weakest word does: title before ledger before text. */
export function hitOf(document: SearchDocument, met: readonly Met[]): Hit {
  const place = met.map(one => one.place).reduce(lesser)
  // An entry with all the words in its own name and little else is what was meant, before texts that it leads to.
  const named = met.length > 1 && met.every(one => one.own > APART) && isMostly(document, met)
  const score = met.reduce((sum, one) => sum + one.score, 0) / met.length + PLACES[named ? 'title' : place]
  return { document, place, score, through: met.find(one => one.through)?.through }
}

/** Whether the words are half of one of its names. */
function isMostly({ names }: SearchDocument, met: readonly Met[]): boolean {
  return names.some(name => {
    const covered = new Set<number>()
    for (const { word } of met) {
      for (const form of word.forms) {
        const at = findWord(name, form)
        for (let i = 0; at >= 0 && i < form.length; i++) covered.add(at + i)
      }
    }
    return covered.size * 2 >= name.length
  })
}

function lesser(a: HitPlace, b: HitPlace): HitPlace {
  return PLACES[a] < PLACES[b] ? a : b
}

interface Link {
  score: number
  citing?: Citing
  about: boolean
}
const NO_LINK: Link = { score: 0, about: false }

/** What a text has of the entries that bear the word: the best of its citations. */
function linkScore(document: SearchDocument, named: Map<string, number>): Link {
  let score = 0
  let citing: Citing | undefined
  for (const one of document.cites) {
    const here = (named.get(one.id) ?? 0) * one.weight
    if (here > score) {
      score = here
      citing = one
    }
  }
  return { score, citing, about: (citing?.weight ?? 0) >= ABOUT }
}

/** 0 when no name has the word; more for a whole name than for a part, less for another form than the one typed. */
function nameScore(
  { names, kind }: SearchDocument,
  at: number,
  { forms }: QueryWord,
  places: Wanted['places'],
): number {
  let best = 0
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!
    if (!places[i] || !hasBit(places[i]!, at)) continue
    for (let k = 0; k < names.length; k++) {
      const name = names[k]!
      if (name.length < form.length) continue
      const start = findWord(name, form)
      if (start >= 0) {
        const whole = name.length === form.length ? 300 : start === 0 ? 120 : 60
        best = Math.max(best, whole + (100 * form.length) / name.length - (i > 0 ? 50 : 0) - (k > 0 ? 10 : 0))
      } else if (LEDGER[kind] && isShortFor(name, form)) best = Math.max(best, SHORT)
      else if (standsApart(name, form)) best = Math.max(best, APART)
    }
  }
  return best
}

interface InSentences {
  /** At most 180; a text that keeps coming back to the word is about it. */
  score: number
  /** How often the form stands there that scores so. */
  count: number
}
const NOWHERE: InSentences = { score: 0, count: 0 }

/** How the sentences of a document have a word. */
function inSentences(
  { plain }: SearchDocument,
  at: number,
  { forms }: QueryWord,
  places: Wanted['places'],
): InSentences {
  let best = NOWHERE
  for (let i = 0; i < forms.length; i++) {
    if (!places[i] || !hasBit(places[i]!, at)) continue
    const count = countWord(plain, forms[i]!, MOST)
    const score = (i === 0 ? 20 : 10) + count * 20
    if (count > 0 && score > best.score) best = { score, count }
  }
  return best
}

/**
 * The sentence to show: the one with the most of the words, the earliest of equals; else the one that cites what led here;
 * -1 when only names match. Slow: for hits that are shown.
 */
export function bestLine(
  { document, through }: Pick<Hit, 'document' | 'through'>,
  words: readonly QueryWord[],
): number {
  let best = -1
  let most = 0
  document.plain.split('\n').forEach((line, i) => {
    const count = words.filter(word => word.forms.some(form => findWord(line, form) >= 0)).length
    if (count > most) {
      most = count
      best = i
    }
  })
  if (best >= 0 || !through) return best
  return document.lines.findIndex(line => line.indexOf(through.words) >= 0)
}
