/**
 * People outside the branch are named by kind only: 一位居民, 一户老人. This finds what says more, as far as a machine can tell: numbers
 * of telephones and identity cards, and full names where the words around give them away. The rule is our own. It cannot know
 * every name, and where it is wrong the other way the sentence can be put differently.
 */
import { NOT_NAMES, SURNAMES } from './surnames'

export interface PersonalDetail {
  what: 'phone' | 'identity' | 'name'
  /** As written. */
  words: string
}

// No look-behind: browsers of old phones cannot read it.
const IDENTITY = /(?:^|\D)(\d{17}[\dXx])(?!\d)/
// Spaces, hyphens and dots stand between the groups as people write them.
const MOBILE = /(?:^|\D)(1[3-9]\d(?:[ \-.·]?\d){8})(?!\d)/
const LANDLINE = /(?:^|\D)(0\d{2,3}[ -]?[2-8]\d{6,7})(?!\d)/

/** The first number of a telephone or an identity card in the text. */
export function findNumber(text: string): PersonalDetail | undefined {
  const plain = text.replace(/[０-９]/g, wide => String(wide.charCodeAt(0) - 0xff10))
  const identity = IDENTITY.exec(plain)
  if (identity) return { what: 'identity', words: identity[1]! }
  const phone = MOBILE.exec(plain) ?? LANDLINE.exec(plain)
  return phone ? { what: 'phone', words: phone[1]! } : undefined
}

/** Who a name stands behind. */
const WHO =
  '居民|村民|群众|住户|业主|租户|商户|老人|老党员|低保户|困难户|军属|烈属|残疾人|病人|患者|学生|家长|邻居|职工|工人|看望|慰问|走访|帮助|照顾'
/** What stands behind a name: how somebody is addressed, or where they live. */
const ADDRESSED =
  '先生|女士|老人|大爷|大妈|大娘|大叔|大婶|阿姨|叔叔|奶奶|爷爷|同志|师傅|老师|夫妇|同学|小朋友|家中|家里|一家'
/** What somebody named does, and how a name ends. */
const DOES = '反映|来电|投诉|咨询|申请|求助|家|的|$|[\\s，。；、：,.;:（）()《》“”！!]'
/** No name after a surname: 王女士, 李某, 张书记 name nobody. */
const NOT_GIVEN =
  /^(?:先生|女士|老人|老师|师傅|同志|大爷|大妈|大娘|大叔|大婶|阿姨|叔叔|奶奶|爷爷|书记|主任|医生|夫妇|小姐|家|某|姓|老|反映|来电|投诉|咨询|申请|求助)|某|等$/

const named = (before: string, after: string) =>
  new RegExp(`${before}((?:${SURNAMES.join('|')})([\\u4e00-\\u9fff]{1,2}?))(?=${after})`, 'g')
const AFTER_WHO = named(`(?:${WHO})`, `${ADDRESSED}|${DOES}`)
const BEFORE_ADDRESS = named('', ADDRESSED)

/** The first full name that the words around it give away; 王女士 and 一位居民 are none. */
export function findName(text: string): PersonalDetail | undefined {
  for (const pattern of [AFTER_WHO, BEFORE_ADDRESS]) {
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
    case 'identity':
      return `写了身份证号“${found.words}”。请去掉`
    case 'name':
      return `写了姓名“${found.words}”。支部以外的人只写是什么人，例如“一位居民”“一户老人”`
    default:
      return undefined
  }
}
