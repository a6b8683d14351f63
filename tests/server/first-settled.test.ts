import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { monthWeeks } from '../../domain/branch/month'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/rollup/worker'
import { read } from './acts'
import { type Person, type World, call, person, plantTree, world } from './support'

// A week that the district has totals of has those of every branch: one branch’s members are not the district’s.
const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
let w: World
let supervisor: Person
let inB1: Person
let thisWeek: string

before(async () => {
  w = await world()
  await plantTree(w)
  inB1 = await person(w, 'b1', '学习')
  supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  for (const branch of ['b1', 'b2', 'b2', 'b3']) await person(w, branch, '党员')
  thisWeek = weekStart(shanghaiDay(w.service.now()))
})
beforeEach(() => w.connection.pool.query('truncate branch_period, org_rollup, branch_dirty'))
after(() => w.close())

const back = (weeks: number) => addDays(thisWeek, -7 * weeks)
async function upload(monday: string): Promise<void> {
  const events = [read(dayStart(monday) + HOUR, 60)]
  assert.equal((await call(w, inB1, 'POST', '/v1/events', { events })).status, 200)
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
const get = async (url: string) => (await call(w, supervisor, 'GET', `/v1/orgs/${url}`)).json
const line = (it: { org: string; branches: number; members: number }) => [it.org, it.branches, it.members]
const weeksOfTrend = async () => (await get('d/trend')).weeks.map((it: { start: string }) => it.start)

test('a week before the service was is told of all branches, once somebody uploads of it', async () => {
  const week = back(6)
  await upload(week)
  const { totals, children } = await get(`d?week=${week}`)
  assert.deepEqual(line(totals), ['d', 3, 6])
  assert.deepEqual(children.map(line), [
    ['u1', 2, 4],
    ['u2', 1, 2],
  ])
  assert.equal((await get(`d/help?week=${week}`)).branches.length, 3)
  const month = monthOfWeek(week)
  const ofMonth = (await get(`d?month=${month}`)).totals
  assert.deepEqual([...line(ofMonth), ofMonth.expected], ['d', 3, 6, 6 * monthWeeks(month).length])
})

test('weeks in which the service was down are made up for, and their months with them', async () => {
  w.pass(-4 * WEEK)
  await openWeek(w.connection.db, w.service.now())
  w.pass(4 * WEEK)
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await weeksOfTrend(), [4, 3, 2, 1, 0].map(back))
  const { weeks } = await get('d/trend')
  for (const week of weeks) assert.deepEqual(line(week), ['d', 3, 6], week.start)
  for (const month of new Set([4, 3, 2, 1].map(n => monthOfWeek(back(n))))) {
    const begun = monthWeeks(month).filter(monday => monday <= thisWeek)
    assert.equal((await get(`d?month=${month}`)).totals.expected, 6 * begun.length, month)
  }
})

test('a service that has just begun tells nothing of the weeks before', async () => {
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await weeksOfTrend(), [thisWeek])
})

test('one act of long ago does not make a service add up years, nor say that it was a district’s week', async () => {
  const week = weekStart('2001-02-03')
  await upload(week)
  const { totals, children } = await get(`d?week=${week}`)
  assert.deepEqual(
    [totals, children.map(line)],
    [
      undefined,
      [
        ['u1', 0, 0],
        ['u2', 0, 0],
      ],
    ],
  )
  assert.equal((await get(`d?month=${monthOfWeek(week)}`)).totals, undefined)
  assert.equal((await w.connection.pool.query('select 1 from branch_dirty')).rows.length, 0)
})
