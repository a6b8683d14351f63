import { sql } from 'kysely'
import { LOGIN_DAYS } from '../../../domain/contract/limits'
import { dropOldAnswers } from '../features/contest/kept'
import { daysLater } from '../../../domain/time/moment'
import type { Database } from './pool'

/** A request that the secretary has not answered by then holds a name and four digits for nothing. */
const REQUEST_DAYS = 30
/** No phone sends a thing again after this. */
const KEY_DAYS = 30
/** A login that never bound and asks for nothing, and an invite that has ended, are of no use after this. */
const UNUSED_DAYS = 90

/** Removes logins, requests, idempotency keys, logins and invites that have had their time. `now` in milliseconds. */
export async function dropOldSecrets(db: Database, now: number): Promise<void> {
  const before = (days: number) => new Date(daysLater(now, -days))
  const { rows } = await sql<{ tenant_id: string }>`select distinct tenant_id from org`.execute(db)
  for (const { tenant_id: tenant } of rows) {
    await sql`delete from login where tenant_id = ${tenant} and coalesce(ended_at, traded_at) < ${before(LOGIN_DAYS)}`.execute(
      db,
    )
    // At what time of day a phone was last used is kept no longer than the grace needs it.
    await sql`update login set traded_at = date_trunc('day', traded_at, 'Asia/Shanghai')
      where tenant_id = ${tenant} and traded_at < ${before(1)}
        and traded_at <> date_trunc('day', traded_at, 'Asia/Shanghai')`.execute(db)
    await sql`delete from binding_request where tenant_id = ${tenant} and asked_at < ${before(REQUEST_DAYS)}`.execute(
      db,
    )
    await sql`delete from sent_form where tenant_id = ${tenant} and taken_at < ${before(KEY_DAYS)}`.execute(db)
    await sql`delete from sign_in_try where tenant_id = ${tenant} and since < ${before(1)}`.execute(db)
    await dropOldAnswers(db, tenant, now)
  }
  // One that waits for an answer is in use as long as its request.
  const waiting = await sql<{ openid: string }>`select distinct openid_hmac as openid from binding_request
    where tenant_id = any(${rows.map(it => it.tenant_id)}::text[])`.execute(db)
  await sql`delete from account where member_id is null and created_at < ${before(UNUSED_DAYS)}
    and coalesce(tries_day, '-infinity') < ${before(1)}::date
    and openid_hmac <> all(${waiting.rows.map(it => it.openid)}::text[])`.execute(db)
  await sql`delete from invite where least(expires_at, coalesce(revoked_at, expires_at)) < ${before(UNUSED_DAYS)}`.execute(
    db,
  )
}
