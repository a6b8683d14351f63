import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OWN_LIMITS } from '../../domain/catalog/own-recording'
import { byId, byName, tap, words, write } from './harness/gestures'
import { mp3Seconds } from './harness/microphone'
import { Phone } from './harness/phone'
import { nameOf, select, wordsOf } from './harness/tree'
import { PACKAGE, packagedSound } from './subject'

const spoken = packagedSound()
const EPISODE = `subpackages/player/episode/index?id=${spoken.id}`
const TELL = `subpackages/player/tell/index?id=${spoken.id}`
const FOLDER = 'wxfile://usr/media/'

/** The member's own recordings, by name. */
const kept = (phone: Phone) =>
  [...phone.files.user.keys()].filter(it => it.startsWith(FOLDER)).map(it => it.slice(FOLDER.length))
const sound = (phone: Phone) => phone.sounds.find(it => it.src !== '' && !it.paused)

/** Tells for so many seconds and keeps it. */
async function told(seconds: number): Promise<Phone> {
  const phone = new Phone(PACKAGE)
  await phone.launch(TELL)
  await tap(phone, 'record')
  await phone.clock.pass(seconds * 1_000)
  await tap(phone, 'finish')
  await tap(phone, 'keep-draft')
  return phone
}

test('an episode is told, kept through a kill, and heard in the place of the recording of the package', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  await tap(phone, 'to-tell')
  assert.equal(phone.microphone.asked, undefined, 'nobody has asked for the microphone')
  const spent = await tap(phone, 'record')
  assert.ok(spent.bytes <= 4_000, `${spent.bytes} B`)
  assert.equal(phone.microphone.state, 'recording')
  await phone.clock.pass(60_000)
  const [before] = select(phone.root, '.script__line--on')
  assert.notEqual(before?.id, 'prompt-0', 'it has gone on')

  // A finger on the words stops both.
  await tap(phone, 'script')
  assert.equal(phone.microphone.state, 'paused')
  await phone.clock.pass(30_000)
  assert.equal(select(phone.root, '.script__line--on')[0]?.id, before?.id)
  await tap(phone, 'script')
  assert.equal(phone.microphone.state, 'recording')
  await phone.clock.pass(60_000)
  await tap(phone, 'finish')
  assert.match(words(phone), /刚录的一段/)
  const [draft] = kept(phone)
  const seconds = Number(/^draft-e-\d+-(\d+)-\w+\.mp3$/.exec(draft!)?.[1])
  assert.ok(seconds >= 118 && seconds <= 124, draft)

  const again = phone.kill()
  await again.launch(TELL)
  await tap(again, 'hear-draft')
  assert.ok(sound(again)!.src.endsWith(draft!), sound(again)?.src)
  await tap(again, 'hear-draft')
  await tap(again, 'keep-draft')
  assert.deepEqual(kept(again), [draft!.replace('draft', 'own')])

  const heard = again.kill()
  await heard.launch(EPISODE)
  assert.match(words(heard), /2 分.*我讲的.*只在这部手机上/)
  await tap(heard, 'toggle')
  assert.ok(sound(heard)!.src.endsWith(draft!.replace('draft', 'own')))
  await heard.clock.pass((seconds + 5) * 1_000)
  await heard.go(EPISODE)
  assert.match(words(heard), /✓ 已学完/)

  // And back to the programme's own.
  await tap(heard, byName(heard, '改放节目的录音'))
  assert.doesNotMatch(words(heard), /只在这部手机上/)
  await tap(heard, 'toggle')
  assert.match(sound(heard)!.src, /media\/\d+\//)
  assert.deepEqual([...phone.faults, ...again.faults, ...heard.faults], [])
})

test('a recording of two seconds in the place of a whole episode finishes nothing', async () => {
  const phone = await told(2)
  await phone.go(EPISODE)
  await tap(phone, 'toggle')
  await phone.clock.pass(8_000)
  await phone.go(EPISODE)
  assert.doesNotMatch(words(phone), /已学完/)
})

test('it is sent to a chat by the member’s own hand, under the episode’s name', async () => {
  const phone = await told(30)
  await tap(phone, 'hand-over')
  await write(phone, 'teller', '王小明')
  await tap(phone, 'give')
  assert.deepEqual(
    phone.shared.map(it => it.name),
    [`${spoken.id}.human.王小明.mp3`],
  )
  assert.ok(mp3Seconds(phone.shared[0]!.bytes)! > 28)
  assert.match(words(phone), /已经发到您选的聊天里/)
  phone.system.refused.add('shareFileMessage')
  await tap(phone, 'give')
  assert.match(words(phone), /没有发出去，文件还在手机上/)
  assert.deepEqual(phone.faults, [])
})

test('a no to the microphone is told with what works all the same, and a later yes is taken', async () => {
  const phone = new Phone(PACKAGE)
  phone.system.refused.add('record')
  await phone.launch(TELL)
  await tap(phone, 'record')
  assert.match(words(phone), /没有拿到麦克风.*先练练.*去设置/s)
  await tap(phone, 'practise')
  await phone.clock.pass(20_000)
  assert.notEqual(select(phone.root, '.script__line--on')[0]?.id, 'prompt-0')
  await tap(phone, 'finish')
  assert.deepEqual(kept(phone), [])
  phone.system.refused.delete('record')
  await tap(phone, 'record')
  assert.equal(phone.microphone.state, 'recording')
  assert.deepEqual(phone.faults, [])
})

test('a call, and another app in front, stop the recording and the script; both go on when told to', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(TELL)
  await tap(phone, 'record')
  await phone.clock.pass(10_000)
  phone.microphone.interrupt()
  await phone.settle()
  assert.match(words(phone), /停着/)
  await tap(phone, 'pause')
  assert.equal(phone.microphone.state, 'recording')
  await phone.hide()
  assert.equal(phone.microphone.state, 'paused')
  await phone.show()
  assert.match(words(phone), /停着/)
  await tap(phone, 'pause')
  await phone.clock.pass(5_000)
  await tap(phone, 'finish')
  assert.match(words(phone), /刚录的一段/)
  assert.deepEqual(phone.faults, [])
})

test('at WeChat’s limit it ends by itself, and nothing of it is lost', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(TELL)
  await tap(phone, 'record')
  await phone.clock.pass((OWN_LIMITS.seconds + 5) * 1_000)
  assert.match(words(phone), /到了 10 分钟，录音自己停了/)
  assert.match(kept(phone)[0]!, new RegExp(`^draft-${spoken.id}-${OWN_LIMITS.seconds}-\\w+\\.mp3$`))
})

test('so many are kept and no more; of one episode there is one', async () => {
  const phone = await told(20)
  for (let i = 0; i < OWN_LIMITS.count; i++)
    phone.files.user.set(`${FOLDER}own-e-${9000 + i}-20.mp3`, Buffer.from([0xff, 0xf3, 0x84, 0xc4]))
  const full = phone.kill()
  await full.launch(TELL)
  assert.match(words(full), /已经存了 30 段.*放不下/s)
  assert.equal(nameOf(byId(full, 'record')), '再录一遍')
  await tap(full, 'record').catch(() => undefined)
  assert.equal(full.microphone.state, 'inactive')
  await full.go('subpackages/player/downloads/index')
  await tap(full, 'own-e-9000-own')
  await tap(full, 'own-e-9001-own')
  assert.equal(kept(full).length, OWN_LIMITS.count - 1)
  await full.go(TELL)
  await tap(full, 'record')
  await full.clock.pass(40_000)
  await tap(full, 'finish')
  await tap(full, 'keep-draft')
  const own = kept(full).filter(it => it.includes(spoken.id))
  assert.equal(own.length, 1, own.join())
  assert.match(own[0]!, new RegExp(`^own-${spoken.id}-4[01]-\\w+\\.mp3$`))
  assert.deepEqual([...phone.faults, ...full.faults], [])
})

test('without room for it the recording is told not to be kept, waits for room, and what was there before stays', async () => {
  const phone = await told(20)
  const [before] = kept(phone)
  phone.files.limit = phone.files.used() + 100
  await tap(phone, 'record')
  await phone.clock.pass(20_000)
  await tap(phone, 'finish')
  assert.match(words(phone), /放不下了/)
  assert.deepEqual(kept(phone), [before])
  assert.match(wordsOf(phone.root), /我讲的/)
  await tap(phone, byName(phone, '再存一次'))
  assert.match(words(phone), /放不下了/)
  phone.files.limit += 1_000_000
  await tap(phone, byName(phone, '再存一次'))
  assert.doesNotMatch(words(phone), /放不下了/)
  assert.match(words(phone), /刚录的一段/)
  assert.ok(kept(phone).some(it => it.startsWith('draft-')))
})

test('erasing everything erases what was told, though its page was never opened since', async () => {
  const phone = (await told(20)).kill()
  await phone.launch('subpackages/settings/settings/index')
  await tap(phone, 'erase')
  await tap(phone, 'dialog-confirm')
  await phone.clock.pass(3_000)
  assert.deepEqual(kept(phone), [])
})
