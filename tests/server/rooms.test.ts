import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { WebSocket } from 'ws'
import type { FromHost, FromPhone, Hello, NewRoom, PhoneView, ScreenView, ToClient } from '../../domain/contract/room'
import type { Question, QuestionVolume } from '../../domain/catalog/types'
import { BUZZ_SECONDS, GRACE_MS, ROOM_OF_ADDRESS, ROOM_PLAYERS } from '../../domain/contract/room-limits'
import { buildRoomApp } from '../../server/src/lan'
import { cleanName, freeName } from '../../server/src/features/rooms/names'
import { questionsOf } from '../../server/src/features/rooms/questions'
import { Rooms } from '../../server/src/features/rooms/rooms'
import { Tries } from '../../server/src/features/rooms/tries'

const FEED = 'dist/feed'
const find = questionsOf(FEED)
const pool = fs
  .readdirSync(FEED)
  .filter(name => name.startsWith('questions-'))
  .flatMap(name => (JSON.parse(fs.readFileSync(path.join(FEED, name), 'utf8')) as QuestionVolume).questions)
const ofType = (type: Question['type']) => pool.filter(it => it.type === type)
const keyOf = (id: string, code: string) => find(id, code)!.solution.answer

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rooms-'))
let moved = 0
const now = () => Date.now() + moved
let rooms: Rooms
let app: Awaited<ReturnType<typeof buildRoomApp>>
let address: string

async function begin(): Promise<void> {
  rooms = new Rooms({ dir, find, now, clock: () => performance.now() + moved, address: 'http://192.0.2.1:8090/room' })
  await rooms.restore()
  app = await buildRoomApp(rooms, 'silent')
  address = await app.listen({ host: '127.0.0.1', port: 0 })
}
async function end(): Promise<void> {
  await app.close()
  await rooms.close()
}
before(begin)
after(async () => {
  await end()
  fs.rmSync(dir, { recursive: true })
})

/** A socket and everything it was told. */
class Client<View extends ScreenView | PhoneView> {
  readonly told: ToClient[] = []
  view!: View
  closed = false
  private readonly waiting = new Set<() => void>()
  private constructor(readonly socket: WebSocket) {
    socket.on('message', data => {
      const message = JSON.parse(String(data)) as ToClient
      this.told.push(message)
      if (message.t === 'screen' || message.t === 'phone') this.view = message.view as View
      this.waiting.forEach(it => it())
    })
    socket.on('close', () => {
      this.closed = true
      this.waiting.forEach(it => it())
    })
    socket.on('error', () => undefined)
  }
  /** @param from another address of this machine */
  static async open<View extends ScreenView | PhoneView>(hello?: Hello, from?: string): Promise<Client<View>> {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/v1/rooms/socket`, { localAddress: from })
    const client = new Client<View>(socket)
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    if (hello) client.say(hello)
    return client
  }
  say(message: Hello | FromPhone | FromHost | unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }
  async until(what: string, seen: (it: this) => unknown): Promise<this> {
    // Five seconds in which nothing more is heard: a full room says much, and a busy machine says it slowly.
    let [heard, since] = [this.told.length, Date.now()]
    while (!seen(this)) {
      if (this.told.length > heard) [heard, since] = [this.told.length, Date.now()]
      else if (Date.now() - since > 5_000) throw new Error(`${what}: ${JSON.stringify(this.told.slice(-3))}`)
      await new Promise<void>(resolve => {
        const look = () => {
          this.waiting.delete(look)
          resolve()
        }
        this.waiting.add(look)
        setTimeout(look, 100)
      })
    }
    return this
  }
  get refused(): string | undefined {
    const last = this.told[this.told.length - 1]
    return last?.t === 'no' ? last.code : undefined
  }
  get key(): string {
    return (this.told.find(it => it.t === 'joined') as { key: string }).key
  }
  async gone(): Promise<void> {
    this.socket.close()
    await this.until('closed', it => it.closed)
  }
}
type Screen = Client<ScreenView>
type Phone = Client<PhoneView>

const post = (body: unknown) =>
  fetch(`${address}/v1/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const PLAN: NewRoom = {
  questions: [
    { id: ofType('single')[0]!.id, kind: 'all' },
    { id: ofType('single')[1]!.id, kind: 'buzz' },
    { id: ofType('judge')[0]!.id, kind: 'judge' },
  ],
  seconds: 0,
  teams: 2,
}
async function room(plan: NewRoom = PLAN): Promise<{ code: string; screen: Screen; hostKey: string }> {
  const made = (await (await post(plan)).json()) as { code: string; key: string }
  const screen = await Client.open<ScreenView>({ t: 'host', code: made.code, key: made.key })
  await screen.until('a picture', it => it.view)
  return { code: made.code, screen, hostKey: made.key }
}
const join = async (code: string, name: string): Promise<Phone> =>
  (await Client.open<PhoneView>({ t: 'join', code, name })).until('let in', it => it.view || it.refused)
const step = (screen: Screen, name: string) =>
  screen.say({ t: 'step', step: name, at: screen.view.at, from: screen.view.phase })
const wordOf = (screen: Screen, t: 'pause' | 'resume' | 'undo' | 'finish' | 'lock' | 'unlock') =>
  screen.say({ t, at: screen.view.at, from: screen.view.phase })
const wrongOf = (id: string, code: string) => {
  const { asked, solution } = find(id, code)!
  return asked.options
    .map(it => it.id)
    .filter(it => !solution.answer.includes(it))
    .slice(0, 1)
}
/** Goes to a question and waits until these see it open. */
async function open(screen: Screen, at: number, ...phones: Phone[]): Promise<void> {
  step(screen, 'next')
  for (const it of [screen, ...phones]) await it.until('open', c => c.view.phase === 'open' && c.view.at === at)
}

test('a machine that changes its network: open rooms and new ones say the new address at once', async () => {
  const { screen } = await room()
  rooms.moveTo('http://192.0.2.77:8090/room')
  await screen.until('it is told', it => it.view.address === 'http://192.0.2.77:8090/room')
  assert.equal((await room()).screen.view.address, 'http://192.0.2.77:8090/room')
  rooms.moveTo('http://192.0.2.1:8090/room')
})

test('a room from its making to its end: 必答, 抢答, 判断, teams, the result', async () => {
  const { code, screen } = await room()
  assert.match(code, /^[1-9]\d{5}$/)
  assert.equal(screen.view.address, 'http://192.0.2.1:8090/room')
  const a = await join(code, '王小明')
  const b = await join(code, '李四')
  assert.deepEqual([a.view.team, b.view.team], [0, 1], 'teams fill evenly')
  await screen.until('two are in', it => it.view.here === 2)
  const [first, second, third] = PLAN.questions.map(it => it.id) as [string, string, string]

  await open(screen, 0, a, b)
  const { question } = a.view
  assert.ok(question!.options.length >= 2)
  a.say({ t: 'answer', at: 0, options: keyOf(first, code) })
  b.say({ t: 'answer', at: 0, options: wrongOf(first, code) })
  await screen.until('both have answered', it => it.view.answered === 2)
  assert.equal(screen.view.chosen, undefined, 'nobody sees what the others chose')
  step(screen, 'close')
  await screen.until('told', it => it.view.phase === 'closed')
  assert.deepEqual(screen.view.chosen, { [keyOf(first, code)[0]!]: 1, [wrongOf(first, code)[0]!]: 1 })
  assert.deepEqual(screen.view.solution!.answer, keyOf(first, code))
  assert.ok(screen.view.solution!.proof!.words.length > 10, 'with the words that prove it')
  await a.until('right', it => it.view.right === true)
  await b.until('wrong', it => it.view.right === false)
  assert.equal(a.view.score, 1)

  await open(screen, 1, a, b)
  assert.equal(a.view.mayAnswer, false)
  b.say({ t: 'buzz', at: 1 })
  await b.until('has the go', it => it.view.mayAnswer)
  a.say({ t: 'buzz', at: 1 })
  await screen.until('both buzzed', it => it.view.buzzes.length === 2)
  assert.deepEqual(
    screen.view.buzzes.map(it => it.name),
    ['李四', '王小明'],
  )
  a.say({ t: 'answer', at: 1, options: keyOf(second, code) })
  b.say({ t: 'answer', at: 1, options: wrongOf(second, code) })
  await screen.until('missed', it => it.view.phase === 'missed')
  assert.deepEqual(screen.view.said, wrongOf(second, code))
  assert.equal(screen.view.solution, undefined, 'the next one still has to find it')
  step(screen, 'again')
  await a.until('may buzz again', it => it.view.mayBuzz)
  assert.equal(b.view.mayBuzz, false)
  a.say({ t: 'buzz', at: 1 })
  await a.until('has the go', it => it.view.mayAnswer)
  a.say({ t: 'answer', at: 1, options: keyOf(second, code) })
  await screen.until('told', it => it.view.phase === 'closed')

  await open(screen, 2, a, b)
  b.say({ t: 'answer', at: 2, options: keyOf(third, code) })
  await screen.until('one answered', it => it.view.answered === 1)
  step(screen, 'close')
  await screen.until('told', it => it.view.phase === 'closed')
  step(screen, 'end')
  await screen.until('the result', it => it.view.phase === 'end')
  assert.deepEqual(
    screen.view.best!.map(it => [it.name, it.right]),
    [
      ['王小明', 2],
      ['李四', 1],
    ],
  )
  assert.deepEqual(screen.view.scores, [
    { team: 0, members: 1, each: 2 },
    { team: 1, members: 1, each: 1 },
  ])
  const file = path.join(dir, `${code}.jsonl`)
  assert.ok(fs.existsSync(file))
  wordOf(screen, 'finish')
  await a.until('sent home', it => it.closed)
  assert.equal(a.refused, 'over')
  await screen.until('closed', it => it.closed)
  await screen.until('nothing is left of it', () => !fs.existsSync(file))
  assert.equal((await join(code, '王小明')).refused, 'wrong')
})

/** Twelve characters of the reason, the first that the question itself does not say. */
function secretOf({ asked, solution: { explain } }: NonNullable<ReturnType<typeof find>>): string {
  const said = JSON.stringify(asked)
  const parts = Array.from({ length: explain.length - 11 }, (_, from) => explain.slice(from, from + 12))
  const secret = parts.find(part => !said.includes(part))
  if (secret === undefined) throw new Error(`${explain}: the question says it all`)
  return secret
}

test('no message to anybody holds a key, or a word of why, before the question is closed', async () => {
  const { code, screen } = await room()
  const phone = await join(code, '甲')
  for (const [at, { id, kind }] of PLAN.questions.entries()) {
    const secret = secretOf(find(id, code)!)
    const [phoneBefore, screenBefore] = [phone.told.length, screen.told.length]
    await open(screen, at, phone)
    if (kind === 'buzz') {
      phone.say({ t: 'buzz', at })
      await phone.until('has the go', it => it.view.mayAnswer)
    }
    phone.say({ t: 'answer', at, options: wrongOf(id, code) })
    await phone.until('taken', it => it.view.given)
    for (const message of [...phone.told.slice(phoneBefore), ...screen.told.slice(screenBefore)]) {
      const view = 'view' in message ? message.view : undefined
      if (view?.at !== at) continue
      assert.equal(view.solution, undefined)
      assert.equal('right' in view, false)
      assert.ok(!JSON.stringify(message).includes(secret))
      for (const name of ['answer":', 'explain', 'proof', 'chosen'])
        assert.ok(!JSON.stringify(message).includes(name), name)
    }
    if (screen.view.phase !== 'closed') step(screen, 'close')
    await phone.until('told', it => it.view.phase === 'closed')
    assert.ok(phone.view.solution)
  }
})

test('a reload of a phone or of the screen, and a service that is killed and comes back, lose nothing', async () => {
  const { code, screen, hostKey } = await room()
  const phone = await join(code, '张三')
  const other = await join(code, '张三')
  assert.equal(other.view.name, '张三 2', 'two of one name are told apart')
  await open(screen, 0, phone, other)
  const given = keyOf(PLAN.questions[0]!.id, code)
  phone.say({ t: 'answer', at: 0, options: given })
  await phone.until('acknowledged', it => it.view.given)
  // What is acknowledged is in the file: a copy of it now is what a kill would leave.
  const copy = fs.readFileSync(path.join(dir, `${code}.jsonl`), 'utf8')
  assert.ok(copy.includes('"do":"answer"'))
  assert.ok(!copy.includes(phone.key) && !copy.includes(hostKey), 'keys are kept as hashes')
  assert.equal(fs.statSync(path.join(dir, `${code}.jsonl`)).mode & 0o077, 0, 'nobody else may read it')

  await phone.gone()
  const back = await (await Client.open<PhoneView>({ t: 'back', code, key: phone.key })).until('back', it => it.view)
  assert.deepEqual([back.view.name, back.view.given, back.view.at], ['张三', given, 0])
  await screen.gone()
  const again = await (await Client.open<ScreenView>({ t: 'host', code, key: hostKey })).until('back', it => it.view)
  assert.deepEqual([again.view.phase, again.view.answered, again.view.here], ['open', 1, 2])

  await end()
  fs.writeFileSync(path.join(dir, `${code}.jsonl`), `${copy}{"do":"answer","player":"p1","opt`)
  await begin()
  const after = await (await Client.open<ScreenView>({ t: 'host', code, key: hostKey })).until('back', it => it.view)
  assert.deepEqual([after.view.phase, after.view.answered, after.view.players], ['open', 1, 2])
  const risen = await (await Client.open<PhoneView>({ t: 'back', code, key: phone.key })).until('back', it => it.view)
  assert.deepEqual(risen.view.given, given)
  step(after, 'close')
  await risen.until('told', it => it.view.right === true)
})

test('the order of 抢答 is that in which the service heard them, whatever phones say or however often', async () => {
  const { code, screen } = await room({ ...PLAN, questions: [PLAN.questions[1]!] })
  const phones = await Promise.all([1, 2, 3, 4, 5].map(n => join(code, `人${n}`)))
  await open(screen, 0, ...phones)
  for (const n of [3, 1, 4, 0, 2]) {
    phones[n]!.say({ t: 'buzz', at: 0, ms: 0 })
    await phones[n]!.until('refused: it says more than it may', it => it.closed)
  }
  assert.equal(screen.view.buzzes.length, 0)
  const back = await Promise.all(
    phones.map(async it => (await Client.open<PhoneView>({ t: 'back', code, key: it.key })).until('back', c => c.view)),
  )
  for (const n of [3, 1, 4, 0, 2]) {
    back[n]!.say({ t: 'buzz', at: 0 })
    back[n]!.say({ t: 'buzz', at: 0 })
    await back[n]!.until('placed', it => it.view.place)
  }
  await screen.until('all', it => it.view.buzzes.length === 5)
  assert.deepEqual(
    screen.view.buzzes.map(it => it.name),
    ['人4', '人2', '人5', '人1', '人3'],
  )
  assert.deepEqual(
    back.map(it => it.view.place),
    [4, 2, 5, 1, 3],
  )
  const times = screen.view.buzzes.map(it => it.ms)
  assert.deepEqual(
    times,
    [...times].sort((x, y) => x - y),
  )
})

test('pause, skip, undo and “does not count” do what they say; a button pressed twice does one thing', async () => {
  const { code, screen } = await room()
  const phone = await join(code, '甲')
  step(screen, 'next')
  step(screen, 'next')
  await phone.until('open', it => it.view.phase === 'open')
  assert.equal(screen.view.at, 0)
  wordOf(screen, 'pause')
  await phone.until('paused', it => it.view.paused)
  const key = keyOf(PLAN.questions[0]!.id, code)
  phone.say({ t: 'answer', at: 0, options: key })
  wordOf(screen, 'resume')
  await phone.until('goes on', it => !it.view.paused)
  assert.equal(phone.view.given, undefined)
  phone.say({ t: 'answer', at: 0, options: key })
  await phone.until('taken', it => it.view.given)
  step(screen, 'skip')
  await phone.until('skipped', it => it.view.skipped)
  assert.equal(phone.view.solution, undefined, 'a skipped one can be asked another time')
  await screen.until('skipped', it => it.view.skipped)
  wordOf(screen, 'undo')
  await screen.until('open again', it => it.view.phase === 'open' && !it.view.skipped)
  assert.equal(screen.view.answered, 1)
  step(screen, 'close')
  await phone.until('told', it => it.view.right === true)
  assert.equal(phone.view.score, 1)
  await screen.until('told', it => it.view.phase === 'closed')
  wordOf(screen, 'undo')
  await phone.until('open again', it => it.view.phase === 'open')
  assert.ok(phone.view.void, 'the answer was told, so it does not count any more')
  assert.equal(phone.view.score, 0)
})

test('what is open ends by the service’s clock, and an answer that comes after it is not taken', async () => {
  const { code, screen } = await room({ ...PLAN, seconds: 15, questions: [PLAN.questions[0]!, PLAN.questions[1]!] })
  const phone = await join(code, '甲')
  await open(screen, 0, phone)
  assert.ok(phone.view.left! > 14_000 && phone.view.left! <= 15_000)
  // The clock moves; a pause and its end make the service look at it anew.
  wordOf(screen, 'pause')
  await screen.until('paused', it => it.view.paused)
  moved += 60_000
  wordOf(screen, 'resume')
  await screen.until('goes on', it => !it.view.paused)
  assert.ok(screen.view.left! > 13_000, 'a pause takes no time from anybody')
  moved += 15_000 + GRACE_MS + 1
  phone.say({ t: 'answer', at: 0, options: keyOf(PLAN.questions[0]!.id, code) })
  // Whatever happens next makes the service look at its clock.
  await join(code, '乙')
  await phone.until('closed', it => it.view.phase === 'closed')
  assert.equal(phone.view.given, undefined)
  await open(screen, 1, phone)
  assert.equal(phone.view.score, 0)
  phone.say({ t: 'buzz', at: 1 })
  await phone.until('has the go', it => it.view.mayAnswer && it.view.left! <= BUZZ_SECONDS * 1000)
  moved += BUZZ_SECONDS * 1000 + GRACE_MS + 1
  await join(code, '丙')
  await phone.until('the go is over', it => it.view.phase === 'missed')
})

test('hostile messages end their own socket and nothing else', async () => {
  const { code, screen, hostKey } = await room()
  const phone = await join(code, '好人')
  const hello = { t: 'join', code, name: '坏人' }
  const bad: (string | object)[] = [
    '',
    'null',
    '[]',
    '{"t":"join"}',
    `{"t":"join","code":"${code}","name":"x","admin":true}`,
    { t: 'join', code: '../../x', name: 'x' },
    { t: 'join', code: { $gt: '' }, name: 'x' },
    { t: 'back', code, key: `${'x'.repeat(21)}` },
    { t: 'answer', at: 0, options: ['a'] },
    'x'.repeat(3_000),
  ]
  for (const first of bad) {
    const client = await Client.open(undefined)
    client.say(first)
    await client.until(`${JSON.stringify(first).slice(0, 60)} is refused`, it => it.closed)
  }
  const then: unknown[] = [
    { t: 'step', step: 'next', at: -1, from: 'lobby' },
    { t: 'answer', at: 0, options: [] },
    { t: 'answer', at: 0, options: 'a' },
    { t: 'answer', at: 1e9, options: ['a'] },
    { t: 'remove', player: 'p0' },
    { t: '__proto__' },
    hello,
  ]
  for (const message of then) {
    const client = await Client.open<PhoneView>(hello as Hello)
    await client.until('in', it => it.view)
    client.say(message)
    await client.until(`${JSON.stringify(message)} is refused`, it => it.closed)
  }
  assert.equal(screen.view.phase, 'lobby')
  // Not of this question, of no option, by nobody who may: dropped.
  await open(screen, 0, phone)
  phone.say({ t: 'answer', at: 2, options: ['a'] })
  phone.say({ t: 'answer', at: 0, options: ['zz', 'toString'] })
  phone.say({ t: 'buzz', at: 0 })
  phone.say({ t: 'answer', at: 0, options: [...keyOf(PLAN.questions[0]!.id, code), 'a', 'b', 'c'] })
  await phone.until('one of them was an answer', it => it.view.given)
  assert.equal(phone.view.given!.length, 1, 'of a single choice, one')
  // Too much at once.
  for (let i = 0; i < 40; i++) phone.say({ t: 'buzz', at: 0 })
  await phone.until('cut', it => it.closed)
  assert.equal(screen.closed, false)
  // Somebody else's screen.
  const thief = await Client.open({
    t: 'host',
    code,
    key: `${hostKey.slice(0, -1)}${hostKey.endsWith('A') ? 'B' : 'A'}`,
  })
  await thief.until('refused', it => it.closed)
  assert.equal(thief.refused, 'wrong')
})

test('a phone that changes its mind without end does not fill the disk', async t => {
  // Each fourteen are a second apart by the clock that paces a socket, and the service has heard them before it goes on.
  const now = performance.now.bind(performance)
  let ahead = 0
  t.mock.method(performance, 'now', () => now() + ahead)
  const { code, screen } = await room()
  const phone = await join(code, '甲')
  await open(screen, 0, phone)
  const { asked } = find(PLAN.questions[0]!.id, code)!
  for (let i = 0; i < 60; i++) {
    phone.say({ t: 'answer', at: 0, options: [asked.options[i % 2]!.id] })
    if (i % 14 !== 13) continue
    await new Promise(resolve => phone.socket.once('pong', resolve).ping())
    ahead += 1_010
  }
  assert.equal(phone.closed, false)
  step(screen, 'close')
  // What is shown has been written, and all that came before it.
  await screen.until('told', it => it.view.phase === 'closed')
  const lines = fs.readFileSync(path.join(dir, `${code}.jsonl`), 'utf8').match(/"do":"answer"/g)!
  assert.ok(lines.length <= 12, `${lines.length}`)
  await open(screen, 1, phone)
  phone.say({ t: 'buzz', at: 1 })
  await phone.until('the next question is a new one', it => it.view.place === 1)
})

test('names are cleaned, told apart, and one who is asked to leave is out', async () => {
  for (const [text, shown] of [
    ['  王  小明 ', '王 小明'],
    ['\u202Eevil\u0000', 'evil'],
    ['z\u035b\u035b\u035balgo', 'zalgo'],
    ['王\n小明', '王 小明'],
    ['一二三四五六七八九十一二三四', '一二三四五六七八九十一二'],
    ['\u200b\u2060', ''],
    ['ＡＢ１', 'AB1'],
  ] as const)
    assert.equal(cleanName(text), shown)
  assert.equal(freeName('一二三四五六七八九十一二', ['一二三四五六七八九十一二']), '一二三四五六七八九十 2')
  const { code, screen } = await room()
  const passing = ['主持人', '主\u200b持 人', '主持人1', '主持人。', '主持入', '系統', 'Host']
  for (const unseen of ['\u200b', '\u3164\u3164', '\u2800\u2800', ...passing])
    assert.equal((await join(code, unseen)).refused, 'name', JSON.stringify(unseen))
  const markup = await join(code, '<img src=x>')
  assert.equal(markup.view.name, '<img src=x>', 'words, whatever they look like')
  await screen.until('seen', it => it.view.people?.length === 1)
  screen.say({ t: 'remove', player: screen.view.people![0]!.player })
  await markup.until('out', it => it.closed)
  assert.equal(markup.refused, 'removed')
  const back = await Client.open({ t: 'back', code, key: markup.key })
  await back.until('refused', it => it.closed)
  assert.equal(back.refused, 'removed')
  wordOf(screen, 'lock')
  await screen.until('locked', it => it.view.locked)
  assert.equal((await join(code, '晚到')).refused, 'locked')
})

test('a room takes so many and no more, and whoever is in comes back into a full one', async () => {
  const { code, screen } = await room()
  const phones = await Promise.all(Array.from({ length: ROOM_PLAYERS }, (_, i) => join(code, `人${i}`)))
  await screen.until('all', it => it.view.players === ROOM_PLAYERS)
  assert.equal((await join(code, '多的')).refused, 'full')
  await phones[0]!.gone()
  const back = await Client.open<PhoneView>({ t: 'back', code, key: phones[0]!.key })
  await back.until('back', it => it.view)
  // Whoever hung up without having done anything gives way, and the host sends the rest of them out at once.
  await Promise.all(phones.slice(1).map(it => it.gone()))
  await screen.until('hung up', it => it.view.absent === ROOM_PLAYERS - 1)
  assert.equal((await join(code, '真来的')).view.name, '真来的')
  await screen.until('one gave way', it => it.view.absent === ROOM_PLAYERS - 2)
  screen.say({ t: 'clear' })
  await screen.until('cleared', it => it.view.players === 2)
  const late = await Client.open({ t: 'back', code, key: phones[5]!.key })
  await late.until('refused', it => it.closed)
  assert.equal(late.refused, 'removed')
})

test('whoever has answered keeps their place while they are away', async () => {
  const { code, screen } = await room()
  const [here, away] = [await join(code, '在的'), await join(code, '走开的')]
  await open(screen, 0, here, away)
  away.say({ t: 'answer', at: 0, options: [away.view.question!.options[0]!.id] })
  await screen.until('answered', it => it.view.answered === 1)
  await away.gone()
  await screen.until('away', it => it.view.here === 1)
  assert.equal(screen.view.absent, 0)
  screen.say({ t: 'clear' })
  assert.equal(
    (await (await Client.open<PhoneView>({ t: 'back', code, key: away.key })).until('back', it => it.view)).view.name,
    '走开的',
  )
})

test('in one’s own network one phone has a few names in a room and no more', async () => {
  const own = new Rooms({ find, namesOfAddress: 2 })
  const { code } = await own.make(PLAN)
  const hello = { t: 'join', code, name: '甲' } as const
  const held = own.at(hello, '10.0.0.7')
  assert.ok(held && held !== 'many')
  const refused: string[] = []
  const line = { send: () => undefined, refuse: (why: string) => void refused.push(why) }
  for (const name of ['甲', '乙', '丙']) held.join(line, name, '10.0.0.7')
  held.join(line, '丁', '10.0.0.8')
  assert.deepEqual([refused, Object.values(held.state.players).map(it => it.name)], [['many'], ['甲', '乙', '丁']])
  await own.end(held, '')
  await own.close()
})

test('questions that cannot be asked are refused by their ids, and nothing is made of it', async () => {
  const refused = async (body: unknown) => {
    const answer = await post(body)
    return [answer.status, ((await answer.json()) as { error: string }).error]
  }
  const size = rooms.size
  const one = (id: string, kind = 'all') => ({ ...PLAN, questions: [{ id, kind }] })
  assert.deepEqual(await refused(one('q-99999')), [400, 'question'])
  assert.deepEqual(await refused(one(ofType('fill')[0]!.id)), [400, 'question'])
  assert.deepEqual(await refused(one(ofType('single')[0]!.id, 'judge')), [400, 'judge'])
  assert.deepEqual(await refused({ ...PLAN, questions: [] }), [400, 'invalid'])
  assert.deepEqual(await refused({ ...PLAN, seconds: 1 }), [400, 'invalid'])
  assert.deepEqual(await refused({ ...PLAN, questions: [{ id: 'q-00001', kind: 'all', answer: 'a' }] }), [
    400,
    'invalid',
  ])
  assert.equal(rooms.size, size)
})

test('six digits cannot be tried in number: after thirty wrong ones an address waits, for right ones too', async () => {
  const { code, hostKey } = await room()
  moved += 60_000
  const tried = async (guess: string, from = '127.0.0.2') => {
    const client = await Client.open({ t: 'join', code: guess, name: 'x' }, from)
    await client.until('answered', it => it.told.length > 0)
    return client.refused
  }
  const wrong = code === '111111' ? '222222' : '111111'
  const answers: (string | undefined)[] = []
  for (let i = 0; i < 32; i++) answers.push(await tried(wrong))
  assert.deepEqual([answers[0], answers[29], answers[30], answers[31]], ['wrong', 'wrong', 'many', 'many'])
  assert.equal(await tried(code), 'many')
  // One who was never wrong is let in, however much is guessed elsewhere; and so is the hall that the screen stands in.
  for (let i = 0; i < 600; i++) rooms.tries.wrong(`127.0.1.${i % 200}`)
  assert.equal(await tried(code, '127.0.0.3'), undefined)
  assert.equal(await tried(wrong, '127.0.0.4'), 'wrong')
  assert.equal(await tried(code, '127.0.0.4'), 'many')
  for (let i = 0; i < 30; i++) rooms.tries.wrong('127.0.0.1')
  assert.equal(await tried(code, '127.0.0.1'), undefined)
  // Whoever is in already comes back: a key cannot be guessed.
  const back = await Client.open<ScreenView>({ t: 'host', code, key: hostKey })
  await back.until('back', it => it.view)
  moved += 61_000
  assert.equal(await tried(code), undefined)
})

test('all addresses of one IPv6 subscriber are one, and those who wait do so for a minute of no clock that is set back', () => {
  let clock = 5_000
  const tries = new Tries(() => clock)
  for (let i = 0; i < 30; i++) tries.wrong(`2001:db8:0:7:${i.toString(16)}::1`)
  const spent = (...addresses: string[]) => addresses.map(it => tries.spent(it))
  assert.deepEqual(spent('2001:DB8::7:ffff:0:0:1', '2001:db8:0:8::1', '::1', '192.0.2.1'), [true, false, false, false])
  clock += 60_000
  assert.deepEqual(spent('2001:db8:0:7::1'), [false])
})

test('a last line that was cut off loses neither the next one nor whose phone is whose', async () => {
  const { code, screen, hostKey } = await room()
  const [first] = [await join(code, '张三'), await join(code, '赵四')]
  await screen.until('both', it => it.view.players === 2)
  await end()
  const file = path.join(dir, `${code}.jsonl`)
  const text = fs.readFileSync(file, 'utf8')
  // 赵四's line is half written.
  fs.writeFileSync(file, text.slice(0, text.trimEnd().length - 20))
  await begin()
  const third = await join(code, '王五')
  await end()
  await begin()
  const names = async (key: string) => {
    const back = await Client.open<PhoneView>({ t: 'back', code, key })
    await back.until('answered', it => it.view || it.closed)
    return back.view?.name ?? back.refused
  }
  assert.deepEqual([await names(first!.key), await names(third.key)], ['张三', '王五'])
  const again = await Client.open<ScreenView>({ t: 'host', code, key: hostKey })
  await again.until('back', it => it.view)
  assert.equal(again.view.players, 2)
  // A line in the middle that cannot be read has had its number: nobody gets it a second time.
  await end()
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  const one = lines.findIndex(it => it.includes('"do":"join"'))
  fs.writeFileSync(file, [...lines.slice(0, one), '{"do":"jo', ...lines.slice(one + 1)].join('\n'))
  await begin()
  const fourth = await join(code, '新来的')
  assert.deepEqual([await names(third.key), await names(fourth.key)], ['王五', '新来的'])
})

test('a room whose clock was set back while the service was down closes its question in time', async () => {
  const { code, screen, hostKey } = await room({ ...PLAN, seconds: 20 })
  const phone = await join(code, '准时的')
  await open(screen, 0, phone)
  await end()
  moved -= 60 * 60_000
  await begin()
  const back = await Client.open<ScreenView>({ t: 'host', code, key: hostKey })
  await back.until('back', it => it.view)
  const left = back.view.left
  assert.ok(left !== undefined && left <= 20_000, `${left}`)
  await end()
  moved += 60 * 60_000
  await begin()
})

test('rooms that nobody came to make way, and one that cannot be read keeps none of the others', async () => {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), 'rooms-'))
  fs.mkdirSync(path.join(own, '123456.jsonl'))
  const full = new Rooms({ dir: own, find })
  const first = await full.make(PLAN)
  const held = full.at({ t: 'host', ...first }, '10.0.0.1')
  assert.ok(held && held !== 'many')
  held.addScreen({ send: () => undefined, refuse: () => undefined }, '10.0.0.1')
  for (let i = 1; i < 200; i++) await full.make(PLAN)
  // Held by a screen alone, as whoever wants nobody else to have a room would hold them.
  const waiting = new Rooms({ find, now: () => Date.now() + moved })
  for (let i = 0; i < 200; i++) {
    const one = waiting.at({ t: 'host', ...(await waiting.make(PLAN)) }, '10.0.0.1')
    if (one && one !== 'many') one.addScreen({ send: () => undefined, refuse: () => undefined }, '10.0.0.1')
  }
  await assert.rejects(waiting.make(PLAN), { code: 'busy' })
  moved += 11 * 60_000
  await waiting.make(PLAN)
  assert.equal(waiting.size, 200)
  await waiting.close()
  const last = await full.make(PLAN)
  assert.deepEqual([full.size, full.at({ t: 'host', ...first }, '10.0.0.1') === held], [200, true])
  await full.close()
  const again = new Rooms({ dir: own, find })
  await again.restore()
  assert.equal(again.size, 200)
  assert.ok(again.at({ t: 'host', ...last }, '10.0.0.1'))
  await again.close()
  fs.rmSync(own, { recursive: true })
})

test('a room in which too much has happened ends, and holds up no start', async () => {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), 'rooms-'))
  const before = new Rooms({ dir: own, find })
  const made = await before.make(PLAN)
  await before.close()
  const lines = Array.from({ length: 65_000 }, (_, i) => [
    { do: 'join', player: `p${i}`, name: '甲', team: 0, at: Date.now(), key: 'k' },
    { do: 'remove', player: `p${i}`, at: Date.now() },
  ])
  const text = lines.flat().map(it => `${JSON.stringify(it)}\n`)
  fs.appendFileSync(path.join(own, `${made.code}.jsonl`), text.join(''))
  const again = new Rooms({ dir: own, find })
  await again.restore()
  const room = again.at({ t: 'host', ...made }, '10.0.0.1')
  assert.ok(room && room !== 'many')
  const refused: string[] = []
  room.addScreen({ send: () => undefined, refuse: code => void refused.push(code) }, '10.0.0.1')
  await again.sweep()
  assert.deepEqual([refused, again.size, fs.readdirSync(own)], [['over'], 0, []])
  await again.close()
  fs.rmSync(own, { recursive: true })
})

test('rooms end: after six hours, or an hour with nobody; their files with them', async () => {
  const { code, screen } = await room()
  await screen.gone()
  moved += 59 * 60_000
  await rooms.sweep()
  assert.ok(fs.existsSync(path.join(dir, `${code}.jsonl`)))
  moved += 2 * 60_000
  await rooms.sweep()
  assert.equal(fs.existsSync(path.join(dir, `${code}.jsonl`)), false)
  const long = await room()
  moved += 6 * 60 * 60_000 + 1
  await rooms.sweep()
  await long.screen.until('over', it => it.closed)
  assert.equal(long.screen.refused, 'over')
  assert.deepEqual(fs.readdirSync(dir), [])
  assert.equal(rooms.size, 0)
})

test('the local network reaches rooms and nothing else', async () => {
  const { ROUTES } = await import('./routes')
  const all = Object.values(ROUTES).flat()
  assert.ok(all.length > 80)
  for (const route of all) {
    const [method, url] = route.split(' ') as [string, string]
    if (url.startsWith('/v1/rooms')) continue
    const answer = await fetch(address + url.replace(/:\w+/g, 'x'), { method })
    assert.equal(answer.status, 404, route)
  }
  for (const url of ['/docs', '/docs/json', '/metrics', '/healthz', '/v1/demo', '/v1/auth/demo', '/']) {
    assert.equal((await fetch(address + url)).status, 404, url)
  }
  // Nor by an upgrade: what is no room is answered as ever, and its connection ends.
  for (const url of ['/v1/me', '/v1/nothing', '/']) {
    const status = await new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(address.replace('http', 'ws') + url)
      socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode!))
      socket.on('open', () => reject(new Error('let in')))
      socket.on('error', () => undefined)
    })
    assert.equal(status, 404, url)
  }
  const plain = await fetch(`${address}/v1/rooms/socket`)
  assert.deepEqual([plain.status, ((await plain.json()) as { error: string }).error], [400, 'upgrade'])
})

test('a phone is one person: by another name it keeps its place and what it has done, and once sent out it is out', async () => {
  const { code, screen } = await room()
  const [phone, other] = [await join(code, '老张'), await join(code, '小李')]
  await open(screen, 0, phone, other)
  const given = keyOf(PLAN.questions[0]!.id, code)
  phone.say({ t: 'answer', at: 0, options: given })
  await phone.until('taken', it => it.view.given)
  wordOf(screen, 'lock')
  await screen.until('locked', it => it.view.locked)
  // In it already, so the closed door is none for it.
  const hello = { t: 'join', code, name: '小李', key: phone.key } as const
  const renamed = await (await Client.open<PhoneView>(hello)).until('in', it => it.view)
  assert.deepEqual([renamed.view.name, renamed.view.given, renamed.view.team], ['小李 2', given, phone.view.team])
  await phone.until('the older page is told', it => it.closed)
  assert.equal(phone.refused, 'busy')
  await screen.until('still two', it => it.view.players === 2 && it.view.here === 2)
  const same = await (await Client.open<PhoneView>({ ...hello, name: '小李 2' })).until('in', it => it.view)
  assert.equal(same.view.name, '小李 2')
  wordOf(screen, 'unlock')
  screen.say({ t: 'remove', player: 'p0' })
  await same.until('out', it => it.closed)
  const again = await Client.open(hello)
  await again.until('refused', it => it.closed)
  assert.equal(again.refused, 'removed')
  await screen.until('one is left', it => it.view.players === 1)
})

test('a phone that takes name after name is in every time, and has its last change of mind where a person has', async () => {
  const { held, end } = await bare()
  let key = ''
  const line = { send: (it: ToClient) => void (it.t === 'joined' && (key = it.key)), refuse: () => undefined }
  assert.equal(held.join(line, '老张', '10.0.0.2'), 'p0')
  const names: string[] = []
  for (let i = 0; i < 40; i++) {
    assert.equal(held.join(line, `第${i}个`, '10.0.0.2', key), 'p0')
    names.push(held.state.players.p0!.name)
  }
  assert.equal(names[5], '第5个')
  assert.equal(new Set(names).size, 12)
  await end()
})

test('to come by the name that one has is not a change of mind', async () => {
  const { held, end } = await bare()
  let key = ''
  const line = { send: (it: ToClient) => void (it.t === 'joined' && (key = it.key)), refuse: () => undefined }
  held.join(line, '老张', '10.0.0.2')
  for (let i = 0; i < 40; i++) held.join(line, '老张', '10.0.0.2', key)
  held.join(line, '老李', '10.0.0.2', key)
  assert.equal(held.state.players.p0!.name, '老李')
  await end()
})

/** A room without sockets: who came from where, and why the lines were refused. */
async function bare() {
  const own = new Rooms({ find })
  const made = await own.make(PLAN)
  const held = own.at({ t: 'host', ...made }, '10.0.0.1')
  assert.ok(held && held !== 'many')
  const refused: string[] = []
  const line = () => ({ send: () => undefined, refuse: (why: string) => void refused.push(why) })
  held.addScreen(line(), '10.0.0.1')
  return {
    held,
    refused,
    come: (from: string, name = '人') => held.join(line(), name, from),
    end: async () => {
      await own.end(held, '')
      await own.close()
    },
  }
}

test('a full room takes from an address that has more than half of it, for whoever comes from elsewhere', async () => {
  const { held, refused, come, end } = await bare()
  // One phone with an IPv6 of its own has as many addresses as it likes, and holds every line.
  for (let n = 0; n < ROOM_PLAYERS; n++) assert.ok(come(`2001:db8:0:7::${n.toString(16)}`))
  assert.equal(come('2001:db8:0:7::ffff'), undefined)
  assert.deepEqual(refused, ['full'])
  const players = () => Object.keys(held.state.players).length
  for (let n = 0; n < ROOM_OF_ADDRESS; n++) assert.ok(come(`192.0.2.${n}`), `${n}`)
  assert.equal(players(), ROOM_PLAYERS)
  assert.equal(come('198.51.100.1'), undefined, 'a hundred of one address stay')
  // Where the screen stands the whole hall is behind one address.
  await end()
  const hall = await bare()
  for (let n = 0; n < ROOM_PLAYERS; n++) assert.ok(hall.come('10.0.0.1'))
  assert.equal(hall.come('192.0.2.1'), undefined)
  await hall.end()
})

test('whoever leads sends out one and all who came after them, but nobody who has done something', async () => {
  const { code, screen } = await room()
  const phones: Phone[] = []
  for (const name of ['真甲', '假一', '假二', '真乙']) phones.push(await join(code, name))
  await open(screen, 0, ...phones)
  phones[3]!.say({ t: 'answer', at: 0, options: keyOf(PLAN.questions[0]!.id, code) })
  await screen.until('one has answered', it => it.view.answered === 1)
  screen.say({ t: 'remove', player: 'p1', after: true })
  for (const n of [1, 2]) await phones[n]!.until('out', it => it.closed)
  await screen.until('two are left', it => it.view.players === 2)
  assert.deepEqual([phones[0]!.closed, phones[3]!.closed], [false, false])
  // Nobody of that number: nobody goes.
  screen.say({ t: 'remove', player: 'p1', after: true })
  screen.say({ t: 'clear' })
  await screen.until('all the same', it => it.view.players === 2)
})
