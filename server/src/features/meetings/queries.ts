import { type RawBuilder, sql } from 'kysely'
import type {
  AttendanceRow,
  Meeting,
  MeetingDetail,
  MeetingSummary,
  NewMeeting,
} from '../../../../domain/contract/meetings'
import type { Day } from '../../../../domain/time/day'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { membersBefore } from '../reports/membership'
import { newId } from '../audit/audit'

/** A branch's list is no longer than this. */
const LIST_LIMIT = 200

/** Saves a meeting; returns its id. */
export async function saveMeeting(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  { kind, title, day, time, place }: NewMeeting,
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
      created_by: actor,
      created_at: new Date(now),
      secret_hmac: null,
      digits_hmac: null,
      open_until: null,
    })
    .execute()
  return id
}

/** Takes a meeting away with its list of who was there; returns which it was, undefined when there is none. */
export async function deleteMeeting(
  db: Database,
  { tenant, branch }: BranchScope,
  id: string,
): Promise<Pick<Meeting, 'kind' | 'title' | 'day'> | undefined> {
  return together(db, async tx => {
    const of = (table: 'meeting' | 'meeting_presence') =>
      tx.deleteFrom(table).where('tenant_id', '=', tenant).where('branch_id', '=', branch).where('meeting_id', '=', id)
    // The meeting first: whoever checks in holds it, and is on the list afterwards.
    const gone = await of('meeting').returning(['kind', 'title', 'day']).executeTakeFirst()
    if (gone) await of('meeting_presence').execute()
    return gone
  })
}

/** When the meeting of a row `t` begins. */
const beginning = sql`(t.day + t.time::time) at time zone 'Asia/Shanghai'`

/** Ids of those in the branch when the meeting of a row `t` began: of one to come, those who are in it now. */
export const expectedAt = (tenant: string, branch: string) => membersBefore(tenant, branch, beginning)

const present = (tenant: string, branch: string) => sql`select p.member_id from meeting_presence p
  where p.tenant_id = ${tenant} and p.branch_id = ${branch} and p.meeting_id = t.meeting_id`

type Row = Meeting & { place: string | null; until: Date | null; members: number; present: number }

/** The branch's meetings with how many were there, latest first. */
export async function listMeetings(
  db: Database,
  scope: BranchScope,
  from: Day,
  to: Day,
  now: number,
): Promise<MeetingSummary[]> {
  return read(db, scope, sql`t.day between ${from} and ${to}`, now)
}

async function read(
  db: Database,
  { tenant, branch }: BranchScope,
  which: RawBuilder<unknown>,
  now: number,
): Promise<MeetingSummary[]> {
  const there = present(tenant, branch)
  const { rows } = await sql<Row>`select t.meeting_id as id, t.kind, t.title, t.day, t.time, t.place,
      t.open_until as until,
      (select count(*) from (${there}) as there)::int as present,
      (select count(*) from (${expectedAt(tenant, branch)} union ${there}) as listed)::int as members
    from meeting t where t.tenant_id = ${tenant} and t.branch_id = ${branch} and ${which}
    order by t.day desc, t.time desc, t.meeting_id limit ${LIST_LIMIT}`.execute(db)
  return rows.map(({ place, until, ...row }) => ({
    ...row,
    ...(place === null ? {} : { place }),
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
  const { rows } = await sql<{
    member: string
    name: string
    at: Date | null
    marked: boolean
    reason: string | null
  }>`select m.member_id as member, m.name, p.at, p.marked_by is not null as marked, p.reason
    from meeting t
    cross join lateral (${expectedAt(tenant, branch)} union ${present(tenant, branch)}) listed
    join member m on m.tenant_id = ${tenant} and m.member_id = listed.member_id
    left join meeting_presence p on p.tenant_id = ${tenant} and p.branch_id = ${branch} and p.meeting_id = ${id}
      and p.member_id = m.member_id
    where t.tenant_id = ${tenant} and t.branch_id = ${branch} and t.meeting_id = ${id}
    order by m.name, m.member_id`.execute(db)
  return { meeting, rows: rows.map(({ at, marked, reason, ...who }) => ({ ...who, ...presence(at, marked, reason) })) }
}

function presence(at: Date | null, marked: boolean, reason: string | null): Omit<AttendanceRow, 'member' | 'name'> {
  if (!at) return { present: false }
  const how = marked ? ('hand' as const) : ('code' as const)
  return { present: true, at: at.toISOString(), how, ...(reason === null ? {} : { reason }) }
}
