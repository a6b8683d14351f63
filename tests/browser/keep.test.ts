import assert from 'node:assert/strict'
import { test } from 'node:test'
import { address, newPhone, press, useBrowser } from './phone'

useBrowser()

test('after one visit the app works with the network cut', async () => {
  const { context, page, open, relaunch } = await newPhone({ serviceWorkers: true })
  await open('/pages/home/index')
  await page.locator('#today-event').waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    // Activated means precached: workbox waits for every file.
    while (!navigator.serviceWorker.controller) await new Promise(resolve => setTimeout(resolve, 50))
  })
  await context.setOffline(true)
  await relaunch()
  await page.locator('#today-event').waitFor()
  await open('/subpackages/reader/article/index?id=a-0106')
  await page.locator('.article__paragraph').first().waitFor()
  await open('/subpackages/exam/run/index?mode=daily')
  await page.locator('.question__stem').waitFor()
})

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

test('a corrupted record is set aside and told, and studying goes on', async () => {
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
  const size = await page.locator('.home__date').evaluate(element => getComputedStyle(element).fontSize)
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
