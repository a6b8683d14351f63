import type { Corpus } from './corpus'
import type { SearchDocument } from './documents'
import { LEDGER, PLACES, type Met } from './search'

/** Of a word's worth, what a document has that only mentions it. */
const MENTIONED = 0.4
const SCALE = 3000
/** A name itself, not a part of one, is borne from this on. */
export const WHOLE = 300

/** A text of so many characters says with one mention what a card says with half of one. */
const USUAL = 400

/** How well a word is met, above 0 to 1: in a name better than in a sentence, and there the better the more of the text it is. */
export function how({ score, place, own, count }: Met, { plain }: SearchDocument): number {
  if (own >= WHOLE) return 1
  if (place !== 'body') return MENTIONED + ((1 - MENTIONED) * (score + PLACES[place])) / SCALE
  const dense = count / (count + 0.3 + 0.7 * Math.min(plain.length / USUAL, 4))
  return 0.25 + 0.3 * dense
}

/** What an entry has of the words that the text about it has, and the other way round. */
const LENT = 0.5
/** From this weight on a text is about an entry more than about others. */
const MAINLY = 0.5

/** What each document has of each word, with what its text or entry lends it. */
export function withLent(
  { citing, documents }: Corpus,
  some: readonly { document: SearchDocument; at: number }[],
  shares: readonly number[][],
): number[][] {
  const places = new Map(some.map(({ at }, i) => [at, i]))
  const lent = shares.map(it => it.slice())
  some.forEach(({ document }, i) => {
    if (!LEDGER[document.kind]) return
    for (const { at, citing: one } of citing.get(document.id) ?? []) {
      const text = places.get(at)
      if (text === undefined || one.weight < MAINLY || documents[at] === undefined) continue
      shares[text]!.forEach((share, k) => {
        lent[i]![k] = Math.max(lent[i]![k]!, LENT * share)
        lent[text]![k] = Math.max(lent[text]![k]!, LENT * shares[i]![k]!)
      })
    }
  })
  return lent
}
