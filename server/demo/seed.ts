import { sql } from 'kysely'
import type pg from 'pg'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { type Day, shanghaiDay, weekStart } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { type Keys, hmac } from '../src/auth/keys'
import { copyRows } from '../src/database/copy'
import { type Connection, takeYourTime } from '../src/database/pool'
import type { Org } from '../src/database/tables'
import type { OwnFeed } from '../src/feed/own-feed'
import { totalMonth, totalWeek } from '../src/features/reports/branch-totals'
import { pushUp } from '../src/features/reports/push-up'
import { writeActivities } from './activities'
import { writeContests } from './contests'
import { demoContent } from './content'
import { type DemoMember, type DistrictSize, demoMembers, demoOrgs } from './district'
import { DEMO_TENANT } from './identities'
import { writeBranchWork } from './write-branch-work'
import { watchedBranches, writeStudy } from './write-study'

/** Whether the demo district is there with all its totals. */
export async function hasDemo(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from org_rollup where tenant_id = $1 and parent_id = '' and period = 'month' limit 1`,
    [DEMO_TENANT],
  )
  return rows.length > 0
}

/**
 * Fills the demo district by COPY, in one transaction, then adds it all up, in another: killed in between, it is added up
 * the next time. Everybody in it is invented. `stop` ends it as soon as may be, with the signal's reason: what was under way
 * is rolled back.
 */
export async function seedDemo(
  connection: Connection,
  keys: Keys,
  feed: OwnFeed,
  size: DistrictSize,
  now: number,
  stop?: AbortSignal,
): Promise<void> {
  const today = shanghaiDay(now)
  const cut = () => connection.cut()
  stop?.addEventListener('abort', cut)
  try {
    const { rows } = await connection.pool.query('select 1 from org where tenant_id = $1 limit 1', [DEMO_TENANT])
    // Between two transactions there is nothing to cut.
    stop?.throwIfAborted()
    if (rows.length === 0) await writeDemo(connection, keys, feed, size, now)
    stop?.throwIfAborted()
    await addUp(connection, today)
  } catch (error) {
    stop?.throwIfAborted()
    throw error
  } finally {
    stop?.removeEventListener('abort', cut)
  }
}

async function writeDemo(
  { pool }: Connection,
  keys: Keys,
  feed: OwnFeed,
  size: DistrictSize,
  now: number,
): Promise<void> {
  const orgs = demoOrgs(size)
  const members = [...demoMembers(orgs, size)]
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await writePeople(client, keys, orgs, members, now)
    const [content, today] = [demoContent(feed), shanghaiDay(now)]
    const assigned = watchedBranches(orgs, content, today)
    await writeStudy(client, orgs, members, content, assigned, today, size.days)
    const watched = members.filter(it => assigned.has(it.branch))
    await writeBranchWork(client, assigned, watched, today)
    await writeActivities(client, [...assigned.keys()], watched, today)
    await writeContests(client, feed, members, watched, now)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function addUp({ db }: Connection, today: Day): Promise<void> {
  await db.transaction().execute(async tx => {
    await takeYourTime(tx)
    await sql`analyze org, member, member_day, account`.execute(tx)
    const { rows } = await sql<{ day: Day }>`select distinct day from member_day where tenant_id = ${DEMO_TENANT}
      order by day`.execute(tx)
    const mondays = [...new Set(rows.map(({ day }) => weekStart(day)))]
    for (const week of mondays) {
      await totalWeek(tx, DEMO_TENANT, 'all', week)
      await pushUp(tx, DEMO_TENANT, 'week', week, 'all', today)
    }
    for (const month of new Set(mondays.map(monthOfWeek))) {
      await totalMonth(tx, DEMO_TENANT, 'all', month, today)
      await pushUp(tx, DEMO_TENANT, 'month', `${month}-01`, 'all', today)
    }
    await sql`analyze branch_period, org_rollup`.execute(tx)
  })
}

async function writePeople(
  client: pg.PoolClient,
  keys: Keys,
  orgs: readonly Org[],
  members: readonly DemoMember[],
  now: number,
): Promise<void> {
  const t = DEMO_TENANT
  const when = new Date(now).toISOString()
  await copyRows(
    client,
    'org',
    ['tenant_id', 'org_id', 'parent_id', 'type', 'name', 'path', 'demo'],
    orgs.map(it => [t, it.org_id, it.parent_id, it.type, it.name, it.path, true]),
  )
  // One in ten has not bound a phone yet: their last four digits are the end of their number in the district.
  const bound = (it: DemoMember) => !it.offline && (it.roles.length > 0 || it.index % 10 !== 9)
  const last4 = (it: DemoMember) => hmac(keys, 'last4', `${t}:${String(it.index % 10_000).padStart(4, '0')}`)
  await copyRows(
    client,
    'member',
    [
      'tenant_id',
      'member_id',
      'branch_id',
      'name',
      'last4_hmac',
      'offline',
      'bound_before',
      'consent_version',
      'consent_at',
    ],
    members.map(it => {
      const consent = bound(it) ? [CONSENT_VERSION, when] : [null, null]
      return [t, it.id, it.branch, it.name, bound(it) ? null : last4(it), it.offline, bound(it), ...consent]
    }),
  )
  await copyRows(
    client,
    'member_move',
    ['tenant_id', 'member_id', 'since', 'branch_id'],
    members.map(it => [t, it.id, '1970-01-01T00:00:00Z', it.branch]),
  )
  await copyRows(
    client,
    'account',
    ['openid_hmac', 'tenant_id', 'member_id', 'tries', 'created_at'],
    members.filter(bound).map(it => [`demo:${it.id}`, t, it.id, 0, when]),
  )
  await copyRows(
    client,
    'role_grant',
    ['tenant_id', 'member_id', 'role', 'org_id'],
    members.flatMap(it => it.roles.map(({ role, org }) => [t, it.id, role, org])),
  )
}
