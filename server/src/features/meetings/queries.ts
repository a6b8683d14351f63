import { type RawBuilder, sql } from 'kysely'
import { USUAL_HOURS } from '../../../../domain/branch/branch-rules'
import { MEETING_LIST } from '../../../../domain/contract/meeting-kinds'
import type { LeaveReason } from '../../../../domain/contract/meeting-record'
import type {
  Leave,
  AttendanceRow,
  Meeting,
  MeetingDetail,
  MeetingList,
  MeetingSummary,
  NewMeeting,
  OwnMeeting,
} from '../../../../domain/contract/meetings'
import { type Day, addDays } from '../../../../domain/time/day'
import type { BranchScope, SelfScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { prepared } from '../../database/prepared'
import { newId } from '../audit/audit'
import { requireUnfiled } from '../months/filed-month'
import { holdBranch } from '../reports/holds'
import { branchPosts } from '../roster/posts'
import { expectedAt } from './expected'

/** Saves a meeting; returns its id. */
export async function saveMeeting(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  { kind, title, day, time, place, group }: NewMeeting,
  now: number,
): Promise<string> {
  const id = newId(now)
  await db
    .insertInto('meeting')
    .values({
      tenant_id: tenant,
      branch_id: branch,
      meeting_id: id,
      kind,
      title,
      day,
      time,
      place: place ?? null,
      party_group: kind === 'group' ? (group ?? null) : null,
      hours: USUAL_HOURS[kind],
      created_by: actor,
      created_at: new Date(now),
      secret_hmac: null,
      digits_hmac: null,
      open_until: null,
    })
    .execute()
  return id
}

/**
 * Takes a meeting away with its list of who was there and who was not; returns which it was, undefined when there is none.
 * @throws Problem 409 `filed` when a filed month tells of it
 */
export async function deleteMeeting(
  db: Database,
  { tenant, branch }: BranchScope,
  id: string,
): Promise<Pick<Meeting, 'kind' | 'title' | 'day'> | undefined> {
  return together(db, async tx => {
    await holdBranch(tx, { tenant, branch }, 'share')
    const of = (table: 'meeting' | 'meeting_presence' | 'meeting_leave') =>
      tx.deleteFrom(table).where('tenant_id', '=', tenant).where('branch_id', '=', branch).where('meeting_id', '=', id)
    // The meeting first: whoever checks in holds it, and is on the list afterwards.
    const gone = await of('meeting').returning(['kind', 'title', 'day']).executeTakeFirst()
    if (!gone) return undefined
    const there = await of('meeting_presence').returning('member_id').execute()
    if (there.length > 0) await requireUnfiled(tx, { tenant, branch }, gone.day, '这次会', '删掉它')
    await of('meeting_leave').execute()
    return gone
  })
}

/** Ids of those who were at the meeting of a row `t`. */
export const present = (tenant: string, branch: string) => sql`select p.member_id from meeting_presence p
  where p.tenant_id = ${tenant} and p.branch_id = ${branch} and p.meeting_id = t.meeting_id`

/** Who came after all is not among them. */
const onLeave = (tenant: string, branch: string) => sql`select l.member_id from meeting_leave l
  where l.tenant_id = ${tenant} and l.branch_id = ${branch} and l.meeting_id = t.meeting_id
    and l.member_id not in (${present(tenant, branch)})`

/** A meeting as the database answers: what it has not is null. */
type OrNull<M extends Pick<OwnMeeting, 'place' | 'group'>> = Omit<M, 'place' | 'group'> &
  Record<'place' | 'group', string | null>

const withoutNulls = <R extends Record<'place' | 'group', string | null>>({ place, group, ...row }: R) => ({
  ...row,
  ...(place === null ? {} : { place }),
  ...(group === null ? {} : { group }),
})

type Row = OrNull<Omit<MeetingSummary, 'openUntil'>> & { until: Date | null }

const within = (from: Day, to: Day) => sql`t.day between ${from} and ${to}`

/** The branch's meetings with how many were there, latest first: all of them. */
export async function allMeetings(
  db: Database,
  scope: BranchScope,
  from: Day,
  to: Day,
  now: number,
): Promise<MeetingSummary[]> {
  return read(db, scope, within(from, to), now)
}

/** The latest of them, with how many there are. */
export async function listMeetings(
  db: Database,
  scope: BranchScope,
  from: Day,
  to: Day,
  now: number,
): Promise<Omit<MeetingList, 'posts'>> {
  const meetings = await read(db, scope, within(from, to), now, MEETING_LIST)
  if (meetings.length < MEETING_LIST) return { meetings, total: meetings.length }
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from meeting t
    where t.tenant_id = ${scope.tenant} and t.branch_id = ${scope.branch} and ${within(from, to)}`.execute(db)
  return { meetings, total: rows[0]!.total }
}

async function read(
  db: Database,
  { tenant, branch }: BranchScope,
  which: RawBuilder<unknown>,
  now: number,
  limit?: number,
): Promise<MeetingSummary[]> {
  const there = present(tenant, branch)
  const { rows } = await sql<Row>`${prepared} select t.meeting_id as id, t.kind, t.title, t.day, t.time, t.place,
      t.party_group as "group", t.hours, t.links, t.open_until as until,
      (select count(*) from (${there}) as there)::int as present,
      (select count(*) from (${onLeave(tenant, branch)}) as away)::int as leave,
      (select count(*) from (${expectedAt(tenant, branch)} union ${there}) as listed)::int as members
    from meeting t where t.tenant_id = ${tenant} and t.branch_id = ${branch} and ${which}
    order by t.day desc, t.time desc, t.meeting_id ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(db)
  return rows.map(({ until, ...row }) => ({
    ...withoutNulls(row),
    ...(until && until.getTime() > now ? { openUntil: until.toISOString() } : {}),
  }))
}

/**
 * One meeting with everybody on its list: those in the branch when it began, and whoever was there. Undefined when there is
 * none.
 */
export async function readMeeting(
  db: Database,
  scope: BranchScope,
  id: string,
  now: number,
): Promise<MeetingDetail | undefined> {
  const [meeting] = await read(db, scope, sql`t.meeting_id = ${id}`, now)
  if (!meeting) return undefined
  const { tenant, branch } = scope
  const written = await sql<{ chair: string | null; recorder: string | null; minutes: string | null; edits: number }>`
    select chair, recorder, minutes, edits from meeting
    where tenant_id = ${tenant} and branch_id = ${branch} and meeting_id = ${id}`.execute(db)
  const { rows } = await sql<ListedRow>`select m.member_id as member, m.name, p.at, p.marked_by is not null as marked,
      p.reason, l.reason as leave, l.note
    from meeting t
    cross join lateral (${expectedAt(tenant, branch)} union ${present(tenant, branch)}) listed
    join member m on m.tenant_id = ${tenant} and m.member_id = listed.member_id
    left join meeting_presence p on p.tenant_id = ${tenant} and p.branch_id = ${branch} and p.meeting_id = ${id}
      and p.member_id = m.member_id
    left join meeting_leave l on l.tenant_id = ${tenant} and l.branch_id = ${branch} and l.meeting_id = ${id}
      and l.member_id = m.member_id
    where t.tenant_id = ${tenant} and t.branch_id = ${branch} and t.meeting_id = ${id}
    order by m.place, m.name, m.member_id`.execute(db)
  const { edits, ...texts } = written.rows[0]!
  const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null))
  return { meeting, rows: rows.map(rowOf), edits, ...said, posts: await branchPosts(db, scope) }
}

interface ListedRow {
  member: string
  name: string
  at: Date | null
  marked: boolean
  reason: string | null
  leave: LeaveReason | null
  note: string | null
}

function rowOf({ member, name, at, marked, reason, leave, note }: ListedRow): AttendanceRow {
  if (!at) {
    const away: Leave | undefined = leave ? { reason: leave, ...(note === null ? {} : { note }) } : undefined
    return { member, name, present: false, ...(away ? { leave: away } : {}) }
  }
  const how = marked ? ('hand' as const) : ('code' as const)
  return { member, name, present: true, at: at.toISOString(), how, ...(reason === null ? {} : { reason }) }
}

/** A member sees what is arranged so many days ahead. */
const DAYS_AHEAD = 31

/** What is arranged in the member's branch from `today` on and expects them, the nearest first. */
export async function ownMeetings(
  db: Database,
  { tenant, branch, member }: SelfScope,
  today: Day,
): Promise<OwnMeeting[]> {
  const { rows } = await sql<OrNull<OwnMeeting>>`select t.meeting_id as id, t.kind,
      t.title, t.day, t.time, t.place, t.party_group as "group"
    from meeting t where t.tenant_id = ${tenant} and t.branch_id = ${branch}
      and t.day between ${today} and ${addDays(today, DAYS_AHEAD)}
      and ${member} in (${expectedAt(tenant, branch)})
      and not exists (select 1 from meeting_leave l where l.tenant_id = ${tenant} and l.branch_id = ${branch}
        and l.meeting_id = t.meeting_id and l.member_id = ${member})
    order by t.day, t.time, t.meeting_id limit 20`.execute(db)
  return rows.map(withoutNulls)
}

/** Since when the branch is kept here; undefined is always. */
export async function keptSince(db: Database, { tenant, branch }: BranchScope): Promise<Day | undefined> {
  const { rows } = await sql<{ since: Day | null }>`select since from org where tenant_id = ${tenant}
    and org_id = ${branch}`.execute(db)
  return rows[0]?.since ?? undefined
}
