import { JOINER, MAY_END, NO_BREAK } from '@domain/text/line-ends'
import { DOT } from './dot'

const WECHAT = process.env.TARO_ENV === 'weapp'

/** 1927年8月1日—9月3日, 1935年2月至3月, 1898 — 1976. */
const RANGES = /(\d[\d年月日]* ?[—至] ?\d[\d年月日]*)/
const ENDS = /^(.+?)( ?)([—至])( ?)(.+)$/
/** em: a longer one may be wider than a line in the largest type, and is broken between its parts there. */
const LONGEST = 8

/** About how wide it is, em. */
const widthOf = (words: string): number => words.split('').reduce((sum, it) => sum + (/\d/.test(it) ? 0.55 : 1), 0)

/** Whether a range of dates may be wider than a line in the largest type. */
export const isLong = (range: string): boolean => widthOf(range) > LONGEST

/** Keeps a dot with what stands before it: no line begins with one. */
export const withDots = (words: string): string => words.replace(/ · /g, DOT)

/** A space after a date in figures and before its time of day, where a line may end; or one that a number is before or after. */
const SPACES = /(-\d\d )(?=\d\d:)|([^·]) (?=[\d/])|([\d%/]) (?=[^·])/g

/**
 * A number stays with its unit and with what is counted: 读到 40%, 5 分钟, 2 / 3 天. After a date in figures its
 * time of day may stand on the next line.
 */
const withNumbers = (words: string): string =>
  words.replace(SPACES, (space, date?: string, before?: string, number?: string) =>
    date === undefined ? `${before ?? number}${NO_BREAK}` : space,
  )

/** A date that may be broken between year, month and day, and not within one. */
export const byUnits = (date: string): string => date.replace(/(\d)(?=[年月日])/g, `$1${JOINER}`)

/** A range of dates that no line ends in, or a long one that a line may end in between its parts, after what joins them. */
function unbrokenRange(range: string): string {
  const [, begin = '', before, joint, after, end = ''] = ENDS.exec(range)!
  const left = before === '' ? JOINER : NO_BREAK
  if (isLong(range)) return `${byUnits(begin)}${left}${joint}${after || (WECHAT ? MAY_END : '')}${byUnits(end)}`
  return `${begin}${left}${joint}${after === '' ? JOINER : NO_BREAK}${end}`
}

/** Some words, and the ranges of dates in them, by turns. */
export const turnsOf = (words: string): string[] => withDots(words).split(RANGES)

/** A turn of {@link turnsOf} by its place, with the breaks that it may have. */
export const joined = (part: string, i: number): string => (i % 2 === 0 ? withNumbers(part) : unbrokenRange(part))

/** Words in the pieces that a line may end between, as bare words: where a node more is too much. */
export const inLine = (words: string): string => turnsOf(words).map(joined).join('')
