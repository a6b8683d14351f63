import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { address, newPhone, press, top, useBrowser } from './phone'
import { logIn, useService } from './service'

useBrowser()
const NOW = new Date('2026-11-27T19:00:00+08:00')
const service = useService(NOW.getTime())

/** A browser of a meeting room. */
async function screen(width = 1920, height = 1080) {
  const it = await newPhone()
  await it.page.setViewportSize({ width, height })
  await it.page.clock.setFixedTime(NOW)
  return it
}
const shown = (page: Page, what: string) => page.locator(what).locator('visible=true').last()
const where = (page: Page) => shown(page, '#screen-where').textContent()
const stands = (page: Page, words: string) =>
  page.locator('#screen-where', { hasText: words }).locator('visible=true').last().waitFor()
/** What of the words in sight is cut off below or beside. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const main = [...document.querySelectorAll('.show__main')].pop()!
    const box = main.getBoundingClientRect()
    return [...main.children]
      .map(it => ({ name: it.className, of: it.getBoundingClientRect() }))
      .filter(({ of }) => of.height > 0 && (of.bottom > box.bottom + 1 || of.right > box.right + 1))
      .map(it => it.name)
  })

test('the screen goes through theme, article, film, ten questions and back by keys, without the service or an account', async () => {
  const { page, errors } = await screen()
  await page.route('**/v1/**', route => route.abort())
  await page.goto(`${address()}screen`)
  await press(page, 'theme-first')
  await shown(page, '.show__theme').waitFor()
  await page.keyboard.press('PageDown')
  await shown(page, '.show__paragraph').waitFor()
  await page.waitForFunction(() => /第 1 \/ [2-9]\d* 页/.test(document.querySelector('#screen-where')!.textContent!))
  const pages = Number(/\/ (\d+)/.exec((await where(page))!)![1])
  // Every page but the last shows words, and none twice.
  const words = new Set<string>()
  for (let i = 1; i <= pages; i++) {
    await stands(page, `第 ${i} / ${pages} 页`)
    const seen = await page.evaluate(() => {
      const box = document.querySelector('.show__pages')!.getBoundingClientRect()
      return [...document.querySelectorAll('.show__paragraph, .show__heading')].filter(it =>
        [...it.getClientRects()].some(line => line.left >= box.left - 1 && line.right <= box.right + 1),
      ).length
    })
    assert.ok(seen > 0, `page ${i} shows no words`)
    words.add(await page.locator('.show__text').evaluate(it => getComputedStyle(it).transform))
    await page.keyboard.press(i % 2 ? 'ArrowRight' : ' ')
  }
  assert.equal(words.size, pages)
  await page.locator('#screen-film').waitFor({ state: 'attached' })
  await press(page, 'screen-play')
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('#screen-film')!.currentTime > 1)
  await page.keyboard.press('PageDown')
  for (let i = 1; i <= 10; i++) {
    await stands(page, `第 ${i} / 10 题`)
    await shown(page, '.show__stem').waitFor()
    assert.equal(await page.locator('.show__option--right').count(), 0, 'nobody is told before')
    await press(page, (await page.locator('.show__option').first().getAttribute('id')) as string)
    await page.keyboard.press('PageDown')
    await shown(page, '.show__option--right').waitFor()
    await shown(page, '.show__proof').waitFor()
    assert.deepEqual(await cutOff(page), [], (await shown(page, '.show__stem').textContent()) ?? '')
    await page.keyboard.press('PageDown')
  }
  await page.getByText('今天学到这里').waitFor()
  await page.keyboard.press('PageUp')
  await stands(page, '第 10 / 10 题')
  await shown(page, '.show__option--right').waitFor()
  // The service is not asked for anything but who is logged in, and that failed.
  assert.deepEqual(
    errors.filter(it => !/Failed to load resource|ERR_FAILED/.test(it)),
    [],
  )
})

test('a reload goes on where it was: the page, the film’s second, the question with its answer', async () => {
  const { page, relaunch } = await screen(1366, 768)
  await page.goto(`${address()}#/subpackages/screen/show/index?theme=w0`)
  await shown(page, '.show__theme').waitFor()
  await press(page, 'other-article')
  const article = await page.locator('.show__title').first().textContent()
  await press(page, 'part-article')
  await page.waitForFunction(() => / [2-9]\d* 页/.test(document.querySelector('#screen-where')!.textContent!))
  await page.keyboard.press('PageDown')
  await stands(page, '第 2 ')
  const at = await where(page)
  await relaunch()
  await shown(page, '.show__paragraph').waitFor()
  await stands(page, at!)
  assert.ok((await page.locator('.show__kicker').textContent())!.includes(article!))
  await press(page, 'part-film')
  await page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('#screen-film')?.readyState ?? 0) > 0)
  await press(page, 'screen-play')
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('#screen-film')!.currentTime > 4)
  await press(page, 'screen-play')
  await relaunch()
  await page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('#screen-film')?.currentTime ?? 0) >= 4)
  await press(page, 'part-questions')
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
  await stands(page, '第 3 / 10 题')
  await relaunch()
  await shown(page, '.show__option--right').waitFor()
  await stands(page, '第 3 / 10 题')
})

test('a file that the host does not have, and another one in its place, are told as that on the screen; 播放 tries anew', async () => {
  const { page } = await screen(1366, 768)
  const answer = (kind: 'none' | 'empty' | 'other') =>
    page.route('**/media/*', route => {
      if (kind === 'none') return route.fulfill({ status: 404 })
      if (kind === 'other')
        return route.continue({
          url: route
            .request()
            .url()
            .replace(/e-\d+\.\w+/, 'e-0002.m4a'),
        })
      return route.fulfill(
        route.request().method() === 'HEAD' ? { status: 405 } : { contentType: 'video/mp4', body: '' },
      )
    })
  await answer('none')
  await page.goto(`${address()}#/subpackages/screen/show/index?theme=w0`)
  await shown(page, '.show__theme').waitFor()
  await press(page, 'part-film')
  const told = (words: string) => page.locator('.show__caption', { hasText: words }).waitFor()
  await told('没有这一集')
  assert.doesNotMatch((await page.locator('.show__caption').textContent())!, /没有网络/)
  for (const [kind, words] of [
    ['empty', '放不出来：文件打不开'],
    ['other', '和目录里记的不一样'],
  ] as const) {
    await page.unroute('**/media/*')
    await answer(kind)
    await press(page, 'screen-play')
    await told(words)
  }
  await page.unroute('**/media/*')
  await press(page, 'screen-play')
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('#screen-film')!.currentTime > 1)
  // Paused, it goes on.
  await press(page, 'screen-play')
  const at = await page.locator('#screen-film').evaluate((media: HTMLVideoElement) => media.currentTime)
  await press(page, 'screen-play')
  await page.waitForFunction(
    from => document.querySelector<HTMLVideoElement>('#screen-film')!.currentTime > from + 1,
    at,
  )
})

test('a finger turns the page, and an old address of a theme leads to the others', async () => {
  const { page } = await screen()
  await page.goto(`${address()}#/subpackages/screen/show/index?theme=changzheng-2`)
  await shown(page, '.show__theme').waitFor()
  const swipe = async (from: number, to: number) => {
    for (const [kind, x] of [
      ['touchstart', from],
      ['touchend', to],
    ] as const) {
      await page.evaluate(
        ([type, clientX]) => {
          const finger = new Touch({ identifier: 1, target: document.body, clientX: Number(clientX), clientY: 500 })
          const touches = type === 'touchstart' ? [finger] : []
          document.body.dispatchEvent(
            new TouchEvent(String(type), { bubbles: true, touches, changedTouches: [finger] }),
          )
        },
        [kind, x],
      )
    }
  }
  await swipe(900, 500)
  await shown(page, '.show__paragraph').waitFor()
  await swipe(500, 520)
  await shown(page, '.show__paragraph').waitFor()
  await swipe(500, 900)
  await shown(page, '.show__theme').waitFor()
  await page.goto('about:blank')
  await page.goto(`${address()}#/subpackages/screen/show/index?theme=w999`)
  await page.getByText('没有这个主题').waitFor()
  await page.getByText('选一个主题').click()
  await shown(page, '#theme-first').waitFor()
})

test('主题党日 in one tap: today’s meeting, its code on the screen, its minutes begun; a second tap makes nothing twice', async () => {
  const phone = await screen(1366, 768)
  const { page, go } = phone
  await logIn(phone, 'secretary')
  await go('/subpackages/branch/meetings/index')
  await press(page, 'theme-day')
  await shown(page, '.show__theme').waitFor()
  const digits = (await shown(page, '#screen-digits').textContent())!.replace(' ', '')
  assert.match(digits, /^\d{6}$/)
  const meetings = () =>
    service.query<{ title: string; minutes: string; links: string[] }>(
      "select title, minutes, links from meeting where kind = 'theme_day' and day = '2026-11-27'",
    )
  const [begun, ...more] = await meetings()
  assert.equal(more.length, 0)
  assert.equal(begun!.title, '从石库门出发')
  assert.match(
    begun!.minutes,
    /^主题：从石库门出发\n一起读：《.+》\n一起(看|听)：《.+》\n一起答题，看出处\n讨论：\n议定：$/,
  )
  assert.equal(begun!.links.length, 2)
  await go('/subpackages/branch/meetings/index')
  await press(page, 'theme-day')
  await shown(page, '.show__theme').waitFor()
  assert.equal((await shown(page, '#screen-digits').textContent())!.replace(' ', ''), digits, 'the code is the same')
  assert.deepEqual(await meetings(), [begun])
  // What the secretary has written is not written over.
  await service.query("update meeting set minutes = '我写的' where kind = 'theme_day' and day = '2026-11-27'")
  await go('/subpackages/branch/meetings/index')
  await top(page).getByText('从石库门出发').first().waitFor()
  await press(page, 'theme-day')
  await shown(page, '.show__theme').waitFor()
  assert.equal((await meetings())[0]!.minutes, '我写的')
})
