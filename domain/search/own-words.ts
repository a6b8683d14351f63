import { saidAs } from './alike'
import type { SearchDocument } from './documents'
import { addressedWithin, type Person } from './everyday'
import { soundingWhole } from './names-like'
import type { Sounds } from './pinyin'
import { boundsOf, cutAt } from './question-words'
import { namesWithin, type NameTable, type QueryWord } from './query'

/** A word that is written so nowhere, in what it is made of. */
export interface OwnWords {
  /** Names, people by title, and names that are written otherwise than they sound. */
  named: QueryWord[]
  /** Its other words; those that stand nowhere too, for they say that it is about something else. */
  others: QueryWord[]
}

/** Shorter than this a stretch sounds like a name by chance; longer than that it is two words. */
const [SHORTEST_RESPELT, LONGEST_RESPELT] = [3, 6]

/** What somebody says in their own words (划船渡江的小姑娘, 张国涛南下) by the names in it and by its words. */
export function ownWords(
  typed: string,
  documents: readonly SearchDocument[],
  names: NameTable,
  people: readonly Person[],
  sounds: Sounds,
): OwnWords {
  const named: QueryWord[] = []
  let rest = typed
  const take = (word: QueryWord) => {
    named.push(word)
    rest = rest.split(word.typed).join(' ')
  }
  const called = addressedWithin(typed, people)
  if (called && !names.has(called.typed)) take({ typed: called.typed, forms: [called.typed, ...called.names] })
  for (const part of rest.split(' ')) {
    const bounds = boundsOf(part, documents)
    for (const word of namesWithin(part, names)) if (isApart(word.typed, part, bounds)) take(word)
  }
  for (const part of rest.split(' ')) {
    const meant = respelt(part, documents, sounds)
    if (meant) take(meant)
  }
  return { named, others: wordsOf(rest, documents) }
}

/** 入世 is not in 加入世界银行: two characters are a name only where words begin and end. */
function isApart(name: string, part: string, bounds: ReadonlySet<number>): boolean {
  const at = part.indexOf(name)
  return name.length > 2 || (bounds.has(at) && bounds.has(at + 2))
}

/** A text in words as they are written, each with what means the same; letters and digits stay together. */
export const wordsOf = (text: string, documents: readonly SearchDocument[]): QueryWord[] =>
  text
    .split(/ |([\da-z]+)/)
    .filter(part => part !== undefined && part !== '')
    .flatMap(part => (/^[\da-z]/.test(part) ? [part] : cutAt(part, documents)))
    .map(it => ({ typed: it, forms: formsOf(it) }))

/** 女记者 is a 记者 too. */
const formsOf = (word: string): string[] =>
  /^女..$/.test(word) ? [...saidAs(word), ...saidAs(word.slice(1))] : [...saidAs(word)]

/** The longest stretch that sounds as a whole name is read and is written otherwise. */
function respelt(part: string, documents: readonly SearchDocument[], sounds: Sounds): QueryWord | undefined {
  for (let length = Math.min(part.length, LONGEST_RESPELT); length >= SHORTEST_RESPELT; length--) {
    for (let at = 0; at + length <= part.length; at++) {
      const typed = part.slice(at, at + length)
      const forms = soundingWhole(typed, documents, sounds)
      if (forms.length > 0) return { typed, forms }
    }
  }
  return undefined
}
