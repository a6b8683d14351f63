import { cutSentences } from '../../../domain/text/sentences'
import { comparable } from './comparable'
import { markedOf, plainText, type TextDoc } from '../corpus/corpus'

export interface Sentence {
  text: string
  line: number
}

/** The sentences of a text's paragraphs, 为什么 lines and key points. */
export function sentencesOf(doc: TextDoc): Sentence[] {
  return markedOf(doc).flatMap(({ spans, line }) =>
    cutSentences(plainText(spans)).map(text => ({ text: text.trim(), line })),
  )
}

/** Share of a sentence that stands in quotation marks: a famous saying may recur, a sentence of ours may not. */
export function quotedShare(sentence: string): number {
  const quoted = sentence.match(/[“「『《][^”」』》]*[”」』》]?/gu) ?? []
  return sentence.length === 0 ? 0 : quoted.join('').length / sentence.length
}

/** The form in which sentences are compared, or undefined when it is too short to be anyone's own. */
export function sentenceKey(sentence: string): string | undefined {
  const key = comparable(sentence)
  return key.length >= 12 ? key : undefined
}
