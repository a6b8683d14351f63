import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { monthWeeks } from '../../domain/branch/month'
import { addDays, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { openWeek } from '../../server/src/features/reports/worker'
import { totalWeek } from '../../server/src/features/reports/branch-totals'
import { pushUp } from '../../server/src/features/reports/push-up'
import { applyRoster, readExisting } from '../../server/src/features/roster/apply'
import type { PlannedMember } from '../../server/src/features/roster/check'
import { KEYS, type Person, TENANT, type World, call, newKey, person, plantTree, world } from './support'

// Whoever is added later belongs from now on: what was said of the weeks before stays.
let w: World
let secretary: Person
let supervisor: Person
let thisWeek: string
let lastWeek: string
/** A month that is over. */
let month: string
let meeting: string

before(async () => {
  w = await world()
  await plantTree(w)
  thisWeek = weekStart(shanghaiDay(w.service.now()))
  lastWeek = addDays(thisWeek, -7)
  month = monthOfWeek(addDays(thisWeek, -63))
  secretary = await person(w, 'b2', '甲', { roles: [['secretary', 'b2']] })
  supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  for (const name of ['乙', '丙', '丁', '戊']) await person(w, 'b2', name)
  await totalWeek(w.connection.db, TENANT, 'all', lastWeek)
  await pushUp(w.connection.db, TENANT, 'week', lastWeek, 'all', shanghaiDay(w.service.now()))
  const planned = { ...newKey(), kind: 'group', title: '会', day: addDays(lastWeek, 1), time: '19:00' }
  meeting = (await call(w, secretary, 'POST', '/v1/branches/b2/meetings', planned)).json.id
})
after(() => w.close())

const get = async (who: Person, url: string) => (await call(w, who, 'GET', url)).json
/** Members of b2 as each page counts them. */
async function counted(week: string) {
  const page = await get(secretary, `/v1/branches/b2/week?week=${week}`)
  const { children } = await get(supervisor, `/v1/orgs/u1?week=${week}`)
  const above = children.find((it: { org: string }) => it.org === 'b2').members
  return { rows: page.rows.length, above }
}
async function addedBySheet(name: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('党员').addRows([
    ['编号', '姓名', '手机后四位', '不用手机', '状态'],
    ['', name, '', '', ''],
  ])
  const response = await w.app.inject({
    method: 'POST',
    url: `/v1/branches/b2/roster?mode=apply&form=${newKey().form}`,
    headers: { authorization: `Bearer ${secretary.token}`, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(await book.xlsx.writeBuffer()),
  })
  assert.equal(response.json().applied, true)
}
const planned = (name: string, branch: string, more: Partial<PlannedMember> = {}): PlannedMember => ({
  name,
  branch,
  post: {},
  offline: false,
  status: 'active',
  ...more,
})
const imported = async (tenant: string, ...members: PlannedMember[]) =>
  applyRoster(
    w.connection.db,
    KEYS,
    tenant,
    { orgs: [], members },
    await readExisting(w.connection.db, tenant),
    w.service.now(),
  )

test('one whom the branch’s sheet adds is in no week, month, meeting or assignment that was over', async () => {
  assert.deepEqual(await counted(lastWeek), { rows: 5, above: 5 })
  await addedBySheet('新来的')
  assert.deepEqual(await counted(lastWeek), { rows: 5, above: 5 })
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await counted(thisWeek), { rows: 6, above: 6 })
  const { meeting: held } = await get(secretary, `/v1/branches/b2/meetings/${meeting}`)
  assert.equal(held.members, 5)
  // Somebody had studied by then: before that, a branch's weeks are not counted at all.
  await w.connection.pool.query(
    `insert into branch_period (tenant_id, period, start, branch_id, members, studied) values ($1, 'week', $2, 'b2', 5, 1)`,
    [TENANT, monthWeeks(month)[0]],
  )
  const { people } = await get(secretary, `/v1/branches/b2/months/${month}`)
  assert.equal(people.length, 5)
  for (const { weeks } of people) assert.equal(weeks.length, monthWeeks(month).length)
})

test('one whom the district’s roster adds to a branch that is there belongs from now on too', async () => {
  await imported(TENANT, planned('后来的', 'b2'))
  assert.deepEqual(await counted(lastWeek), { rows: 5, above: 5 })
  await openWeek(w.connection.db, w.service.now())
  assert.deepEqual(await counted(thisWeek), { rows: 7, above: 7 })
})

test('one who left and comes back has the weeks of before and those from now on, not those between', async () => {
  const who = await person(w, 'b2', '回来的')
  const { pool } = w.connection
  await pool.query(`insert into member_move values ($1, $2, $3, '')`, [TENANT, who.id, new Date(`${lastWeek}T02:00Z`)])
  await pool.query(`update member set status = 'left' where member_id = $1`, [who.id])
  await imported(TENANT, planned('回来的', 'b2', { id: who.id }))
  const listed = async (week: string) =>
    (await get(secretary, `/v1/branches/b2/week?week=${week}`)).rows.some(
      (it: { name: string }) => it.name === '回来的',
    )
  assert.deepEqual(
    [await listed(addDays(lastWeek, -7)), await listed(lastWeek), await listed(thisWeek)],
    [true, false, true],
  )
})

test('a district’s first roster is of members who were there before the service was', async () => {
  await imported('first', planned('创始', 'b1'))
  await imported('first', planned('第二批', 'b1'))
  const { rows } = await w.connection.pool.query(
    `select m.name, v.since = 'epoch' as always from member_move v join member m using (tenant_id, member_id)
      where tenant_id = 'first' order by v.since`,
  )
  assert.deepEqual(rows, [
    { name: '创始', always: true },
    { name: '第二批', always: false },
  ])
})

test('an organisation is kept here since the day it was written down, also when it is written down again', async () => {
  const { db, pool } = w.connection
  const org = { org_id: 'n1', parent_id: null, type: 'district' as const, name: '新区', path: '/n1/' }
  const since = async () => (await pool.query(`select since from org where org_id = 'n1'`)).rows[0].since
  const write = async (now: number) =>
    applyRoster(db, KEYS, 'new', { orgs: [org as never], members: [] }, await readExisting(db, 'new'), now)
  const now = w.service.now()
  await write(now)
  assert.equal(await since(), shanghaiDay(now))
  await write(now + 40 * 86_400_000)
  assert.equal(await since(), shanghaiDay(now))
})
