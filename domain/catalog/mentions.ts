import type { Span } from './types'

/** Says one fact, however it is worded: `event zunyi-huiyi`. */
export const factOf = (kind: string, id: string): string => `${kind} ${id}`

/**
 * For each text in turn the facts that are cited in it and in none before it: there they are marked, so that a name which
 * stands in every line does not put a mark into every line.
 */
export function firstMentions(texts: readonly (readonly Span[])[]): Set<string>[] {
  const told = new Set<string>()
  return texts.map(spans => {
    const first = new Set<string>()
    for (const span of spans) {
      if (typeof span === 'string' || span.length === 2) continue
      const fact = factOf(span[1], span[2])
      if (!told.has(fact)) first.add(fact)
      told.add(fact)
    }
    return first
  })
}
