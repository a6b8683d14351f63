import { sql } from 'kysely'
import { monthWeeks } from '../../../../domain/branch/month'
import type { BranchWeekRow, MemberWeeks } from '../../../../domain/contract/branch-report'
import { SMALLEST_TOLD } from '../../../../domain/contract/limits'
import { type Day, addDays, weekStart } from '../../../../domain/time/day'
import type { BranchScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { prepared } from '../../database/prepared'
import { toldOf } from './branch-totals'
import { memberWeeks } from './member-weeks'
import { membersOfWeeks } from './membership'
import { toldMembers, toldWeek } from './told'

const bound = (tenant: string) =>
  sql`exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = m.member_id)`

/** The week of `day`, as on the roster: whoever was in the branch at the week's end, or is now while it runs. */
export async function branchWeek(db: Database, { tenant, branch }: BranchScope, day: Day): Promise<BranchWeekRow[]> {
  const week = weekStart(day)
  const { rows } = await sql<Omit<BranchWeekRow, 'week'>>`select m.member_id as member, m.name, s.phone, s.branch,
      m.offline, ${bound(tenant)} as bound
    from (${memberWeeks(tenant, [branch], [week])}) s
    join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    order by m.place, m.name, m.member_id`.execute(db)
  return rows.map(row => ({ ...row, week }))
}

/** Monday of the first week in which somebody of the branch studied, as it is added up; the weeks before are nobody's fault. */
export async function firstWeekTold(
  db: Database,
  { tenant, branch }: Pick<BranchScope, 'tenant' | 'branch'>,
): Promise<Day | undefined> {
  const { rows } = await sql<{ first: Day | null }>`${prepared} select min(start) as first from branch_period
    where tenant_id = ${tenant} and branch_id = ${branch} and period = 'week' and studied > 0`.execute(db)
  return rows[0]!.first ?? undefined
}

/**
 * The weeks of a month (`YYYY-MM`), Mondays: those that have `begun` by `today` and are not before the branch had told of any; and
 * the `weeks` at whose ends its members are looked for, the first of the month where none has.
 */
export async function weeksOfMonth(
  db: Database,
  scope: Pick<BranchScope, 'tenant' | 'branch'>,
  month: string,
  today: Day,
): Promise<{ begun: Day[]; weeks: Day[] }> {
  const since = (await firstWeekTold(db, scope)) ?? weekStart(today)
  const all = monthWeeks(month)
  const begun = all.filter(monday => monday <= today && monday >= since)
  return { begun, weeks: begun.length > 0 ? begun : all.slice(0, 1) }
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
  const since = (await firstWeekTold(db, { tenant, branch })) ?? monday
  const mondays = Array.from({ length: weeks }, (_, i) => addDays(monday, 7 * (i + 1 - weeks))).filter(
    it => it >= since,
  )
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
 * a few; nor while a few are counted here and not on the secretary's list, or the other way round, since they moved this week.
 */
export async function ownBranchWeek(db: Database, { tenant, branch }: SelfScope, today: Day) {
  const week = weekStart(today)
  const listed = sql`select member_id from (${membersOfWeeks(tenant, [branch], [week])}) l`
  const counted = sql`select member_id from (${toldMembers(tenant, [branch], [toldWeek(week)])}) t`
  const { rows } = await sql<{ members: number; studied: number; apart: number }>`select t.members, t.studied,
      coalesce((select e.members from erased_period e where e.tenant_id = ${tenant} and e.period = 'week'
          and e.start = ${week}::date and e.branch_id = ${branch}), 0)
        + (select count(*) from ((${counted} except ${listed}) union all (${listed} except ${counted})) d)::int as apart
    from (${toldOf(tenant, [branch], toldWeek(week))}) t`.execute(db)
  const { members, studied, apart } = rows[0]!
  const told = members >= SMALLEST_TOLD && (apart === 0 || apart >= SMALLEST_TOLD)
  return { start: week, ...(told && { members, studied }) }
}
