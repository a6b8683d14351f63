import { sql } from 'kysely'
import type { SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'

/** What the member answered in contests and what came of it, for a copy of one's own. Keys of a contest under way are not in it. */
export async function ownContestRecords(db: Database, { tenant, member }: SelfScope, now: number) {
  const { rows } =
    await sql`select c.title, t.try, t.began_at, t.finished_at, t.masked, t.consent_version, t.allowance_ms,
      (select coalesce(json_agg(json_build_object('question', a -> 0, 'given', a -> 1, 'ms', a -> 3, 'late', a -> 4)
          order by nth), '[]')
        from jsonb_array_elements(t.answers) with ordinality as answered (a, nth)) as answers,
      case when c.closes_at < ${new Date(now)} then r.correct end as "right", r.place
    from contest_try t join contest c on c.tenant_id = ${tenant} and c.contest_id = t.contest_id
      left join contest_result r on r.tenant_id = ${tenant} and r.contest_id = t.contest_id and r.member_id = t.member_id
        and r.try = t.try
    where t.tenant_id = ${tenant} and t.member_id = ${member} order by t.began_at`.execute(db)
  return rows
}

/** What of contests goes with a member who deletes themselves. */
export const CONTEST_TABLES = ['contest_try', 'contest_result', 'contest_appeal'] as const

/**
 * Takes away the score of every team that the member was one of: the organiser reads the others of it by name, and less them it would
 * be the score of the one who has gone. Before the results themselves go.
 */
export async function withdrawTeams(tx: Database, { tenant, member }: SelfScope): Promise<void> {
  // Results that are being made have them in; made, they are seen below, and those of later are made without them.
  await sql`select 1 from contest where tenant_id = ${tenant} and contest_id in (select contest_id from contest_try
    where tenant_id = ${tenant} and member_id = ${member}) order by contest_id for share`.execute(tx)
  await sql`delete from contest_team t using contest_result r, org o
    where t.tenant_id = ${tenant} and r.tenant_id = ${tenant} and r.contest_id = t.contest_id and r.member_id = ${member}
      and o.tenant_id = ${tenant} and o.org_id = r.branch_id and t.org_id = any(string_to_array(o.path, '/'))`.execute(
    tx,
  )
}
