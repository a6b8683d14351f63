import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LOGINS } from '../../domain/contract/limits'
import { hmac } from '../../server/src/auth/keys'
import { GRACE_MS, refreshToken } from '../../server/src/features/login/refresh'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'
import { startWechatHost, type WechatHost } from './wechat-host'

let wechat: WechatHost
let w: World
let who: Person
before(async () => {
  wechat = await startWechatHost()
  w = await world({ env: wechat.env })
  await plantTree(w)
  who = await person(w, 'b1', '张示例')
  await tie('open-zhang', who)
  await tie('open-other', await person(w, 'b1', '李示例'))
})
after(async () => {
  await w.close()
  wechat.close()
})

const tie = (openid: string, { id }: Person) =>
  w.connection.pool.query(
    'insert into account (openid_hmac, tenant_id, member_id, created_at) values ($1, $2, $3, now())',
    [hmac(KEYS, 'openid', openid), TENANT, id],
  )
interface Session {
  access: string
  refresh: string
}
const login = async (openid = 'open-zhang') =>
  (await call(w, undefined, 'POST', '/v1/auth/wechat', { code: openid })).json.session as Session
const refresh = (token: string) => call(w, undefined, 'POST', '/v1/auth/refresh', { refresh: token })
const works = async (token: string) => (await call(w, token, 'GET', '/v1/me')).status === 200
const MINUTE = 60_000

test('a refresh token has one successor: asked again, at once or in the grace, it gets the same', async () => {
  const first = await login()
  const answers = await Promise.all([refresh(first.refresh), refresh(first.refresh)])
  w.pass(GRACE_MS - MINUTE)
  answers.push(await refresh(first.refresh))
  assert.deepEqual(
    answers.map(it => it.status),
    [200, 200, 200],
  )
  assert.equal(new Set(answers.map(it => it.json.refresh)).size, 1)
  assert.equal((await refresh(answers[0]!.json.refresh)).status, 200)
})

test('an older token ends the login with its access tokens at once, is in the audit log, and the phone is told', async () => {
  const first = await login()
  const beside = await login()
  const second = (await refresh(first.refresh)).json as Session
  const third = (await refresh(second.refresh)).json as Session
  assert.ok(await works(third.access))
  // Its successor has been used: somebody has a copy.
  assert.equal((await refresh(first.refresh)).status, 401)
  for (const { access } of [first, second, third]) assert.ok(!(await works(access)))
  const told = await refresh(third.refresh)
  assert.deepEqual([told.status, told.json.error], [401, 'ended'])
  assert.match(told.json.message, /凭证被两处用过.*重新登录.*我的登录/)
  assert.ok(await works(beside.access), 'another login goes on')
  const { rows } = await w.connection.pool.query(`select subject_id from audit_log where action = 'login.copied'`)
  assert.deepEqual(rows, [{ subject_id: who.id }])
})

test('after the grace the one before ends it too', async () => {
  const first = await login()
  const second = (await refresh(first.refresh)).json as Session
  w.pass(GRACE_MS + MINUTE)
  assert.equal((await refresh(first.refresh)).status, 401)
  assert.equal((await refresh(second.refresh)).status, 401)
})

test('with a database from a backup, which knows of fewer trades, the login goes on and nobody is told of a copy', async () => {
  const first = await login()
  const login_id = w.app.jwt.decode<{ l: string }>(first.access)!.l
  const second = (await refresh(first.refresh)).json as Session
  const third = (await refresh(second.refresh)).json as Session
  await w.connection.pool.query('update login set generation = 0 where login_id = $1', [login_id])
  const after = await refresh(third.refresh)
  assert.equal(after.status, 200, JSON.stringify(after.json))
  assert.ok(await works(after.json.access))
  // What is older than that ends it as before.
  assert.equal((await refresh(first.refresh)).json.error, 'ended')
})

test('a token of another login, another generation or another key is none, and ends nothing', async () => {
  const { access, refresh: token } = await login()
  const [tenant, id, generation, mac] = token.split('.') as [string, string, string, string]
  const forged = [
    `${tenant}.${id}.${Number(generation) + 1}.${mac}`,
    `${tenant}.${who.id}.${generation}.${mac}`,
    refreshToken({ ...KEYS, pepper: 'q'.repeat(32) }, { tenant: TENANT, login: id }, 0),
    'x',
    '....',
    `${'A'.repeat(40)}.${'9'.repeat(200)}`,
  ]
  for (const it of forged) assert.equal((await refresh(it)).status, 401, it)
  assert.ok(await works(access))
})

test('one sees one’s logins, which of them asks, and ends another: its phone is told', async () => {
  const here = await login()
  const there = await login()
  const { own, logins } = (await call(w, here.access, 'GET', '/v1/me/logins')).json
  const other = w.app.jwt.decode<{ l: string }>(there.access)!.l
  assert.ok(logins.some((it: { id: string }) => it.id === own) && logins.some((it: { id: string }) => it.id === other))
  assert.deepEqual(Object.keys(logins[0]).sort(), ['began', 'id', 'lastDay'], 'a day of use, no time')
  const stranger = await login('open-other')
  assert.equal((await call(w, stranger.access, 'DELETE', `/v1/me/logins/${other}`)).status, 404)
  assert.equal((await call(w, here.access, 'DELETE', `/v1/me/logins/${other}`)).status, 204)
  assert.ok(!(await works(there.access)))
  assert.match((await refresh(there.refresh)).json.message, /从您的另一部手机上退出了/)
  assert.equal((await call(w, here.access, 'DELETE', `/v1/me/logins/${other}`)).status, 404)
})

test('logging out ends this login only', async () => {
  const [here, there] = [await login(), await login()]
  assert.equal((await call(w, here.access, 'POST', '/v1/auth/logout')).status, 204)
  assert.deepEqual([await works(here.access), await works(there.access)], [false, true])
  assert.equal((await refresh(here.refresh)).status, 401)
})

test(`of more than ${LOGINS} logins the one used longest ago ends, and rows do not grow`, async () => {
  const oldest = await login('open-other')
  for (let i = 0; i < 3 * LOGINS; i++) {
    w.pass(1000)
    await login('open-other')
  }
  assert.match((await refresh(oldest.refresh)).json.message ?? '', /登录/)
  const { rows } = await w.connection.pool.query(
    `select count(*) filter (where ended_at is null) as live, count(*) as n from login l
      join member m using (tenant_id, member_id) where m.name = '李示例'`,
  )
  assert.deepEqual(rows, [{ live: LOGINS, n: 2 * LOGINS }])
})

test('erasing, a copy of everything and a 换机码 ask for a login of the last ten minutes, or WeChat’s word again', async () => {
  const { access } = await login()
  w.pass(11 * MINUTE)
  for (const [method, url] of [
    ['GET', '/v1/me/export'],
    ['DELETE', '/v1/me'],
    ['POST', '/v1/me/own-code'],
  ] as const) {
    const { status, json } = await call(w, access, method, url)
    assert.deepEqual([status, json.error], [403, 'prove'], `${method} ${url}`)
  }
  const prove = (code: string) => call(w, access, 'POST', '/v1/auth/prove', { code })
  assert.equal((await prove('open-other')).json.error, 'other_wechat')
  assert.equal((await prove('open-nobody')).status, 403)
  assert.equal((await call(w, access, 'GET', '/v1/me/export')).status, 403)
  assert.equal((await prove('open-zhang')).status, 204)
  assert.equal((await call(w, access, 'GET', '/v1/me/export')).status, 200)
  assert.equal((await call(w, access, 'DELETE', '/v1/me')).status, 204)
})

test('a token ends when its time does, however often it was taken before, and a changed one is none', async t => {
  const who = await person(w, 'b1', '到时的')
  const claims = w.app.jwt.decode<Record<string, unknown>>(who.token)!
  const token = w.app.jwt.sign({ sub: claims.sub, t: claims.t, v: claims.v, l: claims.l } as never, {
    expiresIn: '10s',
  })
  const statusOf = async (it: string) => (await call(w, it, 'GET', '/v1/me')).status
  assert.equal(await statusOf(token), 200)
  const [head, body, mac] = token.split('.') as [string, string, string]
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: crypto.randomUUID() })).toString('base64url')
  for (const it of [
    `${head}.${forged}.${mac}`,
    `${head}.${body}.${mac.slice(0, -2)}AA`,
    `${head}.${body}.`,
    `${token}.x`,
  ]) {
    assert.equal(await statusOf(it), 401)
  }
  const later = Date.now() + 11_000
  t.mock.method(Date, 'now', () => later)
  assert.equal(await statusOf(token), 401)
})
