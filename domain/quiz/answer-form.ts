import type { Ledger } from '../catalog/ledger'
import { hanToDigits, HAN_DIGITS, HAN_UNITS, readNumeral } from '../text/numerals'

/** A name in answer form → other names of the same person, event or term. */
export type Aliases = Record<string, string[]>

const LARGE: Record<string, number> = { 万: 1e4, 亿: 1e8 }
const NUMERAL = new RegExp(`[0-9${HAN_DIGITS}${HAN_UNITS}]+`, 'g')
const HAN_POINT = new RegExp(`([${HAN_DIGITS}])[.·](?=[${HAN_DIGITS}])`, 'g')
const PERCENT = new RegExp(`百分之([0-9.${HAN_DIGITS}十百]+)`, 'g')
const DATE = /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?/g
/** ASCII and Chinese punctuation, brackets, quotes, spaces. */
const NOISE =
  /[\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00b7\u2010-\u206f\u3000-\u3004\u3008-\u303f\u30fb]/g
/** Marks that mean something between digits, held while the rest goes. */
const KEPT: [RegExp, string, string][] = [
  [/(\d)\.(?=\d)/g, '\ue000', '.'],
  [/(\d)-(?=\d)/g, '\ue001', '-'],
  [/(\d)%/g, '\ue002', '%'],
]

/**
 * A text in the form in which fill-ins are compared: half width, lower case, numbers in Arabic digits (一九二一 → 1921,
 * 二十八 → 28, 两万五千 → 25000, 百分之九十 → 90%), full dates alike (1921.7.1), no spaces, quotes, book marks or
 * punctuation, but for a point or dash between digits. Made for the phone: no lookbehind, no property classes, which
 * older iPhones refuse; the compiler has its own in scripts/feed/text.
 */
export function answerForm(text: string): string {
  let out = Array.from(text)
    .map(halfWidth)
    .join('')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(HAN_POINT, '$1')
    .replace(PERCENT, '$1%')
    .replace(/(\d+\.\d+)([万亿])/g, (_, n: string, unit: string) => String(Math.round(Number(n) * LARGE[unit]!)))
    .replace(NUMERAL, toArabic)
    .replace(/[—–~]+/g, '-')
    .replace(DATE, (_, y: string, m: string, d: string) => `${y}-${Number(m)}-${Number(d)}`)
  for (const [mark, held] of KEPT) out = out.replace(mark, `$1${held}`)
  out = out.replace(NOISE, '')
  for (const [, held, back] of KEPT) out = out.split(held).join(back)
  return out
}

/** Full-width ASCII to half width. */
function halfWidth(c: string): string {
  const code = c.charCodeAt(0)
  if (code === 0x3000) return ' '
  return c.length === 1 && code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c
}

const UNIT = new RegExp(`[${HAN_UNITS}]`)

/** One run of numerals as Arabic digits; digits without a unit, and what is no number (a lone 万, 三五十), digit by digit. */
function toArabic(run: string): string {
  const numeral = UNIT.test(run) ? readNumeral(run) : undefined
  return numeral?.regular ? String(numeral.value) : hanToDigits(run)
}

/** Whether two texts mean the same blank: equal in answer form, one with 年 after a bare year, or aliases. */
export function sameText(accepted: string, given: string, aliases?: Aliases): boolean {
  const [a, b] = [bareYear(answerForm(accepted)), bareYear(answerForm(given))]
  if (b === '') return false
  return a === b || (aliases !== undefined && namesIn(aliases, a).indexOf(b) >= 0)
}

const bareYear = (text: string) => (/^\d{4}年$/.test(text) ? text.slice(0, 4) : text)

/** Own entries only: a member may well type `constructor`. */
const namesIn = (table: Aliases, name: string): string[] =>
  Object.prototype.hasOwnProperty.call(table, name) ? table[name]! : []

/**
 * The alias table of a ledger: every name of a person, event or term is an alias of its other names. A date is no name
 * here, though search knows it as one: who is asked when a meeting was held may not answer with the meeting.
 */
export function aliasesOf(ledger: Pick<Ledger, 'people' | 'events' | 'glossary'>): Aliases {
  const table: Aliases = {}
  const groups = [
    ...ledger.people.map(p => [p.name, ...p.aliases]),
    ...ledger.events.map(e => [e.title, ...e.aliases]),
    ...ledger.glossary.map(g => [g.term, ...g.aliases]),
  ]
  for (const group of groups) {
    const names = group.map(answerForm).filter(name => !/^[\d年月日.-]*$/.test(name))
    for (const name of names) table[name] = [...namesIn(table, name), ...names.filter(n => n !== name)]
  }
  return table
}
