import { EMPTY } from '../citations/support'
import { comparable } from '../text/comparable'
import { NUMERAL } from '../text/numerals'
import { simplified } from '../text/simplified'

/** A number with all its digits, or one character. */
const PIECE = new RegExp(`(?:百分之)?(?:,|${NUMERAL})+[%％]?|.`, 'gsu')

interface Piece {
  text: string
  /** As `comparable` writes it: empty for what is not read. */
  form: string
}

const piecesOf = (text: string): Piece[] => (text.match(PIECE) ?? []).map(it => ({ text: it, form: comparable(it) }))

/** What a wording turns on where it is one character: it counts or denies. 一 is in too many words. */
const TURNS = /[\d〇零○二两三四五六七八九十廿百千万亿没未不无非]/u

const isNumber = ({ form }: Piece) => /\d/u.test(form)

/** Pairs of neighbours and numbers of several digits: what a sentence and its sources can share. */
export type Seen = ReadonlySet<string>

/** What is seen in one line of source words, in simplified or traditional characters. */
export function seenIn(line: string): Seen {
  const seen = new Set<string>()
  const pieces = piecesOf(simplified(line))
  pieces.forEach((piece, at) => {
    if (piece.form.length > 1 || pieces.length === 1) seen.add(piece.form)
    const next = pieces[at + 1]
    if (next) seen.add(pairOf(piece, next))
  })
  return seen
}

const pairOf = (a: Piece, b: Piece) => `${a.form} ${b.form}`

/** A stretch of a sentence that some line has, or none. */
export interface Stretch {
  text: string
  carried: boolean
}

/** A sentence that lines of words are held against: `by` tells of each of its pieces whether a line has it, `cut` joins them again. */
export interface Held {
  by: (seen: Seen) => boolean[]
  cut: (carriedBy: readonly (readonly boolean[])[]) => Stretch[]
}

/**
 * Holds a sentence against source words: numbers by value, anything else by pairs of neighbouring characters, so that other
 * wordings stand out as well.
 */
export function hold(sentence: string): Held {
  const pieces = piecesOf(sentence)
  const plain = pieces.map(piece => piece.form === '' || (!isNumber(piece) && EMPTY.test(piece.form)))
  const by = (seen: Seen) =>
    pieces.map((piece, at) => {
      // One piece alone has no neighbour to be a pair with.
      if (pieces.length === 1 || (piece.form.length > 1 && isNumber(piece))) return seen.has(piece.form)
      const [before, after] = [pieces[at - 1], pieces[at + 1]]
      return (!!before && seen.has(pairOf(before, piece))) || (!!after && seen.has(pairOf(piece, after)))
    })
  const cut = (carriedBy: readonly (readonly boolean[])[]) => {
    const carried = plain.map((it, at) => it || carriedBy.some(line => line[at]))
    const stretches: Stretch[] = []
    for (let at = 0; at < pieces.length;) {
      const from = at
      while (at < pieces.length && carried[at] === carried[from]) at++
      const text = pieces
        .slice(from, at)
        .map(it => it.text)
        .join('')
      // One character alone is a word that was put otherwise, most of the time; not where it counts or denies.
      stretches.push({ text, carried: carried[from]! || (text.length === 1 && !TURNS.test(text)) })
    }
    return stretches
  }
  return { by, cut }
}

/**
 * A sentence with 【】 round what none of the recorded words has ({@link hold}). A hint for the one who compares, no verdict.
 * @param words lines of source words, in simplified or traditional characters
 */
export function markUncarried(sentence: string, words: readonly string[]): string {
  const held = hold(sentence)
  return held
    .cut(words.map(line => held.by(seenIn(line))))
    .map(({ text, carried }) => (carried ? text : `【${text}】`))
    .join('')
}
