import { enough, has } from './answer-words'
import type { Carriers } from './carries'
import type { SearchDocument } from './documents'
import { findWord } from './find'
import type { AskedKind, Question } from './question'
import type { ContentWord } from './question-words'

// What of the texts answers a question: whole sentences.

/** Sentences of a text that carry what was asked. */
export interface Passage {
  document: SearchDocument
  /** The sentence that carries it, to land on. */
  line: string
  /** Whole sentences as they stand in the text: the line, with the one before where it goes on from that. */
  words: string
}

const PASSAGES = 12
/** A text is about an entry from this weight on. */
const ABOUT = 0.35

/** Goes on from the sentence before. */
const GOES_ON = /^(?:因此|所以|于是|因而|他|她|它|这|那|其|后来|结果)/

const VAGUE: Partial<Record<AskedKind, true>> = { what: true, words: true }

/** From each text the best sentence that has the words and carries what is asked. */
export function passagesOf(
  texts: readonly SearchDocument[],
  asked: Question,
  words: ContentWord[],
  carriers: Carriers,
): Passage[] {
  const found: (Passage & { score: number })[] = []
  for (const document of texts) {
    // What asks for no kind of thing is answered only by what says all of it.
    const about = VAGUE[asked.kind] ? [] : words.filter(word => word.name && isAbout(document, word))
    const there = words.filter(word => has(document.plain, word))
    if (!enough(words, word => there.indexOf(word) >= 0 || about.indexOf(word) >= 0)) continue
    const one = bestSentence(document, words, about, carriers)
    if (one) found.push(one)
  }
  return found
    .map((it, place) => ({ it, place }))
    .sort((a, b) => b.it.score - a.it.score || a.place - b.place)
    .slice(0, PASSAGES)
    .map(({ it: { score: _score, ...passage } }) => passage)
}

/** A text is about what its title or subject names, and about the entry that it mostly cites. */
function isAbout(document: SearchDocument, word: ContentWord): boolean {
  return (
    document.names.some(name => word.forms.some(form => findWord(name, form) >= 0)) ||
    document.cites.some(({ weight, id }) => weight >= ABOUT && word.ids.has(id))
  )
}

/** A sentence by its end, or a point that stands for one; a heading is none. */
const isWhole = (line: string) => /[。！？!?；”」』…）]$/.test(line) || line.length >= 14

function bestSentence(
  document: SearchDocument,
  words: ContentWord[],
  about: ContentWord[],
  carriers: Carriers,
): (Passage & { score: number }) | undefined {
  const plain = document.plain.split('\n')
  let best: (Passage & { score: number }) | undefined
  document.lines.forEach((line, i) => {
    if (!isWhole(line)) return
    const goesOn = i > 0 && GOES_ON.test(line)
    const text = goesOn ? `${plain[i - 1]}\n${plain[i]}` : plain[i]!
    const inLine = words.filter(word => has(text, word))
    if (inLine.length === 0 || !enough(words, word => inLine.indexOf(word) >= 0 || about.indexOf(word) >= 0)) return
    if (!carriers.in(line)) return
    // A text about it that says it with another word in the same breath is no better than its name.
    const spoken = inLine.filter(word => !word.name || about.indexOf(word) < 0)
    if (words.some(word => !word.name) && spoken.length === 0) return
    const score = inLine.reduce((sum, word) => sum + word.weight, 0) + about.length - line.length / 100
    if (!best || score > best.score)
      best = { document, line, words: goesOn ? document.lines[i - 1]! + line : line, score }
  })
  return best
}
