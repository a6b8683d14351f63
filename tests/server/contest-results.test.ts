import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import nacl from 'tweetnacl'
import { certificateCheck, readCertificate } from '../../domain/contest/certificate'
import { ANSWERS_KEPT_DAYS, APPEALS_OF_MEMBER, APPEAL_DAYS } from '../../domain/contract/contest-limits'
import type { ContestReview, OwnResult } from '../../domain/contract/contest-results'
import { dropOldSecrets } from '../../server/src/database/retention'
import { type Person, type World, call, person, plantTree, signIn, TENANT, world } from './support'
import { DAY, MINUTE, Phone, SETTLED, ask, organiserOf, publish, rightOf, wrongOf } from './contests'

let w: World
let organiser: Person
before(async () => {
  w = await world()
  w.service.keys.certificate = 'ab'.repeat(32)
  await plantTree(w)
})
// One person sends so many pools in a minute.
beforeEach(async () => {
  organiser = await organiserOf(w)
})
after(() => w.close())

const code = ({ status, json }: { status: number; json: { error?: string } }) => [status, json.error]
const taken = async (contest: string, name: string, how: Parameters<Phone['take']>[0] = {}, branch = 'b1') =>
  new Phone(w, await person(w, branch, name), contest).take(how)
const close = async (contest: string, org = 'd') => {
  await ask(w, organiser, 'POST', `/v1/orgs/${org}/contests/${contest}/close`, { reason: '到时间了' })
  w.pass(SETTLED)
}
const result = async (phone: Phone): Promise<OwnResult> => (await phone.get('result')).json
const its = (contest: string, path = '') => `/v1/orgs/d/contests/${contest}${path}`
/** Tokens last half an hour, and tests move the clock by days. */
const fresh = async (who: Person) => void (who.token = await signIn(w, TENANT, who.id))

test('right answers first, then time; a draw shares its place; one’s own place is a band, and none among fewer than five', async () => {
  const id = await publish(w, organiser)
  const slow = await taken(id, '慢而全对', { ms: 9_000 })
  const fast = await taken(id, '快而全对', { ms: 4_000 })
  const wrong = await taken(id, '错一题', { wrong: 1, ms: 2_000 })
  await close(id)
  const { total, rows } = await ask(w, organiser, 'GET', its(id, '/results'))
  assert.equal(total, 3)
  assert.deepEqual(
    rows.map((it: Record<string, unknown>) => [it.place, it.name, it.right, it.questions, it.spentMs]),
    [
      [1, '快而全对', 6, 6, 24_000],
      [2, '慢而全对', 6, 6, 54_000],
      [3, '错一题', 5, 6, 12_000],
    ],
  )
  assert.equal((await result(fast)).own!.band, undefined)
  for (const name of ['同一', '同二']) void name
  const five = await publish(w, organiser)
  const phones = []
  for (let i = 0; i < 10; i++) phones.push(await taken(five, `众${i}`, { wrong: i < 2 ? 0 : i - 1 > 5 ? 5 : i - 1 }))
  await close(five)
  const places = (await ask(w, organiser, 'GET', its(five, '/results'))).rows.map((it: { place: number }) => it.place)
  assert.deepEqual(places.slice(0, 3), [1, 1, 3])
  assert.deepEqual([(await result(phones[0]!)).own!.band, (await result(phones[9]!)).own!.band], ['p10', 'all'])
  assert.ok(!JSON.stringify((await result(slow)).own).includes('place'))
  assert.equal(wrong.try, 1)
})

test('winners are named as the organiser chose and as they themselves did; others are not', async () => {
  const id = await publish(w, organiser, { winners: { count: 2, names: 'chosen' } })
  await taken(id, '王小明', { ms: 1_000, name: 'masked' })
  const other = await taken(id, '李大力', { ms: 2_000 }, 'b2')
  const third = await taken(id, '张三丰', { ms: 3_000 })
  await taken(id, '吴四季', { ms: 4_000 })
  await close(id)
  const { winners, own } = await result(third)
  assert.deepEqual(
    winners.map(it => [it.place, it.name, it.branch]),
    [
      [1, '王*', '组织b1'],
      [2, '李大力', '组织b2'],
    ],
  )
  assert.equal(own!.right, 6)
  const masked = await publish(w, organiser, { winners: { count: 2, names: 'masked' } })
  const one = await taken(masked, '赵全名')
  await taken(masked, '孙后来', { ms: 9_000 })
  await close(masked)
  assert.deepEqual(
    (await result(one)).winners.map(it => it.name),
    ['赵*'],
  )
  const none = await publish(w, organiser, { winners: { count: 0, names: 'chosen' } })
  const only = await taken(none, '钱全名')
  await close(none)
  assert.deepEqual((await result(only)).winners, [])
  assert.ok(other)
})

test('the list of winners ends at the front half, and at those who had something right', async () => {
  const id = await publish(w, organiser, { winners: { count: 10, names: 'masked' } })
  for (const [i, name] of ['甲一', '乙二', '丙三', '丁四'].entries()) await taken(id, name, { ms: (i + 1) * 1_000 })
  const last = await taken(id, '戊五', { wrong: 5 })
  await close(id)
  assert.deepEqual(
    (await result(last)).winners.map(it => it.place),
    [1, 2],
  )
  const hard = await publish(w, organiser, { winners: { count: 10, names: 'masked' } })
  const none = await taken(hard, '己六', { wrong: 6 })
  await close(hard)
  assert.deepEqual((await result(none)).winners, [])
})

test('of equals at a winning place all are named, or none when they are too many; the last wish for a name holds', async () => {
  const id = await publish(w, organiser, { winners: { count: 1, names: 'chosen' }, tries: 2 })
  for (const name of ['并列甲', '并列乙', '并列丙']) await taken(id, name)
  const shy = await taken(id, '后来不愿', { name: 'full' })
  await shy.take({ wrong: 6, name: 'masked' })
  await close(id)
  const { winners, unlisted } = await result(shy)
  assert.deepEqual(
    [winners.map(it => it.name).sort(), unlisted],
    [['后*', '并列丙', '并列乙', '并列甲'].sort(), undefined],
  )
  await w.connection.pool.query(
    `insert into contest_result select tenant_id, contest_id, gen_random_uuid(), try, branch_id, masked, correct, questions,
      spent_ms, allowance_ms, 1 from contest_result, generate_series(1, 300) where contest_id = $1 and place = 1 limit 300`,
    [id],
  )
  w.pass(MINUTE)
  const many = await result(shy)
  assert.deepEqual([many.winners, many.unlisted], [[], { place: 1, people: 304 }])
})

test('teams are told by the sum of their best, a team of fewer has none, and nobody’s number taking part is told', async () => {
  const id = await publish(w, organiser, { teams: { level: 'branch', best: 5 } })
  for (let i = 0; i < 6; i++) await taken(id, `甲${i}`, { wrong: i === 5 ? 6 : 1 })
  for (let i = 0; i < 5; i++) await taken(id, `乙${i}`, { wrong: 0 }, 'b2')
  const few = await taken(id, '少的', {}, 'b3')
  await close(id)
  const told = await result(few)
  assert.deepEqual(told.teams, [
    { place: 1, name: '组织b2', right: 30 },
    { place: 2, name: '组织b1', right: 25 },
  ])
  assert.doesNotMatch(JSON.stringify(told), /rate|total|members|"begun"|"finished"/)
  const units = await publish(w, organiser, { teams: { level: 'unit', best: 5 } })
  for (let i = 0; i < 3; i++) await taken(units, `丙${i}`)
  for (let i = 0; i < 3; i++) await taken(units, `丁${i}`, {}, 'b2')
  const last = await taken(units, '独', {}, 'b3')
  await close(units)
  assert.deepEqual((await result(last)).teams, [{ place: 1, name: '组织u1', right: 30 }])
})

test('the best try counts', async () => {
  const id = await publish(w, organiser, { tries: 3 })
  const phone = await taken(id, '三次', { wrong: 3 })
  await phone.take({ wrong: 1 })
  await phone.take({ wrong: 2 })
  await close(id)
  const { own } = await result(phone)
  assert.deepEqual([own!.try, own!.right], [2, 5])
  assert.equal((await phone.get('review')).json.try, 2)
})

test('nothing is told before the close and the seconds after it in which answers may be on their way', async () => {
  const id = await publish(w, organiser)
  const phone = await taken(id, '甲')
  const early = async () => {
    for (const path of ['result', 'review', 'pool', 'certificate']) {
      assert.deepEqual(code(await phone.get(path)), [409, 'not_over'], path)
    }
    assert.deepEqual(code(await phone.post('appeals', { number: 1, words: '有误' })), [409, 'not_over'])
    for (const path of ['/results', '/flags', '/appeals', '/results.csv']) {
      assert.deepEqual(code(await call(w, organiser, 'GET', its(id, path))), [409, 'not_over'], path)
    }
  }
  await early()
  await ask(w, organiser, 'POST', its(id, '/close'), { reason: '到时间了' })
  await early()
  w.pass(SETTLED)
  assert.equal((await phone.get('result')).status, 200)
})

test('every question is reviewed with its key and its proving words, as it was shown', async () => {
  const id = await publish(w, organiser)
  const phone = await taken(id, '甲', { wrong: 2 })
  await close(id)
  const review: ContestReview = (await phone.get('review')).json
  assert.equal(review.rows.length, 6)
  for (const [n, row] of review.rows.entries()) {
    assert.equal(row.right, n >= 2)
    assert.deepEqual(row.key, rightOf(row).sort())
    assert.deepEqual(row.given, n < 2 ? wrongOf(row) : row.key)
    assert.match(row.basis, /^机密依据/)
  }
  const absent = new Phone(w, await person(w, 'b1', '没来'), id)
  assert.deepEqual(code(await absent.get('review')), [404, 'not_found'])
  assert.equal((await result(absent)).own, undefined)
})

test('the pool comes out after the close exactly as it was sealed, if the organiser wishes', async () => {
  const id = await publish(w, organiser)
  const phone = await taken(id, '甲')
  const { sha256 } = (await phone.get()).json
  await close(id)
  const { raw } = await phone.get('pool')
  assert.equal(crypto.createHash('sha256').update(raw).digest('hex'), sha256)
  assert.equal(JSON.parse(raw.toString()).questions.length, 6)
  const kept = await publish(w, organiser, { reveal: false })
  const other = await taken(kept, '乙')
  await close(kept)
  assert.deepEqual(code(await other.get('pool')), [404, 'not_found'])
})

test('a voided question is right for everybody who had it, costs no time, the places are made anew, and it says so', async () => {
  const id = await publish(w, organiser)
  const wrong = new Phone(w, await person(w, 'b1', '那题错了'), id)
  await wrong.start()
  let voided = 0
  for (let n = 0; n < 6; n++) {
    const question = await wrong.question(n)
    w.pass(question.stem === '机密题干甲1' ? 20_000 : 1_000)
    await wrong.answer(n, question.stem === '机密题干甲1' ? wrongOf(question) : rightOf(question))
  }
  const slow = await taken(id, '都对但慢', { ms: 8_000 })
  await close(id)
  assert.deepEqual([(await result(wrong)).own!.right, (await result(slow)).own!.right], [5, 6])
  const detail = await ask(w, organiser, 'POST', its(id, '/voids'), { number: 1, reason: '题干有歧义' })
  assert.deepEqual(
    detail.voids.map((it: { number: number; reason: string }) => [it.number, it.reason]),
    [[1, '题干有歧义']],
  )
  voided += 1
  const told = await result(wrong)
  assert.deepEqual([told.own!.right, told.own!.spentMs], [6, 5_000])
  assert.deepEqual([told.voids.length, told.voids[0]!.reason, typeof told.regradedAt], [voided, '题干有歧义', 'string'])
  const { rows } = await ask(w, organiser, 'GET', its(id, '/results'))
  assert.deepEqual(
    rows.map((it: { name: string; place: number }) => [it.place, it.name]),
    [
      [1, '那题错了'],
      [2, '都对但慢'],
    ],
  )
  const row = ((await wrong.get('review')).json as ContestReview).rows.find(it => it.number === 1)!
  assert.deepEqual([row.voided, row.right], [true, true])
  assert.equal((await wrong.get()).json.voids[0].reason, '题干有歧义')
  // Again: nothing changes, and nothing is written down twice.
  await ask(w, organiser, 'POST', its(id, '/voids'), { number: 1, reason: '再作废一次' })
  assert.equal((await result(wrong)).voids[0]!.reason, '题干有歧义')
  const { rows: log } = await w.connection.pool.query(`select reason from audit_log where reason like '作废第 1 题%'`)
  assert.equal(log.length, 1)
  assert.deepEqual(code(await call(w, organiser, 'POST', its(id, '/voids'), { number: 7, reason: '没有的' })), [
    404,
    'not_found',
  ])
})

test('a voided question is right for everybody whose paper has it, reached or not; whoever answered nothing has no result', async () => {
  const id = await publish(w, organiser, { paper: { kind: 'blueprint', rows: [{ count: 6 }] } })
  const looked = new Phone(w, await person(w, 'b1', '只看了题'), id)
  await looked.start()
  await looked.question(0)
  const stopped = new Phone(w, await person(w, 'b1', '答了两题'), id)
  await stopped.start()
  const seen: string[] = []
  for (let n = 0; n < 2; n++) {
    const question = await stopped.question(n)
    seen.push(question.stem)
    await stopped.answer(n, wrongOf(question))
  }
  await taken(id, '答完了', { wrong: 6 })
  await close(id)
  const results = async () => {
    const { total, rows } = await ask(w, organiser, 'GET', its(id, '/results'))
    return [total, rows.map((it: { name: string; right: number }) => `${it.name} ${it.right}`).sort()]
  }
  assert.deepEqual(await results(), [2, ['答了两题 0', '答完了 0']])
  assert.equal((await result(looked)).own, undefined)
  const unreached = ((await stopped.get('review')).json as ContestReview).rows.filter(it => !seen.includes(it.stem))
  assert.deepEqual(
    unreached.map(it => [it.given, it.right]),
    Array.from({ length: 4 }, () => [[], false]),
  )
  for (const { number } of unreached) {
    await ask(w, organiser, 'POST', its(id, '/voids'), { number, reason: '题干有歧义' })
  }
  assert.deepEqual(await results(), [2, ['答了两题 4', '答完了 4']])
  const again = ((await stopped.get('review')).json as ContestReview).rows
  assert.equal(again.filter(it => it.right).length, 4)
})

test('a certificate and a band are for those who got to the end, by themselves or by the clock', async () => {
  const id = await publish(w, organiser, { clock: { kind: 'paper', seconds: 60 } })
  for (let i = 0; i < 5; i++) await taken(id, `众${i}`)
  const some = async (name: string) => {
    const phone = new Phone(w, await person(w, 'b1', name), id)
    await phone.start()
    await phone.answer(0, rightOf(await phone.question(0)))
    return phone
  }
  const timeUp = await some('时间到了')
  w.pass(61_000)
  const cutOff = await some('竞赛结束了')
  await close(id)
  const [over, under] = [(await result(timeUp)).own!, (await result(cutOff)).own!]
  assert.deepEqual([over.right, over.complete, over.band], [1, true, 'all'])
  assert.deepEqual([under.right, under.complete, under.band], [1, false, undefined])
  assert.equal((await timeUp.get('certificate')).status, 200)
  assert.deepEqual(code(await cutOff.get('certificate')), [404, 'not_found'])
})

test('who hands in when the contest is over has not got to the end', async () => {
  const id = await publish(w, organiser)
  const phone = new Phone(w, await person(w, 'b1', '放下手机的'), id)
  await phone.start()
  await phone.answer(0, rightOf(await phone.question(0)))
  await close(id)
  assert.deepEqual(code(await phone.post('finish', phone.of())), [409, 'over'])
  assert.equal((await result(phone)).own!.complete, false)
  assert.deepEqual(code(await phone.get('certificate')), [404, 'not_found'])
})

test('whoever holds the measuring of the line back gains nothing on others in a draw', async () => {
  const id = await publish(w, organiser)
  const cheat = new Phone(w, await person(w, 'b1', '拖着不回'), id)
  await cheat.start()
  for (let i = 0; i < 3; i++) {
    const { echo } = (await cheat.post('clock', cheat.of())).json
    w.pass(2_000)
    await cheat.post('clock', { ...cheat.of(), echo })
  }
  for (let n = 0; n < 6; n++) {
    const question = await cheat.question(n)
    w.pass(5_000)
    await cheat.answer(n, rightOf(question))
  }
  await taken(id, '老实答', { ms: 5_000 })
  await close(id)
  const { rows } = await ask(w, organiser, 'GET', its(id, '/results'))
  assert.deepEqual(
    rows.map((it: { place: number; spentMs: number }) => [it.place, it.spentMs]),
    [
      [1, 30_000],
      [1, 30_000],
    ],
  )
})

test('whoever goes to another branch after entering keeps their contest and what came of it', async () => {
  const id = await publish(w, organiser, { within: 'u1' })
  const phone = await taken(id, '调走了')
  await w.connection.pool.query(`update member set branch_id = 'b3' where member_id = $1`, [phone.who.id])
  w.pass(MINUTE)
  await close(id)
  assert.equal((await result(phone)).own!.right, 6)
  for (const path of ['', 'review', 'certificate', 'pool']) assert.equal((await phone.get(path)).status, 200, path)
  const stranger = new Phone(w, await person(w, 'b3', '本来就在那边'), id)
  assert.deepEqual(code(await stranger.get('result')), [404, 'not_found'])
})

test('an appeal about a question of one’s own is answered, and the question voided with it', async () => {
  const id = await publish(w, organiser, { paper: { kind: 'fixed', numbers: [1, 2, 3] } })
  const phone = await taken(id, '申诉人', { wrong: 3 })
  await close(id)
  assert.deepEqual(code(await phone.post('appeals', { number: 4, words: '不是我的题' })), [404, 'not_found'])
  const appeal = (await phone.post('appeals', { number: 2, words: '选项二也对' })).json.id
  assert.equal((await phone.post('appeals', { number: 2, words: '选项二也对，见书' })).json.id, appeal)
  const { appeals } = await ask(w, organiser, 'GET', its(id, '/appeals'))
  assert.deepEqual(
    appeals.map((it: Record<string, unknown>) => [it.number, it.stem, it.name, it.words]),
    [[2, '机密题干甲2', '申诉人', '选项二也对，见书']],
  )
  await ask(w, organiser, 'POST', its(id, `/appeals/${appeal}`), { words: '说得对', void: true }, 204)
  assert.equal((await result(phone)).own!.right, 1)
  const row = ((await phone.get('review')).json as ContestReview).rows.find(it => it.number === 2)!
  assert.deepEqual(row.appeal, { words: '选项二也对，见书', answer: '说得对' })
  assert.deepEqual(code(await phone.post('appeals', { number: 2, words: '还要说' })), [409, 'answered'])
  w.pass(APPEAL_DAYS * DAY + MINUTE)
  await fresh(phone.who)
  assert.deepEqual(code(await phone.post('appeals', { number: 1, words: '太晚' })), [409, 'over'])
  await fresh(organiser)
})

test('a certificate is checked by anybody with the published key, and a changed one is none', async () => {
  const id = await publish(w, organiser)
  const phone = await taken(id, '欧阳修', { name: 'masked', wrong: 1 })
  await close(id)
  const { code: text } = (await phone.get('certificate')).json
  const read = readCertificate(text)
  assert.ok(read.ok)
  assert.deepEqual(
    [
      read.certificate.name,
      read.certificate.title,
      read.certificate.by,
      read.certificate.right,
      read.certificate.questions,
    ],
    ['欧*', '党史知识竞赛', '组织d', 5, 6],
  )
  const check = certificateCheck(nacl.sign.detached.verify)
  assert.ok(check(read))
  const { json } = await call(w, undefined, 'GET', '/v1/certificate-key')
  assert.equal(json.key, read.key)
  assert.match(json.fingerprint, /^([\da-f]{4} ){3}[\da-f]{4}$/)
  const [version, body, key, signature] = text.split('.')
  const better = Buffer.from(body, 'base64url').toString().replace('\n5\n', '\n6\n')
  const forged = readCertificate([version, Buffer.from(better).toString('base64url'), key, signature].join('.'))
  assert.ok(forged.ok && forged.certificate.right === 6 && !check(forged))
  assert.equal((await phone.get('certificate')).json.code, text, 'the same every time')
  const plain = await publish(w, organiser, { certificate: false })
  const other = await taken(plain, '乙')
  await close(plain)
  assert.deepEqual(code(await other.get('certificate')), [404, 'not_found'])
  const kept = w.service.keys.certificate!
  delete w.service.keys.certificate
  assert.deepEqual(code(await phone.get('certificate')), [503, 'certificate'])
  w.service.keys.certificate = kept
})

test('what a machine noticed is for the organiser, with its evidence, and takes nobody’s place away', async () => {
  const id = await publish(w, organiser)
  const quick = await taken(id, '太快', { ms: 300 })
  const [one, two] = [await taken(id, '抄一', { wrong: 4 }), await taken(id, '抄二', { wrong: 0 })]
  await w.connection.pool.query(
    `update contest_try t set answers = o.answers from contest_try o where o.tenant_id = $4 and o.contest_id = $1
      and o.member_id = $2 and t.tenant_id = $4 and t.contest_id = $1 and t.member_id = $3`,
    [id, one.who.id, two.who.id, TENANT],
  )
  await close(id)
  const { flags } = await ask(w, organiser, 'GET', its(id, '/flags'))
  assert.deepEqual(
    flags.map((it: { kind: string; people: { name: string }[] }) => [it.kind, it.people.map(p => p.name).sort()]),
    [
      ['fast', ['太快']],
      ['same', ['抄一', '抄二']],
    ],
  )
  assert.match(flags[0].evidence.join(), /第 \d 题答对，用了 0\.3 秒/)
  assert.equal((await result(quick)).own!.right, 6)
  assert.doesNotMatch(JSON.stringify(await result(quick)), /flag|fast/)
  const file = (await call(w, organiser, 'GET', its(id, '/results.csv'))).raw.toString()
  assert.match(file, /1,太快,组织b1,6,6,1\.8,0,1,1/)
})

test('deleting oneself takes answers, result and appeals along, and the score of the team: less its rows it would be theirs', async () => {
  const id = await publish(w, organiser, { teams: { level: 'branch', best: 5 } })
  const phones = []
  for (let i = 0; i < 6; i++) phones.push(await taken(id, `人${i}`, { wrong: i }, 'b3'))
  for (let i = 0; i < 5; i++) await taken(id, `别的${i}`, { wrong: 1 }, 'b2')
  await close(id)
  const said = await result(phones[5]!)
  assert.deepEqual(
    said.teams.map(it => it.name),
    ['组织b2', '组织b3'],
  )
  const codes = []
  for (const phone of phones.slice(1)) codes.push((await phone.get('certificate')).json.code)
  const gone = phones[0]!
  await gone.post('appeals', { number: 1, words: '有误' })
  await fresh(gone.who)
  const copy = (await call(w, gone.who, 'GET', '/v1/me/export')).json.contests
  assert.deepEqual([copy.length, copy[0].answers.length, copy[0].right, copy[0].place], [1, 6, 6, 1])
  assert.equal((await call(w, gone.who, 'DELETE', '/v1/me')).status, 204)
  for (const table of ['contest_try', 'contest_result', 'contest_appeal']) {
    const { rows } = await w.connection.pool.query(`select 1 from ${table} where member_id = $1`, [gone.who.id])
    assert.equal(rows.length, 0, table)
  }
  // For half a minute everybody is told what was read for the first who asked.
  w.pass(30_000)
  const now = await result(phones[5]!)
  assert.deepEqual(now.teams, said.teams.slice(0, 1))
  assert.deepEqual(now.winners.map(it => it.name).sort(), ['人1', '别的0', '别的1', '别的2', '别的3', '别的4'])
  const again = []
  for (const phone of phones.slice(1)) again.push((await phone.get('certificate')).json.code)
  assert.deepEqual(again, codes)
})

test('who deletes themselves moves nobody into another band', async () => {
  const id = await publish(w, organiser)
  const phones: Phone[] = []
  for (let i = 0; i < 8; i++) phones.push(await taken(id, `带${i}`, { ms: (i + 1) * 1_000 }))
  await close(id)
  const bands = async () => {
    const told = []
    for (const phone of phones.slice(0, 6)) told.push((await result(phone)).own!.band)
    return told
  }
  const said = await bands()
  for (const phone of phones.slice(6)) assert.equal((await call(w, phone.who, 'DELETE', '/v1/me')).status, 204)
  w.pass(30_000)
  assert.deepEqual(await bands(), said)
})

test('the name of one who has gone stands no more in what others wrote about a contest', async () => {
  const named = await person(w, 'b1', '赵示例')
  const id = await publish(w, organiser)
  const phone = await taken(id, '写信的', { wrong: 3 })
  await close(id)
  const appeal = (await phone.post('appeals', { number: 1, words: '赵示例说题错了' })).json.id
  await ask(w, organiser, 'POST', its(id, `/appeals/${appeal}`), { words: '赵示例说得对', void: true }, 204)
  assert.equal((await call(w, named, 'DELETE', '/v1/me')).status, 204)
  w.pass(30_000)
  const told = [
    (await phone.get('review')).json,
    await result(phone),
    await ask(w, organiser, 'GET', its(id, '/appeals')),
    await ask(w, organiser, 'GET', its(id)),
  ]
  assert.doesNotMatch(JSON.stringify(told), /赵示例/)
  assert.match(JSON.stringify(told), /某人说得对/)
})

test('whoever takes back their consent is told of with a masked name, to everybody and to the organiser', async () => {
  const id = await publish(w, organiser)
  const leaving = await taken(id, '成员丁示例', { name: 'full' })
  const other = await taken(id, '别人', { wrong: 1, ms: 300 })
  await close(id)
  assert.ok(JSON.stringify(await result(other)).includes('成员丁示例'))
  assert.equal((await leaving.post('appeals', { number: 1, words: '有误' })).status, 201)
  assert.equal((await call(w, leaving.who, 'DELETE', '/v1/me/consent')).status, 204)
  w.pass(30_000)
  const file = (await call(w, organiser, 'GET', its(id, '/results.csv'))).raw.toString()
  const said = [await result(other), await ask(w, organiser, 'GET', its(id, '/results')), file]
  said.push(await ask(w, organiser, 'GET', its(id, '/appeals')))
  for (const it of said) assert.doesNotMatch(JSON.stringify(it), /成员丁示例/)
  assert.match(JSON.stringify(said[0]), /成\*/)
})

test('whoever has taken part decides nothing about it: no question voided, no appeal answered, no end before its time', async () => {
  const id = await publish(w, organiser)
  const phone = await taken(id, '参加又组织', { wrong: 6 })
  await w.connection.pool.query(
    `insert into role_grant (tenant_id, member_id, role, org_id) select tenant_id, member_id, 'organiser', 'd' from member
      where member_id = $1`,
    [phone.who.id],
  )
  w.pass(MINUTE)
  const tell = (path: string, body: object) => call(w, phone.who, 'POST', its(id, path), body)
  assert.deepEqual(code(await tell('/voids', { number: 1, reason: '有误' })), [409, 'organiser'])
  assert.deepEqual(code(await tell('/close', { reason: '到时间了' })), [409, 'organiser'])
  await close(id)
  const appeal = (await phone.post('appeals', { number: 1, words: '有误' })).json.id
  assert.deepEqual(code(await tell('/voids', { number: 1, reason: '有误' })), [409, 'organiser'])
  assert.deepEqual(code(await tell(`/appeals/${appeal}`, { words: '说得对', void: true })), [409, 'organiser'])
  assert.equal((await result(phone)).own!.right, 0)
})

test('where nobody else holds the contest, whoever took part answers for it, and the log says so', async () => {
  const first = await person(w, 'bx', '先前的书记', { roles: [['secretary', 'bx']] })
  const id = await publish(w, first, { within: 'bx' }, 'bx')
  const phone = await taken(id, '后来的书记', { wrong: 6 }, 'bx')
  const other = await taken(id, '申诉的', { wrong: 6 }, 'bx')
  await w.connection.pool.query(`update role_grant set member_id = $1 where member_id = $2`, [phone.who.id, first.id])
  w.pass(60 * MINUTE + SETTLED)
  await fresh(phone.who)
  await fresh(other.who)
  const appeal = (await other.post('appeals', { number: 1, words: '有误' })).json.id
  await ask(w, phone.who, 'POST', `/v1/orgs/bx/contests/${id}/appeals/${appeal}`, { words: '看过了', void: false }, 204)
  const { rows } = await w.connection.pool.query(
    `select reason from audit_log where reason like '答复申诉%' and org_id = 'bx'`,
  )
  assert.match(rows[0].reason, /本人参加了这一场，没有别的组织者/)
})

test('appeals that come at once are bounded like those that come one after another', async () => {
  const rows = Array.from({ length: APPEALS_OF_MEMBER + 4 }, (_, i) => [
    ...['判断', `机密题干${i}`, '', '', '', '', '正确', '机密依据', '', '难', ''],
  ])
  const paper = { kind: 'fixed', numbers: rows.map((_, i) => i + 1) } as const
  const id = await publish(w, organiser, { paper }, 'd', rows)
  const phone = await taken(id, '急着申诉')
  await close(id)
  const sent = await Promise.all(rows.map((_, i) => phone.post('appeals', { number: i + 1, words: '有误' })))
  assert.equal(sent.filter(it => it.status === 201).length, APPEALS_OF_MEMBER)
  assert.ok(sent.every(it => it.status === 201 || it.json.error === 'quota'))
})

test('while a contest is under way a copy of one’s own says what was given and not whether it was right', async () => {
  const phone = await taken(await publish(w, organiser), '导出的')
  await fresh(phone.who)
  const [copy] = (await call(w, phone.who, 'GET', '/v1/me/export')).json.contests
  assert.deepEqual(Object.keys(copy.answers[0]).sort(), ['given', 'late', 'ms', 'question'])
  assert.deepEqual([copy.right, copy.place], [null, null])
})

test('answers go after their days, also of a contest whose results nobody asked for; the results stay', async () => {
  const id = await publish(w, organiser)
  const phone = await taken(id, '甲', { wrong: 2 })
  await close(id)
  w.pass((ANSWERS_KEPT_DAYS + 1) * DAY)
  await dropOldSecrets(w.connection.db, w.service.now())
  const { rows } = await w.connection.pool.query('select answers from contest_try where contest_id = $1', [id])
  assert.deepEqual(rows, [{ answers: [] }])
  await fresh(phone.who)
  await fresh(organiser)
  assert.equal((await result(phone)).own!.right, 4)
  assert.deepEqual(code(await phone.get('review')), [404, 'not_found'])
  const refused = await call(w, organiser, 'POST', its(id, '/voids'), { number: 1, reason: '太晚了' })
  assert.deepEqual(code(refused), [409, 'state'])
})
