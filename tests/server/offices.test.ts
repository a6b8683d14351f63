import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { hmac } from '../../server/src/auth/keys'
import { runRoster } from '../../server/src/cli/roster-commands'
import { approveFromDistrict, listForDistrict } from '../../server/src/features/roster/district-desk'
import { branchSheet, sendSheet } from './branch-sheets'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'

let w: World
let secretary: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
})
after(() => w.close())

const last4 = (digits: string) => hmac(KEYS, 'last4', `${TENANT}:${digits}`)
const rows = async (query: string, ...values: unknown[]) => (await w.connection.pool.query(query, values)).rows
/** A WeChat account that has logged in and is bound to nobody. */
async function phone(openid: string): Promise<string> {
  await w.connection.pool.query('insert into account (openid_hmac, created_at) values ($1, now())', [openid])
  return w.app.jwt.sign({ bind: openid })
}
const invite = async () => (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code as string
const ask = async (how: '/v1/bind' | '/v1/bind/request', token: string, name: string, digits: string) =>
  call(w, token, 'POST', how, { invite: await invite(), name, last4: digits, consent: CONSENT_VERSION })
const requests = async () => (await call(w, secretary, 'GET', '/v1/branches/b1/requests')).json.requests
const approve = (request: string, member: string) =>
  call(w, secretary, 'POST', `/v1/branches/b1/requests/${request}/approve`, { member })
const boundTo = async (openid: string) =>
  (await rows('select member_id from account where openid_hmac = $1', openid))[0].member_id as string | null

/** Who is on the roster of b1 and holds an office beyond it. */
const OFFICES = [
  ['supervisor', 'd'],
  ['unit_admin', 'u1'],
  ['secretary', 'b2'],
] as const

for (const [role, org] of OFFICES) {
  test(`the ${role} of ${org} is not to be had by the branch's sheet, and the row is named`, async () => {
    const held = await person(w, 'b1', `职务${role}`, { consent: false, roles: [[role, org]], last4: last4('1111') })
    const before = await rows('select * from member where member_id = $1', held.id)
    for (const [column, row] of [
      ['B', [held.id, '换个名字', '', '', '']],
      ['C', [held.id, `职务${role}`, '2222', '', '']],
      ['E', [held.id, `职务${role}`, '', '', '转出']],
    ] as const) {
      const { status, json } = await sendSheet(w, secretary, await branchSheet([row]), 'apply')
      assert.deepEqual([status, json.applied], [409, false])
      assert.deepEqual(
        json.problems.map((it: { cell: string }) => it.cell),
        [`${column}2`],
      )
      assert.match(json.problems[0].reason, /上级/)
    }
    assert.deepEqual(await rows('select * from member where member_id = $1', held.id), before)
    // What the sheet says already may stand there.
    const same = await sendSheet(w, secretary, await branchSheet([[held.id, `职务${role}`, '', '', '在册']]), 'apply')
    assert.deepEqual([same.status, same.json.changes.same], [200, 1])
  })

  test(`with the ${role}'s own details a phone is not bound: the district has to look, and the secretary cannot`, async () => {
    const held = await person(w, 'b1', `等待${role}`, { consent: false, roles: [[role, org]], last4: last4('3333') })
    const token = await phone(`open-${role}`)
    const answer = await ask('/v1/bind', token, `等待${role}`, '3333')
    assert.deepEqual([answer.status, answer.json.error], [409, 'district'])
    assert.match(answer.json.message, /区里的管理员/)
    assert.equal(await boundTo(`open-${role}`), null)
    const [asked] = await requests()
    // Two may ask in one name: the person reads this code out.
    assert.equal(answer.json.code, asked.id.slice(-6))
    assert.ok(answer.json.message.includes(answer.json.code))
    assert.deepEqual([asked.name, asked.district], [`等待${role}`, true])
    const free = await person(w, 'b1', `某人${role}`, { consent: false })
    for (const member of [held.id, free.id]) {
      const refused = await approve(asked.id, member)
      assert.deepEqual([refused.status, refused.json.error], [409, 'district'])
    }
    assert.equal(await boundTo(`open-${role}`), null)

    const { db } = w.connection
    const waiting = (await listForDistrict(db, TENANT)).filter(it => it.member)
    assert.deepEqual(
      waiting.map(it => [it.id, it.branch, it.name, it.last4, it.member, it.memberName]),
      [[asked.id, 'b1', `等待${role}`, '3333', held.id, `等待${role}`]],
    )
    assert.equal(await approveFromDistrict(db, { tenant: 'other', byName: '某区' }, asked.id, w.service.now()), 'gone')
    assert.equal(
      await approveFromDistrict(db, { tenant: TENANT, byName: '区里示例' }, asked.id, w.service.now()),
      'bound',
    )
    assert.equal(await boundTo(`open-${role}`), held.id)
    const [line] = await rows(
      `select action, actor_name, org_id, reason from audit_log where subject_id = $1 order by audit_id desc`,
      held.id,
    )
    assert.deepEqual(line, { action: 'bind.approve', actor_name: '区里示例', org_id: 'b1', reason: '区里核对' })
    assert.deepEqual(await requests(), [])
  })
}

test('a secretary who says that somebody is the supervisor hands the request to the district', async () => {
  const sup = await person(w, 'b1', '督导', { consent: false, roles: [['supervisor', 'd']] })
  const token = await phone('open-handed')
  assert.equal((await ask('/v1/bind/request', token, '督道', '4444')).status, 202)
  const [asked] = await requests()
  assert.equal(asked.district, false)
  const refused = await approve(asked.id, sup.id)
  assert.deepEqual([refused.status, refused.json.error], [409, 'district'])
  assert.match(refused.json.message, /已转给区里的管理员/)
  assert.equal(await boundTo('open-handed'), null)
  assert.equal((await requests())[0].district, true)
  const [waiting] = await listForDistrict(w.connection.db, TENANT)
  assert.deepEqual([waiting!.name, waiting!.memberName, waiting!.offices], ['督道', '督导', '督导员 d'])
})

test('an office in the branch itself is no office beyond it: its secretary binds as anybody does', async () => {
  const second = await person(w, 'b1', '第二书记', {
    consent: false,
    roles: [['secretary', 'b1']],
    last4: last4('5555'),
  })
  assert.equal((await ask('/v1/bind', await phone('open-second'), '第二书记', '5555')).status, 200)
  assert.equal(await boundTo('open-second'), second.id)
})

test('the district’s commands: an invite for the first supervisor, who waits, and the word of the district', async () => {
  const sup = await person(w, 'b3', '第一督导', { consent: false, roles: [['supervisor', 'd']], last4: last4('6666') })
  const made = await roster('invite', 'b3')
  const code = /邀请码：(\w{8})/.exec(made.out)![1]!
  const token = await phone('open-first')
  const body = { invite: code, name: '第一督导', last4: '6666', consent: CONSENT_VERSION }
  assert.equal((await call(w, token, 'POST', '/v1/bind', body)).json.error, 'district')
  const { out } = await rosterProcess('requests')
  const line = out.split('\n').find(it => it.includes('第一督导'))!
  assert.match(line, /申请号 \w{6} {2}b3 {2}第一督导 {2}6666 .*区里核对：是不是 第一督导（督导员 d）/)
  const id = line.split(' ')[0]!
  const done = await roster('approve', id)
  assert.deepEqual([done.code, await boundTo('open-first')], [0, sup.id])
  const again = await rosterProcess('approve', id)
  assert.deepEqual([again.code, /没有这条申请/.test(again.out)], [1, true])
  assert.equal((await roster('approve', 'x')).code, 1)
  assert.match((await roster('unbind', sup.id)).out, /--reason/)
  assert.equal((await roster('unbind', sup.id, '--reason', '换了手机')).code, 0)
  assert.deepEqual(await rows('select 1 from account where member_id = $1', sup.id), [])
  assert.equal((await roster('invite', 'u1')).code, 1)
  const logged = await rows(
    `select action from audit_log where org_id = 'b3' and actor_name = '区里示例' order by audit_id`,
  )
  assert.deepEqual(
    logged.map(it => it.action),
    ['invite', 'bind.approve', 'bind.end'],
  )
})

/** Settings of a command on this test's database. */
const env = () => ({ DATABASE_URL: w.url, PEPPER: KEYS.pepper, JWT_SECRET: KEYS.jwt })

const WHO = ['--tenant', TENANT, '--by', '区里示例']

/** What `npm run roster -- <args> --tenant t --by …` does and says. */
async function roster(...args: string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const hear = (words: string) => void (out += `${words}\n`)
  const code = await runRoster([...args, ...WHO], env(), { log: hear, error: hear })
  return { code, out }
}

/** The same in a process of its own. */
function rosterProcess(...args: string[]): Promise<{ code: number; out: string }> {
  const command = ['--import', 'tsx', 'server/src/cli/roster.ts', ...args, ...WHO]
  return new Promise(resolve => {
    execFile(process.execPath, command, { env: { ...process.env, ...env() } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    )
  })
}
