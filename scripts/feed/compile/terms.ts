import type { TermSource } from '../schema/glossary'
import type { Span } from '../../../domain/catalog/types'

/** Links a term at its first mention; keeps count over one article, so it is made anew for each. */
export type TermLinker = (text: string) => Span[]

/** Prepares the glossary once: longer wordings first, so that 抗日民族统一战线 is not read as 统一战线. */
export function termLinkers(glossary: readonly TermSource[]): () => TermLinker {
  const byText = new Map<string, string>()
  for (const { id, term, aliases } of glossary)
    for (const text of [term, ...aliases]) if (!byText.has(text)) byText.set(text, id)
  const texts = [...byText.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  if (texts.length === 0) return () => text => [text]
  const pattern = new RegExp(texts.map(text => text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')).join('|'), 'gu')
  return () => {
    const linked = new Set<string>()
    return text => {
      const spans: Span[] = []
      let from = 0
      for (const match of text.matchAll(pattern)) {
        const id = byText.get(match[0])!
        if (linked.has(id)) continue
        linked.add(id)
        if (match.index > from) spans.push(text.slice(from, match.index))
        spans.push([match[0], 'term', id])
        from = match.index + match[0].length
      }
      if (from < text.length) spans.push(text.slice(from))
      return spans
    }
  }
}
