/** Chinese and Arabic numerals, read by value so that 十三名, 13名 and 13人 can be compared. */

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const SECTIONS: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** A run of characters that may be one number: `8.6万`, `二万五千`, `一九二一`, `2万5千`. */
export const NUMERAL_RUN = /[\d〇零○一二两三四五六七八九十百千万亿][\d.〇零○一二两三四五六七八九十百千万亿]*/gu

const tidy = (value: number) => Math.round(value * 1e6) / 1e6

/** Value of a numeral run, or undefined when it is no number (`.`, `1.2.3`). */
export function numeralValue(run: string): number | undefined {
  const text = run.replace(/\.+$/u, '')
  if (/^\d+(\.\d+)?$/u.test(text)) return tidy(Number(text))
  const chars = [...text]
  if (chars.length > 1 && chars.every(char => Object.hasOwn(DIGITS, char))) {
    return Number(chars.map(char => DIGITS[char]).join(''))
  }
  let total = 0
  let section = 0
  let current: number | undefined
  for (const [token = ''] of text.matchAll(/\d+(?:\.\d+)?|[^\d]/gu)) {
    if (/^\d/u.test(token)) current = Number(token)
    else if (Object.hasOwn(DIGITS, token)) current = DIGITS[token]
    else if (Object.hasOwn(UNITS, token)) {
      // 十 alone is one ten, and so is the 十 of 二百零十.
      section += (current || 1) * UNITS[token]!
      current = undefined
    } else if (Object.hasOwn(SECTIONS, token)) {
      const below = section + (current ?? 0)
      // 亿 multiplies what stands before it as a whole (一万亿), 万 only its own section.
      if (token === '亿') total = (total + (below || (total ? 0 : 1))) * SECTIONS[token]!
      else total += (below || 1) * SECTIONS[token]!
      section = 0
      current = undefined
    } else return undefined
  }
  return tidy(total + section + (current ?? 0))
}

/** Replaces every numeral by its Arabic value. `百分之九十五` becomes `95%`. Expects NFKC text. */
export function arabic(text: string): string {
  return text
    .replace(/(\d),(?=\d{3})/gu, '$1')
    .replace(/百分之([\d.〇零○一二两三四五六七八九十百千万亿]+)/gu, '$1%')
    .replace(NUMERAL_RUN, run => {
      const value = numeralValue(run)
      return value === undefined || value > Number.MAX_SAFE_INTEGER ? run : String(value)
    })
}

/** Every number of a text by value, in order. */
export function numbersIn(text: string): number[] {
  const found = arabic(text.normalize('NFKC')).match(/\d+(?:\.\d+)?/gu) ?? []
  return found.map(Number)
}
