import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newPhone, press, top, useBrowser, type Phone } from './phone'

// What happens between the tap on a row and the page behind it.
useBrowser()

/** The first article of today's list. */
const row = (page: Page) => top(page).locator('[id^="row-a-"]').first()
const tap = (page: Page) => row(page).evaluate((element: HTMLElement) => element.click())
const hash = (page: Page) => page.evaluate(() => location.hash)
const atHome = (page: Page) => page.locator('#today-event').locator('visible=true').waitFor()
const articles = (page: Page) => page.locator('.article').count()

async function phoneAtHome(options = {}): Promise<Phone> {
  const phone = await newPhone(options)
  await phone.open('/pages/home/index')
  await row(phone.page).waitFor()
  return phone
}

test('a row that is tapped twice opens one page, and one press goes back', async () => {
  const { page, errors } = await phoneAtHome()
  await row(page).evaluate(
    (element: HTMLElement) =>
      new Promise<void>(resolve => {
        element.click()
        setTimeout(() => resolve(element.click()), 180)
      }),
  )
  await page.locator('.article__paragraph').first().waitFor()
  await new Promise(resolve => setTimeout(resolve, 500))
  assert.equal(await articles(page), 1)
  await press(page, 'back')
  await atHome(page)
  assert.equal(await hash(page), '#/pages/home/index')
  // Whoever has come back may go there again at once.
  await tap(page)
  await page.locator('.article__paragraph').first().waitFor()
  assert.deepEqual(errors, [])
})

test('whoever goes back at once looks at the page they came from, and goes on looking at it', async () => {
  const { page } = await phoneAtHome()
  for (let i = 0; i < 3; i++) {
    await tap(page)
    // As soon as the button is there, within the third of a second that Taro takes to hide the page below.
    await page.waitForFunction(() => {
      const back = document.querySelector<HTMLElement>('#back')
      back?.click()
      return !!back
    })
    await page.waitForTimeout(800)
    assert.ok(await page.locator('#today-event').isVisible())
  }
})

test('a row that is tapped again while its page is slow to come opens one page', async () => {
  const { page } = await phoneAtHome()
  let release = () => undefined as void
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route('**/js/*.js', async route => {
    await held
    await route.continue()
  })
  await tap(page)
  await new Promise(resolve => setTimeout(resolve, 1_500))
  await tap(page)
  release()
  await page.locator('.article__paragraph').first().waitFor()
  await press(page, 'back')
  await atHome(page)
})

test('a page that could not be had leaves nothing behind: the address is right, and one press goes back', async () => {
  const { page, context } = await phoneAtHome()
  await context.setOffline(true)
  for (let i = 0; i < 3; i++) {
    await tap(page)
    await page.locator('.dialog', { hasText: '这一页还没有取来' }).waitFor()
    assert.equal(await hash(page), '#/pages/home/index')
    await press(page, 'dialog-cancel')
    await page.locator('.dialog').waitFor({ state: 'detached' })
  }
  await context.setOffline(false)
  await tap(page)
  await page.locator('.article__paragraph').first().waitFor()
  await press(page, 'back')
  await atHome(page)
  assert.equal(await hash(page), '#/pages/home/index')
})

test('a page that could not be had is opened from the dialog once there is a network', async () => {
  const { page, context } = await phoneAtHome()
  await context.setOffline(true)
  await tap(page)
  await page.locator('.dialog').waitFor()
  await context.setOffline(false)
  await press(page, 'dialog-confirm')
  await page.locator('.article__paragraph').first().waitFor()
  assert.equal(await page.locator('.dialog').count(), 0)
  await press(page, 'back')
  await atHome(page)
})

test('a tab that could not be had leaves one on the tab where one is', async () => {
  const { page, context } = await phoneAtHome()
  await context.setOffline(true)
  await press(page, 'tab-learn')
  await page.locator('.dialog', { hasText: '这一页还没有取来' }).waitFor()
  assert.equal(await hash(page), '#/pages/home/index')
  await press(page, 'dialog-cancel')
  await context.setOffline(false)
  await press(page, 'tab-learn')
  await page.locator('#tab-learn[aria-selected=true]').locator('visible=true').waitFor()
})

for (const [theme, type] of [
  ['light', 1],
  ['dark', 4],
] as const) {
  test(`what is said about a missing page can be read (${theme}, type ${type})`, async () => {
    const { page, context } = await phoneAtHome({ theme, type })
    await context.setOffline(true)
    await tap(page)
    const words = page.locator('.dialog__words')
    await words.waitFor()
    const [colour, paper, size] = await words.evaluate(element => [
      getComputedStyle(element).color,
      getComputedStyle(element.closest('.dialog__box')!).backgroundColor,
      getComputedStyle(element).fontSize,
    ])
    const light = (value: string) => Math.max(...value.match(/\d+/g)!.slice(0, 3).map(Number))
    assert.ok(parseFloat(size!) >= 18 * (type === 4 ? 2 : 1), size)
    const [ink, ground] = [light(colour!), light(paper!)]
    assert.ok(theme === 'dark' ? ground < 60 && ink > 150 : ground > 200 && ink < 120, `${colour} on ${paper}`)
  })
}
