import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newPhone, press, useBrowser } from './phone'

useBrowser()

const seconds = async (page: Page): Promise<number> => {
  const [minutes = 0, rest = 0] = ((await page.locator('#position').last().textContent()) ?? '').split(':').map(Number)
  return minutes * 60 + rest
}

test('an episode plays, and after a kill goes on at the second it had reached', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  await page.waitForFunction(() => document.querySelector('#position')?.textContent === '0:08')
  await relaunch()
  await page.locator('#toggle').waitFor()
  await page.waitForFunction(() =>
    /从 \d+ 秒处接着听/.test(document.querySelector('#toggle')?.getAttribute('aria-label') ?? ''),
  )
  const kept = await seconds(page)
  assert.ok(kept >= 4 && kept <= 9, `kept ${kept} s`)
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  await page.waitForFunction(after => {
    const [m = 0, s = 0] = (document.querySelector('#position')?.textContent ?? '').split(':').map(Number)
    return m * 60 + s > after
  }, kept)
  assert.ok((await seconds(page)) < kept + 8, 'it went on, it did not start elsewhere')
  assert.deepEqual(errors, [])
})

test('a sentence of the transcript plays from there, and the sound goes on under other pages', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await page.locator('#sentence-6').evaluate((element: HTMLElement) => element.click())
  await page.locator('.transcript__sentence--on').waitFor()
  await press(page, 'back')
  await page.locator('#mini-toggle').waitFor()
  await press(page, 'mini-close')
  await page.locator('#mini-toggle').waitFor({ state: 'detached' })
})

test('skipping through an episode is not listening to it', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await page.locator('[aria-label=暂停]').last().waitFor()
  for (let i = 0; i < 12; i++) await press(page, 'skip')
  await open('/pages/me/index')
  await page.getByText('听看节目').waitFor()
  assert.equal(await page.locator('.stat', { hasText: '听看节目' }).locator('.stat__value').textContent(), '0')
})
