import { type RawBuilder, sql } from 'kysely'
import { monthWeeks } from '../../../../domain/branch/month'
import { type Day, addDays, dayStart } from '../../../../domain/time/day'
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

/** As a table: `start`, the days, and the moments between which the period lies. */
function listed(periods: readonly ToldPeriod[]): RawBuilder<unknown> {
  const days = (of: (it: ToldPeriod) => Day) => sql`${periods.map(of)}::date[]`
  const moments = (of: (it: ToldPeriod) => Day) => sql`${periods.map(it => new Date(dayStart(of(it))))}::timestamptz[]`
  return sql`unnest(${days(it => it.start)}, ${days(it => it.first)}, ${days(it => it.last)},
    ${moments(it => it.first)}, ${moments(it => addDays(it.last, 1))}) as p (start, first, last, opens, ends)`
}

/**
 * One row (branch_id, member_id, start) a member and period: in which of the branches sums that are told count them. It is the one
 * they were in first in the period, for the whole of it: whoever moves or leaves within it is not taken away from a sum that
 * somebody has seen, nor put into another, or two looks would tell what that one did. Who is new counts from when they came.
 */
export function toldMembers(
  tenant: string,
  branches: Branches,
  periods: readonly ToldPeriod[],
  members: Members = 'all',
): RawBuilder<unknown> {
  const over = (stay: RawBuilder<unknown>) => sql`exists (select 1 from member_move n where n.tenant_id = ${tenant}
    and n.member_id = ${stay}.member_id and n.since > ${stay}.since and n.since <= p.opens)`
  const [own, earlier] = [sql.ref('v'), sql.ref('e')]
  return sql`select v.branch_id, v.member_id, p.start
    from ${listed(periods)}
    join member_move v on v.tenant_id = ${tenant} and v.since < p.ends and ${within(branches, 'v.branch_id')}
    where v.branch_id <> ${NOWHERE} and ${among(members, 'v.member_id')} and not ${over(own)}
      and not exists (select 1 from member_move e where e.tenant_id = ${tenant} and e.member_id = v.member_id
        and e.branch_id <> ${NOWHERE} and e.since < v.since and not ${over(earlier)})`
}

/** One row a branch and period: whom its sums count, and how many of them studied in it, wherever they were by then. */
export function countTold(
  tenant: string,
  branches: Branches,
  periods: readonly ToldPeriod[],
  members: Members = 'all',
): RawBuilder<unknown> {
  const [from, to] = [
    periods.map(it => it.first).sort()[0]!,
    periods
      .map(it => it.last)
      .sort()
      .reverse()[0]!,
  ]
  const ever = sql`member_id in (select member_id from member_move where tenant_id = ${tenant} and ${within(branches)})`
  const where = sql`tenant_id = ${tenant} and day between ${from} and ${to} and ${among(members)}
    and ${branches === 'all' ? sql`true` : ever}`
  return sql`select b.branch_id, p.start, count(r.member_id) as members, count(s.member_id) as studied
    from (select org_id as branch_id from org where tenant_id = ${tenant} and type = 'branch'
      and ${within(branches, 'org_id')}) b
    cross join ${listed(periods)}
    left join (${toldMembers(tenant, branches, periods, members)}) r on r.branch_id = b.branch_id and r.start = p.start
    left join (
      select a.member_id, p.start
      from (
        select member_id, day from member_day where studied and ${where}
        union all select member_id, day from offline_study where ${where}
      ) a join ${listed(periods)} on a.day between p.first and p.last
      group by a.member_id, p.start
    ) s on s.member_id = r.member_id and s.start = r.start
    group by b.branch_id, p.start`
}
