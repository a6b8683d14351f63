import type { Database } from '../database/pool'

/** Whose an export is, for the name of its file: what the organisation is called, '' where there is none. */
export async function ownerName(db: Database, tenant: string, org: string): Promise<string> {
  const row = await db
    .selectFrom('org')
    .select('name')
    .where('tenant_id', '=', tenant)
    .where('org_id', '=', org)
    .executeTakeFirst()
  return row?.name ?? ''
}
