import { type RawBuilder, sql } from 'kysely'
import { monthWeeks } from '../../../../domain/branch/month'
import type { Day } from '../../../../domain/time/day'
import { monthOfWeek } from '../../../../domain/time/month'
import type { Database } from '../../database/pool'
import type { Period } from '../../database/tables'
import type { Branches } from './membership'
import { type ToldPeriod, countTold, toldMonth, toldWeek } from './told'

/** One row a branch of what is told of it: who is counted (./told), and what members who have since deleted themselves left. */
export const toldOf = (tenant: string, branches: Branches, it: ToldPeriod): RawBuilder<unknown> =>
  sql`select c.branch_id, c.start, c.members + coalesce(e.members, 0) as members,
      c.studied + coalesce(e.studied, 0) as studied
    from (${countTold(tenant, branches, [it])}) c left join erased_period e on e.tenant_id = ${tenant}
      and e.period = ${it.period} and e.start = c.start and e.branch_id = c.branch_id`

async function write(db: Database, tenant: string, period: Period, totals: RawBuilder<unknown>): Promise<void> {
  await sql`insert into branch_period (tenant_id, period, start, branch_id, members, studied)
    select ${tenant}, ${period}, t.start, t.branch_id, t.members, t.studied from (${totals}) t
    on conflict (tenant_id, period, start, branch_id) do update set members = excluded.members,
      studied = excluded.studied`.execute(db)
}

/** Adds up one week of each branch. */
export async function totalWeek(db: Database, tenant: string, branches: Branches, week: Day): Promise<void> {
  await write(db, tenant, 'week', toldOf(tenant, branches, toldWeek(week)))
}

/** Adds up one month (`YYYY-MM`) of each branch, whole weeks, once the first of them has begun by `today`. */
export async function totalMonth(
  db: Database,
  tenant: string,
  branches: Branches,
  month: string,
  today: Day,
): Promise<void> {
  if (monthWeeks(month)[0]! > today) return
  await write(db, tenant, 'month', toldOf(tenant, branches, toldMonth(month)))
}

/**
 * Keeps what one member, about to be deleted, adds to the totals of these weeks and of their months: added to what is there of
 * others.
 */
export async function keepErased(
  db: Database,
  tenant: string,
  branches: readonly string[],
  weeks: readonly Day[],
  member: string,
): Promise<void> {
  const keep = (period: Period, periods: readonly ToldPeriod[]) =>
    sql`insert into erased_period (tenant_id, period, start, branch_id, members, studied)
      select ${tenant}, ${period}, c.start, c.branch_id, c.members, c.studied
      from (${countTold(tenant, branches, periods, [member])}) c where c.members > 0
      on conflict (tenant_id, period, start, branch_id) do update set
        members = erased_period.members + excluded.members, studied = erased_period.studied + excluded.studied`.execute(
      db,
    )
  await keep('week', weeks.map(toldWeek))
  await keep('month', [...new Set(weeks.map(monthOfWeek))].map(toldMonth))
}
