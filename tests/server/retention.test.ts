import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { dropOldSecrets } from '../../server/src/database/retention'
import { startWorker } from '../../server/src/features/reports/worker'
import { dayOf, tell, todayOf } from './acts'
import { TENANT, type World, call, person, plantTree, world } from './support'

let w: World
before(async () => {
  w = await world()
  await plantTree(w)
})
after(() => w.close())

const count = async (from: string) => (await w.connection.pool.query(`select 1 from ${from}`)).rows.length

test('logins, requests, accounts and invites that have had their time are removed, others are not', async () => {
  const { pool, db } = w.connection
  const now = w.service.now()
  const { id } = await person(w, 'b1', '乙')
  const ago = (days: number) => new Date(now - days * 86_400_000)
  for (const [n, days] of [
    [1, 59],
    [2, 61],
  ] as const) {
    await pool.query(
      `insert into login (tenant_id, login_id, member_id, began_at, proved_at, traded_at)
        values ($1, gen_random_uuid(), $2, $3, $3, $4)`,
      [TENANT, id, ago(days + n), ago(days)],
    )
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
    [await count('login'), await count('binding_request'), await count('account'), await count('invite')],
    // One of them is the login of 乙.
    [2, 1, 3, 2],
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
  const { pool, db } = w.connection
  await tell(w, await person(w, 'b2', '丙'), dayOf(todayOf(w)))
  await pool.query('alter table sent_form rename to sent_form_away')
  const told: Error[] = []
  const worker = startWorker(db, w.service.now, error => told.push(error), 5)
  while ((await count('branch_dirty')) > 0 || told.length === 0) await sleep(10)
  await worker.stop()
  await pool.query('alter table sent_form_away rename to sent_form')
  assert.equal(await count(`branch_period where branch_id = 'b2' and period = 'week' and studied = 1`), 1)
  assert.ok(told.length < 5, `told ${told.length} times`)
})
