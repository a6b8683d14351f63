import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { byId, controls, tap, words } from './harness/gestures'
import { Phone, SINGLE_PAGE } from './harness/phone'
import { nameOf, select } from './harness/tree'
import { PACKAGE, packagedCatalog } from './subject'

const { articles, episodes, shelves } = packagedCatalog()
const article = articles.find(it => it.subject && it.questions > 0)!
const episode = episodes.find(it => it.kind === 'audio' && it.media)!
const ARTICLE = `subpackages/reader/article/index?id=${article.id}`
const EPISODE = `subpackages/player/episode/index?id=${episode.id}`

interface Sent {
  title: string
  path?: string
  query?: string
}
const chat = (phone: Phone) => phone.page.call('onShareAppMessage', { from: 'menu' }) as Sent
const moments = (phone: Phone) => phone.page.call('onShareTimeline') as Sent
const favourite = (phone: Phone) => phone.page.call('onAddToFavorites', {}) as Sent

for (const [what, url, title] of [
  ['an article', ARTICLE, `${article.title}：${article.subject!}`],
  ['an episode', EPISODE, episode.title],
] as const) {
  test(`${what} is sent to a chat, to 朋友圈 and into 收藏 as itself, and opens there`, async () => {
    const phone = new Phone(PACKAGE)
    await phone.launch(url)
    const [route, query] = url.split('?')
    assert.ok(chat(phone).title.startsWith(title), chat(phone).title)
    assert.equal(chat(phone).path, `/${url}`)
    assert.equal(moments(phone).query, query)
    assert.equal(favourite(phone).query, query)
    const other = new Phone(PACKAGE)
    await other.launch(chat(phone).path!.slice(1))
    assert.equal(other.page.route, route)
    assert.match(words(other), new RegExp(title.split('：')[0]!))
    assert.deepEqual([...phone.faults, ...other.faults], [])
  })
}

test('a question is passed on as that question, and is answered there with its proof', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(`subpackages/exam/run/index?mode=practice&shelf=${shelves[0]!.id}`)
  const sent = chat(phone)
  assert.match(sent.path!, /question=q-\d+/)
  assert.match(words(phone), new RegExp(sent.title.slice(0, 12).replace(/[_.?()（）“”]/g, '.')))
  const other = new Phone(PACKAGE)
  await other.launch(sent.path!.slice(1))
  assert.ok(words(other).includes(sent.title.split('____')[0]!), words(other))
  assert.match(words(other), /共 1 题/)
  assert.deepEqual([...phone.faults, ...other.faults], [])
})

for (const [what, url, title] of [
  ['an article', ARTICLE, article.title],
  ['an episode', EPISODE, episode.title],
] as const) {
  test(`in 朋友圈’s single page ${what} can be read, and nothing is offered that leads nowhere`, async () => {
    const phone = new Phone(PACKAGE, { scene: SINGLE_PAGE })
    await phone.launch(url)
    assert.match(words(phone), new RegExp(title))
    assert.match(words(phone), /前往小程序/)
    assert.ok(words(phone).length > 600, 'its words are there')
    assert.deepEqual(controls(phone).map(nameOf), [])
    assert.deepEqual(phone.faults, [])
    const config = JSON.parse(fs.readFileSync(path.join(PACKAGE, `${phone.page.route}.json`), 'utf8')) as object
    assert.deepEqual('singlePage' in config && config.singlePage, { navigationBarFit: 'squeezed' })
  })
}

test('in the single page a question can be read with its options, and says where it is answered', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(`subpackages/exam/run/index?mode=practice&shelf=${shelves[0]!.id}`)
  const { query, title } = moments(phone)
  const alone = new Phone(PACKAGE, { scene: SINGLE_PAGE })
  await alone.launch(`subpackages/exam/run/index?${query}`)
  assert.ok(words(alone).includes(title.split('____')[0]!), words(alone))
  assert.match(words(alone), /前往小程序.*选一个答案/s)
  assert.deepEqual(controls(alone).map(nameOf), [])
  assert.deepEqual(alone.faults, [])
})

/** A sentence of an article as a picture, in the sheet that shows it. */
async function withPicture(): Promise<{ phone: Phone; sentence: string }> {
  const phone = new Phone(PACKAGE)
  await phone.launch(ARTICLE)
  await tap(phone, 'more')
  await tap(phone, 'note')
  const sentence = nameOf(byId(phone, 'option-sentence-0')).replace(/^[^\u4e00-\u9fff]*/, '')
  // The only sentence of a paragraph is chosen from the start.
  if (select(phone.root, '#note-picture').length === 0) await tap(phone, 'option-sentence-0')
  await tap(phone, 'note-picture')
  assert.match(words(phone), /分享图/)
  return { phone, sentence }
}

test('a sentence that was chosen becomes a picture, which is passed on by a long press and saved by a tap', async () => {
  const { phone, sentence } = await withPicture()
  assert.doesNotMatch(words(phone), /没有读出来/)
  const shown = byId(phone, 'card-image').attributes
  assert.match(String(shown.src), /^wxfile:/)
  assert.equal(shown['show-menu-by-longpress'], true)
  await tap(phone, 'card-save')
  assert.match(words(phone), /已经保存/)
  const [picture] = phone.album
  assert.deepEqual([phone.album.length, picture?.width, picture?.height], [1, 750, 1000])
  const drawn = picture!.words.join('')
  assert.ok(drawn.includes(sentence.slice(0, 12)), `${sentence} in ${drawn}`)
  assert.match(drawn, /——《.+》/)
  assert.deepEqual(phone.faults, [])
})

test('where the album is refused it is told in words what to do, and the picture stays', async () => {
  const { phone } = await withPicture()
  phone.system.refused.add('album')
  await tap(phone, 'card-save')
  assert.match(words(phone), /没有保存成.*长按图片也可以保存/s)
  assert.doesNotMatch(words(phone), /auth|deny/)
  assert.deepEqual(phone.album, [])
  assert.equal(select(phone.root, '#card-image').length, 1)
  assert.deepEqual(phone.faults, [])
})
