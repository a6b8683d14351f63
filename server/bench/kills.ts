import { execFileSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { seeded } from '../../domain/quiz/random'
import { loadKeys } from '../src/auth/keys'
import { readConfig } from '../src/config'
import { postmasterPid, startEmbedded } from '../postgres/embedded'
import { migrate } from '../src/database/migrate'
import { connect } from '../src/database/pool'
import { newId } from '../src/features/audit/audit'
import { settleDirty } from '../src/features/reports/worker'
import { child, SERVICE } from './child'
import { compareStored, killDuringIngest } from './kill-run'
import { quantile } from './load'
import { machine, writeSection } from './page'
import { type Phone, signIn, usePhone } from './phones'

// `npx tsx server/bench/kills.ts [kills] [seed]`: kill −9 of service and database in turn, during ingest.
const DIR = path.resolve('.cache/bench-kills')
const TENANT = 'kills'
const PHONES = 24
async function main(kills: number, seed: string): Promise<void> {
  execFileSync(process.execPath, ['--import', 'tsx', 'server/build.ts'], { stdio: 'inherit' })
  fs.rmSync(DIR, { recursive: true, force: true })
  fs.mkdirSync(DIR, { recursive: true })
  const config = readConfig({ DATA_DIR: DIR })
  const keys = loadKeys(config)
  const postgres = await startEmbedded(DIR)
  const connection = connect(postgres.url, 2, () => undefined)
  await migrate(connection.pool)
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
    const token = await signIn(connection.pool, TENANT, member, keys.jwt)
    phones.push({ member, token, device: crypto.randomUUID(), held: 0, sent: 0, acknowledged: 0 })
    await connection.pool.query(`insert into member_move values ($1, $2, 'epoch', 'b')`, [TENANT, member])
  }
  const env = { DATABASE_URL: postgres.url, JWT_SECRET: keys.jwt, PEPPER: keys.pepper, SERVICE_PORT: '0' }
  const start = async () => {
    const it = await child([SERVICE], env)
    return { child: it.process, address: it.address }
  }
  const databasePid = () => postmasterPid(postgres)
  const done = await killDuringIngest({ kills, phones, start, databasePid, use: usePhone, random: seeded(seed) })
  const stored = await compareStored(connection.pool, phones)
  while ((await settleDirty(connection.db, Date.now())) > 0);
  const { rows } = await connection.pool.query(
    `select coalesce((select max(studied) from branch_period where period = 'week'), 0)::int as told,
      (select count(distinct member_id) from member_day where studied)::int as studied`,
  )
  await connection.close()
  await postgres.stop()
  const ms = (share: number) => `${(quantile(done.recoveries, share) / 1000).toFixed(1)} s`
  const lines: [string, string, string][] = [
    ['kill −9 of the service, of the database', `${done.service}, ${done.database}`, '100 in all'],
    ['days acknowledged to the phones', String(stored.acknowledged), ''],
    ['phones of whose day less was there afterwards', String(stored.lost), '0'],
    ['phones of whose day more was there, or other sums', String(stored.wrong), '0'],
    ['week’s roll-up less those who studied', String(rows[0].told - rows[0].studied), '0'],
    ['from a kill to the next answer: median, slowest', `${ms(0.5)}, ${ms(1)}`, ''],
  ]
  for (const line of lines) console.log(...line)
  writeSection('kills', [
    '## Kills during ingest',
    '',
    `\`npx tsx server/bench/kills.ts ${kills} ${seed}\`, ${machine()}; load average ${os.loadavg()[0]!.toFixed(1)} when it ended. ${PHONES} phones tell of today, each time with one answer more, until it is answered; service and database are killed in turn, each at a random moment after the other has recovered.`,
    '',
    '| what | measured | goal |',
    '| --- | --- | --- |',
    ...lines.map(line => `| ${line.join(' | ')} |`),
  ])
  if (stored.lost + stored.wrong > 0 || rows[0].told !== rows[0].studied) process.exitCode = 1
}

void main(Number(process.argv[2] ?? 100), process.argv[3] ?? 'kills')
