import { type RawBuilder, sql } from 'kysely'
import { type Day, addDays, dayStart } from '../../../../domain/time/day'

/** Which branches: a list, or all of the tenant. */
export type Branches = readonly string[] | 'all'

/** Which members: a list, or everybody. */
export type Members = readonly string[] | 'all'

/** The branch of one who has left the district, in `member_move`. */
export const NOWHERE = ''

/** The first moment after the week of `monday`. */
const weekEnd = (monday: Day) => new Date(dayStart(addDays(monday, 7)))

/** Of one branch said as such: a plan that is kept for all values then knows how few its members are. */
export const within = (branches: Branches, column = 'branch_id') => {
  if (branches === 'all') return sql`true`
  return branches.length === 1
    ? sql`${sql.ref(column)} = ${branches[0]}`
    : sql`${sql.ref(column)} = any(${[...branches]}::text[])`
}

/** A condition on a column of member ids; true for everybody. */
export const among = (members: Members, column = 'member_id') =>
  members === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${[...members]}::uuid[])`

/**
 * One row (branch_id, member_id, week) a member and week: in which of the branches they were at the week's end, or are now
 * while it runs. So a member belongs to one branch a week, the one they moved to, and every organisation counts them once.
 */
export function membersOfWeeks(
  tenant: string,
  branches: Branches,
  mondays: readonly Day[],
  members: Members = 'all',
): RawBuilder<unknown> {
  return sql`select v.branch_id, v.member_id, p.week
    from unnest(${[...mondays]}::date[], ${mondays.map(weekEnd)}::timestamptz[]) as p (week, till)
    join member_move v on v.tenant_id = ${tenant} and v.since < p.till and ${within(branches, 'v.branch_id')}
    where v.branch_id <> ${NOWHERE} and ${among(members, 'v.member_id')} and not exists (select 1 from member_move n where n.tenant_id = ${tenant}
      and n.member_id = v.member_id and n.since > v.since and n.since < p.till)`
}

/**
 * Ids of those who were in the branch, by its id or a column that holds it, just before `till`, a moment in SQL; before one to come,
 * those who are in it now.
 */
export function membersBefore(
  tenant: string,
  branch: string | RawBuilder<unknown>,
  till: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`select v.member_id from member_move v where v.tenant_id = ${tenant} and v.branch_id = ${branch}
    and v.since < ${till} and not exists (select 1 from member_move n where n.tenant_id = ${tenant}
      and n.member_id = v.member_id and n.since > v.since and n.since < ${till})`
}

/** Whether the member of `column` was in the branch at some time of the day: on the day of a transfer they are in both. */
export function wasInOnDay(tenant: string, branch: string, day: Day, column: string): RawBuilder<unknown> {
  const [begin, end] = [new Date(dayStart(day)), new Date(dayStart(addDays(day, 1)))]
  return sql`exists (select 1 from member_move v where v.tenant_id = ${tenant} and v.branch_id = ${branch}
    and v.member_id = ${sql.ref(column)} and v.since < ${end}
    and not exists (select 1 from member_move n where n.tenant_id = ${tenant} and n.member_id = v.member_id
      and n.since > v.since and n.since <= ${begin}))`
}

/** Which line of their branch's roster the member of the table `m` stands on, from 1; null for one who is on none. */
export function rowOnRoster(tenant: string, m: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${m}.${column}`)
  return sql`case when ${of('status')} = 'active' then (select count(*) from member q where q.tenant_id = ${tenant}
    and q.branch_id = ${of('branch_id')} and q.status = 'active'
    and (q.place, q.name, q.member_id) <= (${of('place')}, ${of('name')}, ${of('member_id')}))::int end`
}
