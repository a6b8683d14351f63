import { sql } from 'kysely'
import { monthWeeks } from '../../../../domain/branch/month'
import type { BranchMonthRow, BranchWeekRow, MemberWeeks } from '../../../../domain/contract/branch-report'
import { SMALLEST_TOLD } from '../../../../domain/contract/limits'
import { type Day, addDays, weekStart } from '../../../../domain/time/day'
import type { BranchScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { memberWeeks } from './member-weeks'

const bound = (tenant: string) =>
  sql`exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = m.member_id)`

/** The week of `day`, by name: whoever was in the branch at the week's end, or is now while it runs. */
export async function branchWeek(db: Database, { tenant, branch }: BranchScope, day: Day): Promise<BranchWeekRow[]> {
  const week = weekStart(day)
  const { rows } = await sql<Omit<BranchWeekRow, 'week'>>`select m.member_id as member, m.name, s.phone, s.branch,
      m.offline, ${bound(tenant)} as bound
    from (${memberWeeks(tenant, [branch], [week])}) s
    join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    order by m.name, m.member_id`.execute(db)
  return rows.map(row => ({ ...row, week }))
}

/**
 * A month (`YYYY-MM`): everybody who was in the branch at the end of one of its weeks that have begun by `today`, with how
 * many these were and in how many of them they studied. Before the first week begins the members of today stand there.
 */
export async function branchMonth(
  db: Database,
  { tenant, branch }: BranchScope,
  month: string,
  today: Day,
): Promise<BranchMonthRow[]> {
  const begun = monthWeeks(month).filter(monday => monday <= today)
  const weeks = begun.length > 0 ? begun : monthWeeks(month).slice(0, 1)
  const { rows } = await sql<BranchMonthRow>`select m.member_id as member, m.name,
      count(*) filter (where s.week <= ${today}::date)::int as weeks,
      count(*) filter (where s.studied)::int as studied,
      bool_or(s.phone) as phone, bool_or(s.branch) as branch
    from (${memberWeeks(tenant, [branch], weeks)}) s
    join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    group by m.member_id, m.name order by m.name, m.member_id`.execute(db)
  return rows
}

/**
 * One member's weeks in this branch, latest first, for the secretary: studied or not yet. Undefined for one who was not in
 * the branch in any of the `weeks` up to `monday`.
 */
export async function weeksOfMember(
  db: Database,
  { tenant, branch }: BranchScope,
  member: string,
  monday: Day,
  weeks: number,
): Promise<MemberWeeks | undefined> {
  const mondays = Array.from({ length: weeks }, (_, i) => addDays(monday, 7 * (i + 1 - weeks)))
  const here = sql`m.branch_id = ${branch} and m.status = 'active' and ${bound(tenant)}`
  const { rows } = await sql<MemberWeeks['weeks'][number] & Omit<MemberWeeks, 'weeks'>>`
    select s.week, s.phone, s.branch, m.name, m.offline, ${here} as bound
    from (${memberWeeks(tenant, [branch], mondays, [member])}) s
    join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id order by s.week desc`.execute(db)
  if (!rows[0]) return undefined
  const { name, offline } = rows[0]
  return {
    name,
    offline,
    bound: rows[0].bound,
    weeks: rows.map(({ week, phone, branch }) => ({ week, phone, branch })),
  }
}

/**
 * The running week of one's own branch, which every member of it may see: no names, and no numbers where they would be about
 * a few.
 */
export async function ownBranchWeek(db: Database, { tenant, branch }: SelfScope, today: Day) {
  const week = weekStart(today)
  const { rows } = await sql<{ members: number; studied: number }>`select count(*) as members,
      count(*) filter (where s.studied) as studied from (${memberWeeks(tenant, [branch], [week])}) s`.execute(db)
  const { members, studied } = rows[0]!
  return { start: week, ...(members >= SMALLEST_TOLD && { members, studied }) }
}
