import { hanToDigits, readNumeral } from '../../../domain/text/numerals'
import { NUMERAL } from './numerals'
import { simplified } from './simplified'

/** What stands before, between and behind the digits of a number in a form, so that 3 is not found in 13. No form of a letter has it. */
const [BEFORE, BETWEEN, BEHIND] = ['\ue001', '\ue002', '\ue003']
/** All of a number's form but its first mark. */
const INSIDE_NUMBER = /[\d.%\ue002\ue003]/gu
const LETTER = /[\p{L}\p{N}]/u
/** Half of a rare character. */
const SURROGATE = /[\ud800-\udfff]/u
const NUMERAL_CHARACTER = new RegExp(`^${NUMERAL}$`, 'u')
const PERCENT = '百分之'

/** OpenCC leaves these to whole words. Both sides are compared in this form, nobody reads it. */
const ALSO: Record<string, string> = { 著: '着', 乾: '干', 藉: '借', 瞭: '了', 祇: '只', 馀: '余' }

/** One character as it is compared: one width, one case, simplified. */
function plain(char: string): string {
  const said = char.normalize('NFKC').toLowerCase()
  return Array.from(said, it => ALSO[it] ?? ALSO[simplified(it)] ?? simplified(it)).join('')
}

/** Forms of single code units, as far as they were met; a numeral has none. */
const forms: (string | undefined)[] = []

function formOf(unit: number): string | undefined {
  if (unit in forms) return forms[unit]
  const said = plain(String.fromCharCode(unit))
  const letters = Array.from(said).filter(it => LETTER.test(it) || SURROGATE.test(it))
  return (forms[unit] = said !== '.' && NUMERAL_CHARACTER.test(said) ? undefined : letters.join(''))
}

const numberForms = new Map<string, string>()

function numberForm(run: string, share: string): string {
  const key = run + share
  const known = numberForms.get(key)
  if (known !== undefined) return known
  const form = `${BEFORE}${Array.from(digitsOf(run)).join(BETWEEN)}${share}${BEHIND}`
  numberForms.set(key, form)
  return form
}

/** The digits of a number by its value; what is no regular number (三五十) keeps its units. */
function digitsOf(run: string): string {
  const said = Array.from(run.replaceAll(',', ''), plain).join('')
  const digits = hanToDigits(said)
  if (/^\d+(?:\.\d+)?$/u.test(digits)) return digits
  const number = readNumeral(said)
  return number?.regular && number.value <= Number.MAX_SAFE_INTEGER ? String(number.value) : digits
}

/**
 * The letters of a text in the one form in which wordings are compared for copies: full and half width, traditional and
 * simplified alike, no punctuation, numerals by value (`二十`, `廿` and `２０`; `一九四九年` and `1949年`; `百分之五` and `5%`).
 * The form of a number is at least as long as any way to write it.
 */
export function lettersOf(text: string): string {
  let form = ''
  eachPiece(text, said => (form += said))
  return form
}

/** How many letters and numbers a part of a form has at most. */
export function piecesIn(form: string): number {
  return form.replace(INSIDE_NUMBER, '').length
}

/** For each character of a text's form where that for which it stands begins in the text, and where it ends. */
export function placesOf(text: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  eachPiece(text, (said, start, end) => {
    for (let i = 0; i < said.length; i++) places.push({ start, end })
  })
  return places
}

function eachPiece(text: string, put: (form: string, start: number, end: number) => void): void {
  for (let at = 0; at < text.length;) {
    const form = formOf(text.charCodeAt(at))
    if (form !== undefined) {
      if (form !== '') put(form, at, at + 1)
      at++
      continue
    }
    const from = numberAt(text, at)
    let end = from + 1
    while (end < text.length && (formOf(text.charCodeAt(end)) === undefined || isPointOrComma(text, end))) end++
    const share = from > at || /^[%％]/u.test(text.slice(end, end + 1)) ? '%%%' : ''
    put(numberForm(text.slice(from, end), share), at, end)
    at = end
  }
}

/** Where the number begins that stands at a numeral: after 百分之. */
function numberAt(text: string, at: number): number {
  const after = at + PERCENT.length
  return text.startsWith(PERCENT, at) && after < text.length && formOf(text.charCodeAt(after)) === undefined
    ? after
    : at
}

/** The point of 8.6 and the comma of 2,000 belong to the number. */
const isPointOrComma = (text: string, at: number) =>
  (text[at] === '.' && /^[\d０-９]/u.test(text.slice(at + 1, at + 2))) ||
  (text[at] === ',' && /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5)))
