// Characters that say where a line may end and where it may not.

/** No line may end here; it has no width. */
export const JOINER = '\u2060'
/** A space that no line ends at. */
export const NO_BREAK = '\u00a0'
/** A line may end here; it has no width. */
export const MAY_END = '\u200b'

/** Characters: a longer word may be wider than a phone in the largest type, where words are as large as a title's. */
const LONGEST_WORD = 4

/**
 * Lengths of the words that a segmenter found, as {@link keepWords} takes them.
 * @param longest characters, nine at most; a longer word may be broken anywhere
 */
export function wordLengths(words: Iterable<{ segment: string }>, longest = LONGEST_WORD): string {
  return Array.from(words, ({ segment }) => {
    const { length } = Array.from(segment)
    return length <= longest ? String(length) : '1'.repeat(length)
  }).join('')
}

/**
 * The text with its words joined, so that lines end between them.
 * @param lengths of its words one after another, a digit each, in characters; undefined, or of another text, leaves it as it is
 */
export function keepWords(text: string, lengths: string | undefined): string {
  const letters = Array.from(text)
  const words: string[] = []
  let at = 0
  for (const length of lengths ?? '') {
    words.push(letters.slice(at, at + Number(length)).join(JOINER))
    at += Number(length)
  }
  return at === letters.length ? words.join('') : text
}
