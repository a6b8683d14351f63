import { sql } from 'kysely'
import type { OrgRow } from '../../../domain/contract/branch-report'
import { type Day, addDays } from '../../../domain/time/day'
import type { TreeScope } from '../auth/scope'
import type { Database } from '../database/pool'
import type { Period } from '../database/tables'
import { inside } from './inside'

const totals = (from: string) =>
  sql`${sql.join(
    ['members', 'expected', 'met', 'studied', 'items', 'answers', 'correct'].map(
      it => sql`coalesce(${sql.ref(`${from}.${it}`)}, 0) as ${sql.ref(it)}`,
    ),
  )}, coalesce(${sql.ref(`${from}.study_days`)}, 0) as "studyDays", coalesce(${sql.ref(`${from}.seconds`)}, 0) / 60 as minutes`

/**
 * The organisation's children with their totals: in a period that has been added up those it had then, so that they make up
 * its own totals. Whoever stood nowhere in it is where they are now.
 */
export async function childTotals(db: Database, scope: TreeScope, period: Period, start: Day): Promise<OrgRow[]> {
  const { rows } =
    await sql<OrgRow>`select o.org_id as org, o.name, o.type, coalesce(r.branches, 0) as branches, ${totals('r')}
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
      and r.period = ${period} and r.start = ${start}::date and r.org_id = o.org_id
    order by o.name`.execute(db)
  return rows
}

/** The organisation's own totals in each of the last `weeks` weeks up to `monday`, oldest first. */
export async function trend(db: Database, scope: TreeScope, monday: Day, weeks: number) {
  const mondays = Array.from({ length: weeks }, (_, i) => addDays(monday, -7 * i))
  const { rows } = await sql<
    OrgRow & { start: Day }
  >`select r.start, o.org_id as org, o.name, o.type, r.branches, ${totals('r')}
    from org o join org_rollup r on r.tenant_id = ${scope.tenant}
      and r.period = 'week' and r.org_id = o.org_id
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
  const { rows } = await sql<OrgRow>`select o.org_id as org, o.name, o.type, r.branches, ${totals('r')}
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
    type: string
    demo: boolean
  }>`select org_id as org, name, type, demo from org
    where tenant_id = ${scope.tenant} and org_id = any(${[top, ...ids]}::text[]) order by length(path)`.execute(db)
  const org = rows.pop()
  return org && { org, above: rows.map(row => ({ org: row.org, name: row.name })) }
}

/** Branches that were under the scope, of `from`–`to` members, by share of members who met their goal. */
export async function compareBranches(
  db: Database,
  scope: TreeScope,
  period: Period,
  start: Day,
  size: { from: number; to: number },
): Promise<OrgRow[]> {
  const above = await parentsUnder(db, scope, period, start)
  const { rows } = await sql<OrgRow>`select o.org_id as org, o.name, o.type, r.branches, ${totals('r')}
    from org_rollup r join org o on o.tenant_id = ${scope.tenant} and o.org_id = r.org_id and o.type = 'branch'
    where r.tenant_id = ${scope.tenant} and r.period = ${period} and r.start = ${start}::date
      and (r.parent_id = any(${above}::text[]) or r.org_id = ${scope.org})
      and r.members between ${size.from} and ${size.to}
    order by r.met::float / greatest(r.expected, 1) desc, o.name`.execute(db)
  return rows
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

export interface BranchInNeed extends OrgRow {
  /** Met in the week before. */
  before: number
  beforeExpected: number
}

/** Branches under the scope by how much they may need help: nobody studies, fell most, lowest share. */
export async function branchesInNeed(
  db: Database,
  scope: TreeScope,
  monday: Day,
  limit: number,
): Promise<BranchInNeed[]> {
  const { rows } = await sql<BranchInNeed>`select o.org_id as org, o.name, o.type, 1 as branches, ${totals('p')},
      coalesce(b.met, 0) as before, coalesce(b.expected, 0) as "beforeExpected"
    from branch_period p join org o on o.tenant_id = ${scope.tenant} and o.org_id = p.branch_id
    left join branch_period b on b.tenant_id = ${scope.tenant} and b.period = 'week'
      and b.start = ${addDays(monday, -7)}::date and b.branch_id = p.branch_id
    where p.tenant_id = ${scope.tenant} and p.period = 'week' and p.start = ${monday}::date and p.members > 0
      and ${inside(scope)}
    order by p.studied > 0, p.met::float / greatest(p.expected, 1) - coalesce(b.met::float / greatest(b.expected, 1), 0) * 0.5,
      p.members desc, o.name
    limit ${limit}`.execute(db)
  return rows
}

/** Every branch under the scope, for the export. */
export async function allBranches(db: Database, scope: TreeScope, period: Period, start: Day): Promise<OrgRow[]> {
  return compareBranches(db, scope, period, start, { from: 0, to: 1_000_000 })
}
