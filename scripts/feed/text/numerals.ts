import { readNumeral } from '../../../domain/text/numerals'

/** What numbers are written with, for a pattern. */
export const NUMERAL = '[\\d.〇零○一二两三四五六七八九十廿百千万亿]'
/**
 * A run of characters that may be one number: `8.6万`, `二万五千`, `一九二一`. Not the numerals of cheques (伍, 陆), which are
 * surnames in these texts.
 */
const NUMERAL_RUN = new RegExp(`(?!\\.)${NUMERAL}+`, 'gu')
const PERCENT = new RegExp(`百分之(${NUMERAL}+)`, 'gu')

/** Replaces every numeral by its Arabic value. `百分之九十五` becomes `95%`. Expects NFKC text. */
export function arabic(text: string): string {
  return text
    .replace(/(\d),(?=\d{3})/gu, '$1')
    .replace(PERCENT, '$1%')
    .replace(NUMERAL_RUN, run => {
      const value = readNumeral(run)?.value
      return value === undefined || value > Number.MAX_SAFE_INTEGER ? run : String(value)
    })
}

/** Every number of a text by value, in order. */
export function numbersIn(text: string): number[] {
  const found = arabic(text.normalize('NFKC')).match(/\d+(?:\.\d+)?/gu) ?? []
  return found.map(Number)
}
