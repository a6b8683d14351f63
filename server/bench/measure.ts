import pg from 'pg'
import type { Connection } from '../src/database/pool'
import { isPrepared } from '../src/database/prepared'
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

/** So often a prepared statement is planned for its values before the database may plan it for all. */
const PLANNED_ANEW = 5

/** Names of what is prepared on a connection, by the text. */
const preparedOn = new WeakMap<pg.PoolClient, Map<string, string>>()

/** A value as it stands in an EXECUTE. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map(it => JSON.stringify(text(it))).join(',')}}`)
  return pg.escapeLiteral(text(value))
}
const text = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))

/** What to explain of a statement. One that the service prepares is prepared, and has been asked as often as it takes to keep its plan. */
async function asSent(client: pg.PoolClient, { sql, parameters }: Statement): Promise<[string, unknown[]]> {
  if (!isPrepared(sql)) return [sql, parameters]
  const names = preparedOn.get(client) ?? new Map<string, string>()
  preparedOn.set(client, names)
  const name = names.get(sql) ?? `measured_${names.size}`
  const execute = `execute ${name}${parameters.length > 0 ? `(${parameters.map(literal).join(', ')})` : ''}`
  if (!names.has(sql)) {
    await client.query(`prepare ${name} as ${sql}`)
    names.set(sql, name)
    for (let i = 0; i < PLANNED_ANEW; i++) await client.query(execute)
  }
  return [execute, []]
}

/**
 * How long the database takes to plan and run what `ask` sends, without the way there and back: EXPLAIN says. `recorded` is
 * where the connection's log puts what was sent. What the service prepares is measured as on a connection that has asked it before.
 */
export async function atDatabase(
  { pool }: Connection,
  recorded: Statement[],
  ask: () => Promise<unknown>,
): Promise<number> {
  recorded.length = 0
  await ask()
  let ms = 0
  const client = await pool.connect()
  try {
    for (const statement of recorded.slice()) {
      const [sql, parameters] = await asSent(client, statement)
      const { rows } = await client.query(`explain (analyze, timing off) ${sql}`, parameters)
      for (const row of rows) ms += Number(/(?:Planning|Execution) Time: ([\d.]+)/.exec(row['QUERY PLAN'])?.[1] ?? 0)
    }
  } finally {
    client.release()
  }
  return ms
}
