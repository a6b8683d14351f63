import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DayRecord } from '../../domain/contract/days'
import { Actors, type Claims } from '../../server/src/auth/actors'
import { claimedScope, selfScope } from '../../server/src/auth/scope'
import { takeDays } from '../../server/src/features/days/queries'
import { openLogin, signOutLogin } from '../../server/src/features/login/logins'
import { refreshToken, tradeRefresh } from '../../server/src/features/login/refresh'
import { unbind } from '../../server/src/features/me/members'
import { eraseMember } from '../../server/src/features/me/own-records'
import { dayOf, device, todayOf } from './acts'
import { KEYS, TENANT, type World, call, person, plantTree, world } from './support'

let w: World
before(async () => {
  w = await world()
  await plantTree(w)
})
after(() => w.close())

/** Until so many statements wait for a lock. */
async function waiting(n: number): Promise<void> {
  const ask = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  while ((await w.connection.pool.query(ask)).rows[0].n < n) await sleep(10)
}

/** What `work` comes to while another transaction does `first`, begun before and committed while `work` waits for it. */
async function overtaken(first: [sql: string, values: unknown[]], work: () => Promise<unknown>): Promise<unknown> {
  const holder = await w.connection.pool.connect()
  try {
    await holder.query('begin')
    await holder.query(...first)
    const done = work().catch((error: unknown) => error)
    await waiting(1)
    await holder.query('commit')
    return await done
  } finally {
    holder.release()
  }
}

/** The member as another process of the service still remembers them. */
async function remembered(name: string) {
  const who = await person(w, 'b1', name)
  const actors = new Actors(w.connection.db, w.service.now)
  const { l } = w.app.jwt.decode<{ l: string }>(who.token)!
  const claims = { sub: who.id, t: TENANT, v: 1, l }
  return { who, claims, scope: selfScope(await actors.find(claims)) }
}
const take = (claims: Claims, ...days: DayRecord[]) =>
  takeDays(w.connection.db, claimedScope(claims), days.length > 0 ? days : [dayOf(todayOf(w))], () => true, todayOf(w))
const stored = async (member: string) =>
  (await w.connection.pool.query('select 1 from member_day where member_id = $1', [member])).rows.length

test('what another process still believes takes nothing from a member who has erased themselves', async () => {
  const { who, claims, scope } = await remembered('甲')
  await take(claims)
  await eraseMember(w.connection.db, scope, w.service.now())
  await assert.rejects(() => take(claims), { status: 401 })
  assert.equal(await stored(who.id), 0)
})

test('… nor from one who has withdrawn consent', async () => {
  const { claims, scope } = await remembered('乙')
  await unbind(w.connection.db, scope, { why: 'withdrawn' }, w.service.now())
  await assert.rejects(() => take(claims), { status: 401 })
})

test('a login that has ended tells of no day from the next request on, whichever process ended it', async () => {
  const { who, claims } = await remembered('戊')
  const put = () => call(w, who, 'PUT', '/v1/days', { days: [dayOf(todayOf(w), { answered: { reform: 3 } })] })
  assert.equal((await put()).status, 200)
  await w.connection.pool.query('update login set ended_at = now() where login_id = $1', [claims.l])
  assert.deepEqual([(await put()).status, (await put()).json.error], [401, 'unauthorised'])
})

const day = (n: number, reform: number) => dayOf(todayOf(w), { device: device(n), answered: { reform } })
const answers = async (member: string) =>
  (await w.connection.pool.query('select answered, devices from member_day where member_id = $1', [member])).rows

test('a day that another phone’s word changes between its being read and written over loses neither', async () => {
  const { who, claims } = await remembered('己')
  await take(claims, day(1, 2))
  await take(claims, day(2, 3))
  const other = `update member_day set devices = jsonb_set(devices, array[$2, 'answered', 'reform'], '30') where member_id = $1`
  const done = await overtaken([other, [who.id, device(2)]], () => take(claims, day(1, 20)))
  assert.deepEqual(done, [{ taken: true }])
  const [row] = await answers(who.id)
  assert.deepEqual(row.answered, { reform: 50 })
})

test('a day that waits while its member is erased, or withdraws consent, is not written', async () => {
  for (const [name, told, first, status] of [
    ['庚', 0, `update member set consent_version = null where member_id = $1`, 403],
    ['辛', 0, `update member set status = 'erased' where member_id = $1`, 401],
    [
      '壬',
      1,
      `with gone as (delete from member_day where member_id = $1) update member set status = 'erased' where member_id = $1`,
      401,
    ],
  ] as const) {
    const { who, claims } = await remembered(name)
    if (told) await take(claims, day(1, 2))
    const error = await overtaken([first, [who.id]], () => take(claims, day(1, 20)))
    assert.equal((error as { status: number }).status, status, name)
    assert.equal((await answers(who.id)).length, 0, name)
  }
})

test('a logout while a token is being traded leaves no token that works', async () => {
  const { who, scope } = await remembered('丙')
  const { db, pool } = w.connection
  const now = w.service.now()
  const login = await openLogin(db, { tenant: TENANT, member: who.id }, now)
  const token = refreshToken(KEYS, { tenant: TENANT, login }, 0)
  const holder = await pool.connect()
  const both: Promise<unknown>[] = []
  try {
    await holder.query('begin')
    await holder.query('select 1 from login where tenant_id = $1 and login_id = $2 for update', [TENANT, login])
    both.push(tradeRefresh(db, KEYS, token, now).catch(() => undefined))
    await waiting(1)
    both.push(signOutLogin(db, scope, login, now))
    await waiting(2)
    await holder.query('commit')
  } finally {
    holder.release()
  }
  await Promise.all(both)
  const [traded] = (await Promise.all(both)) as [{ refresh: string } | undefined]
  assert.ok(traded)
  await assert.rejects(tradeRefresh(db, KEYS, traded.refresh, now), { status: 401 })
})
