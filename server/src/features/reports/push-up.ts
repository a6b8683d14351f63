import { type RawBuilder, sql } from 'kysely'
import { SMALLEST_TOLD } from '../../../../domain/contract/limits'
import { type Day, weekStart } from '../../../../domain/time/day'
import { monthOfWeek } from '../../../../domain/time/month'
import type { Database } from '../../database/pool'
import type { Period } from '../../database/tables'

const columns = sql`(tenant_id, parent_id, period, start, org_id, branches, small, members, studied)`

interface Place {
  org: string
  /** '' for the root's. */
  parent: string
  branch: boolean
}

/**
 * Pushes branch totals of one period upwards, one row a child, to every ancestor. `under`: only the ancestors of these
 * branches. The root's own row has the parent ''. A period that is over by `today` keeps the tree it was reported with; in
 * one that runs, whoever has moved since is taken away from where they stood.
 */
export async function pushUp(
  db: Database,
  tenant: string,
  period: Period,
  start: Day,
  under: readonly string[] | 'all',
  today: Day,
): Promise<void> {
  const running = period === 'week' ? weekStart(today) : `${monthOfWeek(weekStart(today))}-01`
  const places = await placesIn(db, tenant, period, start, under, start < running)
  const now = sql`tenant_id = ${tenant} and period = ${period} and start = ${start}::date`
  const left = await takeMovedAway(db, places, now)
  const leaves = places.filter(it => it.branch)
  await sql`insert into org_rollup ${columns}
    select ${tenant}, o.parent, ${period}, ${start}::date, o.org, 1, (${few})::int, case when ${few} then 0 else p.members end,
      case when ${few} then 0 else p.studied end
    from ${listed(leaves)} join branch_period p on p.branch_id = o.org
    where p.tenant_id = ${tenant} and p.period = ${period} and p.start = ${start}::date
    on conflict (tenant_id, parent_id, period, start, org_id) do update set branches = excluded.branches,
      small = excluded.small, members = excluded.members, studied = excluded.studied`.execute(db)
  for (const level of levelsAbove(places, [...leaves.map(it => it.parent), ...left])) {
    await sql`delete from org_rollup where ${now} and org_id = any(${level.map(it => it.org)}::text[])`.execute(db)
    await sql`insert into org_rollup ${columns}
      select ${tenant}, o.parent, ${period}, ${start}::date, o.org, sum(r.branches), sum(r.small), sum(r.members),
        sum(r.studied)
      from ${listed(level)} join org_rollup r on r.parent_id = o.org
      where r.tenant_id = ${tenant} and r.period = ${period} and r.start = ${start}::date
      group by o.parent, o.org`.execute(db)
  }
}

/** A branch of so few is told of to nobody above it, and is in no sum: else it could be found again by subtraction. */
const few = sql`p.members < ${SMALLEST_TOLD}`

const listed = (places: readonly Place[]) =>
  sql`unnest(${places.map(it => it.org)}::text[], ${places.map(it => it.parent)}::text[]) as o (org, parent)`

/** Who stands under whom: every organisation but branches, and the branches of `under`. */
async function placesIn(
  db: Database,
  tenant: string,
  period: Period,
  start: Day,
  under: readonly string[] | 'all',
  over: boolean,
): Promise<Place[]> {
  const wanted = under === 'all' ? sql`true` : sql`(o.type <> 'branch' or o.org_id = any(${[...under]}::text[]))`
  // Not `left join … on ${over}`: a distributed PostgreSQL cannot place an outer join on a bare flag.
  const parent = over ? sql`coalesce(r.parent_id, o.parent_id, '')` : sql`coalesce(o.parent_id, '')`
  const { rows } = await sql<Place>`select o.org_id as org, ${parent} as parent, o.type = 'branch' as branch
    from org o left join org_rollup r on r.tenant_id = ${tenant} and r.org_id = o.org_id
      and r.period = ${period} and r.start = ${start}::date
    where o.tenant_id = ${tenant} and ${wanted}`.execute(db)
  return rows
}

/** Removes rows that stand under another parent than `places` say; returns those parents. */
async function takeMovedAway(db: Database, places: readonly Place[], now: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ parent: string }>`delete from org_rollup r using ${listed(places)}
    where ${now} and r.org_id = o.org and r.parent_id <> o.parent returning r.parent_id as parent`.execute(db)
  return rows.map(it => it.parent)
}

/** The organisations of `from` and all above them, in levels, the lowest first. */
function levelsAbove(places: readonly Place[], from: readonly string[]): Place[][] {
  const known = new Map(places.map(it => [it.org, it]))
  const wanted = new Set<Place>()
  for (const org of from) for (let at = known.get(org); at && !wanted.has(at); at = known.get(at.parent)) wanted.add(at)
  const depth = (place: Place): number => {
    const parent = known.get(place.parent)
    return parent ? depth(parent) + 1 : 0
  }
  const levels: Place[][] = []
  for (const place of wanted) (levels[depth(place)] ??= []).push(place)
  return levels.reverse()
}
