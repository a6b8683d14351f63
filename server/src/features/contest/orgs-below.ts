import { sql } from 'kysely'
import type { OrgsBelow } from '../../../../domain/contract/contests'
import { notFound } from '../../auth/problem'
import type { OrganiserScope } from '../../auth/scope'
import type { Database } from '../../database/pool'

/** More than any organisation has directly under it. */
const MOST = 1_000

/** Whose members may enter: the way down to an organisation, and what lies directly under it. @throws Problem 404 outside the own one */
export async function orgsBelow(db: Database, { tenant, path }: OrganiserScope, under: string): Promise<OrgsBelow> {
  const { rows: way } = await sql<{ id: string; name: string }>`select w.org_id as id, w.name from org u
      join org w on w.tenant_id = ${tenant} and starts_with(u.path, w.path) and starts_with(w.path, ${path})
    where u.tenant_id = ${tenant} and u.org_id = ${under} and starts_with(u.path, ${path})
    order by length(w.path)`.execute(db)
  if (way.length === 0) throw notFound()
  const { rows: below } = await sql<OrgsBelow['below'][number]>`select o.org_id as id, o.name
    from org o where o.tenant_id = ${tenant} and o.parent_id = ${under} order by o.path limit ${MOST}`.execute(db)
  return { path: way, below }
}
