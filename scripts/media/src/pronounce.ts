import { boundariesOf, lookUp, type Lexicon } from './lexicon.ts'
import { readInContext } from './context-readings.ts'
import { applySandhi, type Syllable } from './sandhi.ts'

/** What the reading of a sentence needs from outside: a word segmenter and pinyin in context, both for pure Chinese text. */
export interface Reader {
  lexicon: Lexicon
  /** Words of the text, in order, nothing lost. */
  segment: (text: string) => string[]
  /** Numbered pinyin, one per character, without tone sandhi (`bu4`, `yi1`; neutral as 0 or 5). */
  pinyin: (text: string) => string[]
}

/** One clause: its words as syllables, and the pause character that ends it (empty at the end of the text). */
export interface Clause {
  words: Syllable[][]
  pause: string
}

function syllablesOf(text: string, words: readonly string[], reader: Reader): Syllable[] {
  const guessed = reader.pinyin(text)
  const syllables = [...text].map((char, i) => {
    const raw = guessed[i] ?? ''
    const pinyin =
      char === '儿' && i > 0 && /^(r|er)[0-5]?$/.test(raw) && isErhua(text, i)
        ? 'er5'
        : raw.replace(/0$/, '5').replace(/([a-zü])$/, '$15')
    return { char, pinyin, fixed: false }
  })
  for (const hit of lookUp(reader.lexicon, text, boundariesOf(words))) {
    hit.syllables.forEach((pinyin, i) => {
      syllables[hit.start + i] = { char: hit.word[i]!, pinyin, fixed: true }
    })
  }
  return syllables
}

/** 儿 as a suffix loses its own tone; as a word of its own (儿子, 女儿, 儿童, 孤儿) it keeps it. */
function isErhua(text: string, at: number): boolean {
  return !/[女婴幼孤男健少胎生]/.test(text[at - 1]!) && !/[子女童孙歌科媳]/.test(text[at + 1] ?? '')
}

/**
 * Reads normalised text (see `normalise`): clauses of words of syllables, with the lexicon's readings first and tone sandhi applied.
 * Throws when a character has no reading.
 */
export function pronounce(text: string, reader: Reader): Clause[] {
  const clauses: Clause[] = []
  for (const [, body = '', pause = ''] of text.matchAll(/([^，。！？；：、]+)([，。！？；：、]?)/g)) {
    const parted = reader.segment(body)
    const syllables = syllablesOf(body, parted, reader)
    const silent = syllables.find(s => !/^[a-zü]+[1-5]$/.test(s.pinyin))
    if (silent) throw new Error(`no reading for "${silent.char}" in "${body}"; add it to content/lexicon.yml`)
    let at = 0
    const words = parted.map(word => syllables.slice(at, (at += [...word].length))).filter(word => word.length > 0)
    clauses.push({ words: applySandhi(readInContext(words)), pause })
  }
  return clauses
}

/** The reading as numbered pinyin with spaces, for tests and as what is hashed. */
export function pinyinText(clauses: readonly Clause[]): string {
  return clauses
    .map(c =>
      c.words
        .flat()
        .map(s => s.pinyin)
        .join(' '),
    )
    .join(' ')
}
