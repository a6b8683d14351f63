import { sql } from 'kysely'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { audit } from '../audit/audit'
import { unbind } from '../me/members'
import { hasOfficeElsewhere } from './offices'
import { dropOwnCode } from './own-code'

/** `gone`: no such member there; `unbound`: no phone is bound; `office`: the district's business; `self`: one's own. */
export type Unbound = 'done' | 'gone' | 'unbound' | 'office' | 'self'

/**
 * Ends the binding of a lost phone and its logins; the phone is told who did it and why. Binding another is the member's own
 * code's business or the district's, and the code ends too: whoever found the phone may have made it.
 */
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
    return endBinding(tx, { tenant, member, branch }, { by: actor }, reason, now)
  })
}

/** The same on the district's word, whoever the member is. */
export function unbindFromDistrict(
  db: Database,
  { tenant, byName }: { tenant: string; byName: string },
  member: string,
  reason: string,
  now: number,
): Promise<Unbound> {
  return together(db, async tx => {
    const branch = await branchOfMember(tx, tenant, member)
    return branch === undefined ? 'gone' : endBinding(tx, { tenant, member, branch }, { byName }, reason, now)
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
  { tenant, member, branch }: { tenant: string; member: string; branch: string },
  { by, byName }: { by?: string; byName?: string },
  reason: string,
  now: number,
): Promise<'done' | 'unbound'> {
  const bound = await sql`select 1 from account where tenant_id = ${tenant} and member_id = ${member}`.execute(tx)
  if (bound.rows.length === 0) return 'unbound'
  await unbind(tx, { tenant, member }, { why: 'unbound', by, byName, reason }, now)
  await dropOwnCode(tx, { tenant, member })
  const entry = { tenant, actor: by, actorName: byName, org: branch, subject: member, reason }
  await audit(tx, { ...entry, action: 'bind.end' }, now)
  return 'done'
}
