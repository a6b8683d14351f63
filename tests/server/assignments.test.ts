import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { daysLater } from '../../domain/time/moment'
import { dayOf, tell } from './acts'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let early: Person
let slow: Person
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  early = await person(w, 'b1', '早读')
  slow = await person(w, 'b1', '慢读')
  await tell(w, early, dayOf(today, { finished: ['a-0001'] }))
})
after(() => w.close())

const give = (body: object) =>
  call(w, secretary, 'POST', '/v1/branches/b1/assignments', {
    ...newKey(),
    title: '本周读这些',
    due: today,
    ...body,
  })
const own = async (who: Person) => (await call(w, who, 'GET', '/v1/me/assignments')).json.assignments
const detail = async (id: string) => (await call(w, secretary, 'GET', `/v1/branches/b1/assignments/${id}`)).json

/** As if it had been set so many days ago. */
const setBack = (id: string, days: number) =>
  w.connection.pool.query('update assignment set created_at = $1 where assignment_id = $2', [
    new Date(daysLater(w.service.now(), -days)),
    id,
  ])

test('what was finished on the day it was set, or before, does not count; from the day after it does', async () => {
  const id = (await give({ items: ['a-0001', 'a-0002'], due: addDays(today, 1) })).json.id as string
  assert.deepEqual((await own(early))[0].left, ['a-0001', 'a-0002'])
  await setBack(id, 1)
  assert.deepEqual((await own(early))[0].left, ['a-0002'])
  await tell(w, early, dayOf(today, { finished: ['a-0002'] }))
  assert.deepEqual((await own(early))[0].left, [])
  const { assignment, rows } = await detail(id)
  assert.deepEqual([assignment.members, assignment.done, assignment.notYet], [3, 1, 2])
  const row = (name: string) => rows.find((it: { name: string }) => it.name === name)
  assert.deepEqual([row('早读').done, row('早读').itemsDone, row('慢读').done], [true, 2, false])
  const [listed] = (await call(w, secretary, 'GET', '/v1/branches/b1/assignments')).json.assignments
  assert.deepEqual(listed, assignment)
})

test('of a task that ends on the day it is set that day counts: it can be done', async () => {
  const { id } = (await give({ title: '今天就要', items: ['answers:20'] })).json
  const left = async (who: Person) => (await own(who)).find((it: { id: string }) => it.id === id).left
  assert.deepEqual([await left(early), await left(slow)], [['answers:20'], ['answers:20']])
  await tell(w, early, dayOf(today, { answered: { reform: 20 } }))
  assert.deepEqual([await left(early), await left(slow)], [[], ['answers:20']])
  assert.equal((await detail(id)).assignment.done, 1)
  assert.equal((await call(w, secretary, 'DELETE', `/v1/branches/b1/assignments/${id}`)).status, 204)
})

test('questions of an article, of a shelf and by their number are done when phones have told of so many', async () => {
  const id = (await give({ items: ['article:a-0001', 'shelf:reform', 'answers:50'], note: '集中学习之前做完' })).json.id
  await setBack(id, 3)
  const left = async () => (await own(slow)).find((it: { id: string }) => it.id === id).left
  const yesterday = addDays(today, -1)
  await tell(w, slow, dayOf(yesterday, { finished: ['article:a-0001'], answered: { reform: 19 } }))
  assert.deepEqual(await left(), ['shelf:reform', 'answers:50'])
  await tell(w, slow, dayOf(today, { answered: { reform: 1, people: 29 } }))
  assert.deepEqual(await left(), ['answers:50'])
  await tell(w, slow, dayOf(today, { answered: { reform: 2, people: 29 } }))
  assert.deepEqual(await left(), [])
})

test('an item that the service’s feed lacks is refused by name, and so is a day gone by', async () => {
  for (const item of ['a-9999', 'e-9999', 'article:a-0002', 'shelf:nothing', 'answers:7', 'q-00001', '']) {
    const { status, json } = await give({ items: ['a-0001', item] })
    assert.deepEqual([status, json.error], [400, 'items'], item)
    assert.ok(json.message.includes(item))
  }
  const late = await give({ items: ['a-0001'], due: addDays(today, -1) })
  assert.deepEqual([late.status, late.json.error], [400, 'day'])
})

test('members without a phone are told apart, so that nobody waits for them', async () => {
  const paper = await person(w, 'b1', '没有手机')
  await w.connection.pool.query('update member set offline = true where member_id = $1', [paper.id])
  const { id } = (await give({ items: ['e-0001'] })).json
  const { assignment } = await detail(id)
  assert.deepEqual([assignment.members, assignment.notYet, assignment.offline], [4, 3, 1])
})

test('another branch sees nothing of it, and what is taken back is gone for everybody', async () => {
  const { id } = (await give({ title: '要撤销的', items: ['a-0001'] })).json
  const other = await person(w, 'b2', '外支部', { roles: [['secretary', 'b2']] })
  assert.deepEqual(await own(other), [])
  assert.equal((await call(w, other, 'GET', `/v1/branches/b2/assignments/${id}`)).status, 404)
  assert.equal((await call(w, other, 'DELETE', `/v1/branches/b2/assignments/${id}`)).status, 404)
  assert.equal((await call(w, secretary, 'DELETE', `/v1/branches/b1/assignments/${id}`)).status, 204)
  assert.ok(!(await own(slow)).some((it: { id: string }) => it.id === id))
})

test('an unfinished assignment stays in sight for two weeks, a finished one until its day', async () => {
  const { id } = (await give({ title: '限时', items: ['a-0001'] })).json
  await setBack(id, 1)
  const seen = async (who: Person) => (await own(who)).some((it: { id: string }) => it.id === id)
  assert.deepEqual([await seen(early), await seen(slow)], [true, true])
  const days = async (n: number) =>
    w.connection.pool.query('update assignment set due = $1 where assignment_id = $2', [addDays(today, -n), id])
  await days(14)
  assert.deepEqual([await seen(early), await seen(slow)], [false, true])
  await days(15)
  assert.equal(await seen(slow), false)
})

test('the file holds the table of the screen', async () => {
  const { id } = (await give({ title: '导出', items: ['a-0001'] })).json
  await setBack(id, 1)
  const { raw } = await call(w, secretary, 'GET', `/v1/branches/b1/assignments/${id}/export.csv`)
  const text = raw.toString('utf8')
  assert.match(text, /^\ufeff姓名,完成情况,完成项数,任务项数,来源\r\n/)
  assert.match(text, /早读,已完成,1,1,手机自报/)
  assert.match(text, /没有手机,线下学习,0,1,/)
})

test('the log says which assignment was taken back; without its line the assignment stays', async () => {
  const { id } = (await give({ title: '要撤的任务', items: ['a-0001'] })).json
  const url = `/v1/branches/b1/assignments/${id}`
  const { pool } = w.connection
  await pool.query('alter table audit_log rename to audit_log_away')
  const failed = await call(w, secretary, 'DELETE', url)
  await pool.query('alter table audit_log_away rename to audit_log')
  assert.equal(failed.status, 500)
  assert.equal((await call(w, secretary, 'GET', url)).status, 200)
  assert.equal((await call(w, secretary, 'DELETE', url)).status, 204)
  const { rows } = await pool.query(
    `select reason from audit_log where action = 'assignment.delete' and reason = '要撤的任务'`,
  )
  assert.equal(rows.length, 1)
})
