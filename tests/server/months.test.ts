import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addMonths } from '../../domain/time/month'
import { addDays, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { dayOf, tell } from './acts'
import { branchSheet, sendSheet } from './branch-sheets'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let unit: Person
let one: Person
let monday: string
let month: string
before(async () => {
  w = await world()
  await plantTree(w)
  // A week that is over, and its month.
  monday = addDays(weekStart(shanghaiDay(w.service.now())), -7)
  month = monthOfWeek(monday)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  unit = await person(w, 'b2', '单位', { roles: [['unit_admin', 'u1']] })
  one = await person(w, 'b1', '甲')
  for (const n of [1, 2, 3]) await person(w, 'b1', `众${n}`)
})
after(() => w.close())

const at = (rest = '', of = month) => `/v1/branches/b1/months/${of}${rest}`
const read = async (of = month) => (await call(w, secretary, 'GET', at('', of))).json
const rowsOf = async (of = month) =>
  (await call(w, unit, 'GET', `/v1/orgs/u1/months/${of}`)).json as { total: number; filed: number; rows: never[] }

test('the month has everybody of the roster with their weeks, meetings and 学时, and where the branch stands', async () => {
  await tell(w, one, dayOf(addDays(monday, 1)))
  // Before the branch has told of any week, as it is added up, no week is anybody's.
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
  // On a Thursday of the week, which is in its month whatever the week.
  const day = addDays(monday, 3)
  const meeting = { ...newKey(), kind: 'lecture', title: '党课', day, time: '00:01' }
  const { id } = (await call(w, secretary, 'POST', '/v1/branches/b1/meetings', meeting)).json
  await call(w, secretary, 'POST', `/v1/branches/b1/meetings/${id}/attendance`, {
    members: [one.id],
    reason: '没带手机',
  })
  await call(w, secretary, 'POST', `/v1/branches/b1/meetings/${id}/leave`, { members: [secretary.id], reason: 'work' })
  const task = { ...newKey(), title: '读一篇', due: shanghaiDay(w.service.now()), items: ['a-0001'] }
  await call(w, secretary, 'POST', '/v1/branches/b1/assignments', task)
  const study = { kind: 'group-study', title: '学党章', day, state: 'done', hours: 1.5, words: {}, members: [one.id] }
  await call(w, secretary, 'POST', '/v1/branches/b1/activities', { ...newKey(), ...study })
  const book = await read()
  assert.deepEqual(book.place, { district: '组织d', unit: '组织u1', branch: '组织b1', demo: false })
  assert.equal(book.people.length, 5)
  const row = (name: string) => book.people.find((it: { name: string }) => it.name === name)
  assert.deepEqual([row('甲').phone, row('甲').branch, row('甲').weeks.includes(monday)], [[monday], [], true])
  assert.deepEqual([row('甲').expected, row('甲').present, row('甲').hours, row('甲').required], [1, 1, 2.5, 32])
  assert.deepEqual([row('甲').activities, row('书记').activities], [1, 0])
  assert.deepEqual([row('书记').present, row('书记').leave, row('书记').required], [0, 1, 56])
  assert.deepEqual([book.meetings[0].present, book.meetings[0].leave, book.meetings[0].members], [1, 1, 5])
  assert.equal(book.filed, undefined)
  const { id: _id, ...told } = book.activities[0]
  // A meeting that is arranged for today and at which nobody is yet is nobody's absence.
  const tonight = { ...newKey(), kind: 'congress', title: '今晚', day, time: '23:59' }
  await call(w, secretary, 'POST', '/v1/branches/b1/meetings', tonight)
  const counted = (await read()).people.find((it: { member: string }) => it.member === one.id)
  assert.deepEqual([counted.expected, counted.present], [1, 1])
  assert.deepEqual(told, {
    ...{ title: '学党章', day, present: 1, kind: '集中学习', state: '已办', closed: day, members: 5, hours: 1.5 },
  })
  const due = await read(shanghaiDay(w.service.now()).slice(0, 7))
  assert.deepEqual(
    due.tasks.map((it: { title: string }) => it.title),
    ['读一篇'],
  )
  assert.deepEqual([due.people[0].tasks, due.people[0].tasksDone], [1, 0])
  // Nothing that a phone measures, and no reason for anybody's leave.
  assert.doesNotMatch(JSON.stringify(book), /minute|second|answer|correct|goal|rank|points|reason|note/i)
})

test('a month is filed with its sums, once more takes the place of it, and it can be taken back', async () => {
  assert.deepEqual([(await rowsOf()).total, (await rowsOf()).filed], [2, 0])
  assert.equal((await call(w, secretary, 'PUT', at('/filed'), { studied: 6 })).json.error, 'studied')
  assert.equal((await call(w, secretary, 'PUT', at('/filed'), { studied: 1 })).status, 204)
  // Entries of one millisecond stand in any order.
  w.pass(1_000)
  assert.equal((await call(w, secretary, 'PUT', at('/filed'), { studied: 2 })).status, 204)
  const { filed } = await read()
  assert.deepEqual([filed.by, filed.members, filed.studied, filed.meetings, filed.activities], ['书记', 5, 2, 1, 1])
  const { rows } = await rowsOf()
  assert.deepEqual(rows, [
    { org: 'b1', name: '组织b1', at: filed.at, meetings: 1, activities: 1, deeds: 0, members: 5, studied: 2 },
    { org: 'b2', name: '组织b2' },
  ])
  w.pass(1_000)
  assert.equal((await call(w, secretary, 'DELETE', at('/filed'))).status, 204)
  assert.equal((await call(w, secretary, 'DELETE', at('/filed'))).status, 404)
  assert.equal((await rowsOf()).filed, 0)
  const { rows: log } = await w.connection.pool.query(
    `select action, reason from audit_log where action like 'month.%' order by audit_id`,
  )
  assert.deepEqual(
    log.map(it => it.action),
    ['month.file', 'month.file', 'month.back'],
  )
})

test('a month of long ago, or to come, is not filed', async () => {
  for (const of of ['2000-01', '2090-01']) {
    const { status, json } = await call(w, secretary, 'PUT', `/v1/branches/b1/months/${of}/filed`, { studied: 0 })
    assert.deepEqual([status, json.error], [400, 'month'], of)
  }
})

test('of a branch of fewer than five the unit sees that it has filed and no number of people', async () => {
  const chief = await person(w, 'b2', '小支部书记', { roles: [['secretary', 'b2']] })
  assert.equal((await call(w, chief, 'PUT', `/v1/branches/b2/months/${month}/filed`, { studied: 1 })).status, 204)
  const { rows } = await rowsOf()
  const small = rows.find((it: { org: string }) => it.org === 'b2')! as Record<string, unknown>
  assert.deepEqual(Object.keys(small).sort(), ['activities', 'at', 'deeds', 'meetings', 'name', 'org'])
})

test('who left in the month is not found by taking the month’s totals from what was filed', async () => {
  const chief = await person(w, 'bx', '走人支部书记', { roles: [['secretary', 'bx']] })
  const above = await person(w, 'bx', '走人支部上级', { roles: [['supervisor', 'x']] })
  for (let i = 0; i < 6; i++) await person(w, 'bx', `众${i}`)
  const leaver = await person(w, 'bx', '走的人')
  const monday = addDays(weekStart(shanghaiDay(w.service.now())), -7)
  const of = monthOfWeek(monday)
  const settle = async () => {
    await openWeek(w.connection.db, w.service.now())
    while ((await settleDirty(w.connection.db, w.service.now())) > 0);
  }
  await tell(w, leaver, dayOf(addDays(monday, 1)))
  await settle()
  const filed = async () => {
    const url = `/v1/branches/bx/months/${of}/filed`
    assert.equal((await call(w, chief, 'PUT', url, { studied: 1 })).status, 204)
    const { members, studied } = (await call(w, above, 'GET', `/v1/orgs/x/months/${of}`)).json.rows[0]
    return [members, studied]
  }
  assert.deepEqual(await filed(), [9, 1])
  await sendSheet(
    w,
    chief,
    await branchSheet([[leaver.id, '走的人', '', '', '转出']]),
    'apply',
    undefined,
    undefined,
    'bx',
  )
  await settle()
  const totals = (await call(w, above, 'GET', `/v1/orgs/x?month=${of}`)).json.children[0]
  assert.deepEqual([totals.members, totals.studied], [9, 1])
  // Where the running week is of the month, somebody left in it.
  const within = monthOfWeek(weekStart(shanghaiDay(w.service.now()))) === of
  assert.deepEqual(await filed(), [9, within ? undefined : 1])
})

test('a month to come is not filed, and taking one out as a file is written down', async () => {
  const next = addMonths(shanghaiDay(w.service.now()).slice(0, 7), 1)
  const refused = await call(w, secretary, 'PUT', at('/filed', next), { studied: 0 })
  assert.deepEqual([refused.status, refused.json.error], [400, 'month'])
  const before = await w.connection.pool.query(`select 1 from audit_log where action = 'export'`)
  await read()
  assert.equal((await call(w, secretary, 'GET', at('?export=yes'))).status, 200)
  const { rows } = await w.connection.pool.query(`select reason from audit_log where action = 'export'`)
  assert.equal(rows.length, before.rows.length + 1)
  assert.equal(rows.at(-1)!.reason, `学习月报 ${month}`)
})

test('what was done with nobody on its list is in no sum that is filed, unless nobody is expected at it', async () => {
  const today = shanghaiDay(w.service.now())
  const of = addMonths(today.slice(0, 7), -2)
  const done = { day: `${of}-10`, state: 'done', members: [], words: {} }
  const write = (body: object) => call(w, secretary, 'POST', '/v1/branches/b1/activities', { ...newKey(), ...body })
  assert.equal((await write({ ...done, kind: 'group-study', title: '没有记人的', hours: 2 })).status, 201)
  const talk = { ...done, kind: 'talk', title: '到院子里讲', words: { audience: '居民' } }
  assert.equal((await write(talk)).status, 201)
  const book = await read(of)
  const rows = book.activities.map((it: { title: string; empty?: true }) => [it.title, it.empty])
  assert.deepEqual(rows, [
    ['没有记人的', true],
    ['到院子里讲', undefined],
  ])
  assert.equal((await call(w, secretary, 'PUT', at('/filed', of), { studied: 0 })).status, 204)
  assert.equal((await read(of)).filed.activities, 1)
})

test('an activity that is told of a filed month keeps its month until the filing is taken back', async () => {
  const now = shanghaiDay(w.service.now()).slice(0, 7)
  const [of, before] = [addMonths(now, -3), addMonths(now, -4)]
  const ask = (method: string, url: string, body?: object) => call(w, secretary, method, `/v1/branches/b1${url}`, body)
  const film = { kind: 'film', title: '老片子', day: `${of}-10`, state: 'done', words: {}, members: [one.id] }
  const { id } = (await ask('POST', '/activities', { ...newKey(), ...film })).json
  assert.equal((await ask('PUT', `/months/${of}/filed`, { studied: 0 })).status, 204)
  const put = async (revision: number, more: object) => {
    const { status, json } = await ask('PUT', `/activities/${id}`, { ...newKey(), ...film, ...more, revision })
    return [status, json.error]
  }
  // Filed once more in another month it would be told twice; so would one that is planned anew or written down again.
  assert.deepEqual(await put(1, { day: `${before}-10` }), [409, 'filed'])
  assert.deepEqual(await put(1, { state: 'planned', members: [] }), [409, 'filed'])
  const gone = await ask('DELETE', `/activities/${id}`)
  assert.deepEqual([gone.status, gone.json.error], [409, 'filed'])
  assert.match(gone.json.message, new RegExp(`${Number(of.slice(5))}月报的月报里。要删掉它，先撤回`))
  assert.deepEqual(await put(1, { day: `${of}-12`, words: { notes: '好看' } }), [200, undefined])
  assert.equal((await ask('DELETE', `/months/${of}/filed`)).status, 204)
  assert.deepEqual(await put(2, { day: `${before}-10` }), [200, undefined])
  // What is planned was told of nowhere.
  const plan = { ...film, title: '改天看', state: 'planned', members: [] }
  const planned = (await ask('POST', '/activities', { ...newKey(), ...plan })).json.id
  assert.equal((await ask('PUT', `/months/${of}/filed`, { studied: 0 })).status, 204)
  assert.equal((await ask('DELETE', `/activities/${planned}`)).status, 204)
})

test('a meeting that was held keeps its month as well once that is filed; one at which nobody was is told of nowhere', async () => {
  const now = shanghaiDay(w.service.now()).slice(0, 7)
  const [of, before] = [addMonths(now, -5), addMonths(now, -6)]
  const ask = (method: string, url: string, body?: object) => call(w, secretary, method, `/v1/branches/b1${url}`, body)
  const plan = async () => {
    const body = { ...newKey(), kind: 'lecture', title: '党课', day: `${of}-10`, time: '19:00' }
    return (await ask('POST', '/meetings', body)).json.id as string
  }
  const [held, empty] = [await plan(), await plan()]
  await ask('POST', `/meetings/${held}/attendance`, { members: [one.id], reason: '没带手机' })
  assert.equal((await ask('PUT', `/months/${of}/filed`, { studied: 0 })).status, 204)
  const edit = async (id: string, day: string) => {
    const { edits, meeting } = (await ask('GET', `/meetings/${id}`)).json
    const { title, time, hours, links } = meeting
    const { status, json } = await ask('PUT', `/meetings/${id}`, { title, time, hours, links, day, edits })
    return [status, json?.error]
  }
  assert.deepEqual(await edit(held, `${before}-10`), [409, 'filed'])
  const gone = await ask('DELETE', `/meetings/${held}`)
  assert.deepEqual([gone.status, gone.json.error], [409, 'filed'])
  assert.equal((await ask('GET', `/meetings/${held}`)).json.meeting.present, 1)
  assert.deepEqual(await edit(held, `${of}-11`), [204, undefined])
  assert.deepEqual(await edit(empty, `${before}-10`), [204, undefined])
  assert.equal((await ask('DELETE', `/months/${of}/filed`)).status, 204)
  assert.equal((await ask('DELETE', `/meetings/${held}`)).status, 204)
})

test('a deed is of every month from when it was written down to when it was closed, and counts where it was closed', async () => {
  const chief = await person(w, 'b2', '实事书记', { roles: [['secretary', 'b2']] })
  const ask = (method: string, url: string, body?: object) => call(w, chief, method, `/v1/branches/b2${url}`, body)
  const today = shanghaiDay(w.service.now())
  const now = today.slice(0, 7)
  const before = addMonths(now, -1)
  const deed = { kind: 'deed', title: '装一盏路灯', day: `${before}-05`, due: `${before}-20`, members: [] }
  const open = { ...deed, state: 'doing', words: { for: '一位居民' } }
  const { id } = (await ask('POST', '/activities', { ...newKey(), ...open })).json
  const rowOf = async (of: string) =>
    (await ask('GET', `/months/${of}`)).json.activities.find((it: { id: string }) => it.id === id)
  assert.equal((await rowOf(addMonths(before, -1)))?.state, undefined)
  assert.deepEqual([(await rowOf(before)).state, (await rowOf(now)).state], ['办理中', '办理中'])
  const done = { ...deed, state: 'done', words: { for: '一位居民', result: '装好了' }, revision: 1 }
  assert.equal((await ask('PUT', `/activities/${id}`, { ...newKey(), ...done })).status, 200)
  assert.deepEqual([(await rowOf(before)).closed, (await rowOf(now)).closed], [today, today])
  assert.equal(await rowOf(addMonths(now, 1)), undefined)
  // In a month that is filed it stays closed: opened again and closed, it would be told in two.
  await ask('PUT', `/months/${now}/filed`, { studied: 0 })
  const reopened = { ...open, revision: 2 }
  const refused = await ask('PUT', `/activities/${id}`, { ...newKey(), ...reopened })
  assert.deepEqual([refused.status, refused.json.error], [409, 'filed'])
  // Nor is it taken away, to be written down again for another month.
  const taken = await ask('DELETE', `/activities/${id}`)
  assert.deepEqual([taken.status, taken.json.error], [409, 'filed'])
  assert.match(taken.json.message, /要删掉它，先撤回/)
  assert.equal((await rowOf(now)).closed, today)
  await ask('DELETE', `/months/${now}/filed`)
  // A word added later does not close it anew.
  w.pass(40 * 86_400_000)
  const again = { ...done, words: { for: '一位居民', result: '装好了，还亮着' }, revision: 2 }
  assert.equal((await ask('PUT', `/activities/${id}`, { ...newKey(), ...again })).status, 200)
  assert.equal((await rowOf(now)).closed, today)
  for (const [of, deeds] of [
    [before, 0],
    [now, 1],
  ] as const) {
    assert.equal((await ask('PUT', `/months/${of}/filed`, { studied: 0 })).status, 204)
    assert.equal((await ask('GET', `/months/${of}`)).json.filed.deeds, deeds)
  }
})
