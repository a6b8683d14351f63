import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newPhone, press, top, useBrowser } from './phone'

useBrowser()

/** Where the focus is, and whether one can see it there. */
interface Stop {
  name: string
  id: string
  ring: boolean
  inSight: boolean
  modal: boolean
}

async function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const middle = document.elementFromPoint(box.left + Math.min(20, box.width / 2), box.top + box.height / 2)
    return {
      name: element === document.body ? 'body' : (element.getAttribute('aria-label') ?? element.textContent ?? ''),
      id: element.id || element.parentElement?.id || '',
      ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      inSight: !!middle && (element.contains(middle) || middle.contains(element)),
      modal: !!element.closest('[aria-modal=true]'),
    }
  })
}

async function tab(page: Page, key = 'Tab'): Promise<Stop> {
  await page.keyboard.press(key)
  return stop(page)
}

/** Tabs on until a stop is the wanted one. */
async function tabTo(page: Page, wanted: (stop: Stop) => boolean, most = 60): Promise<Stop> {
  for (let i = 0; i < most; i++) {
    const here = await tab(page)
    if (wanted(here)) return here
  }
  throw new Error('the focus never came there')
}

/** Every stop of the page in sight, once around. */
async function round(page: Page): Promise<Stop[]> {
  const count = await top(page).evaluate(
    screen => [...screen.querySelectorAll('[tabindex="0"], input')].filter(it => it.getClientRects().length > 0).length,
  )
  const stops: Stop[] = []
  for (let i = 0; i < count; i++) stops.push(await tab(page))
  return stops
}

test('on the home page Tab visits everything once, from top to bottom, with a ring one can see', async () => {
  const { page, open, errors } = await newPhone()
  await open('/pages/home/index')
  await page.locator('.week-goal').waitFor()
  const stops = await round(page)
  assert.deepEqual(
    stops.filter(it => !it.ring || !it.inSight),
    [],
  )
  const ids = stops.map(it => it.id)
  assert.deepEqual(ids.slice(0, 2), ['home-search', 'type-size'])
  assert.deepEqual(ids.slice(-4), ['tab-home', 'tab-learn', 'tab-quiz', 'tab-me'])
  assert.equal(new Set(ids).size, ids.length, ids.join(' '))
  assert.deepEqual(errors, [])
})

test('an article is opened, its facts are read and left again, all by keys', async () => {
  const { page, open, errors } = await newPhone()
  await open('/pages/home/index')
  await page.locator('.week-goal').waitFor()
  await tabTo(page, it => /^row-a-/.test(it.id))
  await page.keyboard.press('Enter')
  await page.locator('.article__paragraph').first().waitFor()
  const cite = await tabTo(page, () => true).then(async () => {
    for (;;) {
      const here = await tab(page)
      const cited = await page.evaluate(() => document.activeElement?.classList.contains('rich-text__cite'))
      if (cited) return here
    }
  })
  assert.ok(cite.ring)
  await page.keyboard.press('Enter')
  await page.locator('.sheet__panel .facts').waitFor()
  await page.waitForFunction(() => !!document.activeElement?.closest('[aria-modal=true]'))
  for (let i = 0; i < 6; i++) assert.ok((await tab(page)).modal, 'Tab stays in the card')
  for (let i = 0; i < 6; i++) assert.ok((await tab(page, 'Shift+Tab')).modal, 'and backwards')
  await page.keyboard.press('Escape')
  await page.locator('.sheet__panel').waitFor({ state: 'detached' })
  assert.equal((await stop(page)).name, cite.name, 'the focus is back on the words that were opened')
  const after = await tab(page)
  assert.notEqual(after.name, 'body')
  assert.deepEqual(errors, [])
})

test('beside a wide text the card of a fact is the next stop, and Escape gives the focus back to the words', async () => {
  const { page, open, errors } = await newPhone({ width: 1280 })
  await open('/pages/home/index')
  await page.locator('.week-goal').waitFor()
  await tabTo(page, it => /^row-a-/.test(it.id))
  await page.keyboard.press('Enter')
  await page.locator('.article__paragraph').first().waitFor()
  const mention = page.locator('.rich-text__cite').first()
  await mention.focus()
  const opened = await stop(page)
  await page.keyboard.press('Enter')
  await page.locator('.margin-note .facts').waitFor()
  const inCard = () => page.evaluate(() => !!document.activeElement?.closest('.margin-note'))
  await tab(page)
  assert.ok(await inCard(), 'Tab goes into the card')
  await tab(page, 'Shift+Tab')
  assert.equal((await stop(page)).id, 'opened-mention')
  await tab(page)
  await page.keyboard.press('Escape')
  await page.locator('.margin-note').waitFor({ state: 'detached' })
  assert.equal((await stop(page)).name, opened.name)
  assert.deepEqual(errors, [])
})

test('a question is answered and the next one reached by keys alone', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/exam/run/index?mode=practice&shelf=construction')
  await page.locator('.question__stem').waitFor()
  const first = await page.locator('.question__stem').textContent()
  await tabTo(page, it => it.id === 'option-a')
  await page.keyboard.press(' ')
  await tabTo(page, it => it.id === 'submit')
  await page.keyboard.press('Enter')
  await page.locator('.feedback').waitFor()
  await page.locator('#next:not([aria-disabled=true])').waitFor()
  await tabTo(page, it => it.id === 'next')
  await page.keyboard.press('Enter')
  await page.waitForFunction(words => document.querySelector('.question__stem')?.textContent !== words, first)
  await tabTo(page, it => it.id === 'back')
  assert.deepEqual(errors, [])
})

test('a dialog keeps the focus until it is answered and gives it back', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/settings/settings/index')
  await page.locator('#erase').waitFor()
  await page.locator('#erase').focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => !!document.activeElement?.closest('.dialog__box'))
  const seen = new Set<string>()
  for (let i = 0; i < 5; i++) {
    const here = await tab(page)
    assert.ok(here.modal && here.ring)
    seen.add(here.id)
  }
  assert.deepEqual([...seen].sort(), ['dialog-cancel', 'dialog-confirm'])
  await page.keyboard.press('Escape')
  await page.locator('.dialog__box').waitFor({ state: 'detached' })
  assert.equal((await stop(page)).id, 'erase')
})

test('Escape closes the sheet in sight, not one on a page below', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/library/people/index?id=zhou-enlai')
  await page.locator('.facts').waitFor()
  await press(page, (await page.locator('[id^=row-a-]').first().getAttribute('id'))!)
  await page.locator('.article__paragraph').first().waitFor()
  await press(page, 'type-size')
  await page.locator('.sheet__panel').locator('visible=true').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.sheet__panel').locator('visible=true').waitFor({ state: 'detached' })
  await press(page, 'back')
  await page.locator('.facts').locator('visible=true').waitFor()
})

test('back from what was opened by keys the focus is where it was, on a tab and on a page', async () => {
  const { page, open, errors } = await newPhone()
  await open('/pages/home/index')
  await page.locator('#row-daily').waitFor()
  const opened = await tabTo(page, it => it.id.startsWith('row-a-'))
  await page.keyboard.press('Enter')
  await top(page).locator('.article__paragraph').first().waitFor()
  await tabTo(page, it => it.id === 'more')
  await page.evaluate(() => history.back())
  await page.waitForFunction(id => document.activeElement?.closest(`#${id}`) !== null, opened.id)
  const here = await stop(page)
  assert.deepEqual([here.id, here.ring, here.inSight], [opened.id, true, true])
  assert.notEqual((await tab(page)).id, 'title-search')
  assert.deepEqual(errors, [])
})
