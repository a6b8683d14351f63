const isDigit = (unit: string | undefined) => unit !== undefined && unit >= '0' && unit <= '9'

/**
 * Where a word in plain form first stands in such a text, from `from` on, or -1. A number is never found inside a longer one:
 * 1月 is not in 11月, 1935 not in 19350.
 */
export function findWord(text: string, word: string, from = 0): number {
  if (word === '') return -1
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const cutBefore = isDigit(word[0]) && isDigit(text[at - 1])
    const cutAfter = isDigit(word[word.length - 1]) && isDigit(text[at + word.length])
    if (!cutBefore && !cutAfter && !cutsNumeral(text, word, at)) return at
  }
  return -1
}

/** 四大 is not in 十四大 or 第四大队, nor 十大 in 二十大. */
function cutsNumeral(text: string, word: string, at: number): boolean {
  if (at === 0) return false
  const [before, first] = [text[at - 1]!, text[at]!]
  if (before === '第') return word.length === 2 && word[1] === '大' && ONES.indexOf(first) >= 0
  return before === '十' ? ONES.indexOf(first) >= 0 : first === '十' && ONES.indexOf(before) >= 0
}
const ONES = '一二三四五六七八九'

/** How often a word stands in a text, none overlapping another; counting stops at `most`. */
export function countWord(text: string, word: string, most: number): number {
  let count = 0
  for (let at = findWord(text, word); at >= 0 && count < most; at = findWord(text, word, at + word.length)) count += 1
  return count
}

/** Characters that make another thing of a name: 第十一次 is not 第一次. */
const TELLING = '0123456789〇零一二三四五六七八九十百千万第不反非无'
const LONGEST_GAP = 3

/**
 * Whether a word of four characters or more is a name with a little left out: 汶川地震 for 汶川特大地震. It begins and ends
 * as the name does, and what is left out tells nothing apart.
 */
export function isShortFor(name: string, word: string): boolean {
  const gap = name.length - word.length
  if (word.length < 4 || gap < 1 || gap > LONGEST_GAP) return false
  if (name[0] !== word[0] || name[name.length - 1] !== word[word.length - 1]) return false
  let at = 0
  for (const unit of name) {
    if (unit === word[at]) at += 1
    else if (TELLING.indexOf(unit) >= 0) return false
  }
  return at === word.length
}

/** The shortest part of a word that may stand apart from the rest. */
const SHORTEST_SIDE = 2

/**
 * Whether a name has a word of four characters or more with a little between its two parts: 拖欠工资 in 清理拖欠农民工工资.
 * What is between tells nothing apart.
 */
export function standsApart(name: string, word: string): boolean {
  for (let cut = SHORTEST_SIDE; cut <= word.length - SHORTEST_SIDE; cut++) {
    const at = name.indexOf(word.slice(0, cut))
    if (at < 0) return false
    const from = at + cut
    const to = name.indexOf(word.slice(cut), from)
    if (to <= from || to - from > LONGEST_GAP) continue
    if (!hasTelling(name.slice(from, to))) return true
  }
  return false
}

const hasTelling = (text: string) => Array.from(text).some(unit => TELLING.indexOf(unit) >= 0)
