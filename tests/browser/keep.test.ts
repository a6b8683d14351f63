import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { address, durable, keptWhole, newPhone, press, top, useBrowser } from './phone'
import { isLaunched, type Shot, SHOTS } from './shots'

useBrowser()

test('before everything has come the tabs, search by title and what has been opened work with the network cut', async () => {
  const { context, page, open, errors } = await newPhone({ serviceWorkers: true })
  // The connection of a member who pays for each megabyte: nothing is fetched that was not asked for.
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, type: 'cellular' } }),
  )
  await open('/pages/home/index')
  await page.locator('#today-event').waitFor()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await open('/subpackages/reader/article/index?id=a-0106')
  await page.locator('.article__paragraph').first().waitFor()
  await context.setOffline(true)
  for (const tab of ['home', 'learn', 'quiz', 'me']) {
    await open(`/pages/${tab}/index`)
    await page.locator(`#tab-${tab}[aria-selected=true]`).locator('visible=true').waitFor()
  }
  await open('/pages/home/index')
  await page.locator('#today-event').waitFor()
  assert.equal(await page.locator('#offline-ready').count(), 0, 'it is not said before it is true')
  await open('/subpackages/reader/article/index?id=a-0106')
  await page.locator('.article__paragraph').first().waitFor()
  await open('/subpackages/library/search/index?q=遵义会议')
  await page.locator('.row').first().waitFor()
  assert.deepEqual(
    errors.filter(it => /chunk/i.test(it)),
    [],
  )
})

test('a member who pays for data can fetch the rest by a tap, and it is said once that all is there', async () => {
  const { context, page, open } = await newPhone({ serviceWorkers: true })
  await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
  await open('/subpackages/player/downloads/index')
  await page.locator('#own-files', { hasText: /还有\s\d+\s份没有存下来/ }).waitFor()
  await press(page, 'fill-own')
  await page.locator('#own-files', { hasText: '都在这台设备上' }).waitFor()
  await press(page, 'back')
  await page.locator('#offline-ready').waitFor()
  await open('/pages/home/index')
  await page.locator('#today-event').waitFor()
  assert.equal(await page.locator('#offline-ready').count(), 0, 'said once')
})

test('after one visit the app works with the network cut: it starts again, and every page a member has opens, also those never seen before', async () => {
  const { context, page, open, go, relaunch, errors } = await newPhone({ serviceWorkers: true })
  await open('/pages/home/index')
  await page.locator('#today-event').waitFor()
  await keptWhole(page)
  await context.setOffline(true)
  await relaunch()
  await page.locator('#today-event').waitFor()
  await open('/subpackages/reader/article/index?id=a-0106')
  await page.locator('.article__paragraph').first().waitFor()
  await open('/subpackages/exam/run/index?mode=daily')
  await page.locator('.question__stem').waitFor()
  // Downloads and films are what the network is for, and an episode without sound is made by a changed answer of it; all else
  // goes without.
  const networked = ['downloads', 'film', 'film-poster', 'silent']
  const alone = SHOTS.filter(it => !it.as && !networked.includes(it.name))
  const pages = new Map(alone.map(shot => [shot.page ?? shot.path.split('?')[0], shot]))
  let before: Shot | undefined
  for (const shot of pages.values()) {
    await (isLaunched(shot, before) ? open : go)(shot.path)
    before = shot
    await shot.prepare?.(page)
    const words = (await top(page).textContent()) ?? ''
    assert.doesNotMatch(words, /内容还没有取来|这里没有读出来/, shot.name)
  }
  assert.deepEqual(
    errors.filter(it => /chunk/i.test(it)),
    [],
  )
})

test('with the network cut a cited fact tells what it rests on, in the sources’ own words', async () => {
  const { context, page, open } = await newPhone({ serviceWorkers: true })
  await open('/pages/home/index')
  await page.locator('#today-event').waitFor()
  await keptWhole(page)
  await context.setOffline(true)
  await open('/subpackages/reader/article/index?id=a-0224')
  await page
    .locator('.rich-text__cite')
    .first()
    .evaluate((element: HTMLElement) => element.click())
  await page.locator('.sheet__panel .facts').waitFor()
  await press(page, 'sources')
  const words = page.locator('.sheet__panel .provenance__words').first()
  await words.waitFor()
  assert.match((await words.textContent()) ?? '', /^“.+”/)
})

test('where a newer version has taken the place of its files, an open app starts again at the page that was asked for', async () => {
  const { page, open } = await newPhone()
  await page.clock.install()
  await open('/pages/me/index')
  await page.locator('#settings').waitFor()
  let gone = true
  await page.route('**/js/*.js', route => (gone ? route.fulfill({ status: 404, body: '' }) : route.continue()))
  page.on('framenavigated', () => {
    gone = false
  })
  await page.clock.fastForward(60_000)
  gone = true
  await press(page, 'settings')
  await page.locator('#erase').waitFor()
})

test('a page that has not been fetched when the network is lost says so, and opens once it is back', async () => {
  const { context, page, open } = await newPhone()
  await open('/pages/me/index')
  await page.locator('#settings').waitFor()
  await context.setOffline(true)
  await press(page, 'settings')
  await page.getByText('这一页还没有取来').waitFor()
  await page.getByText('知道了').click()
  await context.setOffline(false)
  await press(page, 'settings')
  await page.locator('#erase').waitFor()
})

for (const network of [true, false]) {
  test(`an address that has no page says so${network ? '' : ' with the network cut'}, on the first page, and Back does not return to it`, async () => {
    const { context, page, open, errors } = await newPhone({ serviceWorkers: !network })
    if (!network) {
      await open('/pages/home/index')
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
      await keptWhole(page)
      await context.setOffline(true)
    }
    await open('/subpackages/nowhere/index')
    await page.getByText('没有这一页').waitFor()
    await press(page, 'dialog-confirm')
    await page.getByText('没有这一页').waitFor({ state: 'detached' })
    await top(page).locator('#today-event').waitFor()
    // Written into the address of the open app it is the same, wherever one is.
    await press(page, 'tab-learn')
    await page.locator('#tab-learn[aria-selected=true]').locator('visible=true').waitFor()
    await page.evaluate(() => void (location.hash = '/subpackages/nowhere/index'))
    await page.getByText('没有这一页').waitFor()
    await press(page, 'dialog-cancel')
    await page.locator('#tab-learn[aria-selected=true]').locator('visible=true').waitFor()
    await page.goBack()
    await page.waitForTimeout(500)
    assert.equal(await page.getByText('没有这一页').count(), 0)
    assert.deepEqual(errors, [])
  })
}

test('the day’s questions open with the network cut on a phone that keeps everything', async () => {
  const { context, page, open } = await newPhone({ serviceWorkers: true })
  await open('/pages/home/index')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await keptWhole(page)
  await context.setOffline(true)
  await open('/subpackages/exam/run/index?mode=daily')
  await top(page).locator('.run-head').waitFor()
  await top(page).locator('.option').first().waitFor()
})

for (const [what, files] of [
  ['the lists', '**/feed/{catalog,manifest}*'],
  ['the questions', '**/feed/questions*'],
] as const) {
  test(`on a phone that keeps nothing the day’s questions say that the network is missing, and come once it is back: ${what}`, async () => {
    const { page, open } = await newPhone()
    await page.route(files, route => route.abort('internetdisconnected'))
    await open('/subpackages/exam/run/index?mode=daily')
    await top(page).getByText('内容还没有取来').waitFor()
    assert.equal(await top(page).getByText('正在取题目').count(), 0)
    await page.unroute(files)
    await top(page).getByText('再试一次', { exact: true }).click()
    await top(page).locator('.run-head').waitFor()
    await top(page).locator('.option').first().waitFor()
  })
}

test('two tabs do not lose each other’s events', async () => {
  const { context, page, open } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0001')
  const other = await context.newPage()
  await other.goto(`${address()}#/subpackages/reader/article/index?id=a-0002`)
  await other.locator('#favourite').waitFor()
  await press(page, 'favourite')
  await press(other, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  await other.locator('[aria-label=取消收藏]').waitFor()
  const kept = await page.evaluate(
    () =>
      new Promise<string>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('kv').objectStore('kv').get('totals')
          reading.onsuccess = () => resolve(String(reading.result))
        }
      }),
  )
  assert.deepEqual(Object.keys((JSON.parse(kept) as { favourites: object }).favourites).sort(), ['a-0001', 'a-0002'])
})

test('records go on being kept after the browser has cleared them under the open app', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('#favourite').waitFor()
  await page.evaluate(
    () =>
      new Promise(resolve => {
        indexedDB.deleteDatabase('e-dangshi').onsuccess = resolve
      }),
  )
  await press(page, 'favourite')
  await durable(page, 'totals', 'a-0001')
  assert.deepEqual(errors, [])
})

test('a browser that lets nothing be kept is told of in words, and everything can still be read', async () => {
  const { page, open } = await newPhone()
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  })
  await open('/pages/home/index')
  await page.getByText(/浏览器没有让学习记录存下来，可能是无痕窗口/).waitFor()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('.article__paragraph').first().waitFor()
})

test('a corrupted record goes into quarantine, which is told, and studying goes on', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0001')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('kv', 'readwrite').objectStore('kv').put('{"half": ', 'totals')
          writing.onsuccess = () => resolve()
        }
      }),
  )
  await open('/pages/home/index')
  await relaunch()
  await page.getByText('段旧记录读不出来').waitFor()
  await open('/subpackages/reader/article/index?id=a-0001')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  assert.deepEqual(errors, [])
})

test('type and theme are chosen once for the whole app and stay after a kill', async () => {
  const { page, open, relaunch } = await newPhone()
  await open('/subpackages/settings/settings/index')
  await press(page, 'type-4')
  await press(page, 'theme-dark')
  await page.locator('.screen.type-4.theme-dark').waitFor()
  await relaunch()
  await page.locator('.screen.type-4.theme-dark').waitFor()
  await open('/pages/home/index')
  const size = await page.locator('.screen .home__date').evaluate(element => getComputedStyle(element).fontSize)
  assert.equal(size, '32px')
})

test('erasing clears the records after asking, and keeps the settings', async () => {
  const { page, open } = await newPhone({ type: 2 })
  await open('/subpackages/reader/article/index?id=a-0001')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  await open('/subpackages/settings/settings/index')
  await press(page, 'erase')
  await press(page, 'dialog-confirm')
  await page.getByText('学习记录已经全部清除').waitFor()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('[aria-label=收藏]').waitFor()
  await page.locator('.screen.type-2').waitFor()
})

/** Everything that is on this phone: names of records, of synchronous values, and of kept files. */
async function leftOn(page: Page) {
  return page.evaluate(async () => {
    const names: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>(resolve => {
        const opening = indexedDB.open(name!)
        opening.onsuccess = () => resolve(opening.result)
      })
      for (const store of db.objectStoreNames) {
        const keys = await new Promise<IDBValidKey[]>(resolve => {
          const reading = db.transaction(store).objectStore(store).getAllKeys()
          reading.onsuccess = () => resolve(reading.result)
        })
        names.push(...keys.map(key => `${store}: ${String(key)}`))
      }
      db.close()
    }
    names.push(...Object.keys(localStorage), ...Object.keys(sessionStorage))
    for (const cache of await caches.keys()) {
      for (const { url } of await (await caches.open(cache)).keys()) names.push(`${cache}: ${url}`)
    }
    return names.sort()
  })
}

test('erasing leaves nothing but the settings: no note, search, slip, login or download, here or in another tab', async () => {
  const { context, page, open } = await newPhone()
  await open('/subpackages/library/search/index')
  await press(page, 'example-0')
  await durable(page, 'searches', '"')
  await open('/subpackages/reader/article/index?id=a-0002')
  await page.locator('.article__paragraph').first().waitFor()
  await press(page, 'more')
  await press(page, 'note')
  await press(page, 'option-sentence-0')
  await page.locator('#note-words textarea, textarea#note-words').first().fill('只给自己看')
  await press(page, 'note-keep')
  await durable(page, 'notes/', '只给自己看')
  await open('/subpackages/branch/slip/index')
  await page.locator('#slip-name input, input#slip-name').first().fill('王一示')
  await durable(page, 'slip/who', '王一示')
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'download')
  await page.locator('#how', { hasText: '没有网络也能放' }).waitFor()
  await page.evaluate(() => {
    const claims = btoa(JSON.stringify({ sub: 'm', t: 'd' })).replace(/=/g, '')
    const me = { name: '王一示', branch: 'b', branchName: '示例支部', consent: null, demo: true, roles: [] }
    const session = { access: `x.${claims}.x`, refresh: 'x', me }
    return new Promise<void>(resolve => {
      const opening = indexedDB.open('e-dangshi')
      opening.onsuccess = () => {
        const writing = opening.result.transaction('kv', 'readwrite')
        writing.objectStore('kv').put(JSON.stringify(session), 'session')
        writing.oncomplete = () => {
          opening.result.close()
          resolve()
        }
      }
    })
  })
  const other = await context.newPage()
  await other.goto(`${address()}#/subpackages/reader/notes/index`)
  await other.getByText('只给自己看').waitFor()
  await open('/subpackages/settings/settings/index')
  assert.ok((await leftOn(page)).length > 8, (await leftOn(page)).join(' '))

  await press(page, 'erase')
  await page.getByText(/下载的节目、您讲的节目都会清掉/).waitFor()
  await press(page, 'dialog-confirm')
  await page.getByText('学习记录已经全部清除').waitFor()
  await other.getByText('只给自己看').waitFor({ state: 'detached' })
  await other.close()
  assert.deepEqual(await leftOn(page), ['kv: meta', 'settings'])
})
