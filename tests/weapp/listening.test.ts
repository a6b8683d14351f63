import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { byId, tap, words } from './harness/gestures'
import { Phone } from './harness/phone'
import { nameOf, select, wordsOf } from './harness/tree'
import { PACKAGE, packagedCatalog, packagedSound, unrecorded } from './subject'

const spoken = packagedSound()
const EPISODE = `subpackages/player/episode/index?id=${spoken.id}`

const seconds = (phone: Phone): number => {
  const [minutes = 0, rest = 0] = wordsOf(byId(phone, 'position')).split(':').map(Number)
  return minutes * 60 + rest
}
/** The sound that has a file. */
const sound = (phone: Phone) => phone.sounds.find(it => it.src !== '')

test('listening goes on at the second where the app was left', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  assert.equal(sound(phone), undefined, 'opening a page plays nothing')
  await tap(phone, 'toggle')
  assert.equal(nameOf(byId(phone, 'toggle')), '暂停')
  await phone.clock.pass(37_000)
  await phone.hide()
  const heard = Math.floor(sound(phone)!.currentTime)
  assert.ok(heard >= 36, `${heard} s`)
  const again = phone.kill()
  await again.launch(EPISODE)
  assert.equal(seconds(again), heard)
  await tap(again, 'toggle')
  assert.ok(Math.abs(sound(again)!.currentTime - heard) < 2)
  assert.deepEqual([...phone.faults, ...again.faults], [])
})

test('a kill out of nothing costs five seconds at most', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  await tap(phone, 'toggle')
  await phone.clock.pass(41_000)
  const heard = sound(phone)!.currentTime
  const again = phone.kill()
  await again.launch(EPISODE)
  assert.ok(heard - seconds(again) <= 6 && seconds(again) <= heard, `${seconds(again)} of ${heard} s`)
})

test('an episode heard to the end is finished, one that was skipped through is not', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  await tap(phone, 'toggle')
  await phone.clock.pass((spoken.seconds + 10) * 1_000)
  // The page has gone on to the next.
  await phone.go(EPISODE)
  assert.match(words(phone), /✓ 已学完/)
  const other = new Phone(PACKAGE)
  await other.launch(EPISODE)
  await tap(other, 'toggle')
  for (let i = 0; i * 15 < spoken.seconds; i++) await tap(other, 'skip')
  await other.clock.pass(20_000)
  assert.doesNotMatch(words(other), /已学完/)
})

test('the sentence that is heard is kept with one tap, and found again under notes', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  await tap(phone, 'toggle')
  await phone.clock.pass(20_000)
  const spent = await tap(phone, 'mark')
  assert.match(words(phone), /已记下 \d+ 秒这一句/)
  assert.ok(spent.bytes <= 4_000, `${spent.bytes} B`)
  await tap(phone, 'mark-notes')
  assert.match(words(phone), new RegExp(`《${spoken.title}》.*听这一句`, 's'))
  assert.deepEqual(phone.faults, [])
})

test('the sleep timer can be set before anything plays', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  await tap(phone, 'sleep')
  await tap(phone, 'sleep-choice-10')
  assert.match(words(phone), /10 分钟\s*后停/)
})

test('what plays is on the other pages too, and stops when closed', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('pages/learn/index')
  await tap(phone, `series-${spoken.series}`)
  await tap(phone, `row-${spoken.id}`)
  await tap(phone, 'toggle')
  await tap(phone, 'back')
  assert.match(words(phone), new RegExp(spoken.title))
  await tap(phone, 'mini-close')
  assert.equal(sound(phone)!.paused, true)
})

test('a sound that cannot be downloaded is told, and the words can be read', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  phone.offline = true
  await tap(phone, 'toggle')
  assert.match(words(phone), /放不出来.*文稿/s)
  phone.offline = false
  await tap(phone, 'toggle')
  assert.equal(nameOf(byId(phone, 'toggle')), '暂停')
  assert.deepEqual(phone.faults, [])
})

test('an episode whose recording is on no host says that this phone has only its words', async () => {
  // Films travel in no package.
  const film = packagedCatalog().episodes.find(it => it.kind === 'video' && it.media)!
  const phone = new Phone(PACKAGE)
  await phone.launch(`subpackages/player/episode/index?id=${film.id}`)
  assert.match(words(phone), /录音还没有放上来，这部手机也不会朗读：请看文稿，读完也算学完/)
  await phone.go(`subpackages/library/shelf/index?series=${film.series}`)
  assert.match(words(phone), /只有文稿/)
})

test('an episode that nobody has recorded says so, and its row too', async () => {
  const phone = new Phone(unrecorded(spoken))
  await phone.launch(EPISODE)
  assert.match(words(phone), /还没有录音，这部手机也不会朗读：请看文稿，读完也算学完/)
  await phone.go(`subpackages/library/shelf/index?series=${spoken.series}`)
  assert.match(wordsOf(byId(phone, `row-${spoken.id}`)), /只有文稿/)
  assert.deepEqual(phone.faults, [])
})

test('an episode of the package needs no network and says so', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  assert.match(words(phone), /小程序自带，不用下载/)
})

test('where one has moved to while it is paused is there after a kill', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(EPISODE)
  await tap(phone, 'toggle')
  await phone.clock.pass(4_000)
  await tap(phone, 'toggle')
  for (let i = 0; i < 3; i++) await tap(phone, 'skip')
  const ahead = seconds(phone)
  assert.ok(ahead >= 48, `${ahead} s`)
  const again = phone.kill()
  await again.launch(EPISODE)
  assert.equal(seconds(again), ahead)
  await tap(again, 'toggle')
  assert.ok(Math.abs(sound(again)!.currentTime - ahead) < 2)
})

test('every row of a series has its episode’s drawing, in a package that is there by then, in the colours of the theme', async () => {
  const phone = new Phone(PACKAGE, { theme: 'dark' })
  await phone.launch(`subpackages/library/shelf/index?series=${spoken.series}`)
  const rows = select(phone.root, '.row--link')
  const pictures = select(phone.root, '.row__picture').map(it => String(it.attributes.src))
  assert.ok(rows.length > 8 && pictures.length === rows.length, `${pictures.length} of ${rows.length}`)
  rows.forEach(({ id }, i) => assert.ok(pictures[i]!.endsWith(`${id.replace('row-', '')}.dark.svg`), pictures[i]))
  for (const src of pictures) assert.match(fs.readFileSync(phone.mini.open(src), 'utf8'), /^<svg /)
  await phone.go('subpackages/player/downloads/index')
  assert.deepEqual(phone.faults, [])
})

test('rows of a shelf have their articles’ drawings as files of the library, in the colours of the theme; others their kind', async () => {
  const phone = new Phone(PACKAGE, { theme: 'dark' })
  const drawn = new Set(packagedCatalog().articles.flatMap(it => (it.drawn ? [`row-${it.id}`] : [])))
  await phone.launch('subpackages/library/shelf/index?id=new-democratic')
  const rows = select(phone.root, '.row--link')
  for (const row of rows) {
    const [picture] = select(row, '.row__picture')
    assert.equal(!!picture, drawn.has(row.id), row.id)
    assert.equal(select(row, '.row__kind').length, picture ? 0 : 1, row.id)
    if (!picture) continue
    const src = String(picture.attributes.src)
    assert.equal(src, `/subpackages/library/objects/${row.id.replace('row-', '')}.dark.svg`)
    assert.match(fs.readFileSync(phone.mini.open(src), 'utf8'), /^<svg .*#/)
  }
  assert.ok(rows.some(row => drawn.has(row.id)) && rows.some(row => !drawn.has(row.id)))
  assert.deepEqual(phone.faults, [])
})

test('a row that is tapped twice opens one page', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('pages/learn/index')
  const series = byId(phone, `series-${spoken.series}`)
  await Promise.all([tap(phone, `series-${spoken.series}`), tap(phone, `series-${spoken.series}`)])
  assert.ok(series)
  await phone.clock.pass(1_000)
  await tap(phone, 'back')
  assert.ok(byId(phone, `series-${spoken.series}`))
})
