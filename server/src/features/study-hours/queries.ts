import { type RawBuilder, sql } from 'kysely'
import type { StudyHoursEntry, StudyHoursPerson } from '../../../../domain/branch/study-hours'
import type { Day } from '../../../../domain/time/day'
import type { BranchScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { prepared } from '../../database/prepared'
import { lastPost } from '../roster/posts'
import { type Members, among } from '../reports/membership'

/**
 * One row for each thing that somebody of `members` took part in and that counts 学时, from all their branches: the hours of a
 * year are a person's and move with them: meetings, and activities that are done.
 */
const attended = (tenant: string, members: Members, from: Day, to: Day): RawBuilder<StudyHoursEntry> =>
  sql<StudyHoursEntry>`select p.member_id as member, t.day, t.kind, t.title, t.hours
    from meeting_presence p join meeting t on t.tenant_id = ${tenant} and t.branch_id = p.branch_id
      and t.meeting_id = p.meeting_id
    where p.tenant_id = ${tenant} and ${among(members, 'p.member_id')} and t.hours > 0
      and t.day between ${from} and ${to}
    union all select p.member_id, t.day, t.kind, t.title, t.hours
    from activity_member p join activity t on t.tenant_id = ${tenant} and t.branch_id = p.branch_id
      and t.activity_id = p.activity_id
    where p.tenant_id = ${tenant} and ${among(members, 'p.member_id')} and t.done and t.hours > 0
      and t.day between ${from} and ${to}`

const yearOf = (year: string): [Day, Day] => [`${year}-01-01`, `${year}-12-31`]

/** What `members` took part in in a year (`YYYY`), in no order. */
export async function entriesOf(
  db: Database,
  tenant: string,
  members: readonly string[],
  year: string,
): Promise<StudyHoursEntry[]> {
  return (await attended(tenant, members, ...yearOf(year)).execute(db)).rows
}

/** What a member took part in in a year (`YYYY`), latest first. */
export async function ownEntries(
  db: Database,
  { tenant, member }: SelfScope,
  year: string,
): Promise<StudyHoursEntry[]> {
  const { rows } = await sql<StudyHoursEntry>`select * from (${attended(tenant, [member], ...yearOf(year))}) a
    order by day desc, title`.execute(db)
  return rows
}

/** Whether the member is a leader of the branch they are in: its secretary, or in its committee. */
const leader = (tenant: string, branch: string) =>
  // Looked up member by member: as `exists`, all grants of the district would be read.
  sql<boolean>`(coalesce(o.committee, false) or coalesce((select true from role_grant g where g.tenant_id = ${tenant}
    and g.member_id = m.member_id and g.role = 'secretary' and g.org_id = ${branch} limit 1), false))`

/** Whether the member of a scope is a leader of their branch. */
export async function isLeader(db: Database, { tenant, member, branch }: SelfScope): Promise<boolean> {
  const { rows } = await sql<{ leader: boolean }>`select ${leader(tenant, branch)} as leader
    from member m ${lastPost(tenant, branch)} where m.tenant_id = ${tenant} and m.member_id = ${member}`.execute(db)
  return rows[0]?.leader ?? false
}

/** Who of `members` is a leader of the branch, in their order. */
export async function leaders(
  db: Database,
  { tenant, branch }: BranchScope,
  members: readonly string[],
): Promise<StudyHoursPerson[]> {
  const { rows } =
    await sql<StudyHoursPerson>`${prepared} select m.member_id as member, ${leader(tenant, branch)} as leader
    from member m ${lastPost(tenant, branch)}
    where m.tenant_id = ${tenant} and ${among(members, 'm.member_id')}`.execute(db)
  const known = new Map(rows.map(it => [it.member, it.leader]))
  return members.map(member => ({ member, leader: known.get(member) ?? false }))
}
