import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SearchDocument } from '../../domain/search/documents'
import type { Hit } from '../../domain/search/search'

/** Known-item queries that were put to the search by somebody who had not looked at how it ranks. */
interface Trial {
  title: string
  written: string
  /** What came before anything was changed for them; the only run that says how it does with what is new. */
  firstRun: { first: number; firstThree: number; p95: string }
  /** Ids as `idOf` writes them, of which one should come first. */
  queries: { query: string; kind: string; want: string[] }[]
}

const ROUNDS = 7
const idOf = ({ kind, id }: SearchDocument) => (kind === 'article' || kind === 'episode' ? id : `${kind}:${id}`)

/** From this weight on a text is about an entry more than about any other. */
const MAINLY = 0.6

/**
 * Ids that open with what was asked as well as the wanted ones do: the texts mainly about a wanted entry, and the entries that a
 * wanted text is mainly about. A key that names one of them is narrow; it stays as it is, and both figures are given.
 */
function alsoAnswering(documents: readonly SearchDocument[], want: readonly string[]): Set<string> {
  const also = new Set(want)
  const entries = new Map(documents.map(it => [it.id, idOf(it)]))
  for (const document of documents) {
    const isWanted = want.includes(idOf(document))
    for (const { id, weight } of document.cites) {
      const entry = entries.get(id)
      if (weight < MAINLY || !entry) continue
      if (want.includes(entry)) also.add(idOf(document))
      if (isWanted) also.add(entry)
    }
  }
  return also
}

/** A Markdown table: each trial of search-trials.json as it came out first, and now. Times are of the processor, a query. */
export function trials(ask: (query: string) => Hit[], documents: readonly SearchDocument[]): string {
  const all = JSON.parse(readFileSync(path.resolve('scripts/bench/search-trials.json'), 'utf8')) as Trial[]
  const lines = all.flatMap(({ title, written, firstRun, queries }) => {
    const ranks = queries.map(({ query, want }) => ask(query).findIndex(hit => want.includes(idOf(hit.document))))
    const answering = queries.map(({ query, want }) => {
      const also = alsoAnswering(documents, want)
      return ask(query).findIndex(hit => also.has(idOf(hit.document)))
    })
    const within = (places: number[]) => [1, 3].map(most => places.filter(at => at >= 0 && at < most).length)
    const [first, three] = within(ranks)
    const [firstAlso, threeAlso] = within(answering)
    const missed = queries.filter((_, i) => ranks[i] !== 0).map(({ query }) => query)
    return [
      `| ${queries.length} ${title}, ${written}, first run | ${firstRun.first} | ${firstRun.firstThree} | ${firstRun.p95} | | |`,
      `| the same, after they had been looked at | ${first} | ${three} | ${slow(queries, ask).toFixed(0)} ms | ${firstAlso}, ${threeAlso} | ${missed.join('、')} |`,
    ]
  })
  return [
    '| known-item queries | a wanted item first | among the first three | processor time, 95 of 100 under | first, first three, if what is mainly about the same counts | not first |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

/** Milliseconds of the processor under which 95 of 100 answers stay. */
function slow(queries: Trial['queries'], ask: (query: string) => Hit[]): number {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const { query } of queries) {
      const start = process.cpuUsage()
      ask(query)
      const { user, system } = process.cpuUsage(start)
      times.push((user + system) / 1000)
    }
  }
  times.sort((a, b) => a - b)
  return times[Math.ceil(0.95 * times.length) - 1]!
}
