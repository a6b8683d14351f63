import { sql } from 'kysely'
import type { OfflineEntry, OfflineRecord } from '../../../../domain/contract/offline'
import { type Day, weekStart } from '../../../../domain/time/day'
import { formatDay } from '../../../../domain/time/format'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { NOWHERE, among } from '../reports/membership'
import { holdBranch } from '../reports/holds'
import { namesOf, notThen, peopleOnDay } from '../reports/people-on-day'
import { newId } from '../audit/audit'
import { markDirty } from '../reports/dirty'

/**
 * Writes study down for those who were in the branch on its day. Returns the records' ids; undefined when one of the
 * members never was in the branch. Throws Problem 400 `not_then` that names those who were not on that day.
 */
export async function recordOffline(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  record: OfflineEntry,
  members: readonly string[],
  now: number,
): Promise<string[] | undefined> {
  return together(db, async tx => {
    const wanted = [...new Set(members)]
    await holdBranch(tx, { tenant, branch }, 'share')
    const people = await peopleOnDay(tx, tenant, branch, wanted, record.day)
    if (people.length !== wanted.length) return undefined
    const away = people.filter(it => !it.there).map(it => it.name)
    if (away.length > 0) throw notThen(record.day, away)
    const made = wanted.map(member => ({ member, id: newId(now) }))
    await tx
      .insertInto('offline_study')
      .values(
        made.map(({ member, id }) => ({
          tenant_id: tenant,
          branch_id: branch,
          record_id: id,
          member_id: member,
          ...record,
          recorded_by: actor,
          recorded_at: new Date(now),
        })),
      )
      .execute()
    await markWeek(tx, tenant, branch, wanted, record)
    return made.map(it => it.id)
  })
}

/**
 * Whoever of `members` has study of that day written down already, in a sentence that asks; undefined when nobody has. Two records of
 * a day are possible, and mostly one too many.
 */
export async function askWhetherAgain(
  db: Database,
  { tenant, branch }: BranchScope,
  { day }: Pick<OfflineRecord, 'day'>,
  members: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select m.name from member m where m.tenant_id = ${tenant}
      and ${among(members, 'm.member_id')} and exists (select 1 from offline_study s where s.tenant_id = ${tenant}
        and s.branch_id = ${branch} and s.day = ${day} and s.member_id = m.member_id)
    order by m.place, m.name, m.member_id`.execute(db)
  if (rows.length === 0) return undefined
  return `${formatDay(day)}已经给${namesOf(rows.map(it => it.name))}记过一次线下学习。是同一次就不用再记，要再记一次吗？`
}

/** A member's week counts where they were first in it: every branch of theirs is added up again. */
async function markWeek(
  tx: Database,
  tenant: string,
  branch: string,
  members: readonly string[],
  day: { day: Day },
): Promise<void> {
  const { rows } = await sql<{ branch: string }>`select distinct branch_id as branch from member_move
    where tenant_id = ${tenant} and ${among(members)} and branch_id <> ${NOWHERE}`.execute(tx)
  const branches = [...new Set([branch, ...rows.map(it => it.branch)])]
  await markDirty(
    tx,
    tenant,
    branches.map(branch => ({ branch, week: weekStart(day.day) })),
  )
}

/** What the secretary has written down of studying offline, `from` and `to` included, the latest day first, 500 at most. */
export async function listOffline(db: Database, { tenant, branch }: BranchScope, from: Day, to: Day) {
  const { rows } = await sql<OfflineRecord>`select s.record_id as id, s.member_id as member,
      m.name, s.day, s.minutes, s.what, s.reason
    from offline_study s join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    where s.tenant_id = ${tenant} and s.branch_id = ${branch} and s.day between ${from} and ${to}
    order by s.day desc, m.place, m.name limit 500`.execute(db)
  return rows
}

/** Takes a record back; returns whose it was, or undefined. */
export async function deleteOffline(db: Database, { tenant, branch }: BranchScope, id: string) {
  return together(db, async tx => {
    const gone = await tx
      .deleteFrom('offline_study')
      .where('tenant_id', '=', tenant)
      .where('branch_id', '=', branch)
      .where('record_id', '=', id)
      .returning(['day', 'member_id'])
      .executeTakeFirst()
    if (gone) await markWeek(tx, tenant, branch, [gone.member_id], gone)
    return gone?.member_id
  })
}
