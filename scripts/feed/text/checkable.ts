import { findMentions } from '../dates/mentions'
import { withoutSpaces } from './comparable'
import { numbersIn } from './numerals'

/** Why a sentence needs a source. */
export type Checkable = '日期' | '数字' | '职务' | '引语' | '最' | '因果'

/** Counting words after a number. 第三次 is a name, 三个代表 a term. */
const NUMBER =
  /(?<![第\d.〇零○一二两三四五六七八九十廿百千万亿])(?<number>[\d,.〇零○一二两三四五六七八九十廿百千万亿]+)[多余来几]?[万亿]?(?:%|％|人|名|位|户|家|个(?!代表|自信|意识|全面|现代化|面向|必须|确立|维护)|支|师|旅|团|营|连|军|元|块|斤|公斤|克|吨|担|石|亩|公顷|平方|立方|里|华里|公里|海里|千米|米|厘米|尺|丈|度|岁|年(?!代|计划)|个月|天|夜|小时|分钟|秒|次|座|条|件|辆|架|艘|枚|发|门|挺|杆|页|字|份|篇|所|县|省|票|国|届|级|倍|成|口|眼|根|项|种|批|处|岸|台|间|层|株|棵|头|匹|封|张|只|期|本|册|卷|套|把|节|幅|首|笔|桶|袋|筐|颗|双|趟|遍|集|班|床|桌|幢|栋|款|盏|尊|仗|顿)/gu
const PERCENT = /分之|\d[%％]/u
const OFFICE =
  /(?:总书记|书记|主席|总理|总统|部长|司令员?|政委|政治委员|军长|师长|旅长|团长|营长|连长|省长|市长|县长|区长|厂长|院长|校长|社长|局长|处长|科长|站长|主任|委员|元帅|大将|上将|中将|少将|大使|教授|总编|主编|特派员|指挥|参谋长|秘书长?|顾问|常委|总工程师|所长)/u
const QUOTATION = /“[^”]{4,}”|‘[^’]{4,}’|「[^」]{4,}」|『[^』]{4,}』|"[^"]{4,}"|«[^»]{4,}»/u
/** Not closed before the sentence ends: its words go on in the next. */
const OPEN_QUOTATION = /“[^”]{4,}$/u
/** 第一书记, 第一方面军 and 第一步 are names or manners of speaking; 最后 and 最近 compare nothing. */
const SUPERLATIVE =
  /首次|首个|首位|首届|首批|唯一|第一(?!口|书记|方面军|野战军|步|眼|句|天|时间|页|课|反应|线|军|师|团|卷|章|节|汽车|阶段|产业)|最(?!后|近|终|初|低限度|起码)/u
const CAUSE = /因为|由于|因此/u

/**
 * What makes a sentence one that a reader could check and find wrong, so that it needs a source:
 *
 * - 日期: it states a date, or part of one (`1935年1月`, `十七日`); durations and 同年 are not dates.
 * - 数字: a number from three up with a counting word, or a share (`八千六百人`, `15%`).
 * - 职务: it names somebody of the ledger together with an office.
 * - 引语: quotation marks around four characters and more.
 * - 最: it claims to be the first, the only, the most.
 * - 因果: it states a cause with 因为, 由于 or 因此.
 *
 * `named` tells whether the sentence names somebody of the ledger. @returns the reasons, none for a sentence that states nothing
 */
export function checkableBy(sentence: string, named: (sentence: string) => boolean): Checkable[] {
  const text = read(sentence)
  const dates = findMentions(text)
  const is: [Checkable, boolean][] = [
    ['日期', dates.length > 0],
    ['数字', PERCENT.test(text) || countsBeside(text, dates).length > 0],
    ['职务', OFFICE.test(text) && named(text)],
    ['引语', QUOTATION.test(text) || OPEN_QUOTATION.test(text)],
    ['最', SUPERLATIVE.test(text)],
    ['因果', CAUSE.test(text)],
  ]
  return is.flatMap(([reason, holds]) => (holds ? [reason] : []))
}

// A blank parts nothing in Chinese: 372 人 is 372人.
const read = (sentence: string) => withoutSpaces(sentence.normalize('NFKC'))

/** What a sentence counts, from three up, with its counting word: `八千六百人`, `13票`. Dates are no counts. */
export function countsIn(sentence: string): string[] {
  const text = read(sentence)
  return countsBeside(text, findMentions(text))
}

function countsBeside(text: string, dates: ReturnType<typeof findMentions>): string[] {
  const undated = dates.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}，${rest.slice(end)}`, text)
  return [...undated.matchAll(NUMBER)].filter(isCounted).map(([words]) => words)
}

/** What a sentence claims to be: 首次, 唯一, 第一, and what is 最. */
export function superlativesIn(sentence: string): string[] {
  const pattern = new RegExp(`(?:${SUPERLATIVE.source})\\p{L}?`, 'gu')
  return (withoutSpaces(sentence).match(pattern) ?? []).map(words =>
    words.startsWith('最') ? words : words.slice(0, 2),
  )
}

/** 一个 and 两次 count nothing that anybody would look up. */
function isCounted(match: RegExpMatchArray): boolean {
  return numbersIn(match.groups?.number ?? '').some(value => value >= 3)
}
