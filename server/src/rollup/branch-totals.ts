import { sql } from 'kysely'
import { monthWeeks } from '../../../domain/branch/month'
import { type Day, addDays } from '../../../domain/time/day'
import type { Database } from '../database/pool'
import { memberWeeks, met } from './member-weeks'
import { type Branches, within } from './membership'

/** The month (`YYYY-MM`) that a week belongs to: its Thursday's, as in domain/branch/month. */
export const monthOfWeek = (monday: Day) => addDays(monday, 3).slice(0, 7)

const columns = sql`(tenant_id, period, start, branch_id, members, expected, met, studied, study_days, seconds, items,
  answers, correct)`
const replace = sql`on conflict (tenant_id, period, start, branch_id) do update set members = excluded.members,
  expected = excluded.expected, met = excluded.met, studied = excluded.studied, study_days = excluded.study_days,
  seconds = excluded.seconds, items = excluded.items, answers = excluded.answers, correct = excluded.correct`

const branchesOf = (tenant: string, branches: Branches) =>
  sql`select org_id as branch_id from org where tenant_id = ${tenant} and type = 'branch' and ${within(branches, 'org_id')}`

// What does not fit its column would stop the sums of everybody: no honest branch comes near.
const sums = sql`coalesce(sum(s.study_days), 0), least(coalesce(sum(s.seconds), 0), 2147483647), coalesce(sum(s.items), 0),
  coalesce(sum(s.answers), 0), coalesce(sum(s.correct), 0)`

/** Adds up one week of each branch, from its members' days. Its members are those of the week's end (`memberWeeks`). */
export async function totalWeek(db: Database, tenant: string, branches: Branches, week: Day): Promise<void> {
  await sql`insert into branch_period ${columns}
    select ${tenant}, 'week', ${week}::date, b.branch_id, count(*) filter (where s.counted),
      count(*) filter (where s.counted), count(*) filter (where s.counted and ${met}),
      count(*) filter (where s.counted and s.studied), ${sums}
    from (${branchesOf(tenant, branches)}) b
    left join (${memberWeeks(tenant, branches, [week])}) s on s.branch_id = b.branch_id
    left join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    group by b.branch_id
    ${replace}`.execute(db)
}

/**
 * Adds up one month (`YYYY-MM`) of each branch: whole weeks, those that have begun by `today`. Its members, and who of them
 * studied, are those of the last week; what is expected is one for every member and week.
 */
export async function totalMonth(
  db: Database,
  tenant: string,
  branches: Branches,
  month: string,
  today: Day,
): Promise<void> {
  const weeks = monthWeeks(month).filter(monday => monday <= today)
  if (weeks.length === 0) return
  const atEnd = sql`s.counted and s.week = ${weeks[weeks.length - 1]!}::date`
  await sql`insert into branch_period ${columns}
    select ${tenant}, 'month', ${`${month}-01`}::date, b.branch_id, count(*) filter (where ${atEnd}),
      count(*) filter (where s.counted), count(*) filter (where s.counted and ${met}),
      count(*) filter (where ${atEnd} and s.studied), ${sums}
    from (${branchesOf(tenant, branches)}) b
    left join (${memberWeeks(tenant, branches, weeks)}) s on s.branch_id = b.branch_id
    left join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    group by b.branch_id
    ${replace}`.execute(db)
}
