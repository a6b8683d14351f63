import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { dropOldSecrets } from '../../server/src/database/retention'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

const DAY = 86_400_000
let w: World
let secretary: Person
let paper: Person
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  paper = await person(w, 'b1', '纸笔示例')
})
after(() => w.close())

/** By the last part of the address: what is sent, the same with one thing changed, and where it is kept. */
const REQUESTS = {
  offline: {
    // Several of a day are meant here.
    body: () => ({ members: [paper.id], day: today, minutes: 30, what: '读报', reason: '没有手机', again: true }),
    other: { minutes: 60 },
    table: 'offline_study',
  },
  assignments: {
    body: () => ({ title: '读一篇', due: today, items: ['a-0001'] }),
    other: { note: '周五前读完' },
    table: 'assignment',
  },
  meetings: {
    body: () => ({ kind: 'group', title: '小组会', day: today, time: '19:00' }),
    other: { time: '20:00' },
    table: 'meeting',
  },
  activities: {
    body: () => ({ kind: 'book', title: '一本书', day: today, state: 'planned', words: {}, members: [] }),
    other: { title: '另一本书' },
    table: 'activity',
  },
} as const
const NAMES = Object.keys(REQUESTS) as (keyof typeof REQUESTS)[]
const send = (name: string, body: object, who = secretary, branch = 'b1') =>
  call(w, who, 'POST', `/v1/branches/${branch}/${name}`, body)
/** Rows made so far, and lines in the audit log. */
const count = async (name: keyof typeof REQUESTS) => {
  const { rows } = await w.connection.pool.query(
    `select (select count(*) from ${REQUESTS[name].table})::int as made, (select count(*) from audit_log)::int as logged`,
  )
  return [rows[0].made, rows[0].logged] as [number, number]
}

for (const name of NAMES) {
  const { body, other } = REQUESTS[name]

  test(`${name}: sent again under its key it gets the first answer, and nothing is done twice`, async () => {
    const [made, logged] = await count(name)
    const sent = { ...newKey(), ...body() }
    const first = await send(name, sent)
    const again = await send(name, sent)
    assert.deepEqual([first.status, again.status], [201, 201])
    assert.deepEqual(again.json, first.json)
    assert.deepEqual(await count(name), [made + 1, logged + 1])
  })

  test(`${name}: sent five times at the same moment it is taken once`, async () => {
    const [made, logged] = await count(name)
    const sent = { ...newKey(), ...body() }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(name, sent)))
    assert.equal(new Set(answers.map(it => JSON.stringify([it.status, it.json]))).size, 1)
    assert.deepEqual(await count(name), [made + 1, logged + 1])
  })

  test(`${name}: the same key with something else is refused in words, and changes nothing`, async () => {
    const key = newKey()
    await send(name, { ...key, ...body() })
    const before = await count(name)
    const { status, json } = await send(name, { ...key, ...body(), ...other })
    assert.deepEqual([status, json.error], [409, 'form_taken'])
    assert.match(json.message, /已经送到了/)
    assert.deepEqual(await count(name), before)
  })

  test(`${name}: without a key, or with one that is none, nothing is taken`, async () => {
    const before = await count(name)
    assert.equal((await send(name, body())).status, 400)
    assert.equal((await send(name, { form: 'x', ...body() })).status, 400)
    assert.deepEqual(await count(name), before)
  })
}

test('the key of one kind of request does for no other kind', async () => {
  const key = newKey()
  assert.equal((await send('meetings', { ...key, ...REQUESTS.meetings.body() })).status, 201)
  assert.equal((await send('assignments', { ...key, ...REQUESTS.assignments.body() })).status, 409)
})

test('keys are a branch’s own: another branch may have the same', async () => {
  const other = await person(w, 'b2', '外支部书记', { roles: [['secretary', 'b2']] })
  const sent = { ...newKey(), ...REQUESTS.meetings.body() }
  const [one, two] = [await send('meetings', sent), await send('meetings', sent, other, 'b2')]
  assert.deepEqual([one.status, two.status], [201, 201])
  assert.notEqual(one.json.id, two.json.id)
})

test('a request that was refused may come again, put right, under its key', async () => {
  const key = newKey()
  const late = { ...REQUESTS.assignments.body(), due: addDays(today, -1) }
  assert.equal((await send('assignments', { ...key, ...late })).status, 400)
  assert.equal((await send('assignments', { ...key, ...REQUESTS.assignments.body() })).status, 201)
})

test('a repeat is answered as the first was, though its last day has gone by or it was taken back', async () => {
  const sent = { ...newKey(), ...REQUESTS.assignments.body() }
  const first = await send('assignments', sent)
  assert.equal((await call(w, secretary, 'DELETE', `/v1/branches/b1/assignments/${first.json.id}`)).status, 204)
  w.pass(DAY)
  const [made] = await count('assignments')
  const again = await send('assignments', sent)
  assert.deepEqual([again.status, again.json], [201, first.json])
  assert.equal((await count('assignments'))[0], made)
  w.pass(-DAY)
})

test('what came under a key is forgotten after thirty days, and nothing of it but a hash was kept', async () => {
  const kept = async () => (await w.connection.pool.query('select s::text as row from sent_form s')).rows
  const before = await kept()
  assert.ok(before.length > 0)
  assert.ok(!JSON.stringify(before).includes('没有手机') && !JSON.stringify(before).includes(paper.id))
  await dropOldSecrets(w.connection.db, w.service.now() + 29 * DAY)
  assert.equal((await kept()).length, before.length)
  await dropOldSecrets(w.connection.db, w.service.now() + 31 * DAY)
  assert.equal((await kept()).length, 0)
})
