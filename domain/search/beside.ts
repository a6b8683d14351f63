import type { QueryWord } from './query'

/**
 * Single characters that a cut has left beside each other and that begin or end a name together are one word after all: 林改 of
 * 林改第一村, which texts write too seldom for a cut to know it. Undefined when there are none.
 * @param lines all names, a line each, with a line's end before the first and after the last
 */
export function besideEachOther(words: readonly QueryWord[], query: string, lines: string): QueryWord[] | undefined {
  const joined: QueryWord[] = []
  for (const word of words) {
    const before = joined[joined.length - 1]
    const both = before && before.typed.length === 1 && word.typed.length === 1 ? before.typed + word.typed : ''
    const isWord =
      both !== '' && query.indexOf(both) >= 0 && (lines.indexOf(`\n${both}`) >= 0 || lines.indexOf(`${both}\n`) >= 0)
    if (isWord) joined[joined.length - 1] = { typed: both, forms: [both] }
    else joined.push(word)
  }
  return joined.length < words.length ? joined : undefined
}
