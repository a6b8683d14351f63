import { sql } from 'kysely'
import type { ParcelState } from '../../../../domain/contract/parcel'
import { PARCEL_SECONDS } from '../../../../domain/contract/parcel-limits'
import { daysLater } from '../../../../domain/time/moment'
import { Problem } from '../../auth/problem'
import type { SelfScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { audit } from '../audit/audit'

/** Parcels of one member in 24 hours: nobody changes phones so often. */
const A_DAY = 20
/** Parcels that lie here at the same time: a gigabyte at most. */
const AT_ONCE = 500
/** A phone on a bad line may ask so often. */
const SENDINGS = 5

/** Its bytes are still here. */
const whole = sql`octet_length(sealed) > 0`
/** Since when a parcel is not over; one from the future was put here before the clock was set back. */
const fresh = (now: number) => sql`made_at > ${new Date(now - PARCEL_SECONDS * 1000)} and made_at <= ${new Date(now)}`

/**
 * Puts the member's parcel in the place of the one before; the same one again changes nothing. Returns for how many seconds
 * it can be taken. @throws Problem 429 `quota`, 503 `busy`, 409 when the number is taken
 */
export async function putParcel(
  db: Database,
  { tenant, member }: SelfScope,
  id: string,
  sealed: Buffer,
  now: number,
): Promise<number> {
  return together(db, async tx => {
    // Two requests of the member wait for each other.
    await sql`select 1 from member where tenant_id = ${tenant} and member_id = ${member} for update`.execute(tx)
    const { rows } = await sql<{ made_at: Date; own: boolean }>`select made_at,
      tenant_id = ${tenant} and member_id = ${member} as own from parcel
      where parcel_id = ${id} and ${fresh(now)}`.execute(tx)
    const there = rows[0]
    if (there?.own) return Math.ceil(PARCEL_SECONDS - (now - there.made_at.getTime()) / 1000)
    if (there) throw new Problem(409, 'parcel', '这个码和别人的碰上了，请再生成一个')
    await bound(tx, tenant, member, now)
    await dropOldParcels(tx, now)
    await dropParcel(tx, { tenant, member })
    await sql`insert into parcel (parcel_id, tenant_id, member_id, made_at, sealed)
      values (${id}, ${tenant}, ${member}, ${new Date(now)}, ${sealed})`.execute(tx)
    await audit(tx, { tenant, actor: member, action: 'parcel', subject: member }, now)
    return PARCEL_SECONDS
  })
}

async function bound(tx: Database, tenant: string, member: string, now: number): Promise<void> {
  const { rows } = await sql<{ parcels: number }>`select count(*) as parcels from audit_log where tenant_id = ${tenant}
    and actor_id = ${member} and action = ${'parcel'} and at > ${new Date(daysLater(now, -1))}`.execute(tx)
  if (rows[0]!.parcels >= A_DAY) {
    throw new Problem(429, 'quota', `一天里最多生成 ${A_DAY} 次，请明天再试，或者导出文件`)
  }
  const all = await sql<{ parcels: number }>`select count(*) as parcels from parcel
    where ${fresh(now)} and ${whole}`.execute(tx)
  if (all.rows[0]!.parcels >= AT_ONCE) {
    throw new Problem(503, 'busy', '现在换手机的人多，请过十分钟再试，或者导出文件')
  }
}

/**
 * The sealed bytes for `phone`, which may ask again; no other phone gets them from then on, and the member finds it written down
 * that somebody has them. Undefined when there is no such parcel any more.
 */
export async function takeParcel(db: Database, id: string, phone: string, now: number): Promise<Buffer | undefined> {
  return together(db, async tx => {
    const { rows } = await sql<{ tenant: string; member: string; sent: number; sealed: Buffer }>`update parcel
      set taker = ${phone}, sent = sent + 1
      where parcel_id = ${id} and ${fresh(now)} and ${whole} and (taker is null or taker = ${phone}) and sent < ${SENDINGS}
      returning tenant_id as tenant, member_id as member, sent, sealed`.execute(tx)
    const taken = rows[0]
    if (taken?.sent === 1) {
      await audit(tx, { tenant: taken.tenant, action: 'parcel.taken', subject: taken.member }, now)
    }
    return taken?.sealed
  })
}

/** `phone` has it whole: the bytes go; that it was taken is known until its ten minutes are over. Again, nothing happens. */
export async function endParcel(db: Database, id: string, phone: string): Promise<void> {
  await sql`update parcel set sealed = '' where parcel_id = ${id} and taker = ${phone}`.execute(db)
}

/** What has become of the member's parcel; undefined when it is over, taken back, or another has taken its place. */
export async function parcelState(
  db: Database,
  { tenant, member }: SelfScope,
  id: string,
  now: number,
): Promise<ParcelState | undefined> {
  const { rows } = await sql<{ state: ParcelState }>`select case when not ${whole} then 'done'
      when taker is not null then 'begun' else 'waiting' end as state
    from parcel where parcel_id = ${id} and tenant_id = ${tenant} and member_id = ${member} and ${fresh(now)}`.execute(
    db,
  )
  return rows[0]?.state
}

/** Removes the member's parcel, if there is one. */
export async function dropParcel(
  db: Database,
  { tenant, member }: Pick<SelfScope, 'tenant' | 'member'>,
): Promise<void> {
  await sql`delete from parcel where tenant_id = ${tenant} and member_id = ${member}`.execute(db)
}

/** Removes what nobody can take any more. `now` in milliseconds. */
export async function dropOldParcels(db: Database, now: number): Promise<void> {
  await sql`delete from parcel where not (${fresh(now)})`.execute(db)
}
