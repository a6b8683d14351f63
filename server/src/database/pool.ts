import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, type LogEvent, PostgresDialect, type Transaction, sql } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './prepared'
import type { Tables } from './tables'

export type Database = Kysely<Tables>

// Days stay text (a Date would be local midnight); sums and counts are numbers (all of ours fit).
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export interface Connection {
  db: Database
  pool: pg.Pool
  close(): Promise<void>
  /** Breaks every connection at once, whatever it is doing: what was not committed is rolled back. `close` it afterwards. */
  cut(): void
}

/**
 * Opens a pool. `onError` hears of connections that break while idle, such as when the database restarts; that they break
 * while the pool is closed and the database stops is as it should be.
 */
export function connect(
  url: string,
  size: number,
  onError: (error: Error) => void,
  onQuery?: (event: LogEvent) => void,
): Connection {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    // A request that takes longer is broken: the phone has given up.
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'e-dangshi',
  })
  let closing = false
  const onBreak = (error: Error) => {
    if (!closing) onError(error)
  }
  pool.on('error', onBreak)
  // A connection in use that breaks also emits 'error'; unheard it would end the process.
  pool.on('connect', client => client.on('error', onBreak))
  const clients = new Set<pg.PoolClient>()
  pool.on('connect', client => clients.add(client))
  pool.on('remove', client => clients.delete(client))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: onQuery })
  const cut = () => {
    // In the middle of a query, end() of pg's client does not wait for it.
    for (const client of clients as Set<pg.PoolClient & Pick<pg.Client, 'end'>>) void client.end()
  }
  const close = async () => {
    closing = true
    await db.destroy()
    // Kysely ends only a pool that it has used.
    if (!pool.ending) await pool.end()
  }
  return { db, pool, close, cut }
}

/** Two transactions waited for each other, and the database has ended this one. */
const DEADLOCK = '40P01'
const TIMES = 3

/**
 * All of `work` or nothing of it; inside a transaction, part of that one. Where two waited for each other it is done again from the
 * beginning, so it does nothing that is not in the database.
 */
export async function together<T>(db: Database, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>)
  for (let time = 1; ; time++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || time === TIMES) throw error
      // Both may have been ended, and would meet again.
      await sleep(Math.random() * 50 * time)
    }
  }
}

/** For the rest of the transaction: work that nobody waits for may take longer than a request, on a busy machine much. */
export async function takeYourTime(tx: Database): Promise<void> {
  await sql`set local statement_timeout = '15min'`.execute(tx)
}

/** The same address with another database. */
export function withDatabase(url: string, database: string): string {
  const at = new URL(url)
  at.pathname = `/${database}`
  return at.toString()
}
