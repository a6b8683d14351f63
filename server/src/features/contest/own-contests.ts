import { type RawBuilder, sql } from 'kysely'
import type { OwnContest } from '../../../../domain/contract/contest-entry'
import { OVER_DAYS } from '../../../../domain/contract/contest-limits'
import type { ContestSettings } from '../../../../domain/contract/contests'
import { paperSize } from '../../../../domain/contest/paper'
import { daysLater } from '../../../../domain/time/moment'
import type { SelfScope } from '../../auth/scope'
import type { Database } from '../../database/pool'
import { type KnownContest, stateOf } from './known-contests'
import { hasRead } from './readers'
import { type TryRow, tellTry } from './try-row'

interface Row {
  id: string
  org: string
  orgName: string
  demo: boolean
  read: boolean
  settings: ContestSettings
  opens: Date
  closes: Date
  sha256: string
  voids: { reason: string; at: string }[] | null
  tries: (Omit<TryRow, 'seen_at' | 'served_at' | 'due_at' | 'finished_at'> & Record<Moment, string | null>)[] | null
}
type Moment = 'seen_at' | 'served_at' | 'due_at' | 'finished_at'

/** Published contests that are for the member's branch, or that they have entered from another, to come first; or one of them. */
export async function ownContests(
  db: Database,
  { tenant, member, branch }: SelfScope,
  organises: (org: string) => boolean,
  now: number,
  id?: string,
): Promise<OwnContest[]> {
  const which = id ? sql`c.contest_id = ${id}` : sql`c.closes_at > ${new Date(daysLater(now, -OVER_DAYS))}`
  const { rows } = await sql<Row>`select c.contest_id as id, c.org_id as org, o.name as "orgName", o.demo, c.settings,
      c.opens_at as opens, c.closes_at as closes, c.sha256, ${hasRead(tenant, member, sql`c.contest_id`)} as read,
      (select json_agg(json_build_object('reason', v.reason, 'at', v.voided_at) order by v.number) from contest_void v
        where v.tenant_id = ${tenant} and v.contest_id = c.contest_id) as voids,
      (select json_agg(json_build_object('try', t.try, 'device', t.device, 'place', t.place, 'seen_at', t.seen_at,
          'served_at', t.served_at, 'due_at', t.due_at, 'allowance_ms', t.allowance_ms, 'finished_at', t.finished_at,
          'lines', t.lines, 'answers', '[]'::json) order by t.try desc)
        from contest_try t where t.tenant_id = ${tenant} and t.contest_id = c.contest_id and t.member_id = ${member}) as tries
    from contest c join org o on o.tenant_id = ${tenant} and o.org_id = c.org_id
      join org w on w.tenant_id = ${tenant} and w.org_id = c.within_id
      join org b on b.tenant_id = ${tenant} and b.org_id = ${branch}
    where c.tenant_id = ${tenant} and c.published_at is not null and ${which}
      and (starts_with(b.path, w.path) or ${entered(tenant, member, sql`c.contest_id`)})
    order by c.closes_at desc, c.contest_id limit 100`.execute(db)
  return rows.map(row => tellContest(row, row.read || organises(row.org), now))
}

function tellContest(row: Row, reader: boolean, now: number): OwnContest {
  const { settings } = row
  const { title, note, clock, tries, practice, reveal, certificate } = settings
  const known = { ...row, opens: row.opens.getTime(), closes: row.closes.getTime() }
  const own = (row.tries ?? []).map(withMoments)
  return {
    ...{ id: row.id, title, note, org: row.orgName, state: stateOf(known, now) },
    ...{
      opens: row.opens.toISOString(),
      closes: row.closes.toISOString(),
      clock,
      questions: paperSize(settings.paper),
    },
    ...{ tries, used: own.filter(it => it.seen_at).length, practice, sha256: row.sha256, reveal, certificate },
    voids: (row.voids ?? []).map(it => ({ reason: it.reason, at: new Date(it.at).toISOString() })),
    ...(own[0] ? { own: tellTry(own[0], known as unknown as KnownContest, now) } : {}),
    ...{ reader, demo: row.demo },
  }
}

const moment = (text: string | null) => (text === null ? null : new Date(text))
function withMoments(it: NonNullable<Row['tries']>[number]): TryRow {
  const { seen_at, served_at, due_at, finished_at, ...rest } = it
  return {
    ...rest,
    seen_at: moment(seen_at),
    served_at: moment(served_at),
    due_at: moment(due_at),
    finished_at: moment(finished_at),
  }
}

/** Whoever has entered keeps their contest when they go to another branch. */
const entered = (tenant: string, member: string, contest: RawBuilder<unknown>) =>
  sql`exists (select 1 from contest_try t where t.tenant_id = ${tenant} and t.contest_id = ${contest}
    and t.member_id = ${member})`

/** Whether the contest is for the member's branch, or they have entered it. */
export async function isTheirs(db: Database, scope: SelfScope, { id, settings }: KnownContest): Promise<boolean> {
  if (await isFor(db, scope, settings.within)) return true
  const { rows } = await sql<{
    has: boolean
  }>`select ${entered(scope.tenant, scope.member, sql`${id}`)} as has`.execute(db)
  return rows[0]!.has
}

/** Whether the contest is for the member's branch. */
export async function isFor(db: Database, { tenant, branch }: SelfScope, within: string): Promise<boolean> {
  const { rows } = await sql`select 1 from org b join org w on w.tenant_id = ${tenant} and w.org_id = ${within}
    where b.tenant_id = ${tenant} and b.org_id = ${branch} and starts_with(b.path, w.path)`.execute(db)
  return rows.length > 0
}
