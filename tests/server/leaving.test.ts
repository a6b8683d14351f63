import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { hmac } from '../../server/src/auth/keys'
import { applyRoster, readExisting } from '../../server/src/features/roster/apply'
import { unbindFromDistrict } from '../../server/src/features/binding/unbinding'
import { dayOf, todayOf } from './acts'
import { branchSheet, sendSheet } from './branch-sheets'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'
import { startWechatHost, type WechatHost } from './wechat-host'

let wechat: WechatHost
let w: World
let secretary: Person
let second: Person
before(async () => {
  wechat = await startWechatHost()
  w = await world({ env: wechat.env })
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  second = await person(w, 'b2', '二支书记', { roles: [['secretary', 'b2']] })
})
after(async () => {
  await w.close()
  wechat.close()
})

const last4 = (digits: string) => hmac(KEYS, 'last4', `${TENANT}:${digits}`)
const rows = async (query: string, ...values: unknown[]) => (await w.connection.pool.query(query, values)).rows
const login = async (openid: string) => (await call(w, undefined, 'POST', '/v1/auth/wechat', { code: openid })).json
const tied = async (openid: string) =>
  (await rows('select member_id from account where openid_hmac = $1', hmac(KEYS, 'openid', openid)))[0]?.member_id
const bind = async (token: string, who: Person, branch: string, name: string, digits: string) => {
  const invite = (await call(w, who, 'POST', `/v1/branches/${branch}/invites`, {})).json.code as string
  return call(w, token, 'POST', '/v1/bind', { invite, name, last4: digits, consent: CONSENT_VERSION })
}
/** A member of b1 with a phone bound, signed in. */
async function bound(name: string, openid: string, digits = '1234') {
  const who = await person(w, 'b1', name, { consent: false, last4: last4(digits) })
  const { bindToken } = await login(openid)
  const { status, json } = await bind(bindToken, secretary, 'b1', name, digits)
  assert.equal(status, 200)
  return { ...who, token: json.access as string, refresh: json.refresh as string }
}
const leave = async (who: Person, name: string) => {
  const { json } = await sendSheet(w, secretary, await branchSheet([[who.id, name, '', '', '转出']]), 'apply')
  assert.equal(json.applied, true)
}
const unbind = (who: Person, branch: string, member: string, reason = '换了手机') =>
  call(w, who, 'POST', `/v1/branches/${branch}/members/${member}/unbind`, { reason })

test('who has left signs in to their own rights, and everything else says that they have left and what to do', async () => {
  const who = await bound('转出甲', 'open-left')
  await leave(who, '转出甲')
  const refreshed = await call(w, undefined, 'POST', '/v1/auth/refresh', { refresh: who.refresh })
  assert.equal(refreshed.status, 200)
  const back = await login('open-left')
  assert.equal(back.bound, true)
  for (const token of [refreshed.json.access, back.session.access] as string[]) {
    const me = await call(w, token, 'GET', '/v1/me')
    assert.deepEqual([me.status, me.json.name, me.json.left], [200, '转出甲', true])
    for (const [method, url, body] of [
      ['PUT', '/v1/days', { days: [dayOf(todayOf(w))] }],
      ['GET', '/v1/me/branch'],
      ['PUT', '/v1/me', { unmasked: true }],
      ['POST', '/v1/me/consent', { version: CONSENT_VERSION }],
      ['GET', '/v1/branches/b1/week'],
    ] as const) {
      const { status, json } = await call(w, token, method, url, body)
      assert.deepEqual([status, json.error], [403, 'left'], `${method} ${url}`)
      assert.match(json.message, /转出.*新支部.*邀请码/)
    }
    const copy = await call(w, token, 'GET', '/v1/me/export')
    assert.deepEqual([copy.status, copy.json.member.name], [200, '转出甲'])
  }
  assert.equal((await call(w, back.session.access, 'DELETE', '/v1/me')).status, 204)
  assert.deepEqual(await rows('select name, status from member where member_id = $1', who.id), [
    { name: '已注销', status: 'erased' },
  ])
  assert.equal((await login('open-left')).bound, false)
})

test('who has left may withdraw consent, and the phone is free', async () => {
  const who = await bound('转出乙', 'open-withdraw')
  await leave(who, '转出乙')
  const { session } = await login('open-withdraw')
  assert.equal((await call(w, session.access, 'DELETE', '/v1/me/consent')).status, 204)
  assert.deepEqual(await rows('select consent_version from member where member_id = $1', who.id), [
    { consent_version: null },
  ])
  assert.equal((await login('open-withdraw')).bound, false)
})

test('a member whom the district moves goes on with the same phone; one who is new elsewhere binds there', async () => {
  const moved = await bound('调动', 'open-moved')
  await leave(moved, '调动')
  const existing = await readExisting(w.connection.db, TENANT)
  const planned = { id: moved.id, name: '调动', branch: 'b2', offline: false, status: 'active' as const, post: {} }
  await applyRoster(w.connection.db, KEYS, TENANT, { orgs: [], members: [planned] }, existing, w.service.now() + 1)
  const there = (await login('open-moved')).session.access
  const me = await call(w, there, 'GET', '/v1/me')
  assert.deepEqual([me.json.branch, me.json.left], ['b2', undefined])

  const old = await bound('新去处', 'open-anew')
  await leave(old, '新去处')
  const fresh = await person(w, 'b2', '新去处', { consent: false, last4: last4('7777') })
  const { session, bindToken } = await login('open-anew')
  const done = await bind(bindToken, second, 'b2', '新去处', '7777')
  assert.equal(done.status, 200)
  assert.equal(await tied('open-anew'), fresh.id)
  assert.equal((await call(w, session.access, 'GET', '/v1/me')).status, 401, 'the login of the old place is over')
  assert.deepEqual(await rows('select consent_version from member where member_id = $1', old.id), [
    { consent_version: null },
  ])
  const logged = await rows(`select org_id from audit_log where subject_id = $1 and action = 'bind.end'`, old.id)
  assert.deepEqual(logged, [{ org_id: 'b1' }])
})

test('a phone that is bound to a member of a branch is not bound again', async () => {
  const who = await bound('在册', 'open-bound')
  await person(w, 'b2', '在册', { consent: false, last4: last4('8888') })
  const token = w.app.jwt.sign({ bind: hmac(KEYS, 'openid', 'open-bound') })
  assert.notEqual((await bind(token, second, 'b2', '在册', '8888')).status, 200)
  assert.equal(await tied('open-bound'), who.id)
  assert.equal((await login('open-bound')).bindToken, undefined)
})

test('a lost phone: the secretary ends the binding with a reason, and cannot bind another', async () => {
  const who = await bound('换手机', 'open-old')
  const page = async () => (await call(w, secretary, 'GET', `/v1/branches/b1/members/${who.id}`)).json
  assert.equal((await page()).bound, true)
  assert.equal((await unbind(secretary, 'b1', who.id, '')).status, 400)
  assert.equal((await unbind(secretary, 'b1', who.id)).status, 204)
  assert.equal((await call(w, who, 'GET', '/v1/me')).status, 401)
  assert.equal((await call(w, undefined, 'POST', '/v1/auth/refresh', { refresh: who.refresh })).status, 401)
  assert.equal((await page()).bound, false)
  const logged = await rows(
    `select actor_id, org_id, reason from audit_log where action = 'bind.end' and subject_id = $1`,
    who.id,
  )
  assert.deepEqual(logged, [{ actor_id: secretary.id, org_id: 'b1', reason: '换了手机' }])
  const again = await unbind(secretary, 'b1', who.id)
  assert.deepEqual([again.status, again.json.error], [409, 'unbound'])

  const { json } = await sendSheet(w, secretary, await branchSheet([[who.id, '换手机', '4321', '', '']]), 'apply')
  assert.equal(json.applied, true)
  const rebound = await bind((await login('open-new')).bindToken, secretary, 'b1', '换手机', '4321')
  assert.deepEqual([rebound.status, rebound.json.error, await tied('open-new')], [409, 'district', null])
  assert.equal((await login('open-old')).bound, false)
})

test('a wrong approval is undone the same way', async () => {
  const [right, wrong] = [await person(w, 'b1', '真身', { consent: false }), await person(w, 'b1', '错认')]
  const { bindToken } = await login('open-wrong')
  const invite = (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code
  const form = { invite, name: '真身', last4: '1111', consent: CONSENT_VERSION }
  const approveAs = async (member: string, token: string) => {
    assert.equal((await call(w, token, 'POST', '/v1/bind/request', form)).status, 202)
    const { requests } = (await call(w, secretary, 'GET', '/v1/branches/b1/requests')).json
    const asked = requests.find((it: { name: string }) => it.name === '真身')
    return call(w, secretary, 'POST', `/v1/branches/b1/requests/${asked.id}/approve`, { member })
  }
  assert.equal((await approveAs(wrong.id, bindToken)).status, 204)
  assert.equal((await unbind(secretary, 'b1', wrong.id, '认错了人')).status, 204)
  assert.equal((await approveAs(right.id, (await login('open-wrong')).bindToken)).status, 204)
  assert.equal(await tied('open-wrong'), right.id)
})

test('a secretary ends no binding of their own, of another branch’s member or of an office holder; the district does', async () => {
  const other = await person(w, 'b2', '外支部')
  assert.equal((await unbind(secretary, 'b1', other.id)).status, 404)
  assert.equal((await unbind(secretary, 'b1', secretary.id)).json.error, 'self')
  const sup = await person(w, 'b1', '督导', { roles: [['supervisor', 'd']] })
  await rows('insert into account values ($1, $2, $3, null, 0, now())', 'open-sup', TENANT, sup.id)
  const refused = await unbind(secretary, 'b1', sup.id)
  assert.deepEqual([refused.status, refused.json.error], [409, 'district'])
  assert.equal((await call(w, sup, 'GET', '/v1/me')).status, 200)
  const { db } = w.connection
  const district = { tenant: TENANT, byName: '区里示例' }
  assert.equal(await unbindFromDistrict(db, district, sup.id, '换了手机', w.service.now()), 'done')
  w.pass(60_000)
  assert.equal((await call(w, sup, 'GET', '/v1/me')).status, 401)
  assert.equal(await unbindFromDistrict(db, district, sup.id, '换了手机', w.service.now()), 'unbound')
  const logged = await rows(
    `select actor_name, org_id, reason from audit_log where action = 'bind.end' and subject_id = $1`,
    sup.id,
  )
  assert.deepEqual(logged, [{ actor_name: '区里示例', org_id: 'b1', reason: '换了手机' }])
})
