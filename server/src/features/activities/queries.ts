import { type RawBuilder, sql } from 'kysely'
import type {
  Activity,
  ActivityDetail,
  ActivityList,
  ActivityPerson,
  OwnActivity,
  Waiting,
} from '../../../../domain/contract/activities'
import { ACTIVITY_LIST, type ActivityKind } from '../../../../domain/contract/activity-kinds'
import type { LedgerRow } from '../../../../domain/branch/activity-ledger'
import { byCodeUnit } from '../../../../domain/text/by-code-unit'
import type { Day } from '../../../../domain/time/day'
import type { BranchScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { prepared } from '../../database/prepared'
import { membersBefore } from '../reports/membership'

/** Ids of those in the branch at the end of the day of a row `t`: of one to come, those who are in it now. */
const inBranch = (tenant: string, branch: string) =>
  membersBefore(tenant, branch, sql`(t.day + 1)::timestamp at time zone 'Asia/Shanghai'`)

/** Of those the committee, by what the roster said then. */
const inCommittee = (tenant: string, branch: string) => sql`select e.member_id from (${inBranch(tenant, branch)}) e
  where (select o.committee from member_post o where o.tenant_id = ${tenant} and o.branch_id = ${branch}
    and o.member_id = e.member_id and o.since < (t.day + 1)::timestamp at time zone 'Asia/Shanghai'
    order by o.since desc limit 1)`

const present = (tenant: string, branch: string) => sql`select p.member_id from activity_member p
  where p.tenant_id = ${tenant} and p.branch_id = ${branch} and p.activity_id = t.activity_id`

/** What is left out of an answer when the row has none. */
const OPTIONAL = ['time', 'place', 'hours', 'due', 'lead', 'leadName', 'members', 'closed'] as const

type Row = { [K in keyof Activity]-?: K extends (typeof OPTIONAL)[number] ? Activity[K] | null : Activity[K] }

async function read(
  db: Database,
  { tenant, branch }: Pick<BranchScope, 'tenant' | 'branch'>,
  kinds: readonly ActivityKind[],
  which: RawBuilder<unknown>,
  limit?: number,
): Promise<Activity[]> {
  const there = present(tenant, branch)
  const kindsOf = (expected: ActivityKind['expected']) => kinds.filter(it => it.expected === expected).map(it => it.id)
  const committee = inCommittee(tenant, branch)
  const { rows } =
    await sql<Row>`${prepared} select t.activity_id as id, t.kind, t.title, t.day, t.time, t.place, t.hours::float8 as hours, t.due,
      t.lead_id as lead, l.name as "leadName", t.state, t.done, t.words, t.revision,
      case when t.done then coalesce(t.done_on, t.day) end as closed,
      (select count(*) from (${there}) as there)::int as present,
      case when t.kind = any(${kindsOf('all')}::text[])
          then (select count(*) from (${inBranch(tenant, branch)} union ${there}) as listed)::int
        when t.kind = any(${kindsOf('committee')}::text[]) and exists (${committee})
          then (select count(*) from (${committee} union ${there}) as listed)::int end as members
    from activity t left join member l on l.tenant_id = ${tenant} and l.member_id = t.lead_id
    where t.tenant_id = ${tenant} and t.branch_id = ${branch} and ${which}
    order by t.done, t.day desc, t.time desc nulls last, t.activity_id desc
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(db)
  return rows.map(withoutNulls)
}

function withoutNulls(row: Row): Activity {
  const out: Record<string, unknown> = { ...row }
  for (const key of OPTIONAL) if (out[key] === null) delete out[key]
  return out as unknown as Activity
}

const within = (from: Day, to: Day) => sql`(not t.done or t.day between ${from} and ${to})`

/** What is not done, whenever it was, and the rest of the days, latest first; with how many there are. */
export async function listActivities(
  db: Database,
  scope: BranchScope,
  kinds: readonly ActivityKind[],
  from: Day,
  to: Day,
): Promise<ActivityList> {
  const activities = await read(db, scope, kinds, within(from, to), ACTIVITY_LIST)
  if (activities.length < ACTIVITY_LIST) return { activities, total: activities.length }
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from activity t
    where t.tenant_id = ${scope.tenant} and t.branch_id = ${scope.branch} and ${within(from, to)}`.execute(db)
  return { activities, total: rows[0]!.total }
}

/** How many are not done and past their last day by `today`, and which of the others comes first. */
export async function readWaiting(db: Database, { tenant, branch }: BranchScope, today: Day): Promise<Waiting> {
  const last = sql`coalesce(t.due, t.day)`
  const open = sql`t.tenant_id = ${tenant} and t.branch_id = ${branch} and not t.done`
  const late = await sql<{ late: number }>`select count(*)::int as late from activity t
    where ${open} and ${last} < ${today}::date`.execute(db)
  const next = await sql<{ title: string; day: Day }>`select t.title, ${last} as day from activity t
    where ${open} and ${last} >= ${today}::date order by day, t.time nulls last, t.activity_id limit 1`.execute(db)
  return { late: late.rows[0]!.late, ...(next.rows[0] ? { next: next.rows[0] } : {}) }
}

/** Everything of the days, each with who took part, oldest first. */
export async function readLedger(
  db: Database,
  scope: BranchScope,
  kinds: readonly ActivityKind[],
  from: Day,
  to: Day,
): Promise<LedgerRow[]> {
  const { tenant, branch } = scope
  const activities = await read(db, scope, kinds, sql`t.day between ${from} and ${to}`)
  const { rows } = await sql<{ id: string; name: string }>`select p.activity_id as id, m.name
    from activity_member p join member m on m.tenant_id = ${tenant} and m.member_id = p.member_id
    where p.tenant_id = ${tenant} and p.branch_id = ${branch}
      and p.activity_id = any(${activities.map(it => it.id)}::uuid[])
    order by m.place, m.name, m.member_id`.execute(db)
  const names = new Map<string, string[]>()
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name])
  return activities.map(it => ({ ...it, names: names.get(it.id) ?? [] })).sort((a, b) => byCodeUnit(a.day, b.day))
}

/**
 * What a month's book tells of, oldest first: of which the day lies between `first` and `last`, what was closed then, and what has a
 * last day and was open on the `last`.
 */
export async function activitiesOfMonth(
  db: Database,
  scope: BranchScope,
  kinds: readonly ActivityKind[],
  first: Day,
  last: Day,
): Promise<Activity[]> {
  const open = sql`t.due is not null and t.day <= ${last} and (not t.done or t.done_on > ${last})`
  const which = sql`(t.day between ${first} and ${last} or t.done_on between ${first} and ${last} or (${open}))`
  const found = await read(db, scope, kinds, which)
  return found.reverse().sort((a, b) => byCodeUnit(a.day, b.day))
}

/** One activity with those in the branch on its day and whoever took part, as on the roster; undefined when there is none. */
export async function readActivity(
  db: Database,
  scope: BranchScope,
  kinds: readonly ActivityKind[],
  id: string,
): Promise<ActivityDetail | undefined> {
  const [activity] = await read(db, scope, kinds, sql`t.activity_id = ${id}`)
  if (!activity) return undefined
  const { tenant, branch } = scope
  const there = present(tenant, branch)
  const { rows } = await sql<ActivityPerson>`select m.member_id as member, m.name,
      exists (${there} and p.member_id = m.member_id) as present
    from activity t
    cross join lateral (${inBranch(tenant, branch)} union ${there}) listed
    join member m on m.tenant_id = ${tenant} and m.member_id = listed.member_id
    where t.tenant_id = ${tenant} and t.branch_id = ${branch} and t.activity_id = ${id}
    order by m.place, m.name, m.member_id`.execute(db)
  return { activity, people: rows }
}

/** What is planned and open to members from `today` on, and what is the member's own to do, the nearest day first. */
export async function ownActivities(
  db: Database,
  { tenant, member, branch }: SelfScope,
  kinds: readonly ActivityKind[],
  today: Day,
): Promise<OwnActivity[]> {
  const open = kinds.filter(it => it.open).map(it => it.id)
  const mine = sql`t.lead_id = ${member}`
  const which = sql`not t.done and (${mine} or t.kind = any(${open}::text[]) and t.day >= ${today}::date)`
  const found = await read(db, { tenant, branch }, [], which)
  return found
    .map(({ id, kind, title, day, time, place, due, state, leadName, lead }) => ({
      ...{ id, kind, title, day, time, place, due, state, leadName },
      own: lead === member,
    }))
    .sort((a, b) => ((a.due ?? a.day) < (b.due ?? b.day) ? -1 : 1))
}
