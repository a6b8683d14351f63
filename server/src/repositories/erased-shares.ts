import { sql } from 'kysely'
import { type Day, addDays, shanghaiDay, weekStart } from '../../../domain/time/day'
import type { SelfScope } from '../auth/scope'
import type { Database } from '../database/pool'
import { keepErased } from '../rollup/branch-totals'
import { NOWHERE } from '../rollup/membership'
import { keepErasedInAssignments } from './assignments'
import { markDirty } from './ingest'
import { keepErasedInMeetings } from './meetings'

/** Weeks back that are kept even where nothing has been added up: as far as a secretary may write meetings down. */
const WEEKS_BACK = 53

/**
 * Leaves what a member, about to be deleted, adds to their branches' past: weeks, months, meetings and assignments say
 * afterwards what they said before. Only counts stay, added to those of others who deleted themselves. From `now` on the
 * member is in no branch, as one who left the district.
 */
export async function leaveShares(tx: Database, { tenant, member }: SelfScope, now: number): Promise<void> {
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const today = shanghaiDay(now)
  const { rows } = await sql<{ branch: string }>`select branch_id as branch from member_move where ${own}
      and branch_id <> ${NOWHERE}
    union select branch_id from member_day where ${own}
    union select branch_id from offline_study where ${own}
    union select branch_id from meeting_presence where ${own}`.execute(tx)
  const branches = rows.map(it => it.branch)
  await sql`insert into member_move (tenant_id, member_id, since, branch_id)
    values (${tenant}, ${member}, ${new Date(now)}, ${NOWHERE})
    on conflict (tenant_id, member_id, since) do nothing`.execute(tx)
  await keepErased(tx, tenant, branches, await weeksTold(tx, tenant, branches, member, today), member, today)
  for (const branch of branches) {
    await keepErasedInMeetings(tx, { tenant, branch }, member)
    await keepErasedInAssignments(tx, { tenant, branch }, member)
  }
  await markDirty(
    tx,
    tenant,
    branches.map(branch => ({ branch, day: { day: today } })),
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
      ${addDays(running, -7 * WEEKS_BACK)}::date) as first`.execute(tx)
  const weeks: Day[] = []
  for (let monday = weekStart(rows[0]!.first); monday <= running; monday = addDays(monday, 7)) weeks.push(monday)
  return weeks
}
