import { sql } from 'kysely'
import { type Day, addDays } from '../../../domain/time/day'
import { maskName } from '../auth/mask'
import type { TreeScope } from '../auth/scope'
import type { Database } from '../database/pool'
import { memberWeeks } from '../rollup/member-weeks'
import { inside } from './inside'

export interface SeenMember {
  /** Masked unless it is the viewer's own branch or the member lets the whole name be seen. */
  name: string
  branch: string
  branchName: string
  studyDays: number
  minutes: number
  goal: number
  met: boolean
}

/** Whether the branch lies at or under the scope. */
export async function holdsBranch(db: Database, scope: TreeScope, branch: string): Promise<boolean> {
  const { rows } = await sql`select 1 from org o where o.tenant_id = ${scope.tenant} and o.org_id = ${branch}
    and o.type = 'branch' and ${inside(scope)}`.execute(db)
  return rows.length > 0
}

/** Every member of one branch at or under the scope, in the week of `monday`. */
export function drillDown(db: Database, scope: TreeScope, branch: string, monday: Day): Promise<SeenMember[]> {
  return look(db, scope, [branch], monday)
}

export interface Drawn {
  member: string
  branch: string
}

/**
 * `size` members drawn from all under the scope. The order is a hash of the seed and the id: whoever knows the seed can
 * draw the same sample again.
 */
export async function drawSample(db: Database, scope: TreeScope, seed: string, size: number): Promise<Drawn[]> {
  const { rows } = await sql<Drawn>`select m.member_id as member, m.branch_id as branch
    from member m join org o on o.tenant_id = ${scope.tenant} and o.org_id = m.branch_id
    where m.tenant_id = ${scope.tenant} and m.status = 'active' and ${inside(scope)}
    order by md5(${seed} || m.member_id::text) limit ${size}`.execute(db)
  return rows
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
  members?: string[],
): Promise<SeenMember[]> {
  const only = members ? sql`m.member_id = any(${members}::uuid[])` : sql`true`
  const { rows } = await sql<SeenMember & { unmasked: boolean }>`select m.name, m.unmasked, m.branch_id as branch,
      o.name as "branchName", m.goal, coalesce(s.study_days, 0)::int as "studyDays",
      (coalesce(s.seconds, 0) / 60)::int as minutes, coalesce(s.study_days, 0) >= m.goal as met
    from member m join org o on o.tenant_id = ${scope.tenant} and o.org_id = m.branch_id
    left join (${memberWeeks(scope.tenant, branches, monday, addDays(monday, 6))}) s on s.member_id = m.member_id
      and s.branch_id = m.branch_id
    where m.tenant_id = ${scope.tenant} and m.branch_id = any(${branches}::text[]) and m.status = 'active' and ${only}
      and ${inside(scope)}
    order by m.branch_id, m.name, m.member_id`.execute(db)
  return rows.map(({ unmasked, ...row }) => {
    const whole = unmasked || row.branch === scope.ownBranch
    return { ...row, name: whole ? row.name : maskName(row.name) }
  })
}
