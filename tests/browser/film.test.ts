import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { durable, newPhone, press, useBrowser } from './phone'

useBrowser()

const FILM = '/subpackages/player/episode/index?id=e-0161'

const ready = (page: Page) =>
  page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('#film')?.readyState ?? 0) > 0)
const second = (page: Page) =>
  page
    .locator('#film')
    .last()
    .evaluate((film: HTMLVideoElement) => film.currentTime)
const play = (page: Page) =>
  page
    .locator('#film')
    .last()
    .evaluate((film: HTMLVideoElement) => film.play())
const reaches = (page: Page, at: number) =>
  page.waitForFunction(least => (document.querySelector<HTMLVideoElement>('#film')?.currentTime ?? 0) >= least, at)

test('a film plays, and after a kill goes on at the second it had reached', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  await open(FILM)
  await ready(page)
  await press(page, 'film-begin')
  await reaches(page, 7)
  assert.equal(await page.locator('#film-begin').count(), 0, 'the browser’s own controls took its place')
  await durable(page, 'items/', '"e-0161"')
  await relaunch()
  await ready(page)
  const at = await second(page)
  assert.ok(at >= 4 && at <= 9, `${at} s`)
  await play(page)
  await reaches(page, at + 1)
  assert.deepEqual(errors, [])
})

test('a chapter or a sentence is jumped to with a tap, and the one that is on is marked', async () => {
  const { page, open } = await newPhone()
  await open(FILM)
  await ready(page)
  await page.locator('#sentence-9').evaluate((element: HTMLElement) => element.click())
  await page.locator('#sentence-9.transcript__sentence--on, #sentence-10.transcript__sentence--on').waitFor()
  assert.ok((await second(page)) > 30)
  await press(page, 'chapter-4')
  await page.locator('#chapter-4', { hasText: '正在' }).waitFor()
  await page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('#film')?.currentTime ?? 0) > 99)
})

test('captions are the words that are said, and can be put away for good', async () => {
  const { page, open, relaunch } = await newPhone()
  await open(FILM)
  await ready(page)
  await play(page)
  await page.waitForFunction(() => {
    const [track] = document.querySelector<HTMLVideoElement>('#film')?.textTracks ?? []
    return track?.mode === 'showing' && (track.activeCues?.length ?? 0) > 0
  })
  const cue = await page.evaluate(() => {
    const [track] = document.querySelector<HTMLVideoElement>('#film')!.textTracks
    return (track!.activeCues![0] as VTTCue).text
  })
  const words = await page.locator('.transcript__paragraph').allTextContents()
  assert.ok(words.join('').includes(cue), cue)
  await press(page, 'captions-off')
  const mode = () => page.locator('#film').evaluate((film: HTMLVideoElement) => film.textTracks[0]?.mode ?? 'none')
  assert.notEqual(await mode(), 'showing')
  await relaunch()
  await ready(page)
  await play(page)
  await reaches(page, 1)
  assert.notEqual(await mode(), 'showing')
})

test('a film at double speed counts the seconds that pass, and jumping through it counts none', async () => {
  const { page, open } = await newPhone()
  await open(FILM)
  await ready(page)
  await play(page)
  await press(page, 'speed')
  await press(page, 'rate-2')
  const began = Date.now()
  await reaches(page, 8)
  for (const number of [5, 9, 12]) {
    await page.locator(`#sentence-${number}`).evaluate((element: HTMLElement) => element.click())
  }
  await page.locator('#film').evaluate((film: HTMLVideoElement) => film.pause())
  const wall = (Date.now() - began) / 1000
  await durable(page, 'days/', 'watch_seconds')
  const watched = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction('kv')
            .objectStore('kv')
            .getAll(IDBKeyRange.bound('days/', 'days/~'))
          reading.onsuccess = () => {
            const days = reading.result.flatMap(value => Object.values(JSON.parse(String(value))))
            resolve(days.reduce<number>((sum, day) => sum + (day as { watch_seconds: number }).watch_seconds, 0))
          }
        }
      }),
  )
  assert.ok(watched <= wall + 2, `${watched} s counted, ${wall} s passed`)
})

test('speed is the player’s one control; what was chosen goes on in the next film, which is a tap away', async () => {
  const { page, open } = await newPhone()
  await open(FILM)
  await ready(page)
  await page.locator('#speed', { hasText: '1×' }).waitFor()
  assert.equal(await page.locator('[id^="rate-"]').count(), 0, 'the speeds are behind it')
  await press(page, 'speed')
  await page.locator('[id="rate-0.75"]').evaluate((it: HTMLElement) => it.click())
  await page.locator('#speed', { hasText: '0.75×' }).waitFor()
  await page.locator('.sheet').waitFor({ state: 'detached' })
  await page
    .locator('.section', { hasText: '接下来' })
    .locator('.row')
    .first()
    .evaluate((row: HTMLElement) => row.click())
  await page
    .locator('.episode__title')
    .locator('visible=true')
    .last()
    .filter({ hasNotText: '从石库门到南湖' })
    .waitFor()
  await ready(page)
  await play(page)
  await page.waitForFunction(
    () => [...document.querySelectorAll<HTMLVideoElement>('#film')].pop()?.playbackRate === 0.75,
  )
})

test('a film silences what is heard', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  await page.evaluate(() => {
    location.hash = '#/subpackages/player/episode/index?id=e-0161'
  })
  await ready(page)
  await play(page)
  await press(page, 'back')
  await page.locator('#mini-toggle[aria-label=播放]').last().waitFor()
})

test('a host that is down is told with a way to try again, and the words stay readable', async () => {
  const { page, open } = await newPhone()
  await page.route('**/media/*', route => route.abort('connectionrefused'))
  await open(FILM)
  await page.getByText('连不上放节目的服务器').waitFor()
  await page.locator('.transcript__paragraph').first().waitFor()
  await page.unroute('**/media/*')
  await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
  await ready(page)
  await play(page)
  await reaches(page, 1)
})

test('a downloaded film plays with the network cut', async () => {
  const { page, open, relaunch } = await newPhone()
  await open(FILM)
  await press(page, 'download')
  await page.locator('#how', { hasText: '没有网络也能放' }).waitFor()
  await page.route('**/media/*', route => route.abort('internetdisconnected'))
  await relaunch()
  await ready(page)
  await play(page)
  await reaches(page, 1)
})

test('a film stops when its page is left for another, and what nobody sees counts for nothing', async () => {
  const { page, open, errors } = await newPhone()
  await open(FILM)
  await ready(page)
  await press(page, 'film-begin')
  await reaches(page, 2)
  await page
    .locator('.section', { hasText: '读文章' })
    .locator('.row')
    .first()
    .evaluate((row: HTMLElement) => row.click())
  await page.locator('.article__paragraph').first().waitFor()
  const paused = () => page.evaluate(() => document.querySelector<HTMLVideoElement>('#film')!.paused)
  assert.equal(await paused(), true)
  const left = await second(page)
  await new Promise(resolve => setTimeout(resolve, 1_500))
  assert.equal(await second(page), left)
  await press(page, 'back')
  await page.locator('#film').locator('visible=true').waitFor()
  assert.equal(await paused(), true, 'it goes on when it is told to')
  await play(page)
  await reaches(page, left + 1)
  assert.deepEqual(errors, [])
})

test('where one has moved a paused film to is kept', async () => {
  const { page, open, relaunch } = await newPhone()
  await open(FILM)
  await ready(page)
  await press(page, 'film-begin')
  await reaches(page, 2)
  await page.locator('#film').evaluate((film: HTMLVideoElement) => {
    film.pause()
    film.currentTime = 60
  })
  await durable(page, 'items/', '"second":60')
  await relaunch()
  await ready(page)
  assert.equal(await second(page), 60)
})

test('a film that is not there offers no place to jump to, until it has come', async () => {
  const { page, open } = await newPhone()
  await page.route('**/media/*', route => route.abort('connectionrefused'))
  await open(FILM)
  await page.getByText('连不上放节目的服务器').waitFor()
  await page.locator('.transcript__paragraph').first().waitFor()
  await page.getByText('点一句，从那里看').waitFor({ state: 'detached' })
  assert.equal(await page.locator('[id^=sentence-]').count(), 0)
  assert.equal(await page.locator('#chapter-1[role=link]').count(), 0)
  await page.unroute('**/media/*')
  await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
  await ready(page)
  await press(page, 'chapter-1')
  await page.locator('#chapter-1', { hasText: '正在' }).waitFor()
})

test('the screen stays lit while a film plays, and not while it is paused', async () => {
  const { page, open, context } = await newPhone()
  await context.addInitScript({
    content: `{
      window.lit = 0
      const request = async () => {
        window.lit += 1
        return { release: async () => void (window.lit -= 1) }
      }
      Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    }`,
  })
  const lit = (count: number) =>
    page.waitForFunction(wanted => (window as unknown as { lit: number }).lit === wanted, count)
  await open(FILM)
  await ready(page)
  await lit(0)
  await press(page, 'film-begin')
  await lit(1)
  await page.locator('#film').evaluate((film: HTMLVideoElement) => film.pause())
  await lit(0)
})
