import type pg from 'pg'
import { monthEnd } from '../../domain/time/month'

const TITLE = '量一量'

/**
 * What some branches of a tenant keep in a month (`YYYY-MM`): a meeting of each of four kinds with who was there and who was on
 * leave, two activities with who took part, two tasks, and who is in the committee and in which 党小组. Once in a district.
 */
export async function plantMonth(
  pool: pg.Pool,
  tenant: string,
  branches: readonly string[],
  month: string,
): Promise<void> {
  const own = [tenant, branches]
  const kept = await pool.query('select 1 from meeting where tenant_id = $1 and title = $2 limit 1', [tenant, TITLE])
  if (kept.rows.length > 0) return
  const first = `${month}-01`
  const ask = (sql: string, ...more: unknown[]) => pool.query(sql, [...own, ...more])
  await ask(`insert into member_post (tenant_id, branch_id, member_id, since, committee, party_group)
    select $1, branch_id, member_id, 'epoch', place_of <= 5, (array['第一', '第二'])[1 + place_of % 2]
    from (select branch_id, member_id, row_number() over (partition by branch_id order by member_id) as place_of
      from member where tenant_id = $1 and branch_id = any($2)) m on conflict do nothing`)
  await ask(
    `insert into meeting (tenant_id, branch_id, meeting_id, kind, title, day, time, party_group, created_by, created_at, hours)
      select $1, b, gen_random_uuid(), kind, '${TITLE}', $3::date + (n::int - 1) * 6, '15:00', case kind when 'group' then '第一' end,
        gen_random_uuid(), now(), 2
      from unnest($2::text[]) b, unnest(array['congress', 'committee', 'group', 'theme_day']) with ordinality k (kind, n)`,
    first,
  )
  const those = `t.tenant_id = $1 and t.branch_id = any($2) and t.day between $3::date and $4::date`
  const days = [first, monthEnd(month)]
  const drawn = `('x' || substr(md5(m.member_id::text || t.meeting_id), 1, 6))::bit(24)::integer % 100`
  await ask(
    `insert into meeting_presence (tenant_id, branch_id, meeting_id, member_id, at)
      select $1, t.branch_id, t.meeting_id, m.member_id, now() from meeting t
      join member m on m.tenant_id = $1 and m.branch_id = t.branch_id
      where ${those} and ${drawn} < 80 on conflict do nothing`,
    ...days,
  )
  await ask(
    `insert into meeting_leave (tenant_id, branch_id, meeting_id, member_id, reason, recorded_by, recorded_at)
      select $1, t.branch_id, t.meeting_id, m.member_id, 'ill', m.member_id, now() from meeting t
      join member m on m.tenant_id = $1 and m.branch_id = t.branch_id
      where ${those} and ${drawn} >= 90 on conflict do nothing`,
    ...days,
  )
  await ask(
    `insert into activity (tenant_id, branch_id, activity_id, kind, title, day, hours, state, done, words, created_by, created_at,
        changed_at)
      select $1, b, gen_random_uuid(), 'reading', '好书荐读', $3::date + n * 9, 1, 'done', true, '{}', gen_random_uuid(), now(), now()
      from unnest($2::text[]) b, generate_series(0, 1) n`,
    first,
  )
  await ask(
    `insert into activity_member (tenant_id, branch_id, activity_id, member_id)
      select $1, t.branch_id, t.activity_id, m.member_id from activity t
      join member m on m.tenant_id = $1 and m.branch_id = t.branch_id where ${those} on conflict do nothing`,
    ...days,
  )
  await ask(
    `insert into assignment (tenant_id, branch_id, assignment_id, title, due, items, created_by, created_at)
      select $1, b, gen_random_uuid(), '读两篇', $3::date + 12 + n * 10, array['a-0001', 'article:a-0002'], gen_random_uuid(),
        $3::date + n * 10
      from unnest($2::text[]) b, generate_series(0, 1) n`,
    first,
  )
  await pool.query(
    'vacuum analyze meeting, meeting_presence, meeting_leave, activity, activity_member, assignment, member_post',
  )
}
