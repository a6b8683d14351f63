import { sql } from 'kysely'
import { addDays, shanghaiDay, weekStart } from '../../../domain/time/day'
import type { SelfScope } from '../auth/scope'
import { type Database, together } from '../database/pool'
import { markDirty } from './ingest'

/**
 * Sets the weekly goal, in study days, from the running week on (decision 0023). The one before is kept for the weeks it
 * held for; of several within one week only the first did.
 */
export async function changeGoal(
  db: Database,
  { tenant, member }: SelfScope,
  goal: number,
  now: number,
): Promise<void> {
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const today = shanghaiDay(now)
  await together(db, async tx => {
    const { rows } = await sql<{ goal: number; branch: string }>`select goal, branch_id as branch from member
      where ${own} and status = 'active' for update`.execute(tx)
    if (!rows[0] || rows[0].goal === goal) return
    await sql`insert into earlier_goal (tenant_id, member_id, last_week, goal)
      values (${tenant}, ${member}, ${addDays(weekStart(today), -7)}, ${rows[0].goal})
      on conflict (tenant_id, member_id, last_week) do nothing`.execute(tx)
    await sql`update member set goal = ${goal}, goal_since = ${weekStart(today)} where ${own}`.execute(tx)
    await markDirty(tx, tenant, [{ branch: rows[0].branch, day: { day: today } }])
  })
}
