import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { after, before, test } from 'node:test'
import { DAYS_BACK } from '../../domain/contract/day-limits'
import { dayRecordSchema } from '../../domain/contract/days'
import { note } from '../../domain/review/notebook'
import { emptyDaySoFar } from '../../domain/sync/day-record'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { hmac } from '../../server/src/auth/keys'
import { device } from './acts'
import { KEYS, type Person, TENANT, type World, call, person, plantTree, world } from './support'
import { startWechatHost, type WechatHost } from './wechat-host'
import { startPhone, type WechatPhone } from './wechat-phone'

let wechat: WechatHost

const DAY_FIELDS = Object.keys(dayRecordSchema.shape)

let w: World
let secretary: Person
let address: string
before(async () => {
  wechat = await startWechatHost()
  w = await world({ env: wechat.env })
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  address = await w.app.listen({ host: '127.0.0.1', port: 0 })
})
after(async () => {
  // A phone goes on asking for a service that is away.
  for (const phone of phones) phone.session.useSession.setState({ owner: undefined })
  await w.close()
  wechat.close()
})

const last4 = (digits: string) => hmac(KEYS, 'last4', `${TENANT}:${digits}`)
const invite = async () => (await call(w, secretary, 'POST', '/v1/branches/b1/invites', {})).json.code as string

const phones: WechatPhone[] = []
async function launch(code: string): Promise<WechatPhone> {
  const phone = startPhone(address)
  phones.push(phone)
  phone.code = code
  phone.member.openMember()
  phone.sync.startSync()
  await phone.session.useSession.getState().open()
  return phone
}
const read = (phone: WechatPhone, seconds: number) =>
  phone.member.useMember.getState().record([{ kind: 'read', item: 'a-0001', seconds, reached: 0.5 }])
const state = (phone: WechatPhone) => phone.sync.useSync.getState()

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('never came true')
}

test('in WeChat a member studies, binds, chooses to bring the past along, and the service has it', async () => {
  const who = await person(w, 'b1', '张示例', { consent: false, last4: last4('1234') })
  const phone = await launch('openid-zhang')
  await read(phone, 200)
  assert.equal(await phone.binding.loginWithWechat(), false)
  assert.deepEqual(
    phone.sent.map(it => it.split(' ').slice(0, 2).join(' ')),
    ['POST /v1/auth/wechat'],
    'before consent only the login code is sent',
  )
  await phone.binding.bind({ invite: await invite(), name: '张示例', last4: '1234' })
  const { status, me } = phone.session.useSession.getState()
  assert.deepEqual([status, me?.name, me?.consent], ['signed-in', '张示例', CONSENT_VERSION])
  await until(() => state(phone).outbox?.chosen === false)
  assert.ok(!phone.sent.some(it => it.includes('/v1/days')), 'nothing goes up before the choice')

  await state(phone).begin('past', true)
  await until(() => state(phone).outbox?.waiting.length === 0 && state(phone).outbox?.joined === true)
  const { rows } = await w.connection.pool.query('select studied from member_day where member_id = $1', [who.id])
  assert.deepEqual(rows, [{ studied: true }])
  const [sent] = phone.sent.filter(it => it.includes('/v1/days {'))
  assert.deepEqual(Object.keys(JSON.parse(sent!.split(' ').slice(2).join(' ')).days[0]), DAY_FIELDS)
})

test('another phone of the same WeChat signs in with one tap and has the days', async () => {
  const phone = await launch('openid-zhang')
  assert.equal(await phone.binding.loginWithWechat(), true)
  await until(() => state(phone).outbox?.joined === true)
  const [day] = Object.values(phone.member.useMember.getState().progress.days)
  assert.deepEqual([day!.elsewhere, day!.read_seconds], [true, 0], 'that it was studied comes back, and no minute')
})

test('what does not match is told in the service’s one sentence, and the secretary can be asked instead', async () => {
  await person(w, 'b1', '李示例', { consent: false, last4: last4('5678') })
  const phone = await launch('openid-li')
  const code = await invite()
  await assert.rejects(phone.binding.bind({ invite: code, name: '李示列', last4: '5678' }), /没有对上/)
  assert.equal(await phone.binding.readAsked(), undefined)
  await phone.binding.askSecretary({ invite: code, name: '李示列', last4: '5678' })
  assert.equal((await phone.binding.readAsked())?.name, '李示列')
  const { requests } = (await call(w, secretary, 'GET', '/v1/branches/b1/requests')).json
  const member = (await w.connection.pool.query(`select member_id from member where name = '李示例'`)).rows[0]
  const approve = `/v1/branches/b1/requests/${requests[0].id}/approve`
  assert.equal((await call(w, secretary, 'POST', approve, { member: member.member_id })).status, 204)
  assert.equal(await phone.binding.loginWithWechat(), true)
  assert.equal(await phone.binding.readAsked(), undefined)
})

test('who has left signs in, is told so, and binds in the new branch from the same phone', async () => {
  const old = await person(w, 'b1', '赵示例', { consent: false, last4: last4('2222') })
  const phone = await launch('openid-zhao')
  await phone.binding.bind({ invite: await invite(), name: '赵示例', last4: '2222' })
  await w.connection.pool.query(`update member set status = 'left' where member_id = $1`, [old.id])
  w.pass(60_000)
  assert.equal(await phone.binding.loginWithWechat(), true)
  assert.equal(phone.session.useSession.getState().me?.left, true)
  await state(phone).send()
  assert.ok(!phone.sent.some(it => it.includes('/v1/days')))
  const second = await person(w, 'b2', '二支书记', { roles: [['secretary', 'b2']] })
  await person(w, 'b2', '赵示例', { consent: false, last4: last4('2222') })
  const { code } = (await call(w, second, 'POST', '/v1/branches/b2/invites', {})).json
  await phone.binding.bind({ invite: code, name: '赵示例', last4: '2222' })
  const { me } = phone.session.useSession.getState()
  assert.deepEqual([me?.branch, me?.left], ['b2', undefined])
})

test('with details of an office holder the phone waits for the district, and says so the next time too', async () => {
  await person(w, 'b1', '钱示例', { consent: false, last4: last4('3333'), roles: [['supervisor', 'd']] })
  const phone = await launch('openid-qian')
  await assert.rejects(
    phone.binding.bind({ invite: await invite(), name: '钱示例', last4: '3333' }),
    /由区里的管理员核对/,
  )
  const asked = await phone.binding.readAsked()
  assert.deepEqual([asked?.district, asked?.code?.length], [true, 6])
})

test('the sixth try of a day is refused in words', async () => {
  const phone = await launch('openid-six')
  const form = { invite: await invite(), name: '无此人', last4: '0000' }
  for (let i = 0; i < 5; i++) await assert.rejects(phone.binding.bind(form), /没有对上/)
  await assert.rejects(phone.binding.bind(form), /今天已经试了五次/)
})

test('with the service away a day waits with the reason; when the network is back it goes up', async () => {
  const who = await person(w, 'b1', '王示例', { consent: false, last4: last4('1111') })
  const phone = await launch('openid-wang')
  await phone.binding.bind({ invite: await invite(), name: '王示例', last4: '1111' })
  await until(() => state(phone).outbox?.joined === true)
  await w.connection.pool.query('alter table member_day rename to member_day_away')
  await read(phone, 200)
  await state(phone).send()
  assert.equal(state(phone).problem, '服务出错了，请稍后再试')
  assert.equal(state(phone).outbox?.waiting.length, 1)
  await w.connection.pool.query('alter table member_day_away rename to member_day')
  phone.networkBack()
  await until(() => state(phone).outbox?.waiting.length === 0)
  const { rows } = await w.connection.pool.query('select studied from member_day where member_id = $1', [who.id])
  assert.deepEqual(rows, [{ studied: true }])
  assert.equal(state(phone).problem, undefined)
})

test('what is done while an upload is under way goes up as well', async () => {
  await person(w, 'b1', '钱示例', { consent: false, last4: last4('2222') })
  const phone = await launch('openid-qian')
  await phone.binding.bind({ invite: await invite(), name: '钱示例', last4: '2222' })
  await until(() => state(phone).outbox?.chosen === true)
  await read(phone, 200)
  const underWay = state(phone).send()
  await phone.member.useMember.getState().record([{ kind: 'finish', item: 'a-0001' }])
  await Promise.all([underWay, state(phone).send()])
  await until(() => state(phone).outbox?.waiting.length === 0)
})

test('more days than one request holds go up one request after another, the oldest first', async () => {
  const who = await person(w, 'b1', '孙示例', { consent: false, last4: last4('4444') })
  const phone = await launch('openid-sun')
  await phone.binding.bind({ invite: await invite(), name: '孙示例', last4: '4444' })
  await until(() => state(phone).outbox?.joined === true)
  // Two phones, each for all the days that count: a phone that was away has come to the other by a file.
  const days = Array.from({ length: DAYS_BACK + 1 }, (_, i) => addDays(shanghaiDay(Date.now()), i - DAYS_BACK))
  const held = days.flatMap(day =>
    [device(1), device(2)].map(it => ({ ...emptyDaySoFar(day, it), seconds: 200, acts: 1 })),
  )
  const kv = await phone.records.memberKeyValue()
  const of = Object.fromEntries(held.map(it => [`${it.day} ${it.device}`, it]))
  await kv.update([], () => new Map([[`outbox/${phone.session.useSession.getState().owner}/days`, of]]))
  await state(phone).send()
  assert.deepEqual([state(phone).outbox?.waiting, state(phone).problem], [[], undefined])
  const { rows } = await w.connection.pool.query('select count(*) as n from member_day where member_id = $1', [who.id])
  assert.deepEqual(rows, [{ n: days.length }])
})

test('answers that are given one after another are told of together: none says by its arrival when it was given', async () => {
  const phone = await launch('openid-sun')
  await phone.binding.loginWithWechat()
  await until(() => state(phone).outbox?.joined === true)
  const puts = () => phone.sent.filter(it => it.startsWith('PUT /v1/days')).length
  const answer = (question: string) =>
    phone.member.useMember.getState().record(
      [
        {
          ...{ kind: 'answer', run: crypto.randomUUID(), mode: 'daily' },
          answer: {
            ...{ question, hash: '0123456789abcdef', type: 'single', shelf: 'reform' },
            ...{ given: ['a'], correct: true, seconds: 4 },
          },
        },
      ],
      note,
    )
  for (const question of ['q-0001', 'q-0002', 'q-0003']) {
    await answer(question)
    await new Promise(resolve => setTimeout(resolve, 3_500))
  }
  assert.deepEqual([puts(), state(phone).outbox?.waiting.map(it => it.answered)], [0, [{ reform: 3 }]])
  // What makes the day a studied one is told at once.
  await answer('q-0004')
  await answer('q-0005')
  await until(() => puts() === 1)
  await until(() => state(phone).outbox?.waiting.length === 0)
})

test('an id that the service does not know is kept in sight, and the day with it', async () => {
  const phone = await launch('openid-wang')
  await phone.binding.loginWithWechat()
  await until(() => state(phone).outbox?.joined === true)
  await phone.member.useMember.getState().record([{ kind: 'finish', item: 'a-7777' }])
  await state(phone).send()
  assert.deepEqual([state(phone).outbox?.unknown, state(phone).outbox?.waiting], [['a-7777'], []])
})

test('deleting oneself ends the login, empties the outbox and leaves the phone’s own records', async () => {
  const phone = await launch('openid-wang')
  await phone.binding.loginWithWechat()
  await until(() => state(phone).outbox?.joined === true)
  await phone.account.eraseMe()
  assert.equal(phone.session.useSession.getState().status, 'none')
  assert.ok(Object.keys(phone.member.useMember.getState().progress.days).length > 0)
  const before = phone.sent.length
  await read(phone, 30)
  await state(phone).send()
  assert.equal(phone.sent.length, before)
  assert.equal(await phone.binding.loginWithWechat(), false)
})
