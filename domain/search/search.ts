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
const LEDGER: Record<DocumentKind, boolean> = { article: false, episode: false, event: true, person: true, term: true }
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
  const named = words.map(word => entriesNamed(documents, word))
  const hits: Hit[] = []
  for (const document of documents) {
    const hit = hitOf(document, words, named)
    if (hit) hits.push(hit)
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
 * Documents that have most of the words, best first: each word by its rarity, and by how well it is met there. For queries
 * that nothing has whole.
 */
export function searchMost(documents: readonly SearchDocument[], words: readonly QueryWord[]): Hit[] {
  const found = new Map<string, { hit: Hit; worth: number }>()
  let total = 0
  for (const word of words) {
    const hits = search(documents, [word])
    const worth = rarity(Math.max(hits.length, 1), documents.length)
    total += worth
    for (const hit of hits) {
      const score = worth * (MENTIONED + ((1 - MENTIONED) * hit.score) / SCALE)
      const known = found.get(hit.document.id) ?? { hit: { ...hit, score: 0 }, worth: 0 }
      known.hit.score += score
      known.worth += worth
      found.set(hit.document.id, known)
    }
  }
  return [...found.values()]
    .filter(({ worth }) => worth >= ENOUGH * total)
    .map(({ hit }) => hit)
    .sort(byScore)
}

const byScore = (a: Hit, b: Hit): number =>
  b.score - a.score ||
  (a.document.date < b.document.date ? -1 : a.document.date > b.document.date ? 1 : 0) ||
  (a.document.id < b.document.id ? -1 : 1)

/** The ledger's entries that bear the word in a name, with how well; an entry that more texts are about comes first. */
function entriesNamed(documents: readonly SearchDocument[], word: QueryWord): Map<string, number> {
  const scores = new Map<string, number>()
  for (const document of documents) {
    if (!LEDGER[document.kind]) continue
    const score = nameScore(document, word)
    if (score > 0) scores.set(document.id, score)
  }
  const renown = new Map<string, number>()
  for (const { cites } of documents) {
    for (const { id, weight } of cites) if (scores.has(id)) renown.set(id, (renown.get(id) ?? 0) + 5 * weight)
  }
  renown.forEach((more, id) => scores.set(id, scores.get(id)! + Math.min(more, 50)))
  return scores
}

function hitOf(
  document: SearchDocument,
  words: readonly QueryWord[],
  named: readonly Map<string, number>[],
): Hit | undefined {
  const inLedger = LEDGER[document.kind]
  let place: HitPlace = inLedger ? 'ledger' : 'title'
  let score = 0
  let through: Citing | undefined
  for (let i = 0; i < words.length; i++) {
    const name = inLedger ? (named[i]!.get(document.id) ?? 0) : nameScore(document, words[i]!)
    const body = bodyScore(document, words[i]!)
    const link = linkScore(document, named[i]!)
    if (name + body + link.score === 0) return undefined
    if (name === 0) {
      place = lesser(place, link.about ? 'ledger' : 'body')
      through ??= link.citing
    }
    score += Math.max(name, link.score) + body / 4
  }
  return { document, place, score: score / words.length + PLACES[place], through }
}

function lesser(a: HitPlace, b: HitPlace): HitPlace {
  return PLACES[a] < PLACES[b] ? a : b
}

/** What a text has of the entries that bear the word: the best of its citations. */
function linkScore(document: SearchDocument, named: Map<string, number>) {
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
function nameScore(document: SearchDocument, word: QueryWord): number {
  let best = 0
  word.forms.forEach((form, i) => {
    document.names.forEach((name, k) => {
      const at = findWord(name, form)
      if (at >= 0) {
        const whole = name.length === form.length ? 300 : at === 0 ? 120 : 60
        best = Math.max(best, whole + (100 * form.length) / name.length - (i > 0 ? 50 : 0) - (k > 0 ? 10 : 0))
      } else if (LEDGER[document.kind] && isShortFor(name, form)) best = Math.max(best, SHORT)
    })
  })
  return best
}

/** At most 180; a text that keeps coming back to the word is about it. */
function bodyScore(document: SearchDocument, word: QueryWord): number {
  let best = 0
  word.forms.forEach((form, i) => {
    const count = countWord(document.plain, form, MOST)
    if (count > 0) best = Math.max(best, (i === 0 ? 20 : 10) + count * 20)
  })
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
