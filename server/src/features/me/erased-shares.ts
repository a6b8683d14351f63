import { sql } from 'kysely'
import { type Day, addDays, shanghaiDay, weekStart } from '../../../../domain/time/day'
import type { SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { keepSentShares } from '../assignments/sent-counts'
import { keepErased } from '../reports/branch-totals'
import { NOWHERE } from '../reports/membership'
import { markDirty } from '../reports/dirty'

/** Weeks back that are kept even where nothing has been added up: as far as a secretary may write meetings down. */
const WEEKS_KEPT = 53

/**
 * Leaves what a member, about to be deleted, adds to the weeks, months and tasks that are told upwards: they say afterwards what
 * they said before, so that nobody finds the one who has gone by subtraction. Only counts stay, added to those of others. The
 * secretary's own lists just lose a row: their sums are made of the rows.
 */
export async function leaveShares(tx: Database, { tenant, member }: SelfScope, now: number): Promise<void> {
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const today = shanghaiDay(now)
  const { rows } = await sql<{ branch: string }>`select branch_id as branch from member_move where ${own}
      and branch_id <> ${NOWHERE}
`.execute(tx)
  const branches = rows.map(it => it.branch)
  await keepErased(tx, tenant, branches, await weeksTold(tx, tenant, branches, member, today), member)
  await keepSentShares(tx, tenant, member)
  await markDirty(
    tx,
    tenant,
    branches.map(branch => ({ branch, week: weekStart(today) })),
  )
}

/** The Mondays up to the running week's, from the first week of the branches that was added up or studied in. */
async function weeksTold(tx: Database, tenant: string, branches: readonly string[], member: string, today: Day) {
  const running = weekStart(today)
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const { rows } = await sql<{ first: Day }>`select least(
      (select min(start) from branch_period where tenant_id = ${tenant} and period = 'week'
        and branch_id = any(${[...branches]}::text[])),
      (select min(day) from member_day where ${own}), (select min(day) from offline_study where ${own}),
      ${addDays(running, -7 * WEEKS_KEPT)}::date) as first`.execute(tx)
  const weeks: Day[] = []
  for (let monday = weekStart(rows[0]!.first); monday <= running; monday = addDays(monday, 7)) weeks.push(monday)
  return weeks
}
