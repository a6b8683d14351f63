import { sql } from 'kysely'
import { type Day, weekStart } from '../../../../domain/time/day'
import { formatFullDay } from '../../../../domain/time/format'
import { Problem } from '../../auth/problem'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { NOWHERE, among, wasInOnDay } from '../reports/membership'
import { newId } from '../audit/audit'
import { markDirty } from '../reports/dirty'

export interface OfflineRecord {
  member: string
  day: Day
  minutes: number
  what: string
  reason: string
}

/** More names than these make no sentence. */
const NAMES_SAID = 5

/**
 * Writes study down for those who were in the branch on its day. Returns the records' ids; undefined when one of the
 * members never was in the branch. Throws Problem 400 `not_then` that names those who were not on that day.
 */
export async function recordOffline(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  record: Omit<OfflineRecord, 'member'>,
  members: readonly string[],
  now: number,
): Promise<string[] | undefined> {
  return together(db, async tx => {
    const wanted = [...new Set(members)]
    const people = await readPeople(tx, tenant, branch, wanted, record.day)
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

/** Those of `members` with a past in the branch, and whether they were in it on the day. Erased ones have no past. */
async function readPeople(tx: Database, tenant: string, branch: string, members: readonly string[], day: Day) {
  const { rows } = await sql<{ name: string; there: boolean }>`select m.name,
      ${wasInOnDay(tenant, branch, day, 'm.member_id')} as there
    from member m where m.tenant_id = ${tenant} and ${among(members, 'm.member_id')} and exists (select 1
      from member_move v where v.tenant_id = ${tenant} and v.branch_id = ${branch} and v.member_id = m.member_id)
    order by m.name for share of m`.execute(tx)
  return rows
}

function notThen(day: Day, names: readonly string[]): Problem {
  const said = names.slice(0, NAMES_SAID).join('、') + (names.length > NAMES_SAID ? `等${names.length}位` : '')
  return new Problem(400, 'not_then', `${formatFullDay(day)}，${said}不在本支部，不能补记。请换一天，或者不选`)
}

/** A member's week counts where they are at its end: every branch of theirs is added up again. */
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

export async function listOffline(db: Database, { tenant, branch }: BranchScope, from: Day, to: Day) {
  const { rows } = await sql<
    OfflineRecord & { id: string; name: string }
  >`select s.record_id as id, s.member_id as member,
      m.name, s.day, s.minutes, s.what, s.reason
    from offline_study s join member m on m.tenant_id = ${tenant} and m.member_id = s.member_id
    where s.tenant_id = ${tenant} and s.branch_id = ${branch} and s.day between ${from} and ${to}
    order by s.day desc, m.name limit 500`.execute(db)
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
