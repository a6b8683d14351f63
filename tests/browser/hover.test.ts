import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import { address, appStands, newPhone, useBrowser } from './phone'

useBrowser()

/** A browser on a desk: a mouse, and no finger. */
async function newDesk(theme: 'light' | 'dark') {
  const { context: phone } = await newPhone()
  const viewport = { width: 1280, height: 800 }
  const context = await phone.browser()!.newContext({ viewport, colorScheme: theme, serviceWorkers: 'block' })
  const page = await context.newPage()
  const open = async (path: string) => {
    await page.goto('about:blank')
    await page.goto(`${address()}#${path}`)
    await appStands(page)
  }
  return { context, page, open }
}

const ground = (row: Locator) => row.evaluate(element => getComputedStyle(element).backgroundColor)

/** Colour of a token on the page, as a style says it. */
const token = (row: Locator, name: string) =>
  row.evaluate((element, property) => {
    const probe = element.appendChild(document.createElement('i'))
    probe.style.color = `var(${property})`
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, `--${name}`)

for (const theme of ['light', 'dark'] as const)
  test(`in ${theme} the row under the mouse is another colour, one that leads nowhere is not`, async () => {
    const { context, page, open } = await newDesk(theme)
    try {
      await open('/subpackages/settings/about/index')
      const still = page.locator('.row', { hasText: '文章' }).first()
      const leads = page.locator('#to-privacy')
      const rest = await ground(leads)
      await leads.hover()
      assert.equal(await ground(leads), await token(leads, 'sunk'))
      await still.hover()
      assert.equal(await ground(leads), rest)
      assert.equal(await ground(still), rest)
      await open('/pages/learn/index')
      const shelf = page.locator('.row--shared').first()
      await shelf.hover()
      assert.notEqual(await ground(shelf.locator('.row__track')), await ground(shelf))
    } finally {
      await context.close()
    }
  })

test('a finger leaves no row lit', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/settings/about/index')
  const row = page.locator('#to-verify')
  const rest = await ground(row)
  await row.tap()
  await page.locator('.screen').nth(1).waitFor()
  await page.goBack()
  await row.waitFor()
  assert.equal(await ground(row), rest)
})
