import type { SpokenLine } from './spoken-lines'

export interface Caption {
  text: string
  /** Seconds. */
  start: number
  end: number
}

/** Characters of a caption: two lines of a phone held upright. */
const LONGEST = 32

/** Sentences as captions: long ones are divided at their pauses, the time shared out by length. */
export function captionsOf(lines: readonly SpokenLine[]): Caption[] {
  return lines.flatMap(({ text, start, end }) => {
    const parts = divide(text)
    let at = start
    return parts.map(part => {
      const from = at
      at += ((end - start) * part.length) / text.length
      return { text: part, start: from, end: at }
    })
  })
}

function divide(text: string): string[] {
  if (text.length <= LONGEST) return [text]
  const parts: string[] = []
  for (const clause of text.match(/[^，。；：、！？]*[，。；：、！？]+[”’」』》）]*|[^，。；：、！？]+$/gu) ?? [text]) {
    const last = parts[parts.length - 1]
    if (last !== undefined && last.length + clause.length <= LONGEST) parts[parts.length - 1] = last + clause
    else parts.push(clause)
  }
  return parts
}
