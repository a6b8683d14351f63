import { sql } from 'kysely'
import type { Database } from '../../database/pool'

/**
 * Whether the member holds an office outside their own branch. Who that is only the district says: a secretary who could
 * bind a phone to them would have their rights.
 */
export async function hasOfficeElsewhere(db: Database, tenant: string, member: string): Promise<boolean> {
  const { rows } = await sql`select 1 from role_grant g
    join member m on m.tenant_id = ${tenant} and m.member_id = g.member_id and m.branch_id <> g.org_id
    where g.tenant_id = ${tenant} and g.member_id = ${member} limit 1`.execute(db)
  return rows.length > 0
}
