import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { byId, byName, raise, tap, words } from './harness/gestures'
import { Phone } from './harness/phone'
import { nameOf, select, wordsOf } from './harness/tree'
import { packagedCatalog, tampered } from './subject'

/** The package as it would be built with MEDIA_BASE_URL. */
const HOST = 'https://media.example'
const hosted = () => tampered('common.js', code => code.replace('address:""', `address:"${HOST}"`))

const catalog = packagedCatalog()
/** Spoken, but not in the package: on WeChat films never are. */
const film = catalog.episodes.find(it => it.kind === 'video' && it.media)!
const media = film.media!
const EPISODE = `subpackages/player/episode/index?id=${film.id}`
const DOWNLOADS = `subpackages/player/downloads/index?series=${film.series}`
const bytes = fs.readFileSync(path.join('content/media', media.file))
const host = (url: string) => (url === `${HOST}/${media.file}` ? bytes : 404)

async function downloaded(): Promise<Phone> {
  const phone = new Phone(hosted(), { host })
  await phone.launch(EPISODE)
  await tap(phone, 'download')
  await phone.clock.pass(8_000)
  return phone
}

test('the file of the test is the one the catalog describes', () => {
  // The catalog has the first half of it (domain/catalog/packed-catalog).
  assert.equal(createHash('sha256').update(bytes).digest('hex').slice(0, 32), media.sha256)
})

test('a download shows how far it has come, is kept, survives a kill and is deleted', async () => {
  const phone = new Phone(hosted(), { host })
  await phone.launch(EPISODE)
  assert.match(words(phone), /要联网，约 \d+\.\d MB/)
  await tap(phone, 'download')
  await phone.clock.pass(1_500)
  assert.match(words(phone), /正在下载，共 \d+\.\d MB/)
  await phone.clock.pass(8_000)
  assert.match(words(phone), /已下载，没有网络也能放/)
  const again = phone.kill()
  await again.launch(EPISODE)
  again.offline = true
  assert.match(words(again), /已下载/)
  await again.go(DOWNLOADS)
  assert.match(words(again), new RegExp(`1 集，共 \\d+\\.\\d MB.*${film.title}`, 's'))
  await tap(again, 'drop-all')
  await tap(again, 'dialog-confirm')
  assert.match(words(again), /还没有下载/)
  assert.equal(again.files.user.size, 0)
  assert.deepEqual([...phone.faults, ...again.faults], [])
})

test('a cancelled download leaves nothing', async () => {
  const phone = new Phone(hosted(), { host })
  await phone.launch(EPISODE)
  await tap(phone, 'download')
  await tap(phone, 'cancel-download')
  await phone.clock.pass(8_000)
  assert.equal(phone.files.user.size, 0)
  assert.equal(nameOf(byId(phone, 'download')).startsWith('下载这一集'), true)
  assert.deepEqual(phone.faults, [])
})

test('a damaged download is told and not kept', async () => {
  const damaged = Buffer.from(bytes)
  damaged[1000]! ^= 1
  const phone = new Phone(hosted(), { host: () => damaged })
  await phone.launch(EPISODE)
  await tap(phone, 'download')
  await phone.clock.pass(8_000)
  assert.match(words(phone), /和目录里记的不一样，已经删掉/)
  assert.equal(phone.files.user.size, 0)
})

test('where the network wants a login first, a download says so', async () => {
  const phone = new Phone(hosted(), { host: () => Buffer.from('\n<!doctype html><title>login</title>') })
  await phone.launch(EPISODE)
  await tap(phone, 'download')
  await phone.clock.pass(8_000)
  assert.match(words(phone), /连着的网络要先登录才能用/)
  assert.equal(phone.files.user.size, 0)
})

test('a host without the file, and no network at all, are told apart', async () => {
  const phone = new Phone(hosted())
  await phone.launch(EPISODE)
  await tap(phone, 'download')
  await phone.clock.pass(3_000)
  assert.match(words(phone), /放节目的服务器上没有这一集/)
  phone.offline = true
  await tap(phone, 'download')
  await phone.clock.pass(3_000)
  assert.match(words(phone), /可能是没有网络/)
})

test('WeChat’s limit for saved files is told before anything is fetched', async () => {
  const phone = new Phone(hosted(), { host })
  phone.files.folders.add('wxfile://usr/media')
  phone.files.user.set('wxfile://usr/media/0123456789abcdef-e-9999.mp4', Buffer.alloc(200 * 1024 * 1024))
  await phone.launch(EPISODE)
  await tap(phone, 'download')
  await phone.clock.pass(3_000)
  assert.match(words(phone), /放不下了：微信只给每个小程序 200 MB/)
})

test('a phone that refuses to save for want of room says so, too', async () => {
  const phone = new Phone(hosted(), { host })
  phone.files.limit = 100
  await phone.launch(EPISODE)
  await tap(phone, 'download')
  await phone.clock.pass(8_000)
  assert.match(words(phone), /放不下了/)
  assert.deepEqual(phone.faults, [])
})

test('a file that no episode knows any more is shown as of no use and can be deleted', async () => {
  const phone = await downloaded()
  phone.files.user.set('wxfile://usr/media/0123456789abcdef-e-9999.m4a', Buffer.alloc(5_000))
  const again = phone.kill()
  await again.launch(DOWNLOADS)
  assert.match(words(again), /旧版本的录音，已经用不上/)
  await tap(again, 'kept-0123456789abcdef-e-9999.m4a')
  assert.doesNotMatch(words(again), /旧版本/)
  assert.equal(again.files.user.size, 1)
})

test('captions stand below the picture, and inside it only while it fills the screen; the title is covered by no button', async () => {
  const phone = new Phone(hosted(), { host })
  await phone.launch(EPISODE)
  assert.equal(byId(phone, 'film').attributes['show-center-play-btn'], false)
  await tap(phone, 'film-toggle')
  assert.equal(phone.film?.told, 'play')
  await raise(phone, 'film', 'play', {})
  assert.equal(nameOf(byId(phone, 'film-toggle')), '暂停')
  const mark = phone.recorder.records.length
  for (const currentTime of [10, 10.25, 10.5, 10.75]) await raise(phone, 'film', 'timeupdate', { currentTime })
  const { bytes } = phone.recorder.since(mark)
  const said = wordsOf(byId(phone, 'film-band'))
  assert.ok(said.length > 0 && words(phone).split(said).length > 1, said)
  assert.ok(bytes < 2_000, `${bytes} B for a second of captions`)
  assert.equal(byId(phone, 'film-band').attributes['aria-hidden'], true)
  assert.equal(select(phone.root, '.film__caption').length, 0)
  await raise(phone, 'film', 'fullscreenchange', { fullScreen: true, direction: 'horizontal' })
  assert.equal(select(phone.root, '.film__caption').map(wordsOf).join(), said)
  await raise(phone, 'film', 'fullscreenchange', { fullScreen: false, direction: 'vertical' })
  assert.equal(select(phone.root, '.film__caption').length, 0)
  await tap(phone, 'captions')
  assert.equal(select(phone.root, '#film-band').length, 0)
  const again = phone.kill()
  await again.launch(EPISODE)
  assert.equal(select(again.root, '#film-band').length, 0, 'it is remembered')
  assert.deepEqual([...phone.faults, ...again.faults], [])
})

test('a film stops when another page is opened over it', async () => {
  const phone = new Phone(hosted(), { host })
  await phone.launch(EPISODE)
  const { route } = phone.page
  await raise(phone, 'film', 'play', {})
  assert.deepEqual(phone.film, { route, told: 'rate' })
  const article = catalog.articles.find(it => film.articles.includes(it.id))!
  await tap(phone, byName(phone, article.title))
  assert.notEqual(phone.page.route, route)
  assert.deepEqual(phone.film, { route, told: 'pause' })
})
