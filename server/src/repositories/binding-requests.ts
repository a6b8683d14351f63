import { sql } from 'kysely'
import type { BranchScope } from '../auth/scope'
import type { Database } from '../database/pool'
import { bindAccount } from './accounts'
import { newId } from './audit'

/** Leaves a request for the secretary; one login has one request at a time. */
export async function askToBind(
  db: Database,
  ask: { tenant_id: string; branch_id: string; openid: string; name: string; last4: string; consent: string },
  now: number,
): Promise<void> {
  await db.transaction().execute(async tx => {
    await tx
      .deleteFrom('binding_request')
      .where('tenant_id', '=', ask.tenant_id)
      .where('openid_hmac', '=', ask.openid)
      .execute()
    await tx
      .insertInto('binding_request')
      .values({
        tenant_id: ask.tenant_id,
        branch_id: ask.branch_id,
        request_id: newId(now),
        openid_hmac: ask.openid,
        name: ask.name,
        last4: ask.last4,
        consent_version: ask.consent,
        asked_at: new Date(now),
      })
      .execute()
  })
}

export async function listRequests(db: Database, { tenant, branch }: BranchScope) {
  return db
    .selectFrom('binding_request')
    .select(['request_id as id', 'name', 'last4', 'asked_at as askedAt'])
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .orderBy('asked_at')
    .limit(200)
    .execute()
}

/** Binds the asker to a member of the branch. `gone`: no such request; `taken`: the member is bound or not of the branch. */
export async function approveRequest(
  db: Database,
  { tenant, branch }: BranchScope,
  request: string,
  member: string,
  now: number,
): Promise<'bound' | 'gone' | 'taken'> {
  const asked = await db
    .selectFrom('binding_request')
    .select(['openid_hmac', 'consent_version'])
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('request_id', '=', request)
    .executeTakeFirst()
  if (!asked) return 'gone'
  const own = await sql`select 1 from member where tenant_id = ${tenant} and member_id = ${member}
    and branch_id = ${branch} and status = 'active'`.execute(db)
  if (own.rows.length === 0) return 'taken'
  const bind = { openid: asked.openid_hmac, tenant, member, consent: asked.consent_version }
  return (await bindAccount(db, bind, now)) ? 'bound' : 'taken'
}

export async function refuseRequest(db: Database, { tenant, branch }: BranchScope, request: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('binding_request')
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('request_id', '=', request)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
