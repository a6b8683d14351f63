import { type RawBuilder, sql } from 'kysely'
import { monthWeeks } from '../../../../domain/branch/month'
import { type Day, addDays, dayStart } from '../../../../domain/time/day'
import { monthOfWeek } from '../../../../domain/time/month'
import type { Period } from '../../database/tables'
import { type Branches, type Members, NOWHERE, among, within } from './membership'

/** A week or a month that sums are told of: its days, from the first to the last. */
export interface ToldPeriod {
  period: Period
  start: Day
  first: Day
  last: Day
}

/** The week of `monday`. */
export const toldWeek = (monday: Day): ToldPeriod => ({
  period: 'week',
  start: monday,
  first: monday,
  last: addDays(monday, 6),
})

/** The whole weeks of a month (`YYYY-MM`). */
export function toldMonth(month: string): ToldPeriod {
  const weeks = monthWeeks(month)
  return { period: 'month', start: `${month}-01`, first: weeks[0]!, last: addDays(weeks[weeks.length - 1]!, 6) }
}

/** The Monday from which the month of a period is counted. */
const monthOpens = ({ first }: ToldPeriod): Day => monthWeeks(monthOfWeek(first))[0]!

/** As a table: `start`, the days, the moments between which the period lies, and when its month began. */
function listed(periods: readonly ToldPeriod[]): RawBuilder<unknown> {
  const days = (of: (it: ToldPeriod) => Day) => sql`${periods.map(of)}::date[]`
  const moments = (of: (it: ToldPeriod) => Day) => sql`${periods.map(it => new Date(dayStart(of(it))))}::timestamptz[]`
  return sql`unnest(${days(it => it.start)}, ${days(it => it.first)}, ${days(it => it.last)},
    ${moments(it => it.first)}, ${moments(it => addDays(it.last, 1))}, ${moments(monthOpens)})
    as p (start, first, last, opens, ends, month)`
}

/**
 * One row (branch_id, member_id, start, first, last) a member and period: in which of the branches sums that are told count them. It is the one
 * they were in first in the period's month, for the whole of it: whoever moves or leaves within it is not taken away from a sum that
 * somebody has seen, nor put into another, or two looks would tell what that one did. Of a week too it is the month's: counted
 * in one branch by the week and in another by the month, they would be what one says more than the other (decision 0141). Who
 * is new counts from when they came, and who has gone until the week ends.
 */
export function toldMembers(
  tenant: string,
  branches: Branches,
  periods: readonly ToldPeriod[],
  members: Members = 'all',
): RawBuilder<unknown> {
  const over = (stay: RawBuilder<unknown>, by: RawBuilder<unknown>) => sql`exists (select 1 from member_move n
    where n.tenant_id = ${tenant} and n.member_id = ${stay}.member_id and n.since > ${stay}.since and n.since <= ${by})`
  const [own, earlier, stay] = [sql.ref('v'), sql.ref('e'), sql.ref('s')]
  const [opens, month] = [sql.ref('p.opens'), sql.ref('p.month')]
  return sql`select v.branch_id, v.member_id, p.start, p.first, p.last
    from ${listed(periods)}
    join member_move v on v.tenant_id = ${tenant} and v.since < p.ends and ${within(branches, 'v.branch_id')}
    where v.branch_id <> ${NOWHERE} and ${among(members, 'v.member_id')} and not ${over(own, month)}
      and not exists (select 1 from member_move e where e.tenant_id = ${tenant} and e.member_id = v.member_id
        and e.branch_id <> ${NOWHERE} and e.since < v.since and not ${over(earlier, month)})
      and (not ${over(own, opens)} or exists (select 1 from member_move s where s.tenant_id = ${tenant}
        and s.member_id = v.member_id and s.branch_id <> ${NOWHERE} and s.since < p.ends and not ${over(stay, opens)}))`
}

/** One row a branch and period: whom its sums count, and how many of them studied in it, wherever they were by then. */
export function countTold(
  tenant: string,
  branches: Branches,
  periods: readonly ToldPeriod[],
  members: Members = 'all',
): RawBuilder<unknown> {
  // Looked up member by member: joined to periods, the planner takes the days of a month for a handful.
  const studied = (table: string, which: RawBuilder<unknown>) => sql`exists (select 1 from ${sql.table(table)} s
    where s.tenant_id = ${tenant} and s.member_id = t.member_id and s.day between t.first and t.last and ${which})`
  const counted = sql`select t.branch_id, t.member_id, t.start,
      (${studied('member_day', sql`s.studied`)} or ${studied('offline_study', sql`true`)}) as studied
    from (${toldMembers(tenant, branches, periods, members)}) t`
  return sql`select b.branch_id, p.start, coalesce(r.members, 0) as members, coalesce(r.studied, 0) as studied
    from (select org_id as branch_id from org where tenant_id = ${tenant} and type = 'branch'
      and ${within(branches, 'org_id')}) b
    cross join ${listed(periods)}
    left join (
      select branch_id, start, count(*) as members, count(*) filter (where studied) as studied
      from (${counted}) c group by branch_id, start
    ) r on r.branch_id = b.branch_id and r.start = p.start`
}
