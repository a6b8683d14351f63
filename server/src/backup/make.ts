import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { type Keys, macs } from '../auth/keys'
import { copyOut, PLAINLY, type Table, tablesOf } from './copy-out'
import { droppedOnSignal } from './interrupted'
import { type Manifest, newManifest, type TableInBackup, writeManifest } from './manifest'

/**
 * Writes everything that the database holds at one moment into a new folder under `to`, while the service goes on: one packed CSV
 * file a table, and the manifest that a restore is compared with. Nobody else may read it. Half a backup has no name that looks
 * like one, and goes: when this one fails or is stopped by a signal, and with the next where it was killed. `now` in milliseconds.
 * @throws Error of the disk or the database; nothing is left then
 */
export async function makeBackup(
  pool: pg.Pool,
  keys: Keys,
  to: string,
  now: number,
): Promise<{ dir: string; manifest: Manifest }> {
  const at = new Date(now).toISOString()
  const dir = path.join(to, `dangshi-${at.replace(/[-:]|\.\d+/g, '')}`)
  const half = `${dir}.half`
  if (fs.existsSync(dir)) throw Object.assign(new Error(dir), { code: 'EEXIST', path: dir })
  fs.mkdirSync(to, { recursive: true })
  dropHalves(to, now)
  // One that another makes in the same second is not ours to take away.
  let ours = false
  const drop = () => {
    // A table's file may just be opened behind it.
    if (ours) fs.rmSync(half, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
  }
  try {
    const manifest = await droppedOnSignal(drop, async () => {
      fs.mkdirSync(half, { mode: 0o700 })
      ours = true
      const read = await readAll(pool, half)
      const it = newManifest({ at, peppers: macs(keys, 'backup', at), ...read })
      writeManifest(half, it)
      fs.renameSync(half, dir)
      return it
    })
    return { dir, manifest }
  } catch (error) {
    drop()
    throw error
  }
}

/** One that is being made writes all the time. */
const DEAD_MS = 60 * 60_000

/** Takes away what backups that were killed have left. */
function dropHalves(to: string, now: number): void {
  for (const name of fs.readdirSync(to)) {
    const half = path.join(to, name)
    if (!/^dangshi-\w+\.half$/.test(name)) continue
    const written = Math.max(
      ...[half, ...fs.readdirSync(half).map(it => path.join(half, it))].map(it => fs.statSync(it).mtimeMs),
    )
    if (now - written > DEAD_MS) fs.rmSync(half, { recursive: true, force: true })
  }
}

/** All tables as they stood at one moment. */
async function readAll(pool: pg.Pool, dir: string): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin isolation level repeatable read read only; ${PLAINLY}`)
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      'select name, sha256 from schema_migration order by name collate "C"',
    )
    const tables: TableInBackup[] = []
    for (const table of await tablesOf(client)) tables.push(await readOne(client, table, dir))
    await client.query('commit')
    return { migrations, tables }
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

async function readOne(client: pg.PoolClient, table: Table, dir: string): Promise<TableInBackup> {
  const file = `${table.table}.csv.gz`
  return { ...table, file, ...(await copyOut(client, table, path.join(dir, file))) }
}
