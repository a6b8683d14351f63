import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, shanghaiDay, weekStart } from '../../domain/time/day'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { dayOf, tell, todayOf } from './acts'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

// A member deletes themselves: what was told upwards stays as it was, and nobody finds them again by taking one number from
// another.
let w: World
let secretary: Person
let supervisor: Person
let other: Person
let who: Person
let lastWeek: string
let meeting: string
let assignment: string
let said: Awaited<ReturnType<typeof above>>

before(async () => {
  w = await world()
  await plantTree(w)
  const today = shanghaiDay(w.service.now())
  lastWeek = addDays(weekStart(today), -7)
  secretary = await person(w, 'b3', '甲', { roles: [['secretary', 'b3']] })
  other = await person(w, 'b3', '乙')
  who = await person(w, 'b3', '要注销')
  for (let i = 0; i < 4; i++) await person(w, 'b3', `众${i}`)
  supervisor = await person(w, 'b1', '督导', { roles: [['supervisor', 'd']] })
  await tell(w, who, dayOf(lastWeek), dayOf(todayOf(w), { finished: ['a-0001'] }))
  const planned = { kind: 'group', title: '会', day: addDays(lastWeek, 3), time: '19:00' }
  meeting = (await ask('POST', 'meetings', { ...newKey(), ...planned })).id
  await ask('POST', `meetings/${meeting}/attendance`, { members: [who.id], reason: '没带手机' })
  assignment = (await ask('POST', 'assignments', { ...newKey(), title: '读', due: today, items: ['a-0001'] })).id
  await openWeek(w.connection.db, w.service.now())
  await settle()
  said = await above()
})
after(() => w.close())

async function settle(): Promise<void> {
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
const ask = async (method: string, url: string, body?: object) =>
  (await call(w, secretary, method, `/v1/branches/b3/${url}`, body)).json
/** What the unit's page says of the branch, of the week before and of the running one. */
async function above() {
  const of = async (query: string) => {
    const { children } = (await call(w, supervisor, 'GET', `/v1/orgs/u2${query}`)).json
    const { members, studied } = children.find((it: { org: string }) => it.org === 'b3')
    return [members, studied]
  }
  return { before: await of(`?week=${lastWeek}`), running: await of('') }
}

test('before: the branch’s weeks count everybody', () => {
  assert.deepEqual(said, { before: [7, 1], running: [7, 1] })
})

test('after: what was told of the week before says the same, and no list has their name or their number', async () => {
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  await settle()
  assert.deepEqual((await above()).before, said.before)
  for (const url of [`week?week=${lastWeek}`, `meetings/${meeting}`, `assignments/${assignment}`, 'week']) {
    const answer = await ask('GET', url)
    assert.equal(answer.rows.length, 6, url)
    assert.doesNotMatch(JSON.stringify(answer), new RegExp(`注销|${who.id}|erased`), url)
  }
})

test('no page of the branch holds a sum that is not its rows’: nothing is left to subtract', async () => {
  const { meeting: held, rows } = await ask('GET', `meetings/${meeting}`)
  assert.deepEqual([held.members, held.present], [rows.length, 0])
  const { assignment: asked, rows: people } = await ask('GET', `assignments/${assignment}`)
  assert.deepEqual(
    [asked.members, asked.done],
    [people.length, people.filter((it: { done: boolean }) => it.done).length],
  )
  for (const url of [`week?week=${lastWeek}`, 'week']) {
    assert.deepEqual(
      Object.keys(await ask('GET', url)).filter(it => it !== 'since'),
      ['rows'],
      url,
    )
  }
})

test('the running week is not told with one fewer the moment somebody goes', async () => {
  assert.deepEqual((await above()).running, said.running)
})

test('added up again, when another tells of that week, the numbers are the old ones and the new day', async () => {
  await tell(w, other, dayOf(addDays(lastWeek, 4)))
  await settle()
  assert.deepEqual((await above()).before, [7, 2])
})

test('a second who deletes themselves is added to the first: one number for both', async () => {
  assert.equal((await call(w, other, 'DELETE', '/v1/me')).status, 204)
  await settle()
  assert.deepEqual((await above()).before, [7, 2])
  const { rows } = await w.connection.pool.query(
    `select members, studied from erased_period where period = 'week' and branch_id = 'b3' and start = $1`,
    [lastWeek],
  )
  assert.deepEqual(rows, [{ members: 2, studied: 2 }])
})

test('what is kept has no id, no name and no day of anybody', async () => {
  const { rows } = await w.connection.pool.query(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = 'erased_period'`,
  )
  const words = rows.filter(it => it.type !== 'integer').map(it => it.name)
  assert.deepEqual(words.sort(), ['branch_id', 'period', 'start', 'tenant_id'])
})

test('a name that others wrote stands in no column of any table', async () => {
  const named = await person(w, 'b3', '诸葛示例')
  const it = '诸葛示例'
  const today = shanghaiDay(w.service.now())
  const study = { members: [secretary.id], minutes: 30, day: today }
  await ask('POST', 'offline', { ...newKey(), ...study, what: `听${it}讲课`, reason: '没带手机' })
  const meeting = { kind: 'group', title: `${it}讲课`, day: today, time: '19:00', place: `${it}家` }
  const { id } = await ask('POST', 'meetings', { ...newKey(), ...meeting, group: `${it}小组` })
  const talk = { kind: 'group-study', title: `和${it}学`, day: today, time: '15:00', state: 'done', hours: 1 }
  await ask('POST', 'activities', { ...newKey(), ...talk, place: `${it}家`, words: {}, members: [] })
  const task = { title: `${it}的作业`, note: `问${it}`, due: today, items: ['a-0001'] }
  await ask('POST', 'assignments', { ...newKey(), ...task })
  const unit = await person(w, 'b3', '单位', { roles: [['unit_admin', 'u2']] })
  const sent = { kind: 'theme', title: `学${it}`, note: `${it}带头`, due: today, items: [], branches: 'all' }
  const above = (path: string, body: object) => call(w, unit, 'POST', `/v1/orgs/u2/${path}`, { ...newKey(), ...body })
  assert.equal((await above('sent', sent)).status, 201)
  assert.equal((await above('visits', { size: 1, reason: `听说${it}好` })).status, 201)
  // Of a branch that they were never in.
  const chief = await person(w, 'b1', '别处的书记', { roles: [['secretary', 'b1']] })
  const body = { ...newKey(), kind: 'group', title: `请${it}来讲`, day: today, time: '19:00' }
  assert.equal((await call(w, chief, 'POST', '/v1/branches/b1/meetings', body)).status, 201)
  assert.ok(id)
  const holds = async () => {
    const columns = await w.connection.pool.query<{ table: string; column: string }>(
      `select table_name as "table", column_name as "column" from information_schema.columns
        where table_schema = 'public' and data_type in ('text', 'jsonb', 'json')`,
    )
    const found = []
    for (const { table, column } of columns.rows) {
      const { rows } = await w.connection.pool.query(
        `select 1 from "${table}" where position($1 in "${column}"::text) > 0 limit 1`,
        [it],
      )
      if (rows.length > 0) found.push(`${table}.${column}`)
    }
    return found
  }
  const written = await holds()
  for (const column of ['offline_study.what', 'meeting.party_group', 'branch_visit.reason', 'sent_down.note'])
    assert.ok(written.includes(column), `${column} of ${written.join()}`)
  assert.equal((await call(w, named, 'DELETE', '/v1/me')).status, 204)
  assert.deepEqual(await holds(), [])
})
