import { type RawBuilder, sql } from 'kysely'
import type { NeedyBranch } from '../../../../domain/contract/branch-needs'
import { type BranchNeed, CONTACT_DAYS, metSince, monthAsked } from '../../../../domain/district/branch-needs'
import { type Day, addDays } from '../../../../domain/time/day'
import { monthStart } from '../../../../domain/time/month'
import type { TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { type Branch, branchesUnder } from './branches'

/** The branches under the scope that need a hand by `today`, as on the roster, and how many there are in all. */
export async function needyBranches(
  db: Database,
  scope: TreeScope,
  today: Day,
): Promise<{ branches: number; needy: NeedyBranch[] }> {
  const { tenant } = scope
  const branches = await branchesUnder(db, scope)
  const ids = branches.map(it => it.org)
  const own = (table: string) =>
    sql`${sql.ref(`${table}.tenant_id`)} = ${tenant} and ${sql.ref(`${table}.branch_id`)} = any(${ids}::text[])`
  const count = async (counted: RawBuilder<{ branch: string; n: number }>) =>
    new Map((await counted.execute(db)).rows.map(({ branch, n }) => [branch, n]))
  const filed = await count(sql`select f.branch_id as branch, 1 as n from filed_month f
    where ${own('f')} and f.month = ${monthStart(monthAsked(today))}::date`)
  const met = await count(sql`select t.branch_id as branch, count(*)::int as n from meeting t
    where ${own('t')} and t.day between ${metSince(today)} and ${today}::date and exists (select 1 from meeting_presence p
      where p.tenant_id = ${tenant} and p.branch_id = t.branch_id and p.meeting_id = t.meeting_id)
    group by t.branch_id`)
  const deeds = await count(sql`select t.branch_id as branch, count(*)::int as n from activity t
    where ${own('t')} and not t.done and t.due < ${today}::date group by t.branch_id`)
  const bound = await count(sql`select m.branch_id as branch, count(*)::int as n from member m
    where ${own('m')} and m.status = 'active' and m.member_id in (select a.member_id from account a
      where a.tenant_id = ${tenant}) group by m.branch_id`)
  const contacts = await lastContacts(db, tenant, ids, today)
  const needsOf = ({ org }: Branch): BranchNeed[] => [
    ...(filed.has(org) ? [] : ['unfiled' as const]),
    ...(met.has(org) ? [] : ['meeting' as const]),
    ...(deeds.has(org) ? ['deeds' as const] : []),
    ...(bound.has(org) ? [] : ['unbound' as const]),
  ]
  const needy = branches.flatMap(branch => {
    const needs = needsOf(branch)
    if (needs.length === 0) return []
    const contact = contacts.get(branch.org)
    return [{ ...branch, needs, deeds: deeds.get(branch.org) ?? 0, ...(contact ? { contact } : {}) }]
  })
  return { branches: branches.length, needy }
}

/** The last time that somebody above was in touch with each branch, of the last {@link CONTACT_DAYS} days. */
async function lastContacts(db: Database, tenant: string, ids: readonly string[], today: Day) {
  const { rows } = await sql<{ branch: string; day: Day; note: string; by: string | null }>`
    select distinct on (c.branch_id) c.branch_id as branch, c.day, c.note,
      case when m.status <> 'erased' then m.name end as by
    from branch_contact c left join member m on m.tenant_id = ${tenant} and m.member_id = c.contacted_by
    where c.tenant_id = ${tenant} and c.branch_id = any(${[...ids]}::text[])
      and c.day >= ${addDays(today, -CONTACT_DAYS)}::date
    order by c.branch_id, c.day desc, c.contact_id desc`.execute(db)
  return new Map(
    rows.map(({ branch, by, ...contact }) => [branch, { ...contact, ...(by === null ? {} : { by }) }] as const),
  )
}
