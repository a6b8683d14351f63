import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import { addDays, dayStart, shanghaiDay } from '../../domain/time/day'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let today: string
before(async () => {
  w = await world()
  await plantTree(w)
  today = shanghaiDay(w.service.now())
  // At noon, whenever it is run: a clock that is set back an hour stays in its day.
  w.pass(dayStart(today) + 12 * 3_600_000 - w.service.now())
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(() => w.close())

const plan = async (body: object = {}) => {
  const meeting = { ...newKey(), kind: 'lecture', title: '讲一堂党课', day: today, time: '19:00', ...body }
  const { status, json } = await call(w, secretary, 'POST', '/v1/branches/b1/meetings', meeting)
  assert.equal(status, 201)
  return json.id as string
}
const at = (id: string, rest = '') => `/v1/branches/b1/meetings/${id}${rest}`
const open = async (id: string, minutes?: number) =>
  (await call(w, secretary, 'POST', at(id, '/code'), minutes ? { minutes } : {})).json
const checkIn = (who: Person, code: string) => call(w, who, 'POST', '/v1/me/meetings/sign-in', { code })
const rowOf = async (id: string, name: string) =>
  (await call(w, secretary, 'GET', at(id))).json.rows.find((it: { name: string }) => it.name === name)

test('a member signs in by the QR code or its six digits, once', async () => {
  const [one, two] = [await person(w, 'b1', '扫码的'), await person(w, 'b1', '输数字的')]
  const id = await plan()
  const { qr, digits } = await open(id)
  assert.match(digits, /^\d{6}$/)
  const first = await checkIn(one, qr)
  assert.deepEqual([first.status, first.json.already, first.json.meeting.id], [200, false, id])
  // As typed: a space in the middle, wide digits.
  const wide = (digits as string).replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
  assert.equal((await checkIn(two, `${wide.slice(0, 3)} ${wide.slice(3)}`)).status, 200)
  const again = await checkIn(one, digits)
  assert.deepEqual([again.json.already, again.json.at], [true, first.json.at])
  assert.deepEqual([(await rowOf(id, '扫码的')).how, (await rowOf(id, '书记')).present], ['code', false])
  const [listed] = (await call(w, secretary, 'GET', '/v1/branches/b1/meetings')).json.meetings
  assert.deepEqual([listed.members, listed.present], [3, 2])
  assert.ok(listed.openUntil)
})

test('a code ends with its time, with a newer one, and when check-in is closed; the answer is the same as to a wrong one', async () => {
  const who = await person(w, 'b1', '迟到的')
  const id = await plan()
  const old = await open(id, 1)
  const next = await open(id, 1)
  const answers = [await checkIn(who, old.qr)]
  w.pass(61_000)
  answers.push(await checkIn(who, next.qr))
  const last = await open(id)
  assert.equal((await call(w, secretary, 'DELETE', at(id, '/code'))).status, 204)
  answers.push(await checkIn(who, last.digits), await checkIn(who, 'no code at all'))
  assert.deepEqual(
    answers.map(it => it.status),
    [404, 404, 404, 404],
  )
  assert.equal(new Set(answers.map(it => JSON.stringify(it.json))).size, 1)
})

test('a code opens nothing for another branch, nor without consent', async () => {
  const outsider = await person(w, 'b2', '外支部')
  const unasked = await person(w, 'b1', '未同意', { consent: false })
  const { qr, digits } = await open(await plan())
  assert.equal((await checkIn(outsider, qr)).status, 404)
  assert.equal((await checkIn(outsider, digits)).status, 404)
  assert.deepEqual([(await checkIn(unasked, qr)).status, (await checkIn(unasked, qr)).json.error], [403, 'consent'])
})

test('guessing ends after eight tries, for ten minutes and for this member only', async () => {
  const [guesser, honest] = [await person(w, 'b1', '乱试的'), await person(w, 'b1', '老实的')]
  const { digits } = await open(await plan(), 30)
  const wrong = digits === '000000' ? '000001' : '000000'
  for (let i = 0; i < 8; i++) assert.equal((await checkIn(guesser, wrong)).status, 404)
  const ninth = await checkIn(guesser, digits)
  assert.deepEqual([ninth.status, ninth.json.error], [429, 'tries'])
  assert.equal((await checkIn(honest, digits)).status, 200)
  w.pass(10 * 60_000 + 1)
  assert.equal((await checkIn(guesser, digits)).status, 200)
})

test('whoever mistyped before the service’s clock was set back waits for no hour that comes twice', async () => {
  const who = await person(w, 'b1', '认真的')
  const { digits } = await open(await plan(), 30)
  for (let i = 0; i < 9; i++) await checkIn(who, digits === '000000' ? '000001' : '000000')
  w.pass(-60 * 60_000)
  assert.equal((await checkIn(who, digits)).status, 200)
  w.pass(60 * 60_000)
})

test('a title that nobody sees is refused, and what turns the writing round is taken out', async () => {
  const { form: _form, ...told } = { ...newKey(), kind: 'lecture', day: today, time: '09:00' }
  const make = (more: object) =>
    call(w, secretary, 'POST', '/v1/branches/b1/meetings', { ...newKey(), ...told, ...more })
  assert.equal((await make({ title: '\u200b\u2060' })).status, 400)
  assert.equal((await make({ title: '讲课', place: '\u3164' })).status, 400)
  const { id } = (await make({ title: '\u202e讲课\u2800' })).json
  const kept = await w.connection.pool.query('select title from meeting where meeting_id = $1', [id])
  assert.deepEqual(kept.rows, [{ title: '讲课' }])
  const task = { title: '\u3164', due: addDays(today, 3), items: ['a-0001'] }
  assert.equal((await call(w, secretary, 'POST', '/v1/branches/b1/assignments', task)).status, 400)
})

test('neither code is stored in the clear or logged', async () => {
  const { qr, digits } = await open(await plan())
  const { rows } = await w.connection.pool.query('select secret_hmac, digits_hmac from meeting')
  const kept = JSON.stringify(rows)
  assert.ok(!kept.includes(qr.slice(-22)) && !kept.includes(`"${digits}"`))
  assert.ok(!w.logged().includes(qr.slice(-22)))
  assert.doesNotMatch(w.logged(), /书记|讲一堂|扫码/)
})

test('the secretary marks somebody present with a reason, which is kept, and can take it back', async () => {
  const who = await person(w, 'b1', '孙示例')
  const id = await plan()
  const mark = (members: string[], reason?: string) =>
    call(w, secretary, 'POST', at(id, '/attendance'), { members, reason })
  assert.equal((await mark([who.id])).status, 400)
  assert.equal((await mark([who.id, (await person(w, 'b2', '别人')).id], '没带手机')).status, 404)
  for (const name of ['孙示例', '孙 示例', '孙·示·例']) {
    const named = await mark([who.id], `${name}腿疾`)
    assert.deepEqual([named.status, named.json.error], [400, 'names'], 'the district reads the reason')
  }
  assert.equal((await mark([who.id], '没带手机')).status, 204)
  const row = await rowOf(id, '孙示例')
  assert.deepEqual([row.present, row.how, row.reason], [true, 'hand', '没带手机'])
  const kept = await w.connection.pool.query(
    `select reason, actor_id from audit_log where action = 'attendance' and subject_id = $1`,
    [who.id],
  )
  assert.deepEqual(kept.rows, [{ reason: '没带手机', actor_id: secretary.id }])
  assert.equal((await call(w, secretary, 'DELETE', at(id, `/attendance/${who.id}`))).status, 204)
  assert.equal((await rowOf(id, '孙示例')).present, false)
})

test('who was there stays on the list after a transfer, and in the copy of one’s own', async () => {
  const who = await person(w, 'b1', '要转走的')
  const id = await plan()
  await checkIn(who, (await open(id)).qr)
  await w.connection.pool.query('update member set branch_id = $1 where member_id = $2', ['b2', who.id])
  assert.equal((await rowOf(id, '要转走的')).present, true)
  const [listed] = (await call(w, secretary, 'GET', '/v1/branches/b1/meetings')).json.meetings.filter(
    (it: { id: string }) => it.id === id,
  )
  const { rows } = (await call(w, secretary, 'GET', at(id))).json
  assert.equal(listed.members, rows.length)
  const copy = (await call(w, who, 'GET', '/v1/me/export')).json
  assert.equal(copy.meetings[0].title, '讲一堂党课')
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  assert.equal(await rowOf(id, '要转走的'), undefined)
})

test('check-in opens on the meeting’s day only, and a day that is none is refused', async () => {
  const opened = async (ahead: number) => {
    const id = await plan({ day: addDays(today, ahead) })
    const { status, json } = await call(w, secretary, 'POST', at(id, '/code'), {})
    return status === 201 || json.error
  }
  const answers = []
  for (const ahead of [-30, -1, 0, 1, 2, 5]) answers.push(await opened(ahead))
  assert.deepEqual(answers, ['day', 'day', true, 'day', 'day', 'day'])
  for (const body of [{ day: '2026-02-30' }, { time: '24:00' }, { kind: 'party' }]) {
    const meeting = { ...newKey(), kind: 'lecture', title: '党课', day: today, time: '19:00', ...body }
    assert.equal((await call(w, secretary, 'POST', '/v1/branches/b1/meetings', meeting)).status, 400)
  }
})

test('nobody is at a meeting that is to come, nor was at one of a day on which they were not in the branch', async () => {
  const who = await person(w, 'b1', '刚来的')
  await w.connection.pool.query('update member_move set since = $1 where member_id = $2', [
    new Date(w.service.now() - 3_600_000),
    who.id,
  ])
  const mark = (id: string) =>
    call(w, secretary, 'POST', at(id, '/attendance'), { members: [who.id], reason: '没带手机' })
  const coming = await plan({ day: addDays(today, 1) })
  const early = await mark(coming)
  assert.deepEqual([early.status, early.json.error], [409, 'day'])
  const id = await plan()
  const { qr } = await open(id)
  const move = async (day: string) => {
    const { edits } = (await call(w, secretary, 'GET', at(id))).json
    const record = { title: '讲一堂党课', day, time: '19:00', hours: 1, links: [], edits }
    const { status, json } = await call(w, secretary, 'PUT', at(id), record)
    return status === 204 || json.error
  }
  // Put off while its code is still good: the code opens nothing until then.
  assert.equal(await move(addDays(today, 1)), true)
  assert.equal((await checkIn(who, qr)).status, 404)
  assert.equal(await move(today), true)
  assert.equal((await mark(id)).status, 204)
  assert.deepEqual([await move(addDays(today, 1)), await move(addDays(today, -300))], ['day', 'not_then'])
  const book = (await call(w, secretary, 'GET', `/v1/branches/b1/months/${today.slice(0, 7)}`)).json
  assert.equal(book.meetings.find((it: { id: string }) => it.id === id).present, 1)
})

test('nobody is there and on leave at once, however the two come together', async () => {
  const people = [await person(w, 'b1', '两边甲'), await person(w, 'b1', '两边乙')]
  const members = people.map(it => it.id)
  for (let i = 0; i < 12; i++) {
    const id = await plan()
    const { qr } = await open(id)
    await Promise.all([
      call(w, secretary, 'POST', at(id, '/leave'), { members, reason: 'work' }),
      call(w, secretary, 'POST', at(id, '/attendance'), { members: [members[0]], reason: '没带手机' }),
      checkIn(people[1]!, qr),
    ])
    const { meeting, rows } = (await call(w, secretary, 'GET', at(id))).json
    const told = rows.filter((it: { present: boolean; leave?: object }) => it.leave)
    assert.ok(told.every((it: { present: boolean }) => !it.present))
    assert.equal(meeting.leave, told.length)
  }
})

test('a file has every meeting; the list has the latest, and how many there are', async () => {
  const many = 230
  await w.connection.pool.query(
    `insert into meeting (tenant_id, branch_id, meeting_id, kind, title, day, time, created_by, created_at)
      select 't', 'b2', gen_random_uuid(), 'group', '会' || n, $1::date - n, '19:00', gen_random_uuid(), now()
      from generate_series(1, $2) n`,
    [today, many],
  )
  const chief = await person(w, 'b2', '二支书记', { roles: [['secretary', 'b2']] })
  const { meetings, total } = (await call(w, chief, 'GET', '/v1/branches/b2/meetings')).json
  assert.deepEqual([meetings.length, meetings[0].title, total], [200, '会1', many])
  const csv = (await call(w, chief, 'GET', '/v1/branches/b2/meetings/export.csv')).raw.toString('utf8')
  assert.equal(csv.trim().split('\r\n').length, many + 1)
})

test('the attendance sheet and the list of meetings open in a spreadsheet, without formulas', async () => {
  await person(w, 'b1', '=1+1')
  const id = await plan({ title: '=cmd' })
  const { raw } = await call(w, secretary, 'GET', at(id, '/export.xlsx'))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as never)
  const names = book.worksheets[0]!.getColumn(1).values.slice(1)
  // Under the lines that say which meeting it is.
  assert.deepEqual(names.slice(0, 2), ['组织b1 党课签到表', '=cmd'])
  assert.equal(names[4], '姓名')
  assert.ok(names.includes('=1+1'))
  const csv = (await call(w, secretary, 'GET', '/v1/branches/b1/meetings/export.csv')).raw.toString('utf8')
  assert.match(csv, /^\ufeff日期,时间,类型,主题,地点,应到,实到,请假,学时\r\n/)
  assert.match(csv, /,党课,'=cmd,,\d+,0,0,1/)
})

test('a meeting taken away is gone with its list', async () => {
  const id = await plan()
  await checkIn(await person(w, 'b1', '某人'), (await open(id)).qr)
  assert.equal((await call(w, secretary, 'DELETE', at(id))).status, 204)
  assert.equal((await call(w, secretary, 'GET', at(id))).status, 404)
  const { rows } = await w.connection.pool.query('select 1 from meeting_presence where meeting_id = $1', [id])
  assert.equal(rows.length, 0)
})

test('the log says which meeting was taken away; without its line the meeting stays', async () => {
  const id = await plan({ title: '要删的会' })
  const { pool } = w.connection
  await pool.query('alter table audit_log rename to audit_log_away')
  const failed = await call(w, secretary, 'DELETE', at(id))
  await pool.query('alter table audit_log_away rename to audit_log')
  assert.equal(failed.status, 500)
  assert.equal((await call(w, secretary, 'GET', at(id))).status, 200)
  assert.equal((await call(w, secretary, 'DELETE', at(id))).status, 204)
  const { rows } = await pool.query(
    `select reason from audit_log where action = 'meeting.delete' and reason like '%要删的会'`,
  )
  assert.deepEqual(rows, [{ reason: `${today} 党课：要删的会` }])
})
