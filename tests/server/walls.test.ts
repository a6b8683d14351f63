import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import Fastify from 'fastify'
import { scopes } from '../../server/src/plugins/scopes'
import { type Person, TENANT, type World, call, person, plantTree, world } from './support'

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
const ROLES: Record<string, { branch: string; roles: ['secretary' | 'unit_admin' | 'supervisor', string][] }> = {
  nobody: { branch: 'b1', roles: [] },
  member: { branch: 'b1', roles: [] },
  secretary: { branch: 'b1', roles: [['secretary', 'b1']] },
  unit_admin: { branch: 'b1', roles: [['unit_admin', 'u1']] },
  supervisor: { branch: 'b1', roles: [['supervisor', 'd']] },
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
  if (scope === 'tree' && role === 'unit_admin') return UNDER.u1!.includes(place)
  return role === 'supervisor' && UNDER.d!.includes(place)
}

test('every role × every scoped route × every place: inside is served, outside is not there', async () => {
  const routes = w.app.scoped.filter(it => ['branch', 'tree', 'supervise'].includes(it.scope))
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
        } else if (/:(member|record|invite|request|assignment|meeting)\b/.test(url)) {
          // Inside, but no such member or record: the same answer as outside.
          assert.ok([400, 404].includes(status), label)
        } else assert.ok(status === 200 || status === 201 || status === 400, label)
      }
    }
  }
  assert.ok(tried > 800, `${tried} tried`)
})

test('a member of another branch is not there for the secretary, also by id', async () => {
  const secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const own = await person(w, 'b1', '本支部')
  const other = await person(w, 'b2', '外支部')
  assert.equal((await call(w, secretary, 'GET', `/v1/branches/b1/members/${own.id}`)).status, 200)
  assert.equal((await call(w, secretary, 'GET', `/v1/branches/b1/members/${other.id}`)).status, 404)
  const record = { members: [own.id, other.id], day: '2026-01-01', minutes: 30, what: '读书会', reason: '没有手机' }
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
  const drill = async (branch: string) =>
    (await call(w, unit, 'POST', '/v1/orgs/a_1/drill', { branch, reason: '看一看' })).status
  assert.deepEqual([await drill('own'), await drill('other')], [200, 404])
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
  const sent = { events: [], tenant_id: 'x', member_id: who.id }
  assert.equal((await call(w, who, 'POST', '/v1/events', sent)).status, 400)
  assert.equal((await call(w, who, 'GET', '/v1/me/branch?branch=b2')).status, 400)
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
