import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildApp } from '../../server/src/app'
import { hmac, type Keys } from '../../server/src/auth/keys'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { readConfig } from '../../server/src/config'
import { KEYS, TENANT, type World, call, person, plantTree, world } from './support'
import { startWechatHost, type WechatHost } from './wechat-host'

/** The same keys with new ones before them. */
const NEXT: Keys = {
  jwt: 'n'.repeat(32),
  jwtBefore: KEYS.jwt,
  pepper: `2:${'q'.repeat(32)}`,
  pepperBefore: KEYS.pepper,
}
/** And a year later. */
const LAST: Keys = { jwt: NEXT.jwt, pepper: NEXT.pepper }

let w: World
let host: WechatHost
before(async () => {
  host = await startWechatHost()
  w = await world({ env: host.env })
  await plantTree(w)
})
after(async () => {
  await w.close()
  host.close()
})

async function withKeys(keys: Keys, work: (then: World) => Promise<void>): Promise<void> {
  const app = await buildApp({ ...w.service, keys })
  try {
    await work({ ...w, app })
  } finally {
    await app.close()
  }
}
const login = async (at: World, code: string) => (await call(at, undefined, 'POST', '/v1/auth/wechat', { code })).json
const rows = async <T>(sql: string, values: unknown[] = []) => (await w.connection.pool.query(sql, values)).rows as T[]

/** A member on the roster who binds with an invite. */
async function bindNew(at: World, openid: string, name: string, keys = KEYS) {
  const secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  const member = await person(w, 'b1', name, { consent: false, last4: hmac(keys, 'last4', `${TENANT}:1234`) })
  const invite = (await call(at, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code as string
  const bind = async (then: World) => {
    const { bindToken } = await login(then, openid)
    const body = { invite, name, last4: '1234', consent: CONSENT_VERSION }
    return call(then, bindToken, 'POST', '/v1/bind', body)
  }
  return { member, bind, secretary }
}

test('with new keys before the old ones nobody is signed out or unbound, and whoever comes by is hashed anew', async () => {
  const { bind } = await bindNew(w, 'openid-one', '王示例')
  const session = (await bind(w)).json
  const code = (await call(w, session.access, 'POST', '/v1/me/own-code')).json.code
  assert.ok(code)
  await withKeys(NEXT, async then => {
    assert.equal((await call(then, session.access, 'GET', '/v1/me')).status, 200)
    const next = (await call(then, undefined, 'POST', '/v1/auth/refresh', { refresh: session.refresh })).json
    assert.equal((await call(then, next.access, 'GET', '/v1/me')).status, 200)
    // What is signed now, the old key has not signed.
    assert.equal((await call(w, next.access, 'GET', '/v1/me')).status, 401)
    assert.equal((await login(then, 'openid-one')).bound, true)
    const accounts = await rows<{ openid_hmac: string }>('select openid_hmac from account where member_id is not null')
    assert.deepEqual(
      accounts.map(it => it.openid_hmac),
      [hmac(NEXT, 'openid', 'openid-one')],
    )
    assert.ok(accounts[0]!.openid_hmac.startsWith('2.'))
    const { bindToken } = await login(then, 'openid-one-again')
    const body = { name: '王示例', code, consent: CONSENT_VERSION }
    assert.equal((await call(then, bindToken, 'POST', '/v1/bind/code', body)).status, 200)
  })
  await withKeys(LAST, async then => assert.equal((await login(then, 'openid-one-again')).bound, true))
})

test('invites, last four digits, requests and check-in codes from before are still known', async () => {
  const { bind, secretary } = await bindNew(w, 'openid-two', '李示例')
  const waiting = await login(w, 'openid-three')
  const asking = await bindNew(w, 'openid-three', '赵示例')
  const invite = (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code
  const ask = { invite, name: '赵示列', last4: '9999', consent: CONSENT_VERSION }
  assert.equal((await call(w, waiting.bindToken, 'POST', '/v1/bind/request', ask)).status, 202)
  await withKeys(NEXT, async then => {
    assert.equal((await bind(then)).status, 200)
    assert.equal((await login(then, 'openid-three')).bound, false)
    const { requests } = (await call(then, secretary, 'GET', '/v1/branches/b1/requests')).json
    const approve = `/v1/branches/b1/requests/${requests[0].id}/approve`
    assert.equal((await call(then, secretary, 'POST', approve, { member: asking.member.id })).status, 204)
  })
  await withKeys(LAST, async then => {
    assert.equal((await login(then, 'openid-two')).bound, true)
    assert.equal((await login(then, 'openid-three')).bound, true)
  })
})

test('a 换机码 whose pepper is gone binds nobody, and the phone is told that there is none', async () => {
  const { bind } = await bindNew(w, 'openid-code', '钱示例')
  const { access } = (await bind(w)).json
  assert.equal((await call(w, access, 'POST', '/v1/me/own-code')).status, 201)
  const told = async (at: World) => (await call(at, access, 'GET', '/v1/me')).json.ownCode
  assert.match(await told(w), /^\d{4}-\d{2}-\d{2}$/)
  await withKeys(NEXT, async then => assert.match(await told(then), /^\d{4}-\d{2}-\d{2}$/))
  await withKeys({ ...LAST, jwt: KEYS.jwt }, async then => {
    assert.equal(await told(then), null)
    assert.equal((await call(then, access, 'POST', '/v1/me/own-code')).status, 201)
    assert.match(await told(then), /^\d{4}-\d{2}-\d{2}$/)
  })
})

test('a key that is too short is told in words, and not repeated', () => {
  const said = /JWT_SECRET: 不少于 32 个字符\nPEPPER: 不少于 32 个字符\nCERTIFICATE_KEY: 应为 64 位十六进制/
  assert.throws(() => readConfig({ PEPPER: 'short', JWT_SECRET: 'short', CERTIFICATE_KEY: 'x' }), said)
  assert.throws(
    () => readConfig({ PEPPER: 'geheim' }),
    (error: Error) => !error.message.includes('geheim'),
  )
})

test('a new pepper without a version is refused at the start, with what to do', () => {
  const both = { PEPPER_BEFORE: 'p'.repeat(32) }
  assert.throws(() => readConfig({ ...both, PEPPER: 'q'.repeat(32) }), /以版本开头.*PEPPER_BEFORE/)
  assert.equal(readConfig({ ...both, PEPPER: `2:${'q'.repeat(32)}` }).pepperBefore, 'p'.repeat(32))
})
