import { divideAtPauses } from '../text/sentences'
import type { SpokenLine } from './spoken-lines'

export interface Caption {
  text: string
  /** Seconds. */
  start: number
  end: number
}

/** Characters of a caption: two lines of a phone held upright. */
const CAPTION = { pauses: '，。；：、！？', longest: 32 }

/** Sentences as captions: long ones are divided at their pauses, the time shared out by length. */
export function captionsOf(lines: readonly SpokenLine[]): Caption[] {
  return lines.flatMap(({ text, start, end }) => {
    const parts = divideAtPauses(text, CAPTION)
    let at = start
    return parts.map(part => {
      const from = at
      at += ((end - start) * part.length) / text.length
      return { text: part, start: from, end: at }
    })
  })
}
