import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { NeedsPage } from '../../domain/contract/branch-needs'
import { metSince, monthAsked } from '../../domain/district/branch-needs'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { type Person, TENANT, type World, call, newKey, plantOffices, world } from './support'

let w: World
let secretary: Person
let unit: Person
let supervisor: Person
let today: string
before(async () => {
  w = await world()
  ;({ secretary, unit, supervisor } = await plantOffices(w))
  today = shanghaiDay(w.service.now())
  await w.connection.pool.query(
    'insert into account (openid_hmac, tenant_id, member_id, created_at) values ($1, $2, $3, now())',
    ['one phone', TENANT, secretary.id],
  )
})
after(() => w.close())

const needs = async (query = '', org = 'u1', who = unit): Promise<NeedsPage> => {
  const { status, json } = await call(w, who, 'GET', `/v1/orgs/${org}/needs${query}`)
  assert.equal(status, 200, JSON.stringify(json))
  return json
}
const of = ({ rows }: NeedsPage, org: string) => rows.find(it => it.org === org)
const contact = (body: object, who = unit, org = 'u1') => call(w, who, 'POST', `/v1/orgs/${org}/contacts`, body)

test('a branch that keeps nothing needs a hand with all; what is done is asked for no more', async () => {
  const first = await needs()
  assert.deepEqual([first.branches, first.total, first.month], [2, 2, monthAsked(today)])
  assert.deepEqual(of(first, 'b1')!.needs, ['unfiled', 'meeting'])
  assert.deepEqual(of(first, 'b2')!.needs, ['unfiled', 'meeting', 'unbound'])
  assert.deepEqual(first.counts, { unfiled: 2, meeting: 2, deeds: 0, unbound: 1 })
  const ask = (method: string, url: string, body: object) => call(w, secretary, method, `/v1/branches/b1${url}`, body)
  await ask('PUT', `/months/${first.month}/filed`, { studied: 0 })
  // Arranged is not held: somebody has to have been there.
  const meeting = { ...newKey(), kind: 'lecture', title: '党课', day: today, time: '00:01' }
  const { id } = (await ask('POST', '/meetings', meeting)).json
  assert.deepEqual(of(await needs(), 'b1')!.needs, ['meeting'])
  await ask('POST', `/meetings/${id}/attendance`, { members: [secretary.id], reason: '没带手机' })
  assert.equal(of(await needs(), 'b1'), undefined)
  const deed = { kind: 'deed', title: '装灯', day: addDays(today, -9), state: 'doing', words: { for: '一位居民' } }
  for (const due of [addDays(today, -1), today]) {
    await ask('POST', '/activities', { ...newKey(), ...deed, due, members: [] })
  }
  const late = of(await needs(), 'b1')!
  assert.deepEqual([late.needs, late.deeds], [['deeds'], 1])
})

test('one need is asked for alone; the counts stay those of all', async () => {
  const page = await needs('?need=unbound')
  assert.deepEqual([page.total, page.rows.map(it => it.org)], [1, ['b2']])
  assert.equal(page.counts.meeting, 1)
  const meetingBefore = addDays(metSince(today), -1)
  assert.ok(page.since > meetingBefore)
})

test('every branch is counted, not a page of them, and they stand as on the roster', async () => {
  for (let n = 10; n < 80; n++) {
    await w.connection.pool.query(
      `insert into org (tenant_id, org_id, parent_id, type, name, path, demo)
        select tenant_id, $1, 'u2', 'branch', $1, path || $1 || '/', false from org where org_id = 'u2'`,
      [`n${n}`],
    )
  }
  const page = await needs('', 'd', supervisor)
  assert.deepEqual([page.branches, page.total, page.rows.length], [73, 73, 50])
  const rest = await needs('?from=50', 'd', supervisor)
  assert.equal(rest.rows.length, 23)
  const ids = [...page.rows, ...rest.rows].map(it => it.org)
  assert.deepEqual(ids.slice(-2), ['n78', 'n79'])
  assert.equal(new Set(ids).size, 73)
})

test('that somebody was in touch stands beside the branch, once, with the day and what was said', async () => {
  const body = { ...newKey(), branch: 'b2', day: addDays(today, -2), note: '和书记通了电话' }
  for (const _ of [1, 2]) assert.equal((await contact(body)).status, 204)
  // Entries of one millisecond stand in any order.
  w.pass(1_000)
  await contact({ ...newKey(), branch: 'b2', day: addDays(today, -3), note: '早些时候' })
  assert.deepEqual(of(await needs(), 'b2')!.contact, { day: body.day, note: '和书记通了电话', by: '单位甲' })
  const { rows } = await w.connection.pool.query(
    `select reason from audit_log where action = 'contact' order by audit_id`,
  )
  assert.deepEqual(
    rows.map(it => it.reason),
    [`${body.day} 和书记通了电话`, `${addDays(today, -3)} 早些时候`],
  )
  for (const day of [addDays(today, 1), addDays(today, -91)]) {
    assert.equal((await contact({ ...newKey(), branch: 'b2', day, note: '电话' })).json.error, 'day')
  }
})

test('a branch outside, and an organisation that is none, cannot be contacted', async () => {
  for (const branch of ['b3', 'u1', 'nowhere', 'bx']) {
    assert.equal((await contact({ ...newKey(), branch, day: today, note: '电话' })).status, 404, branch)
  }
})

test('a branch that is new is asked for nothing of the time before it was there', async () => {
  const pool = w.connection.pool
  await pool.query('delete from meeting_presence')
  const asked = async () => of(await needs(), 'b2')?.needs
  assert.deepEqual(await asked(), ['unfiled', 'meeting', 'unbound'])
  const kept = (days: number) => pool.query('update org set since = $1', [addDays(today, days)])
  await kept(0)
  assert.deepEqual(await asked(), ['unbound'])
  // Old enough to be asked as a young quarter is.
  await kept(-30)
  assert.ok((await asked())!.includes('meeting'))
  await kept(-40)
  assert.deepEqual(await asked(), ['unfiled', 'meeting', 'unbound'])
  const { since } = (await call(w, secretary, 'GET', '/v1/branches/b1/meetings')).json
  assert.equal(since, addDays(today, -40))
})
