import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import type { ArticleVolume } from '../../domain/catalog/types'
import type { Errata } from '../../domain/errata/errata'
import { sealErrata } from '../../domain/errata/file'
import { signedBytes } from '../../domain/errata/signature'
import { answer, goOn, inSight, questionsOf, reads } from './answering'
import { address, newPhone, useBrowser } from './phone'

useBrowser()

const told = { on: '2026-11-24', note: '人物写错了' }

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const signed = (errata: Errata): string =>
  sealErrata(errata, sign(null, signedBytes(errata), privateKey).toString('base64url'))

/** The app of an operator who has this key in content/brand.yml, or none. */
async function operator(context: BrowserContext, key = publicKey.export({ format: 'jwk' }).x): Promise<void> {
  await context.route('**/feed/catalog.json', async route => {
    const response = await route.fetch()
    const catalog = (await response.json()) as PackedCatalog
    await route.fulfill({ json: { ...catalog, brand: { ...catalog.brand, errataKey: key } } })
  })
}

/** A phone with that app. */
async function ownPhone() {
  const phone = await newPhone()
  await operator(phone.context)
  return phone
}

/** What the host answers from now on. */
async function host(context: BrowserContext, text: string): Promise<void> {
  await context.unroute('**/feed/errata.json')
  await context.route('**/feed/errata.json', route => route.fulfill({ body: text, contentType: 'application/json' }))
}

const publish = (context: BrowserContext, number: number, items: Errata['items']) =>
  host(context, signed({ number, on: '2026-11-24', items }))

/** Waits until this phone has kept issue `number`. */
async function kept(page: Page, number: number): Promise<void> {
  await page.waitForFunction(wanted => localStorage.getItem('errata')?.includes(`number\\": ${wanted}`), number)
}

/** Uncited words of the article as it stands; writers may change them. */
async function wordsOf(id: string): Promise<string> {
  const read = async (file: string): Promise<unknown> => (await fetch(`${address()}feed/${file}`)).json()
  const { volume } = unpackCatalog((await read('catalog.json')) as PackedCatalog).articles.find(it => it.id === id)!
  const body = ((await read(volume)) as ArticleVolume).articles.find(it => it.id === id)!
  const spans = body.blocks.flatMap(block => (block.kind === 'paragraph' ? block.spans : []))
  const clauses = spans.flatMap(span => (typeof span === 'string' ? span.split(/[\p{P}\s]/u) : []))
  return clauses.find(clause => clause.length >= 8)!
}
const NOW = '在嘉兴改正过的说法'
const amended = async (): Promise<Errata['items']> => [
  { id: 'a-0002', ...told, texts: [{ was: await wordsOf('a-0002'), now: NOW }] },
]

test('amended words are read, found, marked, and hold without a network', async () => {
  const { context, page, open, go } = await ownPhone()
  await publish(context, 1, await amended())
  await open('/pages/home/index')
  await kept(page, 1)
  await context.unroute('**/feed/errata.json')
  await context.route('**/feed/errata.json', route => route.abort())
  await open('/subpackages/reader/article/index?id=a-0002')
  await reads(page, '已更正（2026年11月24日）：人物写错了')
  await reads(page, new RegExp(NOW))
  await page.locator('.rich-text__cite').first().waitFor()
  await go(`/subpackages/library/search/index?q=${encodeURIComponent(NOW)}`)
  await page.locator('.marked').first().waitFor()
  await go('/subpackages/settings/about/index')
  await reads(page, '第 1 号，2026年11月24日')
})

test('a hidden article is in no list, and its address says when and why it was taken out', async () => {
  const { context, page, open, go } = await ownPhone()
  await publish(context, 1, [{ id: 'a-0002', ...told, hide: true }])
  await open('/pages/home/index')
  await kept(page, 1)
  await open('/subpackages/library/shelf/index?id=new-democratic')
  await page.locator('.row').first().waitFor()
  assert.equal(await page.locator('#row-a-0002').count(), 0)
  await go('/subpackages/reader/article/index?id=a-0002')
  await reads(page, '这篇文章已撤下')
  await reads(page, '2026年11月24日：人物写错了')
})

test('a file that was changed on the way is refused with the reason, and the content stays as it was', async () => {
  const { context, page, open } = await ownPhone()
  await host(context, signed({ number: 1, on: '2026-11-24', items: await amended() }).replace('改正', '政正'))
  await open('/subpackages/settings/about/index')
  await reads(page, /没有采用：更正文件与它的校验码不符/)
  await open('/subpackages/reader/article/index?id=a-0002')
  await reads(page, new RegExp(await wordsOf('a-0002')))
  assert.equal(await page.getByText('已更正').count(), 0)
})

test('an older issue on a slow mirror takes nothing back', async () => {
  const { context, page, open } = await ownPhone()
  await publish(context, 2, await amended())
  await open('/pages/home/index')
  await kept(page, 2)
  await publish(context, 1, [])
  const asked = page.waitForResponse('**/feed/errata.json')
  await open('/subpackages/settings/about/index')
  await asked
  await open('/subpackages/reader/article/index?id=a-0002')
  await reads(page, new RegExp(NOW))
})

test('after another answer is issued, what was answered stays as it was judged, and the result says so', async () => {
  const { context, page, open, relaunch } = await ownPhone()
  await publish(context, 0, [])
  const questions = await questionsOf('new-democratic')
  await open('/subpackages/exam/run/index?mode=article&article=a-0001')
  const first = await answer(page, questions, true)
  const other = first.type === 'single' && first.options.find(option => option.id !== first.answer)
  assert.ok(other)
  await publish(context, 1, [{ id: first.id, ...told, note: '答案写错了', answer: other.id }])
  await relaunch()
  await kept(page, 1)
  await relaunch()
  await reads(page, '✓ 答对了')
  await reads(page, '已更正（2026年11月24日）：答案写错了')
})

test('a hidden question leaves a session that waits, and the session goes on', async () => {
  const { context, page, open } = await ownPhone()
  await publish(context, 0, [])
  const questions = await questionsOf('reform')
  const RUN = '/subpackages/exam/run/index?mode=practice&shelf=reform'
  await open(RUN)
  const second = await goOn(page, questions, await answer(page, questions, true))
  await publish(context, 1, [{ id: second.id, ...told, hide: true, article: second.evidence.article }])
  // Where no session is open: one that is told of the change on its way is not told again.
  await open('/pages/home/index')
  await kept(page, 1)
  await open(RUN)
  await reads(page, /1 题已撤下/)
  assert.notEqual((await inSight(page, questions)).id, second.id)
  await answer(page, questions, true)
})

test('a correction that was wrong itself is withdrawn by the next issue: the words are what they were, and nothing is marked', async () => {
  const { context, page, open } = await ownPhone()
  const was = await wordsOf('a-0002')
  await publish(context, 1, [...(await amended()), { id: 'a-0003', ...told, hide: true }])
  await open('/pages/home/index')
  await kept(page, 1)
  await open('/subpackages/reader/article/index?id=a-0003')
  await reads(page, '这篇文章已撤下')
  await publish(context, 2, [])
  await open('/pages/home/index')
  await kept(page, 2)
  await open('/subpackages/reader/article/index?id=a-0002')
  await reads(page, new RegExp(was))
  assert.equal(await page.getByText('已更正').count(), 0)
  await open('/subpackages/reader/article/index?id=a-0003')
  await page.locator('.article__paragraph').first().waitFor()
})

test('what the operator has not signed is refused with the reason', async () => {
  const { context, page, open } = await ownPhone()
  await host(context, sealErrata({ number: 1, on: '2026-11-24', items: await amended() }))
  await open('/subpackages/settings/about/index')
  await reads(page, /没有采用：更正文件没有签名/)
})

test('without a key nothing is asked of the host, and what was kept under one is dropped', async () => {
  const phone = await ownPhone()
  await publish(phone.context, 1, await amended())
  await phone.open('/pages/home/index')
  await kept(phone.page, 1)
  await phone.context.unroute('**/feed/catalog.json')
  let asked = 0
  await phone.context.unroute('**/feed/errata.json')
  await phone.context.route('**/feed/errata.json', route => {
    asked += 1
    return route.abort()
  })
  await phone.open('/subpackages/settings/about/index')
  await phone.page.waitForFunction(() => localStorage.getItem('errata') === null)
  await phone.open('/subpackages/reader/article/index?id=a-0002')
  await reads(phone.page, new RegExp(await wordsOf('a-0002')))
  assert.equal(asked, 0)
})
