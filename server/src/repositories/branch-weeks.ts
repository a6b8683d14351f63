import { sql } from 'kysely'
import type { BranchMonthRow, BranchWeekRow } from '../../../domain/contract/branch-report'
import { monthWeeks } from '../../../domain/branch/month'
import { type Day, addDays, weekStart } from '../../../domain/time/day'
import type { BranchScope, SelfScope } from '../auth/scope'
import type { Database } from '../database/pool'
import { memberWeeks } from '../rollup/member-weeks'

const sums = sql`coalesce(sum(s.study_days), 0)::int as "studyDays", coalesce(sum(s.offline_days), 0)::int as "offlineDays",
  coalesce(sum(s.items), 0)::int as items, (coalesce(sum(s.seconds), 0) / 60)::int as minutes,
  coalesce(sum(s.answers), 0)::int as answers, coalesce(sum(s.correct), 0)::int as correct`

/** Every active member of the branch with the week of `day`: who has done it first by name. */
export async function branchWeek(db: Database, { tenant, branch }: BranchScope, day: Day): Promise<BranchWeekRow[]> {
  const week = weekStart(day)
  const { rows } = await sql<
    Omit<BranchWeekRow, 'week' | 'met'>
  >`select m.member_id as member, m.name, m.goal, m.offline,
      exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = m.member_id) as bound, ${sums}
    from member m
    left join (${memberWeeks(tenant, [branch], week, addDays(week, 6))}) s on s.member_id = m.member_id
    where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.status = 'active'
    group by m.member_id, m.name, m.goal, m.offline order by m.name, m.member_id`.execute(db)
  return rows.map(row => ({ ...row, week, met: row.studyDays >= row.goal }))
}

/** Every active member with the weeks of a month (`YYYY-MM`) that have begun by `today`. */
export async function branchMonth(
  db: Database,
  { tenant, branch }: BranchScope,
  month: string,
  today: Day,
): Promise<BranchMonthRow[]> {
  const weeks = monthWeeks(month).filter(monday => monday <= today)
  const [first, last] = [weeks[0] ?? `${month}-01`, addDays(weeks[weeks.length - 1] ?? `${month}-01`, 6)]
  const { rows } = await sql<Omit<BranchMonthRow, 'weeks'>>`select m.member_id as member, m.name,
      count(*) filter (where s.study_days >= m.goal)::int as "weeksMet", ${sums}
    from member m
    left join (${memberWeeks(tenant, [branch], first, last)}) s on s.member_id = m.member_id
    where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.status = 'active'
    group by m.member_id, m.name order by m.name, m.member_id`.execute(db)
  return rows.map(row => ({ ...row, weeks: weeks.length }))
}

/** One member's weeks, latest first, for the secretary: totals, never what was answered. Undefined outside the branch. */
export async function memberTotals(db: Database, { tenant, branch }: BranchScope, member: string, from: Day, to: Day) {
  const found = await sql<{ name: string; goal: number; offline: boolean }>`select name, goal, offline from member
    where tenant_id = ${tenant} and branch_id = ${branch} and member_id = ${member} and status = 'active'`.execute(db)
  const known = found.rows[0]
  if (!known) return undefined
  const { rows } = await sql<Omit<BranchMonthRow, 'member' | 'name' | 'weeks' | 'weeksMet'> & { week: Day }>`
    select s.week, ${sums} from (${memberWeeks(tenant, [branch], from, to)}) s
    where s.member_id = ${member} group by s.week order by s.week desc`.execute(db)
  return { ...known, weeks: rows.map(row => ({ ...row, met: row.studyDays >= known.goal })) }
}

/** The branch's totals, which every member of it may see: no names. */
export async function ownBranchWeek(db: Database, { tenant, branch }: SelfScope | BranchScope, day: Day) {
  const week = weekStart(day)
  const { rows } = await sql<{
    members: number
    met: number
    studied: number
    studyDays: number
    minutes: number
    items: number
    answers: number
    correct: number
  }>`select count(*)::int as members, count(*) filter (where s.study_days >= m.goal)::int as met,
      count(*) filter (where s.study_days > 0)::int as studied, coalesce(sum(s.study_days), 0)::int as "studyDays",
      (coalesce(sum(s.seconds), 0) / 60)::int as minutes, coalesce(sum(s.items), 0)::int as items,
      coalesce(sum(s.answers), 0)::int as answers, coalesce(sum(s.correct), 0)::int as correct
    from member m
    left join (${memberWeeks(tenant, [branch], week, addDays(week, 6))}) s on s.member_id = m.member_id
    where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.status = 'active'`.execute(db)
  const totals = rows[0]!
  return { start: week, expected: totals.members, ...totals }
}
