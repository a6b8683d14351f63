import type { SearchDocument } from './documents'
import { findWord } from './find'
import type { QueryWord } from './query'
import { LEDGER, type Hit, type Met } from './search'

/** Of the query's worth, what two words of it must have that stand in one sentence. */
const NEAR = 0.3

/** Whether two words and more, by their worth enough of the query, stand in one sentence of a text or on one card. */
export function inOneBreath(
  { document, met }: { document: SearchDocument; met: readonly (Met | undefined)[] },
  words: readonly QueryWord[],
  worths: readonly number[],
  part = NEAR,
): boolean {
  const telling = words.map(({ typed, phrase }, i) => (met[i] && !phrase && typed.length > 1 ? worths[i]! : 0))
  const least = part * words.reduce((sum, { phrase }, i) => sum + (phrase ? 0 : worths[i]!), 0)
  if (telling.filter(it => it > 0).length < 2 || telling.reduce((a, b) => a + b, 0) < least) return false
  return stretchesOf(document).some(stretch => {
    const here = telling.filter((it, i) => it > 0 && words[i]!.forms.some(form => findWord(stretch, form) >= 0))
    return here.length > 1 && here.reduce((a, b) => a + b, 0) >= least
  })
}

/** A card is one breath, a text is sentences. */
const stretchesOf = ({ kind, plain, names }: SearchDocument): string[] =>
  LEDGER[kind] ? [[plain, ...names].join('\n')] : plain.split('\n')

/** Looked at sentence by sentence are so many of the best. */
const MOST_READ = 40
/** What words that stand in one sentence add, of their worth. */
const TOGETHER = 0.3

/** Words that stand together in a sentence, or on one card, say more than words strewn over a text. */
export function together(
  hits: (Hit & { met: readonly (Met | undefined)[] })[],
  words: readonly QueryWord[],
  worths: readonly number[],
  isSubject: readonly boolean[],
): void {
  for (const hit of hits.slice(0, MOST_READ)) {
    const counts = worths.map((worth, i) => (isSubject[i] && hit.met[i]?.place === 'body' ? 0 : worth))
    let best = 0
    for (const stretch of stretchesOf(hit.document)) {
      const sum = words.reduce(
        (all, { forms }, i) => all + (forms.some(form => findWord(stretch, form) >= 0) ? counts[i]! : 0),
        0,
      )
      best = Math.max(best, sum)
    }
    hit.score += TOGETHER * best
  }
}
