import type { DocumentKind, SearchDocument } from './documents'
import { countWord, findWord } from './find'
import type { QueryWord } from './query'

/** Where a document answers: on itself, or in its words. The order is that of the ranking. */
export type HitPlace = 'title' | 'ledger' | 'body'

export interface Hit {
  document: SearchDocument
  place: HitPlace
  score: number
}

const PLACES: Record<HitPlace, number> = { title: 2000, ledger: 1000, body: 0 }
const LEDGER: Record<DocumentKind, boolean> = { article: false, episode: false, event: true, person: true, term: true }
/** More occurrences than this say no more about a text. */
const MOST = 8

/**
 * All documents in which every word of the query is found, best first: titles, then the names of the ledger, then words of
 * texts. A word may be found in a name and another in the text; the hit then ranks as the lesser.
 */
export function search(documents: readonly SearchDocument[], words: readonly QueryWord[]): Hit[] {
  if (words.length === 0) return []
  const hits: Hit[] = []
  for (const document of documents) {
    const hit = hitOf(document, words)
    if (hit) hits.push(hit)
  }
  return hits.sort(
    (a, b) =>
      b.score - a.score ||
      (a.document.date < b.document.date ? -1 : a.document.date > b.document.date ? 1 : 0) ||
      (a.document.id < b.document.id ? -1 : 1),
  )
}

function hitOf(document: SearchDocument, words: readonly QueryWord[]): Hit | undefined {
  let named = true
  let score = 0
  for (const word of words) {
    const name = nameScore(document, word)
    const body = bodyScore(document, word)
    if (name === 0 && body === 0) return undefined
    if (name === 0) named = false
    score += name + body
  }
  const place: HitPlace = !named ? 'body' : LEDGER[document.kind] ? 'ledger' : 'title'
  return { document, place, score: score / words.length + PLACES[place] }
}

/** 0 when no name has the word; more for a whole name than for a part, less for another form than the one typed. */
function nameScore(document: SearchDocument, word: QueryWord): number {
  let best = 0
  word.forms.forEach((form, i) => {
    document.names.forEach((name, k) => {
      const at = findWord(name, form)
      if (at < 0) return
      const whole = name.length === form.length ? 300 : at === 0 ? 120 : 60
      const score = whole + (100 * form.length) / name.length - (i > 0 ? 60 : 0) - (k > 0 ? 20 : 0)
      best = Math.max(best, score)
    })
  })
  return best
}

/** At most 200, so that a text never outranks a name; a text that keeps coming back to the word is about it. */
function bodyScore(document: SearchDocument, word: QueryWord): number {
  let best = 0
  word.forms.forEach((form, i) => {
    const count = countWord(document.folded, form, MOST)
    if (count > 0) best = Math.max(best, (i === 0 ? 20 : 10) + count * 20)
  })
  return best
}

/** The sentence with the most of the words, the earliest of equals; -1 when only names match. Slow: for hits that are shown. */
export function bestLine(document: SearchDocument, words: readonly QueryWord[]): number {
  let best = -1
  let most = 0
  document.folded.split('\n').forEach((line, i) => {
    const count = words.filter(word => word.forms.some(form => findWord(line, form) >= 0)).length
    if (count > most) {
      most = count
      best = i
    }
  })
  return best
}
