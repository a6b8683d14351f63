import { cutSentences, divideAtPauses } from '../../../domain/text/sentences.ts'

/** Shorter than this the voice has no room for a sentence melody, so the sentence joins its neighbour. */
const SHORTEST = 8
/** A longer part would pass the model's 510 letters. */
const BREATH = { pauses: '，；：', longest: 70, lengthOf: length }

function length(text: string): number {
  return text.replace(/[^\p{Script=Han}\d]/gu, '').length
}

/**
 * Divides a paragraph at 。！？… (closing quotes stay with their sentence). Nothing is lost: the parts joined are the paragraph.
 * Very short sentences join the next one; sentences of more than 70 characters are divided at commas.
 */
export function sentencesOf(paragraph: string): string[] {
  const out: string[] = []
  for (const part of cutSentences(paragraph, 'spoken')) {
    const last = out.at(-1)
    if (last !== undefined && length(last) < SHORTEST && length(last + part) <= BREATH.longest)
      out[out.length - 1] = last + part
    else out.push(part)
  }
  const tail = out.at(-1)
  const before = out.at(-2)
  if (tail !== undefined && before !== undefined && length(tail) < SHORTEST && length(before + tail) <= BREATH.longest)
    out.splice(-2, 2, before + tail)
  return out.flatMap(sentence => divideAtPauses(sentence, BREATH))
}
