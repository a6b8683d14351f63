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

test('the scripts that every page begins with ask to be compiled beside it', () => {
  const folder = 'dist/h5/js'
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.js'))
  const asking = files.filter(file =>
    fs.readFileSync(path.join(folder, file), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n'),
  )
  assert.deepEqual(asking.map(name => name.split('.')[0]).sort(), ['app', 'shared'])
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

test('the home page asks for one part of the schedule, once and early, and has the whole week from it', async () => {
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

const ARTICLE = '/subpackages/reader/article/index'

/** A browser with a Chinese voice: one control more in the title bar, which takes two lines then on a narrow phone. As text: it runs in the page. */
const VOICE = `
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: function () {} })
  Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'zh-CN' }], cancel() {} } })
`

/** The article as it stands in `root`: each part with its words, its classes and its place; and which words are dotted. */
const standing = (page: Page, root: string) =>
  page.evaluate(within => {
    const parts =
      '.title-bar__back, .title-action, .annal__year, .article__title, .opening__meta, .piece, .thread > .button, .knot, .article__heading, .article__paragraph, .article__paragraph > *, .contents-column__part'
    return [...document.querySelectorAll(within)].flatMap(screen =>
      [...screen.querySelectorAll(parts)].map(it => {
        const { color, fontSize, lineHeight, textDecorationLine } = getComputedStyle(it)
        const { x, y, width, height } = it.getBoundingClientRect()
        const box = [x, y, width, height].map(px => Math.round(px * 4) / 4).join(' ')
        const look = it.className.replace(/\b(taro-\S+|hydrated)\b/g, '').trim()
        return [look, it.textContent, box, color, fontSize, lineHeight, textDecorationLine].join(' | ')
      }),
    )
  }, root)

for (const [type, theme, width, lines, id] of [
  [1, 'light', 390, 'normal', 'a-0002'],
  [2, 'dark', 390, 'loose', 'a-0001'],
  [4, 'light', 390, 'normal', 'a-0376'],
  [4, 'dark', 320, 'normal', 'a-0001'],
  [1, 'dark', 1280, 'normal', 'a-0002'],
  [3, 'light', 1280, 'loose', 'a-0511'],
] as const) {
  const where = `type ${type}, ${theme}, ${width} px, ${lines} lines`
  test(`the beginning of an article stands before the app is there, and the app’s own takes its very place (${id}, ${where})`, async () => {
    const { page, errors } = await newPhone({ type, theme, width })
    await page.addInitScript(
      settings => localStorage.setItem('settings', JSON.stringify({ data: { version: 1, settings } })),
      { type, lines },
    )
    if (width === 320) await page.addInitScript(VOICE)
    await page.addInitScript(() => {
      const shifts = { sum: 0 }
      Object.assign(window, { shifts })
      new PerformanceObserver(list => {
        for (const it of list.getEntries()) shifts.sum += (it as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    // The drawing beside the year comes after the words.
    await page.route(/objects\.json/, () => undefined)
    const release = await heldApp(page)
    await page.goto(`${address()}#${ARTICLE}?id=${id}`, { waitUntil: 'commit' })
    await page.locator('#first-paint .article__paragraph').first().waitFor()
    const before = await standing(page, '#first-paint')
    const picture = await page.screenshot()
    const reached = await page.evaluate(() =>
      [...document.querySelectorAll('#first-paint .article__body > *')].some(
        it => it.getBoundingClientRect().bottom > innerHeight,
      ),
    )
    assert.ok(reached, 'the first screen is full')
    assert.equal(await page.locator('#first-paint .title-action').count(), width === 320 ? 4 : 3)
    release()
    await page.locator(`#${id}-p0`).waitFor()
    await page.locator('#first-paint').waitFor({ state: 'detached' })
    const after = await standing(page, '.screen')
    for (const part of before) assert.ok(after.includes(part), `${part}\nis not among\n${after.join('\n')}`)
    // Only what is not in sight yet is the app's alone.
    assert.deepEqual(after.slice(0, 8), before.slice(0, 8))
    assert.ok(picture.equals(await page.screenshot()), 'not a pixel is different')
    const shifted = await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)
    assert.ok(shifted <= 0.02, `layout shift of ${shifted}`)
    assert.deepEqual(errors, [])
  })
}

test('what was painted goes when the app’s own page is laid out, however seldom frames are made', async () => {
  const { page } = await newPhone()
  // As text: it runs in the page.
  await page.addInitScript(`
    window.requestAnimationFrame = callback => setTimeout(() => callback(performance.now()), 300)
    new MutationObserver(changes => {
      if (changes.some(it => [...it.removedNodes].some(node => node.id === 'first-paint')))
        window.laidOut = getComputedStyle(document.querySelector('.screen')).display
    }).observe(document, { childList: true, subtree: true })
  `)
  const release = await heldApp(page)
  await page.goto(`${address()}#${ARTICLE}?id=a-0002`, { waitUntil: 'commit' })
  await page.locator('#first-paint .article__paragraph').first().waitFor()
  release()
  await page.locator('#first-paint').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => (window as unknown as { laidOut: string }).laidOut), 'block')
})

test('what is painted of an article is not spoken, cannot be pressed, and has no id that the app’s own has', async () => {
  const { page } = await newPhone()
  const release = await heldApp(page)
  await page.goto(`${address()}#${ARTICLE}?id=a-0002`, { waitUntil: 'commit' })
  await page.locator('#first-paint .rich-text__cite').first().waitFor()
  const root = page.locator('#first-paint')
  assert.equal(await root.getAttribute('aria-hidden'), 'true')
  assert.equal(await root.locator('[id], [role], [tabindex], a, button').count(), 0)
  release()
  await page.locator('#a-0002-p0').waitFor()
})

/** Opens an article with the app held back until it has been painted, or is not going to be; and says that it was, or was not. */
async function opens(page: Page, query: string, painted: boolean): Promise<void> {
  const release = await heldApp(page)
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.getElementById('first-paint')) Object.assign(window, { painted: true })
    }).observe(document, { childList: true, subtree: true })
  })
  if (page.url() !== 'about:blank') await page.goto('about:blank')
  await page.goto(`${address()}#${ARTICLE}?${query}`, { waitUntil: 'commit' })
  if (painted) await page.locator('#first-paint .article__paragraph').first().waitFor()
  else await page.locator('head > script[src*="/js/app."]').waitFor({ state: 'attached' })
  release()
  await page.locator('.screen .article__paragraph').first().waitFor()
  assert.equal(await page.evaluate(() => 'painted' in window), painted, query)
}

test('an article in which the app is to go to a paragraph is left to the app', async () => {
  const { page } = await newPhone()
  await opens(page, 'id=a-0002&from=x', true)
  await opens(page, 'id=a-0002&block=e1', false)
  await opens(page, `id=a-0002&words=${encodeURIComponent('南湖')}`, false)
})

test('an article that was left in the middle opens there, and is not painted before', async () => {
  const { page } = await newPhone()
  await opens(page, 'id=a-0002', true)
  const keep = (paragraph: number) =>
    page.evaluate(async at => {
      const quote = document.getElementById(`a-0002-p${at}`)!.textContent!.slice(0, 24)
      await new Promise<void>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const tx = opening.result.transaction('kv', 'readwrite')
          tx.objectStore('kv').put(JSON.stringify({ 'a-0002': { quote, at: 1 } }), 'places')
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      })
    }, paragraph)
  await keep(0)
  await opens(page, 'id=a-0002', true)
  await keep(4)
  await opens(page, 'id=a-0002', false)
  await opens(page, 'id=a-0001', true)
})

test('an article that a correction names is left to the app', async () => {
  const { page } = await newPhone()
  await page.addInitScript(() => localStorage.setItem('errata', JSON.stringify({ data: '{"id":"a-0002"}' })))
  await opens(page, 'id=a-0002', false)
  await opens(page, 'id=a-0001', true)
})

test('an id that nothing has, and a volume that does not come, are left to the app, which says so', async () => {
  const { page } = await newPhone()
  await page.goto(`${address()}#${ARTICLE}?id=a-9999`)
  await page.getByText('没有这篇文章').waitFor()
  assert.equal(await page.locator('#first-paint').count(), 0)
  await page.goto('about:blank')
  await page.route(/feed\/articles-/, route => route.abort())
  await page.goto(`${address()}#${ARTICLE}?id=a-0002`)
  await page.getByText('再试一次').first().waitFor()
  assert.equal(await page.locator('#first-paint').count(), 0)
})

test('the scripts in index.html bring nothing that they do not need', () => {
  const html = fs.readFileSync('dist/h5/index.html', 'utf8')
  const [ask = '', paint = ''] = [...html.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(it => it[1]!)
  const own = ask.replace(/^\s*window\.built ?= ?\{.*?\};/s, '')
  assert.ok(own.length > 500 && own.length < 4_000, `the script in the head has ${own.length} characters`)
  assert.ok(paint.length > 2_000 && paint.length < 10_000, `the script in the body has ${paint.length} characters`)
})
