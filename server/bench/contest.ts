import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { seeded } from '../../domain/quiz/random'
import { postmasterPid, startEmbedded } from '../postgres/embedded'
import { loadKeys } from '../src/auth/keys'
import { claimedScope } from '../src/auth/scope'
import { readConfig } from '../src/config'
import { migrate } from '../src/database/migrate'
import { connect } from '../src/database/pool'
import { takeAnswer } from '../src/features/contest/answer'
import { KnownContests } from '../src/features/contest/known-contests'
import { child, peakMegabytes, SERVICE, stopped } from './child'
import type { AnswerRecording } from './contest-bare'
import { QUESTIONS, TENANT, beginAgain, plantContest } from './contest-district'
import { type Entrant, type Hand, flood, goOn, pace } from './contest-load'
import { killDuringIngest } from './kill-run'
import { quantile } from './load'
import { machine, writeSection } from './page'
import { signToken } from './phones'
import { shareOf } from './turns'

// `npm run bench:contest [-- --write]`: how many answers are acknowledged in a second, and that none of them is lost. Only with
// --write are they written to docs/performance.md: figures of a machine that does other things are nobody's.
const DIR = path.resolve('.cache/bench-contest')
/** Each answers every 20–40 s: so many are as many answers a second as a two-core machine takes. */
const ENTRANTS = Number(process.env.BENCH_ENTRANTS ?? 24_000)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 15)
const KILLS = Number(process.env.BENCH_KILLS ?? 20)
const ANSWERS_EVERY = 30
const HANDS = 24
/** Short turns of service and yardstick, and those before them that warm up. */
const ROUNDS = 12
const WARM = 6
const DISTRICT = { entrants: 44_984, questions: 20 }

async function main(): Promise<void> {
  execFileSync(process.execPath, ['--import', 'tsx', 'server/build.ts'], { stdio: 'inherit' })
  fs.rmSync(DIR, { recursive: true, force: true })
  fs.mkdirSync(DIR, { recursive: true })
  const keys = loadKeys(readConfig({ DATA_DIR: DIR }))
  const postgres = await startEmbedded(DIR)
  let recorded: { sql: string; parameters: unknown[] }[] = []
  const connection = connect(
    postgres.url,
    8,
    () => undefined,
    ({ query }) => recorded.push({ sql: query.sql, parameters: [...query.parameters] }),
  )
  await migrate(connection.pool)
  const { contest, members } = await plantContest(connection.pool, ENTRANTS)
  const entrants: Entrant[] = members.map(member => ({
    ...{ member, place: 0 },
    token: signToken({ sub: member, t: TENANT, v: 1, l: member }, keys.jwt),
  }))
  const again = async () => {
    await beginAgain(connection.pool)
    for (const it of entrants) it.place = 0
  }
  const lines: [string, string, string][] = []
  const began = Date.now()
  const say = (...line: [string, string, string]) => {
    lines.push(line)
    console.log(...line)
  }

  const known = (await new KnownContests(connection.db, Date.now).find(TENANT, contest))!
  const first = members[0]!
  const scope = claimedScope({ sub: first, t: TENANT, v: 1, l: first })
  const refused = () => Promise.reject(new Error('the answer was not taken'))
  const record = async (n: number) => {
    recorded = []
    const sent = { try: 1, device: first, n, given: ['A'], next: true }
    await takeAnswer(connection.db, scope, known, sent, Date.now(), refused)
    return recorded.find(it => /update contest_try/.test(it.sql))!
  }
  const at = Date.now()
  const [one, two] = [await record(0), await record(1)]
  const placesOf = (of: (value: unknown, i: number) => boolean) =>
    one.parameters.flatMap((value, i) => (of(value, i) ? [i] : []))
  const recording: AnswerRecording = {
    ...{ sql: one.sql, parameters: one.parameters, at },
    // The member is also the device and the login here.
    member: placesOf(value => value === first),
    place: placesOf((value, i) => value === 0 && two.parameters[i] === 1),
  }
  const file = path.join(DIR, 'recording.json')
  fs.writeFileSync(file, JSON.stringify(recording))

  const env = {
    ...{ DATABASE_URL: postgres.url, JWT_SECRET: keys.jwt, PEPPER: keys.pepper, SERVICE_PORT: '0' },
    METRICS_TOKEN: 'bench-metrics-token',
  }
  const start = () => child([SERVICE], env)
  const full = await start()
  const bare = await child(['server/bench/contest-bare.ts', file], env)
  const rates: Record<'full' | 'bare', number[]> = { full: [], bare: [] }
  const addresses = { full: full.address, bare: bare.address }
  for (let round = -WARM; round < ROUNDS; round++) {
    for (const which of round % 2 ? (['bare', 'full'] as const) : (['full', 'bare'] as const)) {
      await again()
      const rate = await flood({ address: addresses[which], contest }, entrants, 1_500)
      if (round >= 0) rates[which].push(rate)
    }
  }
  const sustained = quantile(rates.full, 0.5)
  const share = Math.round(100 * shareOf(rates.full, rates.bare))
  say('answers acknowledged at full load, 32 connections', `${Math.round(sustained)} /s`, '')
  say(
    `… as a share of the same statement, prepared alike, through bare fastify + pg, in ${ROUNDS} short turns each`,
    `${share} %`,
    '≥ 70 %',
  )
  await again()
  const perSecond = Math.max(1, Math.floor(sustained * 0.6))
  const times = await pace({ address: full.address, contest }, entrants, perSecond, SECONDS)
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)].map(it => `${it.toFixed(0)} ms`)
  say(`${perSecond} answers/s (60 %) for ${SECONDS} s: p50, p99`, `${p50}, ${p99}`, 'p99 ≤ 250 ms')
  say(
    'peak memory of the service, compiled as it is deployed, after full load',
    `${peakMegabytes(full.process.pid!)} MB`,
    '≤ 256 MB',
  )
  await Promise.all([stopped(full.process), stopped(bare.process)])
  const answers = DISTRICT.entrants * DISTRICT.questions
  const people = Math.floor(perSecond * ANSWERS_EVERY)
  say(
    `who can answer at the same time, each every ${ANSWERS_EVERY} s, at 60 %`,
    `${people} (${perSecond} × ${ANSWERS_EVERY})`,
    '',
  )
  say(
    `the district’s ${DISTRICT.entrants} × ${DISTRICT.questions} = ${answers} answers at 60 %`,
    `${Math.ceil(answers / perSecond / 60)} minutes`,
    '',
  )

  await again()
  const phones: Hand[] = Array.from({ length: HANDS }, (_, i) => ({
    entrants: entrants.filter((_entrant, k) => k % HANDS === i).slice(0, 40),
    acknowledged: 0,
  }))
  const done = await killDuringIngest({
    ...{ kills: KILLS, phones, random: seeded('contest'), databasePid: () => postmasterPid(postgres) },
    start: async () => {
      const it = await start()
      return { child: it.process, address: it.address }
    },
    use: (hand, place, over) => {
      const target = { contest, address: '' }
      // After a kill the service is elsewhere.
      Object.defineProperty(target, 'address', { get: () => place.address })
      return goOn(hand, target, QUESTIONS, over)
    },
  })
  let lost = 0
  let acknowledged = 0
  for (const { member, place } of phones.flatMap(it => it.entrants)) {
    const { rows } = await connection.pool.query(
      'select jsonb_array_length(answers) as n from contest_try where member_id = $1',
      [member],
    )
    acknowledged += place
    lost += Math.max(0, place - rows[0].n)
  }
  say(
    `kill −9 of the service, of the database, while ${HANDS} phones answer`,
    `${done.service}, ${done.database}`,
    `${KILLS} in all`,
  )
  say('answers acknowledged meanwhile, of these lost', `${acknowledged}, ${lost}`, '0 lost')
  const seconds = (share: number) => `${(quantile(done.recoveries, share) / 1000).toFixed(1)} s`
  say('from a kill to the next answer: median, slowest', `${seconds(0.5)}, ${seconds(1)}`, '')
  await connection.close()
  await postgres.stop()
  console.log(`${Math.round((Date.now() - began) / 1000)} s, load average ${os.loadavg()[0]!.toFixed(1)}`)
  if (process.argv.includes('--write')) writePage(lines)
  if (lost > 0) process.exitCode = 1
}

function writePage(lines: [string, string, string][]): void {
  writeSection('contest', [
    '## A contest',
    '',
    `\`npm run bench:contest\`, ${machine()}; load average ${os.loadavg()[0]!.toFixed(1)} when it ended. Client, service and database share the processors; ${ENTRANTS} entrants answer in turn, so that nobody’s login is remembered from the answer before. The paper has ${QUESTIONS} questions; the service is the compiled one.`,
    '',
    '| what | measured | goal |',
    '| --- | --- | --- |',
    ...lines.map(line => `| ${line.join(' | ')} |`),
  ])
}

void main()
