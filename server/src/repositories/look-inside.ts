import { sql } from 'kysely'
import type { Day } from '../../../domain/time/day'
import { maskName } from '../auth/mask'
import type { TreeScope } from '../auth/scope'
import type { Database } from '../database/pool'
import { goalOf, memberWeeks, met } from '../rollup/member-weeks'
import { type Members, membersOfWeeks } from '../rollup/membership'
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

/** Who was in one branch at or under the scope in the week of `monday`. */
export function drillDown(db: Database, scope: TreeScope, branch: string, monday: Day): Promise<SeenMember[]> {
  return look(db, scope, [branch], monday)
}

export interface Drawn {
  member: string
  branch: string
}

/**
 * `size` members drawn from all who were under the scope in the week of `monday`. The order is a hash of the seed and the id: whoever knows the seed can
 * draw the same sample again.
 */
export async function drawSample(
  db: Database,
  scope: TreeScope,
  seed: string,
  size: number,
  monday: Day,
): Promise<Drawn[]> {
  const { rows } = await sql<Drawn>`select r.member_id as member, r.branch_id as branch
    from (${membersOfWeeks(scope.tenant, 'all', [monday])}) r
    join org o on o.tenant_id = ${scope.tenant} and o.org_id = r.branch_id
    where ${inside(scope)} order by md5(${seed} || r.member_id::text) limit ${size}`.execute(db)
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
  members: Members = 'all',
): Promise<SeenMember[]> {
  const { rows } = await sql<SeenMember & { unmasked: boolean }>`select m.name, m.unmasked, s.branch_id as branch,
      o.name as "branchName", ${goalOf(scope.tenant)} as goal, s.study_days::int as "studyDays", (s.seconds / 60)::int as minutes,
      ${met(scope.tenant)} as met
    from (${memberWeeks(scope.tenant, branches, [monday], members)}) s
    join member m on m.tenant_id = ${scope.tenant} and m.member_id = s.member_id
    join org o on o.tenant_id = ${scope.tenant} and o.org_id = s.branch_id
    where s.counted and ${inside(scope)}
    order by s.branch_id, m.name, m.member_id`.execute(db)
  return rows.map(({ unmasked, ...row }) => {
    const whole = unmasked || row.branch === scope.ownBranch
    return { ...row, name: whole ? row.name : maskName(row.name) }
  })
}
