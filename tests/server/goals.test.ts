import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/rollup/worker'
import { read } from './acts'
import { type Person, TENANT, type World, call, person, plantTree, world } from './support'

// A changed goal holds from its own week on (decision 0023), on every page alike.
const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
let w: World
let secretary: Person
let supervisor: Person
let who: Person
let lastWeek: string

before(async () => {
  w = await world()
  await plantTree(w)
  lastWeek = addDays(weekStart(shanghaiDay(w.service.now())), -7)
  secretary = await person(w, 'b1', '甲', { roles: [['secretary', 'b1']] })
  supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  who = await person(w, 'b1', '两天')
  await study(who, lastWeek, 2)
  await openWeek(w.connection.db, w.service.now())
})
after(() => w.close())

async function study(by: Person, monday: string, days: number): Promise<void> {
  const at = (n: number) => Math.min(dayStart(addDays(monday, n)) + HOUR, w.service.now())
  const events = Array.from({ length: days }, (_, n) => read(at(n), 300))
  assert.equal((await call(w, by, 'POST', '/v1/events', { events })).status, 200)
  await settle()
}
async function settle(): Promise<void> {
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
const get = async (by: Person, url: string) => (await call(w, by, 'GET', url)).json
const setGoal = async (goal: number) => assert.equal((await call(w, who, 'PUT', '/v1/me', { goal })).status, 204)
const marks = async () => (await w.connection.pool.query('select branch_id, week from branch_dirty')).rows

/** How often the goal was met in the week, as each page has it. */
async function met(week: string) {
  const named = (rows: { name: string }[]) => rows.find(row => row.name === '两天') as never
  const page = await get(secretary, `/v1/branches/b1/week?week=${week}`)
  const one = await get(secretary, `/v1/branches/b1/members/${who.id}`)
  const ask = { reason: '季度抽查', branch: 'b1', week }
  const seen = (await call(w, supervisor, 'POST', '/v1/orgs/d/drill', ask)).json.members
  return {
    branch: page.totals.met,
    row: Number((named(page.rows) as { met: boolean }).met),
    member: Number(one.weeks.find((it: { week: string }) => it.week === week)?.met ?? false),
    drill: seen.filter((it: { met: boolean }) => it.met).length,
    district: (await get(supervisor, `/v1/orgs/d?week=${week}`)).totals.met,
  }
}
const all = (n: number) => ({ branch: n, row: n, member: n, drill: n, district: n })
const shownGoal = async (week: string) =>
  (await get(secretary, `/v1/branches/b1/week?week=${week}`)).rows.find((it: { name: string }) => it.name === '两天')
    .goal

test('a smaller goal does not meet a week that is over, on no page, nor when the week is added up again', async () => {
  const month = `/v1/branches/b1/month?month=${monthOfWeek(lastWeek)}`
  const before = await get(secretary, month)
  assert.deepEqual(await met(lastWeek), all(0))
  await setGoal(1)
  assert.deepEqual(await met(lastWeek), all(0))
  assert.equal(await shownGoal(lastWeek), 3)
  assert.deepEqual(await get(secretary, month), before)
  await study(secretary, lastWeek, 1)
  assert.deepEqual(await met(lastWeek), all(0))
})

test('for the running week it holds at once, and branch and district say the same', async () => {
  const thisWeek = addDays(lastWeek, 7)
  await setGoal(3)
  await study(who, thisWeek, 1)
  assert.deepEqual(await met(thisWeek), all(0))
  await setGoal(1)
  assert.deepEqual(await marks(), [{ branch_id: 'b1', week: thisWeek }])
  await settle()
  assert.deepEqual(await met(thisWeek), all(1))
  assert.equal(await shownGoal(thisWeek), 1)
})

test('each week keeps the goal it ended with, whatever it became meanwhile', async () => {
  const thisWeek = addDays(lastWeek, 7)
  w.pass(WEEK)
  await setGoal(5)
  await setGoal(7)
  w.pass(WEEK)
  await setGoal(7)
  await setGoal(2)
  const weeks = [lastWeek, thisWeek, addDays(thisWeek, 7), addDays(thisWeek, 14)]
  assert.deepEqual(await Promise.all(weeks.map(shownGoal)), [3, 1, 7, 2])
  w.pass(-2 * WEEK)
})

test('earlier goals are in the copy of one’s own records, and gone with the member', async () => {
  const { earlierGoals } = await get(who, '/v1/me/export')
  assert.deepEqual(
    earlierGoals.map((it: { goal: number }) => it.goal),
    [3, 1, 7],
  )
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  const left = await w.connection.pool.query('select 1 from earlier_goal where tenant_id = $1', [TENANT])
  assert.equal(left.rows.length, 0)
})
