/** One entry of `content/lexicon.yml`: how a word is said, in numbered pinyin (`chang2 zheng1`), and why it stands there. */
export interface LexiconEntry {
  word: string
  say: string
  /** A sentence in which the word must come out so; tests read it. */
  in?: string
}

export interface LexiconHit {
  start: number
  word: string
  syllables: string[]
}

/** A ready lexicon: entries by first character, longest first. */
export type Lexicon = ReadonlyMap<string, readonly LexiconEntry[]>

/**
 * Indexes the entries. Throws with the word when the syllables do not match the characters one to one,
 * or when two entries give one word two readings.
 */
export function buildLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const index = new Map<string, LexiconEntry[]>()
  const seen = new Map<string, string>()
  for (const entry of entries) {
    const syllables = entry.say.trim().split(/\s+/)
    if (syllables.length !== [...entry.word].length)
      throw new Error(
        `lexicon: ${entry.word} has ${[...entry.word].length} characters but ${syllables.length} syllables`,
      )
    const bad = syllables.find(s => !/^[a-zü]+[1-5]$/.test(s))
    if (bad) throw new Error(`lexicon: ${entry.word}: "${bad}" is not numbered pinyin (zhong1, lv4, de5)`)
    if (seen.has(entry.word))
      throw new Error(`lexicon: ${entry.word} stands there twice (${seen.get(entry.word)} and ${entry.say})`)
    seen.set(entry.word, entry.say)
    const first = entry.word[0]!
    index.set(first, [...(index.get(first) ?? []), entry])
  }
  for (const list of index.values()) list.sort((a, b) => b.word.length - a.word.length)
  return index
}

/** Where words begin and end in a text, as its segmenter parts it: 0, the end of each word, the length. */
export function boundariesOf(words: readonly string[]): Set<number> {
  let at = 0
  return new Set([0, ...words.map(word => (at += word.length))])
}

/**
 * All hits in `text`, left to right, the longest word first, never overlapping. An entry counts only where words begin and end:
 * 人参 is not in 人|参加, 多地 not in 更|多|地方.
 */
export function lookUp(lexicon: Lexicon, text: string, boundaries: ReadonlySet<number>): LexiconHit[] {
  const hits: LexiconHit[] = []
  for (let at = 0; at < text.length;) {
    const entry = boundaries.has(at)
      ? lexicon.get(text[at]!)?.find(({ word }) => text.startsWith(word, at) && boundaries.has(at + word.length))
      : undefined
    if (!entry) {
      at += 1
      continue
    }
    hits.push({ start: at, word: entry.word, syllables: entry.say.trim().split(/\s+/) })
    at += entry.word.length
  }
  return hits
}
