import { type RawBuilder, sql } from 'kysely'
import { type ActivityKind, expectsSomebody } from '../../../../domain/contract/activity-kinds'
import { SMALLEST_TOLD } from '../../../../domain/contract/limits'
import type { FiledRow } from '../../../../domain/contract/month-book'
import { type Day, addDays, dayStart } from '../../../../domain/time/day'
import { monthEnd, monthStart } from '../../../../domain/time/month'
import { naturalOrder } from '../../../../domain/text/natural-order'
import type { BranchScope, TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { present } from '../meetings/queries'
import { weeksOfMonth } from '../reports/branch-weeks'
import { inside } from '../reports/inside'
import { NOWHERE, membersOfWeeks } from '../reports/membership'
import { type ToldPeriod, toldMonth } from '../reports/told'

/** Sums of a month as they are filed. */
export interface FiledSums {
  members: number
  studied: number
  meetings: number
  activities: number
  deeds: number
}

/**
 * The sums of a month (`YYYY-MM`) by `today` without who studied: who was in the branch, meetings at which somebody was, activities
 * that were held (with somebody, where somebody is expected), deeds that were closed. The same numbers as the book's (./book), counted where they lie.
 */
export async function sumsOfMonth(
  db: Database,
  scope: BranchScope,
  kinds: readonly ActivityKind[],
  month: string,
  today: Day,
): Promise<Omit<FiledSums, 'studied'>> {
  const { tenant, branch } = scope
  const { weeks } = await weeksOfMonth(db, scope, month, today)
  const of = sql`t.tenant_id = ${tenant} and t.branch_id = ${branch}`
  const expecting = kinds.filter(expectsSomebody).map(it => it.id)
  const inMonth = (day: RawBuilder<unknown>) => sql`${day} between ${monthStart(month)} and ${monthEnd(month)}`
  const { rows } = await sql<Omit<FiledSums, 'studied'>>`select
      (select count(distinct s.member_id) from (${membersOfWeeks(tenant, [branch], weeks)}) s)::int as members,
      (select count(*) from meeting t where ${of} and ${inMonth(sql`t.day`)}
        and exists (${present(tenant, branch)}))::int as meetings,
      (select count(*) from activity t where ${of} and t.done and t.due is null and ${inMonth(sql`t.day`)}
        and (t.kind <> all(${expecting}::text[]) or exists (select 1 from activity_member p where p.tenant_id = ${tenant}
          and p.branch_id = ${branch} and p.activity_id = t.activity_id)))::int as activities,
      (select count(*) from activity t where ${of} and t.done and t.due is not null
        and ${inMonth(sql`coalesce(t.done_on, t.day)`)})::int as deeds`.execute(db)
  return rows[0]!
}

/** Files a month (`YYYY-MM`); once more takes the place of what was filed. */
export async function fileMonth(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  month: string,
  { members, studied, meetings, activities, deeds }: FiledSums,
  now: number,
): Promise<void> {
  await sql`insert into filed_month
      (tenant_id, branch_id, month, filed_at, filed_by, members, studied, meetings, activities, deeds)
    values (${tenant}, ${branch}, ${`${month}-01`}::date, ${new Date(now)}, ${actor}, ${members}, ${studied}, ${meetings},
      ${activities}, ${deeds})
    on conflict (tenant_id, branch_id, month) do update set filed_at = excluded.filed_at, filed_by = excluded.filed_by,
      members = excluded.members, studied = excluded.studied, meetings = excluded.meetings,
      activities = excluded.activities, deeds = excluded.deeds`.execute(db)
}

/** Takes a filed month back; false when it was not filed. */
export async function takeFiledBack(db: Database, { tenant, branch }: BranchScope, month: string): Promise<boolean> {
  const { rows } = await sql`delete from filed_month where tenant_id = ${tenant} and branch_id = ${branch}
    and month = ${`${month}-01`}::date returning 1`.execute(db)
  return rows.length > 0
}

/**
 * Every branch at and under the scope, as on the roster, and whether it has filed the month. Of a few no numbers are told; nor how many
 * studied where others are counted than in the month's totals: where somebody moved in the month, and where so few more or
 * fewer are counted that the difference would be a person.
 */
export async function filedUnder(db: Database, scope: TreeScope, month: string): Promise<FiledRow[]> {
  const { tenant } = scope
  const { rows } = await sql<
    { org: string; name: string; at: Date | null } & Record<keyof FiledSums | 'told', number | null>
  >`
    select o.org_id as org, o.name, f.filed_at as at, f.members, f.studied, f.meetings,
      f.activities, f.deeds, p.members as told
    from org o left join filed_month f on f.tenant_id = ${tenant} and f.branch_id = o.org_id
      and f.month = ${`${month}-01`}::date
    left join branch_period p on p.tenant_id = ${tenant} and p.branch_id = o.org_id and p.period = 'month'
      and p.start = ${`${month}-01`}::date
    where o.tenant_id = ${tenant} and o.type = 'branch' and ${inside(scope)}`.execute(db)
  const moved = await movedIn(db, tenant, toldMonth(month))
  rows.sort((a, b) => naturalOrder(a.org, b.org))
  return rows.map(({ org, name, at, members, studied, meetings, activities, deeds, told }) => {
    if (!at) return { org, name }
    const some = members !== null && members >= SMALLEST_TOLD
    const apart = members === null || told === null ? 0 : Math.abs(members - told)
    const same = !moved.has(org) && (apart === 0 || apart >= SMALLEST_TOLD)
    return {
      org,
      name,
      at: at.toISOString(),
      meetings: meetings!,
      activities: activities!,
      deeds: deeds!,
      ...(some && { members, ...(same && { studied: studied! }) }),
    }
  })
}

/** The branches that somebody went from or came to from another in the period; who is new in the district came from none. */
async function movedIn(db: Database, tenant: string, { first, last }: ToldPeriod): Promise<Set<string>> {
  const { rows } = await sql<{ branch: string }>`select distinct unnest(array[was.branch_id, v.branch_id]) as branch
    from member_move v join lateral (select p.branch_id from member_move p where p.tenant_id = ${tenant}
      and p.member_id = v.member_id and p.since < v.since order by p.since desc limit 1) was on was.branch_id <> ${NOWHERE}
    where v.tenant_id = ${tenant} and v.since >= ${new Date(dayStart(first))}
      and v.since < ${new Date(dayStart(addDays(last, 1)))}`.execute(db)
  return new Set(rows.map(it => it.branch))
}
