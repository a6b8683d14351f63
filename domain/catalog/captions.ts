import { divideAtPauses } from '../text/sentences'
import type { SpokenLine } from './spoken-lines'

export interface Caption {
  text: string
  /** Seconds. */
  start: number
  end: number
}

const PAUSES = '，。；：、！？'
/** Characters of a caption: two lines of a phone held upright. */
const LONGEST = 32

/**
 * Sentences as captions: long ones are divided at their pauses, the time shared out by length.
 * @param longest characters of one, but where there is no pause to divide it at
 */
export function captionsOf(lines: readonly SpokenLine[], longest = LONGEST): Caption[] {
  return lines.flatMap(({ text, start, end }) => {
    const parts = divideAtPauses(text, { pauses: PAUSES, longest })
    let at = start
    return parts.map(part => {
      const from = at
      at += ((end - start) * part.length) / text.length
      return { text: part, start: from, end: at }
    })
  })
}
