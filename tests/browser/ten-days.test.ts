import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { planOn } from '../../domain/catalog/plan'
import type { EpisodeMeta } from '../../domain/catalog/types'
import { pick, seeded } from '../../domain/quiz/random'
import { addDays, dayStart } from '../../domain/time/day'
import { builtSchedule } from './built-schedule'
import { durable, durablePause, newPhone, press, useBrowser } from './phone'

useBrowser()

/** Another seed draws other days; the one that failed is in the name of its test. */
const SEED = process.env.DRAW ?? '2026-11-29'

const feed = <T>(file: string) => JSON.parse(fs.readFileSync(`dist/h5/feed/${file}`, 'utf8')) as T
const { episodes } = unpackCatalog(feed<PackedCatalog>('catalog.json'))
const schedule = builtSchedule()

/** Days of the year from the schedule's first on, each with the episode of the day, which has a recording. */
const heard = Array.from({ length: 364 }, (_, i) => addDays(schedule.starts, i)).flatMap(day => {
  const id = planOn(schedule, day)?.episode
  const episode = episodes.find(it => it.id === id && it.media)
  return episode ? [{ day, episode }] : []
})
const drawn = pick(heard, 10, seeded(`ten days ${SEED}`))

/** Where it is sought, second. */
const TO = 31

const title = (page: Page, words: string) =>
  page.locator('.episode__title', { hasText: words }).locator('visible=true').waitFor()
const sounds = (page: Page) => page.locator('#toggle[aria-label=暂停]').locator('visible=true').waitFor()

/** What comes after an episode in its series and can be heard: one without a recording is passed over, as this browser has no voice. */
const after = ({ series, number }: EpisodeMeta) =>
  episodes.find(it => it.series === series && it.number > number && it.media)

async function hear(page: Page, episode: EpisodeMeta, relaunch: () => Promise<void>): Promise<void> {
  await press(page, 'toggle')
  await sounds(page)
  await page.waitForFunction(() => /^0:0[1-9]/.test(document.querySelector('#position')?.textContent ?? ''))
  await page.evaluate(second => {
    const slider = [...document.querySelectorAll('taro-slider-core')].pop()!
    slider.dispatchEvent(new CustomEvent('change', { detail: { value: second }, bubbles: true }))
  }, TO)
  await page.waitForFunction(() => /^0:3[1-9]/.test(document.querySelector('#position')?.textContent ?? ''))
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label*=接着听]').waitFor()
  await durablePause(page)
  await relaunch()
  await page.locator('#toggle[aria-label*="从 3"]').waitFor()
  await press(page, 'toggle')
  await sounds(page)
  const next = after(episode)
  if (!next) return page.locator('#next[aria-label=没有下一集]').waitFor()
  await press(page, 'next')
  await title(page, next.title)
  // A film is not begun by itself, and is no sound that goes on.
  if (next.kind === 'audio') await sounds(page)
}

const film = (page: Page) => page.locator('#film').last()
const second = (page: Page) => film(page).evaluate((it: HTMLVideoElement) => it.currentTime)
const ready = (page: Page) =>
  page.waitForFunction(() => ([...document.querySelectorAll<HTMLVideoElement>('#film')].pop()?.readyState ?? 0) > 0)
const reaches = (page: Page, at: number) =>
  page.waitForFunction(
    least => ([...document.querySelectorAll<HTMLVideoElement>('#film')].pop()?.currentTime ?? 0) >= least,
    at,
  )

async function watch(page: Page, episode: EpisodeMeta, relaunch: () => Promise<void>): Promise<void> {
  await ready(page)
  await press(page, 'film-toggle')
  await reaches(page, 1)
  await film(page).evaluate((it: HTMLVideoElement, to) => (it.currentTime = to), TO)
  await reaches(page, TO + 0.5)
  await press(page, 'film-toggle')
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('#film')?.paused)
  await durable(page, 'items/', /"second":3[1-9]/)
  await relaunch()
  await ready(page)
  await reaches(page, TO)
  assert.ok((await second(page)) < TO + 9)
  await press(page, 'film-toggle')
  await reaches(page, TO + 1)
  const next = after(episode)
  if (!next) return
  await press(page, `row-${next.id}`)
  await title(page, next.title)
}

test('ten days are drawn', () => assert.equal(drawn.length, 10))

for (const { day, episode } of drawn) {
  test(`the episode of ${day} plays, is sought in, goes on after a kill and leads to the next: ${episode.id}`, async () => {
    const { page, open, relaunch, errors } = await newPhone()
    await page.clock.install({ time: new Date(dayStart(day) + 8 * 3_600_000) })
    await open('/pages/home/index')
    await press(page, `row-${episode.id}`)
    await title(page, episode.title)
    await (episode.kind === 'video' ? watch : hear)(page, episode, relaunch)
    assert.deepEqual(errors, [])
  })
}
