import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { shanghaiDay } from '../../domain/time/day'
import { branchSheet, sendSheet } from './branch-sheets'
import { type Person, type World, call, person, plantTree, world } from './support'

let w: World
let secretary: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(() => w.close())

const markLeft = async (who: Person, name: string) =>
  assert.equal(
    (await sendSheet(w, secretary, await branchSheet([[who.id, name, '', '', '转出']]), 'apply')).json.applied,
    true,
  )
const listed = async () => (await call(w, secretary, 'GET', '/v1/branches/b1/left')).json.members
const back = async (id: string) => {
  const { status, json } = await call(w, secretary, 'POST', `/v1/branches/b1/members/${id}/back`)
  return [status, json?.error]
}
const week = async (): Promise<string[]> =>
  (await call(w, secretary, 'GET', '/v1/branches/b1/week')).json.rows.map((it: { name: string }) => it.name)
const moves = async (id: string) =>
  (await w.connection.pool.query('select branch_id from member_move where member_id = $1 order by since', [id])).rows

test('a mistaken 转出 is listed and taken back: the member was never away', async () => {
  const who = await person(w, 'b1', '错转的')
  const [before, been] = [await week(), await moves(who.id)]
  w.pass(1)
  await markLeft(who, '错转的')
  assert.ok(!(await week()).includes('错转的'))
  assert.equal((await call(w, who, 'GET', '/v1/me')).status, 401)
  assert.deepEqual(await listed(), [{ id: who.id, name: '错转的', day: shanghaiDay(w.service.now()) }])
  assert.deepEqual(await back(who.id), [204, undefined])
  assert.deepEqual([await week(), await moves(who.id), await listed()], [before, been, []])
  const { rows } = await w.connection.pool.query(
    `select action, reason from audit_log where subject_id = $1 and action = 'roster.back'`,
    [who.id],
  )
  assert.deepEqual(rows, [{ action: 'roster.back', reason: `${shanghaiDay(w.service.now())} 的转出` }])
  assert.deepEqual(await back(who.id), [404, 'not_found'], 'once')
})

test('nobody of another branch is taken back, nor one whose name somebody has now', async () => {
  const [who, other] = [await person(w, 'b1', '重名'), await person(w, 'b2', '外支部')]
  await w.connection.pool.query(`update member set status = 'left' where member_id = $1`, [other.id])
  w.pass(1)
  await markLeft(who, '重名')
  assert.deepEqual(await back(other.id), [404, 'not_found'])
  await person(w, 'b1', '重名')
  assert.deepEqual(await back(who.id), [409, 'namesake'])
})

test('after 45 days it was no mistake', async () => {
  const who = await person(w, 'b1', '早走的')
  w.pass(1)
  await markLeft(who, '早走的')
  w.pass(45 * 86_400_000)
  assert.deepEqual(await back(who.id), [404, 'not_found'])
})
