import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { addMonths, monthOfWeek, monthStart } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { applyRoster, readExisting } from '../../server/src/features/roster/apply'
import { dayOf, tell, todayOf } from './acts'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, signIn, world } from './support'

// A week and its month are looked at side by side: were somebody counted in another branch by the one than by the other, a week
// in which more have studied than in its month would be that one's.
const DAY = 86_400_000
let w: World
after(() => w.close())

async function settle(): Promise<void> {
  await openWeek(w.connection.db, w.service.now())
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
async function place(id: string, branch: string): Promise<void> {
  const planned = { id, name: '换支部的', branch, offline: false, status: 'active', post: {} }
  const existing = await readExisting(w.connection.db, TENANT)
  await applyRoster(w.connection.db, KEYS, TENANT, { orgs: [], members: [planned as never] }, existing, w.service.now())
  await settle()
}
interface Sum {
  org: string
  members: number
  studied: number
}
async function sums(unit: Person, query: string): Promise<Record<string, [members: number, studied: number]>> {
  const { totals, children } = (await call(w, unit, 'GET', `/v1/orgs/u1?${query}`)).json as {
    totals: Sum
    children: Sum[]
  }
  return Object.fromEntries([totals, ...children].map(it => [it.org, [it.members, it.studied]]))
}

test('no week has anybody whom its month has not: neither branch tells what the one who moved between them did', async () => {
  w = await world()
  await plantTree(w)
  // The first Monday of a month of four weeks or five.
  let monday = addDays(weekStart(shanghaiDay(w.service.now())), 7)
  while (monthOfWeek(addDays(monday, -7)) === monthOfWeek(monday)) monday = addDays(monday, 7)
  const month = monthOfWeek(monday)
  w.pass(dayStart(monday) + DAY / 2 - w.service.now())
  const unit = await person(w, 'b3', '单位', { roles: [['unit_admin', 'u1']] })
  const who = await person(w, 'b1', '换支部的')
  for (const branch of ['b1', 'b2']) for (let n = 0; n < 6; n++) await person(w, branch, `众${n}`)
  await settle()
  w.pass(DAY)
  await place(who.id, 'b2')
  // The week after, in the new branch, nobody but them has studied; then they delete themselves.
  w.pass(7 * DAY)
  await tell(w, who, dayOf(todayOf(w)))
  await settle()
  const looks = async () => {
    const weeks = []
    for (let at = monday; at <= todayOf(w); at = addDays(at, 7)) weeks.push(await sums(unit, `week=${at}`))
    return { month: await sums(unit, `month=${month}`), weeks }
  }
  const before = await looks()
  for (const week of before.weeks) {
    for (const [org, [members, studied]] of Object.entries(week)) {
      const [most, whole] = before.month[org]!
      assert.ok(members <= most && studied <= whole, `${org}: ${studied} of ${members} in a week, ${whole} of ${most}`)
    }
  }
  // Nor the other way round: whoever the month says has studied, one of its weeks says so.
  for (const [org, [, studied]] of Object.entries(before.month)) {
    const told = before.weeks.reduce((sum, week) => sum + week[org]![1], 0)
    assert.ok(studied <= told, `${org}: ${studied} in the month, ${told} in its weeks`)
  }
  assert.deepEqual(before.weeks[1], { u1: [13, 1], b1: [7, 1], b2: [6, 0] })
  assert.equal((await call(w, await signIn(w, TENANT, who.id), 'DELETE', '/v1/me')).status, 204)
  await settle()
  assert.deepEqual(await looks(), before)
  // From the next month on the new branch counts whoever is there, and nobody who has gone.
  w.pass(dayStart(monthStart(addMonths(month, 1))) + 8 * DAY - w.service.now())
  await settle()
  assert.deepEqual(await sums(unit, `week=${weekStart(todayOf(w))}`), { u1: [12, 0], b1: [6, 0], b2: [6, 0] })
})
