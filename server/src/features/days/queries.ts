import { type Transaction, sql } from 'kysely'
import type { DayAnswer, DayRecord } from '../../../../domain/contract/days'
import { type Day, weekStart } from '../../../../domain/time/day'
import { loginHolds, requireConsent, requireStanding } from '../../auth/actors'
import { hasLeft, unauthorised } from '../../auth/problem'
import type { ClaimedScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { prepared, preparedStatement } from '../../database/prepared'
import type { Tables } from '../../database/tables'
import { markDirty } from '../reports/dirty'
import { NOWHERE } from '../reports/membership'
import { type Change, type Devices, firstDay, isNewlyStudied, judge } from './rules'

type Tx = Transaction<Tables>

/**
 * Holds what a member's phone tells of their days. Ids that are not `known` are named and left out. Answers in the order of
 * `records`. Throws Problem 401 when the login no longer holds, 403 for one who has left or has not consented.
 *
 * Most of what phones send is a day of which they have told before: it is read and written over, two statements without a
 * transaction. What is told again as it was is only read. Anything else holds the member's row: two phones wait for each other.
 */
export async function takeDays(
  db: Database,
  scope: ClaimedScope,
  records: readonly DayRecord[],
  known: (id: string) => boolean,
  today: Day,
): Promise<DayAnswer[]> {
  const { answers, changes } = judge(records, await readAsked(db, scope, today), known, today)
  if (changes.length === 0 || (changes.length === 1 && (await grow(db, scope, changes[0]!)))) return answers
  return db.transaction().execute(async tx => {
    const branches = await lockMember(tx, scope)
    const { answers, changes } = judge(records, await readHeld(tx, scope, today), known, today)
    await write(tx, scope, changes)
    const fresh = changes.filter(isNewlyStudied)
    await markDirty(
      tx,
      scope.tenant,
      fresh.flatMap(({ day }) => branches.map(branch => ({ branch, week: weekStart(day) }))),
    )
    return answers
  })
}

interface AskedRow {
  status: string
  token_version: number
  consented: boolean
  alive: boolean
  held: [day: Day, devices: Devices, studied: boolean][] | null
}

const readStanding = preparedStatement(
  ({ tenant, member, login, from }: Record<'tenant' | 'member' | 'login', string> & { from: Day }) =>
    sql<AskedRow>`select m.status, m.token_version, m.consent_version is not null as consented,
      ${loginHolds({ sub: member, t: tenant, l: login })} as alive,
      (select json_agg(json_build_array(d.day, d.devices, d.studied)) from member_day d where d.tenant_id = ${tenant}
        and d.member_id = ${member} and d.day >= ${from}::date) as held
    from member m where m.tenant_id = ${tenant} and m.member_id = ${member}`,
)

/** The days that may still change, of one whose login holds and who takes part. */
async function readAsked(db: Database, { tenant, member, login, version }: ClaimedScope, today: Day) {
  const { rows } = await readStanding(db, { tenant, member, login, from: firstDay(today) })
  const row = requireStanding(rows[0], version)
  if (row.status !== 'active') throw hasLeft()
  requireConsent(row)
  return new Map((row.held ?? []).map(([day, devices, studied]) => [day, { devices, studied }]))
}

interface Grown {
  tenant: string
  member: string
  version: number
  day: Day
  /** As JSON: what the devices have told, now and as it was read; and the answers. */
  devices: string
  before: string
  answered: string
  studied: boolean
  finished: string[]
}

const writeOver = preparedStatement(
  ({ tenant, member, version, day, devices, before, answered, studied, finished }: Grown) =>
    sql`update member_day d set devices = ${devices}::jsonb, studied = ${studied}, finished = ${finished}::text[],
      answered = ${answered}::jsonb
    from member m where d.tenant_id = ${tenant} and d.member_id = ${member} and d.day = ${day}::date
      and d.devices = ${before}::jsonb
      and m.tenant_id = ${tenant} and m.member_id = ${member} and m.token_version = ${version} and m.status = 'active'
      and m.consent_version is not null`,
)

/**
 * Writes over a day of which this device has told before, if that is still as it was read and its member still takes part. It
 * changes no sum and adds no device, so nothing else need hold still. False when it was not done.
 */
async function grow(db: Database, { tenant, member, version }: ClaimedScope, change: Change): Promise<boolean> {
  const { day, devices, before, studied, finished, answered } = change
  if (!before || isNewlyStudied(change)) return false
  if (Object.keys(devices).length > Object.keys(before.devices).length) return false
  const { numAffectedRows } = await writeOver(db, {
    ...{ tenant, member, version, day, studied, finished },
    devices: JSON.stringify(devices),
    before: JSON.stringify(before.devices),
    answered: JSON.stringify(answered),
  })
  return numAffectedRows === 1n
}

interface Whose {
  tenant: string
  member: string
}

const readForUpdate = preparedStatement(
  ({ tenant, member }: Whose) =>
    sql<{
      consented: boolean
      branch: string
      branches: string[] | null
    }>`select consent_version is not null as consented, branch_id as branch,
      (select array_agg(distinct branch_id) from member_move where tenant_id = ${tenant} and member_id = ${member}
        and branch_id <> ${NOWHERE}) as branches
    from member where tenant_id = ${tenant} and member_id = ${member} and status = 'active' for update`,
)

/**
 * Who asks was read a moment ago; since then another request may have erased them or ended their consent. Returns every branch
 * a week of theirs may count for.
 */
async function lockMember(tx: Tx, { tenant, member }: ClaimedScope): Promise<string[]> {
  const found = await readForUpdate(tx, { tenant, member })
  const row = found.rows[0]
  if (!row) throw unauthorised()
  requireConsent(row)
  return [...new Set([row.branch, ...(row.branches ?? [])])]
}

const readSince = preparedStatement(
  ({ tenant, member, from }: Whose & { from: Day }) =>
    sql<{ day: Day; devices: Devices; studied: boolean }>`select day, devices, studied from member_day
    where tenant_id = ${tenant} and member_id = ${member} and day >= ${from}::date`,
)

/** The days that may still change: their devices are the member's. */
async function readHeld(tx: Tx, { tenant, member }: ClaimedScope, today: Day) {
  const { rows } = await readSince(tx, { tenant, member, from: firstDay(today) })
  return new Map(rows.map(({ day, ...it }) => [day, it]))
}

async function write(tx: Tx, { tenant, member }: ClaimedScope, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await tx
    .insertInto('member_day')
    .values(
      changes.map(({ day, devices, studied, finished, answered }) => ({
        tenant_id: tenant,
        member_id: member,
        day,
        studied,
        finished,
        devices: JSON.stringify(devices),
        answered: JSON.stringify(answered),
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
