import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { PhoneView } from '../../domain/contract/room'
import { BUDGETS } from './costs'
import { tap, words, write } from './harness/gestures'
import { Phone } from './harness/phone'
import type { Peer } from './harness/socket'
import { PACKAGE } from './subject'

/** A package built without SERVICE_URL knows no service and asks nobody. */
const knowsService = fs
  .readdirSync(PACKAGE)
  .some(name => name.endsWith('.js') && fs.readFileSync(path.join(PACKAGE, name), 'utf8').includes('//service.invalid'))
const skip = knowsService ? false : 'dist/weapp was built without SERVICE_URL=https://service.invalid'

const VIEW: PhoneView = {
  code: '319137',
  phase: 'lobby',
  at: -1,
  count: 10,
  paused: false,
  void: false,
  skipped: false,
  teams: 0,
  name: '示例',
  team: 0,
  mayAnswer: false,
  mayBuzz: false,
  score: 0,
}
const OPEN: PhoneView = {
  ...VIEW,
  phase: 'open',
  at: 0,
  kind: 'all',
  left: 30_000,
  mayAnswer: true,
  question: {
    id: 'q-00001',
    type: 'single',
    stem: '遵义会议是哪几天开的？会上集中解决了当时具有决定意义的哪两个方面的问题？',
    options: ['a', 'b', 'c', 'd'].map(id => ({ id, text: `1935年1月15日至17日，军事问题和组织问题（${id}）` })),
  },
}
const CLOSED: PhoneView = {
  ...OPEN,
  phase: 'closed',
  mayAnswer: false,
  left: undefined,
  given: ['b'],
  right: false,
  solution: {
    answer: ['c'],
    explain: '会议从1月15日开到17日。'.repeat(5),
    proof: { words: '会议开了三天，每天都是晚饭后开始。'.repeat(8), title: '遵义会议' },
  },
}

/** In steps, as time passes on a phone. */
async function passing(phone: Phone, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 20) await phone.clock.pass(20)
}

test(
  'six digits and a name let one in over the service’s own host; a broken line is mended and an answer sent again',
  { skip },
  async () => {
    const peers: Peer[] = []
    const phone = new Phone(PACKAGE, { socket: peer => void peers.push(peer) })
    await phone.launch('subpackages/exam/room/index?code=319137')
    await write(phone, 'room-name', '示例')
    await tap(phone, 'room-enter')
    assert.equal(peers[0]!.url, 'wss://service.invalid/v1/rooms/socket')
    assert.deepEqual(peers[0]!.said, [{ t: 'join', code: '319137', name: '示例' }])
    const key = 'k'.repeat(22)
    peers[0]!.tell({ t: 'joined', key })
    peers[0]!.tell({ t: 'phone', view: VIEW })
    await phone.settle()
    assert.match(words(phone), /进来了，等主持人开始/)

    const before = phone.recorder.records.length
    peers[0]!.tell({ t: 'phone', view: OPEN })
    await phone.settle()
    const opened = phone.recorder.since(before)
    assert.ok(opened.bytes <= BUDGETS.tap, `a question: ${opened.bytes} B`)
    // The line breaks in the moment of the answer: nobody has heard it.
    peers[0]!.cut()
    const { bytes } = await tap(phone, 'option-b')
    assert.ok(bytes <= BUDGETS.tap, `${bytes} B`)
    assert.match(words(phone), /线断了，正在重新连/)
    await phone.clock.pass(2_000)
    assert.deepEqual(peers[1]!.said, [{ t: 'back', code: '319137', key }])
    peers[1]!.tell({ t: 'phone', view: OPEN })
    await phone.settle()
    assert.deepEqual(peers[1]!.said[1], { t: 'answer', at: 0, options: ['b'] })
    peers[1]!.tell({ t: 'phone', view: { ...OPEN, given: ['b'] } })
    await phone.settle()
    assert.match(words(phone), /收到了，关题以前还能改/)

    const open = phone.recorder.records.length
    peers[1]!.tell({ t: 'phone', view: CLOSED })
    await phone.settle()
    const told = phone.recorder.since(open)
    assert.ok(told.bytes <= BUDGETS.tap, `an answer with its proof: ${told.bytes} B`)
    assert.match(words(phone), /答错了/)

    // Killed and started again, it is in the same room without asking anything.
    const again = phone.kill()
    await again.launch('subpackages/exam/room/index')
    await passing(again, 1_000)
    assert.deepEqual(peers[2]!.said, [{ t: 'back', code: '319137', key }])
    peers[2]!.tell({ t: 'no', code: 'over', message: '主持人结束了这一场' })
    await again.settle()
    assert.match(words(again), /主持人结束了这一场/)
    await again.clock.pass(20_000)
    assert.equal(peers.length, 3, 'nothing is tried again')
    assert.deepEqual([...phone.faults, ...again.faults], [])
  },
)

test('the first to press has the go, and the countdown costs next to nothing', { skip }, async () => {
  const peers: Peer[] = []
  const phone = new Phone(PACKAGE, { socket: peer => void peers.push(peer) })
  await phone.launch('subpackages/exam/room/index?code=319137')
  await write(phone, 'room-name', '示例')
  await tap(phone, 'room-enter')
  peers[0]!.tell({ t: 'phone', view: { ...OPEN, kind: 'buzz', left: undefined, mayAnswer: false, mayBuzz: true } })
  await phone.settle()
  const { bytes } = await tap(phone, 'room-buzz')
  assert.ok(bytes <= BUDGETS.tap, `${bytes} B`)
  assert.deepEqual(peers[0]!.said[1], { t: 'buzz', at: 0 })
  peers[0]!.tell({ t: 'phone', view: { ...OPEN, kind: 'buzz', left: 20_000, place: 1, first: '示例' } })
  await phone.settle()
  assert.match(words(phone), /您抢到了，请答/)
  const before = phone.recorder.records.length
  await phone.clock.pass(5_000)
  const ticked = phone.recorder.since(before)
  assert.ok(ticked.bytes <= 5 * 100, `five seconds: ${ticked.bytes} B`)
  assert.match(words(phone), /还有 1\d 秒/)
  assert.deepEqual(phone.faults, [])
})
