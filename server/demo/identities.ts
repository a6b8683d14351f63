import { sql } from 'kysely'
import { ROLE_NAMES, type Role } from '../../domain/contract/roles'
import type { Database } from '../src/database/pool'

/** The demo district: nobody in it is real. */
export const DEMO_TENANT = 'demo'

export interface DemoIdentity {
  id: string
  title: string
  name: string
  member: string
  org: string
  orgName: string
}

/** One person of each role, and two plain members, of the demo district's first branch. */
export async function demoIdentities(db: Database): Promise<DemoIdentity[]> {
  const grants = await sql<{ role: Role; member: string; name: string; org: string; orgName: string }>`
    select distinct on (g.role) g.role, g.member_id as member, m.name, o.org_id as org, o.name as "orgName"
    from role_grant g
    join member m on m.tenant_id = ${DEMO_TENANT} and m.member_id = g.member_id and m.status = 'active'
    join org o on o.tenant_id = ${DEMO_TENANT} and o.org_id = g.org_id and o.demo
    where g.tenant_id = ${DEMO_TENANT} order by g.role, o.path, g.member_id`.execute(db)
  const members = await sql<{ member: string; name: string; org: string; orgName: string }>`
    select m.member_id as member, m.name, o.org_id as org, o.name as "orgName"
    from member m join org o on o.tenant_id = ${DEMO_TENANT} and o.org_id = m.branch_id and o.demo
    where m.tenant_id = ${DEMO_TENANT} and m.status = 'active' and not m.offline
      and m.branch_id = (select min(branch_id) from member where tenant_id = ${DEMO_TENANT})
      and not exists (select 1 from role_grant g where g.tenant_id = ${DEMO_TENANT} and g.member_id = m.member_id)
    order by m.member_id limit 2`.execute(db)
  return [
    ...members.rows.map((row, i) => ({ id: `member-${i + 1}`, title: '党员', ...row })),
    ...grants.rows.map(({ role, ...row }) => ({ id: role, title: ROLE_NAMES[role], ...row })),
  ]
}
