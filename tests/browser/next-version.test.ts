import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { serveApp, type StaticServer } from '../../scripts/start/static-server'
import { nextBuild } from './next-build'
import { newPhone, press, stored, top, useBrowser } from './phone'

useBrowser()

// What is served is what `dist/h5` below it points to.
const root = path.resolve('.cache/tests', `versions-${process.pid}`)
const next = path.join(root, 'next')
const served = path.join(root, 'served/dist/h5')
let server: StaticServer

const serve = (app: string) => {
  fs.rmSync(served, { force: true })
  fs.symlinkSync(path.resolve(app, 'dist/h5'), served)
}

before(async () => {
  fs.mkdirSync(path.dirname(served), { recursive: true })
  await nextBuild(next)
  serve('.')
  server = await serveApp(path.join(root, 'served'), 0)
})
after(async () => {
  await server.close()
  fs.rmSync(root, { recursive: true, force: true })
})

/** Begins the app anew, with what the service worker keeps. */
async function launch(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.goto(server.address)
  await page.locator('#today-event').locator('visible=true').waitFor()
}

const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null)

/** However slow the machine is, the app has just been started. */
const justStarted = (page: Page) =>
  page.addInitScript(() => {
    const real = performance.now.bind(performance)
    performance.now = () => Math.min(real(), 5_000)
  })

/** Runs in the page: marks it once another worker answers for it. */
const markNewer = () =>
  navigator.serviceWorker?.addEventListener('controllerchange', () => document.documentElement.classList.add('newer'))

/** Opens a page whose code the page in sight has not fetched yet. */
async function openSettings(page: Page): Promise<void> {
  await press(page, 'tab-me')
  await page.locator('#settings, .dialog').locator('visible=true').first().waitFor()
  assert.equal(await page.locator('.dialog').count(), 0)
  await press(page, 'settings')
  await page.locator('#erase, .dialog').locator('visible=true').first().waitFor()
  assert.equal(await page.locator('.dialog').count(), 0)
}

test('a page that is opened just after a newer version has taken over comes, and no network is blamed', async () => {
  const { page } = await newPhone({ serviceWorkers: true })
  await justStarted(page)
  serve('.')
  await launch(page)
  await controlled(page)
  serve(next)
  await page.addInitScript(markNewer)
  await launch(page)
  await page.locator('html.newer').waitFor()
  await openSettings(page)
})

test('… also where no worker answered yet when the app began, on the first visit of all', async () => {
  const { context, page } = await newPhone({ serviceWorkers: true })
  await justStarted(page)
  serve('.')
  await launch(page)
  await controlled(page)
  await page.evaluate(markNewer)
  serve(next)
  await launch(await context.newPage())
  await page.locator('html.newer').waitFor()
  await openSettings(page)
})

test('a tab of the earlier version goes on beside one of the newer: pages open, and what either writes stays', async () => {
  const { context, page: earlier } = await newPhone({ serviceWorkers: true })
  serve('.')
  await launch(earlier)
  await controlled(earlier)
  await earlier.evaluate(() => void (location.hash = '/subpackages/reader/article/index?id=a-0002'))
  await earlier.locator('.article__paragraph').first().waitFor()
  serve(next)
  const newer = await context.newPage()
  await launch(newer)
  // The worker of the newer version answers from here on, and only its files are kept.
  await launch(newer)
  for (const [page, words] of [
    [earlier, '旧的那一页'],
    [newer, '新的那一页'],
  ] as const) {
    await page.evaluate(() => void (location.hash = '/subpackages/reader/article/index?id=a-0002'))
    await page.locator('.article__paragraph').first().waitFor()
    await press(page, 'more')
    await press(page, 'note')
    const sentences = page.locator('[id^=option-sentence-]').locator('visible=true')
    await sentences.nth(page === earlier ? 0 : 1).evaluate((it: HTMLElement) => it.click())
    await page.locator('#note-words textarea, textarea#note-words').first().fill(words)
    await press(page, 'note-keep')
    await page.locator('.sheet__panel').waitFor({ state: 'detached' })
  }
  for (const page of [earlier, newer]) {
    await page.evaluate(() => void (location.hash = '/subpackages/reader/notes/index'))
    await top(page).locator('.note').nth(1).waitFor()
    assert.deepEqual((await top(page).locator('.note__words').allTextContents()).sort(), ['新的那一页', '旧的那一页'])
  }
  const kept = await stored<object>(newer, 'notes/')
  assert.equal(kept.flatMap(it => Object.keys(it)).length, 2)
})
