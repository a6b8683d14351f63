import { type Transaction, sql } from 'kysely'
import { TAKE_BACK_DAYS } from '../../../../domain/contract/limits'
import type { LeftMember } from '../../../../domain/contract/roster'
import { addDays, shanghaiDay, weekStart } from '../../../../domain/time/day'
import { daysLater } from '../../../../domain/time/moment'
import type { BranchScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import type { Tables } from '../../database/tables'
import { audit } from '../audit/audit'
import { markDirty } from '../reports/dirty'
import { NOWHERE } from '../reports/membership'
import { holdBranch } from '../reports/holds'
import { personName } from '../../../../domain/text/person-name'

/** Since when a member who has left is nowhere: the last move of all. */
const leaving = (tenant: string) => sql`join member_move v on v.tenant_id = ${tenant} and v.member_id = m.member_id
  and v.branch_id = ${NOWHERE} and not exists (select 1 from member_move n where n.tenant_id = ${tenant}
    and n.member_id = m.member_id and n.since > v.since)`

/** Whom the branch has marked 转出 in the last {@link TAKE_BACK_DAYS} days, the latest first. */
export async function listLeft(db: Database, { tenant, branch }: BranchScope, now: number): Promise<LeftMember[]> {
  const { rows } = await sql<{ id: string; name: string; since: Date }>`select m.member_id as id, m.name, v.since
    from member m ${leaving(tenant)}
    where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.status = 'left'
      and v.since > ${new Date(daysLater(now, -TAKE_BACK_DAYS))}
    order by v.since desc, m.place, m.name limit 200`.execute(db)
  return rows.map(({ id, name, since }) => ({ id, name, day: shanghaiDay(since.getTime()) }))
}

/**
 * Takes a mistaken 转出 back: the member was never away, so the weeks since are added up again. Offices stay with whoever gives
 * them, and the phone logs in again. `gone`: nobody of {@link listLeft}; `namesake`: somebody of the name is in the branch now.
 */
export async function takeBack(
  db: Database,
  scope: BranchScope,
  member: string,
  now: number,
): Promise<'done' | 'gone' | 'namesake'> {
  return together(db, async tx => {
    const { tenant, branch, actor } = scope
    // Sheets of the branch wait.
    await holdBranch(tx, { tenant, branch }, 'update')
    const left = (await listLeft(tx, scope, now)).find(it => it.id === member)
    if (!left) return 'gone'
    if (await hasNamesake(tx, scope, left.name)) return 'namesake'
    await sql`delete from member_move v where v.tenant_id = ${tenant} and v.member_id = ${member}
      and v.branch_id = ${NOWHERE} and v.since = (select max(n.since) from member_move n
        where n.tenant_id = ${tenant} and n.member_id = ${member})`.execute(tx)
    await sql`update member set status = 'active' where tenant_id = ${tenant} and member_id = ${member}`.execute(tx)
    const [first, last] = [weekStart(left.day), weekStart(shanghaiDay(now))]
    const weeks = []
    for (let week = first; week <= last; week = addDays(week, 7)) weeks.push({ branch, week })
    await markDirty(tx, tenant, weeks)
    const reason = `${left.day} 的转出`
    await audit(tx, { tenant, actor, action: 'roster.back', org: branch, subject: member, reason }, now)
    return 'done'
  })
}

async function hasNamesake(tx: Transaction<Tables>, { tenant, branch }: BranchScope, name: string): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from member where tenant_id = ${tenant}
    and branch_id = ${branch} and status = 'active'`.execute(tx)
  return rows.some(it => personName(it.name) === personName(name))
}
