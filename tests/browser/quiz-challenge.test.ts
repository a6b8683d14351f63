import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer, choose, goOn, inSight, nextInSight, questionsOf, reads, result } from './answering'
import { newPhone, press, useBrowser } from './phone'

useBrowser()

test('a challenge goes on after a kill, ends at the first wrong answer, is reviewed and remembered', async () => {
  const { page, open, go, relaunch, errors } = await newPhone()
  const questions = await questionsOf()
  await open('/subpackages/exam/timed/index?mode=challenge')
  await press(page, 'begin')
  await page.locator('.countdown').waitFor()
  const first = await answer(page, questions, true)
  const second = await goOn(page, questions, first)
  assert.notEqual(second.id, first.id)

  await relaunch()
  assert.equal((await inSight(page, questions)).id, second.id)
  await answer(page, questions, true)
  await press(page, 'next')
  await nextInSight(page, questions, second)
  const third = await choose(page, questions, false)
  await press(page, 'submit')
  await result(page)
  const words = (await page.locator('.result').textContent()) ?? ''
  assert.match(words, /2连对/)
  assert.match(words, /回顾这一次/)
  for (const { stem } of [first, second, third]) assert.ok(words.includes(stem), stem)

  await go('/pages/quiz/index')
  await page.locator('#challenge', { hasText: '最多连对 2' }).waitFor()
  assert.deepEqual(errors, [])
})

test('the time of a question runs out by its end, and a challenge without limits has none', async () => {
  const { page, open, go } = await newPhone()
  await page.clock.install()
  await open('/subpackages/exam/timed/index?mode=challenge')
  await press(page, 'begin')
  await page.locator('.countdown').waitFor()
  await page.clock.runFor(32_000)
  await page.locator('.countdown__told', { hasText: '还剩 15 秒' }).waitFor({ state: 'attached' })
  await page.clock.runFor(15_000)
  await page.locator('.result').waitFor()
  await reads(page, /超时/)

  await go('/subpackages/exam/timed/index?mode=challenge')
  await press(page, 'begin-untimed')
  await page.locator('.question__stem').waitFor()
  await page.clock.runFor(60_000)
  assert.equal(await page.locator('.countdown').count(), 0)
  assert.equal(await page.locator('.question__stem').locator('visible=true').count(), 1)
})
