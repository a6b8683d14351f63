import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { settleDirty } from '../../server/src/features/reports/worker'
import { type Person, TENANT, type World, call, newKey, person, plantTree, world } from './support'

const HOUR = 3_600_000
let w: World
/** Secretaries of b1 and b2. */
let first: Person
let second: Person
/** Wednesday of last week: on it the mover went from b1 to b2. */
let moving: string

before(async () => {
  w = await world()
  await plantTree(w)
  moving = addDays(weekStart(shanghaiDay(w.service.now())), -5)
  first = await person(w, 'b1', '甲', { roles: [['secretary', 'b1']] })
  second = await person(w, 'b2', '乙', { roles: [['secretary', 'b2']] })
})
after(() => w.close())

const move = async (who: Person, branch: string, status = 'active') => {
  const at = new Date(dayStart(moving) + 10 * HOUR)
  await w.connection.pool.query('insert into member_move values ($1, $2, $3, $4)', [TENANT, who.id, at, branch])
  await w.connection.pool.query('update member set branch_id = $1, status = $2 where member_id = $3', [
    branch || 'b1',
    status,
    who.id,
  ])
}
const mover = async (name: string) => {
  const who = await person(w, 'b1', name)
  await move(who, 'b2')
  return who
}
const record = (secretary: Person, members: Person[], day: string) =>
  call(w, secretary, 'POST', `/v1/branches/${secretary === first ? 'b1' : 'b2'}/offline`, {
    ...newKey(),
    members: members.map(it => it.id),
    day,
    minutes: 60,
    what: '集体读报',
    reason: '集体学习',
  })
const days = async (who: Person) => {
  const { rows } = await w.connection.pool.query(
    'select branch_id as branch, day from offline_study where member_id = $1 order by branch, day',
    [who.id],
  )
  return rows.map(it => `${it.branch} ${it.day}`)
}

test('after a transfer the old branch writes down the days before, the new one those since, both the day itself', async () => {
  const who = await mover('调动')
  const [before, since] = [addDays(moving, -1), addDays(moving, 1)]
  for (const [secretary, day, status] of [
    [first, before, 201],
    [first, moving, 201],
    [first, since, 400],
    [second, before, 400],
    [second, moving, 201],
    [second, since, 201],
  ] as const) {
    assert.equal((await record(secretary, [who], day)).status, status, `${secretary === first ? 'b1' : 'b2'} ${day}`)
  }
  assert.deepEqual(await days(who), [`b1 ${before}`, `b1 ${moving}`, `b2 ${moving}`, `b2 ${since}`])
})

test('the refusal says who was not there and on which day, and then nobody of the form is written down', async () => {
  const [who, other] = [await mover('王五'), await person(w, 'b2', '一直在')]
  const logged = async () => (await w.connection.pool.query('select 1 from audit_log')).rows.length
  const lines = await logged()
  const { status, json } = await record(second, [other, who], addDays(moving, -1))
  assert.deepEqual([status, json.error], [400, 'not_then'])
  assert.match(json.message, /\d+月\d+日，王五不在本支部/)
  assert.doesNotMatch(json.message, /一直在/)
  assert.deepEqual([await days(who), await days(other), await logged()], [[], [], lines])
})

test('one who has left the district is written down for days before it, and not after', async () => {
  const who = await person(w, 'b1', '转出')
  await move(who, '', 'left')
  assert.equal((await record(first, [who], addDays(moving, -1))).status, 201)
  assert.equal((await record(first, [who], addDays(moving, 1))).status, 400)
})

test('who never was in the branch, or has erased themselves, is not there', async () => {
  const stranger = await person(w, 'b2', '外支部')
  const erased = await person(w, 'b1', '已注销')
  assert.equal((await call(w, erased, 'DELETE', '/v1/me')).status, 204)
  for (const who of [stranger, erased]) assert.equal((await record(first, [who], moving)).status, 404)
})

test('a day written down in the new branch, or taken back, brings the week of the old one up to date, where it counts', async () => {
  const who = await mover('补记')
  const studied = async () => {
    while ((await settleDirty(w.connection.db, w.service.now())) > 0);
    const { rows } = await w.connection.pool.query(
      `select studied from branch_period where period = 'week' and branch_id = 'b1' and start = $1`,
      [weekStart(moving)],
    )
    return rows[0]?.studied as number | undefined
  }
  const before = (await studied()) ?? 0
  const made = await record(second, [who], addDays(moving, 1))
  assert.equal(await studied(), before + 1)
  const [id] = made.json.ids
  assert.equal((await call(w, second, 'DELETE', `/v1/branches/b2/offline/${id}`)).status, 204)
  assert.equal(await studied(), before)
})

test('study of a day that has some already is asked about, by name, and written down when it is meant', async () => {
  const [one, other] = [await person(w, 'b1', '记过的'), await person(w, 'b1', '没记过的')]
  const day = addDays(moving, -3)
  assert.equal((await record(first, [one], day)).status, 201)
  const entry = { members: [one.id, other.id], day, minutes: 30, what: '又读了报', reason: '集体学习' }
  const send = (body: object) => call(w, first, 'POST', '/v1/branches/b1/offline', body)
  const key = newKey()
  const asked = await send({ ...key, ...entry })
  assert.deepEqual([asked.status, asked.json.error], [409, 'recorded_already'])
  assert.match(asked.json.message, /已经给记过的记过一次/)
  assert.equal((await days(other)).length, 0, 'nobody of the form is written down before the answer')
  // The same press goes on under the same key, and a repeat of it does nothing more.
  for (let i = 0; i < 2; i++) assert.equal((await send({ ...key, ...entry, again: true })).status, 201)
  assert.deepEqual([(await days(one)).length, (await days(other)).length], [2, 1])
})
