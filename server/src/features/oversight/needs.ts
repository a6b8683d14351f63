import { sql } from 'kysely'
import type { NeedyBranch } from '../../../../domain/contract/branch-needs'
import {
  type BranchNeed,
  CONTACT_DAYS,
  metSince,
  monthAsked,
  owesMeeting,
  owesMonth,
} from '../../../../domain/district/branch-needs'
import { naturalOrder } from '../../../../domain/text/natural-order'
import { type Day, addDays } from '../../../../domain/time/day'
import { monthStart } from '../../../../domain/time/month'
import type { TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { inside } from '../reports/inside'
import type { Branch } from './branches'

/** A branch and what it keeps of what is asked for: null where it keeps none. `since` it is kept here; null is always. */
type Keeps = Branch & { since: Day | null; filed: 1 | null; met: 1 | null; bound: 1 | null; deeds: number }

/**
 * Every branch under the scope with what it keeps by `today`. One after the other, each looked up in an index until the first is
 * found: joined, all of the district's meetings and members would be read for a yes or a no.
 */
async function whatIsKept(db: Database, scope: TreeScope, today: Day): Promise<Keeps[]> {
  const { tenant } = scope
  const own = (table: string) =>
    sql`${sql.ref(`${table}.tenant_id`)} = ${tenant} and ${sql.ref(`${table}.branch_id`)} = o.org_id`
  const { rows } = await sql<Keeps>`select o.org_id as org, o.name, o.since,
      (select 1 from filed_month f where ${own('f')} and f.month = ${monthStart(monthAsked(today))}::date limit 1) as filed,
      (select 1 from meeting t where ${own('t')} and t.day between ${metSince(today)} and ${today}::date
        and exists (select 1 from meeting_presence p where ${own('p')} and p.meeting_id = t.meeting_id) limit 1) as met,
      (select 1 from member m where ${own('m')} and m.status = 'active' and m.member_id in (select a.member_id from account a
        where a.tenant_id = ${tenant}) limit 1) as bound,
      (select count(*)::int from activity t where ${own('t')} and not t.done and t.due < ${today}::date) as deeds
    from org o where o.tenant_id = ${tenant} and o.type = 'branch' and ${inside(scope)}`.execute(db)
  return rows.sort((a, b) => naturalOrder(a.org, b.org))
}

/** The branches under the scope that need a hand by `today`, as on the roster, and how many there are in all. */
export async function needyBranches(
  db: Database,
  scope: TreeScope,
  today: Day,
): Promise<{ branches: number; needy: NeedyBranch[] }> {
  const branches = await whatIsKept(db, scope, today)
  const contacts = await lastContacts(db, scope.tenant, today)
  const needy = branches.flatMap(({ org, name, since, filed, met, bound, deeds }) => {
    // Nothing is asked of a time before the branch was there.
    const needs: BranchNeed[] = [
      ...(filed === null && (since === null || owesMonth(since, today)) ? ['unfiled' as const] : []),
      ...(met === null && (since === null || owesMeeting(since, today)) ? ['meeting' as const] : []),
      ...(deeds > 0 ? ['deeds' as const] : []),
      ...(bound === null ? ['unbound' as const] : []),
    ]
    if (needs.length === 0) return []
    const contact = contacts.get(org)
    return [{ org, name, needs, deeds, ...(contact ? { contact } : {}) }]
  })
  return { branches: branches.length, needy }
}

/** The last time that somebody above was in touch with each branch, of the last {@link CONTACT_DAYS} days. */
async function lastContacts(db: Database, tenant: string, today: Day) {
  const { rows } = await sql<{ branch: string; day: Day; note: string; by: string | null }>`
    select distinct on (c.branch_id) c.branch_id as branch, c.day, c.note,
      case when m.status <> 'erased' then m.name end as by
    from branch_contact c left join member m on m.tenant_id = ${tenant} and m.member_id = c.contacted_by
    where c.tenant_id = ${tenant} and c.day >= ${addDays(today, -CONTACT_DAYS)}::date
    order by c.branch_id, c.day desc, c.contact_id desc`.execute(db)
  return new Map(
    rows.map(({ branch, by, ...contact }) => [branch, { ...contact, ...(by === null ? {} : { by }) }] as const),
  )
}
