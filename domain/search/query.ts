import type { Ledger } from '../catalog/ledger'
import { hanToDigits, readNumeral } from '../text/numerals'
import { plainForm } from './plain-form'

/** One word of a query in every form under which it may stand in a text. */
export interface QueryWord {
  /** As typed, in plain form. */
  typed: string
  /** The typed form first, then dates in digits, then other names of the thing it names. */
  forms: string[]
  /** Two words of the query side by side: where they stand so it is to the good, where not it is no loss. */
  phrase?: true
}

/** A name in plain form → such names of the same event, person or term, the proper one first. */
export type NameTable = Map<string, string[]>

/** `everyday.json`: what people say (文革, 公粮), and the names under which the content has it. */
export type EverydayFile = [say: string[], means: string[]][]

/**
 * Every name and alias of the ledger, and what people say instead of them. A name that several things bear leads to all of
 * their names.
 */
export function nameTable(ledger: Ledger, everyday: EverydayFile = []): NameTable {
  const table: NameTable = new Map()
  const add = (names: string[]) => {
    const plain = names.map(plainForm).filter(name => name.length > 1)
    for (const name of plain) {
      const known = table.get(name) ?? []
      table.set(name, known.concat(plain.filter(other => known.indexOf(other) < 0)))
    }
  }
  for (const it of ledger.events) add([it.title, ...it.aliases])
  for (const it of ledger.people) add([it.name, ...it.aliases])
  for (const it of ledger.glossary) add([it.term, ...it.aliases])
  for (const [say, means] of everyday) {
    const meant = means.map(plainForm)
    for (const said of say.map(plainForm)) {
      const known = table.get(said) ?? [said]
      table.set(said, known.concat(meant.filter(it => known.indexOf(it) < 0)))
    }
  }
  return table
}

const HAN_YEAR = /[〇○零一二三四五六七八九]{4}(?=年)/g
const HAN_PART = /(年|月)?([一二三四五六七八九十]{1,3})(?=月|日)/g

/** 一九三五年一月 → 1935年1月: feeds write dates in digits. */
export function datesInDigits(text: string): string {
  return text.replace(HAN_YEAR, hanToDigits).replace(HAN_PART, (all, before: string | undefined, han: string) => {
    const value = smallNumber(han)
    return value === undefined ? all : `${before ?? ''}${value}`
  })
}

const MARKED_DATE = /(^|[^\d])(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?![-./]?\d)/g

/** 1935-01-15, 1935.1.15, 1935/1 → 1935年1月15日, 1935年1月; what is no date stays. */
export function datesInWords(text: string): string {
  return text.replace(MARKED_DATE, (all, before: string, year: string, month: string, day?: string) => {
    const [m, d] = [Number(month), day === undefined ? undefined : Number(day)]
    if (m < 1 || m > 12 || (d !== undefined && (d < 1 || d > 31))) return all
    return `${before}${year}年${m}月${d === undefined ? '' : `${d}日`}`
  })
}

/** 九月十八, 9月18 at the end of a word: said without 日. */
const BARE_DAY =
  /([\d一二三四五六七八九十]月(?:[12]?\d|3[01]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]))(?=$|[\s\u3000，,、])/g
const DAY = /(月[\d一二三四五六七八九十]{1,3})号/g
const SHORT_YEAR = /(^|[^\d])(\d{2})年(?!代)/g
const HAN_SHORT_YEAR = /(^|[^〇○零一二三四五六七八九十])([〇○零一二三四五六七八九]{2})年(?!代)/g
/** Two digits up to this are of this century; 27年 is the year of 南昌起义. */
const THIS_CENTURY = 26

/** 12月9号, 九月十八, 35年1月, 九二年 as feeds write them: 12月9日, 9月18日, 1935年1月, 1992年. */
export function spokenDates(text: string): string {
  return datesInDigits(text.replace(DAY, '$1日').replace(BARE_DAY, '$1日'))
    .replace(HAN_SHORT_YEAR, (_, before: string, han: string) => `${before}${hanToDigits(han)}年`)
    .replace(
      SHORT_YEAR,
      (_, before: string, year: string) => `${before}${Number(year) > THIS_CENTURY ? '19' : '20'}${year}年`,
    )
}

const DATE = /(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日)/g

/** A date and what it is written together with are two words: 1997年香港. */
const apart = (text: string): string => text.replace(DATE, ' $& ')

/** A month or a day in Chinese numerals, 1–31. */
function smallNumber(han: string): number | undefined {
  if (han.length > 1 && han.indexOf('十') < 0) return undefined
  const numeral = readNumeral(han)
  return numeral?.regular && numeral.value <= 31 ? numeral.value : undefined
}

/** The words of a query, all of which must be found. */
export function parseQuery(query: string, names: NameTable): QueryWord[] {
  const typed = apart(spokenDates(datesInWords(query)))
    .split(/[\s\u3000，,、]+/)
    .map(plainForm)
    .filter(word => word !== '')
  return typed.filter((word, i) => typed.indexOf(word) === i).map(word => queryWord(word, names))
}

/** Up to four digits that are no year, month or day. */
const FEW_DIGITS = /(^|\D)(\d{1,4})(?![\d年月日])/g
const HAN_DIGITS = '〇一二三四五六七八九'

/** 918 is 九一八 and 20大 is 二十大: names are written in Chinese numerals, phones type the others sooner. */
function digitsInHan(text: string): string[] {
  const inHan = (write: (digits: string) => string) =>
    text.replace(FEW_DIGITS, (_, before: string, digits: string) => before + write(digits))
  const oneByOne = inHan(digits => Array.from(digits, it => HAN_DIGITS[Number(it)]!).join(''))
  return oneByOne === text ? [] : [oneByOne, inHan(asNumber)]
}

/** 80年代 is 八十年代. */
function decadesInHan(text: string): string[] {
  const inHan = text.replace(
    /(^|\D)([1-9])0年代/g,
    (_, before: string, tens: string) => `${before}${HAN_DIGITS[Number(tens)]!}十年代`,
  )
  return inHan === text ? [] : [inHan]
}

const HAN_COUNT = /[一二三四五六七八九十百千]{2,}(?=[个名位人项座条国])/g

/** 十四个 is 14个: titles write numbers of things in either way. */
function countsInDigits(text: string): string[] {
  const inDigits = text.replace(HAN_COUNT, han => {
    const numeral = readNumeral(han)
    return numeral?.regular ? String(numeral.value) : han
  })
  return inDigits === text ? [] : [inDigits]
}

const PLACES = ['', '十', '百', '千']

/** 20 → 二十, 100 → 一百, 7000 → 七千, 205 → 二百零五; what is no number of two digits and more as it is. */
function asNumber(digits: string): string {
  if (!/^[1-9]\d+$/.test(digits)) return digits
  const said = Array.from(digits, (it, i) =>
    it === '0' ? '零' : HAN_DIGITS[Number(it)]! + PLACES[digits.length - 1 - i]!,
  )
    .join('')
    .replace(/零+$/, '')
    .replace(/零+/g, '零')
  return said.replace(/^一十/, '十')
}

function queryWord(typed: string, names: NameTable): QueryWord {
  const digits = datesInDigits(typed)
  const written = [typed, ...digitsInHan(typed), ...countsInDigits(typed), ...decadesInHan(typed)]
  const forms = [typed, digits, ...written, ...written.flatMap(it => names.get(it) ?? [])]
  return { typed, forms: forms.filter((form, i) => forms.indexOf(form) === i) }
}

/** The known names and everyday forms inside a query that was typed without spaces (遵义会议是哪年开的), longest first, none overlapping. */
export function namesWithin(query: string, names: NameTable): QueryWord[] {
  let rest = plainForm(query)
  const found: QueryWord[] = []
  const longest = Math.min(rest.length, 16)
  for (let length = longest; length > 1; length--) {
    for (let at = 0; at + length <= rest.length; at++) {
      const part = rest.slice(at, at + length)
      if (!names.has(part)) continue
      found.push(queryWord(part, names))
      // A mark that no name contains keeps the two sides apart.
      rest = rest.slice(0, at) + '\n'.repeat(length) + rest.slice(at + length)
    }
  }
  return found
}
