/** Where texts are cut: sentences at what ends them, long ones at their pauses. Nothing is lost: the parts joined are the text. */

/** What closes after the stop belongs to the sentence that it closes. */
const CLOSING = '”’」』》）)"\''
const cutter = (stops: string) => new RegExp(`[^${stops}]*[${stops}]+[${CLOSING}]*|[^${stops}]+$`, 'g')

/** A reader stops at ；, a voice runs on through it and stops at …. */
const SENTENCE = { written: cutter('。！？；!?;'), spoken: cutter('。！？!?…') }

/** The sentences of a text with what ends them, as they are read or as a voice says them. */
export function cutSentences(text: string, as: keyof typeof SENTENCE = 'written'): string[] {
  return text.match(SENTENCE[as]) ?? []
}

/** How a sentence that is too long is divided. */
export interface Division {
  /** The marks at which it may be cut. */
  pauses: string
  /** No part is longer, but for one that has no pause. */
  longest: number
  /** Characters by default. */
  lengthOf?: (text: string) => number
}

/** A sentence in parts that are as long as they may be, each ending at a pause. */
export function divideAtPauses(sentence: string, { pauses, longest, lengthOf = it => it.length }: Division): string[] {
  if (lengthOf(sentence) <= longest) return [sentence]
  const parts: string[] = []
  for (const clause of sentence.match(cutter(pauses)) ?? []) {
    const last = parts[parts.length - 1]
    if (last !== undefined && lengthOf(last + clause) <= longest) parts[parts.length - 1] = last + clause
    else parts.push(clause)
  }
  return parts
}
