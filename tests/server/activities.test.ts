import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import type { ActivityList } from '../../domain/contract/activities'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let lead: Person
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
  secretary = await person(w, 'b1', '书记甲', { roles: [['secretary', 'b1']] })
  lead = await person(w, 'b1', '经办乙')
})
after(() => w.close())

const BASE = '/v1/branches/b1/activities'
const deed = () => ({
  ...{ kind: 'deed', title: '装一盏路灯', day: today, due: addDays(today, 10), state: 'registered' },
  ...{ lead: lead.id, words: { for: '一位居民' }, members: [] as string[] },
})
const study = () => ({
  ...{ kind: 'group-study', title: '学党章', day: today, time: '15:00', state: 'done', hours: 1.5 },
  ...{ words: {}, members: [secretary.id, lead.id] },
})
const ask = (method: string, url: string, body?: object, who = secretary) => call(w, who, method, url, body)
const add = async (it: object) => {
  const { status, json } = await ask('POST', BASE, { ...newKey(), ...it })
  assert.equal(status, 201, JSON.stringify(json))
  return json.id as string
}
const read = async (id: string) => (await ask('GET', `${BASE}/${id}`)).json
const reasons = async (action: string) =>
  (await ask('GET', '/v1/branches/b1/audit?group=together')).json.rows
    .filter((it: { action: string }) => it.action === action)
    .map((it: { reason: string }) => it.reason) as string[]

test('a deed goes from 登记 over 办理中 to 办结, each step with a trace, and only with what was done', async () => {
  const id = await add(deed())
  const { activity } = await read(id)
  assert.deepEqual(
    [activity.leadName, activity.done, activity.revision, activity.members],
    ['经办乙', false, 1, undefined],
  )
  const put = (body: object) => ask('PUT', `${BASE}/${id}`, { ...newKey(), ...deed(), ...body })
  assert.equal((await put({ state: 'doing', revision: 1 })).status, 200)
  w.pass(1_000)
  const early = await put({ state: 'done', revision: 2 })
  assert.deepEqual([early.status, early.json.error, early.json.message], [400, 'activity', '请写上“办了什么”'])
  const done = { state: 'done', revision: 2, words: { for: '一位居民', result: '装好了' } }
  assert.equal((await put(done)).status, 200)
  assert.deepEqual([(await read(id)).activity.done, (await read(id)).activity.revision], [true, 3])
  assert.equal((await read(id)).activity.closed, today)
  assert.deepEqual(await reasons('activity.change'), [
    `${today} 我为群众办实事：装一盏路灯，改了内容、状态（办理中 → 办结）`,
    `${today} 我为群众办实事：装一盏路灯，改了状态（登记 → 办理中）`,
  ])
})

test('a deed that was done some days ago is of that day, also when it is put right later', async () => {
  const day = addDays(today, -5)
  const done = { ...deed(), day, state: 'done', words: { for: '一位居民', result: '装好了' } }
  const id = await add({ ...done, closed: addDays(today, -3) })
  assert.equal((await read(id)).activity.closed, addDays(today, -3))
  w.pass(1_000)
  const right = { ...newKey(), ...done, closed: addDays(today, -4), revision: 1 }
  assert.equal((await ask('PUT', `${BASE}/${id}`, right)).status, 200)
  assert.equal((await read(id)).activity.closed, addDays(today, -4))
  assert.match((await reasons('activity.change'))[0]!, /改了办完的日子$/)
})

test('two phones that change the same one: the second is told, and nothing of it is written', async () => {
  const id = await add(deed())
  const put = (body: object, key = newKey()) => ask('PUT', `${BASE}/${id}`, { ...key, ...deed(), ...body })
  const key = newKey()
  const first = { title: '装两盏路灯', revision: 1 }
  assert.equal((await put(first, key)).status, 200)
  // Its answer was lost: the same again is answered alike and changes nothing.
  assert.equal((await put(first, key)).status, 200)
  const late = await put({ title: '装三盏路灯', revision: 1 })
  assert.deepEqual([late.status, late.json.error], [409, 'changed'])
  const { activity } = await read(id)
  assert.deepEqual([activity.title, activity.revision], ['装两盏路灯', 2])
})

test('a number of a telephone and the name of an outsider are refused, and what is wrong is said', async () => {
  for (const [body, said] of [
    [{ title: '给居民王小明家装灯' }, /写了姓名“王小明”/],
    [{ words: { for: '一位居民，13812345678' } }, /写了电话号码“13812345678”/],
    [{ words: {} }, /请写上“为谁办”/],
    [{ due: undefined }, /请选“办结期限”/],
    [{ kind: 'bowling' }, /没有这一种活动/],
    [{ place: '居民王秀英家中' }, /“地点”里写了姓名“王秀英”/],
    [{ hours: 1 }, /这一种活动不记学时/],
    [{ kind: 'film', state: 'done', words: {} }, /这一种活动没有期限/],
    [{ day: addDays(today, -400) }, /前后一年之内/],
  ] as const) {
    const { status, json } = await ask('POST', BASE, { ...newKey(), ...deed(), ...body })
    assert.equal(status, 400, json.message)
    assert.match(json.message, said)
  }
})

test('who came onto the roster since can be written down for what they did before, and has the 学时', async () => {
  const fresh = await person(w, 'b1', '后进的')
  await w.connection.pool.query('update member_move set since = now() where member_id = $1', [fresh.id])
  const posts = (await ask('GET', '/v1/branches/b1/posts')).json.people
  assert.equal(posts.find((it: { member: string }) => it.member === fresh.id).since, today)
  const id = await add({ ...study(), day: addDays(today, -17), members: [fresh.id, secretary.id] })
  const { activity, people } = await read(id)
  assert.equal(activity.present, 2)
  assert.ok(people.some((it: { name: string; present: boolean }) => it.name === '后进的' && it.present))
  const { hours } = (await call(w, fresh, 'GET', '/v1/me/study-hours')).json
  assert.ok(hours >= 1.5, JSON.stringify(hours))
  // Who was with another branch then was not with this one.
  const came = await person(w, 'b2', '转来的')
  await w.connection.pool.query(`insert into member_move values ('t', $1, now(), 'b1')`, [came.id])
  await w.connection.pool.query(`update member set branch_id = 'b1' where member_id = $1`, [came.id])
  const early = await ask('POST', BASE, { ...newKey(), ...study(), day: addDays(today, -17), members: [came.id] })
  assert.deepEqual([early.status, early.json.error], [400, 'not_then'])
})

test('who took part was in the branch on its day; everybody expected is on the list', async () => {
  const other = await person(w, 'b2', '外支部')
  const { status } = await ask('POST', BASE, { ...newKey(), ...study(), members: [other.id] })
  assert.equal(status, 404)
  const mover = await person(w, 'b1', '调走的')
  const { pool } = w.connection
  const moved = addDays(today, -10)
  await pool.query('insert into member_move values ($1, $2, $3, $4)', [
    't',
    mover.id,
    new Date(`${moved}T04:00:00Z`),
    'b2',
  ])
  await pool.query(`update member set branch_id = 'b2' where member_id = $1`, [mover.id])
  const late = await ask('POST', BASE, { ...newKey(), ...study(), members: [mover.id] })
  assert.deepEqual([late.status, late.json.error], [400, 'not_then'])
  assert.match(late.json.message, /调走的不在本支部/)
  const id = await add({ ...study(), day: addDays(today, -20), members: [mover.id, secretary.id, secretary.id] })
  const { activity, people } = await read(id)
  assert.deepEqual([activity.present, activity.members], [2, people.length])
  assert.ok(people.some((it: { name: string; present: boolean }) => it.name === '调走的' && it.present))
})

test('the list has what is not done, whenever it was, before the rest; another branch has nothing of it', async () => {
  const old = await add({ ...deed(), title: '拖了很久的', day: addDays(today, -360), due: addDays(today, -300) })
  const { json } = await ask('GET', `${BASE}?from=${addDays(today, -5)}`)
  const { activities, total } = json as ActivityList
  assert.equal(total, activities.length)
  assert.ok(activities.some(it => it.id === old))
  const done = activities.map(it => it.done)
  assert.deepEqual(
    done,
    [...done].sort((a, b) => Number(a) - Number(b)),
  )
  const neighbour = await person(w, 'b2', '二支书记', { roles: [['secretary', 'b2']] })
  assert.deepEqual((await ask('GET', '/v1/branches/b2/activities', undefined, neighbour)).json.activities, [])
  for (const [method, body] of [
    ['GET', undefined],
    ['DELETE', undefined],
    ['PUT', { ...newKey(), ...deed(), lead: undefined, revision: 1 }],
  ] as const) {
    const answer = await ask(method, `/v1/branches/b2/activities/${old}`, body, neighbour)
    assert.equal(answer.status, 404, method)
  }
  assert.equal((await ask('DELETE', `${BASE}/${old}`)).status, 204)
  assert.match((await reasons('activity.delete'))[0]!, /拖了很久的$/)
})

test('members read what is planned and open, and the deeds that are theirs; not the deeds of others', async () => {
  const reader = await person(w, 'b1', '读的人')
  const planned = { ...study(), state: 'planned', title: '下周一起学', day: addDays(today, 5), members: [] }
  await add(planned)
  await add({ ...deed(), title: '乙的实事' })
  const titles = async (who: Person) =>
    (await ask('GET', '/v1/me/activities', undefined, who)).json.activities.map((it: { title: string }) => it.title)
  assert.deepEqual(await titles(reader), ['下周一起学'])
  assert.ok((await titles(lead)).includes('乙的实事'))
  const [one] = (await ask('GET', '/v1/me/activities', undefined, reader)).json.activities
  assert.deepEqual([one.own, one.time, one.kind], [false, '15:00', 'group-study'])
  assert.deepEqual(await titles(await person(w, 'b2', '别支部的')), [])
})

test('the ledger’s file holds every activity with who took part, without formulas, and its export is written down', async () => {
  await add({ ...study(), title: '=cmd', members: [lead.id] })
  const { raw } = await ask('GET', `${BASE}/export.xlsx`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as never)
  const sheet = book.worksheets[0]!
  const heads = (sheet.getRow(1).values as string[]).slice(1)
  const at = (title: string) => heads.indexOf(title) + 1
  const rows = sheet.getRows(2, sheet.rowCount - 1)!
  const row = rows.find(it => it.getCell(at('主题')).value === '=cmd')!
  assert.deepEqual(
    ['种类', '状态', '参加的人', '学时'].map(title => row.getCell(at(title)).value),
    ['集中学习', '已办', '经办乙', 1.5],
  )
  const days = rows.map(it => String(it.getCell(at('日期')).value))
  assert.deepEqual(days, [...days].sort())
  const csv = (await ask('GET', `${BASE}/export.csv`)).raw.toString('utf8')
  assert.match(csv, /,集中学习,'=cmd,已办,/)
  const logged = await w.connection.pool.query(
    `select 1 from audit_log where action = 'export' and reason = '活动台账'`,
  )
  assert.equal(logged.rows.length, 2)
})

test('who erases themselves goes out of the ledger by id and by name; what was done stays', async () => {
  const who = await person(w, 'b1', '要走的人')
  const id = await add({
    ...study(),
    title: '要走的人领学',
    lead: who.id,
    members: [who.id, secretary.id],
    words: { notes: '要走的人讲了一段' },
  })
  const own = (await ask('GET', '/v1/me/export', undefined, who)).json
  assert.deepEqual(own.activities, [
    { day: today, kind: 'group-study', title: '要走的人领学', state: 'done', lead: true, took_part: true },
  ])
  assert.equal((await ask('DELETE', '/v1/me', undefined, who)).status, 204)
  const { activity, people } = await read(id)
  assert.deepEqual(
    [activity.title, activity.words, activity.leadName],
    ['某人领学', { notes: '某人讲了一段' }, undefined],
  )
  assert.equal(activity.present, 1)
  assert.ok(people.every((it: { name: string }) => !/要走|注销/.test(it.name)))
  const { rows } = await w.connection.pool.query('select 1 from activity_member where member_id = $1', [who.id])
  assert.equal(rows.length, 0)
})

test('学时 of a year are those of activities that are done beside meetings, of whoever took part', async () => {
  const who = await person(w, 'b1', '学时的')
  const hours = async () => (await ask('GET', '/v1/me/study-hours', undefined, who)).json
  const before = await hours()
  await add({ ...study(), title: '学了的', members: [who.id] })
  await add({ ...study(), title: '还没学的', state: 'planned', hours: undefined, members: [who.id] })
  await add({ ...study(), kind: 'film', title: '不算的', hours: undefined, members: [who.id] })
  const after = await hours()
  assert.deepEqual([before.hours, after.hours], [0, 1.5])
  assert.deepEqual(after.entries, [{ day: today, kind: 'group-study', title: '学了的', hours: 1.5 }])
})

test('what waits is counted whole, and of the rest the one that comes first is named', async () => {
  const waiting = async () => (await ask('GET', `${BASE}/waiting`)).json
  const before = (await waiting()).late
  for (const n of [1, 2])
    await add({ ...deed(), title: `早该办的${n}`, day: addDays(today, -9), due: addDays(today, -n) })
  // Its own day counts where there is no last day; what is done waits for nobody.
  await add({
    ...study(),
    state: 'planned',
    title: '昨天要学的',
    day: addDays(today, -1),
    hours: undefined,
    members: [],
  })
  await add({ ...study(), title: '学过的', day: addDays(today, -2) })
  await add({ ...deed(), title: '今天到期', due: today })
  const { late, next } = await waiting()
  assert.equal(late, before + 3)
  // Of today as well, and at an hour.
  assert.deepEqual(next, { title: '还没学的', day: today })
})
