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
  之 开 打 事 咱 俺 年 位 座 颗 条 块 名 次 上 下 中 向 往 并 而 所 以 其 该 此 共 第 几
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
    const standing = isKnownWord(word) ? documents.length / 10 : countOf(word, documents)
    // What does not stand as two characters does not as three.
    if (standing === 0 && length > 1) break
    if (length > 1 && JOINED.test(word)) continue
    if (standing === 0) steps.push({ length, cost: UNHEARD, kind: 'unheard' })
    else
      steps.push({
        length,
        cost: Math.log(documents.length / standing) + (length > 1 || isKnownWord(word) ? 0 : ALONE),
        kind: 'word',
      })
  }
  return steps
}

/** In how many documents it stands; more than a tenth of them are as good as all. */
function countOf(word: string, documents: readonly SearchDocument[]): number {
  const most = documents.length / 10
  let count = 0
  const places = mayHave(corpusOf(documents), word)
  if (places)
    someBit(places, at => {
      const { plain, names } = documents[at]!
      if (plain.indexOf(word) >= 0 || names.some(name => name.indexOf(word) >= 0)) count += 1
      return count >= most
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
