import { arabic } from './numerals'

/**
 * The form in which two wordings are compared: full and half width alike, numerals by value, no spaces, quotation marks or
 * punctuation. `“一二·九”运动` and `一二九运动` become equal; a decimal point and a per cent sign survive.
 */
export function comparable(text: string): string {
  return arabic(text.normalize('NFKC')).replace(/(?<=\d)\.(?=\d)|[\p{P}\p{S}\s]/gu, match =>
    match === '.' || match === '%' ? match : '',
  )
}

/** Whether a comparable text contains a comparable wording; a number is never found inside a longer number (3人 is not in 13人). */
export function containsWords(text: string, words: string): boolean {
  if (words === '') return false
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const before = text[from - 1] ?? ''
    const after = text[from + words.length] ?? ''
    const cutsBefore = /\d/u.test(words[0]!) && /[\d.]/u.test(before)
    const cutsAfter = /\d/u.test(words.at(-1)!) && /\d/u.test(after)
    if (!cutsBefore && !cutsAfter) return true
  }
  return false
}

/** Number of characters a reader reads: letters, digits and ideographs, no punctuation. */
export function countChars(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

export const withoutSpaces = (text: string): string => text.replace(/\s/gu, '')

/** What a text says itself: quotations are emptied, their marks stay. */
export const outsideQuotes = (text: string): string => text.replace(/“[^”]*”/gu, '“”')
