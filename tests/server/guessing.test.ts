import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { hmac } from '../../server/src/auth/keys'
import { branchSheet, sendSheet } from './branch-sheets'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'

// Whoever has an invite code and a name has ten thousand numbers to try, and as many logins as they like.
let w: World
let secretary: Person
let supervisor: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  supervisor = await person(w, 'b3', '督导', { roles: [['supervisor', 'd']] })
})
after(() => w.close())

const last4 = (digits: string) => hmac(KEYS, 'last4', `${TENANT}:${digits}`)
let logins = 0
/** Each time another login. */
async function bind(name: string, digits: string) {
  const openid = `guesser ${logins++}`
  await w.connection.pool.query('insert into account (openid_hmac, created_at) values ($1, now())', [openid])
  const invite = (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code
  const form = { invite, name, last4: digits, consent: CONSENT_VERSION }
  return call(w, w.app.jwt.sign({ bind: openid }), 'POST', '/v1/bind', form)
}

test('wrong digits are counted on the row of the roster, over all logins; the fifth locks it, also for the right ones', async () => {
  const who = await person(w, 'b1', '张示例', { consent: false, last4: last4('0005') })
  const answers = []
  for (const digits of ['0000', '0001', '0002', '0003', '0004', '0005']) answers.push(await bind('张示例', digits))
  assert.equal(new Set(answers.map(it => JSON.stringify([it.status, it.json]))).size, 1, 'nobody is told which')
  const { rows } = await w.connection.pool.query('select 1 from account where member_id = $1', [who.id])
  assert.equal(rows.length, 0)
})

test('that it is locked is written down once, and the branch and the district see it', async () => {
  const seen = async (reader: Person, url: string) =>
    (await call(w, reader, 'GET', url)).json.rows.filter((it: { action: string }) => it.action === 'bind.locked')
  const [own] = await seen(secretary, '/v1/branches/b1/audit')
  assert.equal(own.subject, '张示例')
  const above = await seen(supervisor, '/v1/orgs/d/audit')
  assert.deepEqual([above.length, above[0].subject], [1, '张*（名册第 2 行）'])
})

test('new digits from the secretary open the row again', async () => {
  const { rows } = await w.connection.pool.query(`select member_id from member where name = '张示例'`)
  const sheet = await branchSheet([[rows[0].member_id, '张示例', '4321', '', '']])
  assert.equal((await sendSheet(w, secretary, sheet, 'apply')).json.applied, true)
  assert.equal((await bind('张示例', '4321')).status, 200)
})

test('a namesake’s right digits are no guess at the other’s', async () => {
  const [one, two] = [
    await person(w, 'b1', '同名', { last4: last4('1111') }),
    await person(w, 'b1', '同名', { last4: last4('2222') }),
  ]
  assert.equal((await bind('同名', '1111')).status, 200)
  const { rows } = await w.connection.pool.query(
    'select member_id, digit_tries from member where member_id = any($1)',
    [[one.id, two.id]],
  )
  assert.ok(rows.every(it => it.digit_tries === 0))
})
