import { sql } from 'kysely'
import { naturalOrder } from '../../../../domain/text/natural-order'
import type { TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { inside } from '../reports/inside'

export interface Branch {
  org: string
  name: string
}

/** Every branch at and under the scope, as on the roster. */
export async function branchesUnder(db: Database, scope: TreeScope): Promise<Branch[]> {
  const { rows } = await sql<Branch>`select o.org_id as org, o.name from org o
    where o.tenant_id = ${scope.tenant} and o.type = 'branch' and ${inside(scope)}`.execute(db)
  return rows.sort((a, b) => naturalOrder(a.org, b.org))
}

/** Those of `wanted` that lie at or under the scope, as on the roster; undefined when one of them does not. */
export async function chosenUnder(
  db: Database,
  scope: TreeScope,
  wanted: readonly string[] | 'all',
): Promise<Branch[] | undefined> {
  const all = await branchesUnder(db, scope)
  if (wanted === 'all') return all
  const asked = new Set(wanted)
  const found = all.filter(it => asked.has(it.org))
  return found.length === asked.size ? found : undefined
}
