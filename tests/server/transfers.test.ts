import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { csvOf } from '../../domain/text/table'
import { monthWeeks } from '../../domain/branch/month'
import type { BookPerson } from '../../domain/contract/month-book'
import { BRANCH_WEEK_COLUMNS } from '../../domain/contract/report-columns'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { totalMonth, totalWeek } from '../../server/src/features/reports/branch-totals'
import { pushUp } from '../../server/src/features/reports/push-up'
import { memberWeeks } from '../../server/src/features/reports/member-weeks'
import { settleDirty } from '../../server/src/features/reports/worker'
import { applyRoster, readExisting } from '../../server/src/features/roster/apply'
import { dayOf, tell } from './acts'
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

/** Studied on the nth day of the month's first week. */
const studied = (who: Person, n: number) =>
  w.connection.pool.query(`insert into member_day values ($1, $2, $3, '{}', true, '{}', '{}')`, [
    TENANT,
    who.id,
    addDays(weeks[0]!, n),
  ])
const move = async (who: Person, branch: string, at: number) => {
  const values = [TENANT, who.id, new Date(at), branch]
  await w.connection.pool.query('insert into member_move values ($1, $2, $3, $4)', values)
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
  // Enough in each branch that something is told of it upwards.
  for (const branch of ['b1', 'b2']) for (let i = 0; i < 5; i++) await person(w, branch, `众${i}`)
  for (const n of [0, 14, 22]) await studied(mover, n)
  await studied(second, 0)
  await move(mover, 'b2', dayStart(addDays(weeks[2]!, 1)) + HOUR)
  const today = shanghaiDay(w.service.now())
  for (const week of weeks) {
    await totalWeek(w.connection.db, TENANT, 'all', week)
    await pushUp(w.connection.db, TENANT, 'week', week, 'all', today)
  }
  await totalMonth(w.connection.db, TENANT, 'all', month, today)
  await pushUp(w.connection.db, TENANT, 'month', `${month}-01`, 'all', today)
})
after(() => w.close())

interface Named {
  name: string
  phone: boolean
}
const weekOf = async (who: Person, branch: string, n: number): Promise<Named[]> =>
  (await call(w, who, 'GET', `/v1/branches/${branch}/week?week=${weeks[n]}`)).json.rows
const monthOf = async (who: Person, branch: string): Promise<BookPerson[]> =>
  (await call(w, who, 'GET', `/v1/branches/${branch}/months/${month}`)).json.people
const of = (rows: readonly Named[], name: string) => rows.find(it => it.name === name)?.phone

test('a week before the transfer lists the member in the old branch, the week of it and those after in the new one', async () => {
  assert.deepEqual(
    [of(await weekOf(first, 'b1', 0), '调动'), of(await weekOf(second, 'b2', 0), '调动')],
    [true, undefined],
  )
  // The day of that week was lived in the old branch: the week counts whole where they are at its end.
  assert.deepEqual(
    [of(await weekOf(first, 'b1', 2), '调动'), of(await weekOf(second, 'b2', 2), '调动')],
    [undefined, true],
  )
  assert.deepEqual(
    [of(await weekOf(first, 'b1', 3), '调动'), of(await weekOf(second, 'b2', 3), '调动')],
    [undefined, true],
  )
})

test('the month lists the member in both branches, each with its own weeks', async () => {
  const row = (rows: BookPerson[], name: string) => {
    const found = rows.find(it => it.name === name)!
    return [found.weeks.length, new Set([...found.phone, ...found.branch]).size]
  }
  assert.deepEqual(row(await monthOf(first, 'b1'), '调动'), [2, 1])
  assert.deepEqual(row(await monthOf(second, 'b2'), '调动'), [weeks.length - 2, 2])
  assert.deepEqual(row(await monthOf(second, 'b2'), '乙'), [weeks.length, 1])
})

test('the organisation above counts everybody once, as the branches’ pages do; from the week of the transfer on where they were, until the month ends', async () => {
  for (const [n, week] of weeks.entries()) {
    const { totals, children } = (await call(w, supervisor, 'GET', `/v1/orgs/u1?week=${week}`)).json
    const pages = [await weekOf(first, 'b1', n), await weekOf(second, 'b2', n)]
    const counted = pages.map(rows => [rows.length, rows.filter(it => it.phone).length])
    // The member who moved has studied in the third week and in the fourth.
    const did = n === 2 || n === 3 ? 1 : 0
    const one = [counted[0]![0]! + 1, counted[0]![1]! + did]
    const rest = [counted[1]![0]! - 1, counted[1]![1]! - did]
    assert.deepEqual(
      children.map((it: { members: number; studied: number }) => [it.members, it.studied]),
      n >= 2 ? [one, rest] : counted,
      week,
    )
    assert.equal(totals.members, 13, week)
  }
  const { totals } = (await call(w, supervisor, 'GET', `/v1/orgs/u1?month=${month}`)).json
  assert.deepEqual([totals.members, totals.studied], [13, 2])
})

test('asked for one member, the weeks are those of the member among all of the branch', async () => {
  const rows = async (branch: string, member?: string) => {
    const all = memberWeeks(TENANT, [branch], weeks, member ? [member] : 'all')
    const found = sql<{ member_id: string }>`select * from (${all}) s order by member_id, week`
    return (await found.execute(w.connection.db)).rows
  }
  for (const branch of ['b1', 'b2', 'b3']) {
    const everybody = await rows(branch)
    assert.ok(everybody.length > 0)
    for (const { id } of [first, second, supervisor, mover]) {
      const own = everybody.filter(it => it.member_id === id)
      assert.deepEqual(await rows(branch, id), own)
    }
  }
})

test('each secretary sees the weeks that the member spent with them, and nobody who was never there', async () => {
  const page = (who: Person, branch: string) => call(w, who, 'GET', `/v1/branches/${branch}/members/${mover.id}`)
  const seen = async (who: Person, branch: string) =>
    (await page(who, branch)).json.weeks
      .filter((it: { week: string }) => weeks.includes(it.week))
      .map((it: { week: string; phone: boolean }) => [it.week, it.phone])
  assert.deepEqual(await seen(first, 'b1'), [
    [weeks[1], false],
    [weeks[0], true],
  ])
  assert.deepEqual((await seen(second, 'b2')).slice(-2), [
    [weeks[3], true],
    [weeks[2], true],
  ])
  const stranger = await person(w, 'b3', '外人')
  assert.equal((await call(w, first, 'GET', `/v1/branches/b1/members/${stranger.id}`)).status, 404)
})

test('the exports say what the pages say', async () => {
  const text = async (who: Person, branch: string, query: string) =>
    (await call(w, who, 'GET', `/v1/branches/${branch}/export.csv?${query}`)).raw.toString('utf8')
  for (const [who, branch] of [
    [first, 'b1'],
    [second, 'b2'],
  ] as const) {
    const rows = await weekOf(who, branch, 0)
    assert.equal(await text(who, branch, `week=${weeks[0]}`), csvOf(BRANCH_WEEK_COLUMNS, rows as never))
  }
})

test('a sample draws from who was in the branch in that week', async () => {
  const body = { reason: '季度抽查', week: weeks[0], size: 50 }
  const { members } = (await call(w, supervisor, 'POST', '/v1/orgs/u1/sample', body)).json
  const drawn = members.filter((it: { name: string }) => it.name === '调*')
  assert.deepEqual(
    drawn.map((it: { branchCode: string; phone: boolean }) => [it.branchCode, it.phone]),
    [['b1', true]],
  )
})

test('a phone that tells late of a week of transfer brings the branch it counts in up to date, and not the other', async () => {
  const now = w.service.now()
  const late = await person(w, 'b1', '晚到')
  const monday = addDays(weekStart(shanghaiDay(now)), -7)
  await move(late, 'b2', dayStart(addDays(monday, 2)))
  const studiedOf = async (org: string) => {
    const { children } = (await call(w, supervisor, 'GET', `/v1/orgs/u1?week=${monday}`)).json
    return children.find((it: { org: string }) => it.org === org).studied
  }
  await tell(w, late, dayOf(monday))
  while ((await settleDirty(w.connection.db, now)) > 0);
  assert.deepEqual([await studiedOf('b1'), await studiedOf('b2')], [1, 0])
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
    const planned = { id: leaver.id, name: '离开', branch: 'b3', offline: false, status, post: {} }
    await applyRoster(w.connection.db, KEYS, TENANT, { orgs: [], members: [planned as never] }, existing, now)
  }
  await write('left', w.service.now())
  assert.deepEqual([await listed(addDays(thisWeek, -7)), await listed(thisWeek)], [true, false])
  await write('left', w.service.now() + 1)
  await write('active', w.service.now() + 2)
  assert.equal(await listed(thisWeek), true)
})
