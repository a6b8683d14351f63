import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '../../domain/time/day'
import { openWeek } from '../../server/src/features/reports/worker'
import { todayOf } from './acts'
import { branchSheet, sendSheet } from './branch-sheets'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

// A branch begins: the district has written down its secretary and one more, the secretary's sheet has everybody.
let w: World
let secretary: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  await person(w, 'b1', '副书记')
  await openWeek(w.connection.db, w.service.now())
  w.pass(1)
})
after(() => w.close())

const ask = async (method: string, url: string, body?: object) =>
  call(w, secretary, method, `/v1/branches/b1/${url}`, body)
async function meet(daysAgo: number): Promise<string> {
  const body = { kind: 'congress', title: '党员大会', day: addDays(todayOf(w), -daysAgo), time: '00:01' }
  return (await ask('POST', 'meetings', { ...newKey(), ...body })).json.id
}
const names = async (meeting: string): Promise<string[]> =>
  (await ask('GET', `meetings/${meeting}`)).json.rows.map((it: { name: string }) => it.name)
const idOf = async (name: string) =>
  (await w.connection.pool.query('select member_id as id from member where name = $1', [name])).rows[0].id as string
const took = async (...rows: string[][]) => {
  const { json } = await sendSheet(w, secretary, await branchSheet(rows), 'apply')
  assert.equal(json.applied, true)
}

test('a branch’s first roster is of those who were there: the meetings of before expect them, with leave and 线下学习', async () => {
  const before = await meet(20)
  const everybody = ['甲', '乙', '丙', '丁', '戊', '己']
  await took(...everybody.map(name => ['', name, '', '', '']))
  const after = await meet(25)
  for (const id of [before, after, await meet(0)]) {
    assert.deepEqual((await names(id)).sort(), [...everybody, '书记', '副书记'].sort())
  }
  const leave = { members: [await idOf('甲')], reason: 'health' }
  assert.equal((await ask('POST', `meetings/${before}/leave`, leave)).status, 204)
  const { meeting } = (await ask('GET', `meetings/${before}`)).json
  assert.deepEqual([meeting.members, meeting.leave], [8, 1])
  const study = { ...newKey(), day: addDays(todayOf(w), -9), minutes: 60, what: '读报', reason: '不用手机' }
  const written = await ask('POST', 'offline', { members: [await idOf('乙')], ...study })
  assert.equal(written.status, 201, JSON.stringify(written.json))
})

test('whoever comes later is of the branch from then on', async () => {
  await openWeek(w.connection.db, w.service.now())
  w.pass(1)
  await took(['', '后来的', '', '', ''])
  assert.ok(!(await names(await meet(3))).includes('后来的'))
  assert.ok(!(await names(await meet(0))).includes('后来的'))
})

test('a small branch that one joins is no new branch', async () => {
  const chief = await person(w, 'b2', '小支部书记', { roles: [['secretary', 'b2']] })
  await person(w, 'b2', '老党员')
  w.pass(1)
  const sheet = await branchSheet([['', '新党员', '', '', '']])
  assert.equal((await sendSheet(w, chief, sheet, 'apply', undefined, undefined, 'b2')).json.applied, true)
  const { rows } = await w.connection.pool.query(
    `select v.since > 'epoch' as later from member_move v join member m using (tenant_id, member_id) where m.name = '新党员'`,
  )
  assert.deepEqual(rows, [{ later: true }])
})
