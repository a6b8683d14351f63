import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { answer, goOn, inSight, nextInSight, questionsOf, reads, result } from './answering'
import { newPhone, press, useBrowser } from './phone'

useBrowser()

/** Waits until the head of the questions stands still, and says where: the title bar covers it when the page is scrolled. px */
async function headTop(page: Page): Promise<number> {
  const head = page.locator('.run-head').locator('visible=true').last()
  let [top, still] = [NaN, 0]
  while (still < 5) {
    const { y } = (await head.boundingBox())!
    still = y === top ? still + 1 : 0
    top = y
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  return top
}

test('practice is chosen by shelf, series, person or difficulty, and ten at a time', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  const questions = await questionsOf()
  await open('/subpackages/exam/practice/index')
  for (const kind of ['series', 'person', 'shelf', 'difficulty']) {
    await press(page, `kind-${kind}`)
    await page.locator('[id^="pool-"]').first().waitFor()
  }
  await press(page, 'size-10')
  await press(page, 'pool-3')
  const first = await answer(page, questions, true)
  assert.equal(first.difficulty, 3)
  await reads(page, '第 1 题，共 10 题')
  const second = await goOn(page, questions, first)
  await relaunch()
  assert.equal((await inSight(page, questions)).id, second.id)
  assert.deepEqual(errors, [])
})

test('a set that was handed in is marked done, and the next one comes up', async () => {
  const { page, open, go } = await newPhone()
  const questions = await questionsOf('reform')
  await open('/subpackages/exam/practice/index')
  await press(page, 'pool-reform')
  const first = await inSight(page, questions)
  for (let i = 0; i < 5; i++) {
    await answer(page, questions, true)
    await press(page, 'next')
  }
  await result(page)
  await go('/subpackages/exam/practice/index')
  await page.locator('#pool-reform', { hasText: '做过 1 /' }).waitFor()
  await press(page, 'pool-reform')
  assert.notEqual((await inSight(page, questions)).id, first.id)
})

test('the daily five come back after a kill where they were', async () => {
  const { page, open, go, relaunch } = await newPhone()
  const questions = await questionsOf()
  await open('/pages/quiz/index')
  await press(page, 'daily')
  const second = await goOn(page, questions, await answer(page, questions, true))
  await relaunch()
  assert.equal((await inSight(page, questions)).id, second.id)
  for (let i = 1; i < 5; i++) {
    await answer(page, questions, true)
    await press(page, 'next')
  }
  await result(page)
  await go('/pages/quiz/index')
  await page.locator('#daily .row__done').waitFor()
})

test('the next question begins at its top, however far down the last one was read', async () => {
  const { page, open } = await newPhone({ type: 4 })
  const questions = await questionsOf()
  await open('/subpackages/exam/timed/index?mode=exam')
  await press(page, 'begin-untimed')
  let question = await inSight(page, questions)
  const top = await headTop(page)
  for (let i = 0; i < 3; i++) {
    // Taro scrolls the page's own element, not the window; the report button stands below the options.
    await press(page, 'report')
    await press(page, 'sheet-close')
    // Not by `press`, which scrolls by itself.
    await page.locator('#step-forward').evaluate((element: HTMLElement) => element.click())
    question = await nextInSight(page, questions, question)
    assert.equal(await headTop(page), top)
  }
})
