import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { dayOf, tell } from './acts'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let unit: Person
let one: Person
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  unit = await person(w, 'b2', '单位甲', { roles: [['unit_admin', 'u1']] })
  one = await person(w, 'b1', '甲')
  for (const n of [1, 2, 3]) await person(w, 'b1', `众${n}`)
})
after(() => w.close())

const ask = (method: string, url: string, body?: object, who = unit) => call(w, who, method, `/v1/orgs/u1${url}`, body)
const task = () => ({
  ...newKey(),
  ...{ kind: 'task', title: '一起读一篇', due: addDays(today, 20), items: ['a-0001'], branches: 'all' },
})
const theme = () => ({ ...newKey(), ...task(), kind: 'theme', title: '身边的红色地名', items: [], branches: ['b1'] })

test('a task that is sent down is in every branch, is done there, and the unit sees how many of five or more', async () => {
  const key = newKey()
  const sent = await ask('POST', '/sent', { ...task(), ...key })
  assert.deepEqual([sent.status, sent.json.branches], [201, 2])
  assert.deepEqual((await ask('POST', '/sent', { ...task(), ...key })).json, sent.json)
  const own = (await call(w, secretary, 'GET', '/v1/branches/b1/assignments')).json.assignments
  assert.deepEqual([own.length, own[0].title, own[0].sent], [1, '一起读一篇', true])
  w.pass(86_400_000)
  await tell(w, one, dayOf(addDays(today, 1), { finished: ['a-0001'] }))
  const { rows, total } = (await ask('GET', `/sent/${sent.json.id}`)).json
  assert.equal(total, 2)
  assert.deepEqual(rows, [
    { org: 'b1', name: '组织b1', members: 5, done: 1 },
    // Of a branch of one no number is told.
    { org: 'b2', name: '组织b2' },
  ])
  const gone = await call(w, secretary, 'DELETE', `/v1/branches/b1/assignments/${own[0].id}`)
  assert.deepEqual([gone.status, gone.json.error], [409, 'sent'])
})

test('a theme reaches the branches chosen, holds until its last day, and the unit sees where a 主题党日 was held', async () => {
  const { json } = await ask('POST', '/sent', theme())
  assert.equal(json.branches, 1)
  const themes = async (branch: string, who: Person) =>
    (await call(w, who, 'GET', `/v1/branches/${branch}/themes`)).json.themes
  const [own] = await themes('b1', secretary)
  assert.deepEqual([own.title, own.from], ['身边的红色地名', '组织u1'])
  const other = await person(w, 'b2', '二支书记', { roles: [['secretary', 'b2']] })
  assert.deepEqual(await themes('b2', other), [])
  const rows = async () => (await ask('GET', `/sent/${json.id}`)).json.rows
  assert.deepEqual(await rows(), [{ org: 'b1', name: '组织b1', held: false }])
  const day = shanghaiDay(w.service.now())
  const meeting = { ...newKey(), kind: 'theme_day', title: '走一走', day, time: '00:01' }
  const { id } = (await call(w, secretary, 'POST', '/v1/branches/b1/meetings', meeting)).json
  assert.equal((await rows())[0].held, false)
  const there = { members: [one.id], reason: '没带手机' }
  await call(w, secretary, 'POST', `/v1/branches/b1/meetings/${id}/attendance`, there)
  assert.equal((await rows())[0].held, true)
  w.pass(21 * 86_400_000)
  assert.deepEqual(await themes('b1', secretary), [])
})

test('what is sent by mistake is taken back from every branch, and each step is in the log', async () => {
  const due = addDays(shanghaiDay(w.service.now()), 3)
  const { id } = (await ask('POST', '/sent', { ...task(), title: '发错了', due })).json
  const titles = async () =>
    (await call(w, secretary, 'GET', '/v1/branches/b1/assignments')).json.assignments.map(
      (it: { title: string }) => it.title,
    )
  assert.ok((await titles()).includes('发错了'))
  w.pass(1_000)
  assert.equal((await ask('DELETE', `/sent/${id}`)).status, 204)
  assert.equal((await ask('DELETE', `/sent/${id}`)).status, 404)
  assert.ok(!(await titles()).includes('发错了'))
  const { rows } = await w.connection.pool.query(
    `select action, reason from audit_log where action like 'sent%' order by audit_id desc limit 2`,
  )
  assert.deepEqual(rows, [
    { action: 'sent.back', reason: '发错了' },
    { action: 'sent', reason: '任务：发错了，2 个支部' },
  ])
})

test('nothing goes to a branch outside, nor without something to study, nor beyond a year', async () => {
  const due = addDays(shanghaiDay(w.service.now()), 3)
  const sound = { ...task(), due }
  for (const branches of [['b1', 'b3'], ['bx'], ['u1']]) {
    assert.equal((await ask('POST', '/sent', { ...sound, ...newKey(), branches })).status, 404)
  }
  assert.equal((await ask('POST', '/sent', { ...sound, ...newKey(), items: [] })).json.error, 'items')
  assert.equal((await ask('POST', '/sent', { ...sound, ...newKey(), items: ['a-9999'] })).json.error, 'items')
  assert.equal((await ask('POST', '/sent', { ...sound, ...newKey(), due: addDays(due, 400) })).json.error, 'day')
  const stranger = await person(w, 'b3', '别的单位', { roles: [['unit_admin', 'u2']] })
  const { id } = (await ask('POST', '/sent', { ...sound, ...newKey() })).json
  // Another organisation, also one above, has not sent it.
  assert.equal((await call(w, stranger, 'GET', `/v1/orgs/u2/sent/${id}`)).status, 404)
  assert.deepEqual((await call(w, stranger, 'GET', '/v1/orgs/u2/sent')).json, { total: 0, rows: [] })
})

test('a district’s branches are told with their units, so that those of one can be found; a unit’s own without', async () => {
  const above = await person(w, 'b3', '区里', { roles: [['supervisor', 'd']] })
  const of = async (org: string, who: Person) => (await call(w, who, 'GET', `/v1/orgs/${org}/branches`)).json.branches
  assert.deepEqual(await of('d', above), [
    { org: 'b1', name: '组织b1', unit: '组织u1' },
    { org: 'b2', name: '组织b2', unit: '组织u1' },
    { org: 'b3', name: '组织b3', unit: '组织u2' },
  ])
  assert.deepEqual(await of('u1', unit), [
    { org: 'b1', name: '组织b1' },
    { org: 'b2', name: '组织b2' },
  ])
  assert.deepEqual(await of('b1', above), [{ org: 'b1', name: '组织b1' }])
})
