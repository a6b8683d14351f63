import { findWord } from './find'
import type { ContentWord } from './question-words'

/** Of a question's words, by their weight, what an answer may lack. */
const LACKING = 0.15

/** Whether a text in plain form speaks of the word. */
export const has = (plain: string, { forms, within = [] }: ContentWord): boolean =>
  forms.some(form => findOutside(plain, form, within) >= 0)

/** Where a word first stands that is not the beginning of one of `longer`. */
function findOutside(plain: string, word: string, longer: readonly string[]): number {
  let at = findWord(plain, word)
  while (at >= 0 && longer.some(name => plain.startsWith(name, at))) at = findWord(plain, word, at + word.length)
  return at
}

/** Whether what is lacking is little enough; a name or a number is never lacking. */
export function enough(words: readonly ContentWord[], covered: (word: ContentWord) => boolean): boolean {
  let [all, lacking] = [0, 0]
  for (const word of words) {
    all += word.weight
    if (covered(word)) continue
    if (word.name || /\d|^第|^头/.test(word.typed)) return false
    lacking += word.weight
  }
  return lacking <= LACKING * all
}

/** The part of the words' weight that is there. */
export function weightOf(words: readonly ContentWord[], there: (word: ContentWord) => boolean): number {
  const sum = (some: readonly ContentWord[]) => some.reduce((all, { weight }) => all + weight, 0)
  return sum(words.filter(there)) / sum(words)
}
