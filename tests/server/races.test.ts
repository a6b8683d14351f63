import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Actors } from '../../server/src/auth/actors'
import { selfScope } from '../../server/src/auth/scope'
import { takeDays } from '../../server/src/features/days/queries'
import { openLogin, signOutLogin } from '../../server/src/features/login/logins'
import { refreshToken, tradeRefresh } from '../../server/src/features/login/refresh'
import { unbind } from '../../server/src/features/me/members'
import { eraseMember } from '../../server/src/features/me/own-records'
import { dayOf, todayOf } from './acts'
import { KEYS, TENANT, type World, person, plantTree, world } from './support'

let w: World
before(async () => {
  w = await world()
  await plantTree(w)
})
after(() => w.close())

/** The member as another process of the service still remembers them. */
async function remembered(name: string) {
  const who = await person(w, 'b1', name)
  const actors = new Actors(w.connection.db, w.service.now)
  const { l } = w.app.jwt.decode<{ l: string }>(who.token)!
  return { who, scope: selfScope(await actors.find({ sub: who.id, t: TENANT, v: 1, l })) }
}
const take = (scope: Awaited<ReturnType<typeof remembered>>['scope']) =>
  takeDays(w.connection.db, scope, [dayOf(todayOf(w))], () => true, todayOf(w))
const stored = async (member: string) =>
  (await w.connection.pool.query('select 1 from member_day where member_id = $1', [member])).rows.length

test('what another process still believes takes nothing from a member who has erased themselves', async () => {
  const { who, scope } = await remembered('甲')
  await take(scope)
  await eraseMember(w.connection.db, scope, w.service.now())
  await assert.rejects(() => take(scope), { status: 401 })
  assert.equal(await stored(who.id), 0)
})

test('… nor from one who has withdrawn consent', async () => {
  const { scope } = await remembered('乙')
  await unbind(w.connection.db, scope, { why: 'withdrawn' }, w.service.now())
  await assert.rejects(() => take(scope), { status: 403 })
})

test('a logout while a token is being traded leaves no token that works', async () => {
  const { who, scope } = await remembered('丙')
  const { db, pool } = w.connection
  const now = w.service.now()
  const login = await openLogin(db, { tenant: TENANT, member: who.id }, now)
  const token = refreshToken(KEYS, { tenant: TENANT, login }, 0)
  const holder = await pool.connect()
  /** Until so many statements wait for a lock. */
  const waiting = async (n: number) => {
    const ask = `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    while ((await pool.query(ask)).rows[0].n < n) await sleep(10)
  }
  const both: Promise<unknown>[] = []
  try {
    await holder.query('begin')
    await holder.query('select 1 from login where login_id = $1 for update', [login])
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
