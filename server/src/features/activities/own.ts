import { sql } from 'kysely'
import type { SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { hasName, withoutName } from '../audit/names-in-texts'

/** What the member took part in or was in charge of, for a copy of one's own. */
export async function ownActivityRecords(db: Database, { tenant, member }: SelfScope) {
  const { rows } = await sql`select t.day, t.kind, t.title, t.state, coalesce(t.lead_id = ${member}, false) as lead,
      exists (select 1 from activity_member p where p.tenant_id = ${tenant} and p.branch_id = t.branch_id
        and p.activity_id = t.activity_id and p.member_id = ${member}) as took_part
    from activity t where t.tenant_id = ${tenant} and (t.lead_id = ${member} or (t.branch_id, t.activity_id) in
      (select branch_id, activity_id from activity_member where tenant_id = ${tenant} and member_id = ${member}))
    order by t.day, t.activity_id`.execute(db)
  return rows
}

/** Takes the member out of what branches did, by id and, in those where their name means them, by that: what was done stays. */
export async function forgetInActivities(
  tx: Database,
  { tenant, member }: SelfScope,
  name: string | undefined,
  branches: readonly string[],
): Promise<void> {
  await sql`delete from activity_member where tenant_id = ${tenant} and member_id = ${member}`.execute(tx)
  await sql`update activity set lead_id = null where tenant_id = ${tenant} and lead_id = ${member}`.execute(tx)
  if (name === undefined) return
  const without = (column: string) => withoutName(sql.ref(column), name)
  const has = (column: string) => hasName(sql.ref(column), name)
  await sql`update activity set title = ${without('title')}, place = ${without('place')},
      words = coalesce((select jsonb_object_agg(key, ${without('value')}) from jsonb_each_text(words)), '{}')
    where tenant_id = ${tenant} and branch_id = any(${[...branches]}::text[]) and (${has('title')} or ${has('place')}
      or exists (select 1 from jsonb_each_text(words) as w where ${has('w.value')}))`.execute(tx)
}
