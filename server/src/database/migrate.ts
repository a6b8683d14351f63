import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import {
  DEFAULT_MIGRATION_TABLE,
  Kysely,
  type Migration as KyselyMigration,
  type MigrationProvider,
  Migrator,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  sql,
} from 'kysely'
import type pg from 'pg'
import { statementsOf } from './statements'

const DIR = path.join(__dirname, '../../migrations')
/** Of the advisory lock under which bookkeeping is made; any number that is ours. */
const TURN = 190_107

/** The schema began anew when phones began to tell of days and no longer of deeds; there were no users. */
export class OldSchemaError extends Error {
  override name = 'OldSchemaError'
  constructor() {
    super('这个数据库是 2026 年 11 月以前的表结构，那时还没有用户，不再接着用：请换一个空的库再运行')
  }
}

export interface Migration {
  name: string
  sql: string
  sha256: string
}

/** Every file of server/migrations (`dir`), in the order of their numbers. */
export function readMigrations(dir: string = DIR): Migration[] {
  return fs
    .readdirSync(dir)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      // A checkout on Windows may have given the lines other endings: it is the same file.
      const sql = fs.readFileSync(path.join(dir, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, sha256: crypto.createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what is missing of `migrations`, all of it or, when one fails, nothing; returns the names. Of several processes
 * one does it and the others wait. Throws Error when an applied file was edited.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = await pool.connect()
  try {
    // A new index on a large table takes longer than a request may, and so does waiting for another process.
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    const applied = await compareApplied(client, migrations)
    const dialect = new PostgresDialect({ pool: poolOf(client) })
    const { error, results } = await new Migrator({
      db: new Kysely({ dialect }),
      provider: providerOf(migrations, applied),
      // Their order is that of their names; the clock of a server may have gone back between two of them.
      allowUnorderedMigrations: true,
    }).migrateToLatest()
    if (error) throw error
    return (results ?? []).map(it => it.migrationName)
  } finally {
    // Not given back: it has lost its limits.
    client.release(true)
  }
}

const poolOf = (client: pg.PoolClient): PostgresPool => ({
  connect: async () =>
    ({ query: client.query.bind(client), release: () => undefined }) as unknown as PostgresPoolClient,
  end: async () => undefined,
})

/**
 * Files as Kysely's Migrator takes them; each leaves its checksum beside its name. What a newer version has applied is
 * named as well: an older one runs on its tables, so that one can go back.
 */
function providerOf(migrations: readonly Migration[], applied: readonly string[]): MigrationProvider {
  const up = (it: Migration) => async (db: Kysely<unknown>) => {
    for (const statement of statementsOf(it.sql)) await sql.raw(statement).execute(db)
    await sql`insert into schema_migration (name, sha256, applied_at)
      values (${it.name}, ${it.sha256}, now())`.execute(db)
  }
  const all = new Map<string, KyselyMigration['up']>(applied.map(name => [name, async () => undefined]))
  for (const it of migrations) all.set(it.name, up(it))
  return { getMigrations: async () => Object.fromEntries([...all].map(([name, up]) => [name, { up }])) }
}

/**
 * Compares what was applied, and returned, with the files: the Migrator knows names only. A database from before it was
 * used has its names told to it.
 */
async function compareApplied(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('begin')
  try {
    // Two that create a table at the same moment get in each other's way, even with "if not exists".
    await client.query('select pg_advisory_xact_lock($1)', [TURN])
    await client.query(`create table if not exists schema_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null)`)
    const { rows } = await client.query('select name, sha256 from schema_migration order by name')
    if (rows.some(it => it.name === '0007-past-stays.sql')) throw new OldSchemaError()
    for (const { name, sha256 } of rows) {
      const file = migrations.find(it => it.name === name)
      if (file && file.sha256 !== sha256) throw new Error(`${name} 在应用之后被改动过：请恢复它，另写一个新的迁移文件`)
    }
    await client.query(`create table if not exists ${DEFAULT_MIGRATION_TABLE} (
      name varchar(255) primary key, timestamp varchar(255) not null)`)
    await client.query(`insert into ${DEFAULT_MIGRATION_TABLE} (name, timestamp)
      select name, to_char(applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from schema_migration
      on conflict (name) do nothing`)
    await client.query('commit')
    return rows.map(it => it.name as string)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Names of files that have not been applied. */
export async function pendingMigrations(pool: pg.Pool): Promise<string[]> {
  const exists = await pool.query(`select to_regclass('schema_migration') as it`)
  if (!exists.rows[0].it) return readMigrations().map(m => m.name)
  const known = await pool.query('select name from schema_migration')
  const names = new Set(known.rows.map(row => row.name as string))
  return readMigrations()
    .map(m => m.name)
    .filter(name => !names.has(name))
}
