import assert from 'node:assert/strict'
import fs from 'node:fs'
import { after, before, test } from 'node:test'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { dropOldSecrets } from '../../server/src/database/retention'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { dayOf } from './acts'
import { branchSheet, sendSheet } from './branch-sheets'
import { Phone, SETTLED, organiserOf, publish } from './contests'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

/** Asked before the district is known, or for all of them: these may look everywhere. */
const ROUTING = /\b(account|invite|own_code|parcel|heartbeat|backup_run|schema_migration)\b/
/** The worker's own rounds over all districts: what is dirty, which there are. */
const ROUNDS =
  /^(select tenant_id, branch_id, week, marked_at::text as marked from branch_dirty|select distinct tenant_id from org|select distinct openid_hmac as openid from binding_request)/

const seen = new Map<string, readonly unknown[]>()
let w: World
before(async () => {
  w = await world({
    onQuery: ({ query }) =>
      seen.set(query.sql.replace('/* prepared */', '').replace(/\s+/g, ' ').trim(), query.parameters),
  })
  await plantTree(w)
})
after(() => w.close())

/** All migrations, without their comments. */
const schema = () =>
  fs
    .readdirSync('server/migrations')
    .sort()
    .map(name => fs.readFileSync(`server/migrations/${name}`, 'utf8').replace(/--.*$/gm, ''))
    .join('\n')

/** The same tables, hash-partitioned by district over eight shards, in a schema of their own. */
async function makeShards(): Promise<void> {
  const { pool } = w.connection
  const ddl = schema()
  const tables = [...ddl.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)]
  assert.ok(tables.length >= 17)
  const local = ['account', 'invite', 'own_code', 'heartbeat', 'backup_run']
  const client = await pool.connect()
  try {
    await client.query('create schema shard')
    await client.query('set search_path = shard')
    const altered = [...ddl.matchAll(/alter table [^;]+;/g)].map(it => it[0])
    for (const [statement, name] of tables) {
      if (local.includes(name!)) {
        await client.query(statement)
        continue
      }
      // The engine itself refuses a primary key without the tenant.
      await client.query(statement.replace(/;$/, ' partition by hash (tenant_id);'))
      for (let i = 0; i < 8; i++) {
        await client.query(
          `create table ${name}_p${i} partition of ${name} for values with (modulus 8, remainder ${i})`,
        )
      }
    }
    for (const statement of altered) await client.query(statement)
  } finally {
    await client.query('reset search_path')
    client.release()
  }
}

/** A sheet with one new member and the secretary herself. */
async function takeSheet(secretary: Person): Promise<void> {
  const sheet = await branchSheet([
    ['', '新党员', '0123', '', ''],
    [secretary.id, '书记', '', '', ''],
  ])
  assert.equal((await sendSheet(w, secretary, sheet, 'apply')).status, 200)
}

/** A contest from its draft to its last appeal. */
async function holdContest(entrant: Person): Promise<void> {
  const organiser = await organiserOf(w)
  const teams = { level: 'unit' as const, best: 5 }
  const contest = await publish(w, organiser, {
    teams,
    tries: 2,
    closes: new Date(w.service.now() + 3_600_000).toISOString(),
  })
  const phone = await new Phone(w, entrant, contest).take({ wrong: 1 })
  await phone.start()
  await phone.post('resume', { device: phone.device })
  const { echo } = (await phone.post('clock', phone.of())).json
  await phone.post('clock', { ...phone.of(), echo })
  await phone.question(0)
  w.pass(40_000)
  for (const path of ['', `/${contest}`]) {
    assert.equal((await call(w, entrant, 'GET', `/v1/me/contests${path}`)).status, 200)
  }
  await phone.ask(1)
  await phone.post('finish', phone.of())
  const its = `/v1/orgs/d/contests/${contest}`
  for (const path of ['', '/pool', '/preview']) assert.equal((await call(w, organiser, 'GET', its + path)).status, 200)
  assert.equal((await call(w, organiser, 'GET', '/v1/orgs/d/contests')).status, 200)
  assert.equal((await call(w, organiser, 'POST', `${its}/close`, { reason: '到时间了' })).status, 200)
  w.pass(SETTLED)
  for (const path of ['result', 'review', 'pool']) assert.equal((await phone.get(path)).status, 200, path)
  const appeal = (await phone.post('appeals', { number: 1, words: '有误' })).json.id
  assert.equal((await call(w, organiser, 'POST', `${its}/voids`, { number: 2, reason: '有歧义' })).status, 200)
  for (const path of ['/results', '/results.csv', '/flags', '/appeals']) {
    assert.equal((await call(w, organiser, 'GET', its + path)).status, 200, path)
  }
  const answer = { words: '说得对', void: true }
  assert.equal((await call(w, organiser, 'POST', `${its}/appeals/${appeal}`, answer)).status, 204)
}

test('every statement of a day’s work touches one shard', async () => {
  const secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
  const now = w.service.now()
  const today = shanghaiDay(now)
  const week = addDays(today, -7)
  const urls: [string, string, object?][] = [
    ['PUT', '/v1/days', { days: [dayOf(week, { finished: ['a-0001'] }), dayOf(today)] }],
    [
      'POST',
      '/v1/branches/b1/offline',
      { ...newKey(), members: [secretary.id], day: week, minutes: 30, what: '读报', reason: '没有手机' },
    ],
    ['POST', '/v1/me/own-code'],
    ['DELETE', '/v1/me/parcel'],
    ...['/v1/me', '/v1/me/logins', '/v1/me/days', '/v1/me/branch', '/v1/me/export'].map(
      url => ['GET', url] as [string, string],
    ),
    ...['week', 'activities/waiting', 'offline', 'requests', 'invites', `members/${secretary.id}`, 'export.csv'].map(
      it => ['GET', `/v1/branches/b1/${it}`] as [string, string],
    ),
    ['PATCH', '/v1/me', { unmasked: true }],
  ]
  const ask = async (method: string, url: string, body?: object) => {
    const { status, json } = await call(w, secretary, method, url, body)
    assert.ok(status < 300, `${method} ${url} ${status}`)
    return json
  }
  for (const [method, url, body] of urls) await ask(method, url, body)
  const assigned = { ...newKey(), title: '读两篇', due: today, items: ['a-0001', 'article:a-0001'] }
  const assignment = (await ask('POST', '/v1/branches/b1/assignments', assigned)).id
  const planned = { ...newKey(), kind: 'lecture', title: '党课', day: today, time: '19:00' }
  const meeting = (await ask('POST', '/v1/branches/b1/meetings', planned)).id
  const of = `/v1/branches/b1/meetings/${meeting}`
  const { digits } = await ask('POST', `${of}/code`, {})
  await ask('POST', '/v1/me/meetings/sign-in', { code: digits })
  await ask('DELETE', `${of}/attendance/${secretary.id}`)
  await ask('POST', `${of}/leave`, { members: [secretary.id], reason: 'work' })
  await ask('DELETE', `${of}/leave/${secretary.id}`)
  await ask('POST', `${of}/attendance`, { members: [secretary.id], reason: '没带手机' })
  const record = { title: '党课', day: today, time: '19:00', chair: secretary.id, hours: 1, links: [], edits: 0 }
  await ask('PUT', of, record)
  for (const url of ['/v1/me/meetings', '/v1/me/study-hours']) await ask('GET', url)
  const month = `/v1/branches/b1/months/${today.slice(0, 7)}`
  await ask('GET', month)
  await ask('PUT', `${month}/filed`, { studied: 0 })
  await ask('DELETE', `${month}/filed`)
  const done = {
    kind: 'group-study',
    title: '学党章',
    day: today,
    state: 'done',
    hours: 2,
    words: { notes: '读了' },
  }
  const people = { lead: secretary.id, members: [secretary.id] }
  const activity = (await ask('POST', '/v1/branches/b1/activities', { ...newKey(), ...done, ...people })).id
  const again = { ...newKey(), ...done, ...people, title: '再学党章', revision: 1 }
  await ask('PUT', `/v1/branches/b1/activities/${activity}`, again)
  for (const url of ['activities', `activities/${activity}`, 'activities/export.csv']) {
    await ask('GET', `/v1/branches/b1/${url}`)
  }
  await ask('GET', '/v1/me/activities')
  for (const url of ['assignments', `assignments/${assignment}`, 'meetings', `meetings/${meeting}`]) {
    await ask('GET', `/v1/branches/b1/${url}`)
  }
  for (const url of ['/v1/me/assignments', '/v1/me/audit', '/v1/branches/b1/audit', `/v1/me/audit?before=${meeting}`]) {
    await ask('GET', url)
  }
  await ask('GET', '/v1/branches/b1/roster.xlsx')
  await takeSheet(secretary)
  for (const url of [`${of}/code`, of, `/v1/branches/b1/assignments/${assignment}`]) await ask('DELETE', url)
  while ((await settleDirty(w.connection.db, now)) > 0);
  await openWeek(w.connection.db, now)
  await dropOldSecrets(w.connection.db, now)
  for (const url of ['', '/trend', '/audit', '/export.csv?rows=branches']) {
    assert.equal((await call(w, supervisor, 'GET', `/v1/orgs/d${url}`)).status, 200, url)
  }
  const why = { reason: '抽查一次' }
  assert.equal((await call(w, supervisor, 'POST', '/v1/orgs/d/sample', { ...why, size: 3 })).status, 200)
  await holdContest(secretary)
  assert.equal((await call(w, secretary, 'DELETE', '/v1/me')).status, 204)

  const statements = [...seen].filter(([sql]) => /^(select|insert|update|delete)/.test(sql))
  await makeShards()
  const client = await w.connection.pool.connect()
  let checked = 0
  try {
    await client.query('set search_path = shard')
    for (const [sql, parameters] of statements) {
      if (ROUNDS.test(sql) || ROUTING.test(sql)) continue
      const plan = await client.query(`explain (format json) ${sql}`, [...parameters])
      const text = JSON.stringify(plan.rows)
      const shards = new Set([...text.matchAll(/"Relation Name":\s*"\w+?_p(\d)"/g)].map(it => it[1]))
      // An insert names its parent table; the row itself goes to one shard.
      assert.ok(shards.size <= 1, `${shards.size} shards: ${sql}`)
      checked += 1
    }
    const leaky = await client.query('explain (format json) select 1 from member where branch_id = $1', ['b1'])
    assert.equal(new Set(JSON.stringify(leaky.rows).match(/member_p\d/g)).size, 8)
  } finally {
    await client.query('reset search_path')
    client.release()
  }
  assert.ok(checked >= 60, `${checked} statements`)
})

/** Functions that are never immutable, whatever they are given. */
async function unsteadyFunctions(): Promise<Set<string>> {
  const { rows } = await w.connection.pool.query<{ name: string }>(`select proname as name from pg_proc
    where prokind = 'f' and pronamespace = 'pg_catalog'::regnamespace group by proname having bool_and(provolatile <> 'i')`)
  return new Set(rows.map(it => it.name))
}

test('no statement does what a distributed PostgreSQL refused when it was tried', async () => {
  const unsteady = await unsteadyFunctions()
  for (const sql of seen.keys()) {
    assert.doesNotMatch(sql, /^insert into [^;]* values [^;]*\(select /, 'a question among the values of an insert')
    if (/^(update|delete) /.test(sql)) {
      const used = [...sql.matchAll(/\b(\w+) ?\(/g)].map(it => it[1]!).filter(it => unsteady.has(it))
      assert.deepEqual(used, [], `a function that hangs on a setting, in ${sql}`)
      assert.doesNotMatch(sql, /\binterval\b/, 'a moment and an interval in an update')
    }
    assert.doesNotMatch(sql, /do update set[^;]*\w+_timestamp\(/, 'a volatile function in an upsert')
    assert.doesNotMatch(sql, /(left|full|right) join [^(]+ on \$\d+ /, 'an outer join on a bare flag')
    assert.doesNotMatch(sql, /delete from account .*not exists \(select/, 'a local table asked about a distributed one')
  }
})

test('the schema needs nothing that a distributed PostgreSQL lacks', () => {
  const ddl = schema()
  assert.doesNotMatch(ddl, /\b(serial|bigserial|trigger|function|procedure|listen|notify|sequence|references)\b/i)
  for (const [, name, body] of ddl.matchAll(/create table (\w+) \(([\s\S]*?)\n\)/g)) {
    if (['account', 'invite', 'own_code', 'heartbeat', 'backup_run'].includes(name!)) continue
    assert.match(body!, /primary key \(tenant_id[,)]/, name)
  }
  for (const [, columns] of ddl.matchAll(/create index \w+ on \w+ \(([^)]*)\)/g)) assert.match(columns!, /^tenant_id, /)
})
