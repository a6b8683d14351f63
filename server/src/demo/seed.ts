import type pg from 'pg'
import { CONSENT_VERSION } from '../../../domain/contract/consent'
import { shanghaiDay, weekStart } from '../../../domain/time/day'
import { type Keys, hmac } from '../auth/keys'
import { copyRows } from '../database/copy'
import { ensurePartitions } from '../database/partitions'
import type { Connection } from '../database/pool'
import type { Org } from '../database/tables'
import { COUNTERS } from '../repositories/day-rows'
import { monthOfWeek, totalMonth, totalWeek } from '../rollup/branch-totals'
import { pushUp } from '../rollup/org-totals'
import { type DemoMember, type DistrictSize, demoMembers, demoOrgs } from './district'
import { DEMO_TENANT } from './identities'
import { demoDay, demoDays, demoEvents } from './study'

/** Raw events exist for this many branches and days only. */
const EVENT_BRANCHES = 3
const EVENT_DAYS = 14

/** Whether the demo district is there. */
export async function hasDemo(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query('select 1 from org where tenant_id = $1 limit 1', [DEMO_TENANT])
  return rows.length > 0
}

/**
 * Fills the demo district by COPY, in one transaction, then adds it all up. Everybody in it is invented. Throws when it is
 * there already.
 */
export async function seedDemo(connection: Connection, keys: Keys, size: DistrictSize, now: number): Promise<void> {
  const today = shanghaiDay(now)
  await ensurePartitions(connection.db, today)
  const orgs = demoOrgs(size)
  const members = [...demoMembers(orgs, size)]
  const client = await connection.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await writePeople(client, keys, orgs, members, now)
    await writeStudy(client, orgs, members, today, size.days)
    await client.query('commit')
    await client.query('analyze org, member, member_day, account')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
  const mondays = [...new Set(demoDays(today, size.days).map(({ day }) => weekStart(day)))]
  for (const week of mondays) {
    await totalWeek(connection.db, DEMO_TENANT, 'all', week)
    await pushUp(connection.db, DEMO_TENANT, 'week', week, 'all')
  }
  for (const month of new Set(mondays.map(monthOfWeek))) {
    await totalMonth(connection.db, DEMO_TENANT, 'all', month, today)
    await pushUp(connection.db, DEMO_TENANT, 'month', `${month}-01`, 'all')
  }
  await connection.pool.query('analyze branch_period, org_rollup')
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
    ['tenant_id', 'member_id', 'branch_id', 'name', 'last4_hmac', 'offline', 'consent_version', 'consent_at'],
    members.map(it => {
      const consent = bound(it) ? [CONSENT_VERSION, when] : [null, null]
      return [t, it.id, it.branch, it.name, bound(it) ? null : last4(it), it.offline, ...consent]
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

async function writeStudy(
  client: pg.PoolClient,
  orgs: readonly Org[],
  members: readonly DemoMember[],
  today: string,
  days: number,
): Promise<void> {
  const t = DEMO_TENANT
  const branches = orgs.filter(it => it.type === 'branch').map(it => it.org_id)
  const indexOf = new Map(branches.map((id, i) => [id, i]))
  const calendar = demoDays(today, days)
  function* dayRows() {
    for (const member of members) {
      for (const { day, back } of calendar) {
        const it = demoDay(member, indexOf.get(member.branch)!, day, back)
        if (it) yield [t, member.branch, day, member.id, false, ...COUNTERS.map(name => it[name]), it.items]
      }
    }
  }
  const columns = ['tenant_id', 'branch_id', 'day', 'member_id', 'late', ...COUNTERS, 'items']
  await copyRows(client, 'member_day', columns, dayRows())
  const watched = members.filter(it => indexOf.get(it.branch)! < EVENT_BRANCHES)
  function* eventRows() {
    for (const member of watched) {
      for (const { day, back } of calendar.filter(it => it.back < EVENT_DAYS)) {
        const counted = demoDay(member, indexOf.get(member.branch)!, day, back)
        for (const event of counted ? demoEvents(member, day, counted, back) : []) {
          const { id, at, day: on, ...body } = event
          const moment = new Date(at).toISOString()
          yield [t, member.id, on, id, member.branch, moment, moment, false, JSON.stringify(body)]
        }
      }
    }
  }
  const of = ['tenant_id', 'member_id', 'day', 'event_id', 'branch_id', 'at', 'received_at', 'late', 'body']
  await copyRows(client, 'event', of, eventRows())
}
