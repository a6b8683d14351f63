import { sql } from 'kysely'
import type { Me } from '../../../../domain/contract/me'
import { type Keys, versions } from '../../auth/keys'
import type { SelfScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { dropParcel } from '../parcels/queries'
import { type Ending, endLogins } from '../login/endings'

/** What the app shows about oneself. */
export async function readMe(db: Database, keys: Keys, { tenant, member }: SelfScope) {
  // A code that was hashed with a pepper that is gone binds nobody: it is told as none, and a new one is asked for.
  const version = sql`case when c.code_hmac like '%.%' then split_part(c.code_hmac, '.', 1) else '' end`
  const { rows } = await sql<
    Omit<Me, 'roles' | 'left'>
  >`select m.name, m.branch_id as branch, o.name as "branchName", m.unmasked,
      m.consent_version as consent, o.demo, (select to_char(c.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
        from own_code c where c.tenant_id = ${tenant} and c.member_id = ${member}
          and ${version} = any(${versions(keys)}::text[])) as "ownCode"
    from member m join org o on o.tenant_id = m.tenant_id and o.org_id = m.branch_id
    where m.tenant_id = ${tenant} and m.member_id = ${member}`.execute(db)
  return rows[0]
}

/** Changes what an active member decides about their own record; of one who has left nothing changes. */
export async function changeMe(
  db: Database,
  { tenant, member }: SelfScope,
  change: { unmasked: boolean },
): Promise<void> {
  await db
    .updateTable('member')
    .set(change)
    .where('tenant_id', '=', tenant)
    .where('member_id', '=', member)
    .where('status', '=', 'active')
    .execute()
}

/** Sets the consent in force. */
export async function giveConsent(
  db: Database,
  { tenant, member }: { tenant: string; member: string },
  version: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('member')
    .set({ consent_version: version, consent_at: new Date(now) })
    .where('tenant_id', '=', tenant)
    .where('member_id', '=', member)
    .where('status', '=', 'active')
    .execute()
}

/** Withdraws consent and unbinds: no login remains, each is told of its `ending`; nothing more can be taken. */
export async function unbind(
  db: Database,
  { tenant, member }: Pick<SelfScope, 'tenant' | 'member'>,
  ending: Ending,
  now: number,
): Promise<void> {
  await together(db, async tx => {
    await tx
      .updateTable('member')
      .set({ consent_version: null, consent_at: null, unmasked: false, token_version: sql<number>`token_version + 1` })
      .where('tenant_id', '=', tenant)
      .where('member_id', '=', member)
      .execute()
    await dropParcel(tx, { tenant, member })
    await tx.deleteFrom('account').where('tenant_id', '=', tenant).where('member_id', '=', member).execute()
    await endLogins(tx, { tenant, member }, ending, now)
  })
}

/** The member's token version, for a token about to be given out; undefined for one who is gone. */
export async function tokenVersion(db: Database, tenant: string, member: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('member')
    .select(['token_version', 'status'])
    .where('tenant_id', '=', tenant)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return row && row.status !== 'erased' ? row.token_version : undefined
}
