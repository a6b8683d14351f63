import assert from 'node:assert/strict'
import fs from 'node:fs'
import { after, before, test } from 'node:test'
import YAML from 'yaml'
import { z } from 'zod'
import { noteRun } from '../../server/src/backup/runs'
import { markDirty } from '../../server/src/features/reports/dirty'
import { TENANT, type World, call, person, plantTree, world } from './support'

let w: World
before(async () => {
  w = await world()
  await plantTree(w)
})
after(() => w.close())

/** What is scraped, by name and labels as they are printed. */
async function scrape(): Promise<Map<string, number>> {
  const { status, raw } = await call(w, undefined, 'GET', '/metrics')
  assert.equal(status, 200)
  const lines = raw.toString().split('\n')
  const found = lines.flatMap(line => /^(\w+(?:\{.*\})?) (\S+)$/.exec(line) ?? [])
  return new Map(Array.from({ length: found.length / 3 }, (_, i) => [found[i * 3 + 1]!, Number(found[i * 3 + 2])]))
}

test('pool, database, disk and what waits to be added up are told as they are', async () => {
  const now = await scrape()
  assert.equal(now.get('database_up'), 1)
  assert.equal(now.get('database_pool_max'), 8)
  assert.equal(now.get('database_pool_waiting'), 0)
  assert.ok(now.get('database_pool_connections{state="idle"}')! >= 1)
  assert.ok(now.get('database_size_bytes')! > 1e6)
  const [free, size] = [now.get('disk_free_bytes')!, now.get('disk_size_bytes')!]
  assert.ok(free > 0 && free < size)
  assert.deepEqual([now.get('rollup_marks'), now.get('rollup_oldest_seconds')], [0, 0])
  await markDirty(w.connection.db, TENANT, [{ branch: 'b1', week: '2026-11-23' }])
  w.pass(60_000)
  const later = await scrape()
  assert.equal(later.get('rollup_marks'), 1)
  assert.ok(Math.abs(later.get('rollup_oldest_seconds')! - 60) < 10)
})

test('when the last backup was made and proved is told; that there never was one, too', async () => {
  const made = 'backup_timestamp_seconds{what="made"}'
  const verified = 'backup_timestamp_seconds{what="verified"}'
  const before = await scrape()
  assert.deepEqual([before.get(made), before.get(verified)], [0, 0])
  const [old, late] = ['2026-11-27T18:00:00.000Z', '2026-11-28T18:00:00.000Z'].map(it => new Date(it))
  await noteRun(w.connection.db, 'made', late!)
  await noteRun(w.connection.db, 'verified', late!)
  // One from the week before was looked at again.
  await noteRun(w.connection.db, 'verified', old!)
  const now = await scrape()
  assert.deepEqual([now.get(made), now.get(verified)], [late!.getTime() / 1000, late!.getTime() / 1000])
})

test('refusals are counted by the service’s own word, whoever refuses', async () => {
  const who = await person(w, 'b1', '甲', { consent: false })
  await call(w, undefined, 'GET', '/v1/nowhere')
  await call(w, undefined, 'GET', '/v1/me')
  await call(w, who, 'PUT', '/v1/days', { days: [] })
  await call(w, who, 'GET', '/v1/branches/b1/week')
  const now = await scrape()
  assert.equal(now.get('refusals_total{error="not_found",status="404"}'), 2)
  assert.equal(now.get('refusals_total{error="unauthorised",status="401"}'), 1)
  assert.equal(now.get('refusals_total{error="invalid",status="400"}'), 1)
  assert.equal(now.get('refusals_total{error="other",status="404"}'), undefined)
})

test('of a database that is away it is told that it is, and the rest all the same', async () => {
  const other = await world()
  await other.connection.pool.query('alter table branch_dirty rename to elsewhere')
  const { status, raw } = await call(other, undefined, 'GET', '/metrics')
  assert.equal(status, 200)
  assert.match(raw.toString(), /^database_up 0$/m)
  assert.match(raw.toString(), /^disk_free_bytes \d/m)
  await other.close()
})

const rule = z.strictObject({
  alert: z.string().regex(/^Dangshi\w+$/),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+[mh]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'look']) }),
  annotations: z.strictObject({ summary: z.string().min(5), action: z.string().min(5) }),
})
const alerts = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule).min(10) })).length(1),
})

/** Words of PromQL that are no metric's name. */
const LANGUAGE = /^(sum|by|without|rate|increase|histogram_quantile|le|time|and|state|up)$/

test('the alert rules are of Prometheus’s form and ask for what the service tells', async () => {
  const { groups } = alerts.parse(YAML.parse(fs.readFileSync('server/alerts.yml', 'utf8')))
  const told = new Set([...(await scrape()).keys()].map(it => it.replace(/\{.*$/, '')))
  const { raw } = await call(w, undefined, 'GET', '/metrics')
  // A counter that has not counted yet is only announced.
  for (const [, name] of raw.toString().matchAll(/^# TYPE (\w+)/gm)) told.add(name!)
  for (const { alert, expr } of groups[0]!.rules) {
    const names = expr.replace(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"/g, ' ').match(/[a-z_]{2,}/g) ?? []
    const metrics = names.filter(it => !LANGUAGE.test(it))
    for (const name of metrics) assert.ok(told.has(name), `${alert}: ${name}`)
    assert.ok(metrics.length > 0 || expr.startsWith('up{'), alert)
  }
})
