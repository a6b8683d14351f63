/**
 * People outside the branch are named by kind only: 一位居民, 一户老人. This finds what says more, as far as a machine can tell: numbers
 * of telephones and identity cards, and full names where the words around give them away. The rule is our own. It cannot know
 * every name, and where it is wrong the other way the sentence can be put differently.
 */
import { withoutUnshown } from '../text/shown'
import { NOT_NAMES, SURNAMES } from './surnames'

export interface PersonalDetail {
  what: 'phone' | 'contact' | 'identity' | 'name'
  /** As written, with digits and letters in their plain form. */
  words: string
}

/** What stands between the groups of a number as people write them: spaces, dashes of every length, dots, strokes, brackets. */
const BETWEEN = '[\\s\\-‐-―−_./·()]{0,3}'
const digits = (count: number) => `\\d(?:${BETWEEN}\\d){${count - 1}}`
// No look-behind: browsers of old phones cannot read it.
/** A card's number: a region, a day of birth, a serial number; the old kind has no century and no check character. */
const DAY_OF_BIRTH = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const IDENTITY = [
  new RegExp(`(?:^|\\D)(${digits(6)}${BETWEEN}${digits(8)}${BETWEEN}${digits(3)}${BETWEEN}[\\dXx])(?!\\d)`),
  new RegExp(`(?:^|\\D)(\\d{8}${DAY_OF_BIRTH}\\d{3})(?!\\d)`),
]
const PHONES = [
  new RegExp(`(?:^|\\D)(?:(?:00)?86${BETWEEN})?(1${BETWEEN}[3-9]${BETWEEN}${digits(9)})(?!\\d)`),
  new RegExp(`(?:^|\\D)(0\\d{2,3}${BETWEEN}[2-8]\\d{2,3}${BETWEEN}\\d{4})(?!\\d)`),
  /(?:^|\D)(1[3-9]\d,\d{4},\d{4})(?!,?\d)/,
  // No day: 电话回访 20261124.
  /(?:电话|座机|手机|号码|致电|拨打)\D{0,4}(?!20\d\d[01]\d[0-3]\d)([2-9]\d{2,3} ?\d{4})(?!\d)/,
]
const CONTACT = /(?:微信号?|QQ号?|[Vv]信)[:： ]{0,2}([A-Za-z\d][\w-]{4,})/

const CHINESE_DIGITS = '〇零一二三四五六七八九'
/** A run as long as a number of a telephone; a year has four. */
const SPELT = new RegExp(`[${CHINESE_DIGITS}幺](?:${BETWEEN}[${CHINESE_DIGITS}幺]){6,}`, 'g')
const spelt = (char: string): string => {
  const at = CHINESE_DIGITS.indexOf(char === '幺' ? '一' : char)
  return at < 0 ? char : String(Math.max(0, at - 1))
}

/** Full-width, circled and drawn digits as plain ones, digits spelt out as digits, and nothing that cannot be seen. */
const plainOf = (text: string): string =>
  withoutUnshown(text.normalize('NFKC')).replace(SPELT, run => [...run].map(spelt).join(''))

/** The first number of a telephone or an identity card in the text, or what one is reached by elsewhere. */
export function findNumber(text: string): PersonalDetail | undefined {
  const plain = plainOf(text)
  const first = (patterns: RegExp[]) => patterns.map(pattern => pattern.exec(plain)?.[1]).find(it => it !== undefined)
  const identity = first(IDENTITY)
  if (identity !== undefined) return { what: 'identity', words: identity }
  const phone = first(PHONES)
  if (phone !== undefined) return { what: 'phone', words: phone }
  const contact = first([CONTACT])
  return contact === undefined ? undefined : { what: 'contact', words: contact }
}

/** Who a name stands behind. */
const WHO =
  '居民|村民|群众|住户|业主|租户|商户|老人|老党员|低保户|困难户|军属|烈属|残疾人|病人|患者|学生|家长|邻居|职工|工人|看望|慰问|走访|帮助|照顾'
/** What stands behind a name: how somebody is addressed, or where they live. */
const ADDRESSED =
  '先生|女士|老人|大爷|大妈|大娘|大叔|大婶|大姐|大哥|大嫂|婆婆|阿姨|叔叔|奶奶|爷爷|同志|师傅|老师|夫妇|同学|小朋友|一家|' +
  // Whose home it is, but no 家园, 家庭, 家长.
  '家(?![园庭具电长乡政属居务教风族])|[（(，,]?\\d{1,3} ?岁'
/** What somebody named does, and how a name ends. */
const DOES = '反映|来电|投诉|咨询|申请|求助|家|的|和|与|$|[\\s，。；、：,.;:（）()《》“”！!]'
/** What is done for somebody named: 给王秀英送药. */
const FOR = '[给帮替陪]|为独居的|为'
const DONE = '送|买|装|修|办|换|打|理发|洗|做饭|读|申|联系|解决|代|找|搬|清|缴|交|跑|辅导|看病|取'
/** No name after a surname: 王女士, 李某, 张书记 name nobody. */
const NOT_GIVEN =
  /^(?:先生|女士|大姐|大哥|大嫂|婆婆|老人|老师|师傅|同志|大爷|大妈|大娘|大叔|大婶|阿姨|叔叔|奶奶|爷爷|书记|主任|医生|夫妇|小姐|家|某|姓|老|反映|来电|投诉|咨询|申请|求助)|某|等$|^[国大农人]$|专$|[村路街楼院区县乡镇店厂校站桥园队户室门]$/

const named = (before: string, after: string) =>
  new RegExp(`${before}((?:${SURNAMES.join('|')})([\\u4e00-\\u9fff]{1,2}?))(?=${after})`, 'g')
const PATTERNS = [
  named(`(?:${WHO})[:： ]?`, `${ADDRESSED}|${DOES}`),
  named('', ADDRESSED),
  named(`(?:${FOR})`, `${DONE}`),
]
/** Characters of a name set apart from each other: 王 秀 英, 王·秀英. */
const APART = /([\u4e00-\u9fff])[\s·•・]+(?=[\u4e00-\u9fff])/g

/** The first full name that the words around it give away; 王女士 and 一位居民 are none. */
export function findName(text: string): PersonalDetail | undefined {
  const plain = plainOf(text)
  return nameIn(plain) ?? nameIn(plain.replace(APART, '$1'))
}

function nameIn(text: string): PersonalDetail | undefined {
  for (const pattern of PATTERNS) {
    pattern.lastIndex = 0
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const [, name, given] = found
      if (isName(name!, given!)) return { what: 'name', words: name! }
      // The next may begin within this one.
      pattern.lastIndex = found.index + 1
    }
  }
  return undefined
}

function isName(name: string, given: string): boolean {
  return !NOT_GIVEN.test(given) && !NOT_NAMES.some(word => name.startsWith(word) || word.startsWith(name))
}

/** Why the text cannot stand as it is, for whoever wrote it; undefined when it can. `outsiders`: it tells of people outside the branch. */
export function refusal(text: string, outsiders: boolean): string | undefined {
  const found = findNumber(text) ?? (outsiders ? findName(text) : undefined)
  switch (found?.what) {
    case 'phone':
      return `写了电话号码“${found.words}”。支部以外的人，号码不要写在这里`
    case 'contact':
      return `写了联系方式“${found.words}”。支部以外的人，联系方式不要写在这里`
    case 'identity':
      return `写了身份证号“${found.words}”。请去掉`
    case 'name':
      return `写了姓名“${found.words}”。支部以外的人只写是什么人，例如“一位居民”“一户老人”`
    default:
      return undefined
  }
}
