import type { SearchDocument } from './documents'
import { namesWithin, parseQuery, type NameTable, type QueryWord } from './query'
import { search, type Hit } from './search'

export interface Answer {
  /** What was looked for. */
  words: QueryWord[]
  hits: Hit[]
  /** The query as typed stands nowhere; these are hits for the names in it. */
  loosened: boolean
}

/** Answers a query as typed; when nothing has it, by the known names in it. */
export function lookUp(documents: readonly SearchDocument[], names: NameTable, query: string): Answer {
  const words = parseQuery(query, names)
  const hits = search(documents, words)
  if (hits.length > 0) return { words, hits, loosened: false }
  const within = namesWithin(query, names)
  const loose = search(documents, within)
  return loose.length > 0 ? { words: within, hits: loose, loosened: true } : { words, hits: [], loosened: false }
}
