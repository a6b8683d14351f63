import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { monthWeeks } from '../../domain/branch/month'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { addMonths, monthOfWeek } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { applyRoster, readExisting } from '../../server/src/features/roster/apply'
import { dayOf, tell, todayOf } from './acts'
import { KEYS, type Person, TENANT, type World, call, newKey, person, plantTree, signIn, world } from './support'

// Whoever looks at a sum before and after somebody moved, left or was deleted learns from it that they went, not what they did:
// no sum of the running period loses or gains one person.
const DAY = 86_400_000
const worlds: World[] = []
after(() => Promise.all(worlds.map(it => it.close())))

let w: World
let unit: Person
let secretary: Person
let who: Person
/** Of b1 and b2; b2's has a place there too. */
let chiefs: Record<'b1' | 'b2', Person>
let monday: string
/** What was sent down to both branches on the first day. */
let sent: string

/** A week that begins: on its Tuesday somebody has studied and finished a task, one other has studied. */
beforeEach(async () => {
  w = await world()
  worlds.push(w)
  await plantTree(w)
  // A Monday whose week has a week of the same month behind it.
  monday = addDays(weekStart(shanghaiDay(w.service.now())), 7)
  while (monthOfWeek(addDays(monday, 7)) !== monthOfWeek(monday)) monday = addDays(monday, 7)
  w.pass(dayStart(monday) + DAY / 2 - w.service.now())
  secretary = await person(w, 'b1', '甲书记', { roles: [['secretary', 'b1']] })
  chiefs = { b1: secretary, b2: await person(w, 'b2', '乙书记', { roles: [['secretary', 'b2']] }) }
  unit = await person(w, 'b3', '单位', { roles: [['unit_admin', 'u1']] })
  who = await person(w, 'b1', '要走的')
  const other = await person(w, 'b1', '别的')
  for (const branch of ['b1', 'b2']) for (let n = 0; n < 6; n++) await person(w, branch, `众${n}`)
  const task = { kind: 'task', title: '一起读', due: addDays(monday, 20), items: ['a-0001'], branches: 'all' }
  sent = (await call(w, unit, 'POST', '/v1/orgs/u1/sent', { ...newKey(), ...task })).json.id
  w.pass(DAY)
  await tell(w, who, dayOf(todayOf(w), { finished: ['a-0001'] }))
  await tell(w, other, dayOf(todayOf(w)))
  await settle()
})

async function settle(): Promise<void> {
  await openWeek(w.connection.db, w.service.now())
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
async function place(branch: string, status: 'active' | 'left' = 'active', id: string | null = who.id) {
  const planned = { id: id ?? undefined, name: id ? '要走的' : '新来的', branch, offline: false, status, post: {} }
  const existing = await readExisting(w.connection.db, TENANT)
  await applyRoster(w.connection.db, KEYS, TENANT, { orgs: [], members: [planned as never] }, existing, w.service.now())
  await settle()
}
const org = async (query = '') => (await call(w, unit, 'GET', `/v1/orgs/u1${query}`)).json
interface Sum {
  members: number
  studied: number
}
const pairs = ({ totals, children }: { totals: Sum; children: Sum[] }) =>
  [totals, ...children].map(it => [it.members, it.studied])
/** Everything with a number of people that is told above the branches: the week, the month, the quarter and the task. */
async function told() {
  const month = monthOfWeek(monday)
  const rows = (await call(w, unit, 'GET', `/v1/orgs/u1/sent/${sent}`)).json.rows as { members: number; done: number }[]
  const { weeks } = (await call(w, unit, 'GET', '/v1/orgs/b1/trend')).json
  return {
    week: pairs(await org(`?week=${monday}`)),
    month: pairs(await org(`?month=${month}`)),
    trend: weeks.map((it: Sum) => [it.members, it.studied]),
    task: rows.map(it => [it.members, it.done]),
  }
}
const BEFORE = {
  week: [
    [16, 2],
    [9, 2],
    [7, 0],
  ],
  month: [
    [16, 2],
    [9, 2],
    [7, 0],
  ],
  trend: [[9, 2]],
  task: [
    [9, 1],
    [7, 0],
  ],
}
/** What the branch's own members are shown of the running week. */
const own = async (branch: 'b1' | 'b2') => {
  const { start: _start, ...numbers } = (await call(w, chiefs[branch], 'GET', '/v1/me/branch')).json
  return numbers
}

for (const [how, go] of [
  ['moves to another branch', () => place('b2')],
  ['leaves the district', () => place('b1', 'left')],
  [
    'deletes themselves',
    async () => {
      assert.equal((await call(w, await signIn(w, TENANT, who.id), 'DELETE', '/v1/me')).status, 204)
      await settle()
    },
  ],
] as const)
  test(`somebody ${how}: no number that is told changes by it`, async () => {
    assert.deepEqual(await told(), BEFORE)
    assert.deepEqual(
      [await own('b1'), await own('b2')],
      [
        { members: 9, studied: 2 },
        { members: 7, studied: 0 },
      ],
    )
    await go()
    assert.deepEqual(await told(), BEFORE)
    // The secretary has the rows: a sum beside them would be that one person.
    assert.deepEqual(await own('b1'), {})
    const rows = (await call(w, secretary, 'GET', '/v1/branches/b1/week')).json.rows
    assert.deepEqual([rows.length, rows.filter((it: { phone: boolean }) => it.phone).length], [8, 1])
  })

test('whoever has moved counts where they were until the month ends, in its weeks too', async () => {
  await place('b2')
  // What they do after it counts there too: the branch they came to tells of them from the next month on.
  w.pass(DAY)
  await tell(w, who, dayOf(todayOf(w)))
  await settle()
  assert.deepEqual(await told(), BEFORE)
  assert.deepEqual(await own('b2'), {})
  const listed = (await call(w, chiefs.b2, 'GET', '/v1/branches/b2/week')).json.rows
  assert.ok(listed.some((it: { name: string; phone: boolean }) => it.name === '要走的' && it.phone))
  w.pass(7 * DAY)
  await settle()
  assert.deepEqual(pairs(await org(`?week=${addDays(monday, 7)}`)), [
    [16, 0],
    [9, 0],
    [7, 0],
  ])
  const { week, month, task } = await told()
  assert.deepEqual({ week, month, task }, { week: BEFORE.week, month: BEFORE.month, task: BEFORE.task })
  assert.deepEqual([await own('b1'), await own('b2')], [{}, {}])
  const next = monthWeeks(addMonths(monthOfWeek(monday), 1))[0]!
  w.pass(dayStart(next) + DAY / 2 - w.service.now())
  await settle()
  assert.deepEqual(pairs(await org(`?week=${next}`)), [
    [16, 0],
    [8, 0],
    [8, 0],
  ])
  assert.deepEqual(await own('b2'), { members: 8, studied: 0 })
})

test('there and back again within a week is nothing; who is new in the district counts at once', async () => {
  await place('b2')
  w.pass(DAY)
  await place('b1')
  assert.deepEqual(await told(), BEFORE)
  assert.deepEqual(await own('b1'), { members: 9, studied: 2 })
  await place('b2', 'active', null)
  const { week, task } = await told()
  assert.deepEqual(week, [
    [17, 2],
    [9, 2],
    [8, 0],
  ])
  // It was not sent to them.
  assert.deepEqual(task, BEFORE.task)
  assert.deepEqual(await own('b2'), { members: 8, studied: 0 })
})

test('a month that somebody moved in is filed without a number that could be taken from the month’s own', async () => {
  const month = monthOfWeek(monday)
  const filed = async (branch: 'b1' | 'b2', studied: number) => {
    const url = `/v1/branches/${branch}/months/${month}/filed`
    assert.equal((await call(w, chiefs[branch], 'PUT', url, { studied })).status, 204)
    const { rows } = (await call(w, unit, 'GET', `/v1/orgs/u1/months/${month}`)).json
    const row = rows.find((it: { org: string }) => it.org === branch)
    return [row.members, row.studied]
  }
  assert.deepEqual(await filed('b1', 2), [9, 2])
  // One goes and one comes: as many as before, and others.
  await place('b2')
  const back = (
    await w.connection.pool.query(`select member_id as id from member where branch_id = 'b2' and name = '众0'`)
  ).rows[0].id
  await place('b1', 'active', back)
  assert.deepEqual(
    [await filed('b1', 1), await filed('b2', 1)],
    [
      [9, undefined],
      [7, undefined],
    ],
  )
})
