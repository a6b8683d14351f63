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

/** A Markdown table: each trial of search-trials.json as it came out first, and now. Times are of the processor, a query. */
export function trials(ask: (query: string) => Hit[]): string {
  const all = JSON.parse(readFileSync(path.resolve('scripts/bench/search-trials.json'), 'utf8')) as Trial[]
  const lines = all.flatMap(({ title, written, firstRun, queries }) => {
    const ranks = queries.map(({ query, want }) => ask(query).findIndex(hit => want.includes(idOf(hit.document))))
    const [first, three] = [1, 3].map(most => ranks.filter(rank => rank >= 0 && rank < most).length)
    const missed = queries.filter((_, i) => ranks[i] !== 0).map(({ query }) => query)
    return [
      `| ${queries.length} ${title}, ${written}, first run | ${firstRun.first} | ${firstRun.firstThree} | ${firstRun.p95} | |`,
      `| the same, after they had been looked at | ${first} | ${three} | ${slow(queries, ask).toFixed(0)} ms | ${missed.join('、')} |`,
    ]
  })
  return [
    '| known-item queries | a wanted item first | among the first three | processor time, 95 of 100 under | not first |',
    '| --- | --- | --- | --- | --- |',
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
