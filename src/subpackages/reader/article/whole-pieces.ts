import { DOT } from '@/components/dot'
import { byUnits, inLine } from '@/components/line-breaks'
import { unbroken } from '@/platform/page/unbroken'

/** em: as wide as a line of small type is on the narrowest phone in the largest type. */
const NARROWEST = 7
const MIDDLE = ' · '

/**
 * Names and figures about one thing, with dots between them, for nodes of which each goes to the next line whole; what is wider
 * than a line is broken between its words.
 */
export function wholePieces(all: readonly string[]): string[] {
  const pieces = all.join(MIDDLE).split(MIDDLE)
  return pieces.map((piece, i) => {
    const whole = byUnits(inLine(piece))
    return unbroken(i < pieces.length - 1 ? `${whole}\u00a0·` : whole, NARROWEST)
  })
}

/** The same as bare words: on WeChat every node is sent, as with a row’s note. */
export const bareWords = (all: readonly string[]): string => inLine(all.join(DOT))
