import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../../domain/quiz/random'
import { shanghaiDay, weekStart } from '../../domain/time/day'
import { type Running, compareStored, gone, killDuringIngest } from '../../server/bench/kill-run'
import { type Phone, signIn, usePhone } from '../../server/bench/phones'
import { type Embedded, postmasterPid, startEmbedded } from '../../server/postgres/embedded'
import { migrate } from '../../server/src/database/migrate'
import { type Connection, connect } from '../../server/src/database/pool'
import { settleDirty } from '../../server/src/features/reports/worker'
import { dayOf } from './acts'
import { KEYS, TENANT, type World, person, plantTree } from './support'

// A database of its own: the one of the other tests must not be killed.
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'eds-kill-'))
fs.chmodSync(dir, 0o755)
let postgres: Embedded
let connection: Connection
const phones: Phone[] = []
before(async () => {
  postgres = await startEmbedded(dir)
  connection = connect(postgres.url, 4, () => undefined)
  await migrate(connection.pool)
  const w = { app: { jwt: { sign: () => '' } }, connection, service: { now: Date.now } } as unknown as World
  await plantTree(w)
  for (let i = 0; i < 6; i++) {
    const { id: member } = await person(w, 'b1', `人${i}`)
    const token = await signIn(connection.pool, TENANT, member, KEYS.jwt)
    phones.push({ member, token, device: crypto.randomUUID(), held: 0, sent: 0, acknowledged: 0 })
  }
})
after(async () => {
  await connection.close()
  await postgres.stop()
  fs.rmSync(dir, { recursive: true, force: true })
})

async function start(): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/server/child-service.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      JWT_SECRET: KEYS.jwt,
      PEPPER: KEYS.pepper,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      const found = /listening (\S+)/.exec(chunk.toString())
      if (found) resolve(found[1]!)
    })
    child.once('exit', code => reject(new Error(`exited ${code}`)))
  })
  return { child, address }
}

test('kill −9 of the service and of the database while phones tell of their day loses nothing that was acknowledged', async () => {
  const databasePid = () => postmasterPid(postgres)
  const plan = { kills: 4, phones, start, databasePid, use: usePhone, random: seeded(crypto.randomUUID()) }
  const { service, database } = await killDuringIngest(plan)
  assert.deepEqual([service, database], [2, 2])
  const { lost, wrong, acknowledged } = await compareStored(connection.pool, phones)
  assert.deepEqual([lost, wrong], [0, 0])
  // Every phone was answered after every kill.
  assert.ok(acknowledged >= plan.kills * phones.length, `${acknowledged} acknowledged`)

  while ((await settleDirty(connection.db, Date.now())) > 0);
  const { rows } = await connection.pool.query(
    `select studied, (select count(*)::int from member_day where studied) as days
      from branch_period where tenant_id = $1 and branch_id = 'b1' and period = 'week' and start = $2`,
    [TENANT, weekStart(shanghaiDay(Date.now()))],
  )
  assert.equal(rows[0].studied, rows[0].days, 'the branch’s week is made of what is stored')
})

/** A request whose head the service has read and whose body it has not seen: `finish` sends that and waits for the answer. */
function begin(address: string, token: string, body: string): Promise<{ finish: () => Promise<number> }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    }
    const request = http.request(`${address}/v1/days`, { method: 'PUT', headers, agent: false })
    request.once('error', reject)
    const status = new Promise<number>(answered =>
      request.once('response', response => {
        response.resume()
        answered(response.statusCode!)
      }),
    )
    request.once('continue', () =>
      resolve({
        finish: () => {
          request.end(body)
          return status
        },
      }),
    )
    request.flushHeaders()
  })
}

test('asked to stop, the service answers whatever it has begun, takes nothing new, and exits', async () => {
  const { child, address } = await start()
  const last = dayOf(shanghaiDay(Date.now()), { finished: ['e-0001'] })
  const requests = await Promise.all(
    phones.map(({ token, device }) => begin(address, token, JSON.stringify({ days: [{ ...last, device }] }))),
  )
  child.kill('SIGTERM')
  while (
    await fetch(`${address}/healthz`).then(
      () => true,
      () => false,
    )
  ) {
    await sleep(20)
  }
  const statuses = await Promise.all(requests.map(it => it.finish()))
  assert.deepEqual([...new Set(statuses)], [200])
  await gone(child)
  assert.equal(child.exitCode, 0)
  const { rows } = await connection.pool.query(`select 1 from member_day where 'e-0001' = any(finished)`)
  assert.equal(rows.length, phones.length)
})
