import { sql } from 'kysely'
import type { BranchName } from '../../../../domain/contract/sent-down'
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

/** The same with what each stands under, where that is another organisation than the scope's. */
export async function branchesByUnit(db: Database, scope: TreeScope): Promise<BranchName[]> {
  const { rows } = await sql<Branch & { unit: string | null }>`select o.org_id as org, o.name, p.name as unit
    from org o left join org p on p.tenant_id = ${scope.tenant} and p.org_id = o.parent_id and p.org_id <> ${scope.org}
    where o.tenant_id = ${scope.tenant} and o.type = 'branch' and ${inside(scope)}`.execute(db)
  return rows
    .map(({ unit, ...it }) => ({ ...it, ...(unit === null || it.org === scope.org ? {} : { unit }) }))
    .sort((a, b) => naturalOrder(a.org, b.org))
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
