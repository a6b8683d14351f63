import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gone } from '../../server/bench/kill-run'
import { readConfig } from '../../server/src/config'
import { alive } from '../../server/postgres/process-mark'
import { connect } from '../../server/src/database/pool'
import { SMALL } from '../../server/demo/district'
import { hasDemo, seedDemo } from '../../server/demo/seed'
import { startService } from '../../server/src/start'
import { Stopped } from '../../server/src/stop'
import { demoFeed } from './feed'
import { freshDatabase } from './cluster'
import { KEYS } from './support'

const orgsOfSmall = 1 + SMALL.units + SMALL.generalBranches + SMALL.branches

/** The cluster that a process has made in the folder: its address and the server's process id; undefined until it is up. */
function clusterIn(dir: string): { url: string; pid: number } | undefined {
  try {
    const home = path.join(dir, 'postgres')
    const password = fs.readFileSync(path.join(home, 'password'), 'utf8')
    const lines = fs.readFileSync(path.join(home, 'data/postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    // PostgreSQL writes the file line by line.
    return port > 0 ? { url: `postgres://service:${password}@127.0.0.1:${port}/postgres`, pid } : undefined
  } catch {
    return undefined
  }
}

/** Waits until the days of the district are being written; returns the process id of the database. */
async function seeding(dir: string): Promise<number> {
  for (;;) {
    const cluster = clusterIn(dir)
    if (cluster) {
      const { pool, close } = connect(cluster.url, 1, () => undefined)
      const busy = `select 1 from pg_stat_activity where query like 'copy member_day%' and state = 'active'`
      const found = await pool.query(busy).catch(() => ({ rows: [] }))
      await close()
      if (found.rows.length > 0) return cluster.pid
    }
    await sleep(50)
  }
}

test('Ctrl+C while the demo district is written ends at once, stops the database, and the next start makes it whole', async () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-stop-'))
  fs.chmodSync(dir, 0o755)
  const env = { DEMO: '1', DATA_DIR: dir, LOG_LEVEL: 'silent' }
  try {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/server/child-seed.ts'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const database = await seeding(dir)
    const began = Date.now()
    child.kill('SIGINT')
    await gone(child)
    assert.equal(child.exitCode, 0)
    assert.ok(Date.now() - began < 10_000, `${Date.now() - began} ms`)
    assert.ok(!alive(database), 'the database was left running')

    let seeded = 0
    for (const start of ['the next', 'one more']) {
      const onSeed = () => void seeded++
      const { service, close } = await startService(readConfig(env), 'small', demoFeed(), undefined, onSeed)
      const orgs = await service.db.selectFrom('org').select('org_id').execute()
      await close()
      assert.deepEqual([orgs.length, seeded], [orgsOfSmall, 1], start)
    }
  } finally {
    fs.rmSync(dir, { recursive: true, force: true })
  }
})

test('stopped while the district is added up, it is added up at the next start', async () => {
  const stop = new AbortController()
  let totals = 0
  const { connection, drop } = await freshDatabase(({ query }) => {
    if (query.sql.startsWith('insert into branch_period') && ++totals === 2) stop.abort(new Stopped())
  })
  try {
    const seed = (signal?: AbortSignal) => seedDemo(connection, KEYS, demoFeed(), SMALL, Date.now(), signal)
    await assert.rejects(() => seed(stop.signal), Stopped)
    const count = async (table: string) => (await connection.pool.query(`select 1 from ${table}`)).rows.length
    assert.deepEqual([await hasDemo(connection.pool), await count('branch_period')], [false, 0])
    assert.equal(await count('org'), orgsOfSmall)
    await seed()
    assert.ok(await hasDemo(connection.pool))
    assert.equal(await count('org'), orgsOfSmall)
  } finally {
    await drop()
  }
})

test('stopped before it has begun, nothing is written', async () => {
  const { connection, drop } = await freshDatabase()
  try {
    await assert.rejects(
      () => seedDemo(connection, KEYS, demoFeed(), SMALL, Date.now(), AbortSignal.abort(new Stopped())),
      Stopped,
    )
    assert.equal((await connection.pool.query('select 1 from org')).rows.length, 0)
  } finally {
    await drop()
  }
})
