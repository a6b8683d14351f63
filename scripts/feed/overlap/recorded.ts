import type { ParsedFile } from '../read/parse-file'
import { lettersOf } from '../text/letters'

/** All words that were recorded of sources, in footnotes and entries: their form, and the first source that has them. */
export function recordedWords(files: readonly ParsedFile[]): Map<string, string> {
  const said = new Map<string, string>()
  const record = (source: string, words: string) => {
    if (!said.has(words)) said.set(words, source)
  }
  for (const { value, doc } of files) {
    for (const { source, words } of doc?.footnotes ?? []) record(source, words)
    for (const { id, words } of usesIn(value)) record(id, words)
  }
  return new Map([...said].reverse().map(([words, source]) => [lettersOf(words), source]))
}

/** What stands under `sources` anywhere in a file's values. */
function usesIn(value: unknown): { id: string; words: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'sources' && Array.isArray(inner) ? (inner as unknown[]).filter(isUse) : usesIn(inner),
  )
}

const isUse = (use: unknown): use is { id: string; words: string } => {
  const { id, words } = (use ?? {}) as Record<string, unknown>
  return typeof id === 'string' && typeof words === 'string'
}
