import { type RawBuilder, sql } from 'kysely'
import type { BranchScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { among, membersBefore } from '../reports/membership'

/** When the meeting of a row `t` begins. */
const beginning = sql`(t.day + t.time::time) at time zone 'Asia/Shanghai'`

/** Ids of those in the branch when the meeting of a row `t` began: of one to come, those who are in it now. */
const inBranchAt = (tenant: string, branch: string) => membersBefore(tenant, branch, beginning)

/** What the roster said then of the member of `who` in the branch: a column of member_post. */
const postAt = (tenant: string, branch: string, who: string, column: 'committee' | 'party_group') =>
  sql`(select ${sql.ref(`o.${column}`)} from member_post o where o.tenant_id = ${tenant} and o.branch_id = ${branch}
    and o.member_id = ${sql.ref(`${who}.member_id`)} and o.since < ${beginning} order by o.since desc limit 1)`

/**
 * Ids of those whom the meeting of a row `t` expects: of a committee's the committee, of a 党小组's its members, else all who
 * were in the branch when it began. Where the roster marked no committee, all.
 */
export function expectedAt(tenant: string, branch: string): RawBuilder<unknown> {
  const inCommittee = (who: string) => sql`coalesce(${postAt(tenant, branch, who, 'committee')}, false)`
  return sql`select e.member_id from (${inBranchAt(tenant, branch)}) e where case t.kind
    when 'committee' then ${inCommittee('e')}
      or not exists (select 1 from (${inBranchAt(tenant, branch)}) c where ${inCommittee('c')})
    when 'group' then t.party_group is null or ${postAt(tenant, branch, 'e', 'party_group')} = t.party_group
    else true end`
}

/** Whether all of them are in the branch now, or were when the meeting began. */
export async function areOfBranch(
  db: Database,
  { tenant, branch }: Pick<BranchScope, 'tenant' | 'branch'>,
  meeting: string,
  members: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(members)]
  if (wanted.length === 0) return true
  const { rows } = await sql<{ n: number }>`select count(distinct who.member_id) as n from meeting t
    cross join lateral (${inBranchAt(tenant, branch)} union all select member_id from member
      where tenant_id = ${tenant} and branch_id = ${branch} and status = 'active') who
    where t.tenant_id = ${tenant} and t.branch_id = ${branch} and t.meeting_id = ${meeting}
      and ${among(wanted, 'who.member_id')}`.execute(db)
  return rows[0]!.n === wanted.length
}
