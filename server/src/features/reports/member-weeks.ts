import { type RawBuilder, sql } from 'kysely'
import { type Day, addDays } from '../../../../domain/time/day'
import { type Branches, type Members, among, membersOfWeeks, within } from './membership'

/** Monday of the week of a day. */
const monday = sql`(day - (extract(isodow from day)::int - 1))`

/**
 * One row a branch, member and week of `mondays`, which follow one another; with `members`, of these only. The member was in
 * the branch at the week's end, or is now while it runs, so everybody stands in one branch a week, with the whole of it:
 * - `phone`: their own phone has told of a study day.
 * - `branch`: the secretary has written down study with the branch.
 * - `studied`: either.
 */
export function memberWeeks(
  tenant: string,
  branches: Branches,
  mondays: readonly Day[],
  members: Members = 'all',
): RawBuilder<unknown> {
  const [from, to] = [mondays[0]!, addDays(mondays[mondays.length - 1]!, 6)]
  const ever = sql`member_id in (select member_id from member_move where tenant_id = ${tenant} and ${within(branches)})`
  const whose = sql`${among(members)} and ${branches === 'all' ? sql`true` : ever}`
  const where = sql`tenant_id = ${tenant} and day between ${from} and ${to} and ${whose}`
  return sql`select r.branch_id, r.member_id, r.week, coalesce(s.phone, false) as phone,
      coalesce(s.branch, false) as branch, s.member_id is not null as studied
    from (${membersOfWeeks(tenant, branches, mondays, members)}) r
    left join (
      select member_id, ${monday} as week, bool_or(phone) as phone, bool_or(not phone) as branch
      from (
        select member_id, day, true as phone from member_day where studied and ${where}
        union all select member_id, day, false from offline_study where ${where}
      ) as acts group by member_id, week
    ) s on s.member_id = r.member_id and s.week = r.week`
}
