import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from 'acorn'
import type { Page } from 'playwright-core'
import { address, newPhone, useBrowser } from './phone'

// What a slow phone shows while the framework is still on its way.
useBrowser()

/** The app's own script waits until it is let go. */
async function heldApp(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route(/\/js\/app\./, async route => {
    await held
    await route.continue()
  })
  return release
}

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox()
  assert.ok(box, `${selector} is on the page`)
  return { x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width), height: Math.round(box.height) }
}

for (const [type, theme] of [
  [1, 'light'],
  [3, 'dark'],
] as const) {
  test(`today’s event stands before the app is there, and the app’s own takes its very place (type ${type}, ${theme})`, async () => {
    const { page } = await newPhone({ type, theme })
    const release = await heldApp(page)
    await page.goto(address(), { waitUntil: 'commit' })
    await page.locator('#first-paint .annal__title').waitFor()
    const words = await page.locator('#first-paint').innerText()
    const parts = ['.title-bar__title', '.home__date', '.annal__year', '.annal__title']
    const before = []
    for (const part of parts) before.push(await boxOf(page, `#first-paint ${part}`))
    const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('.annal__year')!).color)
    const red = await colour()
    release()
    await page.locator('#today-event').waitFor()
    await page.locator('#first-paint').waitFor({ state: 'detached' })
    const after = []
    for (const part of parts) after.push(await boxOf(page, `.screen ${part}`))
    assert.deepEqual(after, before)
    assert.equal(await colour(), red)
    const own = await page.locator('.screen').innerText()
    for (const line of words.split('\n').filter(Boolean))
      assert.ok(own.includes(line), `${line} is in the app’s own page`)
  })
}

test('another page is not painted over with today’s event', async () => {
  const { page } = await newPhone()
  const release = await heldApp(page)
  const days = page.waitForRequest(/catalog\.json/)
  await page.goto(`${address()}#/pages/quiz/index`, { waitUntil: 'commit' })
  await days
  release()
  await page.locator('#tab-quiz').waitFor()
  assert.equal(await page.locator('#first-paint').count(), 0)
})

test('without today’s file the page waits for the app, which says what is missing', async () => {
  const { page } = await newPhone()
  await page.route(/feed\/days-/, route => route.abort())
  await page.goto(address())
  await page.getByText('再试一次').first().waitFor()
  assert.equal(await page.locator('#first-paint').count(), 0)
})

test('a correction of this day is not painted over', async () => {
  const { page } = await newPhone()
  await page.clock.setFixedTime(new Date('2026-11-24T08:00:00+08:00'))
  await page.addInitScript(() => localStorage.setItem('errata', JSON.stringify({ data: '{"id":"11-24"}' })))
  const release = await heldApp(page)
  const days = page.waitForResponse(/feed\/days-11/)
  await page.goto(address(), { waitUntil: 'commit' })
  await days
  release()
  await page.locator('#today-event').waitFor()
  assert.equal(await page.locator('#first-paint').count(), 0)
})

test('every script is written for the browsers it is meant for', () => {
  const folder = 'dist/h5/js'
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.js'))
  assert.ok(files.length > 40)
  for (const file of files) {
    const script = fs.readFileSync(path.join(folder, file), 'utf8')
    assert.doesNotThrow(() => parse(script, { ecmaVersion: 2019 }), `${file} is ES2019`)
  }
})

test('what many pages share is one file, not a copy in each', () => {
  const folder = 'dist/h5/js'
  const pages = fs.readdirSync(folder).filter(name => /^\d+\.[0-9a-f]+\.js$/.test(name))
  assert.ok(pages.length > 30)
  for (const file of pages) {
    const bytes = fs.statSync(path.join(folder, file)).size
    assert.ok(bytes < 60_000, `${file} has ${bytes} bytes`)
  }
})

test('an article’s own file is on its way before the app’s script has run, and is asked for once', async () => {
  const { page } = await newPhone()
  const release = await heldApp(page)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  const volumes = () => asked.filter(it => it.startsWith('/feed/articles-'))
  const early = page.waitForRequest(/\/feed\/articles-/)
  await page.goto(`${address()}#/subpackages/reader/article/index?id=a-0002`, { waitUntil: 'commit' })
  await early
  release()
  await page.locator('#a-0002-p0').waitFor()
  assert.equal(volumes().length, 1)
})

test('the home page asks for one part of the course, once and early, and has the whole week from it', async () => {
  const { page } = await newPhone()
  // A Sunday, and the last of its part: tomorrow's week is the next.
  await page.clock.setFixedTime(new Date('2026-12-20T08:00:00+08:00'))
  const release = await heldApp(page)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  const early = page.waitForRequest(/\/feed\/weeks-/)
  await page.goto(address(), { waitUntil: 'commit' })
  await early
  release()
  await page.locator('#week-theme').waitFor()
  assert.deepEqual(
    asked.filter(it => /^\/feed\/(weeks-|schedule)/.test(it)),
    ['/feed/schedule.json', '/feed/weeks-01.json'],
  )
})

test('the app begins when today’s event stands, and whatever becomes of the event’s file', async () => {
  const { page } = await newPhone()
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(changes => {
      for (const node of changes.flatMap(it => [...it.addedNodes])) {
        if (!(node instanceof HTMLElement)) continue
        if (node.id === 'first-paint') seen.push('painted')
        if (!(node instanceof HTMLScriptElement) || !/\/js\/app\./.test(node.src)) continue
        // On the screen, and not only made; or its time is over, as on a machine that has much else to do.
        const shown = performance.getEntriesByName('first-contentful-paint').length > 0 || performance.now() >= 600
        seen.push(shown ? 'begun' : 'begun before it was shown')
      }
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(address(), { waitUntil: 'commit' })
  await page.locator('#today-event').waitFor()
  const order = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  assert.deepEqual(await order(), ['painted', 'begun'])

  // A file that never comes: the app begins all the same, and says so itself.
  const { page: other } = await newPhone()
  await other.route(/feed\/days-/, () => undefined)
  const begun = other.waitForEvent('console', { predicate: it => it.text() === 'begun', timeout: 10_000 })
  await other.route(/\/js\/app\./, async route => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `console.log('begun');${await response.text()}` })
  })
  await other.goto(address(), { waitUntil: 'commit' })
  await begun
})
