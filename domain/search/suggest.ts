import type { DocumentKind, SearchDocument } from './documents'
import { plainForm } from './plain-form'

export interface Suggestion {
  text: string
  kind: DocumentKind
}

/** Things, then texts: who types 遵义 more likely means the meeting than an episode's title. */
const ORDER: DocumentKind[] = ['event', 'person', 'term', 'article', 'episode']

/** Names that go on from what has been typed, then names that hold it; each wording once. */
export function suggest(documents: readonly SearchDocument[], typed: string, most: number): Suggestion[] {
  const start = plainForm(typed)
  if (start === '') return []
  const ranked = documents.flatMap(({ title, kind, names }) => {
    const best = Math.min(...names.map((name, i) => rankOf(name, start, i > 0)))
    return best < Infinity ? [{ text: title, kind, rank: best + ORDER.indexOf(kind) }] : []
  })
  return distinct(
    ranked.sort((a, b) => a.rank - b.rank || a.text.length - b.text.length || (a.text < b.text ? -1 : 1)),
    most,
  )
}

function rankOf(name: string, start: string, alias: boolean): number {
  const at = name.indexOf(start)
  if (at < 0) return Infinity
  return (at === 0 ? 0 : 20) + (alias ? 10 : 0)
}

/** What may have been meant where nothing was found: the names that share the most pairs of characters. */
export function nearest(documents: readonly SearchDocument[], query: string, most: number): Suggestion[] {
  const wanted = pairs(plainForm(query))
  const ranked = documents.flatMap(({ title, kind, names }) => {
    const likeness = Math.max(...names.map(name => alike(wanted, pairs(name))))
    return likeness > 0 ? [{ text: title, kind, rank: -likeness }] : []
  })
  return distinct(
    ranked.sort(
      (a, b) => a.rank - b.rank || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.text < b.text ? -1 : 1),
    ),
    most,
  )
}

/** Pairs of neighbours and, worth less, single characters: a mistyped character costs two pairs of a short name. */
function pairs(text: string): Set<string> {
  const found = new Set<string>(text)
  for (let i = 0; i + 2 <= text.length; i++) found.add(text.slice(i, i + 2))
  return found
}

/** Dice coefficient, 0–1; one shared single character alone is no likeness. */
function alike(a: Set<string>, b: Set<string>): number {
  let common = 0
  a.forEach(part => {
    if (b.has(part)) common += 1
  })
  return common < 2 ? 0 : (2 * common) / (a.size + b.size)
}

function distinct(ranked: (Suggestion & { rank: number })[], most: number): Suggestion[] {
  const seen = new Set<string>()
  const out: Suggestion[] = []
  for (const { text, kind } of ranked) {
    if (out.length === most) break
    if (seen.has(text)) continue
    seen.add(text)
    out.push({ text, kind })
  }
  return out
}
