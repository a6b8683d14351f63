import { corpusOf, hasBit, someBit } from './corpus'
import type { SearchDocument } from './documents'
import type { QueryWord } from './query'
import { APART, byScore, hitOf, meet, PLACES, wantedIn, type Hit, type Met } from './search'

/** How much more a word says that few documents have: of one that all have nothing is learnt. */
const rarity = (having: number, all: number) => Math.log(1 + all / having)
/** Of a word's worth, what a document has that only mentions it. */
const MENTIONED = 0.4
const SCALE = 3000
/** Two characters may meet by chance where two words do: 取土 in 争取土地. */
const LONG = 3
/** A single character says less than a word does: it may be a part of another. */
const SINGLE = 0.5
/** Who has less of the query's worth than this is about something else: 做法 alone is no answer to 红烧肉做法. */
const ENOUGH = 0.5

/**
 * Documents that have every word in a name or through one, as `search` finds them; then those that have most of the words, best
 * first: each word by its rarity, and by how well it is met there. A text that happens to mention all of them is no better than
 * what bears the rarest in its name, and a text that mentions one of them does not answer: 鸡蛋 of 怎样炒鸡蛋. Every document is
 * looked through once for all words.
 * @param about of the words those that name what is asked about; whatever has one of them answers
 */
export function searchMost(
  documents: readonly SearchDocument[],
  words: readonly QueryWord[],
  about: readonly QueryWord[] = [],
): Hit[] {
  const corpus = corpusOf(documents)
  const wanted = wantedIn(corpus, words)
  const having = words.map(() => 0)
  const some: { document: SearchDocument; met: (Met | undefined)[] }[] = []
  const whole: Hit[] = []
  const toHave = needed(words)
  const somewhere = new Uint32Array(corpus.length)
  for (const { anywhere } of wanted) for (let k = 0; k < somewhere.length; k++) somewhere[k]! |= anywhere[k]!
  someBit(somewhere, at => {
    const document = documents[at]!
    const met = wanted.map(one => (hasBit(one.anywhere, at) ? meet(document, at, one) : undefined))
    if (met.every(one => one === undefined)) return false
    met.forEach((one, i) => (having[i]! += one ? 1 : 0))
    const all = toHave.map(i => met[i])
    const hit = all.length > 0 && all.every(one => one !== undefined) && hitOf(document, all as Met[])
    if (hit && hit.place !== 'body') whole.push(hit)
    else some.push({ document, met })
    return false
  })
  const telling = words.map(({ typed }) => typed.length > 1)
  const worths = having.map(
    (count, i) => rarity(Math.max(count, 1), documents.length) * (telling[i] || count === 0 ? 1 : SINGLE),
  )
  const fits = fitting(words, about, worths)
  const most = some
    .filter(({ met }) => fits(met))
    .map(({ document, met }) => {
      const first = met.find(one => one !== undefined)!
      const score = met.reduce((sum, one, i) => sum + (one ? worths[i]! * how(one) : 0), 0)
      return { document, place: first.place, through: first.through, score }
    })
  return [...whole.sort(byScore), ...most.sort(byScore)]
}

/** Which words a document has to have in names to have them all: single characters only order what has two words and more. */
function needed(words: readonly QueryWord[]): number[] {
  const all = words.map((_, i) => i)
  const telling = all.filter(i => words[i]!.typed.length > 1)
  return telling.length > 1 || (telling.length === 0 && words.length > 1) ? telling : all
}

/** Whether a document with some of the words answers them all. */
function fitting(
  words: readonly QueryWord[],
  about: readonly QueryWord[],
  worths: readonly number[],
): (met: readonly (Met | undefined)[]) => boolean {
  const enough = ENOUGH * worths.reduce((sum, worth) => sum + worth, 0)
  const length = words.reduce((sum, { typed }) => sum + typed.length, 0)
  return met => {
    if (words.length === 1 || met.some((one, i) => one && about.indexOf(words[i]!) >= 0)) return true
    // What has nothing of the subject has to bear a long word of the rest in its name.
    if (about.length > 0 && !met.some((one, i) => one && one.own > APART && words[i]!.typed.length >= LONG))
      return false
    if (worths.reduce((sum, worth, i) => sum + (met[i] ? worth : 0), 0) < enough) return false
    const telling = met.filter((one, i) => one && words[i]!.typed.length > 1)
    // 量子 alone does not answer 量子色动力学, of whose other characters each stands somewhere.
    return telling.length > 1 || telling.some(one => one!.place !== 'body' && 2 * one!.word.typed.length >= length)
  }
}

/** A name itself, not a part of one, is borne from this on. */
const WHOLE = 300

/** How well a word is met, `MENTIONED` to 1. */
const how = ({ score, place, own }: Met) =>
  own >= WHOLE ? 1 : MENTIONED + ((1 - MENTIONED) * (score + PLACES[place])) / SCALE
