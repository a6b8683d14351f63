import { sql } from 'kysely'
import { type Day, shanghaiDay, weekStart } from '../../../domain/time/day'
import { type Database, takeYourTime } from '../database/pool'
import { dropOldEvents, ensurePartitions } from '../database/partitions'
import { dropOldSecrets } from '../database/retention'
import { monthOfWeek, totalMonth, totalWeek } from './branch-totals'
import { pushUp } from './org-totals'

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
    await inTurn(db, tenant, async tx => {
      for (const [week, branches] of grouped(own, it => it.week)) {
        await totalWeek(tx, tenant, branches, week)
        await pushUp(tx, tenant, 'week', week, branches, today)
      }
      for (const [month, branches] of grouped(own, it => monthOfWeek(it.week))) {
        await totalMonth(tx, tenant, branches, month, today)
        await pushUp(tx, tenant, 'month', `${month}-01`, branches, today)
      }
    })
    // After the turn: a lock on a mark, held while waiting for another, could meet ingest the other way round.
    for (const { branch_id, week, marked } of own) {
      await sql`delete from branch_dirty where tenant_id = ${tenant} and branch_id = ${branch_id}
        and week = ${week}::date and marked_at = ${marked}::timestamptz`.execute(db)
    }
  }
  return marks.length
}

/**
 * Adds up the running week and its month of every branch, so that one where nobody has studied is in the tables too, with
 * its size. Once a day; ingest keeps them up to date in between.
 */
export async function openWeek(db: Database, now: number): Promise<void> {
  const today = shanghaiDay(now)
  const week = weekStart(today)
  const month = monthOfWeek(week)
  const { rows } = await sql<{ tenant_id: string }>`select distinct tenant_id from org`.execute(db)
  for (const { tenant_id: tenant } of rows) {
    await inTurn(db, tenant, async tx => {
      await totalWeek(tx, tenant, 'all', week)
      await pushUp(tx, tenant, 'week', week, 'all', today)
      await totalMonth(tx, tenant, 'all', month, today)
      await pushUp(tx, tenant, 'month', `${month}-01`, 'all', today)
    })
  }
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
 * Adds up every `everyMs`; once a day also makes and drops event partitions and removes what has had its time. Failures are
 * told and tried again, and none keeps the rest from being done.
 */
export function startWorker(db: Database, now: () => number, onError: (error: Error) => void, everyMs = 2000): Worker {
  const daily = [
    (today: Day) => ensurePartitions(db, today),
    () => openWeek(db, now()),
    (today: Day) => dropOldEvents(db, today),
    () => dropOldSecrets(db, now()),
  ].map(work => ({ work, done: '', wait: 0 }))
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
      if (await tried(() => it.work(today))) it.done = today
      else it.wait = ROUNDS_BETWEEN
    }
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
