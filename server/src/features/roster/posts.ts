import { type RawBuilder, sql } from 'kysely'
import { naturalOrder } from '../../../../domain/text/natural-order'
import type { BranchPosts } from '../../../../domain/contract/meetings'
import type { Database } from '../../database/pool'

/** Whether somebody is in the committee of the branch, and in which of its 党小组; '' is none. */
export interface Post {
  committee: boolean
  group: string
}

/** The last word of the roster on a member `m` in a branch, the one they are in without a name, as a lateral join `o`. */
export const lastPost = (
  tenant: string,
  branch: string | RawBuilder<unknown> = sql.ref('m.branch_id'),
) => sql`left join lateral (select committee, party_group
    from member_post where tenant_id = ${tenant} and branch_id = ${branch} and member_id = m.member_id
    order by since desc limit 1) o on true`

/** What the roster of a branch says of its committee and its 党小组 now. */
export async function branchPosts(
  db: Database,
  { tenant, branch }: { tenant: string; branch: string },
): Promise<BranchPosts> {
  const { rows } = await sql<{ committee: boolean; party_group: string }>`select o.committee, o.party_group
    from member m ${lastPost(tenant, branch)}
    where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.status = 'active' and o.committee is not null`.execute(
    db,
  )
  const groups = [...new Set(rows.map(it => it.party_group).filter(Boolean))].sort(naturalOrder)
  return { groups, committee: rows.filter(it => it.committee).length }
}

/** The first word on a member is taken for the time before as well: the meetings of last month are written down with it. */
const ALWAYS = new Date(0)

/** Writes down what a roster says of a member's posts in the branch, where it says something new. `now` in milliseconds. */
export async function writePost(
  tx: Database,
  tenant: string,
  branch: string,
  member: string,
  said: Partial<Post>,
  now: number,
): Promise<void> {
  if (said.committee === undefined && said.group === undefined) return
  const { rows } = await sql<{ committee: boolean; party_group: string }>`select committee, party_group from member_post
    where tenant_id = ${tenant} and branch_id = ${branch} and member_id = ${member} order by since desc limit 1`.execute(
    tx,
  )
  const before = rows[0]
  const committee = said.committee ?? before?.committee ?? false
  const group = said.group ?? before?.party_group ?? ''
  if (before?.committee === committee && before.party_group === group) return
  const since = before ? new Date(now) : ALWAYS
  await sql`insert into member_post (tenant_id, branch_id, member_id, since, committee, party_group)
    values (${tenant}, ${branch}, ${member}, ${since}, ${committee}, ${group})
    on conflict (tenant_id, branch_id, member_id, since) do update set committee = excluded.committee,
      party_group = excluded.party_group`.execute(tx)
}
