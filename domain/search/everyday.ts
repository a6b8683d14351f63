import { plainForm } from './plain-form'

/** Words after a name → what stands on the card of somebody who is called so; of the others nothing need stand there. */
const ADDRESSES: [title: string, onCard: string][] = [
  ['总司令', '总司令'],
  ['总书记', '总书记'],
  ['委员长', '委员长'],
  ['同志', ''],
  ['书记', '书记'],
  ['主席', '主席'],
  ['总理', '总理'],
  ['老总', '元帅'],
  ['元帅', '元帅'],
  ['帅', '元帅'],
  ['大将军', '元帅'],
  ['大将', '大将'],
  ['上将', '上将'],
  ['司令', '司令'],
  ['将军', '军'],
  ['政委', '政治委员'],
  ['市长', '市长'],
  ['县长', '县长'],
  ['局长', '局长'],
  ['先生', ''],
  ['烈士', ''],
  ['英雄', ''],
  ['老师', ''],
  ['教授', ''],
  ['院士', ''],
  ['大夫', ''],
  ['秘书', '秘书'],
]
/** A name before a title. */
const LONGEST_CALLED = 3
/** Old Chen and young Wang: said before a family name. */
const BEFORE = ['老', '小']

/** Somebody with a card. */
export interface Person {
  name: string
  /** What stands on it. */
  card: string
}

/** Names of people who may be addressed so: 小平同志 by the given name, 焦书记 and 彭老总 by the family name. */
export function addressed(word: string, people: readonly Person[]): string[] {
  const found = ADDRESSES.find(([title]) => word.length > title.length && word.endsWith(title))
  if (!found) return []
  const [title, onCard] = found
  const called = word.slice(0, -title.length)
  const named = people.filter(({ name }) =>
    called.length > 1
      ? name === called || (name.length > called.length && name.endsWith(called))
      : name[0] === called && name.length <= 3 && BEFORE.indexOf(called) < 0,
  )
  const fitting = named.filter(({ card }) => card.indexOf(onCard) >= 0)
  return (fitting.length > 0 ? fitting : named).map(({ name }) => name)
}

/** More people than these have so common a family name that nobody is meant by it. */
const MOST_CALLED = 6

/**
 * Who is addressed inside a word: 田秘书 of 毛主席的田秘书, 胡总书记 of 胡总书记去西柏坡. Only whose card has the title, and only
 * few: 李同志 is nobody.
 */
export function addressedWithin(
  text: string,
  people: readonly Person[],
): { typed: string; names: string[] } | undefined {
  for (const [title, onCard] of ADDRESSES) {
    const fitting = people.filter(({ card }) => card.indexOf(onCard) >= 0)
    for (let at = text.indexOf(title); at > 0; at = text.indexOf(title, at + 1)) {
      for (let length = Math.min(LONGEST_CALLED, at); length > 0; length--) {
        const typed = text.slice(at - length, at + title.length)
        const names = addressed(typed, fitting)
        if (names.length > 0 && names.length <= MOST_CALLED) return { typed, names }
      }
    }
  }
  return undefined
}

/** What somebody is: a query that ends with it looks for a person. */
const ROLE =
  /(?:记者|[馆校局市县省镇乡村厂院所站部社队班连团师军会]长|书记|秘书|主任|院士|教授|专家|科学家|工程师|设计师|总师|航天员|宇航员|飞行员|战士|英雄|烈士|诗人|作家|画家|翻译|律师|医生|大夫|护士|老师|司机|工人|农民|总理|主席|司令员?|政委|将军|元帅|姑娘|大姐|大妈|大爷|老人|儿子|女儿)$/

/** The query with what somebody is apart from what is said of them: 古田会议馆的馆长. */
export const withRoleApart = (query: string): string => {
  const at = query.lastIndexOf('的')
  return at > 0 && ROLE.test(query.trim()) ? `${query.slice(0, at)} ${query.slice(at + 1)}` : query
}

/** Whether somebody is looked for, by what they are. */
export const wantsPerson = (query: string): boolean =>
  ROLE.test(query.trim()) || /谁|哪位|哪个人|的人[?？]?$/.test(query.trim())

/** What a question has beside what it asks about, longest first. */
const ASKING = [
  '咱们国家',
  '我们国家',
  '咱国家',
  '是在什么会议上',
  '在什么会议上',
  '是在什么会上',
  '在什么会上',
  '是在什么时候',
  '是什么时候',
  '在什么时候',
  '什么时候',
  '是啥时候',
  '在啥时候',
  '啥时候',
  '是在哪一年',
  '是哪一年',
  '哪一年',
  '是哪年',
  '哪年',
  '哪一天',
  '哪天',
  '几点几分',
  '几点钟',
  '几点',
  '几月几日',
  '几月几号',
  '在什么地方',
  '什么地方',
  '在哪里',
  '在哪儿',
  '哪里',
  '哪儿',
  '死了多少人',
  '有多少人',
  '多少人',
  '多少',
  '是哪个',
  '哪个',
  '是哪位',
  '哪位',
  '哪些',
  '哪几',
  '为什么要',
  '为什么',
  '为何',
  '是怎么来的',
  '怎么来的',
  '的由来',
  '的来历',
  '怎么样',
  '怎样',
  '怎么',
  '如何',
  '讲了啥',
  '讲啥',
  '说啥',
  '干啥',
  '是啥意思',
  '是什么意思',
  '啥意思',
  '什么意思',
  '是啥',
  '啥',
  '咋样',
  '咋',
  '什么叫',
  '什么是',
  '是什么',
  '什么',
  '是谁',
  '谁',
  '的意义',
  '有何意义',
  '介绍',
  '吗',
  '呢',
  '？',
  '?',
].sort((a, b) => b.length - a.length)

/** What a question says its subject did; no part of the subject, unless that is named with it (共产党成立). */
const DID = ['开的', '召开的', '发生的', '打响了', '爆发的', '成立的', '提出的', '通过的']

/** Words that join others and say nothing alone; not 地, with which 草地 and 根据地 end. */
const JOINING = '的得了着过是在从到由被把叫让里'

/** A word without such characters at its ends: 雷锋是 → 雷锋. Empty when it has no others. */
export function withoutJoining(word: string): string {
  let [from, to] = [0, word.length]
  while (from < to && JOINING.indexOf(word[from]!) >= 0) from += 1
  while (from < to && JOINING.indexOf(word[to - 1]!) >= 0) to -= 1
  return word.slice(from, to)
}

/** The query without what only asks; the same when nothing would be left. */
export function withoutAsking(query: string): string {
  const rest = without(DID, withoutQuestion(query))
  return plainForm(rest) === '' ? query : rest
}

/** The query without the words that make it a question, with what is said of its subject. */
export const withoutQuestion = (query: string): string => without(ASKING, query)

const without = (words: readonly string[], text: string): string =>
  words.reduce((rest, it) => rest.split(it).join(' '), text)
