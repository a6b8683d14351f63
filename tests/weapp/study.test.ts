import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BUDGETS } from './costs'
import { byId, byName, controls, raise, tap, words } from './harness/gestures'
import { heightOf } from './harness/layout'
import { Phone } from './harness/phone'
import { nameOf, select, wordsOf, type ViewNode } from './harness/tree'
import { PACKAGE, packagedCatalog } from './subject'
import { answerWrong } from './answering'

const ARTICLE = 'subpackages/reader/article/index?id=a-0001'

/** Reads at the pace of a reader: a screen every ten seconds. */
async function readThrough(phone: Phone): Promise<void> {
  const height = heightOf(phone.root)
  for (let top = 0; top < height; top += 400) {
    await phone.scrollTo(top)
    await phone.clock.pass(10_000)
  }
}

const citations = (phone: Phone): ViewNode[] => select(phone.root, '.rich-text__cite')

test('from a shelf to an article, a fact card, its quiz, the result and the notebook', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('pages/learn/index')
  await tap(phone, 'shelf-new-democratic')
  assert.equal(phone.page.route, 'subpackages/library/shelf/index')
  await tap(
    phone,
    controls(phone).find(node => /^row-a-/.test(node.id))!,
  )
  assert.equal(phone.page.route, 'subpackages/reader/article/index')

  await phone.go(ARTICLE)
  await tap(phone, citations(phone)[0]!)
  assert.match(words(phone), /事实卡 · 事件.*日期.*1921年.*依据/s)
  await tap(phone, 'sheet-close')
  assert.doesNotMatch(words(phone), /事实卡/)

  await readThrough(phone)
  assert.match(words(phone), /这篇已经学完/)

  await tap(phone, 'article-quiz')
  assert.equal(phone.page.route, 'subpackages/exam/run/index')
  await answerWrong(phone)
  assert.match(words(phone), /没答对的/)
  await tap(phone, 'to-notebook')
  assert.equal(phone.page.route, 'subpackages/review/notebook/index')
  assert.match(words(phone), /连对 0 \/ 3 天/)
  await tap(
    phone,
    controls(phone).find(node => node.id.startsWith('card-q-'))!,
  )
  assert.equal(select(phone.root, '.rich-text--marked').length, 1)
  assert.deepEqual(phone.faults, [])
})

test('what a fact stands on is read from a sub-package of its own, when somebody asks', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(ARTICLE)
  await tap(phone, citations(phone)[0]!)
  assert.deepEqual([phone.mini.isLoaded('feed'), phone.mini.isLoaded('sources')], [true, false])
  const { bytes } = await tap(phone, 'sources')
  assert.ok(phone.mini.isLoaded('sources'))
  assert.match(words(phone), /打开.*“.+”/s)
  assert.ok(bytes <= BUDGETS.tap, `${bytes} B`)
  assert.deepEqual(phone.faults, [])
})

test('Back closes a fact card: WeChat takes it to the container that is shown, and the page stays', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(ARTICLE)
  assert.equal(select(phone.root, 'page-container').length, 0, 'with nothing open Back leaves the page')
  await tap(phone, citations(phone)[0]!)
  await raise(phone, 'closes', 'beforeleave', {})
  assert.doesNotMatch(words(phone), /事实卡/)
  assert.equal(select(phone.root, 'page-container').length, 0)
  assert.equal(phone.page.route, 'subpackages/reader/article/index')
  assert.deepEqual(phone.faults, [])
})

test('opening an article is not studying it', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(ARTICLE)
  await phone.clock.pass(600_000)
  await phone.go('pages/me/index')
  assert.match(words(phone), /0 读完文章/)
})

test('studying is still there after a kill, and the place in an article too', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('subpackages/reader/article/index?id=a-0002')
  await readThrough(phone)
  await phone.go(ARTICLE)
  await phone.scrollTo(900)
  await phone.clock.pass(12_000)
  const again = phone.kill()
  await again.launch('pages/me/index')
  assert.match(words(again), /1 读完文章/)
  await again.go(ARTICLE)
  await again.clock.pass(1_000)
  assert.ok(Math.abs(again.page.scrollTop - 900) < 300, `scrolled to ${again.page.scrollTop}`)
  assert.deepEqual(again.faults, [])
})

test('a favourite is one after a kill', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(ARTICLE)
  await tap(phone, 'favourite')
  const again = phone.kill()
  await again.launch(ARTICLE)
  assert.equal(nameOf(byId(again, 'favourite')), '取消收藏')
})

test('the type follows WeChat’s own setting, and the member’s choice goes before it', async () => {
  const phone = new Phone(PACKAGE, { fontSizeSetting: 25 })
  await phone.launch('pages/home/index')
  assert.equal(select(phone.root, '.type-3').length, 1)
  await tap(phone, 'type-size')
  await tap(phone, 'type-4')
  assert.equal(select(phone.root, '.type-4').length, 1)
  const again = phone.kill()
  await again.launch('pages/me/index')
  assert.equal(select(again.root, '.type-4').length, 1)
})

test('the theme follows the phone while the app is open', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch()
  assert.equal(select(phone.root, '.theme-light').length, 1)
  await phone.changeTheme('dark')
  assert.equal(select(phone.root, '.theme-dark').length, 1)
})

test('going on from article to article never ends at WeChat’s ten pages', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(ARTICLE)
  for (let i = 0; i < 14; i++) {
    const title = wordsOf(select(phone.root, '.article__title')[0]!)
    await tap(
      phone,
      controls(phone).find(node => /^row-a-/.test(node.id))!,
    )
    assert.notEqual(wordsOf(select(phone.root, '.article__title')[0]!), title)
  }
  assert.deepEqual(phone.faults, [])
})

test('without a network the first launch says what is missing, and tries again when asked', async () => {
  const [article] = packagedCatalog().articles
  const phone = new Phone(PACKAGE, { offline: true })
  await phone.launch()
  assert.match(words(phone), /没有网络.*再试一次/s)
  phone.offline = false
  while (/再试一次/.test(words(phone))) await tap(phone, byName(phone, '再试一次'))
  assert.doesNotMatch(words(phone), /没有网络/)
  await phone.go(`subpackages/reader/article/index?id=${article!.id}`)
  assert.match(words(phone), new RegExp(article!.title))
  assert.deepEqual(phone.faults, [])
})

test('of the timeline only what is near the screen is on the page, and what was left comes back in its place', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('subpackages/library/timeline/index')
  const events = () => select(phone.root, '.thread__event')
  const first = events()[0]!.id
  const end = () => heightOf(phone.root)
  let most = 0
  for (let i = 0; i < 50; i++) {
    const mark = phone.recorder.records.length
    await phone.scrollTo(end())
    await phone.settle()
    most = Math.max(most, events().length)
    assert.ok(phone.recorder.since(mark).bytes <= 16_000, `${phone.recorder.since(mark).bytes} B for a scroll`)
  }
  assert.ok(end() > 20_000, `${end()} px gone through`)
  assert.ok(most < 160, `${most} events on the page at once`)
  assert.ok(!events().some(it => it.id === first), 'the first ones were let go')
  const whole = end()
  await phone.scrollTo(0)
  await phone.settle()
  assert.equal(events()[0]!.id, first)
  assert.ok(Math.abs(end() - whole) < 1, 'nothing moved')
  assert.deepEqual(phone.faults, [])
})
