import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, dayStart, shanghaiDay } from '../../domain/time/day'
import { EVENT_DAYS, dropOldEvents, ensurePartitions } from '../../server/src/database/partitions'
import { dropOldSecrets } from '../../server/src/database/retention'
import { startWorker } from '../../server/src/rollup/worker'
import { read } from './acts'
import { TENANT, type World, call, person, plantTree, world } from './support'

let w: World
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
})
after(() => w.close())

const count = async (from: string) => (await w.connection.pool.query(`select 1 from ${from}`)).rows.length

test('single acts are gone after ninety days, the days they made stay, and what was done since is untouched', async () => {
  const who = await person(w, 'b1', '甲')
  const now = w.service.now()
  const at = (back: number) => dayStart(addDays(today, -back)) + 3_600_000
  await call(w, who, 'POST', '/v1/events', { events: [read(at(EVENT_DAYS + 1), 60), read(at(10), 60), read(now, 60)] })
  const old = `event where day < '${addDays(today, -EVENT_DAYS)}'`
  await dropOldEvents(w.connection.db, today)
  assert.equal(await count(old), 1, 'it came today, though it is old')
  await w.connection.pool.query(`update event set received_at = received_at - interval '91 days'`)
  await dropOldEvents(w.connection.db, today)
  assert.deepEqual([await count(old), await count('event'), await count('member_day')], [0, 2, 3])
  // A year on: the months are dropped whole.
  const later = addDays(today, 365)
  await ensurePartitions(w.connection.db, later)
  await dropOldEvents(w.connection.db, later)
  assert.deepEqual([await count('event'), await count('member_day')], [0, 3])
  assert.equal(await count(`pg_class where relname = 'event_${today.slice(0, 7).replace('-', '_')}'`), 0)
  await ensurePartitions(w.connection.db, today)
})

test('tokens, requests, logins and invites that have had their time are removed, others are not', async () => {
  const { pool, db } = w.connection
  const now = w.service.now()
  const { id } = await person(w, 'b1', '乙')
  const ago = (days: number) => new Date(now - days * 86_400_000)
  for (const [n, days] of [
    [1, -1],
    [2, 1],
  ] as const) {
    await pool.query('insert into refresh_token values ($1, $2, $3, gen_random_uuid(), $4)', [TENANT, n, id, ago(days)])
  }
  for (const [n, days] of [
    [1, 1],
    [2, 40],
    [3, 100],
  ] as const) {
    const own = [TENANT, 'b1', `o${n}`]
    await pool.query(`insert into binding_request values ($1, $2, gen_random_uuid(), $3, '某人', '1234', 'v', $4)`, [
      ...own,
      ago(days),
    ])
    await pool.query('insert into account (openid_hmac, created_at) values ($1, $2)', [`new${n}`, ago(days)])
    await pool.query('insert into invite values ($1, $2, $3, gen_random_uuid(), gen_random_uuid(), $4, $4)', [
      `code${n}`,
      TENANT,
      'b1',
      ago(days),
    ])
  }
  await pool.query('insert into account (openid_hmac, tenant_id, member_id, created_at) values ($1, $2, $3, $4)', [
    'bound',
    TENANT,
    id,
    ago(400),
  ])
  await dropOldSecrets(db, now)
  assert.deepEqual(
    [await count('refresh_token'), await count('binding_request'), await count('account'), await count('invite')],
    [1, 1, 3, 2],
  )
})

test('a login that waits for the secretary is kept, however old, and binds when the word comes', async () => {
  const { pool, db } = w.connection
  const now = w.service.now()
  const secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const who = await person(w, 'b1', '丁', { consent: false })
  const old = new Date(now - 100 * 86_400_000)
  const asked = crypto.randomUUID()
  await pool.query(`insert into account (openid_hmac, created_at) values ('waits', $1), ('waits not', $1)`, [old])
  await pool.query(
    `insert into binding_request (tenant_id, branch_id, request_id, openid_hmac, name, last4, consent_version, asked_at)
      values ($1, 'b1', $2, 'waits', '丁', '1234', 'v', $3)`,
    [TENANT, asked, new Date(now - 5 * 86_400_000)],
  )
  await dropOldSecrets(db, now)
  assert.deepEqual(
    [await count(`account where openid_hmac = 'waits'`), await count(`account where openid_hmac = 'waits not'`)],
    [1, 0],
  )
  const approve = `/v1/branches/b1/requests/${asked}/approve`
  assert.equal((await call(w, secretary, 'POST', approve, { member: who.id })).status, 204)
})

test('a daily chore that fails is told, and the sums go on', async () => {
  const who = await person(w, 'b2', '丙')
  await call(w, who, 'POST', '/v1/events', { events: [read(w.service.now(), 60)] })
  // A row in the way of the partition to be made for its month.
  const ahead = addDays(`${today.slice(0, 7)}-28`, 40)
  await w.connection.pool.query(`drop table event_${ahead.slice(0, 7).replace('-', '_')}`)
  await w.connection.pool.query(
    `insert into event values ($1, $2, $3, gen_random_uuid(), 'b2', now(), now(), false, '{}')`,
    [TENANT, who.id, ahead],
  )
  const told: Error[] = []
  const worker = startWorker(w.connection.db, w.service.now, error => told.push(error), 5)
  while ((await count('branch_dirty')) > 0 || told.length === 0) await sleep(10)
  await worker.stop()
  assert.equal(await count(`branch_period where branch_id = 'b2' and period = 'week' and seconds = 60`), 1)
  assert.ok(told.length < 5, `told ${told.length} times`)
})
