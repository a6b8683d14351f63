import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Migration, migrate, readMigrations } from '../database/migrate'
import { copyOut, hashing, listed, nowhere, PLAINLY, quoted } from './copy-out'
import type { Manifest, TableInBackup } from './manifest'

/** Reads every file once, before a database is asked for anything. @throws Error that names the first that is not whole */
async function checkFiles(dir: string, { tables }: Manifest): Promise<void> {
  for (const { file, sha256 } of tables) {
    const { pass, digest } = hashing()
    await pipeline(fs.createReadStream(path.join(dir, file)), createGunzip(), pass, nowhere()).catch((error: Error) => {
      throw new Error(`${file} 读不出来，这份备份坏了：${error.message}`, { cause: error })
    })
    if (digest() !== sha256) throw new Error(`${file} 不是备份时写下的那一份，这份备份坏了`)
  }
}

/**
 * Puts a backup into an empty database: the tables as they were then, their rows, and each table read again and compared with what
 * the backup holds; then the migrations that came since. All rows or none. @throws Error that says what is wrong, with which table
 */
export async function restoreBackup(pool: pg.Pool, dir: string, manifest: Manifest): Promise<void> {
  const then = migrationsOf(manifest)
  await checkFiles(dir, manifest)
  // The views that an extension brings with it (Citus, pg_stat_statements) are nobody's rows.
  const { rows } = await pool.query(`select 1 from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and not exists
      (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e') limit 1`)
  if (rows.length > 0) throw new Error('要恢复到的库不是空的，什么都没有做：请另建一个空库，写进 DATABASE_URL')
  await migrate(pool, then)
  await fillAndCompare(pool, dir, manifest)
  await migrate(pool)
  await analyse(pool)
}

/** Without it the first hours are slow. A district's tables take longer than a request may. */
async function analyse(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0; analyze')
  } finally {
    // Not given back: it has lost its limit.
    client.release(true)
  }
}

/** Fills the empty tables and reads each of them again. @throws Error that names the table that is not the same; none is filled then */
export async function fillAndCompare(pool: pg.Pool, dir: string, manifest: Manifest): Promise<void> {
  await inOne(pool, async client => {
    for (const table of manifest.tables) await fill(client, dir, table)
    for (const table of manifest.tables) await compare(client, table)
  })
}

/** The files that had been applied. @throws Error when one of them is not ours as it is */
function migrationsOf({ migrations }: Manifest): Migration[] {
  const ours = readMigrations()
  return migrations.map(({ name, sha256 }) => {
    const file = ours.find(it => it.name === name)
    if (!file) throw new Error(`这份备份来自更新的版本（有 ${name}）：请换上那个版本的程序再恢复`)
    if (file.sha256 !== sha256) throw new Error(`${name} 和备份时的不一样：请恢复原来的迁移文件`)
    return file
  })
}

async function inOne(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin; ${PLAINLY}`)
    await work(client)
    await client.query('commit')
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // A connection in the middle of something is of no use to anybody else.
    client.release(broken)
  }
}

async function fill(client: pg.PoolClient, dir: string, { table, columns, file, rows }: TableInBackup) {
  const into = client.query(copyFrom(`copy ${quoted(table)} (${listed(columns)}) from stdin (format csv, header)`))
  await pipeline(fs.createReadStream(path.join(dir, file)), createGunzip(), into)
  if (into.rowCount !== rows) throw new Error(`${file} 有 ${into.rowCount} 行，应当 ${rows} 行`)
}

async function compare(client: pg.PoolClient, it: TableInBackup): Promise<void> {
  const found = await copyOut(client, it)
  if (found.sha256 !== it.sha256) throw new Error(`${it.table} 恢复以后再读出来，和备份里的不一样`)
}
