import { findWord } from './find'
import { plainForm, plainRange } from './plain-form'

/** A piece of a text; `hit` says that it is what was looked for. */
export interface Piece {
  text: string
  hit: boolean
}

/** Cuts a text into pieces with every occurrence of the words (in plain form) marked; overlapping ones become one. */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const plain = plainForm(text)
  const ranges: [number, number][] = []
  for (const word of words) {
    for (let at = findWord(plain, word); at >= 0; at = findWord(plain, word, at + 1)) {
      ranges.push(plainRange(text, at, at + word.length))
    }
  }
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const pieces: Piece[] = []
  let done = 0
  for (const [from, to] of ranges) {
    if (to <= done) continue
    const start = Math.max(from, done)
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false })
    const last = pieces[pieces.length - 1]
    if (last?.hit) last.text += text.slice(start, to)
    else pieces.push({ text: text.slice(start, to), hit: true })
    done = to
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false })
  return pieces
}

/** Before the first hit stay so many characters, so that it is in sight in a list. */
const LEAD = 18

/** At most `most` characters around the first hit, with dots where something was cut. */
export function excerpt(pieces: readonly Piece[], most: number): Piece[] {
  const found = pieces.findIndex(piece => piece.hit)
  const before = pieces.slice(0, Math.max(found, 0)).reduce((sum, piece) => sum + piece.text.length, 0)
  const total = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  const start = total <= most ? 0 : Math.max(0, Math.min(before - LEAD, total - most))
  const out: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const from = Math.max(start - at, 0)
    const to = Math.min(start + most - at, piece.text.length)
    if (to > from) out.push({ text: piece.text.slice(from, to), hit: piece.hit })
    at += piece.text.length
  }
  const [first, last] = [out[0], out[out.length - 1]]
  // In a piece that is there anyway: on WeChat every piece is a node that travels.
  if (start > 0) {
    if (first && !first.hit) first.text = `…${first.text}`
    else out.unshift({ text: '…', hit: false })
  }
  if (start + most < total) {
    if (last && !last.hit) last.text = `${last.text}…`
    else out.push({ text: '…', hit: false })
  }
  return out
}
