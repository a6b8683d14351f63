import { type RawBuilder, sql } from 'kysely'
import { ORGANISERS } from '../../../../domain/contract/roles'
import type { OrganiserScope, SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { audit } from '../audit/audit'
import { refusal } from './refusals'

// Whoever has read a pool does not enter, whatever they are by then: the audit log says who has, by contest.

/** Writes down that somebody brought in or saw questions of a contest. `now` in milliseconds. */
export const wroteReader = (
  db: Database,
  { tenant, actor, org }: OrganiserScope,
  contest: string,
  action: 'contest' | 'contest.look',
  reason: string,
  now: number,
): Promise<void> => audit(db, { tenant, actor, action, org, subject: contest, reason }, now)

/** Whether somebody has seen questions of a contest, by its id. */
export const hasRead = (tenant: string, member: string, contest: RawBuilder<unknown>) =>
  sql<boolean>`exists (select 1 from audit_log where tenant_id = ${tenant} and subject_id = ${contest}
    and actor_id = ${member})`

/** @throws Problem 409 `organiser` for whoever has seen questions of the contest, though they hold no office any more */
export async function requireUnread(db: Database, { tenant, member }: SelfScope, contest: string): Promise<void> {
  const { rows } = await sql<{ read: boolean }>`select ${hasRead(tenant, member, sql`${contest}`)} as read`.execute(db)
  if (rows[0]!.read) throw refusal('organiser', '您看过这一场的题库，不能参加')
}

/** @throws Problem 409 `organiser` for whoever has entered the contest, until it is over: they may have a try left. `now` in milliseconds */
export async function requireNoTry(db: Database, scope: OrganiserScope, contest: string, now: number): Promise<void> {
  if (await hasTry(db, scope, contest, sql`c.closes_at > ${new Date(now)}`))
    throw refusal('organiser', '您参加了这一场，结束以前不能看题库')
}

/**
 * Before what decides about papers: whoever has one among them leaves it to another who holds the contest and has none. Where there is
 * nobody else it would stay undone for good: then they do it, and the log says so. Returns what it says beside the act.
 * @throws Problem 409 `organiser` for whoever has a paper, also when the contest is over
 */
export async function requireNoShare(db: Database, scope: OrganiserScope, contest: string): Promise<string> {
  if (!(await hasTry(db, scope, contest, sql`true`))) return ''
  const { rows } = await sql`select 1 from role_grant g join member m on m.tenant_id = ${scope.tenant}
      and m.member_id = g.member_id and m.status = 'active'
    where g.tenant_id = ${scope.tenant} and g.org_id = ${scope.org} and g.role = any(${[...ORGANISERS]}::text[])
      and not exists (select 1 from contest_try t where t.tenant_id = ${scope.tenant} and t.contest_id = ${contest}
        and t.member_id = g.member_id) limit 1`.execute(db)
  if (rows.length > 0)
    throw refusal('organiser', '您参加了这一场，不能自己结束、作废题目或者答复申诉，请由没有参加的组织者来办')
  return '（本人参加了这一场，没有别的组织者）'
}

async function hasTry(db: Database, { tenant, actor }: OrganiserScope, contest: string, when: RawBuilder<unknown>) {
  const { rows } = await sql`select 1 from contest_try t join contest c on c.tenant_id = ${tenant}
      and c.contest_id = t.contest_id
    where t.tenant_id = ${tenant} and t.contest_id = ${contest} and t.member_id = ${actor} and ${when} limit 1`.execute(
    db,
  )
  return rows.length > 0
}
