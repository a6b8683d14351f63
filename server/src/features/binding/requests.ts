import { sql } from 'kysely'
import type { BindingRequest } from '../../../../domain/contract/joining'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { personName } from '../../../../domain/text/person-name'
import { type Bound, bindAccount, isBound } from './accounts'
import { newId } from '../audit/audit'

export interface Asking {
  tenant_id: string
  branch_id: string
  openid: string
  name: string
  last4: string
  consent: string
  /** Set when the details are those of somebody whom only the district may bind. */
  member?: string
}

/** Leaves a request for the secretary; one login has one at a time. Its id, or undefined when the login is bound already. */
export async function askToBind(db: Database, ask: Asking, now: number): Promise<string | undefined> {
  return together(db, async tx => {
    if (await isBound(tx, ask.openid)) return undefined
    const id = newId(now)
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
        request_id: id,
        openid_hmac: ask.openid,
        name: personName(ask.name),
        last4: ask.last4,
        consent_version: ask.consent,
        asked_at: new Date(now),
        member_id: ask.member ?? null,
      })
      .execute()
    return id
  })
}

/** Who waits in the branch; `district` when only the district may approve. */
export async function listRequests(db: Database, { tenant, branch }: BranchScope): Promise<BindingRequest[]> {
  const rows = await db
    .selectFrom('binding_request')
    .select(['request_id as id', 'name', 'last4', 'asked_at as askedAt', 'member_id'])
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .orderBy('asked_at')
    .limit(200)
    .execute()
  return rows.map(({ member_id, askedAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    district: member_id !== null,
  }))
}

/**
 * Binds the asker to a member of the branch. `gone`: no such request; `taken`: the member is not of the branch; `district`:
 * only the district may, and the request now waits for it; `waits`: it waited for it already.
 */
export async function approveRequest(
  db: Database,
  { tenant, branch }: BranchScope,
  request: string,
  member: string,
  now: number,
): Promise<Bound | 'gone' | 'waits'> {
  const asked = await db
    .selectFrom('binding_request')
    .select(['openid_hmac', 'consent_version', 'member_id'])
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('request_id', '=', request)
    .executeTakeFirst()
  if (!asked) return 'gone'
  if (asked.member_id !== null) return 'waits'
  const own = await sql`select 1 from member where tenant_id = ${tenant} and member_id = ${member}
    and branch_id = ${branch} and status = 'active'`.execute(db)
  if (own.rows.length === 0) return 'taken'
  const bind = { openid: asked.openid_hmac, tenant, member, consent: asked.consent_version }
  const outcome = await bindAccount(db, bind, { of: 'branch' }, now)
  if (outcome === 'district') {
    await sql`update binding_request set member_id = ${member} where tenant_id = ${tenant} and branch_id = ${branch}
      and request_id = ${request}`.execute(db)
  }
  return outcome
}

/** Deletes a request of the branch; false when there is none of that id. */
export async function refuseRequest(db: Database, { tenant, branch }: BranchScope, request: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('binding_request')
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('request_id', '=', request)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
