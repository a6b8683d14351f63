import { type RawBuilder, sql } from 'kysely'
import { SMALLEST_TOLD } from '../../../../domain/contract/limits'
import type { Send, Sent, SentBranch, Theme } from '../../../../domain/contract/sent-down'
import { type Day, shanghaiDay } from '../../../../domain/time/day'
import { naturalOrder } from '../../../../domain/text/natural-order'
import type { BranchScope, TreeScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { newId } from '../audit/audit'
import { countSentTask } from '../assignments/sent-counts'
import type { Branch } from './branches'

/** Sends it to the branches: a task becomes an assignment of each. Returns its id. */
export async function sendDown(
  tx: Database,
  { tenant, org, actor }: TreeScope,
  { kind, title, note, due, items }: Send,
  branches: readonly Branch[],
  now: number,
): Promise<string> {
  const id = newId(now)
  const at = new Date(now)
  const chosen = [...new Set(items)]
  await tx
    .insertInto('sent_down')
    .values({
      ...{ tenant_id: tenant, sent_id: id, org_id: org, kind, title, note: note ?? null, due, items: chosen },
      ...{ sent_by: actor, sent_at: at },
    })
    .execute()
  const ids = branches.map(it => it.org)
  await sql`insert into sent_branch (tenant_id, branch_id, sent_id)
    select ${tenant}, b, ${id} from unnest(${ids}::text[]) as s (b)`.execute(tx)
  if (kind === 'theme') return id
  let assignment: string | undefined
  const keys = ids.map(() => (assignment = newId(now, assignment)))
  await sql`insert into assignment
      (tenant_id, branch_id, assignment_id, title, note, due, items, created_by, created_at, sent_id)
    select ${tenant}, s.b, s.k, ${title}, ${note ?? null}, ${due}::date, ${chosen}::text[], ${actor}, ${at}, ${id}
    from unnest(${ids}::text[], ${keys}::uuid[]) as s (b, k)`.execute(tx)
  return id
}

type Row = Omit<Sent, 'at' | 'by' | 'note'> & { at: Date; by: string | null; note: string | null }

async function read(db: Database, { tenant, org }: TreeScope, which: RawBuilder<unknown>): Promise<Sent[]> {
  const { rows } = await sql<Row>`select s.sent_id as id, s.kind, s.title, s.note, s.due, s.items, s.sent_at as at,
      case when m.status <> 'erased' then m.name end as by,
      (select count(*) from sent_branch b where b.tenant_id = ${tenant} and b.sent_id = s.sent_id)::int as branches
    from sent_down s left join member m on m.tenant_id = ${tenant} and m.member_id = s.sent_by
    where s.tenant_id = ${tenant} and s.org_id = ${org} and ${which}`.execute(db)
  return rows.map(({ at, by, note, ...row }) => ({
    ...row,
    at: at.toISOString(),
    ...(by === null ? {} : { by }),
    ...(note === null ? {} : { note }),
  }))
}

/** What the organisation has sent, latest first, `limit` from the row `from` on. */
export const listSent = (db: Database, scope: TreeScope, from: number, limit: number): Promise<Sent[]> =>
  read(db, scope, sql`true order by s.sent_at desc, s.sent_id desc limit ${limit} offset ${from}`)

/** How many things the organisation has sent in all. */
export async function countSent(db: Database, { tenant, org }: TreeScope): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from sent_down
    where tenant_id = ${tenant} and org_id = ${org}`.execute(db)
  return rows[0]!.n
}

/** One of the organisation's; undefined when there is none. */
export const readSent = async (db: Database, scope: TreeScope, id: string): Promise<Sent | undefined> =>
  (await read(db, scope, sql`s.sent_id = ${id}`))[0]

/** To which branches it went, as on the roster. */
export async function branchesOfSent(db: Database, { tenant }: TreeScope, id: string): Promise<Branch[]> {
  const { rows } = await sql<Branch>`select o.org_id as org, o.name from sent_branch b
    join org o on o.tenant_id = ${tenant} and o.org_id = b.branch_id
    where b.tenant_id = ${tenant} and b.sent_id = ${id}`.execute(db)
  return rows.sort((a, b) => naturalOrder(a.org, b.org))
}

/** What has become of it in these branches. Of a few people no number is told. */
export async function outcomes(
  db: Database,
  { tenant }: TreeScope,
  sent: Sent,
  branches: readonly Branch[],
): Promise<SentBranch[]> {
  const ids = branches.map(it => it.org)
  if (sent.kind === 'theme') {
    const { rows } = await sql<{ branch: string }>`select distinct t.branch_id as branch from meeting t
      where t.tenant_id = ${tenant} and t.branch_id = any(${ids}::text[]) and t.kind = 'theme_day'
        and t.day between ${shanghaiDay(Date.parse(sent.at))} and ${sent.due}
        and exists (select 1 from meeting_presence p where p.tenant_id = ${tenant} and p.branch_id = t.branch_id
          and p.meeting_id = t.meeting_id)`.execute(db)
    const held = new Set(rows.map(it => it.branch))
    return branches.map(it => ({ ...it, held: held.has(it.org) }))
  }
  const counts = await countSentTask(db, tenant, ids, sent.id)
  return branches.map(it => {
    const count = counts.get(it.org)
    return count && count.members >= SMALLEST_TOLD ? { ...it, ...count } : it
  })
}

/** Takes it back, from the branches too; false when the organisation has sent no such thing. */
export async function takeSentBack(
  tx: Database,
  { tenant, org }: TreeScope,
  id: string,
): Promise<Sent['title'] | undefined> {
  const { rows } = await sql<{ title: string }>`delete from sent_down where tenant_id = ${tenant} and sent_id = ${id}
    and org_id = ${org} returning title`.execute(tx)
  if (!rows[0]) return undefined
  await sql`delete from assignment where tenant_id = ${tenant} and sent_id = ${id} and branch_id in
    (select branch_id from sent_branch where tenant_id = ${tenant} and sent_id = ${id})`.execute(tx)
  await sql`delete from sent_branch where tenant_id = ${tenant} and sent_id = ${id}`.execute(tx)
  return rows[0].title
}

/** Themes that hold for a branch on `today`, the nearest last day first. */
export async function themesOf(db: Database, { tenant, branch }: BranchScope, today: Day): Promise<Theme[]> {
  const { rows } = await sql<Omit<Theme, 'note'> & { note: string | null }>`
    select s.sent_id as id, s.title, s.note, s.due, s.items, o.name as "from"
    from sent_branch b join sent_down s on s.tenant_id = ${tenant} and s.sent_id = b.sent_id
    join org o on o.tenant_id = ${tenant} and o.org_id = s.org_id
    where b.tenant_id = ${tenant} and b.branch_id = ${branch} and s.kind = 'theme' and s.due >= ${today}::date
    order by s.due, s.sent_id`.execute(db)
  return rows.map(({ note, ...row }) => ({ ...row, ...(note === null ? {} : { note }) }))
}
