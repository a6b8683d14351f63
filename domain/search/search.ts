import type { Citing, DocumentKind, SearchDocument } from './documents'
import { countWord, findWord, isShortFor } from './find'
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

const PLACES: Record<HitPlace, number> = { title: 2000, ledger: 1000, body: 0 }
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

/**
 * All documents in which every word of the query is found, best first: titles, then what the ledger's names lead to (the
 * entry and the texts that are about it), then words of texts. A word may be found in a name and another in the text; the
 * hit then ranks as the lesser.
 */
export function search(documents: readonly SearchDocument[], words: readonly QueryWord[]): Hit[] {
  if (words.length === 0) return []
  const named = entriesNamed(documents, words)
  const hits: Hit[] = []
  for (const document of documents) {
    const met: Met[] = []
    for (let i = 0; i < words.length; i++) {
      const one = meet(document, words[i]!, named[i]!)
      if (!one) break
      met.push(one)
    }
    if (met.length === words.length) hits.push(hitOf(document, met))
  }
  return hits.sort(byScore)
}

/** How much more a word says that few documents have: of one that all have nothing is learnt. */
const rarity = (having: number, all: number) => Math.log(1 + all / having)
/** Of a word's worth, what a document has that only mentions it. */
const MENTIONED = 0.5
const SCALE = 3000
/** Who has less of the query's worth than this is about something else: 做法 alone is no answer to 红烧肉做法. */
const ENOUGH = 0.5

/**
 * Documents that have every word, as `search` finds them; when there are none, those that have most of the words, best first:
 * each word by its rarity, and by how well it is met there. Every document is looked through once for all words.
 */
export function searchMost(documents: readonly SearchDocument[], words: readonly QueryWord[]): Hit[] {
  const named = entriesNamed(documents, words)
  const having = words.map(() => 0)
  const some: { document: SearchDocument; met: (Met | undefined)[] }[] = []
  const all: Hit[] = []
  for (const document of documents) {
    const met = words.map((word, i) => meet(document, word, named[i]!))
    if (met.every(one => one === undefined)) continue
    met.forEach((one, i) => (having[i]! += one ? 1 : 0))
    some.push({ document, met })
    if (met.every(one => one !== undefined)) all.push(hitOf(document, met as Met[]))
  }
  if (all.length > 0) return all.sort(byScore)
  const worths = having.map(count => rarity(Math.max(count, 1), documents.length))
  const total = worths.reduce((sum, worth) => sum + worth, 0)
  return some
    .filter(({ met }) => worths.reduce((sum, worth, i) => sum + (met[i] ? worth : 0), 0) >= ENOUGH * total)
    .map(({ document, met }) => {
      const first = met.find(one => one !== undefined)!
      const score = met.reduce((sum, one, i) => sum + (one ? worths[i]! * how(one) : 0), 0)
      return { document, place: first.place, through: first.through, score }
    })
    .sort(byScore)
}

/** How well a word is met, `MENTIONED` to 1. */
const how = ({ score, place }: Met) => MENTIONED + ((1 - MENTIONED) * (score + PLACES[place])) / SCALE

const byScore = (a: Hit, b: Hit): number =>
  b.score - a.score ||
  (a.document.date < b.document.date ? -1 : a.document.date > b.document.date ? 1 : 0) ||
  (a.document.id < b.document.id ? -1 : 1)

/** For each word the ledger's entries that bear it in a name, with how well; an entry that more texts are about comes first. */
function entriesNamed(documents: readonly SearchDocument[], words: readonly QueryWord[]): Map<string, number>[] {
  const named = words.map(() => new Map<string, number>())
  for (const document of documents) {
    if (!LEDGER[document.kind]) continue
    for (let i = 0; i < words.length; i++) {
      const score = nameScore(document, words[i]!)
      if (score > 0) named[i]!.set(document.id, score)
    }
  }
  const renown = renownOf(documents, named)
  for (const scores of named) {
    scores.forEach((score, id) => {
      const more = renown.get(id)
      if (more !== undefined) scores.set(id, score + Math.min(more, 50))
    })
  }
  return named
}

/** How much the texts are about each of these entries. */
function renownOf(documents: readonly SearchDocument[], named: readonly Map<string, number>[]): Map<string, number> {
  const wanted = new Set<string>()
  for (const scores of named) scores.forEach((_, id) => wanted.add(id))
  const renown = new Map<string, number>()
  if (wanted.size === 0) return renown
  for (const { cites } of documents) {
    for (const { id, weight } of cites) if (wanted.has(id)) renown.set(id, (renown.get(id) ?? 0) + 5 * weight)
  }
  return renown
}

/** How a document has one word. */
interface Met {
  place: HitPlace
  /** Within the place. */
  score: number
  through?: Citing
}

function meet(document: SearchDocument, word: QueryWord, named: Map<string, number>): Met | undefined {
  const inLedger = LEDGER[document.kind]
  const name = inLedger ? (named.get(document.id) ?? 0) : nameScore(document, word)
  const body = bodyScore(document, word)
  const link = named.size === 0 ? NO_LINK : linkScore(document, named)
  if (name + body + link.score === 0) return undefined
  const score = Math.max(name, link.score) + body / 4
  if (name > 0) return { place: inLedger ? 'ledger' : 'title', score }
  return { place: link.about ? 'ledger' : 'body', score, through: link.citing }
}

function hitOf(document: SearchDocument, met: readonly Met[]): Hit {
  const place = met.map(one => one.place).reduce(lesser)
  const score = met.reduce((sum, one) => sum + one.score, 0) / met.length + PLACES[place]
  return { document, place, score, through: met.find(one => one.through)?.through }
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
function nameScore({ names, kind }: SearchDocument, { forms }: QueryWord): number {
  let best = 0
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!
    for (let k = 0; k < names.length; k++) {
      const name = names[k]!
      if (name.length < form.length) continue
      const at = findWord(name, form)
      if (at >= 0) {
        const whole = name.length === form.length ? 300 : at === 0 ? 120 : 60
        best = Math.max(best, whole + (100 * form.length) / name.length - (i > 0 ? 50 : 0) - (k > 0 ? 10 : 0))
      } else if (LEDGER[kind] && isShortFor(name, form)) best = Math.max(best, SHORT)
    }
  }
  return best
}

/** At most 180; a text that keeps coming back to the word is about it. */
function bodyScore({ plain }: SearchDocument, { forms }: QueryWord): number {
  let best = 0
  for (let i = 0; i < forms.length; i++) {
    const count = countWord(plain, forms[i]!, MOST)
    if (count > 0) best = Math.max(best, (i === 0 ? 20 : 10) + count * 20)
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
