import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { shanghaiDay } from '../../domain/time/day'
import { settleDirty } from '../../server/src/features/reports/worker'
import { dayOf, tell, todayOf } from './acts'
import { type World, call, newKey, person, plantTree, world } from './support'

let w: World
before(async () => {
  w = await world()
  await plantTree(w)
})
after(() => w.close())

test('a copy of one’s own holds everything and nobody else', async () => {
  const who = await person(w, 'b1', '甲示例')
  const other = await person(w, 'b1', '乙示例')
  const day = dayOf(todayOf(w), { finished: ['a-0001'], answered: { reform: 1 } })
  await tell(w, who, day)
  await tell(w, other, dayOf(todayOf(w)))
  const { status, json } = await call(w, who, 'GET', '/v1/me/export')
  assert.equal(status, 200)
  assert.equal(json.member.name, '甲示例')
  assert.deepEqual(json.days, [day])
  assert.equal(json.audit.length, 1)
  assert.ok(!JSON.stringify(json).includes(other.id))
})

test('deleting oneself leaves no name, no act and no login; the branch’s totals stay', async () => {
  const who = await person(w, 'b2', '丙示例')
  const now = w.service.now()
  await tell(w, who, dayOf(todayOf(w)))
  while ((await settleDirty(w.connection.db, now)) > 0);
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  assert.equal((await call(w, who, 'GET', '/v1/me')).status, 401)
  const { pool } = w.connection
  const tables = ['member_day', 'member_move', 'account', 'login', 'own_code']
  for (const table of tables) {
    const { rows } = await pool.query(`select 1 from ${table} where member_id = $1`, [who.id])
    assert.equal(rows.length, 0, table)
  }
  const { rows } = await pool.query('select name, status, consent_version from member where member_id = $1', [who.id])
  assert.deepEqual(rows, [{ name: '已注销', status: 'erased', consent_version: null }])
  const kept = await pool.query(`select studied from branch_period where branch_id = 'b2' and period = 'week'`)
  assert.equal(kept.rows[0].studied, 1)
})

test('withdrawing consent masks the name again, also for who let it be seen whole', async () => {
  const chief = await person(w, 'b3', '督导示例', { roles: [['supervisor', 'd']] })
  const who = await person(w, 'b1', '庚示例')
  const seen = async () => {
    const { json } = await call(w, chief, 'POST', '/v1/orgs/d/sample', { size: 50, reason: '走访' })
    return json.members.map((it: { name: string }) => it.name).filter((name: string) => name.startsWith('庚'))
  }
  assert.equal((await call(w, who, 'PUT', '/v1/me', { unmasked: true })).status, 204)
  assert.deepEqual(await seen(), ['庚示例'])
  assert.equal((await call(w, who, 'DELETE', '/v1/me/consent')).status, 204)
  assert.deepEqual(await seen(), ['庚*'])
})

test('what others wrote about somebody goes with them; who did what and when stays', async () => {
  const { pool } = w.connection
  const secretary = await person(w, 'b1', '书记示例', { roles: [['secretary', 'b1']] })
  const [who, other] = [await person(w, 'b1', '辛示例'), await person(w, 'b1', '壬示例')]
  const day = shanghaiDay(w.service.now())
  const meeting = { ...newKey(), kind: 'lecture', title: '党课', day, time: '19:00' }
  const { id } = (await call(w, secretary, 'POST', '/v1/branches/b1/meetings', meeting)).json
  const present = { members: [who.id, other.id], reason: '辛某腿疾' }
  assert.equal((await call(w, secretary, 'POST', `/v1/branches/b1/meetings/${id}/attendance`, present)).status, 204)
  const logged = async (subject: string) =>
    (
      await pool.query(
        `select action, reason, actor_id, at <= now() as at from audit_log where subject_id = $1 and action <> 'erase'`,
        [subject],
      )
    ).rows
  const [line] = await logged(who.id)
  assert.equal(line.reason, '辛某腿疾')
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  assert.deepEqual(await logged(who.id), [{ ...line, reason: null }])
  assert.equal((await logged(other.id))[0].reason, '辛某腿疾')
})

test('a phone that is bound leaves no request, and one that waited goes when the person does', async () => {
  const { pool } = w.connection
  const secretary = await person(w, 'b2', '书记示例', { roles: [['secretary', 'b2']] })
  const who = await person(w, 'b2', '癸示例')
  await pool.query('insert into account (openid_hmac, created_at) values ($1, now())', ['open-gui'])
  const token = w.app.jwt.sign({ bind: 'open-gui' })
  const invite = (await call(w, secretary, 'POST', '/v1/branches/b2/invites', {})).json.code
  const ask = () =>
    call(w, token, 'POST', '/v1/bind/request', { invite, name: '癸示列', last4: '4321', consent: CONSENT_VERSION })
  const waiting = async () => (await pool.query('select 1 from binding_request')).rows.length
  assert.equal((await ask()).status, 202)
  const { requests } = (await call(w, secretary, 'GET', '/v1/branches/b2/requests')).json
  const approve = `/v1/branches/b2/requests/${requests[0].id}/approve`
  assert.equal((await call(w, secretary, 'POST', approve, { member: who.id })).status, 204)
  const late = await ask()
  assert.deepEqual([late.status, late.json.error], [409, 'bound'])
  assert.match(late.json.message, /用微信登录/)
  assert.equal(await waiting(), 0)
  // Left the branch, asked in another, and wants to be forgotten.
  await pool.query(`update member set status = 'left' where member_id = $1`, [who.id])
  assert.equal((await ask()).status, 202)
  w.pass(60_000)
  assert.equal((await call(w, who, 'DELETE', '/v1/me')).status, 204)
  assert.equal(await waiting(), 0)
})

test('after a failure of the database the log holds codes, not values', async () => {
  const who = await person(w, 'b1', '丁示例')
  await w.connection.pool.query('alter table member_day rename to member_day_away')
  const failed = await call(w, who, 'PUT', '/v1/days', { days: [dayOf(todayOf(w), { finished: ['a-0042'] })] })
  await w.connection.pool.query('alter table member_day_away rename to member_day')
  assert.equal(failed.status, 500)
  assert.deepEqual(Object.keys(failed.json), ['error', 'message'])
  assert.match(w.logged(), /"code":"42P01"/)
})

test('no answer may be kept on the way, neither a table nor a file nor a refusal', async () => {
  const who = await person(w, 'b1', '戊示例', { roles: [['secretary', 'b1']] })
  for (const url of ['/v1/me', '/v1/me/export', '/v1/branches/b1/week', '/v1/branches/b1/export.csv', '/v1/none']) {
    assert.equal((await call(w, who, 'GET', url)).headers['cache-control'], 'no-store', url)
  }
})

test('every answer forbids what a page could do with it, as helmet says, a file and a refusal too', async () => {
  const who = await person(w, 'b1', '头')
  for (const [url, status] of [
    ['/v1/me', 200],
    ['/v1/branches/b1/week', 404],
    ['/healthz', 200],
    ['/nowhere', 404],
  ] as const) {
    const { headers, status: got } = await call(w, who, 'GET', url)
    assert.equal(got, status, url)
    const policy = String(headers['content-security-policy']).split(';')
    // Of data nothing is run, shown or framed; pages are not served here.
    assert.deepEqual(policy, ["default-src 'none'", "frame-ancestors 'none'"], url)
    for (const [name, value] of [
      ['strict-transport-security', 'max-age=15552000; includeSubDomains'],
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['cross-origin-resource-policy', 'same-origin'],
      ['referrer-policy', 'no-referrer'],
      ['cache-control', 'no-store'],
    ] as const)
      assert.equal(headers[name], value, `${url}: ${name}`)
    assert.equal(headers['x-powered-by'], undefined)
    assert.match(String(headers['content-type']), /json/, url)
  }
})

test('a database that only reads for now is told as away, so that the phone keeps its days', async () => {
  const who = await person(w, 'b1', '己示例')
  await w.connection.pool.query('set default_transaction_read_only = on')
  const { status, headers } = await call(w, who, 'PUT', '/v1/days', { days: [dayOf(todayOf(w))] })
  await w.connection.pool.query('set default_transaction_read_only = off')
  assert.deepEqual([status, headers['retry-after']], [503, '5'])
})

test('nothing in the log names a member, an item or an address', () => {
  assert.doesNotMatch(w.logged(), /示例|a-00\d\d|Bearer|eyJ|127\.0\.0\.1|select |insert /)
})
