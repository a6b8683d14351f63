import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ExcelJS from 'exceljs'
import type { OrgRow } from '../../domain/contract/orgs'
import { addDays, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { settleDirty } from '../../server/src/features/reports/worker'
import { dayOf, tell } from './acts'
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
  for (let i = 0; i < 4; i++) await person(w, 'b1', `众${i}`)
  for (let i = 0; i < 5; i++) await person(w, 'b3', `众${i}`)
  for (const n of [0, 1]) await tell(w, diligent, dayOf(addDays(monday, n), { finished: ['a-0001'] }))
  // Answered something, but not enough to have studied.
  await tell(w, secretary, dayOf(monday, { studied: false, answered: { reform: 2 } }))
  await tell(w, supervisor, dayOf(monday))
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
})
after(() => w.close())

const week = () => `week=${monday}`
const rowsOf = async () => (await call(w, secretary, 'GET', `/v1/branches/b1/week?${week()}`)).json.rows

test('the secretary sees who has studied and who not yet, by whose word, and nothing else', async () => {
  const rows = await rowsOf()
  assert.equal(rows.length, 7)
  const row = (name: string) => rows.find((it: { name: string }) => it.name === name)
  const { member: _id, ...seen } = row('勤学')
  assert.deepEqual(seen, { name: '勤学', week: monday, phone: true, branch: false, offline: false, bound: false })
  assert.deepEqual([row('书记').phone, row('书记').branch], [false, false])
})

test('the workbook and the CSV hold the words of the screen, and no formula', async () => {
  const rows = await rowsOf()
  const file = await call(w, secretary, 'GET', `/v1/branches/b1/export.xlsx?${week()}`)
  assert.match(
    decodeURIComponent(String(file.headers['content-disposition'])),
    /^attachment; filename\*=UTF-8''组织b1_学习周报_\d{4}-\d\d-\d\d_\d{8}\.xlsx/,
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.raw as never)
  const sheet = book.worksheets[0]!
  assert.deepEqual((sheet.getRow(1).values as string[]).slice(1), ['姓名', '周（起）', '学习', '来源'])
  assert.equal(sheet.rowCount, 1 + rows.length)
  rows.forEach((row: Record<string, string>, i: number) => {
    assert.equal(sheet.getRow(i + 2).getCell(1).value, row.name)
    assert.equal(sheet.getRow(i + 2).getCell(1).type, ExcelJS.ValueType.String)
  })
  // As wide as its words, and ready for A4 with its head on every page.
  const longest = Math.max(...rows.map((it: { name: string }) => it.name.length))
  assert.ok(sheet.getColumn(1).width! >= longest + 2 && sheet.getColumn(2).width! >= 10)
  assert.deepEqual(sheet.getCell('A2').alignment, { vertical: 'top', wrapText: true })
  assert.equal(sheet.getCell('A1').font.bold, true)
  const { paperSize, orientation, fitToPage, fitToWidth, fitToHeight, printTitlesRow } = sheet.pageSetup
  assert.deepEqual(
    { paperSize, orientation, fitToPage, fitToWidth, fitToHeight, printTitlesRow },
    { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
  )
  assert.equal(sheet.headerFooter.oddFooter, '&L&F&R第 &P 页，共 &N 页')
  const text = (await call(w, secretary, 'GET', `/v1/branches/b1/export.csv?${week()}`)).raw.toString('utf8')
  assert.ok(text.startsWith('\ufeff姓名,'))
  assert.doesNotMatch(text, /(^|\n|,)"?[=+@]/)
  assert.match(text, /勤学,[\d-]+,学过,手机自报/)
  assert.match(text, /书记,[\d-]+,还没有,\r?\n/)
})

test('a week that is taken out to be made into a file on the phone is written down, and is what the page has', async () => {
  const logged = async () =>
    (await w.connection.pool.query(`select reason from audit_log where action = 'export' and reason like '学习周报%'`))
      .rows
  const before = (await logged()).length
  const page = await call(w, secretary, 'GET', `/v1/branches/b1/week?${week()}`)
  assert.equal((await logged()).length, before)
  const out = await call(w, secretary, 'GET', `/v1/branches/b1/week?${week()}&export=yes`)
  assert.deepEqual(out.json, page.json)
  assert.equal((await logged()).at(-1).reason, `学习周报 ${monday}`)
})

test('study with the branch counts, is told apart, and can be taken back', async () => {
  const paper = await person(w, 'b1', '没有手机')
  const record = { members: [paper.id], minutes: 60, what: '集中读报', reason: '没有智能手机', day: monday }
  const { ids } = (await call(w, secretary, 'POST', '/v1/branches/b1/offline', { ...newKey(), ...record })).json
  const row = async () => {
    const { phone, branch } = (await rowsOf()).find((it: { name: string }) => it.name === '没有手机')
    return [phone, branch]
  }
  assert.deepEqual(await row(), [false, true])
  assert.equal((await call(w, secretary, 'DELETE', `/v1/branches/b1/offline/${ids[0]}`)).status, 204)
  assert.deepEqual(await row(), [false, false])
  const audit = await w.connection.pool.query(`select reason from audit_log where action = 'offline'`)
  assert.deepEqual(audit.rows, [{ reason: '没有智能手机' }])
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
})

test('the month says in how many weeks somebody studied', async () => {
  const month = addDays(monday, 3).slice(0, 7)
  const { people } = (await call(w, secretary, 'GET', `/v1/branches/b1/months/${month}`)).json
  const row = people.find((it: { name: string }) => it.name === '勤学')
  assert.deepEqual([row.phone, row.branch], [[monday], []])
  assert.ok(row.weeks.length >= 1 && row.weeks.length <= 5)
})

const children = async (who: Person, org: string) =>
  (await call(w, who, 'GET', `/v1/orgs/${org}?${week()}`)).json.children as OrgRow[]

test('weeks before the branch has told of any are nobody’s: they are in no list, no month and not to be gone back to', async () => {
  const { json } = await call(w, secretary, 'GET', `/v1/branches/b1/week?${week()}`)
  assert.equal(json.since, monday)
  const { weeks } = (await call(w, secretary, 'GET', `/v1/branches/b1/members/${diligent.id}`)).json
  assert.deepEqual(
    weeks.map((it: { week: string }) => it.week),
    [addDays(monday, 7), monday],
  )
  const before = monthOfWeek(addDays(monday, -42))
  const { people } = (await call(w, secretary, 'GET', `/v1/branches/b1/months/${before}`)).json
  assert.deepEqual([...new Set(people.map((it: { weeks: string[] }) => it.weeks.length))], [0])
  // A branch that has told of nothing yet begins with the running week.
  const other = await person(w, 'b2', '新支书记', { roles: [['secretary', 'b2']] })
  const fresh = (await call(w, other, 'GET', '/v1/branches/b2/week')).json
  assert.equal(fresh.since, undefined)
  assert.equal((await call(w, other, 'GET', `/v1/branches/b2/members/${other.id}`)).json.weeks.length, 1)
})

test('roll-ups add up: every level is the sum of the one below', async () => {
  const branches = await children(unit, 'u1')
  const units = await children(supervisor, 'd')
  const u1 = units.find(it => it.org === 'u1')!
  for (const key of ['branches', 'small', 'members', 'studied'] as const) {
    assert.equal(
      u1[key],
      branches.reduce((n, it) => n + it[key], 0),
      key,
    )
  }
  const { weeks } = (await call(w, supervisor, 'GET', `/v1/orgs/d/trend?${week()}`)).json
  assert.deepEqual([weeks[0].members, weeks[0].studied], [8 + 6, 2])
})

test('of a branch of fewer than five no number is told, nor can it be found by subtraction', async () => {
  const branches = await children(unit, 'u1')
  const { org, small, members, studied } = branches.find(it => it.org === 'b2')!
  assert.deepEqual([org, small, members, studied], ['b2', 1, 0, 0])
  const { totals } = (await call(w, unit, 'GET', `/v1/orgs/u1?${week()}`)).json
  const rest = branches.filter(it => it.org !== 'b2').reduce((n, it) => n + it.members, 0)
  assert.equal(totals.members - rest, 0)
  const file = (await call(w, unit, 'GET', `/v1/orgs/u1/export.csv?${week()}&rows=branches`)).raw.toString('utf8')
  assert.match(file, /组织b2,1,,,/)
  const { json } = await call(w, unit, 'GET', '/v1/me/branch')
  assert.deepEqual(Object.keys(json), ['start'])
})

test('organisations stand as on the roster, however much is studied in them', async () => {
  for (const org of ['d', 'u1']) {
    const ids = (await children(supervisor, org)).map(it => it.org)
    assert.deepEqual(ids, [...ids].sort())
  }
})

test('nothing that is answered anywhere tells minutes, answers, right or wrong, goals or ranks', async () => {
  const answers = [
    await call(w, secretary, 'GET', `/v1/branches/b1/week?${week()}`),
    await call(w, secretary, 'GET', `/v1/branches/b1/months/${monthOfWeek(monday)}`),
    await call(w, secretary, 'GET', `/v1/branches/b1/members/${diligent.id}`),
    await call(w, unit, 'GET', '/v1/orgs/u1'),
    await call(w, supervisor, 'GET', '/v1/orgs/d/trend'),
    await call(w, supervisor, 'POST', '/v1/orgs/d/sample', { size: 5, reason: '季度抽查' }),
    await call(w, diligent, 'GET', '/v1/me'),
    await call(w, diligent, 'GET', '/v1/me/branch'),
  ]
  for (const { status, json } of answers) {
    assert.equal(status, 200)
    assert.doesNotMatch(JSON.stringify(json), /minute|second|answer|correct|goal|"met|rank|points|share/i)
  }
})

test('a sample masks names, needs a reason, can be drawn again from its seed, and is kept', async () => {
  const draw = async (seed?: string) =>
    (await call(w, supervisor, 'POST', '/v1/orgs/d/sample', { size: 3, reason: '季度抽查', seed, week: monday })).json
  const first = await draw()
  assert.equal(first.members.length, 3)
  assert.deepEqual((await draw(first.seed)).members, first.members)
  // A seed is checked again as it was drawn; nobody chooses one, nor more people by it.
  const post = (body: object) =>
    call(w, supervisor, 'POST', '/v1/orgs/d/sample', { reason: '季度抽查', week: monday, ...body })
  for (const body of [
    { size: 3, seed: 'k0' },
    { size: 50, seed: first.seed },
    { size: 3, seed: '_'.repeat(first.seed.length) },
  ]) {
    const { status, json } = await post(body)
    assert.deepEqual([status, json.error], [400, 'seed'])
  }
  assert.equal((await call(w, supervisor, 'POST', '/v1/orgs/d/sample', { size: 3 })).status, 400)
  assert.equal((await call(w, unit, 'POST', '/v1/orgs/u1/sample', { size: 3, reason: '季度抽查' })).status, 404)
  const all = async () =>
    (await call(w, supervisor, 'POST', '/v1/orgs/b1/sample', { size: 50, reason: '走访', week: monday })).json.members
  assert.ok((await all()).every((it: { name: string }) => it.name.endsWith('*')))
  // Two of one surname are told apart by the line of the roster.
  const lines = (await all()).map((it: { row: number }) => it.row)
  assert.ok(lines.length >= 7)
  assert.deepEqual(
    [...lines].sort((a, b) => a - b),
    lines.map((_: number, i: number) => i + 1),
  )
  assert.equal((await call(w, diligent, 'PATCH', '/v1/me', { unmasked: true })).status, 204)
  const whole = (await all()).filter((it: { name: string }) => !it.name.endsWith('*'))
  assert.deepEqual(
    whole.map((it: { name: string }) => it.name),
    ['勤学'],
  )
  const { rows } = await w.connection.pool.query(`select reason from audit_log where action = 'sample'`)
  assert.equal(rows.filter(it => it.reason.includes(first.seed)).length, 2)
})

test('of a week before the branches were kept here nobody is drawn, and nobody is written down as looked at', async () => {
  const lines = async () => (await w.connection.pool.query('select 1 from audit_log')).rows.length
  const before = await lines()
  const early = addDays(monday, -7 * 60)
  const body = { size: 5, reason: '季度抽查', week: early }
  const { status, json } = await call(w, supervisor, 'POST', '/v1/orgs/d/sample', body)
  assert.deepEqual([status, json.error], [400, 'nobody'])
  assert.equal(await lines(), before)
})

test('a member sees the branch’s running week in two numbers and no names', async () => {
  const { status, json } = await call(w, diligent, 'GET', '/v1/me/branch')
  assert.deepEqual([status, Object.keys(json).sort()], [200, ['members', 'start', 'studied']])
})
