import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import Fastify from 'fastify'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { scopes } from '../../server/src/plugins/scopes'
import { shanghaiDay } from '../../domain/time/day'
import type { Role } from '../../domain/contract/roles'
import { openWeek, settleDirty } from '../../server/src/features/reports/worker'
import { dayOf } from './acts'
import { SETTLED, publish } from './contests'
import { ROUTES } from './routes'
import { type Person, TENANT, type World, call, newKey, person, plantTree, world } from './support'

let w: World
before(async () => {
  w = await world({ env: { TRUST_PROXY: '1' } })
  await plantTree(w)
})
after(() => w.close())

test('a route that declares no scope stops the start', async () => {
  const app = Fastify()
  await app.register(scopes, { service: w.service })
  assert.throws(() => app.get('/v1/secret', async () => 'x'), /declares no scope/)
  assert.throws(() => app.get('/v1/x', { config: { scope: 'branch' } }, async () => 'x'), /has no :branch/)
  await app.close()
})

/** Who: their roles, and for each place whether a branch or tree route is theirs. */
const ROLES: Record<string, { branch: string; roles: [Role, string][] }> = {
  nobody: { branch: 'b1', roles: [] },
  member: { branch: 'b1', roles: [] },
  secretary: { branch: 'b1', roles: [['secretary', 'b1']] },
  unit_admin: { branch: 'b1', roles: [['unit_admin', 'u1']] },
  supervisor: { branch: 'b1', roles: [['supervisor', 'd']] },
  organiser: { branch: 'b1', roles: [['organiser', 'u1']] },
}
async function onePerRole(): Promise<Record<string, Person | undefined>> {
  const people: Record<string, Person | undefined> = {}
  for (const [role, { branch, roles }] of Object.entries(ROLES)) {
    people[role] = role === 'nobody' ? undefined : await person(w, branch, role, { roles })
  }
  return people
}
/** own, sibling, other unit, other district, above, nowhere. */
const PLACES = ['b1', 'b2', 'b3', 'bx', 'u1', 'u2', 'd', 'x', 'nowhere', '..', '%2e%2e%2fd', "b1' or 1=1"]
const UNDER: Record<string, string[]> = { u1: ['u1', 'b1', 'b2'], d: ['d', 'u1', 'u2', 'b1', 'b2', 'b3'] }

function allowed(role: string, scope: string, place: string): boolean {
  if (scope === 'branch') return role === 'secretary' && place === 'b1'
  // At exactly that organisation: not above it, not below.
  if (scope === 'organise') return (role === 'organiser' && place === 'u1') || (role === 'secretary' && place === 'b1')
  if (scope === 'tree' && role === 'unit_admin') return UNDER.u1!.includes(place)
  return role === 'supervisor' && UNDER.d!.includes(place)
}

test('every role × every scoped route × every place: inside is served, outside is not there', async () => {
  const routes = w.app.scoped.filter(it => ['branch', 'tree', 'supervise', 'organise'].includes(it.scope))
  assert.ok(routes.length >= 15, `${routes.length} routes`)
  let tried = 0
  let people: Record<string, Person | undefined> = {}
  for (const [i, { method, url, scope }] of routes.entries()) {
    // Nobody may ask for more than 300 things a minute.
    if (i % 20 === 0) people = await onePerRole()
    for (const [role, who] of Object.entries(people)) {
      for (const place of PLACES) {
        const filled = url
          .replace(/:(branch|org)/, encodeURIComponent(place))
          .replace(':format', 'csv')
          .replace(/:\w+/g, '00000000-0000-7000-8000-000000000001')
        const body = method === 'POST' ? {} : undefined
        const { status, json } = await call(w, who, method, filled, body, { 'x-forwarded-for': `10.0.0.${i}` })
        tried += 1
        const label = `${role} ${method} ${filled} → ${status}`
        if (role === 'nobody') assert.ok(status === 401 || status === 404, label)
        else if (!allowed(role, scope, place)) {
          assert.equal(status, 404, label)
          assert.equal(json.error, 'not_found', label)
        } else if (/:(member|record|invite|request|assignment|meeting|activity|contest|sent|visit)\b/.test(url)) {
          // Inside, but no such member or record: the same answer as outside.
          assert.ok([400, 404].includes(status), label)
        } else assert.ok(status === 200 || status === 201 || status === 400, label)
      }
    }
  }
  assert.ok(tried > 800, `${tried} tried`)
})

test('every route of the API’s own document says whom it is for, and is in the list that these tests are made of', () => {
  const { paths } = w.app.swagger() as unknown as { paths: Record<string, object> }
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  const scoped = w.app.scoped.map(({ method, url }) => `${method} ${url}`)
  assert.deepEqual(documented.sort(), scoped.sort())
  const open = w.app.scoped.filter(it => it.scope === 'public').map(it => it.url)
  assert.deepEqual(open.sort(), [
    '/healthz',
    '/readyz',
    '/v1/auth/refresh',
    '/v1/auth/wechat',
    '/v1/certificate-key',
    '/v1/parcels/:parcel/done',
    '/v1/parcels/:parcel/take',
    '/v1/rooms',
    '/v1/rooms/socket',
  ])
})

test('every route is for whom its row says; a route without a row fails here', () => {
  const declared = (kind: string) =>
    w.app.scoped.filter(it => it.scope === kind).map(({ method, url }) => `${method} ${url}`)
  for (const [kind, rows] of Object.entries(ROUTES)) assert.deepEqual(declared(kind).sort(), [...rows].sort(), kind)
  assert.equal(w.app.scoped.length, Object.values(ROUTES).flat().length)
})

test('one’s own records open to no stranger and to no login that is not bound; binding opens to nobody bound', async () => {
  const bound = await person(w, 'b1', '绑定的')
  const unbound = w.app.jwt.sign({ bind: 'an openid' })
  const routes = w.app.scoped.filter(it => it.scope !== 'public')
  assert.ok(routes.filter(it => it.scope === 'self').length >= 12)
  for (const [i, { method, url, scope }] of routes.entries()) {
    const filled = url.replace(/:(branch|org)/, 'b1').replace(/:\w+/g, '00000000-0000-7000-8000-000000000001')
    const body = ['POST', 'PUT', 'PATCH'].includes(method) ? {} : undefined
    const from = { 'x-forwarded-for': `10.1.0.${i}` }
    for (const who of scope === 'bind' ? [undefined, bound] : [undefined, unbound]) {
      const { status, json } = await call(w, who, method, filled, body, from)
      assert.deepEqual([status, json.error], [401, 'unauthorised'], `${method} ${filled}`)
    }
  }
})

/** An activity with nobody in it. */
const activity = () => ({
  ...{ kind: 'book', title: '一本书', day: shanghaiDay(Date.now()), state: 'planned', words: {}, members: [] },
})

/** What a route takes, by the last part of its address, so that it is done and not refused. */
const bodies: Record<string, object> = {
  days: { days: [dayOf(shanghaiDay(Date.now()), { answered: { reform: 62 } })] },
  invites: { days: 3 },
  assignments: { ...newKey(), title: '任务二', due: shanghaiDay(Date.now()), items: ['a-0001'] },
  meetings: { ...newKey(), kind: 'group', title: '小组会', day: shanghaiDay(Date.now()), time: '19:00' },
  activities: { ...newKey(), ...activity() },
  ':activity': { ...newKey(), ...activity(), title: '另一本书', revision: 1 },
  sample: { size: 5, reason: '抽查' },
  sent: {
    ...newKey(),
    ...{ kind: 'task', title: '一起读', due: shanghaiDay(Date.now()), items: ['a-0001'], branches: ['b1'] },
  },
  visits: { ...newKey(), size: 1, reason: '抽查' },
  ':visit': { revision: 1, day: shanghaiDay(Date.now()), findings: '都好' },
  contacts: { ...newKey(), branch: 'b1', day: shanghaiDay(Date.now()), note: '电话' },
  me: { unmasked: true },
  unbind: { reason: '换了手机' },
}
async function send(who: Person, method: string, url: string, body?: object) {
  const answer = await call(w, who, method, url, body)
  assert.ok(answer.status < 300, `${method} ${url} ${answer.status}`)
  return answer
}

/** A contest of the district that is over, with somebody’s try in it who could not enter: theirs is the pool. */
async function endedContest({ id: member }: Person): Promise<string> {
  const organiser = await person(w, 'b1', '组织者', { roles: [['organiser', 'd']] })
  const contest = await publish(w, organiser)
  const at = new Date(w.service.now())
  await w.connection.pool.query(
    `insert into contest_try (tenant_id, contest_id, member_id, try, device, branch_id, consent_version, masked, began_at, seen_at,
        answers, finished_at)
      values ($1, $2, $3, 1, $3, 'b1', 'v', false, $4, $4, '[[1, "b", 1, 900, 0]]', $4)`,
    [TENANT, contest, member, at],
  )
  const ended = new Date(w.service.now() - SETTLED)
  await w.connection.pool.query('update contest set closes_at = $1, opens_at = $1 where contest_id = $2', [
    ended,
    contest,
  ])
  return contest
}

test('a district with the very same codes and ids is another world: nothing of it is shown, nothing in it is changed', async () => {
  const { pool } = w.connection
  const roles: [Role, string][] = [
    ['secretary', 'b1'],
    ['supervisor', 'd'],
    ['organiser', 'd'],
  ]
  w.service.keys.certificate = 'ab'.repeat(32)
  const own = await person(w, 'b1', '本区书记', { roles })
  const reader = await person(w, 'b1', '本区的')
  const lost = await person(w, 'b1', '换了手机的')
  const account = 'insert into account (openid_hmac, tenant_id, member_id, created_at) values ($1, $1, $2, now())'
  for (const tenant of [TENANT, 'other']) await pool.query(account, [tenant, lost.id])
  const today = shanghaiDay(w.service.now())
  // Every row of the district once more, under another district's name and with other words in it.
  await send(own, 'POST', '/v1/branches/b1/invites', {})
  await send(own, 'POST', '/v1/branches/b1/assignments', { ...newKey(), title: '任务', due: today, items: ['a-0001'] })
  const meeting = { ...newKey(), kind: 'lecture', title: '党课', day: today, time: '19:00' }
  await send(own, 'POST', '/v1/branches/b1/meetings', meeting)
  await send(own, 'POST', '/v1/branches/b1/activities', { ...newKey(), ...activity() })
  const record = { ...newKey(), members: [reader.id], day: today, minutes: 30, what: '读报', reason: '没有手机' }
  await send(own, 'POST', '/v1/branches/b1/offline', record)
  await send(reader, 'PUT', '/v1/days', { days: [dayOf(today, { answered: { reform: 61 } })] })
  await send(own, 'POST', '/v1/orgs/d/sample', { size: 5, reason: '走访' })
  await send(own, 'POST', '/v1/orgs/d/sent', { ...bodies.sent, ...newKey() })
  await send(own, 'POST', '/v1/orgs/d/visits', { ...bodies.visits, ...newKey() })
  await send(own, 'POST', '/v1/orgs/d/contacts', { ...bodies.contacts, ...newKey() })
  await settleDirty(w.connection.db, w.service.now())
  const contest = await endedContest(own)
  const { rows: tables } = await pool.query(
    `select table_name as name, string_agg(quote_ident(column_name), ', ') as columns,
        string_agg(case when column_name = 'tenant_id' then $$'other'$$
          when column_name in ('name', 'title', 'reason', 'what', 'note', 'findings', 'seed') then $$'别区'$$
          when column_name = 'minutes' then '599'
          when column_name in ('devices', 'answered') then 'replace(' || column_name || $$::text, '61', '599')::jsonb$$
          else quote_ident(column_name) end, ', ') as changed
      from information_schema.columns c join pg_class t on t.relname = c.table_name and t.relkind = 'r'
      where c.table_schema = 'public' and c.table_name not in ('account', 'invite', 'own_code', 'parcel', 'heartbeat', 'backup_run', 'schema_migration')
        and c.table_name not like 'kysely\\_%'
      group by table_name`,
  )
  for (const { name, columns, changed } of tables) {
    await pool.query(`insert into ${name} (${columns}) select ${changed} from ${name} where tenant_id = $1`, [TENANT])
  }
  const world = async () => {
    const found = await Promise.all(
      tables.map(it => pool.query(`select t::text as row from ${it.name} t where tenant_id = 'other' order by 1`)),
    )
    return found.map(it => it.rows)
  }
  const parcel = 'a'.repeat(32)
  const bytes = { 'content-type': 'application/octet-stream' }
  assert.equal((await call(w, own, 'PUT', `/v1/me/parcel/${parcel}`, Buffer.from('sealed'), bytes)).status, 200)
  const before = await world()
  const month = today.slice(0, 7)
  const ids = {
    assignment: '',
    meeting: '',
    activity: '',
    member: reader.id,
    record: '',
    invite: '',
    request: reader.id,
    parcel,
    month,
    contest,
    appeal: contest,
    sent: '',
    visit: '',
  }
  for (const name of ['assignment', 'meeting', 'invite'] as const) {
    ids[name] = (await send(own, 'GET', `/v1/branches/b1/${name}s`)).json[`${name}s`][0].id
  }
  ids.activity = (await send(own, 'GET', '/v1/branches/b1/activities')).json.activities[0].id
  for (const name of ['sent', 'visits'] as const) {
    ids[name === 'sent' ? 'sent' : 'visit'] = (await send(own, 'GET', `/v1/orgs/d/${name}`)).json.rows[0].id
  }
  ids.record = (await send(own, 'GET', '/v1/branches/b1/offline')).json.records[0].id
  const routes = w.app.scoped.filter(it => !['public', 'bind'].includes(it.scope))
  // Reading first: what deletes the person comes last.
  const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  routes.sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method) || b.url.length - a.url.length)
  for (const [i, { method, url, scope }] of routes.entries()) {
    const filled = url
      .replace(':branch', 'b1')
      .replace(':org', 'd')
      .replace(':format', 'csv')
      .replace(':member/unbind', `${lost.id}/unbind`)
      .replace(/:(\w+)/g, (_, name: keyof typeof ids) => ids[name])
    const last = url.split('/').pop()!
    const body = ['POST', 'PUT', 'PATCH'].includes(method) ? (bodies[last] ?? {}) : undefined
    // Logging out ends every token: whoever asks on must not be that person.
    const who = last === 'logout' ? lost : scope === 'self' && method === 'DELETE' ? reader : own
    const answer = await call(w, who, method, filled, body, { 'x-forwarded-for': `10.2.0.${i}` })
    // Ids, moments and the seed of a contest hold any digits.
    const shown = answer.raw.toString('utf8').replace(/[\da-f]{8}-[\da-f-]{27}|[\d:.]+Z|[\da-f]{64}/g, '')
    assert.ok(!/别区|599/.test(shown), `${method} ${filled} shows another district: ${shown}`)
    if (method === 'GET') assert.equal(answer.status, 200, `${method} ${filled}`)
  }
  await settleDirty(w.connection.db, w.service.now())
  await openWeek(w.connection.db, w.service.now())
  const derived = ['branch_dirty', 'branch_period', 'org_rollup', 'rollup_turn']
  const after = await world()
  for (const [i, { name }] of tables.entries()) {
    if (!derived.includes(name)) assert.deepEqual(after[i], before[i], name)
  }
  const { rows: kept } = await pool.query('select tenant_id from account where member_id = $1', [lost.id])
  assert.deepEqual(kept, [{ tenant_id: 'other' }])
})

test('a member of another branch is not there for the secretary, also by id', async () => {
  const secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const own = await person(w, 'b1', '本支部')
  const other = await person(w, 'b2', '外支部')
  assert.equal((await call(w, secretary, 'GET', `/v1/branches/b1/members/${own.id}`)).status, 200)
  assert.equal((await call(w, secretary, 'GET', `/v1/branches/b1/members/${other.id}`)).status, 404)
  const record = {
    ...newKey(),
    members: [own.id, other.id],
    day: '2026-01-01',
    minutes: 30,
    what: '读书会',
    reason: '没有手机',
  }
  const today = new Date(w.service.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const refused = await call(w, secretary, 'POST', '/v1/branches/b1/offline', { ...record, day: today })
  assert.equal(refused.status, 404)
})

test('an underscore in a code stands for itself: what lies under a_1 is not what lies under ax1', async () => {
  for (const [id, parent, type, at] of [
    ['a_1', 'd', 'committee', '/d/a_1/'],
    ['ax1', 'd', 'committee', '/d/ax1/'],
    ['own', 'a_1', 'branch', '/d/a_1/own/'],
    ['other', 'ax1', 'branch', '/d/ax1/other/'],
  ]) {
    await w.connection.pool.query(
      'insert into org (tenant_id, org_id, parent_id, type, name, path) values ($1, $2, $3, $4, $2, $5)',
      [TENANT, id, parent, type, at],
    )
  }
  const unit = await person(w, 'own', '单位', { roles: [['unit_admin', 'a_1']] })
  const look = async (branch: string) => (await call(w, unit, 'GET', `/v1/orgs/${branch}`)).status
  assert.deepEqual([await look('own'), await look('other')], [200, 404])
})

test('a revoked role is gone within a minute', async () => {
  const secretary = await person(w, 'b2', '前书记', { roles: [['secretary', 'b2']] })
  assert.equal((await call(w, secretary, 'GET', '/v1/branches/b2/week')).status, 200)
  await w.connection.pool.query('delete from role_grant where tenant_id = $1 and member_id = $2', [
    TENANT,
    secretary.id,
  ])
  w.pass(60_000)
  assert.equal((await call(w, secretary, 'GET', '/v1/branches/b2/week')).status, 404)
})

test('ids of tenant, branch or member in a body or query are not listened to', async () => {
  const who = await person(w, 'b1', '某人')
  const sent = { days: [dayOf(shanghaiDay(Date.now()))], tenant_id: 'x', member_id: who.id }
  assert.equal((await call(w, who, 'PUT', '/v1/days', sent)).status, 400)
  assert.equal(
    (await call(w, who, 'GET', '/v1/me/branch?branch=b2')).json.start,
    (await call(w, who, 'GET', '/v1/me/branch')).json.start,
  )
})

test('a forged, unsigned or foreign token is no token', async () => {
  const who = await person(w, 'b1', '某人')
  const [head, body] = who.token.split('.') as [string, string, string]
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  for (const token of [`${none}.${body}.`, `${head}.${body}.AAAA`, 'x', `${who.token}x`]) {
    assert.equal((await call(w, token, 'GET', '/v1/me')).status, 401)
  }
})

test('too many requests from one member are refused, others go on', async () => {
  const busy = await person(w, 'b1', '忙')
  const calm = await person(w, 'b1', '闲')
  const statuses = new Set<number>()
  for (let i = 0; i < 310; i++) statuses.add((await call(w, busy, 'GET', '/v1/me')).status)
  assert.deepEqual([...statuses], [200, 429])
  assert.equal((await call(w, calm, 'GET', '/v1/me')).status, 200)
})

test('a hundred people behind one address log in and bind in the same minute; one login that hammers is refused alone', async () => {
  const from = { 'x-forwarded-for': '203.0.113.9' }
  const form = { invite: 'ABCD2345', name: '某人', last4: '1234', consent: CONSENT_VERSION }
  const bind = (openid: string) => call(w, w.app.jwt.sign({ bind: openid }), 'POST', '/v1/bind', form, from)
  const statuses = new Set<number>()
  for (let i = 0; i < 100; i++) {
    statuses.add((await call(w, undefined, 'POST', '/v1/auth/refresh', { refresh: 'x' }, from)).status)
    await w.connection.pool.query('insert into account (openid_hmac, created_at) values ($1, now())', [`office ${i}`])
    statuses.add((await bind(`office ${i}`)).status)
  }
  assert.deepEqual([...statuses].sort(), [401, 404])
  const hammering = []
  for (let i = 0; i < 61; i++) hammering.push((await bind('office 1')).status)
  assert.equal(hammering.pop(), 429)
  assert.equal((await bind('office 2')).status, 404)
})

test('an address that the guest writes into X-Forwarded-For is not believed', async () => {
  const statuses = new Set<number>()
  for (let i = 0; i < 1_210; i++) {
    const headers = { 'x-forwarded-for': `10.9.0.${i % 250}, 203.0.113.7` }
    statuses.add((await call(w, undefined, 'POST', '/v1/auth/refresh', { refresh: 'x' }, headers)).status)
  }
  assert.deepEqual([...statuses], [401, 429])
})
