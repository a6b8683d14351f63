import { type Transaction, sql } from 'kysely'
import { DEVICES } from '../../../../domain/contract/day-limits'
import type { DayAnswer, DayRecord } from '../../../../domain/contract/days'
import { type Day, weekStart } from '../../../../domain/time/day'
import { noConsent, unauthorised } from '../../auth/problem'
import type { SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { prepared } from '../../database/prepared'
import type { Tables } from '../../database/tables'
import { markDirty } from '../reports/dirty'
import { NOWHERE } from '../reports/membership'
import { type Devices, firstDay, isFull, merged, refusalOf, withWord } from './rules'

type Tx = Transaction<Tables>

/**
 * Holds what a member's phone tells of its days, in one transaction that holds the member's row: two phones wait for each
 * other. Ids that are not `known` are named and left out. Answers in the order of `records`.
 */
export async function takeDays(
  db: Database,
  scope: SelfScope,
  records: readonly DayRecord[],
  known: (id: string) => boolean,
  today: Day,
): Promise<DayAnswer[]> {
  return db.transaction().execute(async tx => {
    const branches = await lockMember(tx, scope)
    const held = await readHeld(tx, scope, today)
    const devices = new Set([...held.values()].flatMap(it => Object.keys(it.devices)))
    const changed = new Map<Day, Devices>()
    const answers = records.map(({ day, device, ...told }): DayAnswer => {
      const reason = refusalOf(day, today) ?? (devices.has(device) || devices.size < DEVICES ? undefined : 'devices')
      if (reason) return { taken: false, reason }
      const unknown = told.finished.filter(id => !known(id))
      const finished = told.finished.filter(known)
      const before = changed.get(day) ?? held.get(day)?.devices ?? {}
      const after = withWord(before, device, { ...told, finished })
      if (isFull(after)) return { taken: false, reason: 'full' }
      devices.add(device)
      changed.set(day, after)
      return { taken: true, ...(unknown.length > 0 && { unknown }) }
    })
    const rows = [...changed].map(([day, devices]) => ({ day, devices, ...merged(devices) }))
    await write(tx, scope, rows)
    // Only that a day was studied is in any sum.
    const fresh = rows.filter(it => it.studied && !held.get(it.day)?.studied)
    await markDirty(
      tx,
      scope.tenant,
      fresh.flatMap(({ day }) => branches.map(branch => ({ branch, week: weekStart(day) }))),
    )
    return answers
  })
}

/**
 * Who asks may have been read a while ago; since then another process may have erased them or ended their consent. Returns
 * every branch a week of theirs may count for.
 */
async function lockMember(tx: Tx, { tenant, member, branch }: SelfScope): Promise<string[]> {
  const found = await sql<{
    consented: boolean
    branches: string[] | null
  }>`${prepared} select consent_version is not null as consented,
      (select array_agg(distinct branch_id) from member_move where tenant_id = ${tenant} and member_id = ${member}
        and branch_id <> ${NOWHERE}) as branches
    from member where tenant_id = ${tenant} and member_id = ${member} and status = 'active' for update`.execute(tx)
  const row = found.rows[0]
  if (!row) throw unauthorised()
  if (!row.consented) throw noConsent()
  return [...new Set([branch, ...(row.branches ?? [])])]
}

/** The days that may still change: their devices are the member's. */
async function readHeld(tx: Tx, { tenant, member }: SelfScope, today: Day) {
  const { rows } = await sql<{
    day: Day
    devices: Devices
    studied: boolean
  }>`${prepared} select day, devices, studied from member_day
    where tenant_id = ${tenant} and member_id = ${member} and day >= ${firstDay(today)}::date`.execute(tx)
  return new Map(rows.map(it => [it.day, it]))
}

async function write(
  tx: Tx,
  { tenant, member }: SelfScope,
  rows: readonly { day: Day; devices: Devices; studied: boolean; finished: string[]; answered: object }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('member_day')
    .values(
      rows.map(({ devices, answered, ...row }) => ({
        tenant_id: tenant,
        member_id: member,
        devices: JSON.stringify(devices),
        answered: JSON.stringify(answered),
        ...row,
      })),
    )
    .onConflict(it =>
      it.columns(['tenant_id', 'member_id', 'day']).doUpdateSet(set => ({
        devices: set.ref('excluded.devices'),
        studied: set.ref('excluded.studied'),
        finished: set.ref('excluded.finished'),
        answered: set.ref('excluded.answered'),
      })),
    )
    .modifyEnd(prepared)
    .execute()
}

/** Everything that is held of the member's days, one record a day and device, oldest first. */
export async function readDays(db: Database, { tenant, member }: SelfScope): Promise<DayRecord[]> {
  const { rows } = await sql<{ day: Day; devices: Devices }>`select day, devices from member_day
    where tenant_id = ${tenant} and member_id = ${member} order by day`.execute(db)
  return rows.flatMap(({ day, devices }) => Object.entries(devices).map(([device, told]) => ({ day, device, ...told })))
}
