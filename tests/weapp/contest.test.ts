import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { encodeCertificate, signedText } from '../../domain/contest/certificate'
import type { OwnContest } from '../../domain/contract/contest-entry'
import { fromBase64url } from '../../domain/text/base64url'
import { BUDGETS } from './costs'
import { byId, tap, words, write } from './harness/gestures'
import type { Answer } from './harness/network'
import { Phone, type PhoneOptions } from './harness/phone'
import { PhoneStorage } from './harness/storage'
import { PACKAGE } from './subject'

/** A package built without SERVICE_URL knows no service and asks nobody. */
const knowsService = fs
  .readdirSync(PACKAGE)
  .some(name => name.endsWith('.js') && fs.readFileSync(path.join(PACKAGE, name), 'utf8').includes('//service.invalid'))
const skip = knowsService ? false : 'dist/weapp was built without SERVICE_URL=https://service.invalid'

const QUESTIONS = 20
const SECONDS = 30
const PAPER_SECONDS = 1_200
/** One's place in line, milliseconds. */
const LINE_MS = 300
/** As long as a stem and an option of a pool are in life. */
const STEM = '1935年1月，中国共产党在长征途中召开了一次重要会议，这次会议集中解决了当时具有决定意义的哪两个问题？'
const OPTION = '军事问题和组织问题，并且增选了一位常委'

/** One contest of twenty questions, answered from memory; `down` is a line that is cut. */
class Contest {
  down = false
  handedIn = false
  /** How long one stands in line, milliseconds. */
  wait = LINE_MS
  constructor(readonly clock: 'question' | 'paper' = 'question') {}
  answered = 0
  device = ''
  given: string[][] = []

  readonly answer: Answer = ({ url, method, body }) => {
    if (this.down) return undefined
    const at = url.replace('https://service.invalid', '').split('?')[0]!
    const ok = (data: unknown) => ({ status: 200, data })
    const refused = (error: string) => ({ status: 409, data: { error, message: '不行' } })
    const what = at.replace('/v1/me/contests', '')
    if (!at.startsWith('/v1/me/contests')) return undefined
    if (what === '') return ok({ contests: [this.own()] })
    const asked = body as { device?: string; n?: number; given?: string[] } | undefined
    switch (what) {
      case '/c':
        return ok(this.own())
      case '/c/ticket':
        return ok({ ticket: 't', place: 12, waitMs: this.wait })
      case '/c/start':
      case '/c/resume':
        this.device = asked!.device!
        return ok(this.try())
      case '/c/result':
        return refused('not_over')
    }
    if (method === 'POST' && asked?.device !== this.device) return refused('taken_over')
    switch (what) {
      case '/c/clock':
        return ok({ echo: 'e', lineMs: 60, allowanceMs: 60 })
      case '/c/question':
        return ok({ question: this.question(), passed: 0, finished: this.isFinished(), allowanceMs: 60 })
      case '/c/answers': {
        this.given.push(asked!.given!)
        this.answered = asked!.n! + 1
        const next = this.clock === 'paper' && !this.isFinished() && { question: this.question() }
        return ok({ n: asked!.n, late: false, finished: this.isFinished(), ...next })
      }
      case '/c/finish':
        this.handedIn = true
        return ok(this.try())
    }
    return undefined
  }
  private isFinished = () => this.handedIn || this.answered === QUESTIONS
  private question = () => ({
    n: this.answered,
    type: this.answered % 3 === 2 ? 'multiple' : 'single',
    stem: `${STEM}（${this.answered}）`,
    options: ['A', 'B', 'C', 'D'].map(id => ({ id, text: `${OPTION}${id}` })),
    leftMs: (this.clock === 'paper' ? PAPER_SECONDS : SECONDS) * 1000,
  })
  private try = () => ({
    try: 1,
    state: this.isFinished() ? ('finished' as const) : ('running' as const),
    answered: this.answered,
    questions: QUESTIONS,
    allowanceMs: 60,
  })
  private own = (): OwnContest => ({
    id: 'c',
    title: '十二月党史知识竞赛',
    note: '每月一次，自愿参加',
    org: '示例街道01',
    state: 'open',
    opens: '2026-11-01T01:00:00.000Z',
    closes: '2099-12-31T10:00:00.000Z',
    clock: { kind: this.clock, seconds: this.clock === 'paper' ? PAPER_SECONDS : SECONDS },
    questions: QUESTIONS,
    tries: 1,
    used: this.answered > 0 ? 1 : 0,
    practice: [],
    sha256: 'ab'.repeat(32),
    reveal: true,
    certificate: true,
    voids: [],
    ...(this.device && { own: this.try() }),
    reader: false,
    demo: true,
  })
}

/** Until the first question is there: a line is waited for with nothing to see. */
async function first(phone: Phone): Promise<void> {
  for (let i = 0; i < 10 && !/第 1 题/.test(words(phone)); i++) await phone.clock.pass(LINE_MS)
  await phone.settle()
  assert.match(words(phone), /第 1 题，共 20 题/)
}

function signedIn(answer: Answer, roles: object[] = []): PhoneOptions {
  const storage = new PhoneStorage()
  const me = {
    name: '王示例',
    branch: 'b',
    branchName: '示例支部',
    unmasked: false,
    consent: null,
    demo: true,
    roles,
  }
  const claims = Buffer.from('{"sub":"m1","t":"t"}').toString('base64url')
  storage.set('kv/session', JSON.stringify({ access: `h.${claims}.s`, refresh: 'r', me }))
  return { storage, answer }
}

test('a contest is entered from 首页 and taken to its end within a tap’s bytes', { skip }, async () => {
  const contest = new Contest()
  const phone = new Phone(PACKAGE, signedIn(contest.answer))
  await phone.launch('pages/home/index')
  const heavy: string[] = []
  const press = async (id: string, opens = false) => {
    const { bytes } = await tap(phone, id)
    if (bytes > (opens ? BUDGETS.firstSetData : BUDGETS.tap)) heavy.push(`${id}: ${bytes} B`)
  }
  await press('to-contest', true)
  assert.match(words(phone), /20 题，每题 30 秒.*每人一次.*规则.*看到第一题，这一次就用掉了/s)
  assert.match(words(phone), /(abababab ){7}abababab/)
  await press('contest-begin')
  assert.match(words(phone), /参加不参加，由您自己定/)
  await press('contest-agree', true)
  await first(phone)
  for (let n = 0; n < QUESTIONS; n++) {
    assert.match(words(phone), new RegExp(`第 ${n + 1} 题，共 20 题`))
    await press('option-B')
    const last = n + 1 === QUESTIONS
    await press('contest-submit', last)
    if (last) break
    assert.match(words(phone), /✓ 收到了/)
    await press('contest-next')
  }
  assert.equal(phone.page.route, 'subpackages/contest/result/index')
  assert.match(words(phone), /卷子交上了/)
  assert.deepEqual(heavy, [])
  assert.equal(contest.given.length, QUESTIONS)
  assert.deepEqual(phone.faults, [])
})

test('a line that is cut is waited for, and a kill in the middle loses nothing', { skip }, async () => {
  const contest = new Contest()
  const options = signedIn(contest.answer)
  const phone = new Phone(PACKAGE, options)
  const RUN = 'subpackages/contest/run/index?id=c&try=1&name=masked'
  await phone.launch(RUN)
  await first(phone)
  await tap(phone, 'option-C')
  contest.down = true
  await tap(phone, 'contest-submit')
  assert.match(words(phone), /网络断了.*已经记在手机上/s)
  assert.deepEqual(contest.given, [])
  const again = phone.kill()
  contest.down = false
  await again.launch(RUN)
  assert.deepEqual(contest.given, [['C']])
  // Told first: the next question's time begins when it is asked for.
  assert.match(words(again), /断线以前选好的那一题，已经交上。.*✓ 收到了/s)
  await tap(again, 'contest-next')
  assert.match(words(again), /第 2 题，共 20 题/)
  assert.deepEqual(again.faults, [])
})

test(
  'in line before the opening one reads how many stand before, and goes in by oneself when the turn has come',
  { skip },
  async () => {
    const contest = new Contest()
    contest.wait = 60_000
    const phone = new Phone(PACKAGE, signedIn(contest.answer))
    await phone.launch('subpackages/contest/run/index?id=c&try=1&name=masked')
    assert.match(words(phone), /请稍候，马上开始.*前面还有 12 人。大约 (1 分钟|5\d 秒)以后开始/s)
    await phone.clock.pass(30_000)
    assert.match(words(phone), /大约 (30|2\d) 秒以后开始/)
    assert.equal(contest.device, '', 'nothing was begun before the turn')
    await phone.clock.pass(31_000)
    await phone.settle()
    assert.match(words(phone), /第 1 题，共 20 题/)
    assert.deepEqual(phone.faults, [])
  },
)

test(
  'with one clock for the whole paper each answer brings the next question, and the paper is handed in early',
  { skip },
  async () => {
    const contest = new Contest('paper')
    const phone = new Phone(PACKAGE, signedIn(contest.answer))
    await phone.launch('subpackages/contest/contest/index?id=c')
    assert.match(words(phone), /20 题，一份卷 20 分钟.*时间到了自动交卷/s)
    await phone.launch('subpackages/contest/run/index?id=c&try=1&name=masked')
    await first(phone)
    assert.match(words(phone), /还剩 (20:00|19:5\d)/)
    for (let n = 0; n < 3; n++) {
      assert.match(words(phone), new RegExp(`第 ${n + 1} 题，共 20 题`))
      await tap(phone, 'option-A')
      await tap(phone, 'contest-submit')
    }
    assert.match(words(phone), /第 4 题，共 20 题/)
    await tap(phone, 'contest-finish')
    assert.match(words(phone), /现在就交卷？.*还有 17 题没有交/s)
    await tap(phone, 'dialog-confirm')
    assert.ok(contest.handedIn)
    assert.equal(phone.page.route, 'subpackages/contest/result/index')
    assert.equal(contest.given.length, 3)
    assert.deepEqual(phone.faults, [])
  },
)

test('another phone takes over, and this one is told at its next step', { skip }, async () => {
  const contest = new Contest()
  const RUN = 'subpackages/contest/run/index?id=c&try=1&name=masked'
  const [one, other] = [0, 1].map(() => new Phone(PACKAGE, signedIn(contest.answer))) as [Phone, Phone]
  await one.launch(RUN)
  await first(one)
  await other.launch(RUN)
  await first(other)
  await tap(one, 'option-A')
  await tap(one, 'contest-submit')
  assert.match(words(one), /您正在另一部手机上答/)
  assert.deepEqual(contest.given, [])
})

test(
  'whose members may enter is found step by step, a tap within its bytes for a district of ninety units',
  { skip },
  async () => {
    const units = Array.from({ length: 90 }, (_, i) => ({ id: `u${i}`, name: `示例街道${i}` }))
    const district = { id: 'd', name: '示例区' }
    const answer: Answer = ({ url }) => {
      const [at, query = ''] = url.replace('https://service.invalid', '').split('?')
      if (at !== '/v1/orgs/d/contests/orgs') return undefined
      const under = /under=(\w+)/.exec(query)![1]!
      const unit = units.find(it => it.id === under)
      if (!unit) return { status: 200, data: { path: [district], below: units } }
      const below = [{ id: 'b', name: '示例第一支部' }]
      return { status: 200, data: { path: [district, unit], below } }
    }
    const phone = new Phone(PACKAGE, signedIn(answer, [{ role: 'organiser', org: 'd', orgName: '示例区' }]))
    await phone.launch('subpackages/contest/edit/index?org=d')
    const heavy: string[] = []
    const press = async (id: string) => {
      const { bytes } = await tap(phone, id)
      if (bytes > BUDGETS.tap) heavy.push(`${id}: ${bytes} B`)
    }
    await press('contest-within-narrow')
    assert.match(words(phone), /还没有选定.*下面有 90 个.*示例街道0.*再看 \d+ 个/s)
    await write(phone, 'within-find', '道88')
    assert.doesNotMatch(words(phone), /示例街道0/)
    await press('within-u88')
    assert.match(words(phone), /选定了：示例区 › 示例街道88，它的全部党员可以参加.*回到 示例区.*示例第一支部/s)
    await press('within-up')
    assert.match(words(phone), /还没有选定/)
    assert.deepEqual([heavy, phone.faults], [[], []])
  },
)

test('a certificate is checked on the phone alone, and a changed one is refused', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const certificate = { title: '竞赛', by: '示例街道01', name: '王*', day: '2026-11-28', right: 18, questions: 20 }
  const key = fromBase64url(publicKey.export({ format: 'jwk' }).x!)!
  const code = encodeCertificate(certificate, key, [...sign(null, Buffer.from(signedText(certificate)), privateKey)])
  const phone = new Phone(PACKAGE)
  await phone.launch('subpackages/contest/verify/index')
  await write(phone, 'verify-code', code)
  await tap(phone, 'verify-check')
  assert.match(words(phone), /签名对得上.*不认识这把公钥.*王\*.*答对 18 题，共 20 题/s)
  assert.ok(words(phone).includes(publicKey.export({ format: 'jwk' }).x!))
  await write(
    phone,
    'verify-code',
    code.replace(/.$/, last => (last === 'A' ? 'B' : 'A')),
  )
  assert.doesNotMatch(words(phone), /签名对得上/)
  await tap(phone, 'verify-check')
  assert.match(words(phone), /对不上：这个码改过/)
  assert.throws(() => byId(phone, 'verdict'))
  assert.deepEqual(phone.faults, [])
})
