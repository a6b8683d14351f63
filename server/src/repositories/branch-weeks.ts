import { sql } from 'kysely'
import type {
  BranchMonthRow,
  BranchMonthSums,
  BranchWeekRow,
  MemberTotals,
  MemberWeek,
} from '../../../domain/contract/branch-report'
import { monthWeeks } from '../../../domain/branch/month'
import { type Day, addDays, weekStart } from '../../../domain/time/day'
import type { BranchScope, SelfScope } from '../auth/scope'
import type { Database } from '../database/pool'
import { weekTotals } from '../rollup/branch-totals'
import { goalOf, memberWeeks, met } from '../rollup/member-weeks'

/** A member's numbers of one `memberWeeks` row, or of several added up. */
const sums = sql`coalesce(sum(s.study_days), 0)::int as "studyDays", coalesce(sum(s.offline_days), 0)::int as "offlineDays",
  coalesce(sum(s.items), 0)::int as items, (coalesce(sum(s.seconds), 0) / 60)::int as minutes,
  coalesce(sum(s.answers), 0)::int as answers, coalesce(sum(s.correct), 0)::int as correct`

/**
 * The week of `day`, by name: whoever was in the branch at the week's end, or is now while it runs. One who came within the
 * week has met the goal with the days before coming too, but the numbers are what counts for this branch.
 */
export async function branchWeek(db: Database, { tenant, branch }: BranchScope, day: Day): Promise<BranchWeekRow[]> {
  const week = weekStart(day)
  const { rows } = await sql<
    Omit<BranchWeekRow, 'week'>
  >`select m.member_id as member, m.name, max(${goalOf(tenant)}) as goal, m.offline,
      exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = m.member_id) as bound,
      bool_or(${met(tenant)}) as met, ${sums}
    from (${memberWeeks(tenant, [branch], [week])}) s
    join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    where s.counted
    group by m.member_id, m.name, m.offline order by m.name, m.member_id`.execute(db)
  return rows.map(row => ({ ...row, week }))
}

/**
 * A month (`YYYY-MM`): everybody who was in the branch at the end of one of its weeks that have begun by `today`, or did
 * something that counts for it. `weeks` are those at whose end the member was here. Before the first week begins the
 * members of today stand there, with none.
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
      count(*) filter (where s.counted and s.week <= ${today}::date)::int as weeks,
      count(*) filter (where s.counted and ${met(tenant)})::int as "weeksMet", ${sums}
    from (${memberWeeks(tenant, [branch], weeks)}) s
    join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    group by m.member_id, m.name order by m.name, m.member_id`.execute(db)
  return rows
}

/** What the `rows` of a month add up to, with what those who have deleted themselves since left: they have no row. */
export async function monthSums(
  db: Database,
  { tenant, branch }: BranchScope,
  month: string,
  rows: readonly BranchMonthRow[],
): Promise<BranchMonthSums> {
  const kept = await sql<Omit<BranchMonthSums, 'erased'>>`select listed as members, expected as weeks,
      met as "weeksMet", study_days as "studyDays"
    from erased_period where tenant_id = ${tenant} and period = 'month' and start = ${`${month}-01`}::date
      and branch_id = ${branch}`.execute(db)
  const left = kept.rows[0] ?? { members: 0, weeks: 0, weeksMet: 0, studyDays: 0 }
  const sum = (field: 'weeks' | 'weeksMet' | 'studyDays') => rows.reduce((all, row) => all + row[field], left[field])
  return {
    members: rows.length + left.members,
    weeks: sum('weeks'),
    weeksMet: sum('weeksMet'),
    studyDays: sum('studyDays'),
    erased: left.members,
  }
}

/**
 * One member's weeks in this branch, latest first, for the secretary: totals, never what was answered. Undefined for one
 * who was not in the branch in any of the `weeks` up to `monday`.
 */
export async function memberTotals(
  db: Database,
  { tenant, branch }: BranchScope,
  member: string,
  monday: Day,
  weeks: number,
) {
  const mondays = Array.from({ length: weeks }, (_, i) => addDays(monday, 7 * (i + 1 - weeks)))
  const bound = sql`m.branch_id = ${branch} and m.status = 'active' and exists (select 1 from account a
    where a.tenant_id = ${tenant} and a.member_id = m.member_id)`
  const { rows } = await sql<MemberWeek & Omit<MemberTotals, 'weeks'> & { acted: boolean }>`
    select s.week, m.name, m.goal, m.offline, ${bound} as bound, bool_or(${met(tenant)}) as met,
      bool_or(s.acted) as acted, ${sums}
    from (${memberWeeks(tenant, [branch], mondays, [member])}) s
    join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    group by s.week, m.member_id, m.name, m.goal, m.offline, m.branch_id, m.status order by s.week desc`.execute(db)
  if (!rows[0]) return undefined
  const { name, goal, offline } = rows[0]
  const acted = rows.filter(row => row.acted)
  const weeksOnly = acted.map(({ name: _n, goal: _g, offline: _o, bound: _b, acted: _a, ...week }) => week)
  return { name, goal, offline, bound: rows[0].bound, weeks: weeksOnly }
}

/**
 * The branch's totals, which every member of it may see: no names. They are the roll-up's (rollup/branch-totals): people
 * are those of `branchWeek` and `erased`, those who have deleted themselves since; sums are all that counts for the branch.
 */
export async function ownBranchWeek(db: Database, { tenant, branch }: SelfScope | BranchScope, day: Day) {
  const week = weekStart(day)
  const { rows } = await sql<{
    members: number
    expected: number
    met: number
    studied: number
    studyDays: number
    minutes: number
    items: number
    answers: number
    correct: number
    erased: number
  }>`select members, expected, met, studied, study_days as "studyDays", (seconds / 60)::int as minutes, items, answers,
      correct, erased
    from (${weekTotals(tenant, [branch], week)}) t`.execute(db)
  return { start: week, ...rows[0]! }
}
