import { sql } from 'kysely'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { audit } from '../audit/audit'
import { unbind } from '../me/members'
import { hasOfficeElsewhere } from './offices'

/** `gone`: no such member there; `unbound`: no phone is bound; `office`: the district's business; `self`: one's own. */
export type Unbound = 'done' | 'gone' | 'unbound' | 'office' | 'self'

/** Frees a member of the branch of the phone that is bound to them, so that they can bind another; ends its sessions. */
export function unbindInBranch(
  db: Database,
  { tenant, branch, actor }: BranchScope,
  member: string,
  reason: string,
  now: number,
): Promise<Unbound> {
  return together(db, async tx => {
    const found = await branchOfMember(tx, tenant, member)
    if (found !== branch) return 'gone'
    if (member === actor) return 'self'
    if (await hasOfficeElsewhere(tx, tenant, member)) return 'office'
    return endBinding(tx, { tenant, actor, member, branch }, reason, now)
  })
}

/** The same on the district's word, whoever the member is. */
export function unbindFromDistrict(
  db: Database,
  tenant: string,
  member: string,
  reason: string,
  now: number,
): Promise<Unbound> {
  return together(db, async tx => {
    const branch = await branchOfMember(tx, tenant, member)
    return branch === undefined ? 'gone' : endBinding(tx, { tenant, member, branch }, reason, now)
  })
}

/** Holds the member's row: no phone is bound meanwhile. */
async function branchOfMember(tx: Database, tenant: string, member: string): Promise<string | undefined> {
  const { rows } = await sql<{ branch: string }>`select branch_id as branch from member
    where tenant_id = ${tenant} and member_id = ${member} and status <> 'erased' for update`.execute(tx)
  return rows[0]?.branch
}

async function endBinding(
  tx: Database,
  { tenant, actor, member, branch }: { tenant: string; actor?: string; member: string; branch: string },
  reason: string,
  now: number,
): Promise<'done' | 'unbound'> {
  const bound = await sql`select 1 from account where tenant_id = ${tenant} and member_id = ${member}`.execute(tx)
  if (bound.rows.length === 0) return 'unbound'
  await unbind(tx, { tenant, member })
  await audit(tx, { tenant, actor, action: 'bind.end', org: branch, subject: member, reason }, now)
  return 'done'
}
