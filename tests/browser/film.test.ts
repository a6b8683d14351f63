import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { clockAtKill, durable, litScreen, keptSeconds, newPhone, press, useBrowser } from './phone'

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
  const clock = await clockAtKill(page)
  await relaunch()
  await ready(page)
  // It is put there when the picture has come.
  await reaches(page, 4)
  const [at, left] = [await second(page), await clock()]
  assert.ok(at <= left + 1, `left at ${left} s, it is at ${at} s`)
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

/** The caption in the band, once there is one. */
async function caption(page: Page): Promise<string> {
  const band = page.locator('#film-band').locator('visible=true')
  await band.filter({ hasText: /\S/ }).waitFor()
  return (await band.textContent()) ?? ''
}
const boxOf = async (page: Page, selector: string) => (await page.locator(selector).last().boundingBox())!
const trackMode = (page: Page) =>
  page.locator('#film').evaluate((film: HTMLVideoElement) => film.textTracks[0]?.mode ?? 'none')

test('captions are the words that are said, in a band below the picture, and can be put away for good', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  await open(FILM)
  await ready(page)
  await press(page, 'film-toggle')
  const said = await caption(page)
  await page.locator('.transcript__paragraph').first().waitFor()
  const words = (await page.locator('.transcript__paragraph').allTextContents()).join('')
  assert.ok(words.includes(said), said)
  const [picture, band] = [await boxOf(page, '#film'), await boxOf(page, '#film-band')]
  assert.ok(band.y >= picture.y + picture.height, 'it covers nothing of the picture')
  // The script is read out by whoever wants it; a line that changes every few seconds would talk over the film.
  assert.equal(await page.locator('#film-band').getAttribute('aria-hidden'), 'true')
  assert.equal(await page.locator('#film-band [aria-live]').count(), 0)
  await press(page, 'captions')
  await page.locator('#film-band').waitFor({ state: 'detached' })
  await relaunch()
  await ready(page)
  await play(page)
  await reaches(page, 4)
  assert.equal(await page.locator('#film-band').count(), 0)
  assert.deepEqual(errors, [])
})

for (const [type, width, size] of [
  [1, 390, 18],
  [4, 320, 36],
] as const) {
  test(`captions are ${size} px at step ${type} of the type, and what stands below them never moves`, async () => {
    const { page, open } = await newPhone({ type, width })
    await open(FILM)
    await ready(page)
    await play(page)
    const places = new Set<number>()
    const seen = new Set<string>()
    // Four places of the film, a caption each.
    for (const second of [8, 30, 55, 100]) {
      await page.locator('#film').evaluate((film: HTMLVideoElement, to) => (film.currentTime = to), second)
      await page.waitForFunction(
        known => {
          const now = document.querySelector('#film-band')?.textContent ?? ''
          return now !== '' && !known.includes(now)
        },
        [...seen],
      )
      seen.add(await caption(page))
      const [band, tools] = [await boxOf(page, '#film-band'), await boxOf(page, '.film-tools')]
      assert.ok(band.y + band.height <= tools.y + 1, 'the words end before the controls')
      places.add(Math.round(tools.y))
      const inside = await page.locator('.film-band__words').evaluate(it => it.scrollWidth <= it.clientWidth + 1)
      assert.ok(inside, [...seen].pop())
    }
    assert.equal(places.size, 1, [...seen].join(' / '))
    const font = await page.locator('.film-band__words').evaluate(it => getComputedStyle(it).fontSize)
    assert.equal(font, `${size}px`)
  })
}

test('in full screen, where the page cannot draw, the browser shows the same words, and only there', async () => {
  const { page, open } = await newPhone()
  await open(FILM)
  await ready(page)
  await play(page)
  await caption(page)
  assert.notEqual(await trackMode(page), 'showing', 'the words do not stand twice')
  await page.locator('#film').evaluate((film: HTMLVideoElement) => film.requestFullscreen())
  await page.waitForFunction(() => {
    const [track] = document.querySelector<HTMLVideoElement>('#film')?.textTracks ?? []
    return track?.mode === 'showing' && (track.cues?.length ?? 0) > 20
  })
  await page.evaluate(() => document.exitFullscreen())
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('#film')?.textTracks[0]?.mode !== 'showing')
})

test('what begins a film lies on nothing of its title: the sign is in the part of the picture that stays empty', async () => {
  const { page, open } = await newPhone()
  await open(FILM)
  await ready(page)
  const [picture, sign] = [await boxOf(page, '#film'), await boxOf(page, '.film__sign')]
  // The lowest 150 of a film's 720 px (scripts/media/src/scenes/stage.ts).
  assert.ok(sign.y >= picture.y + (picture.height * 570) / 720, `${sign.y}`)
  assert.ok(sign.y + sign.height <= picture.y + picture.height + 1)
  const whole = await boxOf(page, '#film-begin')
  assert.ok(whole.width >= picture.width - 1 && whole.height >= picture.height - 1, 'the whole picture can be pressed')
})

test('a film at double speed counts the seconds that pass, and jumping through it counts none', async () => {
  const { page, open } = await newPhone()
  await open(FILM)
  await ready(page)
  const began = Date.now()
  await play(page)
  await press(page, 'speed')
  await press(page, 'rate-2')
  await reaches(page, 8)
  for (const number of [5, 9, 12]) {
    await page.locator(`#sentence-${number}`).evaluate((element: HTMLElement) => element.click())
  }
  await page.locator('#film').evaluate((film: HTMLVideoElement) => film.pause())
  const wall = (Date.now() - began) / 1000
  await durable(page, 'days/', 'watch_seconds')
  const watched = await keptSeconds(page, 'watch_seconds')
  assert.ok(watched <= wall + 2, `${watched} s counted, ${wall} s passed`)
})

test('speed is the player’s one control; what was chosen goes on in the next film, which is a tap away', async () => {
  const { page, open } = await newPhone()
  // The next of its series is a film too.
  await open('/subpackages/player/episode/index?id=e-0177')
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
    .filter({ hasNotText: '毛驴、小路和二十五万大军' })
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

for (const [what, body] of [
  ['empty', Buffer.alloc(0)],
  ['damaged', Buffer.alloc(1_000, 7)],
] as const) {
  test(`a film whose file is ${what} is told; trying again has the one that was mended`, async () => {
    const { page, open } = await newPhone()
    await page.route('**/media/*', route =>
      route.request().method() === 'HEAD'
        ? route.fulfill({ status: 405 })
        : route.fulfill({ contentType: 'video/mp4', body }),
    )
    await open(FILM)
    await page.locator('.notice', { hasText: '视频放不出来' }).waitFor()
    await page.unroute('**/media/*')
    await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
    await ready(page)
    await play(page)
    await reaches(page, 1)
  })
}

for (const [knows, says] of [
  ['says how long it is', true],
  ['does not say how long it is', false],
] as const) {
  test(`another film at a host that ${knows} is told and not shown`, async () => {
    const { page, open } = await newPhone()
    await page.route('**/media/e-0161.mp4*', route => {
      if (route.request().method() === 'HEAD' && !says) return route.fulfill({ status: 405 })
      return route.continue({ url: route.request().url().replace('e-0161', 'e-0164') })
    })
    await open(FILM)
    await page.locator('.notice', { hasText: '和目录里记的不一样' }).waitFor()
    assert.equal(await page.locator('#film').count(), 0)
    await page.unroute('**/media/e-0161.mp4*')
    await page.getByText('再试一次').evaluate((element: HTMLElement) => element.click())
    await ready(page)
  })
}

test('a film that stands idle in one tab keeps no place over the tab that plays it, and goes on from there', async () => {
  const { page, open, context } = await newPhone()
  await open(FILM)
  await ready(page)
  // It was moved here once; later on a slow phone has not drawn the second that it is put to when its page is left.
  await page.evaluate(
    () =>
      new Promise(resolve => {
        addEventListener('timeupdate', resolve, { capture: true, once: true })
        document.querySelector<HTMLVideoElement>('#film')!.currentTime = 1
      }),
  )
  await page.evaluate(() => addEventListener('timeupdate', event => event.stopImmediatePropagation(), true))
  const other = await context.newPage()
  await other.goto(page.url())
  await ready(other)
  await press(other, 'film-begin')
  await reaches(other, 7)
  await other.locator('#film').evaluate((film: HTMLVideoElement) => film.pause())
  const left = await second(other)
  // A place that was kept on the way there is not enough.
  await durable(other, 'items/', new RegExp(`"second":(${Math.floor(left)}|${Math.ceil(left)})[.,}]`))
  await page.waitForFunction(least => document.querySelector<HTMLVideoElement>('#film')!.currentTime >= least, left - 1)
  // Its page is left, and what that keeps is kept.
  await press(page, 'back')
  await new Promise(resolve => setTimeout(resolve, 500))
  await page.close()
  await other.reload()
  await ready(other)
  await reaches(other, left - 1)
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
  await reaches(page, 60)
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
  const { page, open } = await newPhone()
  const lit = await litScreen(page)
  await open(FILM)
  await ready(page)
  await lit(0)
  await press(page, 'film-begin')
  await lit(1)
  await page.locator('#film').evaluate((film: HTMLVideoElement) => film.pause())
  await lit(0)
})
