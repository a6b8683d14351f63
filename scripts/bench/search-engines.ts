import MiniSearch from 'minisearch'
import type { SearchDocument } from '../../domain/search/documents'
import { plainForm } from '../../domain/search/plain-form'
import { lookUp } from '../../domain/search/look-up'
import type { Sounds } from '../../domain/search/pinyin'
import { parseQuery, type NameTable } from '../../domain/search/query'

/** A query to the ids of what was found, best first. */
export type Engine = (query: string) => string[]

/** The app's own: it reads the words themselves. */
export function scanner(documents: SearchDocument[], names: NameTable, sounds: Sounds): Engine {
  return query => lookUp(documents, names, query, sounds).hits.map(hit => hit.document.id)
}

/** Chinese has no spaces: pairs of neighbours are the usual tokens of an index; a run of one stays as it is. */
export function bigrams(text: string): string[] {
  return text.split(/[\s\u3000，。、；：！？“”《》·（）,.]+/).flatMap(part => {
    const run = plainForm(part)
    return run.length < 2 ? (run ? [run] : []) : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
  })
}

/** MiniSearch over the same documents, names and aliases included, titles and names boosted. */
export function buildIndex(documents: SearchDocument[]): MiniSearch {
  const index = new MiniSearch({ fields: ['title', 'names', 'text'], tokenize: bigrams, processTerm: term => term })
  index.addAll(
    documents.map(({ id, kind, title, names, lines }) => ({
      id: `${kind}:${id}`,
      title,
      names: names.join('，'),
      text: lines.join('\n'),
    })),
  )
  return index
}

const boost = { title: 3, names: 2 }

/** The same index asked for every form of each word that the app's own engine tries: its aliases and dates in digits. */
export function indexedForms(index: MiniSearch, names: NameTable): Engine {
  const plain = indexed(index)
  return query => {
    const queries = parseQuery(query, names).map(word => ({
      combineWith: 'OR' as const,
      queries: word.forms.map(form => ({ combineWith: 'AND' as const, queries: [form] })),
    }))
    const found = index.search({ combineWith: 'AND', queries }, { boost })
    return found.length > 0 ? found.map(hit => String(hit.id).split(':')[1]!) : plain(query)
  }
}

/** All pairs of the query wanted; any of them when that finds nothing. */
export function indexed(index: MiniSearch): Engine {
  return query => {
    const all = index.search(query, { boost, combineWith: 'AND' })
    const found = all.length > 0 ? all : index.search(query, { boost, combineWith: 'OR' })
    return found.map(hit => String(hit.id).split(':')[1]!)
  }
}
