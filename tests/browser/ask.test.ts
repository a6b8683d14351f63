import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reads } from './answering'
import { keptWhole, newPhone, press, top, useBrowser, WITHOUT_TEXTS } from './phone'

useBrowser({ kept: WITHOUT_TEXTS })

test('from search one tap asks the ledger: cards and sentences answer, the words that led there are marked', async () => {
  const { page, open, errors } = await newPhone()
  await open(`/subpackages/library/search/index?q=${encodeURIComponent('遵义会议是哪一年开的')}`)
  await press(page, 'to-ask')
  await top(page).locator('#entry-zunyi-huiyi').waitFor()
  await reads(page, /总账里记着.*1935年1月15日/s)
  assert.match((await top(page).locator('.ask-entry .marked').first().textContent()) ?? '', /遵义会议/)
  const quote = top(page).locator('.ask-quote').first()
  await quote.waitFor()
  assert.ok((await quote.locator('.marked').count()) > 0)
  await press(page, 'card-zunyi-huiyi')
  await page.locator('.sheet__panel .facts').waitFor()
  await press(page, 'sheet-close')
  await quote.evaluate((element: HTMLElement) => element.click())
  await page.locator('.article__paragraph, .transcript__paragraph').first().waitFor()
  assert.deepEqual(errors, [])
})

test('what the app does not hold is not answered: it says what was looked for and where', async () => {
  const { page, open, go } = await newPhone()
  await open('/pages/learn/index')
  await press(page, 'to-ask')
  await top(page).locator('#example-0').waitFor()
  await go(`/subpackages/library/ask/index?q=${encodeURIComponent('量子计算机怎么造')}`)
  await reads(page, /总账里没有找到这个答案/)
  await reads(page, /查过 [\d]+ 件大事/)
  assert.equal(await page.locator('.ask-entry, .ask-quote').count(), 0)
})

test('what a question names is offered beside an answer that is not there, and is no answer', async () => {
  const { page, open } = await newPhone()
  await open(`/subpackages/library/ask/index?q=${encodeURIComponent('焦裕禄每个月工资多少')}`)
  await reads(page, /总账里没有找到这个答案/)
  assert.equal(await page.locator('.ask-entry, .ask-quote').count(), 0)
  await reads(page, /相关的\s*不是答案/)
  await top(page).locator('[id^=related-]').first().waitFor()
})

test('answers without a network', async () => {
  const { page, open, context } = await newPhone({ serviceWorkers: true })
  await open('/pages/home/index')
  await keptWhole(page)
  await context.setOffline(true)
  await open(`/subpackages/library/ask/index?q=${encodeURIComponent('谁领导了南昌起义')}`)
  await page.locator('.ask-entry').first().waitFor()
})
