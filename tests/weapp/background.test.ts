import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { byId, tap, words } from './harness/gestures'
import { Phone } from './harness/phone'
import { nameOf } from './harness/tree'
import { packagedCatalog, tampered } from './subject'

/** The package as it would be built with MEDIA_BASE_URL, its sounds taken out of the package and put on that host. */
const HOST = 'https://media.example'
const hosted = () =>
  tampered('common.js', code =>
    code.replace('address:""', `address:"${HOST}"`).replace(/\{("e-\d{4}\.m4a":\d+,?)+\}/g, '{}'),
  )
const host = (url: string) => {
  const file = path.join('content/media', path.basename(url.replace(/\?.*/, '')))
  return url.startsWith(HOST) && fs.existsSync(file) ? fs.readFileSync(file) : 404
}

const [first, second] = packagedCatalog().episodes.filter(it => it.kind === 'audio' && it.media?.bundled)
const page = (id: string) => `subpackages/player/episode/index?id=${id}`

async function playing(): Promise<Phone> {
  const phone = new Phone(hosted(), { host })
  await phone.launch(page(first!.id))
  assert.match(words(phone), /要联网/)
  await tap(phone, 'toggle')
  return phone
}

test('a host’s sound plays in the background player, with words for the lock screen', async () => {
  const phone = await playing()
  const shown = phone.background as unknown as Record<'src' | 'title' | 'epname' | 'singer' | 'coverImgUrl', string>
  assert.equal(shown.src, `${HOST}/${first!.media!.file}`)
  assert.equal(shown.title, first!.title)
  assert.match(shown.epname, /党史/)
  assert.equal(shown.singer, shown.epname)
  // WeChat's own player fetches it, and takes no SVG.
  assert.match(shown.coverImgUrl, new RegExp(`^${HOST}/covers/(series|e)-[^/]+\\.png$`))
})

test('an episode that ends while the app is hidden is finished, and the next goes on', async () => {
  const phone = await playing()
  await phone.hide()
  await phone.clock.pass((first!.seconds + 8) * 1_000)
  assert.equal(phone.background!.src, `${HOST}/${second!.media!.file}`)
  assert.equal(phone.background!.paused, false)
  const again = phone.kill()
  await again.launch(page(first!.id))
  assert.match(words(again), /已学完/)
  assert.deepEqual([...phone.faults, ...again.faults], [])
})

test('a host that is down is told; the words can be read, and once it is back a tap goes on', async () => {
  const phone = new Phone(hosted(), { host: () => 0 })
  await phone.launch(page(first!.id))
  await tap(phone, 'toggle')
  await phone.clock.pass(2_000)
  assert.match(words(phone), /连不上放节目的服务器.*文稿在下面/s)
  phone.host = host
  await tap(phone, 'toggle')
  assert.equal(nameOf(byId(phone, 'toggle')), '暂停')
})

const ANSWERS: [what: string, answer: Buffer | number, words: RegExp][] = [
  ['has no such file', 404, /放节目的服务器上没有这一集/],
  ['is out of order', 500, /放节目的服务器出了毛病/],
  ['has an empty file', Buffer.alloc(0), /和目录里记的不一样/],
  ['has a damaged file', Buffer.alloc(200_000, 7), /和目录里记的不一样/],
  ['has another episode’s file', host(`${HOST}/${second!.media!.file}`), /和目录里记的不一样/],
]
for (const [what, answer, told] of ANSWERS) {
  test(`a host that ${what} is told as that, and not as no network; trying again has what was mended`, async () => {
    const phone = new Phone(hosted(), { host: () => answer })
    await phone.launch(page(first!.id))
    await tap(phone, 'toggle')
    await phone.clock.pass(2_000)
    assert.match(words(phone), told)
    assert.doesNotMatch(words(phone), /没有网络的|可能是没有网络/)
    assert.equal(phone.background!.paused, true)
    phone.host = host
    await tap(phone, 'toggle')
    await phone.clock.pass(2_000)
    assert.equal(nameOf(byId(phone, 'toggle')), '暂停')
    assert.match(phone.background!.src, /\?again=\d$/, 'WeChat keeps what came under the first address')
    assert.deepEqual(phone.faults, [])
  })
}

test('played to the end, it can be played again', async () => {
  const phone = new Phone(hosted(), { host })
  await phone.launch('subpackages/settings/settings/index')
  await tap(phone, 'autoplay-off')
  await phone.go(page(first!.id))
  await tap(phone, 'toggle')
  await phone.clock.pass((first!.seconds + 3) * 1_000)
  assert.notEqual(nameOf(byId(phone, 'toggle')), '暂停')
  await tap(phone, 'toggle')
  await phone.clock.pass(3_000)
  assert.ok(phone.background!.currentTime < 10)
  assert.equal(phone.background!.paused, false)
})

test('the lock screen’s next goes to the next episode', async () => {
  const phone = await playing()
  const player = phone.background as unknown as { emit(event: string): void }
  player.emit('Next')
  await phone.settle()
  assert.equal(phone.background!.src, `${HOST}/${second!.media!.file}`)
})

test('the lock screen’s previous goes back an episode, and the page goes along', async () => {
  const phone = await playing()
  const player = phone.background as unknown as { emit(event: string): void }
  player.emit('Next')
  await phone.settle()
  assert.match(words(phone), new RegExp(second!.title))
  player.emit('Prev')
  await phone.settle()
  assert.equal(phone.background!.src, `${HOST}/${first!.media!.file}`)
  assert.match(words(phone), new RegExp(first!.title))
  assert.deepEqual(phone.faults, [])
})

test('when the network goes, the page says so before anything is pressed', async () => {
  const phone = new Phone(hosted(), { host })
  await phone.launch(page(first!.id))
  assert.doesNotMatch(words(phone), /现在没有网络/)
  phone.offline = true
  await phone.settle()
  assert.match(words(phone), /现在没有网络.*文稿在下面/s)
  phone.offline = false
  await phone.settle()
  assert.doesNotMatch(words(phone), /现在没有网络/)
})

test('once it has ended, it goes on from where one has gone back to', async () => {
  const phone = new Phone(hosted(), { host })
  await phone.launch('subpackages/settings/settings/index')
  await tap(phone, 'autoplay-off')
  await phone.go(page(first!.id))
  await tap(phone, 'toggle')
  await phone.clock.pass((first!.seconds + 4) * 1_000)
  assert.equal(nameOf(byId(phone, 'toggle')), '播放')
  await tap(phone, 'rewind')
  await tap(phone, 'rewind')
  assert.match(nameOf(byId(phone, 'toggle')), /从 \d+ 分 \d+ 秒处接着听/)
  await tap(phone, 'toggle')
  await phone.clock.pass(1_000)
  const at = phone.background!.currentTime
  assert.ok(at > first!.seconds - 32 && at < first!.seconds - 15, `${at} s`)
  assert.deepEqual(phone.faults, [])
})
