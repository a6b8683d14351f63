import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { after, before, test } from 'node:test'
import { monthWeeks } from '../../domain/branch/month'
import type { BranchMonthRow, BranchWeekRow } from '../../domain/contract/branch-report'
import { addDays, dayStart, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { migrate, pendingMigrations, readMigrations } from '../../server/src/database/migrate'
import { settleDirty } from '../../server/src/rollup/worker'
import { type Person, TENANT, type World, call, person, plantTree, world } from './support'

// A service that has been running for a while is upgraded: its tables are those of this migration and full.
const BEFORE = '0003-rollup-turn.sql'
const HOUR = 3_600_000

let w: World
/** Secretary of b1. */
let first: Person
/** Secretary of b2. */
let second: Person
/** A past month and its Mondays. */
let month: string
let weeks: string[]
/** By table: its columns before the upgrade, and its rows as text. */
let kept: Map<string, { columns: string; rows: string[] }>

before(async () => {
  w = await world({ migrations: readMigrations().filter(it => it.name <= BEFORE) })
  month = monthOfWeek(addDays(weekStart(shanghaiDay(w.service.now())), -42))
  weeks = monthWeeks(month)
  await plantTree(w)
  await plantPeople()
  await plantRest()
  kept = await readAll()
  const applied = await migrate(w.connection.pool)
  assert.ok(applied.length >= 2 && applied.every(name => name > BEFORE), applied.join())
})
after(() => w.close())

const run = (sql: string, ...values: unknown[]) => w.connection.pool.query(sql, values)
const nth = (n: number) => addDays(weeks[0]!, n)

/** Four minutes and two items, one of two answers correct, on the nth day of the month's first week. */
const study = (who: Person, branch: string, n: number, late = false) =>
  run(
    `insert into member_day (tenant_id, branch_id, day, member_id, late, read_seconds, answers, correct_answers, items)
      values ($1, $2, $3, $4, $5, 240, 2, 1, '{a-0001,a-0002}')`,
    TENANT,
    branch,
    nth(n),
    who.id,
    late,
  )

async function plantPeople(): Promise<void> {
  first = await person(w, 'b1', '甲', { roles: [['secretary', 'b1']] })
  second = await person(w, 'b2', '乙', { roles: [['secretary', 'b2']] })
  const steady = await person(w, 'b1', '坚持')
  for (const n of [0, 1, 7, 8, 9]) await study(steady, 'b1', n)
  await study(steady, 'b1', 4, true)
  await run(
    `insert into offline_study values ($1, 'b1', $2, $3, $4, 60, '读报', '集体学习', $5, now())`,
    ...[TENANT, crypto.randomUUID(), steady.id, nth(2), first.id],
  )
  // Moved to b2 on the Tuesday of the third week.
  const mover = await person(w, 'b1', '调动')
  for (const n of [0, 14]) await study(mover, 'b1', n)
  for (const n of [15, 16]) await study(mover, 'b2', n)
  await run(`insert into member_move values ($1, $2, $3, 'b2')`, TENANT, mover.id, new Date(dayStart(nth(15)) + HOUR))
  await run(`update member set branch_id = 'b2' where member_id = $1`, mover.id)
  // Left before leaving was written down.
  const left = await person(w, 'b1', '已转出')
  await study(left, 'b1', 0)
  await run(`update member set status = 'left' where member_id = $1`, left.id)
}

/** A row of everything else, as the service of that time wrote it. */
async function plantRest(): Promise<void> {
  const { id } = first
  const uuid = () => crypto.randomUUID()
  const meeting = uuid()
  const sums = '3, 3, 1, 2, 4, 1000, 8, 8, 4'
  const day = shanghaiDay(w.service.now())
  for (const [into, ...values] of [
    [`event values ($1, $2, $3, $4, 'b1', now(), now(), false, '{"kind":"read"}')`, TENANT, id, day, uuid()],
    [`event values ($1, $2, $3, $4, 'b1', now(), now(), true, '{"kind":"read"}')`, TENANT, id, nth(0), uuid()],
    [`member_item values ($1, $2, 'a-0001', '{"finishedAt":1}')`, TENANT, id],
    [`member_summary values ($1, $2, '{"sets":{},"tally":{}}')`, TENANT, id],
    [`audit_log values ($1, $2, now(), $3, 'offline', 'b1', $3, '集体学习')`, TENANT, uuid(), id],
    [`branch_dirty values ($1, 'b1', $2, now())`, TENANT, weeks[0]],
    [`branch_dirty values ($1, 'b2', $2, now())`, TENANT, weeks[2]],
    [`branch_period values ($1, 'week', $2, 'b1', ${sums})`, TENANT, weeks[0]],
    [`org_rollup values ($1, 'd', 'week', $2, 'u1', 2, ${sums})`, TENANT, weeks[0]],
    [`refresh_token values ($1, 'hash', $2, $3, now() + interval '1 day', null)`, TENANT, id, uuid()],
    [`binding_request values ($1, 'b1', $2, 'openid', '某人', '1234', 'v1', now())`, TENANT, uuid()],
    [`account values ('openid', $1, $2, null, 0, now())`, TENANT, id],
    [`invite values ('code', $1, 'b1', $2, $3, now(), now(), null)`, TENANT, uuid(), id],
    [`assignment values ($1, 'b1', $2, '读两篇', null, $3, '{a-0001}', $4, now())`, TENANT, uuid(), day, id],
    [`meeting values ($1, 'b1', $2, 'lecture', '党课', $3, '19:00', null, $4, now())`, TENANT, meeting, day, id],
    [`meeting_presence values ($1, 'b1', $2, $3, now(), null, null)`, TENANT, meeting, id],
    [`sign_in_try values ($1, $2, now(), 1)`, TENANT, id],
    [`rollup_turn values ($1)`, TENANT],
  ] as [string, ...unknown[]][]) {
    await run(`insert into ${into}`, ...values)
  }
}

async function readAll(): Promise<Map<string, { columns: string; rows: string[] }>> {
  const { rows: tables } = await run(
    `select c.table_name as name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns
      from information_schema.columns c join pg_class t on t.relname = c.table_name
      where c.table_schema = 'public' and t.relkind in ('r', 'p') and not t.relispartition group by 1`,
  )
  const all = new Map<string, { columns: string; rows: string[] }>()
  for (const { name, columns } of tables) all.set(name, { columns, rows: await readRows(name, columns) })
  return all
}
async function readRows(table: string, columns: string): Promise<string[]> {
  const { rows } = await run(`select row(${columns})::text as row from ${table} order by 1`)
  return rows.map(it => it.row as string)
}

test('every table of the old schema had rows, and after the upgrade every one of them is there as it was', async () => {
  assert.ok(kept.size >= 23, `${kept.size} tables`)
  for (const [table, { columns, rows }] of kept) {
    assert.ok(rows.length > 0, `${table} was empty: this test has forgotten it`)
    const now = await readRows(table, columns)
    // Nothing is taken away; what migrations write down is added.
    const added = ['member_move', 'schema_migration', 'kysely_migration'].includes(table)
    assert.deepEqual(added ? rows.filter(row => !now.includes(row)) : now, added ? [] : rows, table)
  }
  assert.deepEqual(await pendingMigrations(w.connection.pool), [])
})

const weekOf = async (who: Person, branch: string, n: number) =>
  (await call(w, who, 'GET', `/v1/branches/${branch}/week?week=${weeks[n]}`)).json
const weekLine = (it: BranchWeekRow) => [
  it.name,
  it.studyDays,
  it.offlineDays,
  it.minutes,
  it.items,
  it.correct,
  it.met,
]
const byName = (rows: unknown[][]) => rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))

test('the weeks before say who studied where; who had left already stays out of the lists and in the sums', async () => {
  const { rows, totals } = await weekOf(first, 'b1', 0)
  assert.deepEqual(
    byName(rows.map(weekLine)),
    byName([
      ['甲', 0, 0, 0, 0, 0, false],
      ['坚持', 3, 1, 72, 6, 3, true],
      ['调动', 1, 0, 4, 2, 1, false],
    ]),
  )
  assert.deepEqual([totals.members, totals.met, totals.studied, totals.studyDays, totals.minutes], [3, 1, 2, 5, 80])
  const moved = await weekOf(second, 'b2', 2)
  assert.deepEqual(
    byName(moved.rows.map(weekLine)),
    byName([
      ['乙', 0, 0, 0, 0, 0, false],
      ['调动', 2, 0, 8, 4, 2, true],
    ]),
  )
})

test('the month adds the weeks up, each in the branch it was studied in', async () => {
  const monthOf = async (who: Person, branch: string) => {
    const { json } = await call(w, who, 'GET', `/v1/branches/${branch}/month?month=${month}`)
    const line = (it: BranchMonthRow) => [it.name, it.weeks, it.weeksMet, it.studyDays, it.offlineDays, it.minutes]
    return byName((json.rows as BranchMonthRow[]).map(line))
  }
  const n = weeks.length
  assert.deepEqual(
    await monthOf(first, 'b1'),
    byName([
      ['甲', n, 0, 0, 0, 0],
      ['坚持', n, 2, 6, 1, 84],
      ['调动', 2, 0, 2, 0, 8],
      ['已转出', 0, 0, 1, 0, 4],
    ]),
  )
  assert.deepEqual(
    await monthOf(second, 'b2'),
    byName([
      ['乙', n, 0, 0, 0, 0],
      ['调动', n - 2, 1, 2, 0, 8],
    ]),
  )
})

test('what was waiting to be added up is added up by the new service, over what the old one had', async () => {
  while ((await settleDirty(w.connection.db, w.service.now())) > 0);
  const of = async (branch: string, week: string) =>
    (
      await run(
        `select members, met, studied, study_days, seconds from branch_period
          where period = 'week' and branch_id = $1 and start = $2`,
        branch,
        week,
      )
    ).rows
  assert.deepEqual(await of('b1', weeks[0]!), [{ members: 3, met: 1, studied: 2, study_days: 5, seconds: 4800 }])
  assert.deepEqual(await of('b2', weeks[2]!), [{ members: 2, met: 1, studied: 1, study_days: 2, seconds: 480 }])
})
