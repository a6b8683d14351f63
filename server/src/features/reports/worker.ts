import { sql } from 'kysely'
import { type Day, addDays, shanghaiDay, weekStart } from '../../../../domain/time/day'
import { monthOfWeek } from '../../../../domain/time/month'
import { type Database, takeYourTime } from '../../database/pool'
import { dropOldSecrets } from '../../database/retention'
import type { Period } from '../../database/tables'
import { dropOldParcels } from '../parcels/queries'
import { totalMonth, totalWeek } from './branch-totals'
import type { Branches } from './membership'
import { pushUp } from './push-up'

const AT_ONCE = 200

interface Mark {
  tenant_id: string
  branch_id: string
  week: Day
  /** To the microsecond, which a Date has not. */
  marked: string
}

/**
 * Does `work` when no other worker is adding up the district. Each statement of it then sees all that was added up before:
 * without turns a worker that was held up could write an old sum over a newer one.
 */
async function inTurn(db: Database, tenant: string, work: (tx: Database) => Promise<void>): Promise<void> {
  await sql`insert into rollup_turn (tenant_id) values (${tenant}) on conflict (tenant_id) do nothing`.execute(db)
  await db.transaction().execute(async tx => {
    await takeYourTime(tx)
    await sql`select 1 from rollup_turn where tenant_id = ${tenant} for update`.execute(tx)
    await work(tx)
  })
}

/**
 * Adds up what changed; returns how many marks there were. Ingest never waits: a mark is taken away only if it is still the
 * one that was read. Ingest that marks again, or is about to, keeps its mark for the next round; after a crash all marks
 * are still there.
 */
export async function settleDirty(db: Database, now: number): Promise<number> {
  const { rows: marks } = await sql<Mark>`select tenant_id, branch_id, week, marked_at::text as marked from branch_dirty
    order by marked_at limit ${AT_ONCE}`.execute(db)
  const today = shanghaiDay(now)
  for (const tenant of new Set(marks.map(it => it.tenant_id))) {
    const own = marks.filter(it => it.tenant_id === tenant)
    await inTurn(db, tenant, tx => settle(tx, tenant, own, today))
    // After the turn: a lock on a mark, held while waiting for another, could meet ingest the other way round.
    for (const { branch_id, week, marked } of own) {
      await sql`delete from branch_dirty where tenant_id = ${tenant} and branch_id = ${branch_id}
        and week = ${week}::date and marked_at = ${marked}::timestamptz`.execute(db)
    }
  }
  return marks.length
}

/** Weeks back that are added up because of what is uploaded of them, or because the service was down. */
const WEEKS_ADDED_UP = 53
const earliest = (today: Day) => addDays(weekStart(today), -7 * WEEKS_ADDED_UP)

/**
 * A week or month that nothing has been told of yet is added up of all branches: a few of them are not the district. What
 * is older than a year and untold stays so, or one act of long ago would make years of it.
 */
async function settle(tx: Database, tenant: string, marks: readonly Mark[], today: Day): Promise<void> {
  for (const [week, branches] of grouped(marks, it => it.week)) {
    const told = await isTold(tx, tenant, 'week', week)
    if (told || week >= earliest(today)) await addUpWeek(tx, tenant, told ? branches : 'all', week, today)
  }
  for (const [month, branches] of grouped(marks, it => monthOfWeek(it.week))) {
    const told = await isTold(tx, tenant, 'month', `${month}-01`)
    if (told || month >= monthOfWeek(earliest(today))) {
      await addUpMonth(tx, tenant, told ? branches : 'all', month, today)
    }
  }
}

async function isTold(tx: Database, tenant: string, period: Period, start: Day): Promise<boolean> {
  const { rows } = await sql`select 1 from branch_period where tenant_id = ${tenant} and period = ${period}
    and start = ${start}::date limit 1`.execute(tx)
  return rows.length > 0
}

async function addUpWeek(tx: Database, tenant: string, branches: Branches, week: Day, today: Day): Promise<void> {
  await totalWeek(tx, tenant, branches, week)
  await pushUp(tx, tenant, 'week', week, branches, today)
}

async function addUpMonth(tx: Database, tenant: string, branches: Branches, month: string, today: Day): Promise<void> {
  await totalMonth(tx, tenant, branches, month, today)
  await pushUp(tx, tenant, 'month', `${month}-01`, branches, today)
}

/**
 * Adds up the running week and its month of every branch, so that one where nobody has studied is in the tables too, with
 * its size; and weeks since the first that were missed while the service was down. Once a day; ingest keeps them up to date
 * in between.
 */
export async function openWeek(db: Database, now: number): Promise<void> {
  const today = shanghaiDay(now)
  const { rows } = await sql<{ tenant_id: string }>`select distinct tenant_id from org`.execute(db)
  for (const { tenant_id: tenant } of rows) {
    const weeks = [...(await missedWeeks(db, tenant, today)), weekStart(today)]
    for (const week of weeks) await inTurn(db, tenant, tx => addUpWeek(tx, tenant, 'all', week, today))
    for (const month of new Set(weeks.map(monthOfWeek))) {
      await inTurn(db, tenant, tx => addUpMonth(tx, tenant, 'all', month, today))
    }
  }
}

/** Weeks before the running one of which nothing is told, since the first that is told of, at most a year back. */
async function missedWeeks(db: Database, tenant: string, today: Day): Promise<Day[]> {
  const running = weekStart(today)
  const { rows } = await sql<{ start: Day }>`select distinct start from branch_period where tenant_id = ${tenant}
    and period = 'week' and start >= ${earliest(today)}::date and start < ${running}::date order by start`.execute(db)
  const told = rows.map(it => it.start)
  const missed: Day[] = []
  for (let week = told[0] ?? running; week < running; week = addDays(week, 7)) {
    if (!told.includes(week)) missed.push(week)
  }
  return missed
}

function grouped(marks: readonly Mark[], key: (mark: Mark) => string): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const mark of marks) {
    const branches = out.get(key(mark)) ?? []
    if (!branches.includes(mark.branch_id)) out.set(key(mark), [...branches, mark.branch_id])
  }
  return out
}

export interface Worker {
  stop(): Promise<void>
}

/** What failed today is tried again after so many rounds: it may be long work. */
const ROUNDS_BETWEEN = 15

/**
 * Adds up and removes parcels that are over every `everyMs`; once a day also opens the week and removes what has had its time. Failures are
 * told and tried again, and none keeps the rest from being done.
 */
export function startWorker(db: Database, now: () => number, onError: (error: Error) => void, everyMs = 2000): Worker {
  const daily = [() => openWeek(db, now()), () => dropOldSecrets(db, now())].map(work => ({ work, done: '', wait: 0 }))
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const tried = (work: () => Promise<void>) =>
    work().then(
      () => true,
      (error: Error) => {
        onError(error)
        return false
      },
    )
  const round = async () => {
    const today = shanghaiDay(now())
    for (const it of daily) {
      if (stopped || it.done === today || it.wait-- > 0) continue
      if (await tried(() => it.work())) it.done = today
      else it.wait = ROUNDS_BETWEEN
    }
    await tried(() => dropOldParcels(db, now()))
    await tried(async () => {
      while (!stopped && (await settleDirty(db, now())) === AT_ONCE);
    })
    if (!stopped) timer = setTimeout(start, everyMs)
  }
  const start = () => {
    running = round()
  }
  timer = setTimeout(start, 0)
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
      return running
    },
  }
}
