import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { answer, choose, inSight, questionsOf } from './answering'
import { newPhone, press, useBrowser } from './phone'

useBrowser()

/** What sticks out of the screen's sides, and controls smaller than a finger. */
const faultsOn = (page: Page) =>
  page.evaluate(() => {
    const out: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>(
      '.taro_page:not([style*="display: none"]) :is([role], .question__stem, .row, .option, .facts__name)',
    )) {
      const { left, right, width, height } = element.getBoundingClientRect()
      if (width === 0) continue
      const name = element.id || element.className
      if (left < -1 || right > innerWidth + 1) out.push(`${name} sticks out`)
      if (['button', 'radio', 'checkbox'].includes(element.getAttribute('role') ?? '') && Math.min(width, height) < 44)
        out.push(`${name} is ${Math.round(width)}×${Math.round(height)}`)
    }
    return out
  })

/** Pages slide in, so the look is repeated until they stand still. */
async function fits(page: Page, where: string): Promise<void> {
  let faults = await faultsOn(page)
  for (let i = 0; i < 20 && faults.length > 0; i++) {
    await page.waitForTimeout(100)
    faults = await faultsOn(page)
  }
  assert.deepEqual(faults, [], where)
}

test('every quiz page fits a narrow phone at the largest type, and an exam and a set can be played there', async () => {
  const { page, go } = await newPhone({ width: 320, type: 4 })
  const questions = await questionsOf()
  for (const path of [
    '/pages/quiz/index',
    '/subpackages/exam/practice/index',
    '/subpackages/exam/walk/index?mode=sequence',
    '/subpackages/exam/timed/index?mode=challenge',
    '/subpackages/exam/friend/index',
    '/subpackages/review/notebook/index',
  ]) {
    await go(path)
    await fits(page, path)
  }
  await go('/subpackages/exam/timed/index?mode=exam')
  await press(page, 'begin')
  await choose(page, questions, true)
  await fits(page, 'exam question')
  await press(page, 'sheet')
  await fits(page, 'answer sheet')
  await press(page, 'hand-in')
  await fits(page, 'hand-in dialog')
  await press(page, 'dialog-confirm')
  await page.locator('.result').waitFor()
  await fits(page, 'exam result')

  await go('/subpackages/exam/run/index?mode=daily')
  for (let i = 0; i < 5; i++) {
    await answer(page, questions, i > 0)
    await fits(page, `question ${i + 1}`)
    await press(page, 'next')
  }
  await page.locator('.result').waitFor()
  await go('/subpackages/review/knowledge/index')
  await page.locator('.forecast').waitFor()
  await fits(page, 'knowledge')
  for (const part of ['tally', 'mastery', 'forecast']) await press(page, `${part}-table`)
  await fits(page, 'knowledge as a table')
})

// On 320×640 in the largest type the head and the foot left no option on the first screen.
test('on the smallest phone in the largest type a question comes with its first option in sight', async () => {
  const { page, go } = await newPhone({ width: 320, type: 4 })
  await page.setViewportSize({ width: 320, height: 640 })
  const questions = await questionsOf()
  for (const path of ['run/index?mode=daily', 'run/index?mode=exam&seed=shown']) {
    await go(`/subpackages/exam/${path}`)
    const { stem, type } = await inSight(page, questions)
    const [foot, first] = await Promise.all(
      ['.screen__footer', ':is(.option, .ordering, .blank)'].map(
        async it => (await page.locator(it).locator('visible=true').first().boundingBox())!,
      ),
    )
    assert.ok(first!.y + 44 < foot!.y, `${type} ${stem}: from ${first!.y} px, the foot begins at ${foot!.y} px`)
    await fits(page, path)
  }
})
