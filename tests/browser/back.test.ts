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
