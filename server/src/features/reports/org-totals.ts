import { sql } from 'kysely'
import type { OrgType } from '../../../../domain/contract/org-types'
import type { OrgRow } from '../../../../domain/contract/orgs'
import { type Day, addDays } from '../../../../domain/time/day'
import { naturalOrder } from '../../../../domain/text/natural-order'
import type { TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import type { Period } from '../../database/tables'

/** How many branches are at and under the organisation now: the count, where a period has no figures of it. */
const branchesNow = (
  tenant: string,
) => sql`(select count(*) from org b where b.tenant_id = ${tenant} and b.type = 'branch'
  and starts_with(b.path, o.path))::int`

const totalsOf = (
  tenant: string,
) => sql`coalesce(r.branches, ${branchesNow(tenant)}) as branches, coalesce(r.small, 0) as small, coalesce(r.members, 0) as members,
  coalesce(r.studied, 0) as studied`

/**
 * The organisation's children with their totals, as on the roster: in a period that has been added up those it had then, so
 * that they make up its own totals. Whoever stood nowhere in it is where they are now.
 */
export async function childTotals(db: Database, scope: TreeScope, period: Period, start: Day): Promise<OrgRow[]> {
  const { rows } = await sql<OrgRow>`select o.org_id as org, o.name, o.type, ${totalsOf(scope.tenant)}
    from (
      select org_id from org_rollup where tenant_id = ${scope.tenant} and parent_id = ${scope.org}
        and period = ${period} and start = ${start}::date
      union
      select c.org_id from org c where c.tenant_id = ${scope.tenant} and c.parent_id = ${scope.org}
        and not exists (select 1 from org_rollup t where t.tenant_id = ${scope.tenant} and t.org_id = c.org_id
          and t.period = ${period} and t.start = ${start}::date)
    ) child
    join org o on o.tenant_id = ${scope.tenant} and o.org_id = child.org_id
    left join org_rollup r on r.tenant_id = ${scope.tenant} and r.parent_id = ${scope.org}
      and r.period = ${period} and r.start = ${start}::date and r.org_id = o.org_id`.execute(db)
  return asOnRoster(rows)
}

/** By code, 2 before 10. */
const asOnRoster = (rows: OrgRow[]) => rows.sort((a, b) => naturalOrder(a.org, b.org))

/** The organisation's own totals in each of the last `weeks` weeks up to `monday`, oldest first. */
export async function trend(db: Database, scope: TreeScope, monday: Day, weeks: number) {
  const mondays = Array.from({ length: weeks }, (_, i) => addDays(monday, -7 * i))
  const { rows } = await sql<
    OrgRow & { start: Day }
  >`select r.start, o.org_id as org, o.name, o.type, ${totalsOf(scope.tenant)}
    from org o join org_rollup r on r.tenant_id = ${scope.tenant} and r.period = 'week' and r.org_id = o.org_id
      and r.start = any(${mondays}::date[])
    where o.tenant_id = ${scope.tenant} and o.org_id = ${scope.org} order by r.start`.execute(db)
  return rows
}

/** The organisation's own totals; undefined where nothing has been added up. */
export async function ownTotals(
  db: Database,
  scope: TreeScope,
  period: Period,
  start: Day,
): Promise<OrgRow | undefined> {
  const { rows } = await sql<OrgRow>`select o.org_id as org, o.name, o.type, ${totalsOf(scope.tenant)}
    from org o join org_rollup r on r.tenant_id = ${scope.tenant}
      and r.period = ${period} and r.start = ${start}::date and r.org_id = o.org_id
    where o.tenant_id = ${scope.tenant} and o.org_id = ${scope.org}`.execute(db)
  return rows[0]
}

/** What the organisation is, and those above it that the asker may see, highest first: the path at the top of the page. */
export async function describe(db: Database, scope: TreeScope) {
  const ids = scope.path.slice(scope.top.length).split('/').filter(Boolean)
  const top = scope.top.split('/').filter(Boolean).pop()!
  const { rows } = await sql<{
    org: string
    name: string
    type: OrgType
    demo: boolean
  }>`select org_id as org, name, type,
      demo from org
    where tenant_id = ${scope.tenant} and org_id = any(${[top, ...ids]}::text[]) order by length(path)`.execute(db)
  const org = rows.pop()
  return org && { org, above: rows.map(row => ({ org: row.org, name: row.name })) }
}

/** Every branch that was under the scope, as on the roster, for the export. */
export async function allBranches(db: Database, scope: TreeScope, period: Period, start: Day): Promise<OrgRow[]> {
  const above = await parentsUnder(db, scope, period, start)
  const { rows } = await sql<OrgRow>`select o.org_id as org, o.name, o.type, ${totalsOf(scope.tenant)}
    from org_rollup r join org o on o.tenant_id = ${scope.tenant} and o.org_id = r.org_id and o.type = 'branch'
    where r.tenant_id = ${scope.tenant} and r.period = ${period} and r.start = ${start}::date
      and (r.parent_id = any(${above}::text[]) or r.org_id = ${scope.org})`.execute(db)
  return asOnRoster(rows)
}

/** The organisation, and those that were under it in the period and may have had others under them. */
async function parentsUnder(db: Database, { tenant, org }: TreeScope, period: Period, start: Day): Promise<string[]> {
  const { rows } = await sql<{ org: string; parent: string }>`select r.org_id as org, r.parent_id as parent
    from org o join org_rollup r on r.tenant_id = ${tenant} and r.org_id = o.org_id and r.period = ${period}
      and r.start = ${start}::date
    where o.tenant_id = ${tenant} and o.type <> 'branch'`.execute(db)
  const under = new Set([org])
  for (let before = 0; before < under.size;) {
    before = under.size
    for (const row of rows) if (under.has(row.parent)) under.add(row.org)
  }
  return [...under]
}
