import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durable, newPhone, press, top, useBrowser } from './phone'

useBrowser()

test('reading to the end, at a reader’s pace, finishes the article and shows in the tracker', async () => {
  const { page, open, go, errors } = await newPhone()
  // A reader's pace without a reader's hours: the page's own clock runs, the test only skips ahead in it.
  await page.clock.install({ time: new Date('2026-11-24T08:00:00+08:00') })
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('.article__paragraph').first().waitFor()
  const count = await page.locator('.article__paragraph').count()
  for (let i = 0; i < count; i++) {
    await page.locator(`#a-0001-p${i}`).scrollIntoViewIfNeeded()
    await page.mouse.wheel(0, 40)
    await page.clock.runFor(6_000)
  }
  await page.getByText('✓ 这篇已经学完').waitFor()
  await go('/pages/me/index')
  await page.locator('.stat', { hasText: '读完文章' }).locator('.stat__value', { hasText: /^1$/ }).waitFor()
  assert.deepEqual(errors, [])
})

test('opening an article is not studying it', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('.article__paragraph').first().waitFor()
  await open('/pages/me/index')
  // No figure stands there before the records have been read.
  const value = page.locator('.stat', { hasText: '读完文章' }).locator('.stat__value', { hasText: /\d/ })
  assert.equal(await value.textContent(), '0')
})

test('a cited fact opens its card with date and basis', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page
    .locator('.rich-text__cite')
    .first()
    .evaluate((element: HTMLElement) => element.click())
  const sheet = page.locator('.sheet__panel')
  await sheet.getByText('事实卡 · 事件').waitFor()
  assert.match((await sheet.textContent()) ?? '', /日期.*1921年.*依据/s)
  await press(page, 'sheet-close')
  await sheet.waitFor({ state: 'detached' })
})

test('the place in an article is kept through a kill', async () => {
  const { page, open, relaunch } = await newPhone()
  await page.clock.install({ time: new Date('2026-11-24T08:00:00+08:00') })
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('#a-0001-p6').waitFor()
  await page.locator('#a-0001-p6').evaluate(element => element.scrollIntoView({ block: 'start' }))
  await page.clock.runFor(6_000)
  const words = (await page.locator('#a-0001-p6').textContent()) ?? ''
  await durable(page, 'places', words.slice(0, 10))
  await relaunch()
  await page.locator('#a-0001-p6').waitFor()
  const place = () => page.locator('#a-0001-p6').evaluate(element => element.getBoundingClientRect().top)
  // The page's clock stands still between steps; the place is read in real time.
  for (let i = 0; i < 100 && !((await place()) < 500); i++) {
    await page.clock.runFor(200)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const top = await place()
  assert.ok(top > -200 && top < 500, `paragraph 6 is at ${top} px`)
})

test('the place is kept as soon as the page has come to rest', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('#a-0001-p6').waitFor()
  // Every five seconds it is looked at anyway; here that never comes.
  await page.clock.install()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('#a-0001-p6').evaluate(element => element.scrollIntoView({ block: 'start' }))
  const words = (await page.locator('#a-0001-p6').textContent()) ?? ''
  await page.clock.runFor(1_000)
  await durable(page, 'places', words.slice(0, 10))
})

test('a favourite stays one after a kill', async () => {
  const { page, open, relaunch } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0002')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  await relaunch()
  await page.locator('[aria-label=取消收藏]').waitFor()
})

test('today’s event, today’s list and the goal are on the first screen without any step before it', async () => {
  const { page, open, errors } = await newPhone()
  await open('/pages/home/index')
  await page.locator('#today-event').waitFor()
  await page.locator('#row-daily').waitFor()
  await page.locator('#type-size').waitFor()
  await page.locator('.week-goal', { hasText: '本周已学 0 天' }).waitFor()
  const words = await top(page).textContent()
  assert.match(words ?? '', /党史上的今天.*今日更新.*本周已学 0\s天/s)
  assert.deepEqual(errors, [])
})
