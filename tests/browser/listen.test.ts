import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { formatSeconds } from '../../src/components/duration'
import {
  clockAtKill,
  durablePause,
  keepLockScreen,
  keptSeconds,
  newPhone,
  playedTo,
  press,
  top,
  useBrowser,
} from './phone'

useBrowser()

const seconds = async (page: Page): Promise<number> => {
  const [minutes = 0, rest = 0] = ((await page.locator('#position').last().textContent()) ?? '').split(':').map(Number)
  return minutes * 60 + rest
}

test('an episode plays, and after a kill goes on at the second it had reached', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  await playedTo(page, 8)
  const clock = await clockAtKill(page)
  await relaunch()
  await page.locator('#toggle').waitFor()
  await page.waitForFunction(() =>
    /从 \d+ 秒处接着听/.test(document.querySelector('#toggle')?.getAttribute('aria-label') ?? ''),
  )
  const kept = await seconds(page)
  const left = await clock()
  assert.ok(kept >= 4 && kept <= left + 1, `left at ${left} s, kept ${kept} s`)
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  assert.ok((await playedTo(page, kept + 1)) < kept + 8, 'it went on, it did not start elsewhere')
  assert.deepEqual(errors, [])
})

test('a sentence of the transcript plays from there, and the sound goes on under other pages', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await page.locator('#sentence-6').evaluate((element: HTMLElement) => element.click())
  await page.locator('.transcript__sentence--on').waitFor()
  await press(page, 'back')
  await page.locator('#mini-toggle').waitFor()
  await press(page, 'mini-close')
  await page.locator('#mini-toggle').waitFor({ state: 'detached' })
})

/** Number of the sentence that is marked, -1 for none. */
const said = (page: Page) =>
  page.evaluate(() => Number(document.querySelector('.transcript__sentence--on')?.id.split('-')[1] ?? -1))
const saysAtLeast = (page: Page, number: number) =>
  page.waitForFunction(
    least => Number(document.querySelector('.transcript__sentence--on')?.id.split('-')[1] ?? -1) >= least,
    number,
  )

test('the words go along with what is said, however far a jump goes, and for who reads them the page does too', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0005')
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await press(page, 'chapter-4')
  await page.locator('#chapter-4', { hasText: '正在' }).waitFor()
  await page.locator('.transcript__sentence--on').waitFor()
  const drawn = await page.locator('.transcript__paragraph').count()
  assert.ok(drawn < 9, `a jump sends little, ${drawn} paragraphs`)
  const first = await page.locator('.transcript__paragraph').first().getAttribute('id')
  await press(page, 'earlier-words')
  await page.waitForFunction(id => document.querySelector('.transcript__paragraph')?.id !== id, first)

  // Someone reads along: what is said stands at the lower edge of the screen.
  await page.locator('.transcript__sentence--on').evaluate(it => it.scrollIntoView({ block: 'end' }))
  await saysAtLeast(page, (await said(page)) + 3)
  await page.waitForFunction(() => {
    const box = document.querySelector('.transcript__sentence--on')?.getBoundingClientRect()
    return box && box.top > 0 && box.bottom < innerHeight
  })

  // Someone looks at the controls: nothing moves.
  await page.mouse.move(195, 400)
  await page.mouse.wheel(0, -100_000)
  const title = () => page.locator('.episode__title').evaluate(it => it.getBoundingClientRect().top)
  await page.waitForFunction(() => document.querySelector('.episode__title')!.closest('.taro_page')!.scrollTop === 0)
  const place = await title()
  await saysAtLeast(page, (await said(page)) + 2)
  assert.equal(await title(), place)
  assert.deepEqual(errors, [])
})

test('skipping through an episode is not listening to it', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  for (let i = 0; i < 12; i++) await press(page, 'skip')
  await open('/pages/me/index')
  // No figure stands there before the records have been read.
  const value = page.locator('.stat', { hasText: '听看节目' }).locator('.stat__value', { hasText: /\d/ })
  assert.equal(await value.textContent(), '0')
})

test('a host that is down is told with a way to try again, and the words stay readable', async () => {
  const { page, open } = await newPhone()
  await page.route('**/media/*', route => route.abort('connectionrefused'))
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.getByText('连不上放节目的服务器').waitFor()
  await page.locator('#sentence-1').waitFor()
  await page.unroute('**/media/*')
  await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
  await page.locator('[aria-label=暂停]').last().waitFor()
  await page.waitForFunction(() => document.querySelector('#position')?.textContent !== '0:00')
  assert.equal(await page.getByText('连不上放节目的服务器').count(), 0)
})

test('at the largest type on the smallest screen an episode can be played without scrolling', async () => {
  const { page, go } = await newPhone({ width: 320, type: 4 })
  await page.setViewportSize({ width: 320, height: 568 })
  for (const id of ['e-0001', 'e-0070', 'e-0187']) {
    await go(`/subpackages/player/episode/index?id=${id}`)
    await top(page).locator('#toggle').locator('visible=true').waitFor()
    const { bottom, right } = await top(page)
      .locator('#toggle')
      .evaluate(it => it.getBoundingClientRect())
    assert.ok(bottom <= 568 && right <= 320, `${id}: ${bottom} px`)
    // How it is heard, the label of a made voice with it, stands below and whole.
    assert.match((await top(page).locator('#how').textContent())!, /合成/)
  }
})

const ANSWERS: [what: string, answer: { status?: number; contentType?: string; body?: string }, words: string][] = [
  ['has no such file', { status: 404, body: '' }, '放节目的服务器上没有这一集'],
  ['is out of order', { status: 500, body: '' }, '放节目的服务器出了毛病，过一会儿再试'],
  [
    'lies behind a network that wants a login',
    { contentType: 'text/html', body: '<h1>登录</h1>' },
    '连着的网络要先登录才能用，登录以后再试',
  ],
]
for (const [what, answer, words] of ANSWERS) {
  test(`a host that ${what} is told as that, and not as no network`, async () => {
    const { page, open } = await newPhone()
    await page.route('**/media/*', route => route.fulfill(answer))
    await open('/subpackages/player/episode/index?id=e-0001')
    await press(page, 'toggle')
    await page.locator('.notice', { hasText: words }).waitFor()
    assert.equal(await page.getByText('没有网络').locator('visible=true').count(), 0)
    await page.unroute('**/media/*')
    await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
    await page.locator('[aria-label=暂停]').last().waitFor()
  })
}

test('a host whose file does not open is told as that; trying again has the one that was mended, the page as it is', async () => {
  const { page, open } = await newPhone()
  // Chromium keeps an empty answer as long as the page is open, under the address that it came from.
  await page.route('**/media/*', route =>
    route.request().method() === 'HEAD'
      ? route.fulfill({ status: 405 })
      : route.fulfill({ contentType: 'audio/mp4', body: '' }),
  )
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('.notice', { hasText: '文件打不开' }).waitFor()
  assert.equal(await page.getByText('没有网络').locator('visible=true').count(), 0)
  await page.unroute('**/media/*')
  await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
  await page.locator('[aria-label=暂停]').last().waitFor()
  await page.waitForFunction(() => document.querySelector('#position')?.textContent !== '0:00')
})

const DAMAGED: [what: string, instead: (file: Buffer) => Buffer][] = [
  ['empty', () => Buffer.alloc(0)],
  ['cut off', file => file.subarray(0, file.length / 2)],
  ['damaged', file => Buffer.alloc(file.length, 7)],
]
for (const [what, instead] of DAMAGED) {
  test(`a host’s file that is ${what} does not play; trying again has the one that was mended`, async () => {
    const { page, open } = await newPhone()
    const file = fs.readFileSync('content/media/e-0001.m4a')
    await page.route('**/media/*', route => route.fulfill({ contentType: 'audio/mp4', body: instead(file) }))
    await open('/subpackages/player/episode/index?id=e-0001')
    await press(page, 'toggle')
    await page.locator('.notice', { hasText: '放不出来' }).waitFor()
    await page.unroute('**/media/*')
    await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
    await page.locator('[aria-label=暂停]').last().waitFor()
    await page.waitForFunction(() => document.querySelector('#position')?.textContent !== '0:00')
  })
}

for (const [knows, says] of [
  ['says how long it is', true],
  ['does not say how long it is', false],
] as const) {
  test(`another episode’s file at a host that ${knows} is told, and neither played nor counted`, async () => {
    const { page, open } = await newPhone()
    await page.route('**/media/e-0001.m4a*', route => {
      if (route.request().method() === 'HEAD' && !says) return route.fulfill({ status: 405 })
      return route.continue({ url: route.request().url().replace('e-0001', 'e-0002') })
    })
    await open('/subpackages/player/episode/index?id=e-0001')
    await press(page, 'toggle')
    await page.locator('.notice', { hasText: '和目录里记的不一样' }).waitFor()
    assert.equal(await page.locator('#toggle[aria-label=暂停]').count(), 0)
    assert.equal(await page.locator('#position').last().textContent(), '0:00')
    await page.unroute('**/media/e-0001.m4a*')
    await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
    await page.locator('[aria-label=暂停]').last().waitFor()
  })
}

test('the lock screen is told what plays, and its buttons work', async () => {
  const { page, open, context } = await newPhone()
  await keepLockScreen(context)
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  await page.waitForFunction(() => navigator.mediaSession.metadata)
  const shown = await page.evaluate(
    () => navigator.mediaSession.metadata!.title + navigator.mediaSession.metadata!.album,
  )
  assert.match(shown, /走错门的人.*百天讲党史/)
  const button = (name: string) =>
    page.evaluate(
      action => (window as unknown as { lockScreen: Record<string, () => void> }).lockScreen[action]!(),
      name,
    )
  await button('seekforward')
  await playedTo(page, 15)
  await button('pause')
  await page.locator('#toggle[aria-label*=接着听]').waitFor()
  await button('nexttrack')
  await page.waitForFunction(() => navigator.mediaSession.metadata?.title === '印错书名的小书')
})

test('what was queued plays next, though the series goes on otherwise', async () => {
  const { page, open, go } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  await go('/subpackages/player/episode/index?id=e-0005')
  await press(page, 'enqueue')
  const queued = await page.locator('.episode__title').last().textContent()
  await go('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'queue')
  await page.locator('.row', { hasText: '取消' }).waitFor()
  await press(page, 'sheet-close')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await page.evaluate(() => {
    const element = [...document.querySelectorAll('taro-slider-core')].pop()!
    const last = Math.floor(Number(element.getAttribute('max') ?? (element as unknown as { max: number }).max)) - 2
    element.dispatchEvent(new CustomEvent('change', { detail: { value: last }, bubbles: true }))
  })
  await page.waitForFunction(() => navigator.mediaSession.metadata?.title !== '走错门的人')
  assert.equal(await page.evaluate(() => navigator.mediaSession.metadata!.title), queued)
})

test('a second tab that plays silences the first', async () => {
  const { page, open, context } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  const other = await context.newPage()
  await other.goto(page.url().replace('e-0001', 'e-0002'))
  await press(other, 'toggle')
  await other.locator('[aria-label=暂停]').last().waitFor()
  await page.locator('#toggle:not([aria-label=暂停])').waitFor()
})

test('a tab that stands idle keeps no place over the one that plays, and goes on from there', async () => {
  const { page, open, context } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.waitForFunction(() => /^0:0[3-9]/.test(document.querySelector('#position')?.textContent ?? ''))
  const other = await context.newPage()
  await other.goto(page.url())
  await press(other, 'toggle')
  await other.locator('[aria-label=暂停]').last().waitFor()
  await page.locator('#toggle:not([aria-label=暂停])').waitFor()
  for (let i = 0; i < 3; i++) await press(other, 'skip')
  await other.waitForFunction(() => /^(0:(4[5-9]|5)|1:)/.test(document.querySelector('#position')?.textContent ?? ''))
  // A jump is on its way for a moment.
  await other.locator('#toggle[aria-label=暂停]').waitFor()
  await press(other, 'toggle')
  await other.locator('#toggle:not([aria-label=暂停])').waitFor()
  const left = await seconds(other)
  // The first stands there too, and whatever it does as it is hidden and closed changes nothing.
  await page.waitForFunction(() => /^(0:(4[5-9]|5)|1:)/.test(document.querySelector('#position')?.textContent ?? ''))
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('pagehide'))
  })
  await page.close()
  await other.reload()
  await other.locator('#toggle[aria-label$=接着听]').waitFor()
  const at = await seconds(other)
  assert.ok(Math.abs(at - left) <= 1, `it was left at ${left} s, it is at ${at} s`)
})

test('what plays is in sight on every kind of page', async () => {
  const { page, open, go } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  for (const path of [
    '/subpackages/reader/article/index?id=a-0001',
    '/subpackages/library/shelf/index?id=new-democratic',
    '/subpackages/review/notebook/index',
    '/subpackages/settings/settings/index',
    '/subpackages/branch/slip/index',
    '/subpackages/player/downloads/index',
    '/subpackages/player/episode/index?id=e-0002',
    '/subpackages/exam/run/index?mode=daily',
  ]) {
    await go(path)
    await top(page).locator('#mini-toggle[aria-label=暂停]').locator('visible=true').waitFor()
  }
  await top(page).locator('.screen__actions').locator('visible=true').waitFor()
  const box = (selector: string) => top(page).locator(selector).locator('visible=true').boundingBox()
  const [bar, answer] = [await box('.mini-player'), await box('.screen__actions')]
  assert.ok(bar!.y + bar!.height <= answer!.y, 'it stands above the main action of a page, not on it')

  // On the episode's own page, when its controls have been scrolled away.
  await page.evaluate(() => (location.hash = '#/subpackages/player/episode/index?id=e-0001'))
  await page.locator('#toggle[aria-label=暂停]').locator('visible=true').last().waitFor()
  assert.equal(await page.locator('#mini-toggle').locator('visible=true').count(), 0)
  await page.mouse.move(195, 400)
  await page.mouse.wheel(0, 900)
  await press(page, 'mini-toggle')
  // It may have been started too short a time ago to have a second to go on from.
  await page.locator('#toggle:not([aria-label=暂停])').last().waitFor({ state: 'attached' })
})

test('at the largest type on the narrowest phone the mini player is small, and the end of a page comes out from under it', async () => {
  const { page, open } = await newPhone({ width: 320, type: 4 })
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  await page.evaluate(() => (location.hash = '#/subpackages/settings/about/index'))
  await page.locator('#mini-toggle[aria-label=暂停]').locator('visible=true').waitFor()
  await page.mouse.move(160, 300)
  await page.mouse.wheel(0, 100_000)
  await page.waitForFunction(() => {
    const [end, bar] = ['.screen__body > :last-child', '.mini-player'].map(selector =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(it => it.offsetHeight > 0).pop(),
    )
    if (!end || !bar) return false
    const { top, height } = bar.getBoundingClientRect()
    return height < 844 / 6 && end.getBoundingClientRect().bottom <= top
  })
})

/** Seconds listened on all days, as they are kept. */
const listened = (page: Page) => keptSeconds(page, 'listen_seconds')

test('where one has moved to while it is paused is kept, and moving is no listening', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await playedTo(page, 3)
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label*=接着听]').waitFor()
  await durablePause(page)
  const [stood, before] = [await seconds(page), await listened(page)]
  for (let i = 0; i < 5; i++) await press(page, 'skip')
  await playedTo(page, stood + 5 * 15)
  const ahead = await page.locator('#toggle').getAttribute('aria-label')
  await durablePause(page)
  await relaunch()
  await page.locator(`#toggle[aria-label="${ahead}"]`).waitFor()
  assert.equal(await listened(page), before)

  // Back again, and put away.
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label*=接着听]').waitFor()
  const paused = await seconds(page)
  await press(page, 'rewind')
  await press(page, 'rewind')
  // Paused between two seconds, it may stand a part of one further than its clock.
  await page.waitForFunction(
    ends => ends.includes(document.querySelector('#position')?.textContent ?? ''),
    [0, 1].map(more => formatSeconds(paused - 2 * 15 + more)),
  )
  const behind = await page.locator('#toggle').getAttribute('aria-label')
  await press(page, 'back')
  await press(page, 'mini-close')
  await page.locator('#mini-toggle').waitFor({ state: 'detached' })
  await page.evaluate(() => (location.hash = '#/subpackages/player/episode/index?id=e-0001'))
  await page.locator(`#toggle[aria-label="${behind}"]`).locator('visible=true').last().waitFor()
  assert.deepEqual(errors, [])
})

test('once it has ended it begins anew, unless one has gone back: then it goes on from there', async () => {
  const { page, open, go } = await newPhone()
  await open('/subpackages/settings/settings/index')
  await press(page, 'autoplay-off')
  await go('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  const toEnd = () =>
    page.evaluate(() => {
      const element = [...document.querySelectorAll('taro-slider-core')].pop()!
      const last = Math.floor(Number(element.getAttribute('max') ?? (element as unknown as { max: number }).max)) - 1
      element.dispatchEvent(new CustomEvent('change', { detail: { value: last }, bubbles: true }))
    })
  await toEnd()
  await page.locator('#toggle[aria-label=播放]').waitFor()
  assert.ok((await seconds(page)) > 100, 'it stands at its end')
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await page.waitForFunction(() => /^0:0/.test(document.querySelector('#position')?.textContent ?? ''))

  await toEnd()
  await page.locator('#toggle[aria-label=播放]').waitFor()
  await press(page, 'rewind')
  await press(page, 'rewind')
  await page.locator('#toggle[aria-label*="接着听"]').waitFor()
  const from = await seconds(page)
  await press(page, 'toggle')
  const heard = await playedTo(page, from + 1)
  assert.ok(heard < from + 8, `from ${from} s, at ${heard} s`)
})

test('while the sound is on its way it says so, and pressing again stops the waiting', async () => {
  const { page, open, errors } = await newPhone()
  let release = () => undefined as void
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route('**/media/*', async route => {
    await held
    await route.continue().catch(() => undefined)
  })
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('.seek-bar__fetching', { hasText: '正在取' }).waitFor()
  await page.locator('#toggle[aria-label*=不再等]').waitFor()
  await press(page, 'back')
  await page.locator('.mini-player', { hasText: '正在取' }).waitFor()
  await press(page, 'mini-toggle')
  await page.locator('#mini-toggle[aria-label=播放]').waitFor()
  release()
  await page.locator('.mini-player', { hasText: '0:00' }).waitFor()
  await new Promise(resolve => setTimeout(resolve, 1_000))
  assert.equal(await page.locator('#mini-toggle[aria-label=暂停]').count(), 0, 'it stays silent')
  await press(page, 'mini-toggle')
  await page.locator('#mini-toggle[aria-label=暂停]').waitFor()
  await page.locator('.mini-player', { hasText: /0:0[1-9]/ }).waitFor()
  assert.deepEqual(errors, [])
})
