import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { hmac } from '../../server/src/auth/keys'
import { approveFromDistrict, listForDistrict } from '../../server/src/features/roster/district-desk'
import { dayOf, tell, todayOf } from './acts'
import { branchSheet, sendSheet } from './branch-sheets'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'
import { startWechatHost, type WechatHost } from './wechat-host'

// A secretary who binds a phone of their own to a member's row reads what that member has finished. Whoever has been bound once
// is bound again by their own code or by the district.
let wechat: WechatHost
let w: World
let secretary: Person
before(async () => {
  wechat = await startWechatHost()
  w = await world({ env: wechat.env })
  await plantTree(w)
  secretary = await person(w, 'b1', '王书记', { roles: [['secretary', 'b1']] })
})
after(async () => {
  await w.close()
  wechat.close()
})

const consent = CONSENT_VERSION
const last4 = (digits: string) => hmac(KEYS, 'last4', `${TENANT}:${digits}`)
const login = async (openid: string) => (await call(w, undefined, 'POST', '/v1/auth/wechat', { code: openid })).json
const tied = async (openid: string) => {
  const query = 'select member_id from account where openid_hmac = $1'
  return (await w.connection.pool.query(query, [hmac(KEYS, 'openid', openid)])).rows[0]?.member_id as string | null
}
const invite = async () => (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code as string
const bind = async (openid: string, name: string, digits: string) => {
  const form = { invite: await invite(), name, last4: digits, consent }
  return call(w, (await login(openid)).bindToken, 'POST', '/v1/bind', form)
}
const bindByCode = async (openid: string, name: string, code: string) =>
  call(w, (await login(openid)).bindToken, 'POST', '/v1/bind/code', { name, code, consent })
const refresh = (token: string) => call(w, undefined, 'POST', '/v1/auth/refresh', { refresh: token })
const unbind = (member: string) =>
  call(w, secretary, 'POST', `/v1/branches/b1/members/${member}/unbind`, { reason: '丢了手机' })
/** A member with a phone bound and a day told. */
async function bound(name: string, openid: string) {
  const { id } = await person(w, 'b1', name, { consent: false, last4: last4('1234') })
  const { json } = await bind(openid, name, '1234')
  const who = { id, token: json.access as string, refresh: json.refresh as string }
  await tell(w, who, dayOf(todayOf(w)))
  return who
}
const ownCode = async (who: Person) => (await call(w, who, 'POST', '/v1/me/own-code')).json.code as string

test('a secretary who unbinds a member, writes new digits and sends an invite to a phone of their own reads nothing', async () => {
  const who = await bound('张示例', 'open-zhang')
  assert.equal((await unbind(who.id)).status, 204)
  const sheet = await branchSheet([[who.id, '张示例', '4321', '', '']])
  assert.equal((await sendSheet(w, secretary, sheet, 'apply')).json.applied, true)
  const taken = await bind('open-second-phone', '张示例', '4321')
  assert.deepEqual([taken.status, taken.json.error], [409, 'district'])
  assert.equal(await tied('open-second-phone'), null)
})

test('… nor does one who approves a request of their own phone as that member, bound or not: it goes to the district', async () => {
  const who = await bound('李示例', 'open-li')
  for (const openid of ['open-third-phone', 'open-fourth-phone']) {
    const form = { invite: await invite(), name: '随便', last4: '0000', consent }
    assert.equal((await call(w, (await login(openid)).bindToken, 'POST', '/v1/bind/request', form)).status, 202)
    const { requests } = (await call(w, secretary, 'GET', '/v1/branches/b1/requests')).json
    const asked = requests.find((it: { district: boolean }) => !it.district)
    const approved = await call(w, secretary, 'POST', `/v1/branches/b1/requests/${asked.id}/approve`, {
      member: who.id,
    })
    assert.deepEqual([approved.status, approved.json.error], [409, 'district'])
    assert.match(approved.json.message, /已转给区里/)
    assert.equal(await tied(openid), null)
    if (openid === 'open-third-phone') assert.equal((await unbind(who.id)).status, 204)
  }
  const { rows } = await w.connection.pool.query(
    `select count(*) as n from audit_log where action = 'bind.pass' and subject_id = $1 and actor_id = $2`,
    [who.id, secretary.id],
  )
  assert.equal(rows[0].n, 2)
})

test('the old phone is told, when it next speaks, that the secretary ended it, when, why, and what to do', async () => {
  const who = await bound('赵示例', 'open-zhao')
  assert.equal((await unbind(who.id)).status, 204)
  assert.equal((await call(w, who, 'GET', '/v1/me')).status, 401)
  const { status, json } = await refresh(who.refresh)
  assert.deepEqual([status, json.error], [401, 'ended'])
  assert.match(
    json.message,
    /支部书记王书记在\d+月\d+日 \d\d:\d\d 解除了您绑定的手机，原因：丢了手机.*不是您要求的，请问书记.*区里/,
  )
})

test('a member’s own code binds another phone without asking anybody; the old phone is told by what', async () => {
  const who = await bound('钱示例', 'open-qian')
  const code = await ownCode(who)
  assert.match((await call(w, who, 'GET', '/v1/me')).json.ownCode, /^20\d\d-/)
  const wrong = await bindByCode('open-qian-2', '别人', code)
  assert.deepEqual([wrong.status, wrong.json.error], [404, 'no_match'])
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase()
  const done = await bindByCode('open-qian-2', '钱示例', typed)
  assert.equal(done.status, 200)
  assert.equal((await call(w, done.json.access, 'GET', '/v1/me/days')).json.days.length, 1)
  assert.equal(await tied('open-qian-2'), who.id)
  assert.equal(await tied('open-qian'), undefined)
  const told = await refresh(who.refresh)
  assert.match(told.json.message, /用换机码换到了另一部手机.*不是您本人办的/)
  const again = await bindByCode('open-qian-3', '钱示例', code)
  assert.equal(again.status, 404, 'a code is good once')
})

test('a new code ends the old one; the end of a binding ends the code that the lost phone may have shown', async () => {
  const who = await bound('孙示例', 'open-sun')
  const [old, fresh] = [await ownCode(who), await ownCode(who)]
  assert.equal((await bindByCode('open-sun-2', '孙示例', old)).status, 404)
  assert.equal((await unbind(who.id)).status, 204)
  assert.equal((await bindByCode('open-sun-2', '孙示例', fresh)).status, 404)
})

test('codes are guessed five times a day, like everything that is typed to bind', async () => {
  for (let i = 0; i < 5; i++) assert.equal((await bindByCode('open-guess', '钱示例', `ABCD234${i}`)).status, 404)
  assert.equal((await bindByCode('open-guess', '钱示例', 'ABCD2345')).status, 429)
})

test('the district replaces a phone in one step, by name, and the old phone is told by whom', async () => {
  const who = await bound('周示例', 'open-zhou')
  const form = { invite: await invite(), name: '周示例', last4: '9999', consent }
  const { bindToken } = await login('open-zhou-2')
  assert.equal((await call(w, bindToken, 'POST', '/v1/bind/request', form)).status, 202)
  const { db } = w.connection
  const asked = (await listForDistrict(db, TENANT)).find(it => it.name === '周示例')!
  const district = { tenant: TENANT, byName: '示例李四' }
  assert.equal(await approveFromDistrict(db, district, asked.id, w.service.now(), who.id), 'bound')
  assert.deepEqual([await tied('open-zhou-2'), await tied('open-zhou')], [who.id, undefined])
  const told = await refresh(who.refresh)
  assert.match(told.json.message, /是区里的管理员（示例李四）核对以后办的.*请马上给区里打电话/)
  const { json } = await call(w, secretary, 'GET', '/v1/branches/b1/audit')
  assert.equal(json.rows.find((it: { action: string }) => it.action === 'bind.approve').actor, '区里（示例李四）')
})

test('an office holder is replaced by the district only: no code is made for them, and an older one makes a request', async () => {
  const who = await bound('吴示例', 'open-wu')
  const code = await ownCode(who)
  await w.connection.pool.query(`insert into role_grant values ($1, $2, 'supervisor', 'd')`, [TENANT, who.id])
  const refused = await call(w, who, 'POST', '/v1/me/own-code')
  assert.deepEqual([refused.status, refused.json.error], [409, 'district'])
  const asked = await bindByCode('open-wu-2', '吴示例', code)
  assert.deepEqual([asked.status, asked.json.error], [409, 'district'])
  assert.equal(await tied('open-wu'), who.id)
})

test('who withdraws their consent comes back with their own code, and is not had by the secretary meanwhile', async () => {
  const who = await bound('郑示例', 'open-zheng')
  const code = await ownCode(who)
  assert.equal((await call(w, who, 'DELETE', '/v1/me/consent')).status, 204)
  const sheet = await branchSheet([[who.id, '郑示例', '4321', '', '']])
  assert.equal((await sendSheet(w, secretary, sheet, 'apply')).json.applied, true)
  assert.equal((await bind('open-fifth-phone', '郑示例', '4321')).json.error, 'district')
  assert.equal((await bindByCode('open-zheng', '郑示例', code)).status, 200)
})

test('a code is stored as its hash only', async () => {
  const who = await bound('冯示例', 'open-feng')
  const code = await ownCode(who)
  const { rows } = await w.connection.pool.query('select * from own_code where member_id = $1', [who.id])
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(code))
})
