import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { csvOf } from '../../domain/text/table'
import { monthWeeks } from '../../domain/branch/month'
import {
  BRANCH_MONTH_COLUMNS,
  BRANCH_WEEK_COLUMNS,
  type BranchMonthRow,
  type BranchWeekRow,
} from '../../domain/contract/branch-report'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { totalMonth, totalWeek } from '../../server/src/rollup/branch-totals'
import { pushUp } from '../../server/src/rollup/org-totals'
import { memberWeeks } from '../../server/src/rollup/member-weeks'
import { settleDirty } from '../../server/src/rollup/worker'
import { applyRoster, readExisting } from '../../server/src/roster/apply'
import { read } from './acts'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'

const HOUR = 3_600_000
let w: World
/** Secretaries of b1 and b2, members there all along. */
let first: Person
let second: Person
let supervisor: Person
/** In b1; in b2 from the Tuesday of the month's third week. */
let mover: Person
/** A past month and its Mondays. */
let month: string
let weeks: string[]

/** Four minutes in a branch on the nth day of the month's first week. */
const studied = (who: Person, branch: string, n: number) =>
  w.connection.pool.query(
    'insert into member_day (tenant_id, branch_id, day, member_id, late, read_seconds) values ($1, $2, $3, $4, false, 240)',
    [TENANT, branch, addDays(weeks[0]!, n), who.id],
  )
const move = async (who: Person, branch: string, at: number) => {
  await w.connection.pool.query('insert into member_move values ($1, $2, $3, $4)', [
    TENANT,
    who.id,
    new Date(at),
    branch,
  ])
  await w.connection.pool.query('update member set branch_id = $1 where member_id = $2', [branch, who.id])
}

before(async () => {
  w = await world()
  await plantTree(w)
  month = monthOfWeek(addDays(weekStart(shanghaiDay(w.service.now())), -42))
  weeks = monthWeeks(month)
  first = await person(w, 'b1', '甲', { roles: [['secretary', 'b1']] })
  second = await person(w, 'b2', '乙', { roles: [['secretary', 'b2']] })
  supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  mover = await person(w, 'b1', '调动')
  for (const n of [0, 1, 2, 14]) await studied(mover, 'b1', n)
  for (const n of [15, 16, 22]) await studied(mover, 'b2', n)
  await studied(second, 'b2', 0)
  await move(mover, 'b2', dayStart(addDays(weeks[2]!, 1)) + HOUR)
  for (const week of weeks) {
    await totalWeek(w.connection.db, TENANT, 'all', week)
    await pushUp(w.connection.db, TENANT, 'week', week, 'all', shanghaiDay(w.service.now()))
  }
  await totalMonth(w.connection.db, TENANT, 'all', month, shanghaiDay(w.service.now()))
  await pushUp(w.connection.db, TENANT, 'month', `${month}-01`, 'all', shanghaiDay(w.service.now()))
})
after(() => w.close())

const weekOf = async (who: Person, branch: string, n: number) =>
  (await call(w, who, 'GET', `/v1/branches/${branch}/week?week=${weeks[n]}`)).json
const line = (row: BranchWeekRow) => [row.name, row.studyDays, row.met]
const monthOf = async (who: Person, branch: string): Promise<BranchMonthRow[]> =>
  (await call(w, who, 'GET', `/v1/branches/${branch}/month?month=${month}`)).json.rows

test('a week before the transfer lists the member in the old branch with their days, and not in the new one', async () => {
  const old = await weekOf(first, 'b1', 0)
  assert.deepEqual(
    old.rows.map(line).sort(),
    [
      ['甲', 0, false],
      ['调动', 3, true],
    ].sort(),
  )
  assert.deepEqual([old.totals.members, old.totals.met, old.totals.studied, old.totals.studyDays], [2, 1, 1, 3])
  const other = await weekOf(second, 'b2', 0)
  assert.deepEqual(other.rows.map(line), [['乙', 1, false]])
  assert.equal(other.totals.members, 1)
})

test('in the week of the transfer the member stands in the new branch, and has met the goal with the days of both', async () => {
  const old = await weekOf(first, 'b1', 2)
  assert.deepEqual(old.rows.map(line), [['甲', 0, false]])
  assert.deepEqual([old.totals.members, old.totals.met, old.totals.studied], [1, 0, 0])
  assert.equal(old.totals.minutes, 4, 'what they did before leaving counts for the old branch')
  const next = await weekOf(second, 'b2', 2)
  assert.deepEqual(
    next.rows.map(line).sort(),
    [
      ['乙', 0, false],
      ['调动', 2, true],
    ].sort(),
  )
  assert.deepEqual([next.totals.members, next.totals.met, next.totals.studied, next.totals.minutes], [2, 1, 1, 8])
})

test('the month lists the member in both branches, each with its own weeks and days', async () => {
  const row = (rows: BranchMonthRow[], name: string) => {
    const found = rows.find(it => it.name === name)!
    return [found.weeks, found.weeksMet, found.studyDays, found.minutes]
  }
  const old = await monthOf(first, 'b1')
  assert.deepEqual(row(old, '调动'), [2, 1, 4, 16])
  assert.deepEqual(row(old, '甲'), [weeks.length, 0, 0, 0])
  const next = await monthOf(second, 'b2')
  assert.deepEqual(row(next, '调动'), [weeks.length - 2, 1, 3, 12])
  assert.deepEqual(row(next, '乙'), [weeks.length, 0, 1, 4])
})

test('the organisation above counts everybody once, and its sums are those of the branches’ pages', async () => {
  const at = async (query: string) => (await call(w, supervisor, 'GET', `/v1/orgs/u1?${query}`)).json
  for (const [n] of weeks.entries()) {
    const { totals, children } = await at(`week=${weeks[n]}`)
    assert.deepEqual([totals.members, totals.expected], [3, 3], weeks[n])
    const pages = [(await weekOf(first, 'b1', n)).totals, (await weekOf(second, 'b2', n)).totals]
    for (const key of ['members', 'expected', 'met', 'studied', 'studyDays', 'minutes', 'items']) {
      const shown = ['b1', 'b2'].map(org => children.find((it: { org: string }) => it.org === org)[key])
      assert.deepEqual(
        shown,
        pages.map(it => it[key]),
        `${key} ${weeks[n]}`,
      )
    }
  }
  const { totals, children } = await at(`month=${month}`)
  assert.deepEqual([totals.members, totals.studied, totals.expected, totals.met], [3, 2, 3 * weeks.length, 2])
  assert.equal(totals.studyDays, 8)
  const [b1, b2] = ['b1', 'b2'].map(org => children.find((it: { org: string }) => it.org === org))
  assert.deepEqual([b1.members, b1.studied, b1.expected, b1.met], [1, 0, weeks.length + 2, 1])
  assert.deepEqual([b2.members, b2.studied, b2.expected, b2.met], [2, 2, 2 * weeks.length - 2, 1])
})

test('one who studied before the transfer only has studied in the month of the new branch', async () => {
  const early = await person(w, 'b1', '早学')
  await studied(early, 'b1', 0)
  await move(early, 'b2', dayStart(weeks[1]!) + HOUR)
  for (const branches of [['b1', 'b2'], ['b2']] as const) {
    await totalMonth(w.connection.db, TENANT, branches, month, shanghaiDay(w.service.now()))
    const { rows } = await w.connection.pool.query(
      `select branch_id, studied from branch_period where period = 'month' and branch_id in ('b1', 'b2') order by 1`,
    )
    assert.deepEqual(rows, [
      { branch_id: 'b1', studied: 0 },
      { branch_id: 'b2', studied: 3 },
    ])
  }
})

test('asked for one member, the weeks are those of the member among all of the branch', async () => {
  const rows = async (branch: string, member?: string) => {
    const all = memberWeeks(TENANT, [branch], weeks, member ? [member] : 'all')
    return (
      await sql<{ member_id: string }>`select * from (${all}) s order by member_id, week`.execute(w.connection.db)
    ).rows
  }
  for (const branch of ['b1', 'b2', 'b3']) {
    const everybody = await rows(branch)
    assert.ok(everybody.length > 0)
    for (const { id } of [first, second, supervisor, mover]) {
      assert.deepEqual(
        await rows(branch, id),
        everybody.filter(it => it.member_id === id),
      )
    }
  }
})

test('a member’s page has the weeks of the branch’s pages in which they studied', async () => {
  const page = async (who: Person, branch: string) =>
    (await call(w, who, 'GET', `/v1/branches/${branch}/members/${mover.id}`)).json
  const line = (it: BranchWeekRow) => [it.week, it.met, it.studyDays, it.minutes]
  // In the week of the transfer the old branch keeps what was done there, and the goal is met with the days of both.
  assert.deepEqual((await page(first, 'b1')).weeks.map(line), [
    [weeks[2], true, 1, 4],
    [weeks[0], true, 3, 12],
  ])
  assert.deepEqual((await page(second, 'b2')).weeks.map(line), [
    [weeks[3], false, 1, 4],
    [weeks[2], true, 2, 8],
  ])
  assert.equal((await call(w, second, 'GET', `/v1/branches/b2/members/${first.id}`)).status, 404)
})

test('the exports say what the pages say', async () => {
  const text = async (who: Person, branch: string, query: string) =>
    (await call(w, who, 'GET', `/v1/branches/${branch}/export.csv?${query}`)).raw.toString('utf8')
  for (const [who, branch] of [
    [first, 'b1'],
    [second, 'b2'],
  ] as const) {
    for (const [n] of weeks.entries()) {
      const { rows } = await weekOf(who, branch, n)
      assert.equal(await text(who, branch, `week=${weeks[n]}`), csvOf(BRANCH_WEEK_COLUMNS, rows))
    }
    assert.equal(await text(who, branch, `month=${month}`), csvOf(BRANCH_MONTH_COLUMNS, await monthOf(who, branch)))
  }
})

test('looking into a branch from above shows who was in it that week, a sample draws from them', async () => {
  const ask = async (what: string, body: object) =>
    (await call(w, supervisor, 'POST', `/v1/orgs/u1/${what}`, { reason: '季度抽查', week: weeks[0], ...body })).json
  const names = (it: { members: { name: string; branch: string }[] }) => it.members.map(m => `${m.branch} ${m.name}`)
  assert.ok(names(await ask('drill', { branch: 'b1' })).includes('b1 调*'))
  assert.ok(!names(await ask('drill', { branch: 'b2' })).includes('b2 调*'))
  const drawn = names(await ask('sample', { size: 50 }))
  assert.deepEqual(
    drawn.filter(it => it.endsWith('调*')),
    ['b1 调*'],
  )
})

test('each secretary sees the weeks that the member spent with them, and nobody who was never there', async () => {
  const page = (who: Person, branch: string) => call(w, who, 'GET', `/v1/branches/${branch}/members/${mover.id}`)
  const days = (it: { json: { weeks: { studyDays: number; week: string }[] } }) =>
    it.json.weeks.filter(week => weeks.includes(week.week)).map(week => week.studyDays)
  assert.deepEqual(days((await page(first, 'b1')) as never), [1, 3])
  assert.deepEqual(days((await page(second, 'b2')) as never), [1, 2])
  const stranger = await person(w, 'b3', '外人')
  assert.equal((await call(w, first, 'GET', `/v1/branches/b1/members/${stranger.id}`)).status, 404)
})

test('a phone that comes late after a transfer brings the totals of both branches up to date', async () => {
  const now = w.service.now()
  const late = await person(w, 'b1', '晚到')
  const monday = addDays(weekStart(shanghaiDay(now)), -7)
  await move(late, 'b2', dayStart(addDays(monday, 2)))
  const met = async () => (await call(w, supervisor, 'GET', `/v1/orgs/u1?week=${monday}`)).json.children
  const send = async (n: number) => {
    const at = dayStart(addDays(monday, n)) + HOUR
    assert.equal((await call(w, late, 'POST', '/v1/events', { events: [read(at, 300)] })).status, 200)
    while ((await settleDirty(w.connection.db, now)) > 0);
  }
  const of = async (org: string) => (await met()).find((it: { org: string }) => it.org === org)
  await send(2)
  await send(3)
  assert.equal((await of('b2')).met, 0)
  await send(0)
  assert.equal((await of('b2')).met, 1)
  assert.equal((await of('b1')).met, 0)
  assert.equal((await of('b1')).studyDays, 1)
})

test('one who leaves the district stays in the weeks before, and one who comes back is there again', async () => {
  const leaver = await person(w, 'b3', '离开')
  const chief = await person(w, 'b3', '丙', { roles: [['secretary', 'b3']] })
  const thisWeek = weekStart(shanghaiDay(w.service.now()))
  const listed = async (week: string) =>
    (await call(w, chief, 'GET', `/v1/branches/b3/week?week=${week}`)).json.rows.some(
      (it: { member: string }) => it.member === leaver.id,
    )
  const write = async (status: 'left' | 'active', now: number) => {
    const existing = await readExisting(w.connection.db, TENANT)
    const planned = { id: leaver.id, name: '离开', branch: 'b3', offline: false, status }
    await applyRoster(w.connection.db, KEYS, TENANT, { orgs: [], members: [planned as never] }, existing, now)
  }
  await write('left', w.service.now())
  assert.deepEqual([await listed(addDays(thisWeek, -7)), await listed(thisWeek)], [true, false])
  await write('left', w.service.now() + 1)
  await write('active', w.service.now() + 2)
  assert.equal(await listed(thisWeek), true)
})
