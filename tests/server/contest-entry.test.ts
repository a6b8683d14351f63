import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CONTEST_CONSENT_VERSION } from '../../domain/contract/contest-consent'
import { ALLOWANCE_MS, HANDED_IN_MS } from '../../domain/contract/contest-limits'
import { StartLine } from '../../server/src/features/contest/gate'
import { type Person, type World, call, person, plantTree, world } from './support'
import { DAY, MINUTE, Phone, ask, organiserOf, publish, rightOf, wrongOf } from './contests'

let w: World
let organiser: Person
before(async () => {
  w = await world()
  await plantTree(w)
  organiser = await organiserOf(w)
})
after(() => w.close())

const code = ({ status, json }: { status: number; json: { error?: string } }) => [status, json.error]
const entrant = async (contest: string, name = '甲', branch = 'b1') =>
  new Phone(w, await person(w, branch, name), contest)
const stored = async (phone: Phone) =>
  (
    await w.connection.pool.query('select * from contest_try where contest_id = $1 and member_id = $2 order by try', [
      phone.contest,
      phone.who.id,
    ])
  ).rows

test('a member finds the contests that are for their branch, with the pool’s hash and nothing of the pool', async () => {
  const all = await publish(w, organiser)
  const unit = await organiserOf(w, 'u2', 'b3')
  const other = await publish(w, unit, {}, 'u2')
  const mine = await call(w, await person(w, 'b1', '甲'), 'GET', '/v1/me/contests')
  const ids = mine.json.contests.map((it: { id: string }) => it.id)
  assert.deepEqual([ids.includes(all), ids.includes(other)], [true, false])
  const found = mine.json.contests.find((it: { id: string }) => it.id === all)
  assert.match(found.sha256, /^[\da-f]{64}$/)
  assert.deepEqual([found.state, found.questions, found.used, found.own], ['open', 6, 0, undefined])
  const stranger = await entrant(other)
  for (const path of ['ticket', 'start', 'resume', 'question', 'answers', 'finish', 'clock']) {
    const { status } = await stranger.post(path, path === 'ticket' ? undefined : {})
    assert.ok([400, 404].includes(status), `${path} ${status}`)
  }
  assert.deepEqual(code(await stranger.post('ticket')), [404, 'not_found'])
  assert.deepEqual(code(await stranger.get()), [404, 'not_found'])
  const of = { try: 1, device: stranger.device }
  assert.deepEqual(code(await stranger.post('question', { ...of, n: 0 })), [404, 'not_found'])
})

test('one question at a time, shuffled for each person, and every answer acknowledged', async () => {
  const id = await publish(w, organiser)
  const orders = new Set<string>()
  for (const name of ['甲', '乙', '丙', '丁']) {
    const phone = await entrant(id, name)
    assert.equal((await phone.start()).state, 'ready')
    const seen: string[] = []
    for (let n = 0; n < 6; n++) {
      const question = await phone.question(n)
      seen.push(question.stem + question.options.map(it => it.text).join())
      const { status, json } = await phone.answer(n, rightOf(question))
      assert.deepEqual([status, json], [200, { n, late: false, finished: n === 5 }])
    }
    assert.equal(new Set(seen).size, 6)
    orders.add(seen.join('|'))
    const answers = (await stored(phone))[0].answers
    assert.deepEqual([answers.length, answers.every((it: number[]) => it[2] === 1)], [6, true])
  }
  assert.equal(orders.size, 4, 'four people, four orders')
})

test('the acknowledgement brings the next question when it is asked to, and its time begins then', async () => {
  const phone = await entrant(await publish(w, organiser, { clock: { kind: 'paper', seconds: 600 } }))
  await phone.start()
  let question = await phone.question(0)
  assert.equal(question.leftMs, 600_000)
  for (let n = 0; n < 6; n++) {
    w.pass(10_000)
    const { json } = await phone.answer(n, rightOf(question), true)
    if (n === 5) assert.deepEqual([json.finished, json.question], [true, undefined])
    else {
      question = json.question
      assert.deepEqual([question.n, question.leftMs], [n + 1, 600_000 - 10_000 * (n + 1)])
    }
  }
})

test('the same answer again gets the same acknowledgement; another one after it is refused and changes nothing', async () => {
  const phone = await entrant(await publish(w, organiser))
  await phone.start()
  const question = await phone.question(0)
  const first = await phone.answer(0, rightOf(question), true)
  const before = await stored(phone)
  const again = await phone.answer(0, rightOf(question), true)
  assert.deepEqual([again.status, again.json], [200, first.json])
  const changed = await phone.answer(0, wrongOf(question))
  assert.deepEqual(code(changed), [409, 'answered'])
  assert.deepEqual(await stored(phone), before)
})

/** Three questions of which one option is right: A, B and C are always there. */
const singles = { paper: { kind: 'fixed' as const, numbers: [1, 2, 3] } }

test('refused: an early question, an early answer, another’s device, a try that is not there, letters that were not shown', async () => {
  const phone = await entrant(await publish(w, organiser, singles))
  await phone.start()
  assert.deepEqual(code(await phone.answer(0, ['A'])), [409, 'early'])
  assert.deepEqual(code(await phone.ask(1)), [409, 'early'])
  await phone.question(0)
  assert.deepEqual(code(await phone.ask(1)), [409, 'early'])
  assert.deepEqual(code(await phone.answer(1, ['A'])), [409, 'early'])
  for (const given of [['H'], ['A', 'B'], ['true'], []]) assert.equal((await phone.answer(0, given)).status, 400)
  assert.deepEqual(code(await phone.answer(3, ['A'])), [409, 'early'])
  const of = { n: 0, given: ['A'], next: false }
  const another = await phone.post('answers', { ...of, try: 1, device: crypto.randomUUID() })
  assert.deepEqual(code(another), [409, 'taken_over'])
  assert.deepEqual(code(await phone.post('answers', { ...of, try: 2, device: phone.device })), [409, 'not_begun'])
  const thief = new Phone(w, await person(w, 'b1', '贼'), phone.contest)
  const stolen = await thief.post('answers', { ...of, try: 1, device: phone.device })
  assert.deepEqual(code(stolen), [409, 'not_begun'], 'another’s session')
  assert.equal((await stored(phone))[0].answers.length, 0)
})

test('a second try is refused when there is one; a try is used when the first question was sent, not before', async () => {
  const phone = await entrant(await publish(w, organiser, singles))
  await phone.start()
  assert.equal((await phone.get()).json.used, 0)
  assert.equal((await phone.get()).json.own.state, 'ready')
  assert.deepEqual(code(await phone.post('finish', phone.of())), [409, 'not_begun'])
  await phone.question(0)
  assert.equal((await phone.get()).json.used, 1)
  assert.equal((await phone.post('finish', phone.of())).json.state, 'finished')
  assert.equal((await phone.post('finish', phone.of())).json.state, 'finished')
  assert.deepEqual(code(await phone.post('ticket')), [409, 'tries'])
  assert.deepEqual(code(await phone.answer(0, ['A'])), [409, 'finished'])
  const asked = (await phone.ask(0)).json
  assert.deepEqual([asked.finished, asked.question], [true, undefined])
  assert.equal((await stored(phone)).length, 1)
})

test('of two tries each has another paper', async () => {
  const phone = await entrant(await publish(w, organiser, { tries: 2 }))
  const first = [(await phone.start()).try, (await phone.question(0)).options.map(it => it.text).join()]
  await phone.post('finish', phone.of())
  const second = await phone.start()
  assert.deepEqual([first[0], second.try, second.answered], [1, 2, 0])
})

test('a question’s time is the service’s: what comes late is kept and does not count; the next goes on', async () => {
  const phone = await entrant(await publish(w, organiser, singles))
  await phone.start()
  const question = await phone.question(0)
  assert.equal(question.leftMs, 30_000)
  w.pass(12_000)
  // A kill, a reload: the same question with what is left of its time.
  const again = await phone.question(0)
  assert.deepEqual(again, { ...question, leftMs: 18_000 })
  // Handed in by the phone when the time ends, it comes a little after it.
  const other = await entrant(phone.contest, '到时自动交')
  await other.start()
  const last = await other.question(0)
  w.pass(30_000 + HANDED_IN_MS)
  assert.equal((await other.answer(0, rightOf(last))).json.late, false)
  const late = await phone.answer(0, rightOf(question))
  assert.deepEqual([late.status, late.json.late], [200, true])
  const [kept] = (await stored(phone))[0].answers
  assert.deepEqual([kept[1].length, ...kept.slice(2)], [1, 0, 30_000, 1])
  // Not answered at all: it is passed by.
  await phone.question(1)
  w.pass(40_000)
  const { json } = await phone.ask(1)
  assert.deepEqual([json.question.n, json.passed, json.finished], [2, 1, false])
  // What was on its way meanwhile came too late.
  assert.deepEqual((await phone.answer(1, ['A'])).json, { n: 1, late: true, finished: false })
  assert.deepEqual((await stored(phone))[0].answers[1].slice(1), [null, 0, 30_000, 1])
})

test('a clock of the service that is set back makes no time negative, gives no question an hour and holds up no line', async () => {
  const hour = 60 * MINUTE
  const opens = new Date(w.service.now() - 3 * hour).toISOString()
  const closes = new Date(w.service.now() + 3 * hour).toISOString()
  const id = await publish(w, await organiserOf(w), { opens, closes })
  const [phone, next] = [await entrant(id), await entrant(id, '乙')]
  await phone.start()
  const question = await phone.question(0)
  w.pass(-hour)
  assert.equal((await phone.answer(0, rightOf(question))).status, 200)
  // Nobody knows how long it took: the whole of its time.
  assert.deepEqual((await stored(phone))[0].answers[0].slice(2), [1, 30_000, 0])
  await phone.question(1)
  w.pass(-hour)
  assert.ok((await phone.question(1)).leftMs <= 30_000)
  const { place, waitMs } = (await next.post('ticket')).json
  assert.ok(place < 5 && waitMs < 2_000, `${place} ${waitMs}`)
  w.pass(2 * hour)
})

test('what the phone’s clock says plays no part: there is no moment in anything that it sends', async () => {
  const { paths } = w.app.swagger() as unknown as { paths: Record<string, Record<string, object>> }
  const sent = Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/me/contests'))
    .map(([, methods]) => JSON.stringify((methods.post as { requestBody?: object })?.requestBody ?? {}))
  assert.ok(sent.length >= 8)
  assert.doesNotMatch(sent.join(), /"(at|time|ms|spent|seconds|right|correct|score)"/)
})

test('the line is measured by the service, the middle of three counts, and no more than the most is allowed', async () => {
  const phone = await entrant(await publish(w, organiser))
  await phone.start()
  const measure = async (ms: number) => {
    const { echo } = (await phone.post('clock', phone.of())).json
    w.pass(ms)
    return (await phone.post('clock', { ...phone.of(), echo })).json
  }
  assert.deepEqual((({ lineMs, allowanceMs }) => [lineMs, allowanceMs])(await measure(300)), [300, 300])
  await measure(9_000)
  assert.equal((await measure(400)).allowanceMs, 400)
  // What is given in time plus the line's time counts, and what the line took is nobody's time.
  const question = await phone.question(0)
  w.pass(30_400)
  const kept = await phone.answer(0, rightOf(question))
  assert.equal(kept.json.late, false)
  assert.equal((await stored(phone))[0].answers[0][3], 30_000)
  for (let i = 0; i < 5; i++) await measure(50_000)
  assert.equal((await phone.post('clock', phone.of())).json.allowanceMs, ALLOWANCE_MS)
  // Another's echo, one that was made up and one of long ago measure nothing.
  const other = await entrant(phone.contest, '乙')
  await other.start()
  const { echo } = (await other.post('clock', other.of())).json
  const { json } = await phone.post('clock', { ...phone.of(), echo })
  assert.equal(json.lineMs, undefined)
  for (const made of ['1.2', `${w.service.now()}.x`, '']) {
    assert.equal((await phone.post('clock', { ...phone.of(), echo: made })).json.lineMs, undefined)
  }
})

test('the newest phone has the try, the other is told, and nothing that was answered is lost', async () => {
  const one = await entrant(await publish(w, organiser))
  await one.start()
  const question = await one.question(0)
  await one.answer(0, rightOf(question))
  const two = new Phone(w, one.who, one.contest)
  const resumed = await two.post('resume', { device: two.device })
  assert.deepEqual([resumed.status, resumed.json.answered, resumed.json.state], [200, 1, 'running'])
  for (const told of [await one.ask(1), await one.answer(0, rightOf(question)), await one.post('finish', one.of())]) {
    assert.deepEqual(code(told), [409, 'taken_over'])
    assert.match(told.json.message, /另一部手机/)
  }
  const next = await two.question(1)
  assert.equal((await two.answer(1, rightOf(next))).status, 200)
  // And back again.
  await one.post('resume', { device: one.device })
  assert.deepEqual(code(await two.ask(2)), [409, 'taken_over'])
  assert.equal((await one.question(2)).n, 2)
  assert.deepEqual(
    code(await new Phone(w, await person(w, 'b1', '没有开始的'), one.contest).post('resume', { device: one.device })),
    [409, 'not_begun'],
  )
})

test('two phones that begin at the same moment begin one try, and one of them has it', async () => {
  const one = await entrant(await publish(w, organiser))
  const two = new Phone(w, one.who, one.contest)
  const ticket = await one.ticket()
  const body = { ticket, consent: CONTEST_CONSENT_VERSION, name: 'full' }
  const answers = await Promise.all([one, two].map(it => it.post('start', { ...body, device: it.device })))
  assert.deepEqual(
    answers.map(it => [it.status, it.json.try]),
    [
      [200, 1],
      [200, 1],
    ],
  )
  assert.equal((await stored(one)).length, 1)
  const asked = await Promise.all([one, two].map(it => it.ask(0)))
  assert.deepEqual(asked.map(it => it.status).sort(), [200, 409])
})

test('the same answer from two requests at once is stored once', async () => {
  const phone = await entrant(await publish(w, organiser))
  await phone.start()
  const question = await phone.question(0)
  const answers = await Promise.all(Array.from({ length: 6 }, () => phone.answer(0, rightOf(question))))
  assert.deepEqual([...new Set(answers.map(it => JSON.stringify([it.status, it.json])))].length, 1)
  assert.equal((await stored(phone))[0].answers.length, 1)
  const two = await phone.question(1)
  const both = await Promise.all([phone.answer(1, rightOf(two)), phone.answer(1, wrongOf(two))])
  assert.deepEqual(both.map(it => it.status).sort(), [200, 409])
})

test('an answer that overtakes its phone’s coming back is to be sent again, not told that the contest is over', async () => {
  const id = await publish(w, organiser)
  for (let round = 0; round < 8; round++) {
    const one = await entrant(id, `抢${round}`)
    await one.start()
    const question = await one.question(0)
    const two = new Phone(w, one.who, id)
    const [, answer] = await Promise.all([
      two.post('resume', { device: two.device }),
      two.answer(0, rightOf(question)),
      one.post('resume', { device: one.device }),
    ])
    assert.ok([200, 503].includes(answer.status) || answer.json.error === 'taken_over', JSON.stringify(answer.json))
  }
})

test('before the opening, after the close, with old words or without a ticket nobody begins', async () => {
  const opens = new Date(w.service.now() + 20 * MINUTE).toISOString()
  const later = await entrant(
    await publish(w, organiser, { opens, closes: new Date(w.service.now() + DAY).toISOString() }),
  )
  assert.deepEqual(code(await later.post('ticket')), [409, 'not_open'])
  w.pass(16 * MINUTE)
  // Places in line are given out a little before.
  const { json } = await later.post('ticket')
  assert.ok(json.waitMs >= 4 * MINUTE - 1 && json.waitMs < 4 * MINUTE + 2_000, `${json.waitMs}`)
  const start = { device: later.device, consent: CONTEST_CONSENT_VERSION, name: 'full' }
  assert.deepEqual(code(await later.post('start', { ...start, ticket: json.ticket })), [409, 'not_open'])
  w.pass(json.waitMs)
  assert.deepEqual(code(await later.post('start', { ...start, ticket: json.ticket, consent: 'old' })), [409, 'consent'])
  const other = new Phone(w, await person(w, 'b1', '乙'), later.contest)
  for (const ticket of ['', 'x', `${w.service.now()}.abc`]) {
    assert.deepEqual(code(await later.post('start', { ...start, ticket })), [409, 'ticket'])
  }
  assert.deepEqual(code(await other.post('start', { ...start, ticket: json.ticket })), [409, 'ticket'])
  assert.equal((await later.post('start', { ...start, ticket: json.ticket })).status, 200)
  const question = await later.question(0)
  w.pass(DAY)
  assert.deepEqual(code(await later.answer(0, rightOf(question))), [409, 'over'])
  assert.deepEqual(code(await later.ask(0)), [409, 'over'])
  assert.deepEqual(code(await other.post('ticket')), [409, 'over'])
})

test('ended by hand this moment, nothing more is taken, though other processes may not have heard', async () => {
  const phone = await entrant(await publish(w, organiser))
  await phone.start()
  const question = await phone.question(0)
  const closes = new Date(w.service.now() - ALLOWANCE_MS - 1)
  // As another process does it.
  await w.connection.pool.query('update contest set closes_at = $1 where contest_id = $2', [closes, phone.contest])
  assert.deepEqual(code(await phone.answer(0, rightOf(question))), [409, 'over'])
})

test('an answer is refused, and nothing told of the paper, from the moment the login ends, whichever process ended it', async () => {
  const id = await publish(w, organiser, singles)
  for (const [words, change, refused] of [
    ['an ended login', 'update login set ended_at = now() where member_id = $1', [401, 'unauthorised']],
    ['a voided token', 'update member set token_version = 2 where member_id = $1', [401, 'unauthorised']],
    [
      'one who has deleted themselves',
      `update member set status = 'erased' where member_id = $1`,
      [401, 'unauthorised'],
    ],
    ['one who has left', `update member set status = 'left' where member_id = $1`, [403, 'left']],
  ] as const) {
    const phone = await entrant(id, words)
    await phone.start()
    await phone.question(0)
    assert.equal((await phone.answer(0, ['A'])).status, 200, words)
    await phone.question(1)
    // As another process does it: this one has not heard.
    await w.connection.pool.query(change, [phone.who.id])
    // Its turn; again what was answered; what was not shown; a place that is not there; a contest that is not there.
    for (const [n, given] of [
      [1, ['A']],
      [0, ['A']],
      [1, ['H']],
      [9, ['A']],
    ] as const) {
      assert.deepEqual(code(await phone.answer(n, [...given])), refused, `${words}: ${n} ${given[0]}`)
    }
    const elsewhere = new Phone(w, phone.who, crypto.randomUUID())
    assert.deepEqual(code(await elsewhere.answer(0, ['A'])), refused, words)
    assert.equal((await stored(phone))[0].answers.length, 1, words)
  }
})

test('in line: one’s place is told, asking again keeps it, and starts are spread over the seconds', async () => {
  const opens = w.service.now() + 4 * MINUTE
  const id = await publish(w, organiser, { opens: new Date(opens).toISOString() })
  const people = await Promise.all(Array.from({ length: 150 }, (_, i) => person(w, 'b2', `众${i}`)))
  const turns: number[] = []
  const places: number[] = []
  for (const who of people) {
    const { waitMs, place } = (await new Phone(w, who, id).post('ticket')).json
    turns.push(Math.round(w.service.now() + waitMs - opens))
    places.push(place)
  }
  const latest = Math.max(...turns)
  assert.ok(Math.min(...turns) >= -50, `${Math.min(...turns)} ms before the opening`)
  assert.ok(latest > 1_400 && latest < 2_600, `${latest} ms after it`)
  assert.ok(new Set(turns).size > 100, 'spread')
  for (let second = 0; second < 2; second++) {
    const begin = turns.filter(it => it >= second * 1_000 && it < (second + 1) * 1_000)
    assert.ok(begin.length <= 130, `${begin.length} begin in second ${second}`)
  }
  const again = (await new Phone(w, people[149]!, id).post('ticket')).json
  assert.ok(Math.abs(w.service.now() + again.waitMs - opens - turns[149]!) < 50)
  assert.ok(places[0]! < 5 && places[149]! > 100, `${places[0]} ${places[149]}`)
})

test('a contest that opens in a while holds up nobody who comes to one that is open', async () => {
  const other = await organiserOf(w)
  const soon = await publish(w, other, { opens: new Date(w.service.now() + 4 * MINUTE).toISOString() })
  const early = (await (await entrant(soon, '早')).post('ticket')).json
  assert.ok(early.waitMs > 3 * MINUTE)
  const { place, waitMs } = (await (await entrant(await publish(w, other), '晚')).post('ticket')).json
  assert.ok(place < 5 && waitMs < 100, `${place} ${waitMs}`)
})

test('45,000 in one line each have their own slot', () => {
  const line = new StartLine(() => 0.5, 100)
  const turns = Array.from({ length: 45_000 }, (_, i) => line.turnOf(`${i}`, 1_000_000, 900_000))
  assert.deepEqual([turns[0], turns[1], turns[44_999]], [1_000_000, 1_000_015, 1_449_995])
  // One who comes in the middle of it to another contest stands behind all of them, once it is open, and before them until then.
  assert.equal(line.turnOf('between', 950_000, 950_000), 950_000)
  assert.equal(line.turnOf('after', 1_200_000, 1_200_000), 1_450_005)
})

test('when too many wait for the database the answer is 稍候 with when to come again, and nothing is lost', async () => {
  const phone = await entrant(await publish(w, organiser))
  await phone.start()
  const question = await phone.question(0)
  const { pool } = w.service
  const crowded = Object.create(pool, { waitingCount: { value: 1_000 } })
  w.service.pool = crowded
  const turned = await phone.answer(0, rightOf(question))
  w.service.pool = pool
  assert.deepEqual(code(turned), [503, 'busy'])
  assert.match(turned.json.message, /稍候.*都在/)
  const retry = Number(turned.headers['retry-after'])
  assert.ok(retry >= 2 && retry <= 6 && turned.json.retryMs <= 6_000, `${retry}`)
  assert.equal((await phone.answer(0, rightOf(question))).json.late, false)
})

test('whoever has read the pool does not enter when the office is gone, and whoever has entered does not read it', async () => {
  const id = await publish(w, organiser)
  const base = `/v1/orgs/d/contests/${id}`
  const reader = await organiserOf(w, 'd', 'b2')
  await ask(w, reader, 'GET', `${base}/pool`)
  const newcomer = await person(w, 'b2', '先参加的')
  const phone = new Phone(w, newcomer, id)
  await phone.start()
  await w.connection.pool.query(`delete from role_grant where member_id = $1 and role = 'organiser'`, [reader.id])
  await w.connection.pool.query(
    `insert into role_grant (tenant_id, member_id, role, org_id) select tenant_id, member_id, 'organiser', 'd' from member
      where member_id = $1`,
    [newcomer.id],
  )
  // Who somebody is is remembered for a few seconds.
  w.pass(MINUTE)
  const read = new Phone(w, reader, id)
  assert.equal((await read.get()).json.reader, true)
  assert.deepEqual(code(await read.post('ticket')), [409, 'organiser'])
  for (const path of ['/pool', '/preview']) {
    assert.deepEqual(code(await call(w, newcomer, 'GET', base + path)), [409, 'organiser'], path)
  }
  await ask(w, organiser, 'POST', `${base}/close`, { reason: '到时间了' })
  assert.equal((await call(w, newcomer, 'GET', `${base}/pool`)).status, 200)
})

test('of a question that a phone has not been shown, whatever is sent gets one refusal', async () => {
  const opens = new Date(w.service.now() + 24 * 60 * MINUTE).toISOString()
  const closes = new Date(w.service.now() + 48 * 60 * MINUTE).toISOString()
  const guesses = [['true'], ['A'], ['A', 'B'], ['C'], ['D']]
  const told = async (phone: Phone) => {
    const answers = []
    for (let n = 0; n < 8; n++) {
      for (const given of guesses) {
        const sent = { try: 1, device: phone.device, n, given, next: false }
        answers.push(code(await phone.post('answers', sent)).join(' '))
      }
    }
    return [...new Set(answers)]
  }
  const another = await organiserOf(w, 'd', 'b2')
  const id = await publish(w, another, { opens, closes })
  assert.deepEqual(await told(await entrant(id)), ['409 not_begun'])
  const unit = await publish(w, await organiserOf(w, 'u2', 'b3'), {}, 'u2')
  assert.deepEqual(await told(await entrant(unit)), ['404 not_found'])
  for (const path of ['resume', 'question', 'finish', 'clock']) {
    const stranger = await entrant(unit)
    const of = { device: stranger.device, ...(path !== 'resume' && { try: 1 }), ...(path === 'question' && { n: 0 }) }
    assert.deepEqual(code(await stranger.post(path, of)), [404, 'not_found'], path)
  }
  const begun = await entrant(await publish(w, another))
  await begun.start()
  assert.deepEqual(await told(begun), ['409 early'])
})

test('whoever reads the pool does not enter', async () => {
  const phone = new Phone(w, organiser, await publish(w, organiser))
  assert.deepEqual(code(await phone.post('ticket')), [409, 'organiser'])
  assert.equal((await phone.get()).json.reader, true)
  assert.equal((await (await entrant(phone.contest)).get()).json.reader, false)
})
