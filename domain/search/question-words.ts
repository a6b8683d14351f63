import { alikeTo, isKnownWord, knownWordsIn } from './alike'
import { corpusOf, mayHave, placesOf, someBit } from './corpus'
import { addressed, type Person } from './everyday'
import type { SearchDocument } from './documents'
import { soundingNames } from './names-like'
import type { Sounds } from './pinyin'
import { plainForm } from './plain-form'
import { namesWithin, parseQuery, type NameTable, type QueryWord } from './query'

/** A word that an answer has to speak of. */
export interface ContentWord extends QueryWord {
  /** It names something: an entry, or a person by title. */
  name: boolean
  /** Written otherwise than it sounds; its forms are names that sound so. */
  respelt?: true
  /** How much it tells apart: rare words more. */
  weight: number
  /** The events and terms that bear the name: a text is about what it cites most, not about everybody in it. */
  ids: ReadonlySet<string>
  /** Names that are one character longer and name something else: 长城站 says nothing of 长城. */
  within?: string[]
}

/** What says nothing of its own in a question, longest first. */
const LIGHT = `
  那个时候 的时候 那部 那场 那篇 那位 那件 分别 那会儿 的那天 那天 那年 那次 时候 当时 当年 之后 以后 以前 之前 事情 事儿 历史上 最先 最早 首先 第一个 原来 后来 人 咋 先 一共 总共 大约 大概
  究竟 到底 具体 正式 一下 没有 有没有 每个月 每月 召开 举行 发生 开会 开的 举办 咱们 我们国家 咱们国家 咱国家 我国 我们 他们 她们 中国 名字 叫做 称为 同志 当中 里面 时 的 地 得 了 着 过 是
  在 从 到 由 被 把 叫 让 里 有 会 能 要 去 来 都 也 还 就 那 这 个 些 么 吗 呢 呀 啊 吧 和 与 跟 对 给 为 于 又 才 最 很 没 不 我 你 他 她 它 们
  之 开 打 事 回来 起来 下来 上去 过来 咱 俺 年 位 座 颗 条 块 名 次 上 下 中 向 往 并 而 所 以 其 该 此 共 第 几
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length)

/** Longer than this no word is. */
const LONGEST = 6

/** The words of a question that an answer has to have; a word that nobody wrote tells the most apart. */
export function contentWords(
  rest: string,
  documents: readonly SearchDocument[],
  names: NameTable,
  sounds: Sounds,
): ContentWord[] {
  const people = documents.flatMap<Person>(it => (it.kind === 'person' ? [{ name: it.names[0]!, card: it.plain }] : []))
  const whole = parseQuery(rest, names).map(it => it.typed)
  const joined = whole.join('')
  const named = namesWithin(joined, names)
  let left =
    whole.every(part => part !== '') && named.every(({ typed }) => whole.some(part => part.indexOf(typed) >= 0))
      ? whole.join(' ')
      : joined
  for (const { typed } of named) left = left.split(typed).join(' ')
  const found: ContentWord[] = named.map(word => weighed({ ...word, name: true }, documents))
  for (const part of left.split(' ')) {
    const called = part.length > 1 ? addressed(part, people) : []
    if (called.length > 0) found.push(weighed({ typed: part, forms: [part, ...called], name: true }, documents))
    else
      for (const piece of apart(part))
        found.push(...(/^\d/.test(piece) ? [weighed(asIs(piece), documents)] : cut(piece, documents, names, sounds)))
  }
  return found.filter((it, i, all) => all.findIndex(other => other.typed === it.typed) === i)
}

const weighed = (word: Omit<ContentWord, 'weight' | 'ids'>, documents: readonly SearchDocument[]): ContentWord => {
  const ids = new Set(
    documents
      .filter(({ kind, names }) => word.name && kind !== 'person' && names.some(it => word.forms.indexOf(it) >= 0))
      .map(it => it.id),
  )
  const having = new Set(word.forms.flatMap(form => placesOf(documents, form))).size
  return { ...word, ids, weight: Math.log(1 + documents.length / Math.max(having, 0.5)) }
}

const asIs = (typed: string) => ({ typed, forms: [typed], name: false })

/** A stretch of a question at its numbers and at the words we know, longest first. */
function apart(part: string): string[] {
  let marked = part.replace(/\d+(?:年|月|日)?(?:\d+月)?(?:\d+日)?/g, ' $& ')
  for (const word of knownWordsIn(part)) marked = marked.split(word).join(` ${word} `)
  return marked.split(' ').filter(it => it !== '')
}

/** What a split costs that leaves a character alone which is no light word. */
const ALONE = 2
/** What a light word costs. */
const LIGHTLY = 0.3
/** And one of a single character, which may be a part of a word: 人 of 军人. */
const ALONE_LIGHTLY = 1.5
/** What a character costs that stands nowhere. */
const UNHEARD = 12

/** What joins words is at no end of one. */
const JOINED = /^[的得了着]|[的得了着]$|^在..|^[从到由被把].{3}/

/** How a stretch may begin: a word that says nothing, one that stands somewhere, or a character that nobody wrote. */
interface Step {
  length: number
  cost: number
  kind: 'light' | 'word' | 'unheard'
}

/** A stretch of a question in words, by how often they stand in the texts: 人按手印 is 人, 按, 手印. Light ones are left out. */
function cut(part: string, documents: readonly SearchDocument[], names: NameTable, sounds: Sounds): ContentWord[] {
  const words: ContentWord[] = []
  let unheard = ''
  const flush = () => {
    if (unheard !== '') words.push(...otherwise(unheard, documents, sounds))
    unheard = ''
  }
  let at = 0
  for (const { length, kind } of cheapest(part, documents)) {
    const typed = part.slice(at, at + length)
    at += length
    if (kind === 'unheard') unheard += typed
    else flush()
    if (kind === 'word') {
      words.push(weighed({ typed, forms: alikeTo(typed).map(plainForm), name: names.has(typed) }, documents))
    }
  }
  flush()
  return words
}

/** The words with the names that they are only the beginning of. @param names in plain form */
export const withLonger = (words: readonly ContentWord[], names: readonly string[]): ContentWord[] =>
  words.map(word => {
    if (word.name || word.typed.length < 2) return word
    const within = names.filter(it => it.length === word.typed.length + 1 && it.startsWith(word.typed))
    return within.length > 0 ? { ...word, within } : word
  })

/** A stretch in words as they are written, without those that say nothing; a character that nobody wrote is one of its own. */
export function cutAt(part: string, documents: readonly SearchDocument[]): string[] {
  let at = 0
  return cheapest(part, documents).flatMap(({ length, kind }) => {
    at += length
    return kind === 'light' ? [] : [part.slice(at - length, at)]
  })
}

/** Where words of a stretch end and others begin, its two ends included. */
export function boundsOf(part: string, documents: readonly SearchDocument[]): ReadonlySet<number> {
  let at = 0
  return new Set([0, ...cheapest(part, documents).map(({ length }) => (at += length))])
}

/** The cheapest way through. */
function cheapest(part: string, documents: readonly SearchDocument[]): Step[] {
  const ways: { cost: number; steps: Step[] }[] = [{ cost: 0, steps: [] }]
  for (let at = 0; at < part.length; at++) {
    const here = ways[at]
    if (!here) continue
    for (const step of stepsFrom(part, at, documents)) {
      const to = at + step.length
      const cost = here.cost + step.cost
      if (!ways[to] || cost < ways[to]!.cost) ways[to] = { cost, steps: [...here.steps, step] }
    }
  }
  return ways[part.length]!.steps
}

function stepsFrom(part: string, at: number, documents: readonly SearchDocument[]): Step[] {
  const steps: Step[] = LIGHT.filter(it => part.startsWith(it, at)).map(({ length }) => ({
    length,
    cost: length > 1 ? LIGHTLY : ALONE_LIGHTLY,
    kind: 'light',
  }))
  for (let length = 1; length <= Math.min(LONGEST, part.length - at); length++) {
    const word = part.slice(at, at + length)
    const known = isKnownWord(word)
    const standing = known ? Math.max(KNOWN, countOf(word, documents)) : countOf(word, documents)
    // What does not stand as two characters does not as three.
    if (standing === 0 && length > 1) break
    if (length > 1 && !known && JOINED.test(word)) continue
    const loose = length > 1 && !known ? looseness(word, standing, documents) : 0
    if (loose === Infinity) continue
    const cuts = cutsNumber(part, at + length) ? CUT_NUMBER : 0
    if (standing === 0) steps.push({ length, cost: UNHEARD + cuts, kind: 'unheard' })
    else
      steps.push({
        length,
        cost: Math.max(Math.log(documents.length / standing), 0) + (length > 1 || known ? loose : ALONE) + cuts,
        kind: 'word',
      })
  }
  return steps
}

/** A word that we know is as good as one that stands so often. */
const KNOWN = 100
/** From this on it is counted no further. */
const MOST_COUNTED = 400
/** A stretch of three characters that stands less often than this, of more than three less often than that, is a phrase of one text. */
const [OFTEN_ENOUGH, OFTEN_ENOUGH_LONG] = [2, 3]
/** What stands far more often without its last character is a word with another behind it: 嫦娥五号带. */
const [MORE_BEHIND, MORE_BEFORE] = [0.4, 0.15]
/** Its two parts have to meet so much more often than they would by chance. */
const COHERENT = 3
/** Three characters are more often two words: 看电报, 后剩下. */
const COHERENT_THREE = 15

/**
 * What speaks against a stretch being a word and not the end of one and the beginning of another (厂成 of 钢厂成本); infinite for a
 * phrase of one text (开天车的女工).
 */
function looseness(word: string, standing: number, documents: readonly SearchDocument[]): number {
  if (namedSo(documents, word)) return 0
  if (word.length > 2 && standing < (word.length > 3 ? OFTEN_ENOUGH_LONG : OFTEN_ENOUGH)) return Infinity
  const [start, end] = [word.slice(0, -1), word.slice(1)]
  if (
    word.length > 3 &&
    standing < Math.max(MORE_BEHIND * countOf(start, documents), MORE_BEFORE * countOf(end, documents))
  )
    return Infinity
  const { often, characters } = corpusOf(documents)
  let least = Infinity
  for (let cut = 1; cut < word.length; cut++) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)].map(half =>
      half.length === 1 ? often[half.charCodeAt(0)]! : countOf(half, documents),
    )
    least = Math.min(least, (standing * characters) / Math.max(left! * right!, 1))
  }
  if (least >= (word.length === 3 ? COHERENT_THREE : COHERENT)) return 0
  return word.length > 2 ? Infinity : Math.log(COHERENT / least)
}

const nameSets = new WeakMap<readonly SearchDocument[], ReadonlySet<string>>()

function namedSo(documents: readonly SearchDocument[], word: string): boolean {
  let known = nameSets.get(documents)
  if (!known) {
    known = new Set(documents.flatMap(it => it.names))
    nameSets.set(documents, known)
  }
  return known.has(word)
}

/** What it costs to cut 十七年 after 十. */
const CUT_NUMBER = 5
const NUMERAL = '一二三四五六七八九十百千万两'

const cutsNumber = (part: string, at: number): boolean =>
  at > 0 && at < part.length && NUMERAL.indexOf(part[at - 1]!) >= 0 && NUMERAL.indexOf(part[at]!) >= 0

/** What has been counted for one query, which is cut more than once. */
const counted = new WeakMap<readonly SearchDocument[], Map<string, number>>()

/** Begins another query: nothing is kept from one to the next. */
export const countAnew = (documents: readonly SearchDocument[]): void => void counted.set(documents, new Map())

/** How often it stands, in a sentence or a name; counting stops at `MOST_COUNTED`. */
function countOf(word: string, documents: readonly SearchDocument[]): number {
  const known = counted.get(documents)
  const before = known?.get(word)
  if (before !== undefined) return before
  const count = countIn(word, documents)
  known?.set(word, count)
  return count
}

function countIn(word: string, documents: readonly SearchDocument[]): number {
  let count = 0
  const places = mayHave(corpusOf(documents), word)
  if (places)
    someBit(places, at => {
      const { plain, names } = documents[at]!
      for (let from = plain.indexOf(word); from >= 0; from = plain.indexOf(word, from + word.length)) count += 1
      if (names.some(name => name.indexOf(word) >= 0)) count += 1
      return count >= MOST_COUNTED
    })
  return count
}

/** Nobody wrote it so: a name that sounds like it, else the characters as they are. */
function otherwise(typed: string, documents: readonly SearchDocument[], sounds: Sounds): ContentWord[] {
  const similar = typed.length > 2 ? soundingNames(typed, documents, sounds) : []
  return [
    weighed(
      {
        typed,
        forms: similar.length > 0 ? similar : [typed],
        name: similar.length > 0,
        ...(similar.length > 0 && { respelt: true as const }),
      },
      documents,
    ),
  ]
}
