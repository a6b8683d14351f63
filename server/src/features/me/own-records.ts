import { sql } from 'kysely'
import type { SelfScope } from '../../auth/scope'
import { type Database, together } from '../../database/pool'
import { forgetInActivities, ownActivityRecords } from '../activities/own'
import { hasName, withoutName } from '../audit/names-in-texts'
import { CONTEST_TABLES, ownContestRecords, withdrawTeams } from '../contest/own-records'
import { readDays } from '../days/queries'
import { leaveShares } from './erased-shares'

/** Every record of the member that the service holds, for a copy of one's own. */
export async function readEverything(db: Database, scope: SelfScope, now: number) {
  const { tenant, member } = scope
  const own = sql`tenant_id = ${tenant} and member_id = ${member}`
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows
  const me = await rows(sql`select name, branch_id as branch, status, unmasked, offline, consent_version, consent_at
    from member where ${own}`)
  return {
    member: me[0],
    branches: await rows(sql`select since, branch_id as branch from member_move where ${own} order by since`),
    roles: await rows(sql`select role, org_id as org from role_grant where ${own}`),
    days: await readDays(db, scope),
    withTheBranch: await rows(sql`select day, minutes, what, reason, recorded_at from offline_study where ${own}
      order by day`),
    meetings: await rows(sql`select t.day, t.time, t.kind, t.title, p.at, p.reason from meeting_presence p
      join meeting t on t.tenant_id = ${tenant} and t.branch_id = p.branch_id and t.meeting_id = p.meeting_id
      where p.tenant_id = ${tenant} and p.member_id = ${member} order by t.day, t.time`),
    leave: await rows(sql`select t.day, t.time, t.kind, t.title, l.reason, l.note from meeting_leave l
      join meeting t on t.tenant_id = ${tenant} and t.branch_id = l.branch_id and t.meeting_id = l.meeting_id
      where l.tenant_id = ${tenant} and l.member_id = ${member} and not exists (select 1 from meeting_presence p
        where p.tenant_id = ${tenant} and p.branch_id = l.branch_id and p.meeting_id = l.meeting_id
          and p.member_id = ${member}) order by t.day, t.time`),
    posts: await rows(sql`select since, branch_id as branch, committee, party_group as "group" from member_post
      where ${own} order by since`),
    activities: await ownActivityRecords(db, scope),
    contests: await ownContestRecords(db, scope, now),
    logins: await rows(sql`select began_at, traded_at as used_at, ended_at, ended_why from login where ${own}
      order by began_at`),
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
    await forgetName(tx, scope)
    for (const role of ['chair', 'recorder']) {
      await sql`update meeting set ${sql.ref(role)} = null where tenant_id = ${tenant}
        and ${sql.ref(role)} = ${member}`.execute(tx)
    }
    await withdrawTeams(tx, scope)
    for (const table of TABLES) await sql`delete from ${sql.table(table)} where ${own}`.execute(tx)
    await sql`update member set name = '已注销', status = 'erased', last4_hmac = null, unmasked = false,
      consent_version = null, consent_at = null, token_version = token_version + 1 where ${own}`.execute(tx)
  })
}

/** The name in what was written about somebody else. */
async function forgetName(tx: Database, scope: SelfScope): Promise<void> {
  const { tenant, member } = scope
  const { rows } = await sql<{ name: string }>`select name from member where tenant_id = ${tenant}
    and member_id = ${member} and length(name) > 1`.execute(tx)
  const name = rows[0]?.name
  const where = name ? await whereNamed(tx, scope, name) : undefined
  await forgetInActivities(tx, scope, name, where?.branches ?? [])
  if (!name || !where) return
  const within = (place: string, ids: readonly string[]) =>
    where.only ? sql`true` : sql`${sql.ref(place)} = any(${[...ids]}::text[])`
  const of = {
    branch_id: within('branch_id', where.branches),
    org_id: within('org_id', where.orgs),
    contest_id: sql`contest_id in (select c.contest_id from contest c where c.tenant_id = ${tenant}
      and ${within('c.org_id', where.orgs)})`,
  }
  for (const [table, column, place] of WRITTEN) {
    const text = sql.ref(column)
    await sql`update ${sql.table(table)} set ${text} = ${withoutName(text, name)}
      where tenant_id = ${tenant} and ${hasName(text, name)} and ${of[place]}`.execute(tx)
  }
  for (const field of ['title', 'note']) {
    const text = sql`(settings ->> ${field}::text)`
    // Read and then written: a distributed PostgreSQL makes no JSON of a column in an update.
    const { rows } = await sql<{ id: string; said: string }>`select contest_id as id, ${withoutName(text, name)} as said
      from contest where tenant_id = ${tenant} and ${hasName(text, name)} and ${of.org_id} for update`.execute(tx)
    for (const { id, said } of rows) {
      await sql`update contest set settings = jsonb_set(settings, array[${field}::text], ${JSON.stringify(said)}::jsonb)
        where tenant_id = ${tenant} and contest_id = ${id}`.execute(tx)
    }
  }
}

/**
 * Where a member's name means them: the branches that they were in and in which nobody else is called so, and the organisations
 * above those; `only`, where nobody else of the district is called so, wherever it stands. What other branches wrote of a namesake
 * is not touched.
 */
async function whereNamed(tx: Database, { tenant, member }: SelfScope, name: string) {
  const { rows } = await sql<{ branch: string; path: string }>`select o.org_id as branch, o.path
    from org o where o.tenant_id = ${tenant} and o.org_id in (
        select v.branch_id from member_move v where v.tenant_id = ${tenant} and v.member_id = ${member}
        union select m.branch_id from member m where m.tenant_id = ${tenant} and m.member_id = ${member})
      and not exists (select 1 from member n where n.tenant_id = ${tenant} and n.branch_id = o.org_id
        and n.name = ${name} and n.member_id <> ${member} and n.status <> 'erased')`.execute(tx)
  const others =
    await sql`select 1 from member where tenant_id = ${tenant} and name = ${name} and member_id <> ${member}
    and status <> 'erased' limit 1`.execute(tx)
  return {
    branches: rows.map(it => it.branch),
    orgs: [...new Set(rows.flatMap(it => it.path.split('/')))],
    only: others.rows.length === 0,
  }
}

/** Where people write about each other. */
const WRITTEN = [
  ['audit_log', 'reason', 'org_id'],
  ['offline_study', 'what', 'branch_id'],
  ['offline_study', 'reason', 'branch_id'],
  ['meeting_presence', 'reason', 'branch_id'],
  ['meeting_leave', 'note', 'branch_id'],
  ['meeting', 'title', 'branch_id'],
  ['meeting', 'place', 'branch_id'],
  ['meeting', 'minutes', 'branch_id'],
  ['meeting', 'party_group', 'branch_id'],
  ['member_post', 'party_group', 'branch_id'],
  ['assignment', 'title', 'branch_id'],
  ['assignment', 'note', 'branch_id'],
  ['branch_contact', 'note', 'branch_id'],
  ['sent_down', 'title', 'org_id'],
  ['sent_down', 'note', 'org_id'],
  ['branch_visit', 'reason', 'branch_id'],
  ['branch_visit', 'findings', 'branch_id'],
  ['branch_visit', 'outcome', 'branch_id'],
  ['contest', 'title', 'org_id'],
  ['contest_void', 'reason', 'contest_id'],
  ['contest_appeal', 'words', 'contest_id'],
  ['contest_appeal', 'answer', 'contest_id'],
] as const

const TABLES = [
  ...CONTEST_TABLES,
  'member_day',
  'offline_study',
  'meeting_presence',
  'meeting_leave',
  'member_post',
  'sign_in_try',
  'member_move',
  'role_grant',
  'login',
  'own_code',
  'parcel',
  'account',
]
