const isDigit = (unit: string | undefined) => unit !== undefined && unit >= '0' && unit <= '9'

/**
 * Where a folded word first stands in a folded text, from `from` on, or -1. A number is never found inside a longer one:
 * 1月 is not in 11月, 1935 not in 19350.
 */
export function findWord(text: string, word: string, from = 0): number {
  if (word === '') return -1
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const cutBefore = isDigit(word[0]) && isDigit(text[at - 1])
    const cutAfter = isDigit(word[word.length - 1]) && isDigit(text[at + word.length])
    if (!cutBefore && !cutAfter) return at
  }
  return -1
}

/** How often a word stands in a text, none overlapping another; counting stops at `most`. */
export function countWord(text: string, word: string, most: number): number {
  let count = 0
  for (let at = findWord(text, word); at >= 0 && count < most; at = findWord(text, word, at + word.length)) count += 1
  return count
}
