import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type pg from 'pg'
import { type Migration, migrate, pendingMigrations, readMigrations } from '../../server/src/database/migrate'
import { emptyDatabase } from './cluster'

let pool: pg.Pool
let drop: () => Promise<void>
beforeEach(async () => {
  const made = await emptyDatabase()
  pool = made.connection.pool
  drop = made.drop
})
afterEach(() => drop())

const files = readMigrations()
const names = files.map(it => it.name)
const recorded = async () =>
  (await pool.query('select name from schema_migration order by name')).rows.map(it => it.name as string)
const made = (name: string, sql: string): Migration => ({ name, sql, sha256: name })

/** The database as it was left by the service that kept its own list, before Kysely's Migrator was used. */
async function asBefore(applied: readonly Migration[]): Promise<void> {
  await pool.query(
    'create table schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null)',
  )
  for (const { name, sql, sha256 } of applied) {
    await pool.query(sql)
    await pool.query('insert into schema_migration values ($1, $2, now())', [name, sha256])
  }
}

test('migrations are applied once, by one of two who try, and an edited one is refused', async () => {
  assert.ok((await pendingMigrations(pool)).length > 0)
  const applied = await Promise.all([migrate(pool), migrate(pool)])
  assert.deepEqual(applied.flat().sort(), names)
  assert.equal(applied.flat().length, new Set(applied.flat()).size)
  assert.deepEqual(await pendingMigrations(pool), [])
  await pool.query(`update schema_migration set sha256 = 'edited'`)
  await assert.rejects(() => migrate(pool), /改动过/)
})

test('a database from before the Migrator keeps its rows, gets what is missing, and nothing a second time', async () => {
  const old = files.slice(0, 3)
  await asBefore(old)
  await pool.query(`insert into org (tenant_id, org_id, type, name, path) values ('t', 'd', 'district', '区', '/d/')`)
  const { rows: before } = await pool.query('select * from schema_migration order by name')
  assert.deepEqual(await migrate(pool), names.slice(3))
  assert.deepEqual((await pool.query('select name from org')).rows, [{ name: '区' }])
  assert.deepEqual((await pool.query('select * from schema_migration order by name limit 3')).rows, before)
  assert.deepEqual([await migrate(pool), await recorded(), await pendingMigrations(pool)], [[], names, []])
})

test('… and an edited file is refused there as well, before anything is applied', async () => {
  await asBefore(files.slice(0, 3))
  const edited = files.map((it, i) => (i === 1 ? { ...it, sha256: 'other' } : it))
  await assert.rejects(() => migrate(pool, edited), new RegExp(`${names[1]} 在应用之后被改动过`))
  assert.deepEqual(await recorded(), names.slice(0, 3))
})

test('when one of several fails, none of them is applied, and the database says why', async () => {
  const [sound, broken] = [made('0001-a.sql', 'create table a (n int)'), made('0002-b.sql', 'create tabel b (n int)')]
  await assert.rejects(() => migrate(pool, [sound, broken]), /tabel/)
  assert.deepEqual([await recorded(), (await pool.query(`select to_regclass('a') as a`)).rows[0].a], [[], null])
  assert.deepEqual(await migrate(pool, [sound, { ...broken, sql: 'create table b (n int)' }]), [
    sound.name,
    broken.name,
  ])
})

test('an older version leaves the tables of a newer one as they are', async () => {
  await migrate(pool)
  assert.deepEqual(await migrate(pool, files.slice(0, 3)), [])
  assert.deepEqual(await recorded(), names)
})

test('the statements of a file are sent one by one: a distributed PostgreSQL takes no two of them at once', async () => {
  const sent: string[] = []
  pool.on('connect', client => {
    const query = client.query.bind(client) as (...asked: unknown[]) => never
    client.query = ((...asked: unknown[]) => (sent.push(String(asked[0])), query(...asked))) as typeof client.query
  })
  const text = `-- one; two\ncreate table "a;b" (n text default 'it''s; so'); -- then;\ninsert into "a;b" values ('1;2'), (default);\n-- end;\n`
  await migrate(pool, [made('0001-a.sql', text)])
  const { rows } = await pool.query('select n from "a;b"')
  assert.deepEqual(
    rows.map(it => it.n),
    ['1;2', "it's; so"],
  )
  assert.deepEqual(
    sent.filter(it => it.includes('a;b')),
    [
      `-- one; two\ncreate table "a;b" (n text default 'it''s; so')`,
      `-- then;\ninsert into "a;b" values ('1;2'), (default)`,
      'select n from "a;b"',
    ],
  )
})
