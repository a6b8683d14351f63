import { corpusOf, hasBit, someBit, type Corpus } from './corpus'
import type { SearchDocument } from './documents'
import { fitting, MANY } from './fitting'
import { how, WHOLE, withLent } from './how-met'
import { inOneBreath, together } from './in-one-breath'
import type { QueryWord } from './query'
import { byScore, hitOf, meet, wantedIn, type Hit, type Met } from './search'

/** How much more a word says that few documents have: of one that all have nothing is learnt. */
const rarity = (having: number, all: number) => Math.log(1 + all / Math.max(having, 1))
/** What two words side by side add to what they say apart. */
const PHRASE = 0.3
/** A single character says less than a word does: it may be a part of another. */
const SINGLE = 0.5

interface Asked {
  /** Somebody is looked for. */
  wantsPerson?: boolean
  /** Something is asked about what `about` names. */
  isQuestion?: boolean
}

/** A document with some of the words: how it has each. */
interface Having {
  document: SearchDocument
  at: number
  met: (Met | undefined)[]
}

/** Every document that has one of the words or more, looked through once for all of them. */
function havingSome(corpus: Corpus, words: readonly QueryWord[]): Having[] {
  const wanted = wantedIn(corpus, words)
  const somewhere = new Uint32Array(corpus.length)
  for (const { anywhere } of wanted) for (let k = 0; k < somewhere.length; k++) somewhere[k]! |= anywhere[k]!
  const found: Having[] = []
  someBit(somewhere, at => {
    const document = corpus.documents[at]!
    const met = wanted.map(one => (hasBit(one.anywhere, at) ? meet(document, at, one) : undefined))
    if (met.some(one => one !== undefined)) found.push({ document, at, met })
    return false
  })
  return found
}

/** How many of them have each word. */
const countsOf = (all: readonly Having[], words: readonly QueryWord[]): number[] =>
  words.map((_, i) => all.filter(({ met }) => met[i]).length)

const scored = ({ document, met }: Having, score: number): Hit & Pick<Having, 'met'> => {
  const first = met.find(one => one !== undefined)!
  return { document, place: first.place, through: first.through, score, met }
}

const bare = ({ document, place, through, score }: Hit): Hit => ({ document, place, through, score })

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
  { wantsPerson = false, isQuestion = false }: Asked = {},
): Hit[] {
  const corpus = corpusOf(documents)
  const having = havingSome(corpus, words)
  const some: Having[] = []
  const whole: Hit[] = []
  const toHave = needed(words)
  for (const one of having) {
    const all = toHave.map(i => one.met[i])
    const hit = all.length > 0 && all.every(it => it !== undefined) && hitOf(one.document, all as Met[])
    if (hit && hit.place !== 'body') whole.push(hit)
    else some.push(one)
  }
  const telling = words.map(({ typed }) => typed.length > 1)
  const worths = countsOf(having, words).map(
    (count, i) =>
      rarity(count, documents.length) * (words[i]!.phrase ? PHRASE : telling[i] || count === 0 ? 1 : SINGLE),
  )
  const fits = fitting(words, about, worths)
  const isSubject = words.map(word => about.indexOf(word) >= 0)
  // Who mentions the subject is about another: 召开时有人谈起遵义会议.
  const only = isSubject.map(it => (it ? SUBJECT_MENTIONED : 1))
  const shares = some.map(({ document, met }) =>
    met.map((one, i) => (one ? how(one, document) * (one.place === 'body' ? only[i]! : 1) : 0)),
  )
  const lent = withLent(corpus, some, shares)
  const most = some.map((it, i) => {
    const { document, met } = it
    const isSubjects = isQuestion && met.some((one, k) => one && isSubject[k] && one.own >= WHOLE)
    const all = lent[i]!.reduce(
      (sum, share, k) => sum + worths[k]! * Math.max(share, isSubjects && !words[k]!.phrase ? IMPLIED : 0),
      0,
    )
    return scored(it, wantsPerson && document.kind === 'person' ? PERSON * all : all)
  })
  const answering = most.filter(({ met }) => fits(met))
  // Nothing has enough: what has two words in one breath is nearer than nothing.
  const near = answering.length + whole.length > 0 ? answering : most.filter(it => inOneBreath(it, words, worths))
  const ranked = near.sort(byScore)
  together(ranked, words, worths, isSubject)
  const kept = new Set(near)
  const isLong = about.length === 0 || words.filter(({ phrase }) => !phrase).length >= MANY
  const rest =
    near.length + whole.length > 0
      ? most.filter(it => !kept.has(it) && (isLong || it.met.some((one, i) => one && isSubject[i])))
      : []
  const sure = [...whole.sort(byScore), ...ranked.sort(byScore)]
  return [...sure, ...tail(rest, sure, worths)].map(bare)
}

/** Of so much of the words' worth one sentence or card has to tell. */
const PAIRED = 0.4

/** Only what has much of the words in one sentence or on one card. */
export function inOneBreathOf(documents: readonly SearchDocument[], words: readonly QueryWord[]): Hit[] {
  const some = havingSome(corpusOf(documents), words)
  const worths = countsOf(some, words).map(count => rarity(count, documents.length))
  return some
    .filter(it => inOneBreath(it, words, worths, PAIRED))
    .map(it => {
      const score = it.met.reduce((sum, one, i) => sum + (one ? worths[i]! * how(one, it.document) : 0), 0)
      return bare(scored(it, score))
    })
    .sort(byScore)
}

/** Somebody is looked for by what they are: their card before a text that says as much. */
const PERSON = 1.25

/** After what answers: what has less of the query, at most so many. */
const MOST_AFTER = 12
const LEAST_AFTER = 0.12

function tail(rest: Hit[], sure: readonly Hit[], worths: readonly number[]): Hit[] {
  if (sure.length >= MOST_AFTER) return []
  const least = LEAST_AFTER * worths.reduce((sum, worth) => sum + worth, 0)
  return rest
    .filter(({ score }) => score >= least)
    .sort(byScore)
    .slice(0, MOST_AFTER - sure.length)
}

/** What the card of the very thing that is asked about has of words that do not stand on it. */
const IMPLIED = 0.3
/** A mention of the subject, of one of another word. */
const SUBJECT_MENTIONED = 0.8
/** Which words a document has to have in names to have them all: single characters only order what has two words and more. */
function needed(words: readonly QueryWord[]): number[] {
  const all = words.map((_, i) => i).filter(i => !words[i]!.phrase)
  const telling = all.filter(i => words[i]!.typed.length > 1)
  return telling.length > 1 || (telling.length === 0 && words.length > 1) ? telling : all
}
