import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newPhone, press, top, useBrowser } from './phone'

useBrowser()

const sheet = (page: Page) => top(page).locator('.sheet__panel')
const closed = (page: Page) => page.waitForFunction(() => !document.querySelector('.sheet__panel'))
const at = (page: Page, path: RegExp) => page.waitForFunction(it => new RegExp(it).test(location.hash), path.source)
const SHELF = '/subpackages/library/shelf/index?id=new-democratic'

/** An article that was opened from its shelf, so that there is somewhere to go back to. */
async function openFromShelf() {
  const phone = await newPhone()
  await phone.open(SHELF)
  await top(phone.page).locator('[id^=row-a-]').first().click()
  await top(phone.page).locator('.article__paragraph').first().waitFor()
  return phone
}
const openCard = async (page: Page) => {
  await top(page).locator('.rich-text__cite').first().click()
  await sheet(page).locator('.ledger-card__summary').waitFor()
}

test('Back closes a fact card and leaves the article where it was; the next Back leaves it', async () => {
  const { page, errors } = await openFromShelf()
  await openCard(page)
  const place = await page.evaluate(() => window.scrollY)
  await page.goBack()
  await closed(page)
  await top(page).locator('.article__paragraph').first().waitFor()
  assert.equal(await page.evaluate(() => window.scrollY), place)
  await page.goBack()
  await at(page, /library\/shelf/)
  assert.deepEqual(errors, [])
})

test('a card that was closed by its cross leaves nothing in the way of Back', async () => {
  const { page } = await openFromShelf()
  for (let times = 0; times < 3; times++) {
    await openCard(page)
    await press(page, 'sheet-close')
    await closed(page)
  }
  await page.goBack()
  await at(page, /library\/shelf/)
})

test('from a card to an article and Back: the card is there again, and the next Back closes it', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/library/people/index?id=mao-zedong')
  await sheet(page).locator('[id^=row-a-]').first().click()
  await top(page).locator('.article__paragraph').first().waitFor()
  await page.goBack()
  await at(page, /library\/people/)
  await sheet(page).waitFor()
  await page.goBack()
  await closed(page)
  await at(page, /library\/people/)
  assert.deepEqual(errors, [])
})

test('Back answers a question with no: a dialog closes and nothing is done', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/settings/settings/index')
  await press(page, 'erase')
  await page.locator('[role=alertdialog]').waitFor()
  await page.goBack()
  await page.waitForFunction(() => !document.querySelector('[role=alertdialog]'))
  await at(page, /settings\/settings/)
})

const TIMELINE = '.taro_page[id^="/subpackages/library/timeline"]'

// Pages opened in the order in which their code came: one that was only on the way stood under the address of another.
test('of two pages that one goes on to, the one asked for last is in front, though the code of the other comes later', async () => {
  const { page, open, errors } = await newPhone()
  await open('/pages/home/index')
  await page.waitForLoadState('networkidle')
  let release = () => undefined as void
  const held = new Promise<void>(resolve => (release = resolve))
  let asked = () => undefined as void
  const first = new Promise<void>(resolve => (asked = resolve))
  await page.route(
    /\.js$/,
    async route => {
      asked()
      await held
      await route.continue()
    },
    { times: 1 },
  )
  await page.evaluate(() => void (location.hash = '#/subpackages/library/timeline/index'))
  await first
  await page.evaluate(() => void (location.hash = '#/subpackages/settings/about/index'))
  await page.locator('.taro_page[id^="/subpackages/settings/about"] .screen').waitFor()
  // It may be there for a moment only.
  await page.evaluate(late => {
    new MutationObserver((_, all) => {
      if (!document.querySelector(late)) return
      document.body.dataset.late = 'came'
      all.disconnect()
    }).observe(document.body, { childList: true, subtree: true })
  }, TIMELINE)
  release()
  await page.locator('body[data-late=came]').waitFor()
  await page.locator(TIMELINE).waitFor({ state: 'detached' })
  await page.locator('.taro_page[id^="/subpackages/settings/about"] .screen').waitFor()
  await at(page, /settings\/about/)
  assert.deepEqual(errors, [])
})

// The one that was left before it had been drawn was drawn over the next, and stayed.
test('of two addresses that follow each other at once the second stays in front', async () => {
  const { page, open } = await newPhone()
  await open('/pages/home/index')
  // Nothing is waited for in the page: what Playwright holds of a promise there may be collected on the way.
  await page.evaluate(() => {
    location.hash = '#/subpackages/library/timeline/index'
    setTimeout(() => (location.hash = '#/subpackages/settings/about/index'), 30)
  })
  const second = page.locator('.taro_page[id^="/subpackages/settings/about"] .screen').locator('visible=true')
  await second.waitFor()
  // Nothing comes over it any more.
  await page.waitForTimeout(1_500)
  await second.waitFor()
  assert.equal(await page.locator(TIMELINE).locator('visible=true').count(), 0)
})
