import { sql } from 'kysely'
import { paperSize } from '../../../../domain/contest/paper'
import type { ContestSettings } from '../../../../domain/contract/contests'
import { type Database, takeYourTime, together } from '../../database/pool'
import { paperOf, readSealed } from './known-contests'

interface Graded {
  settings: ContestSettings
  graded: Date | null
}

/**
 * Makes the results of a contest that has ended, when there are none or a question was voided since: the first who asks waits for it,
 * others wait for them. The best try of each entrant counts, right answers first, then time; a voided question is right for everybody
 * whose paper has it, reached or not, and costs no time. Whoever answered nothing has no result. `now` in milliseconds.
 */
export async function settleContest(db: Database, tenant: string, id: string, now: number): Promise<void> {
  const graded = () => sql<Graded>`select settings, graded_at as graded from contest where tenant_id = ${tenant}
    and contest_id = ${id}`
  const { rows } = await graded().execute(db)
  if (!rows[0] || rows[0].graded) return
  await together(db, async tx => {
    await takeYourTime(tx)
    const { rows: locked } = await sql<Graded>`${graded()} for update`.execute(tx)
    if (locked[0]!.graded) return
    await grade(tx, tenant, id, locked[0]!.settings)
    await sql`update contest set graded_at = ${new Date(now)}, graded_of = (select count(*) from contest_result
        where tenant_id = ${tenant} and contest_id = ${id}) where tenant_id = ${tenant}
      and contest_id = ${id}`.execute(tx)
  })
}

async function grade(tx: Database, tenant: string, id: string, settings: ContestSettings): Promise<void> {
  const own = sql`tenant_id = ${tenant} and contest_id = ${id}`
  for (const table of ['contest_result', 'contest_team'])
    await sql`delete from ${sql.table(table)} where ${own}`.execute(tx)
  // Waits for answers that are being stored, and those that wait for this find their try closed.
  await sql`update contest_try set closed = true where ${own} and finished_at is null and not closed`.execute(tx)
  const { rows } = await sql<{ number: number }>`select number from contest_void where ${own}`.execute(tx)
  const voids = rows.map(it => it.number)
  const voided = sql`(a ->> 0)::int = any(${voids}::int[])`
  const unreached = voids.length > 0 ? await unreachedVoids(tx, tenant, id, settings, new Set(voids)) : []
  // How they wanted to be named last holds for all of their tries.
  await sql`insert into contest_result (tenant_id, contest_id, member_id, try, branch_id, masked, correct, questions, spent_ms,
      allowance_ms, place)
    select ${tenant}, ${id}::uuid, b.member_id, b.try, b.branch_id, b.masked, b.correct, ${paperSize(settings.paper)}::int, b.spent,
      b.allowance_ms, rank() over (order by b.correct desc, b.spent)
    from (
      select distinct on (s.member_id) s.* from (
        select t.member_id, t.try, t.branch_id, t.allowance_ms,
          (select l.masked from contest_try l where l.tenant_id = ${tenant} and l.contest_id = ${id}
            and l.member_id = t.member_id order by l.try desc limit 1) as masked,
          (select count(*) from jsonb_array_elements(t.answers) a where (a ->> 2)::int = 1 or ${voided})::int
            + coalesce(u.count, 0) as correct,
          (select coalesce(sum(greatest((a ->> 3)::int, 0)), 0) from jsonb_array_elements(t.answers) a where not ${voided}) as spent
        from contest_try t
          left join unnest(${unreached.map(it => it.member)}::uuid[], ${unreached.map(it => it.try)}::int[],
            ${unreached.map(it => it.count)}::int[]) u (member_id, try, count)
            on u.member_id = t.member_id and u.try = t.try
        where t.tenant_id = ${tenant} and t.contest_id = ${id}
          and jsonb_path_exists(t.answers, '$[*][1] ? (@ != null)')
      ) s order by s.member_id, s.correct desc, s.spent, s.try
    ) b`.execute(tx)
  if (settings.teams) await gradeTeams(tx, tenant, id, settings.teams)
}

/** Voided questions of papers whose entrants did not get as far, by try. */
async function unreachedVoids(
  tx: Database,
  tenant: string,
  id: string,
  settings: ContestSettings,
  voids: ReadonlySet<number>,
): Promise<{ member: string; try: number; count: number }[]> {
  const sealed = await readSealed(tx, tenant, id)
  if (!sealed) return []
  const { rows } = await sql<{ member: string; try: number; answered: number }>`select member_id as member, try,
      jsonb_array_length(answers) as answered
    from contest_try where tenant_id = ${tenant} and contest_id = ${id} and answers <> '[]'
      and jsonb_array_length(answers) < ${paperSize(settings.paper)}`.execute(tx)
  return rows.flatMap(({ answered, ...it }) => {
    const rest = paperOf({ sealed, settings }, it.member, it.try).slice(answered)
    const count = rest.filter(place => voids.has(place.number)).length
    return count > 0 ? [{ ...it, count }] : []
  })
}

/** A team is a branch, or what lies directly under the district; of fewer than its best so many there is no score. */
async function gradeTeams(
  tx: Database,
  tenant: string,
  id: string,
  { level, best }: NonNullable<ContestSettings['teams']>,
): Promise<void> {
  const team = level === 'branch' ? sql`r.branch_id` : sql`coalesce(nullif(split_part(o.path, '/', 3), ''), o.org_id)`
  await sql`insert into contest_team (tenant_id, contest_id, org_id, correct, place)
    select ${tenant}, ${id}::uuid, s.team, s.correct, rank() over (order by s.correct desc) from (
      select n.team, sum(n.correct)::int as correct from (
        select ${team} as team, r.correct,
          row_number() over (partition by ${team} order by r.place, r.member_id) as nth
        from contest_result r join org o on o.tenant_id = ${tenant} and o.org_id = r.branch_id
        where r.tenant_id = ${tenant} and r.contest_id = ${id}
      ) n where n.nth <= ${best} group by n.team having count(*) = ${best}
    ) s`.execute(tx)
}
