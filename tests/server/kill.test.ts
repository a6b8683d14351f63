import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import crypto from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MemberEvent } from '../../domain/contract/events'
import { read } from './acts'
import { KEYS, TENANT, type World, freshDatabase, person, plantTree } from './support'

type Fresh = Awaited<ReturnType<typeof freshDatabase>>
let fresh: Fresh
/** A member's access token, as the service signs it. */
function sign(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${crypto.createHmac('sha256', KEYS.jwt).update(text).digest('base64url')}`
}
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.drop())

async function start(): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/server/child-service.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: fresh.url,
      JWT_SECRET: KEYS.jwt,
      PEPPER: KEYS.pepper,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      const found = /listening (\S+)/.exec(chunk.toString())
      if (found) resolve(found[1]!)
    })
    child.once('exit', code => reject(new Error(`exited ${code}`)))
  })
  return { child, address }
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>(resolve => child.once('exit', () => resolve()))

/** A phone: keeps a batch until it is answered, then makes the next. */
async function phone(member: string, place: { address: string }, acknowledged: Set<string>, done: () => boolean) {
  const token = sign({ sub: member, t: TENANT, v: 1 })
  let outbox: MemberEvent[] = []
  for (let n = 0; !done() || outbox.length > 0; n++) {
    if (outbox.length === 0) outbox = Array.from({ length: 10 }, (_, i) => read(Date.now() + i, 1))
    try {
      const response = await fetch(`${place.address}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ events: outbox }),
      })
      if (response.status === 429) await sleep(200)
      if (response.status !== 200) continue
      const { results } = (await response.json()) as { results: { id: string; status: string }[] }
      for (const { id, status } of results) if (status !== 'rejected') acknowledged.add(id)
      outbox = []
      // The rate limit is 300 a minute for one member.
      await sleep(150)
    } catch {
      await sleep(30)
    }
  }
}

test('kill −9 of the service during ingest loses no acknowledged event and counts none twice', async () => {
  const members: string[] = []
  const app = { jwt: { sign: () => '' } } as never
  const w = { app, connection: fresh.connection } as unknown as World
  await plantTree(w)
  for (let i = 0; i < 6; i++) members.push((await person(w, 'b1', `人${i}`)).id)

  const place = { address: '' }
  const acknowledged = new Map(members.map(id => [id, new Set<string>()]))
  let stop = false
  let { child, address } = await start()
  place.address = address
  const phones = members.map(id => phone(id, place, acknowledged.get(id)!, () => stop))
  for (let i = 0; i < 4; i++) {
    await sleep(300 + i * 70)
    child.kill('SIGKILL')
    await gone(child)
    ;({ child, address } = await start())
    place.address = address
  }
  // Connections cut in the middle, as when the database restarts.
  await fresh.connection.pool
    .query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'e-dangshi' and pid <> pg_backend_pid()`,
    )
    .catch(() => undefined)
  await sleep(300)
  stop = true
  await Promise.all(phones)
  child.kill('SIGTERM')
  await gone(child)

  for (const id of members) {
    const { rows } = await fresh.connection.pool.query('select event_id from event where member_id = $1', [id])
    const stored = new Set(rows.map(row => row.event_id as string))
    for (const event of acknowledged.get(id)!)
      assert.ok(stored.has(event), `${event} was acknowledged and is not there`)
    assert.ok(acknowledged.get(id)!.size >= 10, `${acknowledged.get(id)!.size} acknowledged`)
    const days = await fresh.connection.pool.query(
      'select coalesce(sum(read_seconds), 0)::int as seconds from member_day where member_id = $1',
      [id],
    )
    assert.equal(days.rows[0].seconds, stored.size, 'each stored event counts one second, once')
  }
})

test('asked to stop, the service answers what it has begun and exits', async () => {
  const { child, address } = await start()
  const { rows } = await fresh.connection.pool.query(`select member_id from member where name = '人0'`)
  const token = sign({ sub: rows[0].member_id, t: TENANT, v: 1 })
  const body = JSON.stringify({ events: Array.from({ length: 200 }, (_, i) => read(Date.now() + i, 1)) })
  const requests = Array.from({ length: 5 }, () =>
    fetch(`${address}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    }).then(
      response => response.status,
      () => 'cut',
    ),
  )
  await sleep(40)
  child.kill('SIGTERM')
  const statuses = await Promise.all(requests)
  await gone(child)
  assert.equal(child.exitCode, 0)
  // 503 to one that came after the signal: the phone keeps its events.
  for (const status of statuses) assert.ok(status === 200 || status === 503, String(status))
})
