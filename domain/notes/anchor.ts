import { cutSentences } from '../text/sentences'

/** A passage by its words, with a little before and after (W3C TextQuoteSelector): an edit elsewhere does not lose it. */
export interface TextQuote {
  exact: string
  prefix: string
  suffix: string
}

export interface Passage {
  /** Index of the paragraph. */
  paragraph: number
  /** Character offsets in it. */
  start: number
  end: number
}

/** Characters kept on each side to tell two equal passages apart. */
const CONTEXT = 16

/** Describes characters `start` to `end` of a paragraph. */
export function quoteOf(paragraph: string, start: number, end: number): TextQuote {
  return {
    exact: paragraph.slice(start, end),
    prefix: paragraph.slice(Math.max(0, start - CONTEXT), start),
    suffix: paragraph.slice(end, end + CONTEXT),
  }
}

/**
 * Finds a quoted passage in today's paragraphs: every place with the exact words, the one whose surroundings agree best first.
 * @returns undefined when the words are gone
 */
export function locate(paragraphs: readonly string[], quote: TextQuote): Passage | undefined {
  let best: { passage: Passage; score: number } | undefined
  if (quote.exact === '') return undefined
  paragraphs.forEach((text, paragraph) => {
    for (let start = text.indexOf(quote.exact); start >= 0; start = text.indexOf(quote.exact, start + 1)) {
      const end = start + quote.exact.length
      const score = commonEnd(text.slice(0, start), quote.prefix) + commonStart(text.slice(end), quote.suffix)
      if (!best || score > best.score) best = { passage: { paragraph, start, end }, score }
    }
  })
  return best?.passage
}

function commonEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}

function commonStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/** The sentences of a paragraph by their offsets. */
export function sentencesOf(paragraph: string): { start: number; end: number }[] {
  let end = 0
  return cutSentences(paragraph).map(sentence => ({ start: end, end: (end += sentence.length) }))
}
