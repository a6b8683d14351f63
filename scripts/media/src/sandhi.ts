/** A syllable on its way to the voice. `fixed` ones come from the lexicon as they are said and are left alone. */
export interface Syllable {
  char: string
  pinyin: string
  fixed: boolean
}

const DIGIT = /[零一二三四五六七八九十]/
const ORDINAL_BEFORE = /[第初零一二三四五六七八九十]/
const DATE_AFTER = /[月日号零一二三四五六七八九十]/

function tone(s: Syllable | undefined): string {
  return s?.pinyin.at(-1) ?? ''
}

function withTone(s: Syllable, t: string): Syllable {
  return { ...s, pinyin: s.pinyin.slice(0, -1) + t }
}

/** 一 keeps its first tone in numbers, dates and ordinals; elsewhere it is yí before a falling tone and yì before the others. */
function sayYi(clause: Syllable[], i: number): Syllable {
  const self = clause[i]!
  const next = clause[i + 1]
  const before = clause[i - 1]
  if (!next || (before && ORDINAL_BEFORE.test(before.char)) || DATE_AFTER.test(next.char)) return withTone(self, '1')
  const twice = before?.char === next.char && !DIGIT.test(next.char) && !/[人下个天]/.test(next.char)
  // 看一看, but not 一条一条, 底下|一下子, 推车的人|一人一盏.
  if (twice && clause[i - 2]?.char !== '一') return withTone(self, '5')
  return withTone(self, tone(next) === '4' || tone(next) === '5' ? '2' : '4')
}

/** Third tones in a row inside one word: all but the last rise. */
function riseWithin(word: Syllable[]): Syllable[] {
  return word.map((s, i) => (!s.fixed && tone(s) === '3' && tone(word[i + 1]) === '3' ? withTone(s, '2') : s))
}

/**
 * Mandarin tone changes for one clause, given as words: 一, 不, and runs of third tones inside a word or after a one-syllable word.
 * Works on copies; syllables from the lexicon stay as written there.
 */
export function applySandhi(words: readonly (readonly Syllable[])[]): Syllable[][] {
  const flat = words.flat()
  const spoken = flat.map((s, i) => {
    if (s.fixed) return s
    if (s.char === '一') return sayYi(flat, i)
    if (s.char === '不' && tone(s) === '4' && tone(flat[i + 1]) === '4') return withTone(s, '2')
    return s
  })
  let at = 0
  const regrouped = words.map(word => spoken.slice(at, (at += word.length)))
  return regrouped.map((word, i) => {
    const risen = riseWithin(word)
    const only = risen.length === 1 ? risen[0]! : null
    const next = regrouped[i + 1]?.[0]
    if (only && !only.fixed && tone(only) === '3' && tone(next) === '3') return [withTone(only, '2')]
    return risen
  })
}
