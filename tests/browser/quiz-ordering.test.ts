import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import type { QuestionVolume } from '../../domain/catalog/types'
import { inSight, questionsOf, reads } from './answering'
import { newPhone, press, useBrowser } from './phone'

useBrowser()

const orderOf = (page: Page) =>
  page.locator('.ordering').evaluateAll(rows => rows.map(row => row.id.replace('order-', '')))

async function centre(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = (await page.locator(`#${id}`).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** A finger goes down on the line's number, moves to the place of another line, and lets go. */
async function drag(page: Page, touch: CDPSession, id: string, onto: string): Promise<void> {
  const [from, to] = [await centre(page, `handle-${id}`), await centre(page, `order-${onto}`)]
  const down = to.y > from.y ? 20 : -20
  const touchPoints = (y: number) => [{ x: from.x, y }]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touchPoints(from.y) })
  await page.locator(`#order-${id}.ordering--held`).waitFor()
  for (let step = 1; step <= 10; step++) {
    const y = from.y + ((to.y + down - from.y) * step) / 10
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: touchPoints(y) })
    await page.waitForTimeout(30)
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.locator('.ordering--held').waitFor({ state: 'detached' })
}

test('lines are put in order by dragging as well as by buttons, and the page does not scroll away', async () => {
  const { page, open, context, errors } = await newPhone()
  const questions = await questionsOf('reform')
  await context.route('**/feed/questions-reform.json', async route => {
    const volume = (await (await route.fetch()).json()) as QuestionVolume
    await route.fulfill({ json: { ...volume, questions: volume.questions.filter(it => it.type === 'order') } })
  })
  await open('/subpackages/exam/run/index?mode=practice&shelf=reform')
  const question = await inSight(page, questions)
  assert.ok(question.type === 'order')
  const before = await orderOf(page)
  const stemTop = async () => (await page.locator('.question__stem').boundingBox())!.y
  const top = await stemTop()
  const touch = await context.newCDPSession(page)
  await drag(page, touch, before[0]!, before[before.length - 1]!)
  assert.deepEqual(await orderOf(page), [...before.slice(1), before[0]])
  assert.equal(await stemTop(), top)

  // Then into the right order, each line dragged onto its place.
  for (const [place, id] of question.answer.entries()) {
    const now = await orderOf(page)
    if (now[place] !== id) await drag(page, touch, id, now[place]!)
  }
  assert.deepEqual(await orderOf(page), question.answer)
  await press(page, 'submit')
  await page.locator('.feedback__verdict--right').waitFor()
  assert.deepEqual(errors, [])
})

// An order that nobody had touched counted as 没答, and nobody said so.
test('in a paper an untouched order is said to be open at hand-in, and one tap makes it the answer', async () => {
  const { page, open, context, errors } = await newPhone()
  await context.route('**/feed/questions-*.json', async route => {
    const volume = (await (await route.fetch()).json()) as QuestionVolume
    await route.fulfill({ json: { ...volume, questions: volume.questions.filter(it => it.type === 'order') } })
  })
  await open('/subpackages/exam/timed/index?mode=exam')
  await press(page, 'begin-untimed')
  await page.locator('.ordering').first().waitFor()
  const total = Number(/共 (\d+) 题/.exec((await page.locator('.run-head').textContent()) ?? '')![1])
  await press(page, 'sheet')
  await press(page, 'hand-in')
  await reads(page, new RegExp(`还有 ${total} 题没答.*其中 ${total} 道排序题没有动过`, 's'))
  await press(page, 'dialog-cancel')
  await press(page, 'sheet-close')
  const before = await orderOf(page)
  await press(page, 'as-it-stands')
  await reads(page, '按这个顺序答了')
  assert.deepEqual(await orderOf(page), before)
  await page.locator('#sheet', { hasText: `1/${total}` }).waitFor()
  await press(page, 'sheet')
  await press(page, 'hand-in')
  await reads(page, `其中 ${total - 1} 道排序题`)
  assert.deepEqual(errors, [])
})

test('in practice the button says that an untouched order is what will be handed in', async () => {
  const { page, open, context } = await newPhone()
  await context.route('**/feed/questions-reform.json', async route => {
    const volume = (await (await route.fetch()).json()) as QuestionVolume
    await route.fulfill({ json: { ...volume, questions: volume.questions.filter(it => it.type === 'order') } })
  })
  await open('/subpackages/exam/run/index?mode=practice&shelf=reform')
  await page.locator('#submit', { hasText: '就是这个顺序' }).waitFor()
  const [first] = await orderOf(page)
  await press(page, `down-${first}`)
  await page.locator('#submit', { hasText: '答好了' }).waitFor()
})
