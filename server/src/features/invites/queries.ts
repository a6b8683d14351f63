import { sql } from 'kysely'
import type { Invite } from '../../../../domain/contract/joining'
import { ORG_ROLES } from '../../../../domain/contract/roles'
import type { BranchScope } from '../../auth/scope'
import type { Database } from '../../database/pool'

/**
 * Who may have invites of a branch: its secretary, and whoever looks after what lies at or above it. An invite dies with the
 * office it was made in. Asked apart: a distributed PostgreSQL looks up codes everywhere, and offices in one district.
 */
export async function mayInvite(db: Database, tenant: string, branch: string): Promise<string[]> {
  const { rows } = await sql<{ member: string }>`select distinct g.member_id as member from role_grant g
    join org o on o.tenant_id = g.tenant_id and o.org_id = ${branch}
    where g.tenant_id = ${tenant} and (g.role = 'secretary' and g.org_id = ${branch}
      or g.role = any(${[...ORG_ROLES.tree]}::text[]) and g.org_id = any(string_to_array(o.path, '/')))`.execute(db)
  return rows.map(it => it.member)
}

/** Neither taken back nor over. */
export const isOpen = (now: number) => sql<boolean>`i.revoked_at is null and i.expires_at > ${new Date(now)}`

/** Codes that still work. */
export async function listInvites(db: Database, { tenant, branch }: BranchScope, now: number): Promise<Invite[]> {
  const makers = await mayInvite(db, tenant, branch)
  // What the district's command made has nobody who could lose an office.
  const { rows } = await sql<{ id: string; createdAt: Date; expiresAt: Date }>`select i.invite_id as id,
      i.created_at as "createdAt", i.expires_at as "expiresAt"
    from invite i where i.tenant_id = ${tenant} and i.branch_id = ${branch} and ${isOpen(now)}
      and (i.created_by is null or i.created_by = any(${makers}::uuid[]))
    order by i.created_at desc limit 100`.execute(db)
  return rows.map(({ id, createdAt, expiresAt }) => ({
    id,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
}

/** Keeps an invite by the HMAC of its code; the code itself is only shown to whoever made it. */
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

/** Ends an invite of the branch at once; false when there is none, or it has ended before. */
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
