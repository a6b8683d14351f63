import { sql } from 'kysely'
import type { SeenMember } from '../../../../domain/contract/orgs'
import { type Day, weekStart } from '../../../../domain/time/day'
import { maskName } from '../../auth/mask'
import type { TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { memberWeeks } from '../reports/member-weeks'
import { type Members, membersOfWeeks, rowOnRoster } from '../reports/membership'
import { inside } from '../reports/inside'

export interface Drawn {
  member: string
  branch: string
}

/**
 * `size` members drawn from all who were under the scope in the week of `monday`: of a week that is over by `today` only in branches that
 * were kept here then, or people would be 还没有 in a week that nobody could tell of. The order is a hash of the seed and the id: whoever knows the seed can
 * draw the same sample again.
 */
export async function drawSample(
  db: Database,
  scope: TreeScope,
  seed: string,
  size: number,
  monday: Day,
  today: Day,
): Promise<Drawn[]> {
  const kept = sql`exists (select 1 from branch_period p where p.tenant_id = ${scope.tenant} and p.branch_id = r.branch_id
    and p.period = 'week' and p.start = ${monday}::date)`
  const { rows } = await sql<Drawn>`select r.member_id as member, r.branch_id as branch
    from (${membersOfWeeks(scope.tenant, 'all', [monday])}) r
    join org o on o.tenant_id = ${scope.tenant} and o.org_id = r.branch_id
    where ${inside(scope)} and ${monday < weekStart(today) ? kept : sql`true`}
    order by md5(${seed} || r.member_id::text) limit ${size}`.execute(db)
  return rows
}

/** Whether the organisation has had a sample drawn so before: the log's line of it ends with these words. */
export async function wasDrawn(db: Database, { tenant, org }: TreeScope, drawing: string): Promise<boolean> {
  const { rows } = await sql`select 1 from audit_log where tenant_id = ${tenant} and org_id = ${org}
    and action = 'sample' and right(reason, ${drawing.length}) = ${drawing} limit 1`.execute(db)
  return rows.length > 0
}

/** The week of `monday` of those drawn. */
export function lookAt(db: Database, scope: TreeScope, drawn: readonly Drawn[], monday: Day): Promise<SeenMember[]> {
  const branches = [...new Set(drawn.map(it => it.branch))]
  return look(
    db,
    scope,
    branches,
    monday,
    drawn.map(it => it.member),
  )
}

async function look(
  db: Database,
  scope: TreeScope,
  branches: string[],
  monday: Day,
  members: Members = 'all',
): Promise<SeenMember[]> {
  const { rows } = await sql<
    Omit<SeenMember, 'row'> & { unmasked: boolean; row: number | null }
  >`select m.name, m.unmasked, s.branch_id as "branchCode",
      o.name as "branchName", ${rowOnRoster(scope.tenant, 'm')} as row, s.phone, s.branch
    from (${memberWeeks(scope.tenant, branches, [monday], members)}) s
    join member m on m.tenant_id = ${scope.tenant} and m.member_id = s.member_id
    join org o on o.tenant_id = ${scope.tenant} and o.org_id = s.branch_id
    where ${inside(scope)}
    order by s.branch_id, m.place, m.name, m.member_id`.execute(db)
  return rows.map(({ unmasked, row: line, ...row }) => {
    const whole = unmasked || row.branchCode === scope.ownBranch
    return { ...row, name: whole ? row.name : maskName(row.name), ...(line !== null && { row: line }) }
  })
}
