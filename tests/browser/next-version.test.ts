import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { serveApp, type StaticServer } from '../../scripts/start/static-server'
import { nextBuild } from './next-build'
import { newPhone, press, useBrowser } from './phone'

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

test('a page that is opened just after a newer version has taken over comes, and no network is blamed', async () => {
  const { page } = await newPhone({ serviceWorkers: true })
  // However slow the machine is, the app has just been started.
  await page.addInitScript(() => {
    const real = performance.now.bind(performance)
    performance.now = () => Math.min(real(), 5_000)
  })
  serve('.')
  await launch(page)
  await controlled(page)
  serve(next)
  await page.addInitScript(() => {
    navigator.serviceWorker?.addEventListener('controllerchange', () => document.documentElement.classList.add('newer'))
  })
  await launch(page)
  await page.locator('html.newer').waitFor()
  await press(page, 'tab-me')
  await page.locator('#settings').locator('visible=true').waitFor()
  await press(page, 'settings')
  await page.locator('#erase, .dialog').locator('visible=true').first().waitFor()
  assert.equal(await page.locator('.dialog').count(), 0)
})
