import { sql } from 'kysely'
import type { Meeting, CheckedIn } from '../../../../domain/contract/meetings'
import { type Day, shanghaiDay } from '../../../../domain/time/day'
import { Problem } from '../../auth/problem'
import type { BranchScope, SelfScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { holdBranch, holdMembers } from '../reports/holds'
import { areOfBranch } from './expected'
import { endLeave } from './record'

/** A member may try so many codes… */
const CHECK_IN_TRIES = 8
/** …in so long, milliseconds. */
const CHECK_IN_WINDOW_MS = 10 * 60_000

/** Opens check-in until `until` with a new code, which ends the one before; false when there is no such meeting. */
export async function openCheckIn(
  db: Database,
  { tenant, branch }: BranchScope,
  meeting: string,
  code: { secretHmac: string | null; digitsHmac: string | null; until: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('meeting')
    .set({ secret_hmac: code.secretHmac, digits_hmac: code.digitsHmac, open_until: code.until })
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('meeting_id', '=', meeting)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends check-in; false when there is no such meeting. */
export async function closeCheckIn(db: Database, scope: BranchScope, meeting: string): Promise<boolean> {
  return openCheckIn(db, scope, meeting, { secretHmac: null, digitsHmac: null, until: null })
}

/**
 * Counts a try; false when those of the last {@link CHECK_IN_WINDOW_MS} are used up. What lies in the future was counted before the
 * clock was set back, and is over.
 */
export async function countCheckInTry(db: Database, { tenant, member }: SelfScope, now: number): Promise<boolean> {
  const [at, over] = [new Date(now), new Date(now - CHECK_IN_WINDOW_MS)]
  const { rows } = await sql<{ tries: number }>`insert into sign_in_try as t (tenant_id, member_id, since, tries)
    values (${tenant}, ${member}, ${at}, 1)
    on conflict (tenant_id, member_id) do update set
      tries = case when t.since between ${over} and ${at} then t.tries + 1 else 1 end,
      since = case when t.since between ${over} and ${at} then t.since else ${at} end
    returning tries`.execute(db)
  return rows[0]!.tries <= CHECK_IN_TRIES
}

/** Puts the member on the list of the meeting of their own branch whose code this is; undefined when it is none. */
export async function checkIn(
  db: Database,
  { tenant, member, branch }: SelfScope,
  code: { column: 'secret_hmac' | 'digits_hmac'; hmacs: readonly string[] },
  now: number,
): Promise<CheckedIn | undefined> {
  return together(db, async tx => {
    // Since the asker was read another process may have erased them or ended their consent.
    const asker = await sql`select 1 from member where tenant_id = ${tenant} and member_id = ${member}
      and status = 'active' and consent_version is not null for share`.execute(tx)
    // Held against leave that is written down at the same moment; after the member, as whoever erases themselves holds them.
    const { rows } = await sql<
      Meeting & { place: string | null }
    >`select meeting_id as id, kind, title, day, time, place
      from meeting where tenant_id = ${tenant} and branch_id = ${branch} and ${sql.ref(code.column)} = any(${[...code.hmacs]}::text[])
        and open_until > ${new Date(now)} and day <= ${shanghaiDay(now)}::date order by open_until desc limit 1 for update`.execute(
      tx,
    )
    const found = rows[0]
    if (!found || asker.rows.length === 0) return undefined
    const { place, ...meeting } = found
    const added = await sql`insert into meeting_presence (tenant_id, branch_id, meeting_id, member_id, at)
      values (${tenant}, ${branch}, ${meeting.id}, ${member}, ${new Date(now)})
      on conflict (tenant_id, branch_id, meeting_id, member_id) do nothing returning 1`.execute(tx)
    const there = await sql<{ at: Date }>`select at from meeting_presence where tenant_id = ${tenant}
      and branch_id = ${branch} and meeting_id = ${meeting.id} and member_id = ${member}`.execute(tx)
    await endLeave(tx, { tenant, branch }, meeting.id, [member])
    // What was typed before the right code was no guessing.
    await sql`delete from sign_in_try where tenant_id = ${tenant} and member_id = ${member}`.execute(tx)
    return {
      meeting: { ...meeting, ...(place === null ? {} : { place }) },
      at: there.rows[0]!.at.toISOString(),
      already: added.rows.length === 0,
    }
  })
}

/**
 * Marks members as present by the secretary's word, of the branch as it was when the meeting began or is now; undefined
 * when the meeting or one of them is not there. Leave they were on is not told any more and stays underneath: the mark may be a
 * mistake that is taken back. @throws Problem 409 `day` before the meeting's day
 */
export async function markPresent(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  meeting: string,
  members: readonly string[],
  reason: string,
  now: number,
): Promise<string[] | undefined> {
  return together(db, async tx => {
    const wanted = [...new Set(members)]
    await holdBranch(tx, { tenant, branch }, 'share')
    if (!(await holdMembers(tx, tenant, wanted))) return undefined
    const known = await sql<{ day: Day }>`select day from meeting where tenant_id = ${tenant} and branch_id = ${branch}
      and meeting_id = ${meeting} for update`.execute(tx)
    const held = known.rows[0]
    if (!held || !(await areOfBranch(tx, { tenant, branch }, meeting, wanted))) return undefined
    if (held.day > shanghaiDay(now)) throw new Problem(409, 'day', '会还没有开，到了那一天再登记')
    const added = await tx
      .insertInto('meeting_presence')
      .values(
        wanted.map(member => ({
          tenant_id: tenant,
          branch_id: branch,
          meeting_id: meeting,
          member_id: member,
          at: new Date(now),
          marked_by: actor,
          reason,
        })),
      )
      .onConflict(it => it.columns(['tenant_id', 'branch_id', 'meeting_id', 'member_id']).doNothing())
      .returning('member_id')
      .execute()
    return added.map(it => it.member_id)
  })
}

/** Takes a member off the list; false when they were not on it. */
export async function unmarkPresent(
  db: Database,
  { tenant, branch }: BranchScope,
  meeting: string,
  member: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('meeting_presence')
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('meeting_id', '=', meeting)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
