import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { formatFullDay, formatWeekday } from '../../domain/time/format'
import { TITLES, branchSheet, sendSheet } from './branch-sheets'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(() => w.close())

const plan = async (body: object = {}) => {
  const meeting = { ...newKey(), kind: 'lecture', title: '讲一堂党课', day: today, time: '00:01', ...body }
  const { status, json } = await call(w, secretary, 'POST', '/v1/branches/b1/meetings', meeting)
  assert.equal(status, 201)
  return json.id as string
}
const at = (id: string, rest = '') => `/v1/branches/b1/meetings/${id}${rest}`
const read = async (id: string) => (await call(w, secretary, 'GET', at(id))).json
const names = async (id: string) => (await read(id)).rows.map((it: { name: string }) => it.name).sort()
const mark = (id: string, ...people: Person[]) =>
  call(w, secretary, 'POST', at(id, '/attendance'), { members: people.map(it => it.id), reason: '没带手机' })
const leave = (id: string, who: Person, more: object = {}) =>
  call(w, secretary, 'POST', at(id, '/leave'), { members: [who.id], reason: 'health', ...more })
/** The record as read, with changes, as it is sent back. */
const edit = async (id: string, change: object) => {
  const { meeting, minutes, chair, recorder, edits } = await read(id)
  const { title, day, time, place, group, hours, links } = meeting
  const record = { title, day, time, place, group, hours, links, minutes, chair, recorder, edits, ...change }
  return call(w, secretary, 'PUT', at(id), record)
}
const sheet = async (rows: unknown[][], titles = [...TITLES, '支委', '党小组']) => {
  const { status, json } = await sendSheet(w, secretary, await branchSheet(rows, titles), 'apply')
  assert.equal(status, 200, JSON.stringify(json))
  return json.changes
}

test('who is expected comes from the kind: the roster says who is in the committee and in which 党小组', async () => {
  const [chief, first, second] = [
    await person(w, 'b1', '支委甲'),
    await person(w, 'b1', '一组乙'),
    await person(w, 'b1', '二组丙'),
  ]
  const committee = await plan({ kind: 'committee' })
  assert.ok((await names(committee)).includes('二组丙'), 'no committee is marked: all')
  const changes = await sheet([
    [chief.id, '支委甲', '', '', '', '是', '第一组'],
    [first.id, '一组乙', '', '', '', '', '第一组'],
    [second.id, '二组丙', '', '', '', '', '第二组'],
  ])
  assert.equal(changes.changed.length, 3)
  assert.deepEqual(await names(committee), ['支委甲'], 'what a roster says first holds for the time before')
  assert.deepEqual(await names(await plan({ kind: 'group', group: '第一组' })), ['一组乙', '支委甲'])
  assert.ok((await names(await plan({ kind: 'group' }))).includes('书记'))
  const { posts } = (await call(w, secretary, 'GET', '/v1/branches/b1/meetings')).json
  assert.deepEqual(posts, { groups: ['第一组', '第二组'], committee: 1 })

  // A sheet without the columns says nothing of posts; a later word holds from then on only.
  await sheet([[chief.id, '支委甲', '', '', '']], TITLES)
  assert.deepEqual(await names(committee), ['支委甲'])
  w.pass(60_000)
  await sheet([
    [chief.id, '支委甲', '', '', '', '', '第一组'],
    [second.id, '二组丙', '', '', '', '是', '第二组'],
  ])
  assert.deepEqual(await names(committee), ['支委甲'])
  assert.deepEqual(await names(await plan({ kind: 'committee', day: addDays(today, 1) })), ['二组丙'])
  const bad = await sendSheet(
    w,
    secretary,
    await branchSheet(
      [[chief.id, '支委甲', '', '', '', '也许', '这个党小组的名字实在是太长了吧']],
      [...TITLES, '支委', '党小组'],
    ),
  )
  assert.deepEqual(
    bad.json.problems.map((it: { cell: string }) => it.cell),
    ['F2', 'G2'],
  )
})

test('the attendance sheet says above its table which meeting it is of, and how many were there', async () => {
  const who = await person(w, 'b1', '到了的')
  const planned = {
    kind: 'congress',
    title: '选举'.repeat(30),
    day: addDays(today, -2),
    time: '19:00',
    place: '活动室',
  }
  const { id } = (await call(w, secretary, 'POST', '/v1/branches/b1/meetings', { ...newKey(), ...planned })).json
  await mark(id, who)
  const { meeting } = await read(id)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await call(w, secretary, 'GET', at(id, '/export.xlsx'))).raw as never)
  const sheet = book.worksheets[0]!
  const line = (n: number) => sheet.getRow(n).getCell(1).value
  assert.equal(line(1), '组织b1 支部党员大会签到表')
  assert.equal(line(2), planned.title)
  assert.equal(line(3), `${formatFullDay(planned.day)} ${formatWeekday(planned.day)} 19:00，活动室`)
  assert.equal(line(4), `应到 ${meeting.members} 人，到会 1 人，请假 0 人`)
  assert.deepEqual((sheet.getRow(5).values as string[]).slice(1), ['姓名', '签到', '签到时间'])
  assert.equal(sheet.rowCount, 5 + meeting.members)
  // A long title goes on in the next line, and the head of the table is on every page.
  assert.ok(sheet.getRow(2).height > 2 * (sheet.getRow(1).height ?? 15) * 0.9)
  assert.deepEqual([sheet.views[0]!.state, (sheet.views[0] as { ySplit: number }).ySplit], ['frozen', 5])
  assert.equal(sheet.pageSetup.printTitlesRow, '5:5')
})

test('leave has a reason from a short list, is not told when they come, and its reason is in no log', async () => {
  const [who, other] = [await person(w, 'b1', '请假的'), await person(w, 'b2', '外支部')]
  const id = await plan()
  assert.equal((await leave(id, other)).status, 404)
  assert.equal((await leave(id, who, { reason: 'lazy' })).status, 400)
  assert.equal((await leave(id, who, { note: '长'.repeat(51) })).status, 400)
  assert.equal((await leave(id, who, { note: '住院' })).status, 204)
  const row = async () => (await read(id)).rows.find((it: { name: string }) => it.name === '请假的')
  assert.deepEqual((await row()).leave, { reason: 'health', note: '住院' })
  assert.equal((await read(id)).meeting.leave, 1)
  // A sheet hangs in the room and goes into folders: no reason is printed on it, of leave or of a mark by hand.
  const csv = (await call(w, secretary, 'GET', at(id, '/export.csv'))).raw.toString('utf8')
  assert.match(csv, /姓名,签到,签到时间\r\n/)
  assert.match(csv, /请假的,请假,\r\n/)
  assert.doesNotMatch(csv, /住院|身体|原因/)
  const { rows } = await w.connection.pool.query(
    `select subject_id, reason from audit_log where action = 'leave' and subject_id = $1`,
    [who.id],
  )
  assert.deepEqual(rows, [{ subject_id: who.id, reason: null }])
  const copy = (await call(w, who, 'GET', '/v1/me/export')).json
  assert.deepEqual([copy.leave[0].reason, copy.leave[0].note], ['health', '住院'])

  assert.equal((await mark(id, who)).status, 204)
  assert.equal((await row()).leave, undefined)
  assert.equal((await read(id)).meeting.leave, 0)
  assert.deepEqual((await call(w, who, 'GET', '/v1/me/export')).json.leave, [])
  assert.deepEqual([(await leave(id, who)).status, (await leave(id, who)).json.error], [409, 'present'])
  assert.equal((await call(w, secretary, 'DELETE', at(id, `/attendance/${who.id}`))).status, 204)
  // The mark was a mistake: they are on leave as before.
  assert.deepEqual((await row()).leave, { reason: 'health', note: '住院' })
  assert.equal((await read(id)).meeting.leave, 1)
  assert.equal((await leave(id, who)).status, 204)
  assert.equal((await call(w, secretary, 'DELETE', at(id, `/leave/${who.id}`))).status, 204)
  assert.equal((await call(w, secretary, 'DELETE', at(id, `/leave/${who.id}`))).status, 404)
})

test('a record is edited afterwards with a trace that names the fields and none of the words', async () => {
  const [chair, stranger] = [await person(w, 'b1', '主持的'), await person(w, 'b2', '别支部的')]
  const id = await plan()
  const words = { chair: chair.id, minutes: '议了三件事', hours: 2.5, links: ['a-0001', 'e-0001'] }
  assert.equal((await edit(id, words)).status, 204)
  const after = await read(id)
  assert.deepEqual(
    [after.chair, after.minutes, after.meeting.hours, after.meeting.links, after.edits],
    [chair.id, '议了三件事', 2.5, ['a-0001', 'e-0001'], 1],
  )
  const stale = await edit(id, { edits: 0, minutes: '盖过去' })
  assert.deepEqual([stale.status, stale.json.error], [409, 'changed'])
  for (const [change, error] of [
    [{ chair: stranger.id }, 'chair'],
    [{ day: '2019-01-01' }, 'day'],
    [{ day: addDays(today, 400) }, 'day'],
    [{ hours: 1.3 }, 'invalid'],
    [{ minutes: '长'.repeat(5001) }, 'invalid'],
    [{ links: ['q-00001'] }, 'invalid'],
  ] as const) {
    const { status, json } = await edit(id, change)
    assert.deepEqual([status, json.error], [400, error], JSON.stringify(change).slice(0, 60))
  }
  assert.equal((await edit(id, {})).status, 204)
  const { rows } = await w.connection.pool.query(
    `select reason from audit_log where action = 'meeting.edit' and reason like '%讲一堂党课%' order by audit_id`,
  )
  assert.deepEqual(rows, [{ reason: `${today} 党课：讲一堂党课。改了主持人、学时、学习内容、会议记录` }])
  assert.doesNotMatch(w.logged(), /议了三件事|住院/)
})

test('who deletes themselves is in no minutes, on no leave, and leads no meeting', async () => {
  const who = await person(w, 'b1', '要走的示例')
  const other = await person(w, 'b1', '留下的')
  const id = await plan()
  await edit(id, { chair: who.id, recorder: who.id, minutes: '要走的示例发言，大家同意' })
  await leave(id, other, { note: '替要走的示例办事' })
  await edit(id, { title: '讨论要走的示例同志转正', place: '要走的示例家' })
  const task = { title: '请要走的示例补学', note: '要走的示例请假了', due: addDays(today, 3), items: ['a-0001'] }
  await call(w, secretary, 'POST', '/v1/branches/b1/assignments', { ...newKey(), ...task })
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  const after = await read(id)
  const kept = await w.connection.pool.query('select title, place from meeting where meeting_id = $1', [id])
  assert.deepEqual(kept.rows, [{ title: '讨论某人同志转正', place: '某人家' }])
  const { rows: tasks } = await w.connection.pool.query(`select title, note from assignment where title like '%补学'`)
  assert.deepEqual(tasks, [{ title: '请某人补学', note: '某人请假了' }])
  assert.deepEqual([after.chair, after.recorder, after.minutes], [undefined, undefined, '某人发言，大家同意'])
  const { rows } = await w.connection.pool.query('select note from meeting_leave where meeting_id = $1', [id])
  assert.deepEqual(rows, [{ note: '替某人办事' }])
})

test('an erased name goes only where it meant them: not from a namesake’s branch, not out of a title', async () => {
  const who = await person(w, 'b1', '黎明')
  await person(w, 'b3', '黎明')
  const third = await person(w, 'b3', '三支书记', { roles: [['secretary', 'b3']] })
  const second = await person(w, 'b2', '二支书记', { roles: [['secretary', 'b2']] })
  const minutes = '黎明发言：一起看了《黎明之前》'
  const written = async (branch: string, chief: Person) => {
    const base = `/v1/branches/${branch}`
    const ask = async (method: string, url: string, body?: object) =>
      (await call(w, chief, method, base + url, body)).json
    const { id } = await ask('POST', '/meetings', {
      ...newKey(),
      kind: 'group',
      title: '会',
      day: today,
      time: '00:01',
    })
    const record = { title: '会', day: today, time: '00:01', hours: 1, links: [], edits: 0, minutes }
    await ask('PUT', `/meetings/${id}`, record)
    const film = { kind: 'film', title: '黎明推荐《黎明之前》', day: today, state: 'planned', words: {}, members: [] }
    const { id: activity } = await ask('POST', '/activities', { ...newKey(), ...film })
    return async () => [
      (await ask('GET', `/meetings/${id}`)).minutes,
      (await ask('GET', `/activities/${activity}`)).activity.title,
    ]
  }
  const own = await written('b1', secretary)
  const namesakes = await written('b3', third)
  const others = await written('b2', second)
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  assert.deepEqual(await own(), ['某人发言：一起看了《黎明之前》', '某人推荐《黎明之前》'])
  for (const told of [namesakes, others]) assert.deepEqual(await told(), [minutes, '黎明推荐《黎明之前》'])
})

test('学时 of a year are those of meetings where one was; the roster says whom the year asks for more', async () => {
  const [who, chief] = [await person(w, 'b1', '学时的'), await person(w, 'b1', '学时支委')]
  await sheet([[chief.id, '学时支委', '', '', '', '是', '']])
  const [theme, committee, coming] = [
    await plan({ kind: 'theme_day' }),
    await plan({ kind: 'committee' }),
    await plan({ kind: 'congress', day: addDays(today, 1) }),
  ]
  for (const id of [theme, committee]) assert.equal((await mark(id, who, chief)).status, 204)
  assert.equal((await mark(coming, who, chief)).status, 409)
  const year = today.slice(0, 4)
  const own = (await call(w, who, 'GET', `/v1/me/study-hours?year=${year}`)).json
  assert.deepEqual([own.hours, own.required], [2, 32])
  assert.ok(own.entries.every((it: { hours: number }) => it.hours > 0))
  const { people } = (await call(w, secretary, 'GET', `/v1/branches/b1/months/${today.slice(0, 7)}`)).json
  const row = (name: string) => people.find((it: { name: string }) => it.name === name)
  assert.deepEqual([row('学时的').yearHours, row('学时支委').yearHours, row('学时支委').required], [2, 2, 56])
  assert.equal(row('书记').required, 56)
})

test('a member sees what is arranged and expects them, from today on, and not what they are on leave from', async () => {
  const who = await person(w, 'b1', '看安排的')
  await sheet([[who.id, '看安排的', '', '', '', '', '第三组']])
  const soon = addDays(today, 3)
  const mine = await plan({ kind: 'group', group: '第三组', day: soon, title: '三组的会' })
  await plan({ kind: 'group', group: '第一组', day: soon, title: '一组的会' })
  await plan({ kind: 'lecture', day: addDays(today, -1), title: '昨天的' })
  const all = await plan({ kind: 'lecture', day: soon, title: '大家的' })
  const titles = async () =>
    (await call(w, who, 'GET', '/v1/me/meetings')).json.meetings.map((it: { title: string }) => it.title)
  const seen = await titles()
  assert.ok(seen.includes('三组的会') && seen.includes('大家的'), seen.join())
  assert.ok(!seen.includes('一组的会') && !seen.includes('昨天的'), seen.join())
  await leave(all, who)
  assert.ok(!(await titles()).includes('大家的'))
  assert.ok((await titles()).includes('三组的会'), mine)
})
