import { type Transaction, sql } from 'kysely'
import { shanghaiDay } from '../../../domain/time/day'
import { type Keys, hmac } from '../auth/keys'
import type { BranchScope } from '../auth/scope'
import type { Database } from '../database/pool'
import type { Tables } from '../database/tables'
import { audit, newId } from '../repositories/audit'
import { markDirty } from '../repositories/ingest'
import { writeMember, writeMove } from './apply'
import { type BranchMember, type BranchPlan, checkBranchSheet } from './branch-sheet'
import type { MemberColumn } from './columns'
import type { Sheet } from './read'

/** The members of the branch that its sheet may name. */
export async function readBranch(db: Database, { tenant, branch }: BranchScope): Promise<BranchMember[]> {
  const { rows } = await sql<BranchMember>`select m.member_id as id, m.name, m.status, m.offline,
      m.last4_hmac as "last4Hmac",
      exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = m.member_id) as bound,
      coalesce((select json_agg(json_build_object('role', g.role, 'org', g.org_id)) from role_grant g
        where g.tenant_id = ${tenant} and g.member_id = m.member_id), '[]') as roles
    from member m where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.status <> 'erased'
    order by m.name, m.member_id`.execute(db)
  return rows
}

/**
 * Checks the sheet and, with `apply` and no problem, carries it out: all of it or nothing. Two sheets of one branch wait
 * for each other, so that a sheet sent twice adds nobody twice. `left` names who has to be signed out.
 */
export async function takeBranchSheet(
  db: Database,
  keys: Keys,
  scope: BranchScope,
  sheet: Sheet<MemberColumn>,
  apply: boolean,
  now: number,
): Promise<Omit<BranchPlan, 'people'> & { applied: boolean; left: string[] }> {
  const { tenant, branch, actor } = scope
  return db.transaction().execute(async tx => {
    await sql`select 1 from org where tenant_id = ${tenant} and org_id = ${branch} for update`.execute(tx)
    const hashOf = (last4: string) => hmac(keys, 'last4', `${tenant}:${last4}`)
    const stored = await readBranch(tx, scope)
    const { people, changes, problems } = checkBranchSheet(sheet, branch, stored, actor, hashOf)
    if (!apply || problems.length > 0) return { changes, problems, applied: false, left: [] }
    for (const { before, next } of people) await writeOne(tx, keys, scope, before, next, now)
    await markDirty(tx, tenant, [{ branch, day: { day: shanghaiDay(now) } }])
    const { added, changed, left } = changes
    const reason = `新增 ${added.length}，更新 ${changed.length}，转出 ${left.length}`
    await audit(tx, { tenant, actor, action: 'roster.import', org: branch, reason }, now)
    const gone = people.flatMap(({ before, next }) => (before && next.status === 'left' ? [before.id] : []))
    return { changes, problems, applied: true, left: gone }
  })
}

async function writeOne(
  tx: Transaction<Tables>,
  keys: Keys,
  { tenant, branch }: BranchScope,
  before: BranchMember | undefined,
  next: BranchPlan['people'][number]['next'],
  now: number,
): Promise<void> {
  const id = before?.id ?? newId(now)
  await writeMember(tx, keys, tenant, id, { ...next, branch }, before !== undefined)
  const stored = before && { branch_id: branch, status: before.status }
  await writeMove(tx, tenant, id, stored, { branch, status: next.status }, now)
  if (next.status === 'left') {
    await tx.deleteFrom('role_grant').where('tenant_id', '=', tenant).where('member_id', '=', id).execute()
  }
}
