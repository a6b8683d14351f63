import { readNumeral } from '../../../domain/text/numerals'

/** A date as it stands in Chinese words: only what is said, so `7月23日` has no year. */
export interface Mention {
  y?: number
  m?: number
  d?: number
  /** 上旬, 年底, 春 … narrows without being a number. */
  part?: DatePart
  /** Offsets in the text. */
  start: number
  end: number
}
export type DatePart = '上旬' | '中旬' | '下旬' | '初' | '底' | '春' | '夏' | '秋' | '冬'

const YEAR = '(?:1[789]\\d\\d|20\\d\\d|[一二][〇零○Ｏ一二三四五六七八九]{3})'
const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
const DAY = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])'
const TO = '[至到—–~～\\-－]+'
// The look-aheads keep 秋收起义, 春节, 夏明翰 and 冬奥会 from being read as seasons.
const PART =
  '(?:[的之]?(?:(?<part>上旬|中旬|下旬|年初|年底|年末|初(?![级中])|底|末(?!代)|春(?!节|雷|晚)|夏(?!明翰|曦|令)|秋(?!收|瑾|白)|冬(?!奥|学|防))(?:天|季)?))?'
// A numeral before would make it another number: 106号, 二十三日 seen from its 三日.
const ALONE = '(?<![\\d.一二两三四五六七八九十百千万第])'
const MONTHS = `(?<m>${MONTH})(?:${TO}(?<m2>${MONTH}))?月(?!球|亮|饼|息|份牌)`
const DAYS = `(?<d>${DAY})(?:[日号]?(?:${TO}|、)(?<d2>${DAY}))?[日号]`

const named = (source: string, tag: string) => source.replace(/\(\?<(\w+)>/gu, `(?<${tag}$1>`)
const PATTERN = new RegExp(
  [
    `(?<!\\d)(?<ay>${YEAR})年?${TO}(?<ay2>${YEAR})年(?!代)${named(PART, 'a')}`,
    `(?<!\\d)(?<by>${YEAR})年(?!代)(?:${named(MONTHS, 'b')}(?:${named(DAYS, 'b')})?)?${named(PART, 'b')}`,
    `${ALONE}${named(MONTHS, 'c')}(?:${named(DAYS, 'c')})?${named(PART, 'c')}`,
    `${ALONE}(?<dd>${DAY})(?:日?(?:${TO}|、)(?<dd2>${DAY}))?日(?![本军伪寇后])`,
  ].join('|'),
  'gu',
)

const value = (text = '') => readNumeral(text.replaceAll('Ｏ', '〇'))?.value
const PARTS: Record<string, DatePart> = { 年初: '初', 年底: '底', 年末: '底', 末: '底' }

/**
 * Finds the dates that a Chinese text states, in Arabic or Chinese numerals. A range (`1月15日至17日`, `1921—1949年`) gives one
 * mention for each end. Durations (三年, 17个月), decades (20年代) and names (五四, 八一) are not dates.
 */
export function findMentions(text: string): Mention[] {
  const mentions: Mention[] = []
  for (const match of text.matchAll(PATTERN)) {
    const groups = match.groups ?? {}
    const pick = (name: string) => groups[`a${name}`] ?? groups[`b${name}`] ?? groups[`c${name}`] ?? groups[`d${name}`]
    const place = { start: match.index, end: match.index + match[0].length }
    const said = pick('part')
    const first: Mention = { ...place }
    const y = value(pick('y'))
    const m = value(pick('m'))
    const d = value(pick('d'))
    if (y !== undefined) first.y = y
    if (m !== undefined) first.m = m
    if (d !== undefined) first.d = d
    if (said !== undefined) first.part = PARTS[said] ?? (said as DatePart)
    mentions.push(first)
    const [y2, m2, d2] = [value(pick('y2')), value(pick('m2')), value(pick('d2'))]
    // 1月15—17日: only the last number changes, the rest is said once.
    if (y2 !== undefined) mentions.push({ ...place, y: y2 })
    else if (m2 !== undefined) mentions.push({ ...first, m: m2 })
    else if (d2 !== undefined) mentions.push({ ...first, d: d2 })
  }
  return mentions
}

/** A dated claim says a year, or a month with its day; `7月` or `17日` alone leans on what was said before. */
export function isDatedClaim(mention: Mention): boolean {
  return mention.y !== undefined || (mention.m !== undefined && mention.d !== undefined)
}
