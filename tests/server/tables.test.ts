import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import type { OrgRow } from '../../domain/contract/branch-report'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { openWeek, settleDirty } from '../../server/src/rollup/worker'
import { answer, finish, read } from './acts'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let unit: Person
let supervisor: Person
let diligent: Person
let monday: string
before(async () => {
  w = await world()
  await plantTree(w)
  monday = addDays(weekStart(shanghaiDay(w.service.now())), -7)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  unit = await person(w, 'b2', '单位', { roles: [['unit_admin', 'u1']] })
  supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  diligent = await person(w, 'b1', '勤学')
  await person(w, 'b1', '=HYPERLINK("http://x","点我")')
  // Four days of last week with one answered question and a read article on the first.
  for (const n of [0, 1, 2, 3]) {
    const at = dayStart(addDays(monday, n)) + 20 * 3_600_000
    const events = [read(at, 300), answer(at + 1, ['a']), ...(n === 0 ? [finish(at + 2)] : [])]
    assert.equal((await call(w, diligent, 'POST', '/v1/events', { events })).status, 200)
  }
  const late = dayStart(monday) + 3_600_000
  await call(w, await person(w, 'b3', '别处'), 'POST', '/v1/events', { events: [read(late, 240)] })
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
})
after(() => w.close())

const week = () => `week=${monday}`

test('the secretary sees who is done, with totals that are what was sent', async () => {
  const { json } = await call(w, secretary, 'GET', `/v1/branches/b1/week?${week()}`)
  const row = json.rows.find((it: { name: string }) => it.name === '勤学')
  assert.deepEqual([row.met, row.studyDays, row.minutes, row.items, row.answers, row.correct], [true, 4, 20, 1, 4, 4])
  assert.equal(json.rows.length, 3)
  assert.deepEqual([json.totals.members, json.totals.met, json.totals.studied], [3, 1, 1])
})

test('the workbook and the CSV hold the numbers of the screen, as numbers, and no formula', async () => {
  const { json } = await call(w, secretary, 'GET', `/v1/branches/b1/week?${week()}`)
  const file = await call(w, secretary, 'GET', `/v1/branches/b1/export.xlsx?${week()}`)
  assert.match(decodeURIComponent(String(file.headers['content-disposition'])), /学习周报_\d{4}-\d\d-\d\d_\d{8}\.xlsx/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.raw as never)
  const sheet = book.worksheets[0]!
  const titles = (sheet.getRow(1).values as string[]).slice(1)
  const column = (title: string) => titles.indexOf(title) + 1
  assert.equal(sheet.rowCount, 1 + json.rows.length)
  json.rows.forEach((row: Record<string, number | string>, i: number) => {
    const cells = sheet.getRow(i + 2)
    assert.equal(cells.getCell(column('姓名')).value, row.name)
    assert.equal(cells.getCell(column('姓名')).type, ExcelJS.ValueType.String)
    assert.equal(cells.getCell(column('学习天数')).value, row.studyDays)
    assert.equal(cells.getCell(column('学习分钟')).value, row.minutes)
    assert.equal(cells.getCell(column('学习分钟')).type, ExcelJS.ValueType.Number)
  })
  const csv = await call(w, secretary, 'GET', `/v1/branches/b1/export.csv?${week()}`)
  const text = csv.raw.toString('utf8')
  assert.ok(text.startsWith('\ufeff姓名,'))
  assert.doesNotMatch(text, /(^|\n|,)"?[=+@]/)
  assert.match(text, /勤学,[\d-]+,已完成,4,3,0,1,20,4,100,服务统计/)
})

test('study with the branch is done, is told apart, and can be taken back', async () => {
  const paper = await person(w, 'b1', '没有手机')
  const record = { members: [paper.id], minutes: 60, what: '集中读报', reason: '没有智能手机' }
  const ids: string[] = []
  for (const n of [0, 2, 4]) {
    const body = { ...newKey(), ...record, day: addDays(monday, n) }
    ids.push((await call(w, secretary, 'POST', '/v1/branches/b1/offline', body)).json.ids[0])
  }
  const row = async () => {
    const { json } = await call(w, secretary, 'GET', `/v1/branches/b1/week?${week()}`)
    return json.rows.find((it: { name: string }) => it.name === '没有手机')
  }
  assert.deepEqual([(await row()).met, (await row()).offlineDays, (await row()).minutes], [true, 3, 180])
  assert.equal((await call(w, secretary, 'DELETE', `/v1/branches/b1/offline/${ids[0]}`)).status, 204)
  assert.deepEqual([(await row()).met, (await row()).offlineDays], [false, 2])
  const { days } = (await call(w, paper, 'GET', '/v1/me/history')).json
  assert.deepEqual(days, [])
  const audit = await w.connection.pool.query(`select reason from audit_log where action = 'offline'`)
  assert.equal(audit.rows.length, 3)
  assert.equal(audit.rows[0].reason, '没有智能手机')
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
})

test('the month report adds up whole weeks and says how many met the goal', async () => {
  const month = addDays(monday, 3).slice(0, 7)
  const { json } = await call(w, secretary, 'GET', `/v1/branches/b1/month?month=${month}`)
  const row = json.rows.find((it: { name: string }) => it.name === '勤学')
  assert.deepEqual([row.weeksMet, row.studyDays, row.minutes, row.correct], [1, 4, 20, 4])
  assert.ok(row.weeks >= 1 && row.weeks <= 5)
})

test('roll-ups add up: every level is the sum of the one below', async () => {
  const children = async (who: Person, org: string) =>
    (await call(w, who, 'GET', `/v1/orgs/${org}?${week()}`)).json.children as OrgRow[]
  const branches = await children(unit, 'u1')
  const units = await children(supervisor, 'd')
  const of = (rows: typeof units, org: string) => rows.find(it => it.org === org)!
  for (const key of ['members', 'met', 'studied', 'studyDays', 'minutes', 'items', 'answers'] as const) {
    const sum = branches.reduce((n, it) => n + it[key], 0)
    assert.equal(of(units, 'u1')[key], sum, key)
  }
  assert.equal(of(branches, 'b1').minutes, 20 + 120)
  assert.equal(of(units, 'u2').studied, 1)
  const { weeks } = (await call(w, supervisor, 'GET', `/v1/orgs/d/trend?${week()}`)).json
  assert.equal(weeks[0].minutes, of(units, 'u1').minutes + of(units, 'u2').minutes)
})

test('which branches need help: those where nobody studied come first', async () => {
  await openWeek(w.connection.db, w.service.now())
  const { branches } = (await call(w, supervisor, 'GET', '/v1/orgs/d/help')).json
  assert.equal(branches[0].studied, 0)
  assert.equal(branches.length, 3)
  assert.ok(!branches.some((it: { org: string }) => it.org === 'bx'))
  const same = (await call(w, supervisor, 'GET', `/v1/orgs/d/compare?${week()}&size=xs`)).json.branches
  assert.ok(same.every((it: { members: number }) => it.members < 10))
})

test('names from above the branch are masked, asked for with a reason, and the asking is kept', async () => {
  const members = async (who: Person, org: string, branch: string) =>
    call(w, who, 'POST', `/v1/orgs/${org}/drill`, { branch, reason: '联系点走访', week: monday })
  const seen = (await members(unit, 'u1', 'b1')).json.members as { name: string }[]
  assert.ok(seen.every(it => /^.\*$/u.test(it.name)))
  assert.equal((await members(unit, 'u1', 'b3')).status, 404)
  assert.equal((await call(w, unit, 'POST', '/v1/orgs/u1/drill', { branch: 'b1' })).status, 400)
  assert.equal((await call(w, diligent, 'PATCH', '/v1/me', { unmasked: true })).status, 204)
  const open = (await members(unit, 'u1', 'b1')).json.members as { name: string }[]
  assert.deepEqual(
    open.filter(it => !it.name.endsWith('*')).map(it => it.name),
    ['勤学'],
  )
  const own = (await members(unit, 'u1', 'b2')).json.members as { name: string }[]
  assert.ok(own.some(it => it.name === '单位'))
  const { rows } = await w.connection.pool.query(`select reason, actor_id from audit_log where action = 'drill'`)
  assert.equal(rows.length, 3)
  assert.equal(rows[0].actor_id, unit.id)
})

test('a random sample can be drawn again from its seed, which is kept with the reason', async () => {
  const draw = async (seed?: string) =>
    (await call(w, supervisor, 'POST', '/v1/orgs/d/sample', { size: 3, reason: '季度抽查', seed, week: monday })).json
  const first = await draw()
  assert.equal(first.members.length, 3)
  assert.deepEqual((await draw(first.seed)).members, first.members)
  assert.equal((await call(w, unit, 'POST', '/v1/orgs/u1/sample', { size: 3, reason: '季度抽查' })).status, 404)
  const { rows } = await w.connection.pool.query(`select reason from audit_log where action = 'sample'`)
  assert.match(rows[0].reason, new RegExp(first.seed))
})

test('a member sees the branch in totals and no names', async () => {
  const { status, json } = await call(w, diligent, 'GET', `/v1/me/branch?${week()}`)
  assert.equal(status, 200)
  assert.equal(json.met, 1)
  assert.ok(!JSON.stringify(json).includes('勤学'))
})
