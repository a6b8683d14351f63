import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { buildApp } from '../../server/src/app'
import { hmac } from '../../server/src/auth/keys'
import { readConfig } from '../../server/src/config'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'
import { startWechatHost, type WechatHost } from './wechat-host'

// WeChat's server as documented: code `c-<openid>` is good, others fail as they do there.
function answerOf(code: string): string {
  if (code.startsWith('c-')) return JSON.stringify({ openid: code.slice(2), session_key: 'SESSIONKEY' })
  if (code === 'busy') return JSON.stringify({ errcode: 45011, errmsg: 'minute quota reach limit' })
  if (code === 'html') return '<html>'
  return JSON.stringify({ errcode: 40029, errmsg: 'invalid code' })
}
let wechat: WechatHost

let w: World
let secretary: Person
before(async () => {
  wechat = await startWechatHost(answerOf)
  w = await world({ env: wechat.env })
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(async () => {
  await w.close()
  wechat.close()
})

const last4 = (digits: string) => hmac(KEYS, 'last4', `${TENANT}:${digits}`)
const login = async (code: string) => (await call(w, undefined, 'POST', '/v1/auth/wechat', { code })).json
const invite = async () => (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code as string
const bind = (token: string, body: object) => call(w, token, 'POST', '/v1/bind', { consent: CONSENT_VERSION, ...body })

test('a new login binds with invite code, name and last four digits, and is the member from then on', async () => {
  await person(w, 'b1', '张示例', { consent: false, last4: last4('1234') })
  const { bound, bindToken } = await login('c-openid-zhang')
  assert.equal(bound, false)
  assert.equal((await call(w, bindToken, 'GET', '/v1/me')).status, 401)
  const code = await invite()
  // As typed by hand: small letters, a dash.
  const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase()
  const done = await bind(bindToken, { invite: typed, name: '张示例', last4: '1234' })
  assert.equal(done.status, 200)
  const me = await call(w, done.json.access, 'GET', '/v1/me')
  assert.equal(me.json.name, '张示例')
  assert.equal(me.json.consent, CONSENT_VERSION)
  const again = await login('c-openid-zhang')
  assert.equal(again.bound, true)
  assert.equal((await call(w, again.session.access, 'GET', '/v1/me')).json.name, '张示例')
})

test('a wrong code, name or number and a bound member get one and the same answer', async () => {
  await person(w, 'b1', '李示例', { consent: false, last4: last4('5678') })
  const code = await invite()
  const { bindToken } = await login('c-openid-li')
  const answers = []
  for (const body of [
    { invite: 'AAAAAAAA', name: '李示例', last4: '5678' },
    { invite: code, name: '李某', last4: '5678' },
    { invite: code, name: '李示例', last4: '0000' },
    { invite: code, name: '张示例', last4: '1234' },
  ]) {
    const { status, json } = await bind(bindToken, body)
    answers.push(JSON.stringify([status, json]))
  }
  assert.equal(new Set(answers).size, 1)
  assert.match(answers[0]!, /404.*no_match/)
})

test('the sixth try of a day is refused, even with the right words; the next day it is not', async () => {
  await person(w, 'b1', '王示例', { consent: false, last4: last4('1111') })
  const code = await invite()
  const { bindToken } = await login('c-openid-wang')
  for (let i = 0; i < 5; i++) await bind(bindToken, { invite: code, name: '王示列', last4: '9999' })
  const sixth = await bind(bindToken, { invite: code, name: '王示例', last4: '1111' })
  assert.equal(sixth.status, 429)
  assert.equal(sixth.json.error, 'tries')
  w.pass(24 * 3_600_000)
  assert.equal((await bind(bindToken, { invite: code, name: '王示例', last4: '1111' })).status, 200)
})

test('an expired or revoked invite opens nothing', async () => {
  await person(w, 'b1', '赵示例', { consent: false, last4: last4('2222') })
  const made = (await call(w, secretary, 'POST', '/v1/branches/b1/invites', { days: 1 })).json
  const other = (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json
  assert.equal((await call(w, secretary, 'DELETE', `/v1/branches/b1/invites/${other.id}`)).status, 204)
  w.pass(25 * 3_600_000)
  const { bindToken } = await login('c-openid-zhao')
  for (const invite of [made.code, other.code]) {
    assert.equal((await bind(bindToken, { invite, name: '赵示例', last4: '2222' })).status, 404)
  }
})

test('the invites of a secretary die with the office, at once', async () => {
  await person(w, 'b2', '吴示例', { consent: false, last4: last4('6666') })
  const former = await person(w, 'b2', '前书记', { roles: [['secretary', 'b2']] })
  const { code } = (await call(w, former, 'POST', '/v1/branches/b2/invites', {})).json
  await w.connection.pool.query('delete from role_grant where member_id = $1', [former.id])
  const { bindToken } = await login('c-openid-wu')
  const form = { invite: code, name: '吴示例', last4: '6666' }
  assert.equal((await bind(bindToken, form)).status, 404)
  await w.connection.pool.query(`insert into role_grant values ($1, $2, 'secretary', 'b2')`, [TENANT, former.id])
  assert.equal((await bind(bindToken, form)).status, 200)
})

test('who cannot be matched is let in by the secretary of that branch', async () => {
  const member = await person(w, 'b1', '孙示例', { consent: false })
  const code = await invite()
  const { bindToken } = await login('c-openid-sun')
  const ask = { invite: code, name: '孙示列', last4: '3333', consent: CONSENT_VERSION }
  assert.equal((await call(w, bindToken, 'POST', '/v1/bind/request', ask)).status, 202)
  const { requests } = (await call(w, secretary, 'GET', '/v1/branches/b1/requests')).json
  assert.equal(requests.length, 1)
  assert.equal(requests[0].name, '孙示列')
  const approve = `/v1/branches/b1/requests/${requests[0].id}/approve`
  const foreign = await person(w, 'b2', '别人')
  assert.equal((await call(w, secretary, 'POST', approve, { member: foreign.id })).status, 409)
  assert.equal((await call(w, secretary, 'POST', approve, { member: member.id })).status, 204)
  assert.equal((await login('c-openid-sun')).bound, true)
  assert.deepEqual((await call(w, secretary, 'GET', '/v1/branches/b1/requests')).json.requests, [])
})

test('a request has a name that the secretary can read in the list', async () => {
  const invited = await invite()
  const { bindToken } = await login('c-openid-unseen')
  const ask = (name: string) =>
    call(w, bindToken, 'POST', '/v1/bind/request', { invite: invited, name, last4: '3333', consent: CONSENT_VERSION })
  for (const name of ['\u200b\u200b', '\u3164', '\u2800', '\u0301'.repeat(40), `王${'\u0301'.repeat(30)}`, '·']) {
    assert.equal((await ask(name)).status, 400, JSON.stringify(name))
  }
  assert.deepEqual((await call(w, secretary, 'GET', '/v1/branches/b1/requests')).json.requests, [])
  assert.equal((await ask('\u202e买买提 • 艾山')).status, 202)
  const { requests } = (await call(w, secretary, 'GET', '/v1/branches/b1/requests')).json
  assert.deepEqual(
    requests.map((it: { name: string }) => it.name),
    ['买买提·艾山'],
  )
})

test('with another JWT_SECRET old access tokens end, and the refresh token gets a new one: nobody has to bind again', async () => {
  const { session } = await login('c-openid-zhang')
  const rotated = await buildApp({ ...w.service, keys: { ...KEYS, jwt: 'n'.repeat(32) } })
  const after: World = { ...w, app: rotated }
  try {
    assert.equal((await call(after, session.access, 'GET', '/v1/me')).status, 401)
    const { json } = await call(after, undefined, 'POST', '/v1/auth/refresh', { refresh: session.refresh })
    assert.equal((await call(after, json.access, 'GET', '/v1/me')).status, 200)
    assert.equal((await call(w, json.access, 'GET', '/v1/me')).status, 401)
  } finally {
    await rotated.close()
  }
})

test('logging out voids the tokens of this login', async () => {
  const { session } = await login('c-openid-zhang')
  assert.equal((await call(w, session.access, 'POST', '/v1/auth/logout')).status, 204)
  assert.equal((await call(w, session.access, 'GET', '/v1/me')).status, 401)
  assert.equal((await call(w, undefined, 'POST', '/v1/auth/refresh', { refresh: session.refresh })).status, 401)
})

test('what WeChat refuses is said in words, and a broken answer is no crash', async () => {
  const answers = []
  for (const code of ['stale', 'busy', 'html']) {
    const { status, json } = await call(w, undefined, 'POST', '/v1/auth/wechat', { code })
    answers.push([status, json.error])
  }
  assert.deepEqual(answers, [
    [400, 'wechat_code'],
    [503, 'wechat_busy'],
    [503, 'wechat_unreachable'],
  ])
})

test('demo identities exist under DEMO=1 on loopback only', async () => {
  assert.equal((await call(w, undefined, 'GET', '/v1/demo/identities')).status, 404)
  assert.throws(() => readConfig({ DEMO: '1', HOST: '0.0.0.0' }), /DEMO=1/)
})

test('openids, codes, tokens, names, numbers and secrets are neither logged nor stored in the clear', async () => {
  const { session } = await login('c-openid-zhang')
  await call(w, session.access, 'GET', '/v1/me/export')
  const forbidden = /openid-|SESSIONKEY|APPSECRET|张示例|孙示|示例|1234|eyJ|Bearer|127\.0\.0\.1/
  assert.ok(w.logged().length > 1000)
  assert.doesNotMatch(w.logged().replace(/"time":\d+/g, ''), forbidden)
  const { rows } = await w.connection.pool.query('select * from account')
  assert.doesNotMatch(JSON.stringify(rows), /openid-/)
  const tokens = await w.connection.pool.query('select * from login')
  assert.ok(!JSON.stringify(tokens.rows).includes(session.refresh))
})
