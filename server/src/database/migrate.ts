import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

const DIR = path.join(__dirname, '../../migrations')

export interface Migration {
  name: string
  sql: string
  sha256: string
}

/** Every file of server/migrations, in the order of their numbers. */
export function readMigrations(): Migration[] {
  return fs
    .readdirSync(DIR)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      const sql = fs.readFileSync(path.join(DIR, name), 'utf8')
      return { name, sql, sha256: crypto.createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what is missing of `migrations`, each file in one transaction; returns the names. Throws Error when an applied
 * file was edited.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  await pool.query(`create table if not exists schema_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null)`)
  const applied: string[] = []
  for (const migration of migrations) {
    const client = await pool.connect()
    try {
      await client.query('begin')
      // A new index on a large table takes longer than a request may.
      await client.query('set local statement_timeout = 0')
      // Two processes that migrate at once wait here, one after the other.
      await client.query('lock table schema_migration in exclusive mode')
      const known = await client.query('select sha256 from schema_migration where name = $1', [migration.name])
      if (known.rows.length === 0) {
        await client.query(migration.sql)
        await client.query('insert into schema_migration (name, sha256, applied_at) values ($1, $2, now())', [
          migration.name,
          migration.sha256,
        ])
        applied.push(migration.name)
      } else if (known.rows[0].sha256 !== migration.sha256) {
        throw new Error(`${migration.name} 在应用之后被改动过：请恢复它，另写一个新的迁移文件`)
      }
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  }
  return applied
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
