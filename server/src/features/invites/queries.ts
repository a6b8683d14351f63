import type { Invite } from '../../../../domain/contract/joining'
import type { BranchScope } from '../../auth/scope'
import type { Database } from '../../database/pool'

/** Codes that still work. */
export async function listInvites(db: Database, { tenant, branch }: BranchScope, now: number): Promise<Invite[]> {
  const rows = await db
    .selectFrom('invite')
    .select(['invite_id as id', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ id, createdAt, expiresAt }) => ({
    id,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
}

export async function saveInvite(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  invite: { id: string; codeHmac: string; expiresAt: Date },
  now: number,
): Promise<void> {
  await db
    .insertInto('invite')
    .values({
      code_hmac: invite.codeHmac,
      tenant_id: tenant,
      branch_id: branch,
      invite_id: invite.id,
      created_by: actor,
      created_at: new Date(now),
      expires_at: invite.expiresAt,
      revoked_at: null,
    })
    .execute()
}

export async function revokeInvite(
  db: Database,
  { tenant, branch }: BranchScope,
  id: string,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invite')
    .set({ revoked_at: new Date(now) })
    .where('tenant_id', '=', tenant)
    .where('branch_id', '=', branch)
    .where('invite_id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
