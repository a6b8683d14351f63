import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { keptWhole, newPhone, press, useBrowser } from './phone'

// An episode is read and heard from the page of its volume.
useBrowser({ kept: /^(js|css)\/|^feed\/episodes/ })

const EPISODE = '/subpackages/player/episode/index?id=e-0001'
const DOWNLOADS = '/subpackages/player/downloads/index'
const MEDIA = '**/media/*'

const kept = (page: Page) => page.evaluate(async () => (await (await caches.open('downloads')).keys()).length)
const cut = (route: Route) => route.abort('internetdisconnected')
const moves = (page: Page, after: number) =>
  page.waitForFunction(least => {
    const [m = 0, s = 0] = (document.querySelector('#position')?.textContent ?? '').split(':').map(Number)
    return m * 60 + s > least
  }, after)

test('a downloaded episode plays with the network cut, also after a restart, and can be deleted', async () => {
  const { page, open, relaunch } = await newPhone()
  await open(EPISODE)
  await page.locator('#download', { hasText: /约 0\.\d MB/ }).waitFor()
  await press(page, 'download')
  await page.locator('#how', { hasText: '没有网络也能放' }).waitFor()
  await page.route(MEDIA, cut)
  await relaunch()
  await page.locator('#how', { hasText: '没有网络也能放' }).waitFor()
  await press(page, 'toggle')
  await moves(page, 1)
  await press(page, 'skip')
  await moves(page, 15)
  await press(page, 'toggle')
  await press(page, 'delete-download')
  await page.locator('#download').waitFor()
  assert.equal(await kept(page), 0)
})

test('after one visit and one download the app itself may be reloaded without a network and still plays', async () => {
  const { page, open, relaunch, context } = await newPhone({ serviceWorkers: true })
  await open(EPISODE)
  await keptWhole(page)
  await press(page, 'download')
  await page.locator('#how', { hasText: '没有网络也能放' }).waitFor()
  await context.setOffline(true)
  await relaunch()
  await press(page, 'toggle')
  await moves(page, 1)
})

test('several are downloaded one after another, counted, shown with their sizes and deleted together', async () => {
  const { page, open } = await newPhone()
  await open(`${DOWNLOADS}?series=baitian`)
  const offered = Number(/全部 (\d+) 集/.exec((await page.locator('#download-all').textContent()) ?? '')?.[1])
  await press(page, 'download-all')
  await page.locator('.dialog', { hasText: /约 \d+\.\d MB/ }).waitFor()
  await press(page, 'dialog-confirm')
  await page
    .locator('.section', { hasText: '放在手机上的' })
    .getByText(new RegExp(`^${offered} 集，共`))
    .waitFor()
  assert.equal(await kept(page), offered)
  await press(page, 'drop-all')
  await press(page, 'dialog-confirm')
  await page.getByText('还没有下载').waitFor()
  assert.equal(await kept(page), 0)
})

test('one of several is deleted alone', async () => {
  const { page, open } = await newPhone()
  await open(DOWNLOADS)
  await press(page, 'get-e-0001')
  await page.locator('#kept-e-0001').waitFor()
  await press(page, 'get-e-0002')
  await page.locator('#kept-e-0002').waitFor()
  await press(page, 'edit-kept')
  await press(page, 'kept-e-0001')
  await page.locator('#kept-e-0001').waitFor({ state: 'detached' })
  await page.locator('#get-e-0001').waitFor()
  assert.equal(await page.locator('#kept-e-0002').count(), 1)
})

test('a download can be cancelled, and nothing of it stays', async () => {
  const { page, open, errors } = await newPhone()
  let release = () => undefined as void
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route(MEDIA, async route => {
    await held
    await route.continue().catch(() => undefined)
  })
  await open(DOWNLOADS)
  await press(page, 'get-e-0001')
  await press(page, 'get-e-0002')
  await page.getByText('后面还有 1 集').waitFor()
  await press(page, 'cancel-all')
  await page.locator('.coming').waitFor({ state: 'detached' })
  release()
  assert.equal(await kept(page), 0)
  assert.deepEqual(errors, [])
})

test('a damaged download is told and not kept; the next one is', async () => {
  const { page, open } = await newPhone()
  await page.route(MEDIA, async route => {
    const answer = await route.fetch()
    const body = await answer.body()
    body[1000]! ^= 1
    await route.fulfill({ response: answer, body })
  })
  await open(EPISODE)
  await press(page, 'download')
  await page.getByText('和目录里记的不一样，已经删掉').waitFor()
  assert.equal(await kept(page), 0)
  await page.unroute(MEDIA)
  await press(page, 'download')
  await page.locator('#how', { hasText: '没有网络也能放' }).waitFor()
})

test('where the network wants a login first, a download says so as playing does', async () => {
  const { page, open } = await newPhone()
  await page.route(MEDIA, route => route.fulfill({ contentType: 'text/html', body: '<html>login</html>' }))
  await open(EPISODE)
  await press(page, 'download')
  await page.getByText('连着的网络要先登录才能用').waitFor()
  assert.equal(await kept(page), 0)
})

test('a download that was damaged afterwards is told, deleted, and the host’s is played instead', async () => {
  const { page, open, relaunch } = await newPhone()
  await open(EPISODE)
  await press(page, 'download')
  await page.locator('#delete-download').waitFor()
  await page.evaluate(async () => {
    const cache = await caches.open('downloads')
    const [key] = await cache.keys()
    await cache.put(key!, new Response('broken', { headers: { 'content-length': '6' } }))
  })
  await relaunch()
  await press(page, 'toggle')
  await page.getByText('下载的这一集坏了，已经删掉').waitFor()
  await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
  await moves(page, 0)
  assert.equal(await kept(page), 0)
})

test('a phone without room says so and stops the rest', async () => {
  const { page, open, context } = await newPhone()
  await context.addInitScript(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException('Quota exceeded', 'QuotaExceededError'))
  })
  await open(DOWNLOADS)
  await press(page, 'get-e-0001')
  await page.locator('#get-e-0001', { hasText: '放不下了' }).waitFor()
  assert.equal(await kept(page), 0)
})

test('with the data saver on, a host’s episode asks before it spends data; a downloaded one does not', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/settings/settings/index')
  await press(page, 'saver-on')
  let asked = 0
  page.on('request', request => (asked += Number(/\/media\//.test(request.url()))))
  await open(EPISODE)
  await press(page, 'toggle')
  await page.getByText('省流量开着').waitFor()
  assert.equal(asked, 0)
  await page.getByText('用流量听').evaluate((element: HTMLElement) => element.click())
  await moves(page, 0)
  await press(page, 'toggle')
  await press(page, 'download')
  await page.locator('#delete-download').waitFor()
  await open(EPISODE)
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').waitFor()
})

test('a row that was tapped says itself that it waits, how far it has come, and what went wrong', async () => {
  const { page, open } = await newPhone()
  let fail = () => undefined as void
  const held = new Promise<void>(resolve => (fail = resolve))
  await page.route(MEDIA, async route => {
    await held
    await cut(route)
  })
  await open(DOWNLOADS)
  await press(page, 'get-e-0002')
  await page.locator('#get-e-0002', { hasText: '正在下载' }).waitFor()
  await press(page, 'get-e-0005')
  await page.locator('#get-e-0005', { hasText: '等着下载' }).waitFor()
  fail()
  await page.locator('#get-e-0002', { hasText: '没有下载下来' }).waitFor()
  await page.locator('#get-e-0005', { hasText: '没有下载下来' }).waitFor()
  await page.unroute(MEDIA)
  await press(page, 'get-e-0002')
  await page.locator('#kept-e-0002').waitFor()
  await page.locator('#get-e-0002').waitFor({ state: 'detached' })
})
