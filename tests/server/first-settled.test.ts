import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { addDays, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { dayOf, tell } from './acts'
import { type Person, type World, call, person, plantTree, world } from './support'

// A week that the district has totals of has those of every branch: one branch’s members are not the district’s.
const WEEK = 7 * 24 * 3_600_000
let w: World
let supervisor: Person
let inB1: Person
let thisWeek: string

before(async () => {
  w = await world()
  await plantTree(w)
  inB1 = await person(w, 'b1', '学习')
  supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  for (const branch of ['b1', 'b2', 'b3']) for (let i = 0; i < 5; i++) await person(w, branch, `党员${i}`)
  thisWeek = weekStart(shanghaiDay(w.service.now()))
})
beforeEach(() => w.connection.pool.query('truncate branch_period, org_rollup, branch_dirty'))
after(() => w.close())

const back = (weeks: number) => addDays(thisWeek, -7 * weeks)
async function upload(monday: string): Promise<void> {
  await tell(w, inB1, dayOf(monday))
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
const get = async (url: string) => (await call(w, supervisor, 'GET', `/v1/orgs/${url}`)).json
const line = (it: { org: string; branches: number; members: number }) => [it.org, it.branches, it.members]
const weeksOfTrend = async () => (await get('d/trend')).weeks.map((it: { start: string }) => it.start)

test('a week before the service was is told of all branches, once somebody uploads of it', async () => {
  const week = back(1)
  await upload(week)
  const { totals, children } = await get(`d?week=${week}`)
  assert.deepEqual(line(totals), ['d', 3, 17])
  assert.deepEqual(children.map(line), [
    ['u1', 2, 11],
    ['u2', 1, 6],
  ])
  assert.deepEqual(line((await get(`d?month=${monthOfWeek(week)}`)).totals), ['d', 3, 17])
})

test('weeks in which the service was down are made up for, and their months with them', async () => {
  w.pass(-4 * WEEK)
  await openWeek(w.connection.db, w.service.now())
  w.pass(4 * WEEK)
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await weeksOfTrend(), [4, 3, 2, 1, 0].map(back))
  const { weeks } = await get('d/trend')
  for (const week of weeks) assert.deepEqual(line(week), ['d', 3, 17], week.start)
  for (const month of new Set([4, 3, 2, 1].map(n => monthOfWeek(back(n))))) {
    assert.deepEqual(line((await get(`d?month=${month}`)).totals), ['d', 3, 17], month)
  }
})

test('a service that has just begun tells nothing of the weeks before', async () => {
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await weeksOfTrend(), [thisWeek])
})
