import fs from 'node:fs'
import path from 'node:path'
import { CONSENT_VERSION } from '../../../domain/contract/consent'
import { seeded } from '../../../domain/quiz/random'
import { shanghaiDay } from '../../../domain/time/day'
import { loadKeys } from '../auth/keys'
import { readConfig } from '../config'
import { postmasterPid, startEmbedded } from '../database/embedded'
import { migrate } from '../database/migrate'
import { ensurePartitions } from '../database/partitions'
import { connect } from '../database/pool'
import { newId } from '../repositories/audit'
import { settleDirty } from '../rollup/worker'
import { child } from './child'
import { compareStored, killDuringIngest } from './kill-run'
import { quantile } from './load'
import { machine, writeSection } from './page'
import { type Phone, signToken } from './phones'

// `npx tsx server/src/bench/kills.ts [kills] [seed]`: kill −9 of service and database in turn, during ingest.
const DIR = path.resolve('.cache/bench-kills')
const TENANT = 'kills'
const PHONES = 24

async function main(kills: number, seed: string): Promise<void> {
  fs.rmSync(DIR, { recursive: true, force: true })
  fs.mkdirSync(DIR, { recursive: true })
  const config = readConfig({ DATA_DIR: DIR })
  const keys = loadKeys(config)
  const postgres = await startEmbedded(DIR)
  const connection = connect(postgres.url, 2, () => undefined)
  await migrate(connection.pool)
  await ensurePartitions(connection.db, shanghaiDay(Date.now()))
  const phones: Phone[] = []
  await connection.pool.query(
    `insert into org (tenant_id, org_id, type, name, path) values ($1, 'b', 'branch', '支部', '/b/')`,
    [TENANT],
  )
  for (let i = 0; i < PHONES; i++) {
    const member = newId(Date.now())
    await connection.pool.query(
      'insert into member (tenant_id, member_id, branch_id, name, consent_version) values ($1, $2, $3, $4, $5)',
      [TENANT, member, 'b', `人${i}`, CONSENT_VERSION],
    )
    const token = signToken({ sub: member, t: TENANT, v: 1 }, keys.jwt)
    phones.push({ member, token, acknowledged: new Set(), duplicates: 0 })
  }
  const env = { DATABASE_URL: postgres.url, JWT_SECRET: keys.jwt, PEPPER: keys.pepper, SERVICE_PORT: '0' }
  const start = async () => {
    const it = await child(['server/src/main.ts'], env)
    return { child: it.process, address: it.address }
  }
  const databasePid = () => postmasterPid(postgres)
  const done = await killDuringIngest({ kills, phones, start, databasePid, random: seeded(seed) })
  const stored = await compareStored(connection.pool, phones)
  while ((await settleDirty(connection.db, Date.now())) > 0);
  const { rows } = await connection.pool.query(
    `select (select sum(seconds) from branch_period where period = 'week')::int as weeks,
      (select sum(read_seconds) from member_day)::int as days`,
  )
  await connection.close()
  await postgres.stop()
  const ms = (share: number) => `${(quantile(done.recoveries, share) / 1000).toFixed(1)} s`
  const lines: [string, string, string][] = [
    ['kill −9 of the service, of the database', `${done.service}, ${done.database}`, '100 in all'],
    ['events acknowledged to the phones', String(stored.acknowledged), ''],
    ['… of these not there afterwards', String(stored.lost), '0'],
    ['stored more than once, or counted otherwise than once', String(stored.twice), '0'],
    [
      'answers lost in a kill: sent again, found there, answered as duplicates',
      String(phones.reduce((n, it) => n + it.duplicates, 0)),
      '',
    ],
    ['week’s roll-up less the days’ sum, seconds', String(rows[0].weeks - rows[0].days), '0'],
    ['from a kill to the next answer: median, slowest', `${ms(0.5)}, ${ms(1)}`, ''],
  ]
  for (const line of lines) console.log(...line)
  writeSection('kills', [
    '## Kills during ingest',
    '',
    `\`npx tsx server/src/bench/kills.ts ${kills} ${seed}\`, ${machine()}. ${PHONES} phones send ten events at a time and keep them until they are answered; service and database are killed in turn, each at a random moment after the other has recovered.`,
    '',
    '| what | measured | goal |',
    '| --- | --- | --- |',
    ...lines.map(line => `| ${line.join(' | ')} |`),
  ])
  if (stored.lost + stored.twice > 0 || rows[0].weeks !== rows[0].days) process.exitCode = 1
}

void main(Number(process.argv[2] ?? 100), process.argv[3] ?? 'kills')
