import { sql } from 'kysely'
import type { Database } from '../../database/pool'
import { among } from './membership'

/**
 * Holds the members until the transaction ends, so that nobody deletes themselves while something is written down about them; false
 * when one of them has gone. Before anything else that the transaction holds, as whoever deletes themselves begins with it too.
 */
export async function holdMembers(tx: Database, tenant: string, members: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(members)]
  if (wanted.length === 0) return true
  const { rows } = await sql`select 1 from member m where m.tenant_id = ${tenant} and ${among(wanted, 'm.member_id')}
    and m.status <> 'erased' order by m.member_id for share of m`.execute(tx)
  return rows.length === wanted.length
}

/**
 * Holds the branch until the transaction ends, before its members: `share` where something that is told in a filed month is changed,
 * `update` where a month is counted and filed or the roster written, so that either sees what the other did.
 */
export async function holdBranch(
  tx: Database,
  { tenant, branch }: { tenant: string; branch: string },
  how: 'share' | 'update',
): Promise<void> {
  const lock = how === 'share' ? sql`for share` : sql`for update`
  await sql`select 1 from org where tenant_id = ${tenant} and org_id = ${branch} ${lock}`.execute(tx)
}
