import { type Transaction, sql } from 'kysely'
import type { Idempotent } from '../../../../domain/contract/idempotency-key'
import { SMALLEST_TOLD } from '../../../../domain/contract/limits'
import type { RosterDiff } from '../../../../domain/contract/roster'
import { shanghaiDay, weekStart } from '../../../../domain/time/day'
import { type Keys, hmac } from '../../auth/keys'
import { Problem } from '../../auth/problem'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import type { Tables } from '../../database/tables'
import { audit, newId } from '../audit/audit'
import { markDirty } from '../reports/dirty'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import { holdBranch, holdMembers } from '../reports/holds'
import { ALWAYS, orderAsSheet, writeMember, writeMove } from './apply'
import { type BranchMember, type BranchPlan, type Change, checkBranchSheet, sumUp } from './branch-sheet'
import type { MemberColumn } from './columns'
import type { PersonCells } from './person-cells'
import { lastPost, writePost } from './posts'
import type { Sheet } from './read'

/** The members of the branch that its sheet may name, as on the roster. */
export async function readBranch(db: Database, { tenant, branch }: BranchScope): Promise<BranchMember[]> {
  const { rows } = await sql<BranchMember>`select m.member_id as id, m.name, m.status, m.offline,
      m.last4_hmac as "last4Hmac",
      exists (select 1 from account a where a.tenant_id = ${tenant} and a.member_id = m.member_id) as bound,
      coalesce((select json_agg(json_build_object('role', g.role, 'org', g.org_id)) from role_grant g
        where g.tenant_id = ${tenant} and g.member_id = m.member_id), '[]') as roles,
      coalesce(o.committee, false) as committee, coalesce(o.party_group, '') as "group"
    from member m ${lastPost(tenant, branch)} where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.status <> 'erased'
    order by m.place, m.name, m.member_id`.execute(db)
  return rows
}

/** What the sheet would do, and every cell that cannot be taken. Changes nothing. */
export async function checkSheet(
  db: Database,
  keys: Keys,
  scope: BranchScope,
  sheet: Sheet<MemberColumn>,
): Promise<BranchPlan> {
  const hashOf = (last4: string) => hmac(keys, 'last4', `${scope.tenant}:${last4}`)
  return checkBranchSheet(sheet, scope.branch, await readBranch(db, scope), scope.actor, hashOf)
}

/**
 * Carries the sheet out, all of it or nothing; `sha256` is of its bytes. Sent again under the same key it is answered as the
 * first time. Throws Problem 409 with the problems when there is one. `left` names by id who has to be signed out.
 */
export async function takeSheet(
  db: Database,
  keys: Keys,
  scope: BranchScope,
  sheet: Sheet<MemberColumn>,
  sent: Idempotent & { sha256: string },
  now: number,
): Promise<{ changes: RosterDiff; left: string[] }> {
  return together(db, async tx => {
    const ids = await withIdempotencyKey(tx, scope, 'roster', sent, now, it => carryOut(it, keys, scope, sheet, now))
    return { changes: await namesIn(tx, scope, ids), left: ids.left }
  })
}

/** Two sheets of one branch wait for each other. The answer holds ids: it is kept for a repeat, and names are not. */
async function carryOut(
  tx: Transaction<Tables>,
  keys: Keys,
  scope: BranchScope,
  sheet: Sheet<MemberColumn>,
  now: number,
): Promise<RosterDiff> {
  const { tenant, branch, actor } = scope
  await holdBranch(tx, scope, 'update')
  const { people, changes, problems } = await checkSheet(tx, keys, scope, sheet)
  if (problems.length > 0) {
    const message = `表格里有 ${problems.length} 处要改，名册没有变。在表格里改好以后再导入一次`
    throw new Problem(409, 'roster', message, { applied: false, problems, changes })
  }
  const known = people.flatMap(({ before }) => (before ? [before.id] : []))
  if (!(await holdMembers(tx, tenant, known)))
    throw new Problem(409, 'roster', '名册刚才有变动，表格没有导入。请再导入一次')
  const newSince = (await isFirstRoster(tx, scope, changes.added.length)) ? ALWAYS : now
  const written: { change: Change; id: string }[] = []
  for (const { change, before, next } of people) {
    written.push({ change, id: await writeOne(tx, keys, scope, before, next, before ? now : newSince, now) })
  }
  await orderAsSheet(
    tx,
    tenant,
    branch,
    written.map(it => it.id),
  )
  await markDirty(tx, tenant, [{ branch, week: weekStart(shanghaiDay(now)) }])
  const { added, changed, left } = changes
  const reason = `新增 ${added.length}，更新 ${changed.length}，转出 ${left.length}`
  await audit(tx, { tenant, actor, action: 'roster.import', org: branch, reason }, now)
  return { ...sumUp(written, it => it.id), ...(changes.reordered ? { reordered: true } : {}) }
}

/**
 * Whether a sheet that adds so many is how a branch begins: it brings most of its people, and nothing of them was ever told above it
 * or filed. Then they were there before the sheet was, as with a district's first roster (./apply).
 */
async function isFirstRoster(tx: Database, { tenant, branch }: BranchScope, added: number): Promise<boolean> {
  const { rows } = await sql<{ members: number; told: boolean }>`select
      (select count(*) from member where tenant_id = ${tenant} and branch_id = ${branch} and status = 'active')::int
        as members,
      exists (select 1 from branch_period where tenant_id = ${tenant} and branch_id = ${branch}
          and members >= ${SMALLEST_TOLD})
        or exists (select 1 from filed_month where tenant_id = ${tenant} and branch_id = ${branch}) as told`.execute(tx)
  return added > rows[0]!.members && !rows[0]!.told
}

/** The same changes by name. */
async function namesIn(db: Database, { tenant }: BranchScope, ids: RosterDiff): Promise<RosterDiff> {
  const { added, changed, left, same, reordered } = ids
  const { rows } = await sql<{ id: string; name: string }>`select member_id as id, name from member
    where tenant_id = ${tenant} and member_id = any(${[...added, ...changed, ...left]}::uuid[])`.execute(db)
  const names = new Map(rows.map(it => [it.id, it.name]))
  const of = (list: string[]) => list.map(id => names.get(id) ?? '')
  return { added: of(added), changed: of(changed), left: of(left), same, ...(reordered ? { reordered } : {}) }
}

async function writeOne(
  tx: Transaction<Tables>,
  keys: Keys,
  { tenant, branch }: BranchScope,
  before: BranchMember | undefined,
  next: PersonCells,
  since: number,
  now: number,
): Promise<string> {
  const id = before?.id ?? newId(now)
  await writeMember(tx, keys, tenant, id, { ...next, branch }, before !== undefined)
  const stored = before && { branch_id: branch, status: before.status }
  await writeMove(tx, tenant, id, stored, { branch, status: next.status }, since)
  await writePost(tx, tenant, branch, id, next.post, now)
  if (next.status === 'left') {
    await tx.deleteFrom('role_grant').where('tenant_id', '=', tenant).where('member_id', '=', id).execute()
  }
  return id
}
