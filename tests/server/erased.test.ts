import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/rollup/worker'
import { finish, read } from './acts'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

// A member deletes themselves: what the branch's past says stays as it was, at every level, and names them nowhere.
const HOUR = 3_600_000
let w: World
let secretary: Person
let supervisor: Person
let other: Person
let who: Person
let thisWeek: string
let lastWeek: string
let meeting: string
let assignment: string
let running: string
/** What the pages said before the deletion. */
let said: Awaited<ReturnType<typeof pages>>

before(async () => {
  w = await world()
  await plantTree(w)
  const { db, pool } = w.connection
  thisWeek = weekStart(shanghaiDay(w.service.now()))
  lastWeek = addDays(thisWeek, -7)
  secretary = await person(w, 'b3', '甲', { roles: [['secretary', 'b3']] })
  other = await person(w, 'b3', '乙')
  who = await person(w, 'b3', '要注销')
  supervisor = await person(w, 'b1', '督导', { roles: [['supervisor', 'd']] })
  await study(
    who,
    [0, 1, 2].map(n => dayStart(addDays(lastWeek, n)) + HOUR),
  )
  await study(who, [dayStart(addDays(thisWeek, -42)) + HOUR])
  await study(who, [w.service.now()])
  const day = addDays(lastWeek, 3)
  meeting = (await ask('POST', 'meetings', { ...newKey(), kind: 'group', title: '会', day, time: '19:00' })).id
  await ask('POST', `meetings/${meeting}/attendance`, { members: [who.id], reason: '没带手机' })
  const today = shanghaiDay(w.service.now())
  const assigned = { title: '读', due: today, items: ['a-0001'] }
  assignment = (await ask('POST', 'assignments', { ...newKey(), ...assigned })).id
  running = (await ask('POST', 'assignments', { ...newKey(), ...assigned, due: addDays(today, 5) })).id
  await pool.query('update assignment set due = $1 where assignment_id = $2', [addDays(today, -2), assignment])
  await openWeek(db, w.service.now())
  await settle()
  said = await pages()
})
after(() => w.close())

async function study(by: Person, at: number[]): Promise<void> {
  const events = at.flatMap(it => [read(it, 600), ...(it === at[0] ? [finish(it)] : [])])
  assert.equal((await call(w, by, 'POST', '/v1/events', { events })).status, 200)
}
async function settle(): Promise<void> {
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
}
const ask = async (method: string, url: string, body?: object) =>
  (await call(w, secretary, method, `/v1/branches/b3/${url}`, body)).json
const get = async (by: Person, url: string) => (await call(w, by, 'GET', url)).json
/** One that is over, and the running one. */
const months = () => [addDays(thisWeek, -42), thisWeek].map(monthOfWeek)

/** Sums of a page without those that say how many of them are in no list. */
const sums = ({ erased: _e, openUntil: _o, ...rest }: Record<string, unknown>) => rest
async function pages() {
  const { totals } = await ask('GET', `week?week=${lastWeek}`)
  const above = await get(supervisor, `/v1/orgs/u2?week=${lastWeek}`)
  const report = async (month: string) => {
    const { members, weeks, weeksMet, studyDays } = (await ask('GET', `month?month=${month}`)).totals
    return [members, weeks, weeksMet, studyDays]
  }
  return {
    week: sums(totals),
    toMembers: sums(await get(other, `/v1/me/branch?week=${lastWeek}`)),
    above: above.children.find((it: { org: string }) => it.org === 'b3'),
    month: await report(months()[0]!),
    running: await report(months()[1]!),
    meeting: sums((await ask('GET', `meetings/${meeting}`)).meeting),
    meetings: (await ask('GET', 'meetings')).meetings.map(sums),
    assignment: sums((await ask('GET', `assignments/${assignment}`)).assignment),
  }
}

/** In the running month the member was not there at the end. */
const past = ({ running: _running, ...rest }: typeof said) => rest

test('before: the branch’s week, its meeting and its assignment count everybody', () => {
  const { week, meeting: held, assignment: over } = said as unknown as Record<string, Record<string, number>>
  assert.deepEqual([week!.members, week!.met, week!.minutes], [3, 1, 30])
  assert.deepEqual([held!.members, held!.present], [3, 1])
  assert.deepEqual([over!.members, over!.done, over!.notYet], [3, 1, 2])
})

test('after: every sum of the past says the same, and no list has their name or their number', async () => {
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  assert.deepEqual(past(await pages()), past(said))
  for (const url of [`week?week=${lastWeek}`, `meetings/${meeting}`, `assignments/${assignment}`, 'week']) {
    const answer = await ask('GET', url)
    assert.equal(answer.rows.length, 2, url)
    assert.doesNotMatch(JSON.stringify(answer), new RegExp(`注销|${who.id}`), url)
  }
  assert.equal((await ask('GET', `week?week=${lastWeek}`)).totals.erased, 1)
  assert.equal((await ask('GET', `meetings/${meeting}`)).meeting.erased, 1)
  assert.equal((await ask('GET', `assignments/${assignment}`)).assignment.erased, 1)
})

test('added up again, when another uploads of that week, the sums are the old ones and the new act', async () => {
  await study(other, [dayStart(addDays(lastWeek, 4)) + HOUR])
  await settle()
  const { week, above } = await pages()
  for (const line of [week, above] as { members: number; met: number; studied: number; minutes: number }[]) {
    assert.deepEqual([line.members, line.met, line.studied, line.minutes], [3, 1, 2, 40])
  }
})

test('in the running week they are gone from branch and district alike, and what they did stays', async () => {
  const { totals } = await ask('GET', 'week')
  const { children } = await get(supervisor, '/v1/orgs/u2')
  const above = children.find((it: { org: string }) => it.org === 'b3')
  assert.deepEqual([totals.members, totals.minutes], [2, 10])
  for (const key of ['members', 'expected', 'met', 'studied', 'studyDays', 'minutes', 'items']) {
    assert.equal(above[key], totals[key], key)
  }
  assert.equal((await ask('GET', `assignments/${running}`)).assignment.members, 2)
})

test('branch and district agree on both months', async () => {
  for (const [i, month] of months().entries()) {
    const { children } = await get(supervisor, `/v1/orgs/u2?month=${month}`)
    const above = children.find((it: { org: string }) => it.org === 'b3')
    const shown = await pages()
    const [, weeks, weeksMet, studyDays] = i === 0 ? shown.month : shown.running
    assert.deepEqual([above.expected, above.met, above.studyDays], [weeks, weeksMet, studyDays], month)
  }
})

test('a second who deletes themselves is added to the first: one number for both', async () => {
  const { toMembers: _theirs, ...before } = past(await pages())
  assert.equal((await call(w, other, 'DELETE', '/v1/me')).status, 204)
  await settle()
  const { toMembers: _none, ...now } = past(await pages())
  assert.deepEqual(now, before)
  const { rows } = await w.connection.pool.query(
    `select listed, members from erased_period where period = 'week' and branch_id = 'b3' and start = $1`,
    [lastWeek],
  )
  assert.deepEqual(rows, [{ listed: 2, members: 2 }])
})

test('what is kept has no id, no name and no day of anybody', async () => {
  const { rows } = await w.connection.pool.query(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and (table_name = 'erased_period' or column_name like 'erased\\_%')`,
  )
  assert.ok(rows.length > 14)
  const words = rows.filter(it => !/^(integer|bigint)$/.test(it.type)).map(it => it.name)
  assert.deepEqual(words.sort(), ['branch_id', 'period', 'start', 'tenant_id'])
})
