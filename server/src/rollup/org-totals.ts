import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../domain/time/day'
import type { Database } from '../database/pool'
import type { Period } from '../database/tables'

const SUMMED = [
  'members',
  'expected',
  'met',
  'studied',
  'study_days',
  'seconds',
  'items',
  'answers',
  'correct',
] as const
const columns = sql`(tenant_id, parent_id, period, start, org_id, branches, ${sql.join(SUMMED.map(it => sql.ref(it)))})`
const replace = sql`on conflict (tenant_id, parent_id, period, start, org_id) do update set branches = excluded.branches,
  ${sql.join(SUMMED.map(it => sql`${sql.ref(it)} = excluded.${sql.ref(it)}`))}`

/**
 * Pushes branch totals of one period upwards, one row a child, to every ancestor. `under`: only the ancestors of these
 * branches. The root's own row has the parent ''.
 */
export async function pushUp(
  db: Database,
  tenant: string,
  period: Period,
  start: Day,
  under: readonly string[] | 'all',
): Promise<void> {
  const parents = await parentsOf(db, tenant, under)
  const only = (column: RawBuilder<unknown>) => sql`${column} = any(${parents.map(it => it.org_id)}::text[])`
  await sql`insert into org_rollup ${columns}
    select ${tenant}, o.parent_id, ${period}, ${start}::date, o.org_id, 1, ${sql.join(SUMMED.map(it => sql.ref(`p.${it}`)))}
    from branch_period p join org o on o.tenant_id = ${tenant} and o.org_id = p.branch_id
    where p.tenant_id = ${tenant} and p.period = ${period} and p.start = ${start}::date and ${only(sql`o.parent_id`)}
    ${replace}`.execute(db)
  const depths = [...new Set(parents.map(it => it.depth))].sort((a, b) => b - a)
  for (const depth of depths) {
    const level = parents.filter(it => it.depth === depth).map(it => it.org_id)
    await sql`insert into org_rollup ${columns}
      select ${tenant}, coalesce(o.parent_id, ''), ${period}, ${start}::date, o.org_id, sum(r.branches),
        ${sql.join(SUMMED.map(it => sql`sum(${sql.ref(`r.${it}`)})`))}
      from org_rollup r join org o on o.tenant_id = ${tenant} and o.org_id = r.parent_id
      where r.tenant_id = ${tenant} and r.parent_id = any(${level}::text[]) and r.period = ${period}
        and r.start = ${start}::date
      group by o.parent_id, o.org_id
      ${replace}`.execute(db)
  }
}

async function parentsOf(db: Database, tenant: string, under: readonly string[] | 'all') {
  const { rows } = await sql<{ org_id: string; path: string }>`select org_id, path from org
    where tenant_id = ${tenant} and type <> 'branch'`.execute(db)
  const depthOf = (path: string) => path.split('/').length
  const all = rows.map(({ org_id, path }) => ({ org_id, path, depth: depthOf(path) }))
  if (under === 'all') return all
  const leaves = await sql<{ path: string }>`select path from org where tenant_id = ${tenant}
    and org_id = any(${[...under]}::text[])`.execute(db)
  const wanted = new Set(leaves.rows.flatMap(row => row.path.split('/')))
  return all.filter(it => wanted.has(it.org_id))
}
