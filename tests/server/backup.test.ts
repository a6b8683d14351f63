import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { shanghaiDay } from '../../domain/time/day'
import { makeBackup } from '../../server/src/backup/make'
import { readManifest } from '../../server/src/backup/manifest'
import { fillAndCompare } from '../../server/src/backup/restore'
import { peppersMissing } from '../../server/src/backup/verify'
import { OUTSIDE } from '../../server/postgres/place'
import { alive } from '../../server/postgres/process-mark'
import { runBackup } from '../../server/src/cli/backup-commands'
import { migrate } from '../../server/src/database/migrate'
import { dayOf, tell } from './acts'
import { emptyDatabase } from './cluster'
import { KEYS, type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let dir: string
let secretary: Person
before(async () => {
  w = await world()
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-backup-'))
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const member = await person(w, 'b1', '甲"乙,\n丙 \\N')
  const today = shanghaiDay(w.service.now())
  await tell(w, member, dayOf(today, { finished: ['a-0001'], answered: { reform: 3 } }))
  const assignment = { ...newKey(), title: '学一篇', due: today, items: ['a-0001'] }
  assert.equal((await call(w, secretary, 'POST', '/v1/branches/b1/assignments', assignment)).status, 201)
  // What lies sealed for ten minutes is no part of it.
  const parcel = await call(w, member, 'PUT', `/v1/me/parcel/${'a'.repeat(32)}`, Buffer.from('sealed'), {
    'content-type': 'application/octet-stream',
  })
  assert.equal(parcel.status, 200)
})
after(async () => {
  await w.close()
  fs.rmSync(dir, { recursive: true })
})

async function backup(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string }> {
  let out = ''
  const hear = (words: string) => void (out += `${words}\n`)
  const given = { DATABASE_URL: w.url, PEPPER: KEYS.pepper, JWT_SECRET: KEYS.jwt, ...env }
  const code = await runBackup(args, given, { log: hear, error: hear })
  return { code, out }
}

/** A fresh copy of one backup, to be damaged. */
async function made(): Promise<string> {
  const to = fs.mkdtempSync(path.join(dir, 'of-'))
  return (await makeBackup(w.connection.pool, KEYS, to, w.service.now())).dir
}

test('a backup is one folder that only its owner reads, of files that anybody can read without us', async () => {
  const { code, out } = await backup(['make', dir])
  assert.equal(code, 0)
  const [name] = fs.readdirSync(dir).filter(it => it.startsWith('dangshi-'))
  const at = path.join(dir, name!)
  assert.ok(out.includes(at))
  assert.equal(fs.statSync(at).mode & 0o777, 0o700)
  for (const file of fs.readdirSync(at)) assert.equal(fs.statSync(path.join(at, file)).mode & 0o777, 0o600, file)
  const { tables } = readManifest(at)
  assert.ok(tables.length > 15 && !tables.some(it => it.table === 'parcel'))
  assert.equal(tables.find(it => it.table === 'member')!.rows, 2)
  assert.match(gunzipSync(fs.readFileSync(path.join(at, 'member.csv.gz'))).toString(), /"甲""乙,\n丙 \\N"/)
})

test('what a killed backup has left goes with the next, and one that is being made stays', async () => {
  const own = path.join(dir, 'killed')
  for (const [name, hours] of [
    ['dangshi-20261101T000000Z.half', 2],
    ['dangshi-20261101T010000Z.half', 0],
  ] as const) {
    const half = path.join(own, name)
    fs.mkdirSync(half, { recursive: true })
    fs.writeFileSync(path.join(half, 'member.csv.gz'), 'x')
    const at = new Date(Date.now() - hours * 3_600_000)
    for (const it of [path.join(half, 'member.csv.gz'), half]) fs.utimesSync(it, at, at)
  }
  assert.equal((await backup(['make', own])).code, 0)
  const left = fs.readdirSync(own).sort()
  assert.deepEqual([left.length, left[0]], [2, 'dangshi-20261101T010000Z.half'])
})

test('a backup that is stopped by a signal leaves nothing', async () => {
  const own = path.join(dir, 'stopped')
  const env = { ...process.env, DATABASE_URL: w.url, PEPPER: KEYS.pepper, JWT_SECRET: KEYS.jwt }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/cli/backup.ts', 'make', own], { env })
  const holder = await w.connection.pool.connect()
  // On a busy machine the child is long in coming.
  await holder.query(
    `begin; set local idle_in_transaction_session_timeout = 0; lock table member in access exclusive mode`,
  )
  const halves = () => (fs.existsSync(own) ? fs.readdirSync(own) : [])
  while (halves().length === 0) await new Promise(resolve => setTimeout(resolve, 20))
  child.kill('SIGINT')
  await new Promise(resolve => child.once('exit', resolve))
  await holder.query('rollback')
  holder.release()
  assert.deepEqual(halves(), [])
})

test('a signal that comes with a backup’s folder is not missed', async t => {
  const own = path.join(dir, 'heard')
  const heard: number[] = []
  const real = fs.mkdirSync
  t.mock.method(fs, 'mkdirSync', (at: string, options: fs.MakeDirectoryOptions) => {
    if (at.endsWith('.half')) heard.push(process.listenerCount('SIGINT') - before)
    return real(at, options)
  })
  const before = process.listenerCount('SIGINT')
  const { dir: made } = await makeBackup(w.connection.pool, KEYS, own, Date.now())
  assert.deepEqual(heard, [1])
  assert.deepEqual(fs.readdirSync(own), [path.basename(made)])
  assert.equal(process.listenerCount('SIGINT'), before)
})

test('a trial of a backup that is stopped by a signal ends its database and leaves nothing', async () => {
  const own = path.join(dir, 'tried')
  const { out } = await backup(['make', own])
  const [made] = /\S*dangshi-\w+/.exec(out)!
  const temporary = path.join(dir, 'temporary')
  fs.mkdirSync(temporary)
  const env = { ...process.env, TMPDIR: temporary, DATABASE_URL: w.url, PEPPER: KEYS.pepper, JWT_SECRET: KEYS.jwt }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/cli/backup.ts', 'verify', made], { env })
  const marks = () =>
    [temporary, OUTSIDE]
      .filter(it => fs.existsSync(it))
      .flatMap(at => fs.readdirSync(at).map(it => path.join(at, it, 'data/postmaster.pid')))
      .filter(it => it.includes('e-dangshi') && fs.existsSync(it))
  const before = new Set(marks())
  const mine = () => marks().find(it => !before.has(it) && /^\d+\n/.test(fs.readFileSync(it, 'utf8')))
  while (!mine() && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 20))
  const mark = mine()!
  const server = Number.parseInt(fs.readFileSync(mark, 'utf8'), 10)
  child.kill('SIGINT')
  const [code] = (await once(child, 'exit')) as [number]
  assert.equal(code, 130)
  assert.deepEqual(
    fs.readdirSync(temporary).filter(it => it.startsWith('e-dangshi')),
    [],
  )
  assert.ok(!fs.existsSync(mark))
  // One that nobody has reaped yet has ended, too.
  assert.ok(!alive(server))
})

test('half a backup is not left behind', async () => {
  const to = path.join(dir, 'cut')
  const pool = Object.create(w.connection.pool)
  pool.connect = async () => {
    const client = await w.connection.pool.connect()
    const query = client.query.bind(client) as (...it: unknown[]) => unknown
    return Object.assign(client, {
      query: (it: { text?: string }, ...more: unknown[]) => {
        if (it.text?.includes('from "org"')) throw new Error('the line broke')
        return query(it, ...more)
      },
    })
  }
  await assert.rejects(makeBackup(pool, KEYS, to, w.service.now()), /the line broke/)
  assert.deepEqual(fs.readdirSync(to), [])
})

test('verifying restores it, finds every table the same byte for byte, and tells the service’s metrics', async () => {
  const at = await made()
  const scratch = await emptyDatabase()
  try {
    const { code, out } = await backup(['verify', at, '--on', scratch.url])
    assert.equal(code, 0, out)
    assert.match(out, /逐字节相同/)
    assert.match(out, /PEPPER 就是现在的/)
    const { rows } = await scratch.connection.pool.query('select name from member order by name')
    assert.deepEqual(rows.map(it => it.name).sort(), ['书记', '甲"乙,\n丙 \\N'].sort())
    const noted = await w.connection.pool.query(`select at from backup_run where what = 'verified'`)
    assert.equal(noted.rows[0].at.toISOString(), readManifest(at).at)
  } finally {
    await scratch.drop()
  }
})

const damages: [string, RegExp, (at: string) => void][] = [
  ['a row changed', /member\.csv\.gz 不是备份时写下的/, at => edit(at, 'member', text => text.replace('书记', '书计'))],
  ['a row lost', /不是备份时写下的/, at => edit(at, 'member', text => text.replace(/\n[^\n]*书记[^\n]*/, ''))],
  ['a file cut short', /member_day\.csv\.gz 读不出来/, at => cut(path.join(at, 'member_day.csv.gz'))],
  ['a file gone', /org\.csv\.gz 读不出来/, at => fs.rmSync(path.join(at, 'org.csv.gz'))],
  ['a newer version’s migration', /来自更新的版本（有 9999-later\.sql）/, at => later(at)],
]
function edit(at: string, table: string, change: (text: string) => string): void {
  const file = path.join(at, `${table}.csv.gz`)
  const text = gunzipSync(fs.readFileSync(file)).toString()
  const changed = change(text)
  assert.notEqual(changed, text)
  fs.writeFileSync(file, gzipSync(changed))
}
const cut = (file: string) => fs.truncateSync(file, fs.statSync(file).size - 12)
function later(at: string): void {
  const file = path.join(at, 'manifest.json')
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'))
  manifest.migrations.push({ name: '9999-later.sql', sha256: '0'.repeat(64) })
  fs.writeFileSync(file, JSON.stringify(manifest))
}
for (const [what, words, damage] of damages) {
  test(`verifying finds ${what} before a database is asked, says so, and is not told as done`, async () => {
    await w.connection.pool.query(`delete from backup_run where what = 'verified'`)
    const at = await made()
    damage(at)
    // One that holds something: nothing may come so far.
    const { code, out } = await backup(['verify', at, '--on', w.url])
    assert.equal(code, 1)
    assert.match(out, words)
    assert.deepEqual((await w.connection.pool.query(`select 1 from backup_run where what = 'verified'`)).rows, [])
  })
}

test('a table that does not come out of the database as it went in is named', async () => {
  const at = await made()
  const scratch = await emptyDatabase()
  try {
    await migrate(scratch.connection.pool)
    // Of this type a text comes out longer than it went in.
    await scratch.connection.pool.query('alter table member alter column name type char(60)')
    await assert.rejects(
      fillAndCompare(scratch.connection.pool, at, readManifest(at)),
      /^Error: member 恢复以后再读出来/,
    )
    assert.deepEqual((await scratch.connection.pool.query('select 1 from org')).rows, [], 'all rows or none')
  } finally {
    await scratch.drop()
  }
})

test('another pepper than the one of then is found out before anything is restored; while they change, both are known', async () => {
  const at = await made()
  const { code, out } = await backup(['verify', at], { PEPPER: 'q'.repeat(32) })
  assert.equal(code, 1)
  assert.match(out, /PEPPER 和现在的不同/)
  const changing = { ...KEYS, pepper: `2:${'q'.repeat(32)}`, pepperBefore: KEYS.pepper }
  assert.equal(peppersMissing(readManifest(at), changing), 0)
})

test('restoring fills an empty database, and never one that holds something', async () => {
  const at = await made()
  const refused = await backup(['restore', at]).catch((error: Error) => error.message)
  assert.match(String(refused), /不是空的，什么都没有做/)
  const fresh = await emptyDatabase()
  try {
    // What an extension has put there, its views, is nothing that somebody holds.
    await fresh.connection.pool.query('create extension pg_buffercache')
    const { code, out } = await backup(['restore', at], { DATABASE_URL: fresh.url })
    assert.equal(code, 0)
    assert.match(out, /每张表都和备份时相同/)
    const { rows } = await fresh.connection.pool.query('select finished, answered from member_day')
    assert.deepEqual(rows, [{ finished: ['a-0001'], answered: { reform: 3 } }])
    assert.deepEqual((await fresh.connection.pool.query('select 1 from parcel')).rows, [])
  } finally {
    await fresh.drop()
  }
})

test('what is no backup is refused in words', async () => {
  assert.equal((await backup([])).code, 2)
  await assert.rejects(backup(['verify', os.tmpdir()]), /这不是一份备份/)
})
