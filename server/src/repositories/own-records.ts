import { sql } from 'kysely'
import type { MemberDay, MemberItem } from '../../../domain/progress/summaries'
import type { SelfScope } from '../auth/scope'
import { type Database, together } from '../database/pool'
import { emptySummary, type Summary } from '../ingest/recount'
import { COUNTERS } from './day-rows'
import { leaveShares } from './erased-shares'

/** What a new phone gets back. `late` days stand in totals and earn nothing. */
export interface History extends Summary {
  items: MemberItem[]
  days: MemberDay[]
  late: MemberDay[]
}

/** One's summaries; a member who changed branch has one line a day all the same. */
export async function readHistory(db: Database, { tenant, member }: SelfScope): Promise<History> {
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const items = await sql<{ state: MemberItem }>`select state from member_item where ${own} order by item`.execute(db)
  const days = await sql<MemberDay & { late: boolean }>`select day, late, ${sql.join(
    COUNTERS.map(name => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`),
  )},
      coalesce((select json_agg(distinct i) from member_day d, unnest(d.items) i where d.tenant_id = ${tenant}
        and d.member_id = ${member} and d.day = member_day.day and d.late = member_day.late), '[]') as items
    from member_day where ${own} group by day, late order by day`.execute(db)
  const summary = await sql<{ state: Summary }>`select state from member_summary where ${own}`.execute(db)
  const of = (late: boolean) => days.rows.filter(row => row.late === late).map(({ late: _late, ...day }) => day)
  return {
    items: items.rows.map(row => row.state),
    days: of(false),
    late: of(true),
    ...(summary.rows[0]?.state ?? emptySummary()),
  }
}

/** Every record of the member that the service holds, for a copy of one's own. */
export async function readEverything(db: Database, scope: SelfScope) {
  const { tenant, member } = scope
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows
  const me =
    await rows(sql`select name, branch_id as branch, status, goal, unmasked, offline, consent_version, consent_at
    from member where ${own}`)
  return {
    member: me[0],
    branches: await rows(sql`select since, branch_id as branch from member_move where ${own} order by since`),
    earlierGoals: await rows(
      sql`select last_week as "lastWeek", goal from earlier_goal where ${own} order by last_week`,
    ),
    roles: await rows(sql`select role, org_id as org from role_grant where ${own}`),
    ...(await readHistory(db, scope)),
    withTheBranch: await rows(sql`select day, minutes, what, reason, recorded_at from offline_study where ${own}
      order by day`),
    meetings: await rows(sql`select t.day, t.time, t.kind, t.title, p.at, p.reason from meeting_presence p
      join meeting t on t.tenant_id = ${tenant} and t.branch_id = p.branch_id and t.meeting_id = p.meeting_id
      where p.tenant_id = ${tenant} and p.member_id = ${member} order by t.day, t.time`),
    events: await rows(
      sql`select event_id as id, day, at, received_at, late, body from event where ${own} order by at`,
    ),
    audit: await rows(sql`select at, action, reason from audit_log where tenant_id = ${tenant}
      and (subject_id = ${member} or actor_id = ${member}) order by at`),
  }
}

/**
 * Removes what the member did, who they are, and what others wrote about them. What the branch's past adds up to stays: it
 * names nobody; so does who did what and when in the audit log.
 */
export async function eraseMember(db: Database, scope: SelfScope, now: number): Promise<void> {
  const { tenant, member } = scope
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  await together(db, async tx => {
    await sql`select 1 from member where ${own} for update`.execute(tx)
    await leaveShares(tx, scope, now)
    // Before the account goes: a request that still waits is known by it.
    await sql`delete from binding_request where tenant_id = ${tenant} and (member_id = ${member} or openid_hmac in
      (select openid_hmac from account where ${own}))`.execute(tx)
    await sql`update audit_log set reason = null where tenant_id = ${tenant} and subject_id = ${member}`.execute(tx)
    for (const table of TABLES) await sql`delete from ${sql.table(table)} where ${own}`.execute(tx)
    await sql`update member set name = '已注销', status = 'erased', last4_hmac = null, unmasked = false,
      consent_version = null, consent_at = null, token_version = token_version + 1 where ${own}`.execute(tx)
  })
}

const TABLES = [
  'event',
  'member_day',
  'member_item',
  'member_summary',
  'offline_study',
  'meeting_presence',
  'sign_in_try',
  'member_move',
  'earlier_goal',
  'role_grant',
  'refresh_token',
  'account',
]
