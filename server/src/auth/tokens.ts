import crypto from 'node:crypto'
import { daysLater } from '../../../domain/time/moment'
import type { Database } from '../database/pool'
import { type Keys, hmac } from './keys'
import { unauthorised } from './problem'

const REFRESH_DAYS = 60
/** The answer with the new token may be lost on the way: the old one then works once more for this long. */
const GRACE_MS = 60_000

/** A new opaque refresh token; only its HMAC is stored. `family` ties the rotations of one login together. */
export async function issueRefresh(
  db: Database,
  keys: Keys,
  who: { tenant: string; member: string },
  now: number,
  family: string = crypto.randomUUID(),
): Promise<string> {
  const token = `${Buffer.from(who.tenant).toString('base64url')}.${crypto.randomBytes(32).toString('base64url')}`
  await db
    .insertInto('refresh_token')
    .values({
      tenant_id: who.tenant,
      token_hash: hmac(keys, 'refresh', token),
      member_id: who.member,
      family,
      expires_at: new Date(daysLater(now, REFRESH_DAYS)),
      used_at: null,
    })
    .execute()
  return token
}

/**
 * Trades a refresh token for a new one. A token used twice after its grace was stolen: its whole family is void. The
 * member's row is held, so that a logout or an erasure meanwhile leaves no token behind.
 */
export async function rotateRefresh(
  db: Database,
  keys: Keys,
  token: string,
  now: number,
): Promise<{ tenant: string; member: string; refresh: string }> {
  const tenant = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
  // A NUL is no text to PostgreSQL.
  if (!tenant || tenant.includes('\0')) throw unauthorised()
  const hash = hmac(keys, 'refresh', token)
  const next = await db.transaction().execute(async tx => {
    const known = await findRefresh(tx, tenant, hash)
    if (!known) return undefined
    const member = await tx
      .selectFrom('member')
      .select('member_id')
      .where('tenant_id', '=', tenant)
      .where('member_id', '=', known.member_id)
      .where('status', '<>', 'erased')
      .forUpdate()
      .executeTakeFirst()
    const row = member && (await findRefresh(tx, tenant, hash))
    if (!row || row.expires_at.getTime() < now) return undefined
    if (row.used_at && now - row.used_at.getTime() > GRACE_MS) {
      await tx.deleteFrom('refresh_token').where('tenant_id', '=', tenant).where('family', '=', row.family).execute()
      return undefined
    }
    if (!row.used_at) {
      await tx
        .updateTable('refresh_token')
        .set({ used_at: new Date(now) })
        .where('tenant_id', '=', tenant)
        .where('token_hash', '=', hash)
        .execute()
    }
    const who = { tenant, member: row.member_id }
    return { ...who, refresh: await issueRefresh(tx, keys, who, now, row.family) }
  })
  if (!next) throw unauthorised()
  return next
}

function findRefresh(db: Database, tenant: string, hash: string) {
  return db
    .selectFrom('refresh_token')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
}
