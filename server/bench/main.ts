import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { shanghaiDay, weekStart, addDays } from '../../domain/time/day'
import { monthOfWeek } from '../../domain/time/month'
import { loadKeys } from '../src/auth/keys'
import { type Actor, branchScope, claimedScope, selfScope, treeScope } from '../src/auth/scope'
import { readConfig } from '../src/config'
import { postmasterPid, startEmbedded } from '../postgres/embedded'
import { migrate } from '../src/database/migrate'
import { connect } from '../src/database/pool'
import { FULL } from '../demo/district'
import { DEMO_TENANT } from '../demo/identities'
import { hasDemo, seedDemo } from '../demo/seed'
import { readOwnFeed } from '../src/feed/own-feed'
import { takeDays } from '../src/features/days/queries'
import { readBook } from '../src/features/months/book'
import { studyOfMonth } from '../src/features/months/people'
import { branchWeek, ownBranchWeek, weeksOfMember } from '../src/features/reports/branch-weeks'
import { allBranches } from '../src/features/reports/org-totals'
import type { Recording } from './bare'
import { child, peakMegabytes, SERVICE, stopped } from './child'
import { type Sender, dayOf, flood, pace, quantile } from './load'
import { type Statement, atDatabase, middleAndSlow, timed } from './measure'
import { plantMonth } from './month'
import { machine, writeSection } from './page'
import { signIn } from './phones'
import { inTurns, shareOf } from './turns'

// `npm run bench:server`: the figures of docs/performance.md, on a demo district of the true size, made anew. With
// BENCH_KEEP=1 the district of the last run is taken: no figure is told of making it.
const DIR = path.resolve('.cache/bench-server')
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60)
const ROUNDS = 12
/** Rounds before them that warm up. */
const WARM = 10
/** Branches whose whole month is read. */
const BOOKS = 100
/** Who sends at full load; sixty a second are sent by all, most of whom tell of their day for the first time. */
const TELLERS = 2_000

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
    ({ query }) => {
      recorded.push({ sql: query.sql, parameters: [...query.parameters] })
    },
  )
  await migrate(connection.pool)
  const lines: [string, string, string][] = []
  const say = (what: string, figure: string, goal: string) => {
    lines.push([what, figure, goal])
    console.log(what, figure, goal)
  }

  if (!(await hasDemo(connection.pool))) {
    const began = Date.now()
    await seedDemo(connection, keys, readOwnFeed(config.feedDir, config.idsFile), FULL, began)
    say(
      'demo district by COPY: 2,041 organisations, 44,984 members, 60 days',
      `${((Date.now() - began) / 1000).toFixed(1)} s`,
      '≤ 30 s',
    )
  }
  const { rows } = await connection.pool.query(
    `select member_id as id, branch_id as branch from member where tenant_id = $1 and consent_version is not null
      order by md5(member_id::text) limit 5000`,
    [DEMO_TENANT],
  )
  // Told of by the run before.
  await connection.pool.query(
    'delete from member_day where tenant_id = $1 and day >= $2 and devices ? member_id::text',
    [DEMO_TENANT, shanghaiDay(Date.now())],
  )
  const senders: Sender[] = []
  for (const row of rows) {
    senders.push({ ...row, token: await signIn(connection.pool, DEMO_TENANT, row.id, keys.jwt) })
  }

  const week = addDays(weekStart(shanghaiDay(Date.now())), -7)
  const actor = (grants: Omit<Actor['grants'][number], 'orgName'>[]): Actor => ({
    tenant: DEMO_TENANT,
    member: senders[0]!.id,
    login: senders[0]!.id,
    branch: senders[0]!.branch,
    name: '',
    consented: true,
    left: false,
    grants: grants.map(it => ({ ...it, orgName: '' })),
  })
  const { db } = connection
  const measure = async (what: string, goal: string, runs: number, ask: (i: number) => Promise<unknown>) => {
    const inside: number[] = []
    for (let i = 0; i < runs; i++) inside.push(await atDatabase(connection, recorded, () => ask(i)))
    const round = await timed(runs, ask)
    say(`${what}: p50, p95 at the database`, middleAndSlow(inside), goal)
    say('… and with the way there and back', middleAndSlow(round), '')
  }
  // Senders come in random order: so do their branches.
  const secretaryOf = (branch: string) => branchScope(actor([{ role: 'secretary', org: branch, path: '' }]), branch)!
  const ofBranch = (i: number) => secretaryOf(senders[i]!.branch)
  await measure('a branch’s week, from its members’ days', 'p95 ≤ 3 ms', 300, i => branchWeek(db, ofBranch(i), week))
  const month = monthOfWeek(week)
  const { activityKinds } = readOwnFeed(config.feedDir, config.idsFile)
  await measure('a branch’s month: who studied, from its members’ days', 'p95 ≤ 3 ms', 300, i =>
    studyOfMonth(db, ofBranch(i), month, shanghaiDay(Date.now())),
  )
  const keeping = [...new Set(senders.map(it => it.branch))].slice(0, BOOKS)
  await plantMonth(connection.pool, DEMO_TENANT, keeping, month)
  await measure('… as the whole book, with four meetings, two activities and two tasks', '', BOOKS, i =>
    readBook(db, secretaryOf(keeping[i]!), activityKinds, month, shanghaiDay(Date.now()), Date.now()),
  )
  await measure('a branch’s totals, as every member of it sees them', '', 300, i =>
    ownBranchWeek(db, selfScope({ ...actor([]), member: senders[i]!.id, branch: senders[i]!.branch }), week),
  )
  await measure('one member’s thirteen weeks', '', 300, i => weeksOfMember(db, ofBranch(i), senders[i]!.id, week, 13))
  const district = treeScope(actor([{ role: 'supervisor', org: 'd', path: '/d/' }]), { org_id: 'd', path: '/d/' }, [
    'supervisor',
  ])!
  await measure('all branches of the district, as on the roster', 'p95 ≤ 15 ms', 100, () =>
    allBranches(db, district, 'week', week),
  )

  const first = senders[0]!
  const device = first.id
  const scope = claimedScope({ sub: first.id, t: DEMO_TENANT, v: 1, l: first.id })
  const today = shanghaiDay(Date.now())
  // Of the third time: a phone tells of a day a few times, and the first holds the member and may add something up.
  const tell = (n: number) => takeDays(db, scope, [dayOf(device, Date.now(), n)], () => true, today)
  await tell(0)
  await tell(1)
  recorded.length = 0
  await tell(2)
  const [read, write] = recorded as [Statement, Statement]
  if (recorded.length !== 2) throw new Error(`${recorded.length} statements`)
  const [after, before] = write.parameters.filter(
    it => typeof it === 'string' && it.includes(`"${device}"`),
  ) as string[]
  const recording: Recording = { read, write, member: first.id, login: first.id, before: before!, after: after! }
  const file = path.join(DIR, 'recording.json')
  fs.writeFileSync(file, JSON.stringify(recording))

  execFileSync(process.execPath, ['--import', 'tsx', 'server/build.ts'], { stdio: 'inherit' })
  const env = {
    ...{ DATABASE_URL: postgres.url, JWT_SECRET: keys.jwt, PEPPER: keys.pepper, SERVICE_PORT: '0' },
    NODE_ENV: 'production',
  }
  const full = await child([SERVICE], env)
  const bare = await child(['server/bench/bare.ts', file], env)
  const tellers = senders.slice(0, TELLERS)
  const firsts = await flood(full.address, tellers, Infinity, TELLERS)
  say('days told of for the first time, one a request, 32 connections', `${Math.round(firsts.perSecond)} days/s`, '')
  const done = await inTurns(
    {
      bare: { address: bare.address, pid: bare.process.pid! },
      full: { address: full.address, pid: full.process.pid! },
    },
    postmasterPid(postgres)!,
    ROUNDS,
    WARM,
    1000,
    tellers,
  )
  const perDay = (it: typeof done.full) => `${it.own.toFixed(2)} + ${it.database.toFixed(2)} ms`
  say('days told of again, the same way', `${Math.round(quantile(done.full.rates, 0.5))} days/s`, '')
  say(
    `… as a share of the same statements, prepared alike, through bare fastify + pg, in ${ROUNDS} short turns each`,
    `${Math.round(100 * shareOf(done.full.rates, done.bare.rates))} %`,
    '≥ 75 %',
  )
  say('… processor time of a day, service + database; bare', `${perDay(done.full)}; ${perDay(done.bare)}`, '')
  await stopped(full.process)
  await stopped(bare.process)

  const calm = await child([SERVICE], env)
  // The first seconds of a day go to opening the week.
  await sleep(5000)
  const times = await pace(calm.address, senders, SECONDS)
  say(
    `60 days/s for ${SECONDS} s: p50, p99`,
    `${quantile(times, 0.5).toFixed(0)} ms, ${quantile(times, 0.99).toFixed(0)} ms`,
    'p99 ≤ 50 ms',
  )
  say('… peak memory of the service', `${peakMegabytes(calm.process.pid!)} MB`, '≤ 200 MB')
  await stopped(calm.process)
  await connection.close()
  await postgres.stop()
  writePage(lines)
}

function writePage(lines: [string, string, string][]): void {
  writeSection('server', [
    '## The participation service',
    '',
    `\`npm run bench:server\`, ${machine()}; load average ${os.loadavg()[0]!.toFixed(1)} when it ended. Client, service and database share the processors.`,
    '',
    '| what | measured | goal |',
    '| --- | --- | --- |',
    ...lines.map(line => `| ${line.join(' | ')} |`),
  ])
}

void main()
