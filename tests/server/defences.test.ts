import assert from 'node:assert/strict'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { REQUEST_MS, buildApp } from '../../server/src/app'
import { Writable } from 'node:stream'
import { Actors } from '../../server/src/auth/actors'
import { pendingMigrations, readMigrations } from '../../server/src/database/migrate'
import { connect, withDatabase } from '../../server/src/database/pool'
import { RateStore } from '../../server/src/plugins/rate-store'
import { settleDirty } from '../../server/src/features/reports/worker'
import { dayOf, tell, todayOf } from './acts'
import { TENANT, type World, call, person, plantTree, world } from './support'

let w: World
before(async () => {
  w = await world({ env: { TRUST_PROXY: '1' } })
  await plantTree(w)
})
after(() => w.close())

const HOUR = 3_600_000
const ROOM = { questions: [{ id: 'q-00001', kind: 'all' }], seconds: 0, teams: 0 }
const LONG = '9'.repeat(5_000)

/** What comes back to bytes that stop in the middle, until the service ends the connection. */
async function half(port: number, bytes: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1')
  socket.write(bytes)
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  await new Promise(resolve => socket.once('close', resolve))
  return answer
}

test('half a body and half a head are cut after thirty seconds, by whatever listens', async () => {
  assert.deepEqual([REQUEST_MS, w.app.server.requestTimeout, w.app.server.headersTimeout], [30_000, 30_000, 30_000])
  const app = await buildApp(w.service, { requestMs: 300 })
  try {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const head =
      'POST /v1/auth/refresh HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n'
    assert.match(await half(port, `${head}\r\n{"refresh":`), /^HTTP\/1.1 408/)
    assert.match(await half(port, head), /^HTTP\/1.1 408/)
  } finally {
    await app.close()
  }
})

test('a database that answers and takes no writes is not ready', async () => {
  const ready = () => call(w, undefined, 'GET', '/readyz')
  assert.equal((await ready()).status, 200)
  const { pool } = w.connection
  const broken = await buildApp(w.service)
  try {
    await pool.query('alter table heartbeat rename to heartbeat_away')
    const { statusCode, json } = await broken
      .inject('/readyz')
      .then(it => ({ statusCode: it.statusCode, json: it.json() }))
    assert.deepEqual([statusCode, json.error], [503, 'writes'])
  } finally {
    await pool.query('alter table heartbeat_away rename to heartbeat')
    await broken.close()
  }
})

test('… nor one that only reads, as a standby or a full disk does', async () => {
  const { pool } = w.connection
  const { rows } = await pool.query('select current_database() as name')
  await pool.query(`alter database ${rows[0].name} set default_transaction_read_only = on`)
  const fresh = await buildApp(w.service)
  const clients = await Promise.all(Array.from({ length: 8 }, () => pool.connect()))
  // Connections that are there already keep their setting.
  for (const client of clients) client.release(true)
  try {
    const answer = await fresh.inject('/readyz')
    assert.deepEqual([answer.statusCode, answer.json().error], [503, 'writes'])
  } finally {
    const client = await pool.connect()
    await client.query('set default_transaction_read_only = off')
    await client.query(`alter database ${rows[0].name} reset default_transaction_read_only`)
    client.release(true)
    const rest = await Promise.all(Array.from({ length: 8 }, () => pool.connect()))
    for (const it of rest) it.release(true)
    await fresh.close()
  }
})

test('a database that is not there or knows the account no more is away, and the log says which: no fault of the phone’s request', async () => {
  for (const [what, url, words] of [
    ['no such database', withDatabase(w.url, 'nowhere'), /没有这个库/],
    ['no such account', Object.assign(new URL(w.url), { username: 'nobody-here', password: 'x' }).href, /28/],
  ] as const) {
    const { pool, db, close } = connect(url, 1, () => undefined)
    let log = ''
    const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void (log += chunk.toString())) })
    const pending = () => pendingMigrations(pool)
    const app = await buildApp({ ...w.service, db, pool, pending, actors: new Actors(db, Date.now) }, { stream })
    try {
      const ready = await app.inject('/readyz')
      assert.deepEqual([ready.statusCode, ready.json().error], [503, 'database'], what)
      const { token } = await person(w, 'b1', '某某')
      const asked = await app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })
      assert.deepEqual([asked.statusCode, asked.json().error], [503, 'database'], what)
      assert.match(log, words)
    } finally {
      await app.close()
      await close()
    }
  }
})

test('ids, numbers and tokens of thousands of digits are refused like any other that is none', async () => {
  const secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  const tried: [string, string, object?][] = [
    ['GET', `/v1/branches/b1/members/${LONG}`],
    ['GET', `/v1/branches/${LONG}/week`],
    ['GET', `/v1/orgs/d?from=${LONG}`],
    ['GET', `/v1/orgs/d?week=${LONG}`],
    ['GET', `/v1/orgs/${LONG}`],
    ['GET', `/v1/me/audit?before=${LONG}`],
    ['DELETE', `/v1/me/logins/${LONG}`],
    ['POST', '/v1/branches/b1/invites', { days: Number(LONG.slice(0, 300)) }],
    ['POST', '/v1/auth/refresh', { refresh: LONG }],
    ['POST', '/v1/me/meetings/sign-in', { code: LONG }],
    ['PUT', '/v1/days', { days: [dayOf(todayOf(w), { finished: [`a-${LONG}`] })] }],
    ['PUT', '/v1/days', { days: [dayOf(todayOf(w), { answered: { reform: Number(LONG.slice(0, 300)) } })] }],
  ]
  for (const [method, url, body] of tried) {
    const who = url.startsWith('/v1/orgs') ? supervisor : secretary
    const { status, raw } = await call(w, who, method, url, body)
    assert.ok([400, 404, 414].includes(status), `${method} ${url.slice(0, 40)} ${status}`)
    assert.ok(raw.length < 500, `${url.slice(0, 40)} ${raw.toString().slice(0, 300)}`)
  }
  const raw = `{"days":[{"day":"${todayOf(w)}","device":"x","studied":true,"finished":[],"answered":{"reform":${LONG}}}]}`
  const response = await w.app.inject({
    method: 'PUT',
    url: '/v1/days',
    headers: { authorization: `Bearer ${secretary.token}`, 'content-type': 'application/json' },
    payload: raw,
  })
  assert.equal(response.statusCode, 400)
})

test('a migration checked out with other line ends is the same migration', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-crlf-'))
  try {
    for (const { name, sql } of readMigrations()) fs.writeFileSync(path.join(dir, name), sql.replaceAll('\n', '\r\n'))
    assert.deepEqual(readMigrations(dir), readMigrations())
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
})

test('with the clock set back an hour a revoked role is gone at once, days are taken and a login goes on', async () => {
  const secretary = await person(w, 'b2', '前书记', { roles: [['secretary', 'b2']] })
  const who = await person(w, 'b2', '党员')
  assert.equal((await call(w, secretary, 'GET', '/v1/branches/b2/week')).status, 200)
  await tell(w, who, dayOf(todayOf(w)))
  w.pass(-HOUR)
  await w.connection.pool.query('delete from role_grant where tenant_id = $1 and member_id = $2', [
    TENANT,
    secretary.id,
  ])
  assert.equal((await call(w, secretary, 'GET', '/v1/branches/b2/week')).status, 404)
  await tell(w, who, dayOf(todayOf(w), { finished: ['a-0001'] }))
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
  assert.equal((await call(w, who, 'GET', '/v1/me/days')).json.days.length > 0, true)
  assert.equal((await call(w, who, 'GET', '/v1/me/export')).status, 200)
  w.pass(HOUR)
})

test('… and a limit that was reached is over after its minute, not after that hour', t => {
  const store = new RateStore()
  const ask = () => {
    let current = 0
    store.incr('somebody', (_error, result) => (current = result.current), 60_000)
    return current
  }
  const clock = t.mock.method(performance, 'now', () => 1_000)
  assert.deepEqual([ask(), ask()], [1, 2])
  t.mock.method(Date, 'now', () => 0)
  clock.mock.mockImplementation(() => 61_001)
  assert.equal(ask(), 1)
})

test('only X-Forwarded-For says where a request comes from: no other header of a proxy makes a new address', async () => {
  const statuses = new Set<number>()
  for (let i = 0; i < 1_210; i++) {
    const address = `10.8.${i % 250}.7`
    const headers = {
      'x-forwarded-for': '203.0.113.77',
      forwarded: `for=${address}`,
      'x-real-ip': address,
      'true-client-ip': address,
      'cf-connecting-ip': address,
      'x-client-ip': address,
      'x-forwarded-host': `h${i}`,
    }
    statuses.add((await call(w, undefined, 'POST', '/v1/auth/refresh', { refresh: 'x' }, headers)).status)
  }
  assert.deepEqual([...statuses], [401, 429])
})

test('all addresses of one IPv6 subscriber are one asker: nobody makes rooms for the whole district', async () => {
  const statuses: number[] = []
  for (let i = 1; i <= 40; i++) {
    const from = { 'x-forwarded-for': `2001:db8:0:1::${i.toString(16)}` }
    statuses.push((await call(w, undefined, 'POST', '/v1/rooms', ROOM, from)).status)
  }
  assert.deepEqual([...new Set(statuses)], [201, 429])
  const other = { 'x-forwarded-for': '2001:db8:0:2::1' }
  assert.equal((await call(w, undefined, 'POST', '/v1/rooms', ROOM, other)).status, 201)
})

test('invented people and figures are for this machine: whichever header a proxy writes, the asker is elsewhere', async () => {
  const demo = await world({ env: { DEMO: '1' } })
  try {
    for (const name of ['forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-for', 'via', 'cf-connecting-ip']) {
      for (const url of ['/v1/demo/identities', '/metrics']) {
        assert.equal((await call(demo, undefined, 'GET', url, undefined, { [name]: 'for=1.2.3.4' })).status, 404, name)
        assert.equal((await call(demo, undefined, 'GET', url)).status, 200, url)
      }
    }
    // A web page whose name was made to lead to this machine asks under that name.
    for (const [host, status] of [
      ['evil.example', 404],
      ['127.0.0.1.evil.example:8080', 404],
      ['localhost:8080', 200],
      ['[::1]:8080', 200],
    ] as const) {
      assert.equal(
        (await call(demo, undefined, 'GET', '/v1/demo/identities', undefined, { host })).status,
        status,
        host,
      )
    }
  } finally {
    await demo.close()
  }
})

test('looking for addresses that are not there is limited like any other asking', async () => {
  const from = { 'x-forwarded-for': '203.0.113.78' }
  const statuses = new Set<number>()
  for (let i = 0; i < 1_210; i++)
    statuses.add((await call(w, undefined, 'GET', `/wp-admin/${i}`, undefined, from)).status)
  assert.deepEqual([...statuses], [404, 429])
})
