import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import type { NeedsPage } from '../../domain/contract/branch-needs'
import { metSince, monthAsked } from '../../domain/district/branch-needs'
import { shanghaiDay } from '../../domain/time/day'
import { FULL } from '../demo/district'
import { DEMO_TENANT } from '../demo/identities'
import { hasDemo, seedDemo } from '../demo/seed'
import { startEmbedded } from '../postgres/embedded'
import { loadKeys } from '../src/auth/keys'
import { type TreeScope, treeScope } from '../src/auth/scope'
import { readConfig } from '../src/config'
import { migrate } from '../src/database/migrate'
import { connect } from '../src/database/pool'
import { needyBranches } from '../src/features/oversight/needs'
import { readOwnFeed } from '../src/feed/own-feed'
import { child, stopped } from './child'
import { type Statement, atDatabase, middleAndSlow, timed } from './measure'
import { machine, writeSection } from './page'
import { signIn } from './phones'

// `npm run bench:needs`: how long “who needs a hand” takes at the district’s size, when every branch has kept a year. With
// BENCH_KEEP=1 the district of the last run is taken.
const DIR = path.resolve('.cache/bench-needs')
const RUNS = 100
/** Somebody may ask 300 times a minute. */
const ASKED = 80
const ADMINISTRATOR = '00000000-0000-7000-8000-000000000000'

/** Whoever looks after the organisation. */
function treeAt({ org, path: at }: { org: string; path: string }): TreeScope {
  const grants = [{ role: 'unit_admin' as const, org, path: at, orgName: '' }]
  const whose = { tenant: DEMO_TENANT, member: ADMINISTRATOR, login: ADMINISTRATOR, branch: '', name: '' }
  return treeScope({ ...whose, consented: true, left: false, grants }, { org_id: org, path: at }, ['unit_admin'])!
}

/** A year of what branches keep: four meetings and two activities a month, who was there, and the months that were filed. */
async function plantYear(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  const t = [DEMO_TENANT]
  try {
    await client.query('set statement_timeout = 0')
    await client.query('begin')
    // A number from 0 to 99 that is the same in every run. Every twentieth branch has not met for two quarters.
    await client.query(`create function pg_temp.drawn(text) returns integer language sql immutable as
      $$ select ('x' || substr(md5($1), 1, 6))::bit(24)::integer % 100 $$`)
    await client.query(
      `insert into meeting (tenant_id, branch_id, meeting_id, kind, title, day, time, created_by, created_at, hours, minutes)
        select $1, o.org_id, gen_random_uuid(), (array['congress', 'committee', 'group', 'theme_day'])[1 + n % 4], '会议',
          current_date - n * 7 - 1, '15:00', gen_random_uuid(), now(), 2, repeat('共读两篇，每人说一句最难忘的。', 20)
        from org o, generate_series(0, 51) n
        where o.tenant_id = $1 and o.type = 'branch' and (n >= 26 or pg_temp.drawn(o.org_id) >= 5)`,
      t,
    )
    await client.query(
      `insert into meeting_presence (tenant_id, branch_id, meeting_id, member_id, at)
        select $1, t.branch_id, t.meeting_id, m.member_id, now() from meeting t
        join member m on m.tenant_id = $1 and m.branch_id = t.branch_id
        where t.tenant_id = $1 and t.day < current_date and pg_temp.drawn(t.meeting_id || '' || m.member_id) < 80
        on conflict do nothing`,
      t,
    )
    await client.query(
      `insert into activity (tenant_id, branch_id, activity_id, kind, title, day, due, state, done, words, created_by,
          created_at, changed_at)
        select $1, o.org_id, gen_random_uuid(), 'deed', '实事', current_date - n * 15, current_date - n * 15 + 20,
          case when pg_temp.drawn(o.org_id || n) < 97 then 'done' else 'doing' end, pg_temp.drawn(o.org_id || n) < 97, '{}',
          gen_random_uuid(), now(), now()
        from org o, generate_series(2, 25) n where o.tenant_id = $1 and o.type = 'branch'`,
      t,
    )
    await client.query(
      `insert into filed_month (tenant_id, branch_id, month, filed_at, filed_by, members, studied, meetings)
        select $1, o.org_id, date_trunc('month', current_date) - n * interval '1 month', now(), gen_random_uuid(), 20, 15, 4
        from org o, generate_series(1, 12) n
        where o.tenant_id = $1 and o.type = 'branch' and pg_temp.drawn(o.org_id || 'f' || n) < 90`,
      t,
    )
    await client.query(
      `insert into branch_contact (tenant_id, branch_id, contact_id, day, note, contacted_by, contacted_at)
        select $1, o.org_id, gen_random_uuid(), current_date - n * 10, '打过电话', gen_random_uuid(), now()
        from org o, generate_series(0, 2) n
        where o.tenant_id = $1 and o.type = 'branch' and pg_temp.drawn(o.org_id || 'c') < 20`,
      t,
    )
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    client.release(true)
  }
}

async function main(): Promise<void> {
  if (process.env.BENCH_KEEP !== '1') fs.rmSync(DIR, { recursive: true, force: true })
  fs.mkdirSync(DIR, { recursive: true })
  const config = readConfig({ ...process.env, DATA_DIR: DIR, DATABASE_URL: undefined })
  const keys = loadKeys(config)
  const postgres = await startEmbedded(DIR)
  const recorded: Statement[] = []
  const connection = connect(
    postgres.url,
    8,
    () => undefined,
    ({ query }) => recorded.push({ sql: query.sql, parameters: [...query.parameters] }),
  )
  const { db, pool } = connection
  await migrate(pool)
  if (!(await hasDemo(pool))) {
    await seedDemo(connection, keys, readOwnFeed(config.feedDir, config.idsFile), FULL, Date.now())
    await plantYear(pool)
  }
  const lines: [string, string][] = []
  const say = (what: string, figure: string) => {
    lines.push([what, figure])
    console.log(what, figure)
  }
  const count = async (table: string) => Number((await pool.query(`select count(*) n from ${table}`)).rows[0].n)
  const kept = ['meeting', 'meeting_presence', 'activity', 'filed_month']
  const counts = await Promise.all(kept.map(async table => `${(await count(table)).toLocaleString('en')} of ${table}`))

  const today = shanghaiDay(Date.now())
  const district = treeAt({ org: 'd', path: '/d/' })
  const found = await needyBranches(db, district, today)
  const scopes = { 'the whole district': district, 'a unit of it': treeAt({ org: 'u01', path: '/d/u01/' }) }
  for (const [what, scope] of Object.entries(scopes)) {
    const look = () => needyBranches(db, scope, today)
    const inside: number[] = []
    for (let i = 0; i < RUNS; i++) inside.push(await atDatabase(connection, recorded, look))
    say(`${what}: p50, p95 at the database`, middleAndSlow(inside))
    say('… and with the way there and back', middleAndSlow(await timed(RUNS, look)))
  }

  const { rows } = await pool.query(
    `select member_id as id from role_grant where tenant_id = $1 and role = 'supervisor' and org_id = 'd' limit 1`,
    [DEMO_TENANT],
  )
  const token = await signIn(pool, DEMO_TENANT, rows[0].id, keys.jwt)
  const env = { DATABASE_URL: postgres.url, JWT_SECRET: keys.jwt, PEPPER: keys.pepper, SERVICE_PORT: '0' }
  const service = await child(['server/src/main.ts'], env)
  const ask = async (query: string) => {
    const response = await fetch(`${service.address}/v1/orgs/d/needs${query}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (response.status !== 200) throw new Error(`answered ${response.status}`)
    return (await response.json()) as NeedsPage
  }
  await timed(20, () => ask(''))
  say('the district’s first page through HTTP: p50, p95', middleAndSlow(await timed(ASKED, () => ask(''))))
  say('… and the second page of one need', middleAndSlow(await timed(ASKED, () => ask('?need=unfiled&from=50'))))
  const four = () => Promise.all([0, 1, 2, 3].map(() => ask('')))
  say('… four at once, until the last is there', middleAndSlow(await timed(ASKED / 4, four)))
  await stopped(service.process)
  await connection.close()
  await postgres.stop()
  writeSection('needs', [
    '## Who needs a hand',
    '',
    `\`npm run bench:needs\`, ${machine()}; load average ${os.loadavg()[0]!.toFixed(1)} when it ended. Client, service and database share the processors.`,
    `The district has 2,041 organisations, ${found.branches.toLocaleString('en')} of them branches, and 44,984 members; every branch has kept a year: ${counts.join(', ')}. ${found.needy.length.toLocaleString('en')} branches need a hand: month ${monthAsked(today)}, no meeting since ${metSince(today)}.`,
    '',
    '| what | measured |',
    '| --- | --- |',
    ...lines.map(line => `| ${line.join(' | ')} |`),
  ])
}

void main()
