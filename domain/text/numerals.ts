/** Chinese numerals, plain (二) and as on cheques (贰), read in one place for questions, search and the compiler. */

const DIGITS: Record<string, number> = {}
const digitNames = ['零〇○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']
digitNames.forEach((names, value) => {
  for (const name of Array.from(names)) DIGITS[name] = value
})
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 廿: 20, 卅: 30, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const SECTIONS: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** Every character that is a digit, for a pattern. */
export const HAN_DIGITS = digitNames.join('')
/** Every character that multiplies, for a pattern. */
export const HAN_UNITS = Object.keys({ ...UNITS, ...SECTIONS }).join('')

/** What a run of numerals says. */
export interface Numeral {
  value: number
  /** Written as numbers are: 三十五 and 一亿二千万, not 三五十, a lone 万 or 百. */
  regular: boolean
}

/** `一九二一` → `1921`, digit by digit; other characters stay. */
export function hanToDigits(run: string): string {
  return run.replace(/./g, unit => String(DIGITS[unit] ?? unit))
}

/**
 * Reads a run of Chinese and Arabic numerals by value: `8.6万`, `二万五千`, `2万5千`, `一九二一`, `廿八`, `一万亿`.
 * @returns undefined when it is no number (`.`, `1.2.3`)
 */
export function readNumeral(run: string): Numeral | undefined {
  const text = run.replace(/\.+$/, '')
  if (text === '') return undefined
  if (/^\d+(\.\d+)?$/.test(text)) return { value: tidy(Number(text)), regular: true }
  const chars = Array.from(text)
  if (chars.length > 1 && chars.every(char => DIGITS[char] !== undefined))
    return { value: Number(hanToDigits(text)), regular: true }
  let regular = true
  let total = 0
  // What stands since the last 万 or 亿, and the digits that wait for their unit.
  let section = 0
  let digits: number | undefined
  let smallestUnit = Infinity
  let lastSection = 0
  const tokens = text.match(/\d+(?:\.\d+)?|[^\d]/g) ?? []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const digit = /^\d/.test(token) ? Number(token) : DIGITS[token]
    const unit = UNITS[token]
    const large = SECTIONS[token]
    if (digit !== undefined) {
      if (digits) regular = false
      digits = digit
    } else if (unit !== undefined) {
      // 百万 and 千亿 leave their 一 out.
      const bare = !digits && unit > 30 && !(i === 0 && /^[万亿]$/.test(tokens[1] ?? ''))
      if (bare || unit >= smallestUnit) regular = false
      // 十 alone is one ten, and so is the 十 of 二百零十.
      section += (digits || 1) * unit
      digits = undefined
      smallestUnit = unit
    } else if (large !== undefined) {
      const below = section + (digits ?? 0)
      const bare = below === 0 && (token === '万' || total === 0)
      if (bare || large === lastSection) regular = false
      // 亿 multiplies what stands before it as a whole (一万亿), 万 only its own section.
      if (token === '亿') total = (total + (below || (total ? 0 : 1))) * large
      else total += (below || 1) * large
      section = 0
      digits = undefined
      smallestUnit = Infinity
      lastSection = large
    } else return undefined
  }
  return { value: tidy(total + section + (digits ?? 0)), regular }
}

/** 8.6 × 10,000 is 86,000, also in binary. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6
