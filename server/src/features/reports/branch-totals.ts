import { type RawBuilder, sql } from 'kysely'
import { monthWeeks } from '../../../../domain/branch/month'
import type { Day } from '../../../../domain/time/day'
import { monthOfWeek } from '../../../../domain/time/month'
import type { Database } from '../../database/pool'
import type { Period } from '../../database/tables'
import { memberWeeks } from './member-weeks'
import { type Branches, type Members, within } from './membership'

/** The weeks of a month (`YYYY-MM`) that have begun by `today`. */
export const begunWeeks = (month: string, today: Day) => monthWeeks(month).filter(monday => monday <= today)

const branchesOf = (tenant: string, branches: Branches) =>
  sql`select org_id as branch_id from org where tenant_id = ${tenant} and type = 'branch' and ${within(branches, 'org_id')}`

/** One row a branch and week: who was in it at the week's end, and how many of them studied. */
function countWeeks(
  tenant: string,
  branches: Branches,
  weeks: readonly Day[],
  members: Members = 'all',
): RawBuilder<unknown> {
  return sql`select b.branch_id, p.start, count(s.member_id) as members, count(*) filter (where s.studied) as studied
    from (${branchesOf(tenant, branches)}) b cross join unnest(${[...weeks]}::date[]) as p (start)
    left join (${memberWeeks(tenant, branches, weeks, members)}) s on s.branch_id = b.branch_id and s.week = p.start
    group by b.branch_id, p.start`
}

/** One row a branch of a month of these weeks: who was in it at the end of the last, and how many of them studied here in any. */
function countMonth(
  tenant: string,
  branches: Branches,
  month: string,
  weeks: readonly Day[],
  members: Members = 'all',
): RawBuilder<unknown> {
  const last = weeks[weeks.length - 1]!
  return sql`select b.branch_id, ${`${month}-01`}::date as start, count(s.member_id) as members,
      count(*) filter (where s.studied) as studied
    from (${branchesOf(tenant, branches)}) b
    left join (
      select w.branch_id, w.member_id, bool_or(w.studied) as studied
      from (${memberWeeks(tenant, branches, weeks, members)}) w
      group by w.branch_id, w.member_id having bool_or(w.week = ${last}::date)
    ) s on s.branch_id = b.branch_id
    group by b.branch_id`
}

/** The counted rows together with what members who have since deleted themselves left. */
const withErased = (tenant: string, period: Period, counted: RawBuilder<unknown>) =>
  sql`select c.branch_id, c.start, c.members + coalesce(e.members, 0) as members,
      c.studied + coalesce(e.studied, 0) as studied
    from (${counted}) c left join erased_period e on e.tenant_id = ${tenant} and e.period = ${period}
      and e.start = c.start and e.branch_id = c.branch_id`

async function write(db: Database, tenant: string, period: Period, totals: RawBuilder<unknown>): Promise<void> {
  await sql`insert into branch_period (tenant_id, period, start, branch_id, members, studied)
    select ${tenant}, ${period}, t.start, t.branch_id, t.members, t.studied from (${totals}) t
    on conflict (tenant_id, period, start, branch_id) do update set members = excluded.members,
      studied = excluded.studied`.execute(db)
}

/** Adds up one week of each branch. */
export async function totalWeek(db: Database, tenant: string, branches: Branches, week: Day): Promise<void> {
  await write(db, tenant, 'week', withErased(tenant, 'week', countWeeks(tenant, branches, [week])))
}

/** Adds up one month (`YYYY-MM`) of each branch: whole weeks, those that have begun by `today`. */
export async function totalMonth(
  db: Database,
  tenant: string,
  branches: Branches,
  month: string,
  today: Day,
): Promise<void> {
  const weeks = begunWeeks(month, today)
  if (weeks.length === 0) return
  await write(db, tenant, 'month', withErased(tenant, 'month', countMonth(tenant, branches, month, weeks)))
}

/**
 * Keeps what one member, about to be deleted, adds to the totals of these weeks, which follow one another, and of their
 * months: added to what is there of others.
 */
export async function keepErased(
  db: Database,
  tenant: string,
  branches: readonly string[],
  weeks: readonly Day[],
  member: string,
  today: Day,
): Promise<void> {
  const keep = (period: Period, counted: RawBuilder<unknown>) =>
    sql`insert into erased_period (tenant_id, period, start, branch_id, members, studied)
      select ${tenant}, ${period}, c.start, c.branch_id, c.members, c.studied from (${counted}) c where c.members > 0
      on conflict (tenant_id, period, start, branch_id) do update set
        members = erased_period.members + excluded.members, studied = erased_period.studied + excluded.studied`.execute(
      db,
    )
  await keep('week', countWeeks(tenant, branches, weeks, [member]))
  for (const month of new Set(weeks.map(monthOfWeek))) {
    await keep('month', countMonth(tenant, branches, month, begunWeeks(month, today), [member]))
  }
}
