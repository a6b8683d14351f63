import { PROVE } from '../../../../domain/contract/binding'
import crypto from 'node:crypto'
import { sql } from 'kysely'
import { LOGINS, LOGIN_DAYS } from '../../../../domain/contract/limits'
import { shanghaiDay } from '../../../../domain/time/day'
import { daysLater } from '../../../../domain/time/moment'
import type { OwnLogin } from '../../../../domain/contract/me'
import { Problem } from '../../auth/problem'
import type { Actor, SelfScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { endLogin } from './endings'

/** What is grave asks for a login, or WeChat's word again, of at most this long ago. */
const PROVED_MS = 10 * 60_000

/** A new login of the member. Of more than {@link LOGINS} the one that was used longest ago ends. */
export async function openLogin(db: Database, { tenant, member }: { tenant: string; member: string }, now: number) {
  const at = new Date(now)
  const login = crypto.randomUUID()
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const latest = (live: boolean) => sql`select login_id from login where ${own} and (ended_at is null) = ${live}
    order by coalesce(ended_at, traded_at) desc, login_id limit ${LOGINS}`
  await together(db, async tx => {
    await sql`insert into login (tenant_id, login_id, member_id, began_at, proved_at, traded_at)
      values (${tenant}, ${login}, ${member}, ${at}, ${at}, ${at})`.execute(tx)
    await sql`update login set ended_at = ${at}, ended_why = 'many' where ${own} and ended_at is null
      and login_id <> ${login} and login_id not in (${latest(true)})`.execute(tx)
    await sql`delete from login where ${own} and ended_at is not null
      and login_id not in (${latest(false)})`.execute(tx)
  })
  return login
}

/** The member's logins that last, the latest first; of its use only the day is told. */
export async function listLogins(db: Database, { tenant, member }: SelfScope, now: number): Promise<OwnLogin[]> {
  const { rows } = await sql<{ id: string; began: Date; traded: Date }>`select login_id as id, began_at as began,
      traded_at as traded from login where tenant_id = ${tenant} and member_id = ${member} and ended_at is null
      and traded_at > ${new Date(daysLater(now, -LOGIN_DAYS))} order by began_at desc, login_id`.execute(db)
  return rows.map(({ id, began, traded }) => ({
    id,
    began: began.toISOString(),
    lastDay: shanghaiDay(traded.getTime()),
  }))
}

/** Forgets the login that asks: its phone has no need to be told. */
export async function leaveLogin(db: Database, { tenant, login }: Pick<Actor, 'tenant' | 'login'>): Promise<void> {
  await sql`delete from login where tenant_id = ${tenant} and login_id = ${login}`.execute(db)
}

/** Ends another login of the same member; false when it is not there. */
export async function signOutLogin(
  db: Database,
  { tenant, member }: SelfScope,
  login: string,
  now: number,
): Promise<boolean> {
  return together(db, async tx => {
    const { rows } = await sql`select 1 from login where tenant_id = ${tenant} and member_id = ${member}
      and login_id = ${login} and ended_at is null for update`.execute(tx)
    return rows.length > 0 && endLogin(tx, { tenant, login }, { why: 'signed_out', by: member }, now)
  })
}

/** WeChat has just said again whose phone the login is on. */
export async function proveLogin(db: Database, { tenant, login }: Pick<Actor, 'tenant' | 'login'>, now: number) {
  await sql`update login set proved_at = ${new Date(now)} where tenant_id = ${tenant} and login_id = ${login}`.execute(
    db,
  )
}

/** Throws Problem 403 `prove` when it is too long ago that the login began or was proved. */
export async function requireProof(db: Database, { tenant, login }: Pick<Actor, 'tenant' | 'login'>, now: number) {
  const { rows } = await sql<{ proved: Date }>`select proved_at as proved from login
    where tenant_id = ${tenant} and login_id = ${login} and ended_at is null`.execute(db)
  if (rows[0] && now - rows[0].proved.getTime() <= PROVED_MS) return
  throw new Problem(403, PROVE, '这件事要确认是您本人：请退出登录，重新登录，在十分钟之内办')
}
