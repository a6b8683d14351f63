import { sql } from 'kysely'
import { type Keys, hmac, inviteCode } from '../../auth/keys'
import { type Database, together } from '../../database/pool'
import { ROSTER_ROLES, type Role } from '../../../../domain/contract/roles'
import { type Bound, bindAccount } from '../binding/accounts'
import { audit, newId } from '../audit/audit'
import { nameOf } from './columns'

/** What the district does about bindings, by command: no secretary may say who an office holder is (decision 0055). */

export interface Waiting {
  id: string
  branch: string
  /** As typed on the phone. */
  name: string
  last4: string
  askedAt: Date
  /** Whom only the district may bind; the others the secretary settles. */
  member: string | null
  memberName: string | null
  /** `督导员 d`, comma-separated. */
  offices: string
}

/** Every request that waits in the district, those for the district first. */
export async function listForDistrict(db: Database, tenant: string): Promise<Waiting[]> {
  const { rows } = await sql<Omit<Waiting, 'offices'> & { grants: { role: Role; org: string }[] }>`
    select r.request_id as id, r.branch_id as branch, r.name, r.last4, r.asked_at as "askedAt",
      r.member_id as member, m.name as "memberName",
      coalesce((select json_agg(json_build_object('role', g.role, 'org', g.org_id)) from role_grant g
        where g.tenant_id = ${tenant} and g.member_id = r.member_id), '[]') as grants
    from binding_request r left join member m on m.tenant_id = ${tenant} and m.member_id = r.member_id
    where r.tenant_id = ${tenant} order by r.member_id is null, r.asked_at`.execute(db)
  return rows.map(({ grants, ...row }) => ({
    ...row,
    offices: grants.map(it => `${nameOf(ROSTER_ROLES, it.role)} ${it.org}`).join('、'),
  }))
}

/**
 * Binds the asker, as `member` or else as whom the request is for; a phone that was bound is replaced and told. `nobody`:
 * neither is known.
 */
export async function approveFromDistrict(
  db: Database,
  { tenant, byName }: District,
  request: string,
  now: number,
  member?: string,
): Promise<Bound | 'gone' | 'nobody'> {
  return together(db, async tx => {
    const asked = await tx
      .selectFrom('binding_request')
      .select(['openid_hmac', 'consent_version', 'member_id', 'branch_id'])
      .where('tenant_id', '=', tenant)
      .where('request_id', '=', request)
      .executeTakeFirst()
    if (!asked) return 'gone'
    const subject = member ?? asked.member_id
    if (!subject) return 'nobody'
    const bind = { openid: asked.openid_hmac, tenant, member: subject, consent: asked.consent_version }
    const outcome = await bindAccount(tx, bind, { of: 'district', byName }, now)
    if (outcome === 'bound') {
      const entry = { tenant, actorName: byName, org: asked.branch_id, subject, reason: '区里核对' }
      await audit(tx, { ...entry, action: 'bind.approve' }, now)
    }
    return outcome
  })
}

/** Which district, and who acts for it. */
export interface District {
  tenant: string
  /** As they are called: it stands in the audit log, and on the phone of whom it concerns. */
  byName: string
}

/** An invite of a branch that has no secretary with a phone yet; undefined when there is no such branch. */
export async function inviteFromDistrict(
  db: Database,
  keys: Keys,
  { tenant, byName }: District,
  branch: string,
  expiresAt: Date,
  now: number,
): Promise<string | undefined> {
  return together(db, async tx => {
    const { rows } = await sql`select 1 from org where tenant_id = ${tenant} and org_id = ${branch}
      and type = 'branch'`.execute(tx)
    if (rows.length === 0) return undefined
    const code = inviteCode()
    await tx
      .insertInto('invite')
      .values({
        code_hmac: hmac(keys, 'invite', code),
        tenant_id: tenant,
        branch_id: branch,
        invite_id: newId(now),
        created_by: null,
        created_at: new Date(now),
        expires_at: expiresAt,
        revoked_at: null,
      })
      .execute()
    await audit(tx, { tenant, actorName: byName, action: 'invite', org: branch, reason: '区里生成' }, now)
    return code
  })
}
