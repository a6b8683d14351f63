import type { Connection } from '../src/database/pool'
import { quantile } from './load'

/** A statement as Kysely sent it. */
export interface Statement {
  sql: string
  parameters: unknown[]
}

/** How long each of so many runs took, milliseconds. */
export async function timed(runs: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const began = performance.now()
    await work(i)
    times.push(performance.now() - began)
  }
  return times
}

/** p50 and p95, as the page has them. */
export const middleAndSlow = (times: readonly number[]) =>
  [0.5, 0.95].map(share => `${quantile(times, share).toFixed(1)} ms`).join(', ')

/**
 * How long the database takes to plan and run what `ask` sends, without the way there and back: EXPLAIN says. `recorded` is
 * where the connection's log puts what was sent.
 */
export async function atDatabase(
  { pool }: Connection,
  recorded: Statement[],
  ask: () => Promise<unknown>,
): Promise<number> {
  recorded.length = 0
  await ask()
  let ms = 0
  for (const { sql, parameters } of recorded.slice()) {
    const { rows } = await pool.query(`explain (analyze, timing off) ${sql}`, parameters)
    for (const row of rows) ms += Number(/(?:Planning|Execution) Time: ([\d.]+)/.exec(row['QUERY PLAN'])?.[1] ?? 0)
  }
  return ms
}
