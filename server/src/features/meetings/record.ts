import { sql } from 'kysely'
import { RECORD_FIELDS } from '../../../../domain/contract/meeting-record'
import type { Leave, MeetingEdit, MeetingRecord, NewMeeting } from '../../../../domain/contract/meetings'
import { changedFields } from '../../../../domain/text/changed-fields'
import type { Day } from '../../../../domain/time/day'
import { monthOf } from '../../../../domain/time/month'
import { Problem } from '../../auth/problem'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { requireUnfiled } from '../months/filed-month'
import { among, wasInOnDay } from '../reports/membership'
import { notThen } from '../reports/people-on-day'
import { holdBranch, holdMembers } from '../reports/holds'
import { areOfBranch } from './expected'

type Stored = Pick<NewMeeting, 'kind'> & {
  [K in keyof MeetingRecord]: undefined extends MeetingRecord[K]
    ? NonNullable<MeetingRecord[K]> | null
    : MeetingRecord[K]
} & { edits: number }

/**
 * Puts a record in the place of the one that was read; returns which meeting it was and the names of the fields that changed.
 * Undefined when there is no such meeting. @throws Problem 409 `changed` when it was edited since, 400 `chair` when who led it
 * or wrote is nobody of the branch, 409 `day` when it is put off and somebody was there, 409 `filed` when it would leave a month
 * that tells of it, 400 `not_then`
 */
export async function editMeeting(
  db: Database,
  scope: BranchScope,
  id: string,
  { edits, ...next }: MeetingEdit,
  today: Day,
): Promise<{ was: Pick<NewMeeting, 'kind' | 'title' | 'day'>; fields: string[] } | undefined> {
  const { tenant, branch } = scope
  return together(db, async tx => {
    await holdBranch(tx, scope, 'share')
    const people = [next.chair, next.recorder].filter(it => it !== undefined)
    await holdBranch(tx, scope, 'share')
    const held = await holdMembers(tx, tenant, people)
    const { rows } = await sql<Stored>`select kind, title, day, time, place, party_group as "group", chair, recorder,
        hours, links, minutes, edits from meeting
      where tenant_id = ${tenant} and branch_id = ${branch} and meeting_id = ${id} for update`.execute(tx)
    const before = rows[0]
    if (!before) return undefined
    if (before.edits !== edits) {
      throw new Problem(
        409,
        'changed',
        '这次会议刚才在别的手机上改过。请返回再打开一次，看过以后再改；您写的还在这部手机上',
      )
    }
    if (next.day !== before.day) await checkNewDay(tx, scope, id, before.day, next.day, today)
    if (!held || !(await areOfBranch(tx, scope, id, people)))
      throw new Problem(400, 'chair', '主持人、记录人请选本支部的党员')
    const group = before.kind === 'group' ? next.group : undefined
    const { title, day, time, place, chair, recorder, hours, links, minutes } = next
    await sql`update meeting set title = ${title}, day = ${day}::date, time = ${time}, place = ${place ?? null},
        party_group = ${group ?? null}, chair = ${chair ?? null}, recorder = ${recorder ?? null}, hours = ${hours},
        links = ${links}::text[], minutes = ${minutes ?? null}, edits = edits + 1
      where tenant_id = ${tenant} and branch_id = ${branch} and meeting_id = ${id}`.execute(tx)
    const { kind, edits: _edits, ...stored } = before
    const fields = changedFields<MeetingRecord>(RECORD_FIELDS, stored, { ...next, group })
    return { was: { kind, title: before.title, day: before.day }, fields }
  })
}

/**
 * Whoever was there was there on the new day as well: on one to come nobody was yet, and of one that is over they had to be in the
 * branch, as on the day before the change. @throws Problem 409 `day`, `filed`, 400 `not_then`
 */
async function checkNewDay(
  tx: Database,
  { tenant, branch }: BranchScope,
  id: string,
  was: Day,
  day: Day,
  today: Day,
): Promise<void> {
  const { rows } = await sql<{ name: string; then: boolean; now: boolean }>`select m.name,
      ${wasInOnDay(tenant, branch, was, 'm.member_id')} as then, ${wasInOnDay(tenant, branch, day, 'm.member_id')} as now
    from meeting_presence p join member m on m.tenant_id = ${tenant} and m.member_id = p.member_id
    where p.tenant_id = ${tenant} and p.branch_id = ${branch} and p.meeting_id = ${id} order by m.name`.execute(tx)
  if (rows.length > 0 && day > today) {
    throw new Problem(409, 'day', '已经有人签到，日期不能改到以后；要改，先撤销登记')
  }
  if (rows.length > 0 && monthOf(day) !== monthOf(was)) {
    await requireUnfiled(tx, { tenant, branch }, was, '这次会', '换到别的月')
  }
  const strangers = rows.filter(it => it.then && !it.now)
  if (strangers.length > 0) {
    throw notThen(
      day,
      strangers.map(it => it.name),
    )
  }
}

/**
 * Writes down that members are on leave; a later word takes the place of an earlier one. Undefined when the meeting or one of
 * them is not there. @throws Problem 409 `present` when one of them was there
 */
export async function putOnLeave(
  db: Database,
  scope: BranchScope,
  meeting: string,
  members: readonly string[],
  { reason, note }: Leave,
  now: number,
): Promise<string[] | undefined> {
  const { tenant, branch, actor } = scope
  return together(db, async tx => {
    const wanted = [...new Set(members)]
    await holdBranch(tx, scope, 'share')
    if (!(await holdMembers(tx, tenant, wanted))) return undefined
    const known = await sql`select 1 from meeting where tenant_id = ${tenant} and branch_id = ${branch}
      and meeting_id = ${meeting} for update`.execute(tx)
    if (known.rows.length === 0 || !(await areOfBranch(tx, scope, meeting, wanted))) return undefined
    const there = await sql`select 1 from meeting_presence where tenant_id = ${tenant} and branch_id = ${branch}
      and meeting_id = ${meeting} and ${among(wanted)} limit 1`.execute(tx)
    if (there.rows.length > 0) throw new Problem(409, 'present', '选中的人里有已经签到的，请先撤销他的登记，或者不选他')
    await sql`insert into meeting_leave (tenant_id, branch_id, meeting_id, member_id, reason, note, recorded_by, recorded_at)
      select ${tenant}, ${branch}, ${meeting}, who, ${reason}, ${note ?? null}, ${actor}, ${new Date(now)}
      from unnest(${wanted}::uuid[]) as w (who)
      on conflict (tenant_id, branch_id, meeting_id, member_id) do update set reason = excluded.reason,
        note = excluded.note, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`.execute(tx)
    return wanted
  })
}

/** Takes leave back, or ends it because they came after all; returns whose it was. */
export async function endLeave(
  db: Database,
  { tenant, branch }: { tenant: string; branch: string },
  meeting: string,
  members: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ member: string }>`delete from meeting_leave where tenant_id = ${tenant}
    and branch_id = ${branch} and meeting_id = ${meeting} and ${among(members)} returning member_id as member`.execute(
    db,
  )
  return rows.map(it => it.member)
}
