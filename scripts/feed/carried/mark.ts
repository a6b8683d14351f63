import { Converter } from 'opencc-js/t2cn'
import { EMPTY } from '../citations/support'
import { comparable } from '../text/comparable'
import { NUMERAL } from '../text/numerals'

/** Stored copies are often in traditional characters, texts never. */
const simplified = Converter({ from: 't', to: 'cn' })

/** A number with all its digits, or one character. */
const PIECE = new RegExp(`(?:百分之)?(?:,|${NUMERAL})+[%％]?|.`, 'gsu')

interface Piece {
  text: string
  /** As `comparable` writes it: empty for what is not read. */
  form: string
}

const piecesOf = (text: string): Piece[] => (text.match(PIECE) ?? []).map(it => ({ text: it, form: comparable(it) }))

const isNumber = ({ form }: Piece) => /\d/u.test(form)

/** Pairs of neighbours and numbers of several digits: what a sentence and its sources can share. */
function seenIn(words: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const line of words) {
    const pieces = piecesOf(simplified(line))
    pieces.forEach((piece, at) => {
      if (piece.form.length > 1 || pieces.length === 1) seen.add(piece.form)
      const next = pieces[at + 1]
      if (next) seen.add(pairOf(piece, next))
    })
  }
  return seen
}

const pairOf = (a: Piece, b: Piece) => `${a.form} ${b.form}`

/**
 * A sentence with 【】 round what none of the recorded words has: numbers by value, anything else by pairs of neighbouring
 * characters, so that other wordings are marked as well. A hint for the one who compares, no verdict.
 * @param words lines of source words, in simplified or traditional characters
 */
export function markUncarried(sentence: string, words: readonly string[]): string {
  const seen = seenIn(words)
  const pieces = piecesOf(sentence)
  const carried = pieces.map((piece, at) => {
    if (piece.form === '' || (!isNumber(piece) && EMPTY.test(piece.form))) return true
    // One piece alone has no neighbour to be a pair with.
    if (pieces.length === 1 || (piece.form.length > 1 && isNumber(piece))) return seen.has(piece.form)
    const [before, after] = [pieces[at - 1], pieces[at + 1]]
    return (!!before && seen.has(pairOf(before, piece))) || (!!after && seen.has(pairOf(piece, after)))
  })
  let marked = ''
  for (let at = 0; at < pieces.length;) {
    const from = at
    while (at < pieces.length && carried[at] === carried[from]) at++
    const text = pieces
      .slice(from, at)
      .map(it => it.text)
      .join('')
    // One character alone is a word that was put otherwise, most of the time.
    marked += carried[from] || (text.length === 1 && !/\d/u.test(text)) ? text : `【${text}】`
  }
  return marked
}
