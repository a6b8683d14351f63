import { sql } from 'kysely'
import type { Day } from '../../../domain/time/day'
import type { BranchScope } from '../auth/scope'
import { type Database, together } from '../database/pool'
import { newId } from './audit'
import { markDirty } from './ingest'

export interface OfflineRecord {
  member: string
  day: Day
  minutes: number
  what: string
  reason: string
}

/** Writes study down for members of the branch; undefined when one of them is not in it. Returns the records' ids. */
export async function recordOffline(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  record: Omit<OfflineRecord, 'member'>,
  members: readonly string[],
  now: number,
): Promise<string[] | undefined> {
  return together(db, async tx => {
    const wanted = [...new Set(members)]
    const { rows } = await sql<{ n: number }>`select count(*) as n from member where tenant_id = ${tenant}
      and branch_id = ${branch} and status = 'active' and member_id = any(${wanted}::uuid[])`.execute(tx)
    if (rows[0]!.n !== wanted.length) return undefined
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
    await markDirty(tx, tenant, [{ branch, day: record }])
    return made.map(it => it.id)
  })
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
    if (gone) await markDirty(tx, tenant, [{ branch, day: gone }])
    return gone?.member_id
  })
}
