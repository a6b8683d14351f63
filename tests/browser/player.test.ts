import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { planOn } from '../../domain/catalog/plan'
import type { EpisodeMeta } from '../../domain/catalog/types'
import { addDays, dayStart } from '../../domain/time/day'
import { builtSchedule } from './built-schedule'
import { keepLockScreen, keptWhole, newPhone, press, top, useBrowser } from './phone'

useBrowser()

const feed = <T>(file: string) => JSON.parse(fs.readFileSync(`dist/h5/feed/${file}`, 'utf8')) as T
const catalog = unpackCatalog(feed<PackedCatalog>('catalog.json'))

/** Recordings that travel with the app; which they are changes. */
const recorded = catalog.episodes.filter(it => it.kind === 'audio' && it.media?.bundled)
/** Two of one series, the second after the first, none that can be heard between them. */
function pair(): [EpisodeMeta, EpisodeMeta] {
  for (const first of recorded) {
    const after = recorded.filter(it => it.series === first.series && it.number > first.number)
    if (after[0]) return [first, after[0]]
  }
  throw new Error('no series has two recordings')
}
const [first, second] = pair()
const third = recorded.find(it => it.series === second.series && it.number > second.number)!
const address = ({ id }: EpisodeMeta) => `/subpackages/player/episode/index?id=${id}`

const onPage = (page: Page, { title }: EpisodeMeta) =>
  page.locator('.episode__title', { hasText: title }).locator('visible=true').waitFor()
const sounds = (page: Page) => page.locator('#toggle[aria-label=暂停]').locator('visible=true').waitFor()
const silent = (page: Page) => page.locator('#toggle:not([aria-label=暂停])').locator('visible=true').waitFor()

/** Moves the slider to so many seconds before the end. */
const nearEnd = (page: Page, before: number) =>
  page.evaluate(seconds => {
    const element = [...document.querySelectorAll('taro-slider-core')].pop()!
    const last = Math.floor(Number(element.getAttribute('max') ?? (element as unknown as { max: number }).max))
    element.dispatchEvent(new CustomEvent('change', { detail: { value: last - seconds }, bubbles: true }))
  }, before)

test('the episodes after and before are a tap away, and the page goes along with what plays', async () => {
  const { page, open, errors } = await newPhone()
  await open(address(first))
  await press(page, 'toggle')
  await sounds(page)
  await press(page, 'next')
  await onPage(page, second)
  await sounds(page)
  assert.match(page.url(), new RegExp(second.id))
  await press(page, 'previous')
  await onPage(page, first)
  await sounds(page)

  // At its own end too.
  await nearEnd(page, 2)
  await onPage(page, second)
  await sounds(page)

  // Whoever then opens the page of the one before stays there.
  await page.evaluate(to => (location.hash = `#${to}`), address(first))
  await onPage(page, first)
  await page.locator('#enqueue').locator('visible=true').waitFor()
  assert.deepEqual(errors, [])
})

test('while nothing plays, the episode after is shown and does not begin by itself', async () => {
  const { page, open } = await newPhone()
  await open(address(first))
  await press(page, 'next')
  await onPage(page, second)
  await silent(page)
  assert.equal(await page.evaluate(() => navigator.mediaSession.metadata), null)
})

test('what comes next is one tap away, and a tap there plays it', async () => {
  const { page, open } = await newPhone()
  await open(address(first))
  await press(page, 'toggle')
  await sounds(page)
  await press(page, 'queue')
  await page.locator('.sheet__panel', { hasText: '放完自动接着放' }).waitFor()
  await press(page, `row-${second.id}`)
  await onPage(page, second)
  await sounds(page)
})

test('without a network what was downloaded comes next, past what was not', async () => {
  // The worker keeps the drawings, as on every phone.
  const { page, open, go, context, errors } = await newPhone({ serviceWorkers: true })
  await open(address(third))
  await keptWhole(page)
  for (const episode of [third, first]) {
    await go(address(episode))
    await press(page, 'download')
    await page.locator('#how', { hasText: '没有网络也能放' }).locator('visible=true').waitFor()
  }
  await press(page, 'toggle')
  await sounds(page)
  await context.setOffline(true)
  await page.waitForFunction(() => !navigator.onLine)
  await page.locator(`#next[aria-label="下一集：${third.title}"]`).locator('visible=true').waitFor()
  await nearEnd(page, 2)
  await page.waitForFunction(title => navigator.mediaSession.metadata?.title === title, third.title)
  await sounds(page)
  assert.deepEqual(errors, [])
})

test('speed is one control that says how fast, and the sleep timer can be set before anything plays', async () => {
  const { page, open, relaunch } = await newPhone()
  await page.clock.install()
  await open(address(first))
  await page.locator('#speed', { hasText: '1×' }).waitFor()
  assert.equal(await top(page).locator('.choice').count(), 0, 'the speeds are behind it')
  await press(page, 'speed')
  await press(page, 'rate-2')
  await page.locator('#speed', { hasText: '2×' }).waitFor()
  await press(page, 'sleep')
  await press(page, 'sleep-choice-10')
  await page.locator('#sleep', { hasText: '10 分钟后停' }).waitFor()
  // A wait before it plays counts nothing.
  await page.clock.fastForward(3 * 60_000)
  await press(page, 'toggle')
  await sounds(page)
  await page.locator('#sleep', { hasText: '10 分钟后停' }).waitFor()
  await page.clock.fastForward(10 * 60_000)
  await silent(page)
  await relaunch()
  await page.locator('#speed', { hasText: '2×' }).waitFor()
})

test('the figures of the skips grow with the type', async () => {
  const size = async (type: number) => {
    const { page, open } = await newPhone({ type })
    await open(address(first))
    const figure = page.locator('#skip').getByText('15')
    await figure.waitFor()
    return figure.evaluate(it => parseFloat(getComputedStyle(it).fontSize))
  }
  const [plain, large] = [await size(1), await size(4)]
  assert.ok(plain >= 16, `${plain} px`)
  assert.equal(large, plain * 2)
})

/** Relative luminance (WCAG) of `rgb(…)`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(it => {
    const c = Number(it) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

for (const theme of ['light', 'dark'] as const) {
  test(`what has been played stands out on the slider, not what is left: ${theme}`, async () => {
    const { page, open } = await newPhone({ theme })
    await open(address(first))
    await page.locator('.weui-slider__track').waitFor({ state: 'attached' })
    const colours = await page.evaluate(() =>
      ['body', '.weui-slider__track', '.weui-slider__inner'].map(
        it => getComputedStyle(document.querySelector(it)!).backgroundColor,
      ),
    )
    const [paper = 0, track = 0, rest = 0] = colours.map(luminance)
    const against = (it: number) => (Math.max(it, paper) + 0.05) / (Math.min(it, paper) + 0.05)
    const contrasts = { played: against(track), left: against(rest) }
    assert.ok(contrasts.played > contrasts.left * 1.5, JSON.stringify(contrasts))
    assert.ok(contrasts.played > 4.5, JSON.stringify(contrasts))
  })
}

test('one tap keeps the sentence that is heard; it is found again under notes and sounds from there', async () => {
  const { page, open, errors } = await newPhone()
  await open(address(first))
  assert.equal(await page.locator('#mark').getAttribute('aria-disabled'), 'true')
  await press(page, 'toggle')
  await sounds(page)
  await page.locator('#sentence-3').evaluate((it: HTMLElement) => it.click())
  await page.locator('#sentence-3.transcript__sentence--on').waitFor()
  const said = (await page.locator('#sentence-2').textContent())! + (await page.locator('#sentence-3').textContent())!
  await press(page, 'mark')
  await page.locator('.marked', { hasText: '已记下' }).waitFor()

  // Taken back, and kept again.
  await press(page, 'mark-undo')
  await page.locator('.marked').waitFor({ state: 'detached' })
  await press(page, 'mark')
  await press(page, 'mark-notes')
  const note = page.locator('.note').locator('visible=true')
  await note.waitFor()
  assert.equal(await note.count(), 1)
  const quote = (await note.locator('.note__quote').textContent())!
  // A hand is a moment behind the ear: it may be the one before.
  assert.ok(said.includes(quote), quote)
  assert.match((await note.textContent())!, new RegExp(first.title))

  await open('/subpackages/reader/notes/index')
  await page
    .getByText('听这一句')
    .locator('visible=true')
    .evaluate((it: HTMLElement) => it.click())
  await onPage(page, first)
  await sounds(page)
  await page.locator('.transcript__sentence--on', { hasText: quote.slice(0, 8) }).waitFor()
  assert.deepEqual(errors, [])
})

test('a sentence that is marked twice in one moment is one note, which can be taken back', async () => {
  const { page, open, go } = await newPhone()
  await open(address(first))
  await press(page, 'toggle')
  await sounds(page)
  await page.locator('#sentence-3').evaluate((it: HTMLElement) => it.click())
  await page.locator('#sentence-3.transcript__sentence--on').waitFor()
  await press(page, 'toggle')
  await silent(page)
  await page.locator('#mark').evaluate((it: HTMLElement) => {
    it.click()
    it.click()
  })
  await press(page, 'mark-notes')
  const notes = page.locator('.note').locator('visible=true')
  await notes.first().waitFor()
  assert.equal(await notes.count(), 1)
  await page.goBack()
  await press(page, 'mark-undo')
  await page.locator('.marked').waitFor({ state: 'detached' })
  await go('/subpackages/reader/notes/index')
  await page.locator('.empty').locator('visible=true').waitFor()
  assert.equal(await notes.count(), 0)
})

test('what sounds is not offered again on the first page', async () => {
  const schedule = builtSchedule()
  const days = Array.from({ length: 14 }, (_, i) => addDays(schedule.starts, i))
  const day = days.find(it => recorded.some(({ id }) => id === planOn(schedule, it)?.episode))
  assert.ok(day, 'a day in the first two weeks has a recording')
  const todays = recorded.find(({ id }) => id === planOn(schedule, day)!.episode)!
  const { page, open, errors } = await newPhone()
  await page.clock.setFixedTime(new Date(dayStart(day) + 8 * 3_600_000))
  await open('/pages/home/index')
  await page.locator('#listen-today').waitFor()
  await press(page, `row-${todays.id}`)
  await press(page, 'toggle')
  await sounds(page)
  await press(page, 'back')
  await page.locator('#mini-toggle').locator('visible=true').waitFor()
  await page.locator('#row-daily').locator('visible=true').waitFor()
  const words = await Promise.all(
    ['#continue', '#listen-today', '#read-today'].map(it => top(page).locator(it).allTextContents()),
  )
  assert.deepEqual(words.flat(), [])
  await press(page, 'mini-toggle')
  await press(page, 'mini-close')
  await page.locator('#listen-today').locator('visible=true').waitFor()
  assert.deepEqual(errors, [])
})

test('without a network the page says so before anything is pressed, with its words below', async () => {
  const { page, open, context } = await newPhone()
  await open(address(first))
  await page.locator('#sentence-1').waitFor()
  assert.equal(await page.getByText('现在没有网络').count(), 0)
  await context.setOffline(true)
  const notice = page.locator('.notice', { hasText: '现在没有网络' })
  await notice.waitFor()
  assert.match((await notice.textContent())!, /文稿在下面/)
  assert.ok(
    await page.evaluate(() => {
      const [said, words] = ['.notice', '#sentence-1'].map(
        it => document.querySelector(it)!.getBoundingClientRect().top,
      )
      return said! < words!
    }),
  )
  await context.setOffline(false)
  await notice.waitFor({ state: 'detached' })
})

test('the lock screen has the title, the series and the cover, and goes back an episode', async () => {
  const { page, open, context } = await newPhone()
  await keepLockScreen(context)
  await open(address(second))
  await press(page, 'toggle')
  await sounds(page)
  await page.waitForFunction(() => navigator.mediaSession.metadata?.artwork.length)
  const shown = await page.evaluate(async () => {
    const { title, artist, artwork } = navigator.mediaSession.metadata!
    const image = new Image()
    image.src = artwork[0]!.src
    await image.decode()
    return { title, artist, type: artwork[0]!.type, side: [image.naturalWidth, image.naturalHeight] }
  })
  const series = catalog.series.find(it => it.id === second.series)!.title
  assert.deepEqual(shown, { title: second.title, artist: series, type: 'image/png', side: [512, 512] })
  await page.evaluate(() =>
    (window as unknown as { lockScreen: Record<string, () => void> }).lockScreen.previoustrack!(),
  )
  await page.waitForFunction(title => navigator.mediaSession.metadata?.title === title, first.title)
  await onPage(page, first)
})

const lockScreen = (page: Page, button: string) =>
  page.evaluate(
    name => (window as unknown as { lockScreen: Record<string, (() => void) | null> }).lockScreen[name]?.(),
    button,
  )
/** The film that follows a recording in its series, and that recording. */
function beforeFilm(): [EpisodeMeta, EpisodeMeta, EpisodeMeta] {
  for (const film of catalog.episodes.filter(it => it.kind === 'video')) {
    const of = (number: number) => recorded.find(it => it.series === film.series && it.number === number)
    const [before, after] = [of(film.number - 1), of(film.number + 1)]
    if (before && after) return [before, film, after]
  }
  throw new Error('no film stands between two recordings')
}
const [heard, film, afterFilm] = beforeFilm()

test('an episode in the queue that is begun by hand plays once', async () => {
  const { page, open, go } = await newPhone()
  await open(address(first))
  await press(page, 'toggle')
  await sounds(page)
  await go(address(second))
  await press(page, 'enqueue')
  await press(page, 'toggle')
  await sounds(page)
  await press(page, 'queue')
  await page.locator('#sheet-close').locator('visible=true').waitFor()
  assert.equal(await page.locator('.row', { hasText: '取消' }).count(), 0)
})

test('what is heard goes on past a film, whose sound is never heard without its picture', async () => {
  const { page, open } = await newPhone()
  await open(address(heard))
  await press(page, 'toggle')
  await sounds(page)
  await press(page, 'next')
  await onPage(page, afterFilm)
  await sounds(page)
  await press(page, 'previous')
  await onPage(page, heard)
  await nearEnd(page, 2)
  await onPage(page, afterFilm)
  await sounds(page)
})

test('a film has the lock screen while it plays, and one sound at a time is heard', async () => {
  const { page, open, go, context } = await newPhone()
  await keepLockScreen(context)
  await open(address(first))
  await press(page, 'toggle')
  await sounds(page)
  await go(address(film))
  await page.locator('#film-begin').click()
  const plays = () =>
    page.evaluate(() => [...document.querySelectorAll<HTMLVideoElement>('#film')].some(it => !it.paused))
  await page.waitForFunction(title => navigator.mediaSession.metadata?.title === title, film.title)
  await lockScreen(page, 'pause')
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLVideoElement>('#film')].every(it => it.paused))
  await lockScreen(page, 'play')
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLVideoElement>('#film')].some(it => !it.paused))
  assert.equal(await plays(), true)
  // Gone from its page, nothing of it stands there.
  await page.goBack()
  await page.waitForFunction(title => navigator.mediaSession.metadata?.title !== title, film.title)
})

test('a player that is closed leaves the lock screen, its buttons with it', async () => {
  const { page, open, go, context } = await newPhone()
  await keepLockScreen(context)
  await open(address(first))
  await press(page, 'toggle')
  await sounds(page)
  await go('/subpackages/library/search/index')
  await press(page, 'mini-close')
  await page.waitForFunction(() => navigator.mediaSession.metadata === null)
  const held = await page.evaluate(() =>
    Object.values((window as unknown as { lockScreen: Record<string, unknown> }).lockScreen).filter(Boolean),
  )
  assert.deepEqual(held, [])
})
