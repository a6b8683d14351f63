import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newPhone, top, useBrowser, type Phone } from './phone'

// What happens between the tap on a row and the page behind it.
useBrowser()

/** The first article of today's list. */
const row = (page: Page) => top(page).locator('[id^="row-a-"]').first()
const tap = (page: Page) => row(page).evaluate((element: HTMLElement) => element.click())

async function phoneAtHome(options = {}): Promise<Phone> {
  const phone = await newPhone(options)
  await phone.open('/pages/home/index')
  await row(phone.page).waitFor()
  return phone
}

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
