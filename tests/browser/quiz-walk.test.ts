import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer, inSight, nextInSight, questionsOf, reads } from './answering'
import { durable, newPhone, press, useBrowser } from './phone'

useBrowser()

/** In the session as it is kept: a question that was answered. */
const ANSWERED = /"mode":"(daily|practice)".*"given":\[/

test('a walk through a shelf keeps its place, through a kill and through another quiz', async () => {
  const { page, open, go, relaunch, errors } = await newPhone()
  const questions = await questionsOf('reform')
  await open('/subpackages/exam/walk/index?mode=sequence')
  await press(page, 'walk-reform')
  const first = await answer(page, questions, true)
  await press(page, 'next')
  const second = await nextInSight(page, questions, first)
  await press(page, 'step-forward')
  const third = await nextInSight(page, questions, second)
  await durable(page, 'run/places', third.id)
  await relaunch()
  assert.equal((await inSight(page, questions)).id, third.id)

  // Another quiz takes the one place for an open session; the walk loses nothing by it.
  await go('/subpackages/exam/run/index?mode=practice&shelf=reform')
  await answer(page, questions, true)
  await durable(page, 'run/current', ANSWERED)
  await go('/subpackages/exam/walk/index?mode=sequence')
  await reads(page, '上次到第 3 题')
  await press(page, 'walk-reform')
  await reads(page, '有一次还没答完')
  await press(page, 'dialog-confirm')
  assert.equal((await inSight(page, questions)).id, third.id)
  assert.deepEqual(errors, [])
})

test('answer-first reading shows answer and reason, counts nothing and keeps its own place', async () => {
  const { page, open, go, relaunch } = await newPhone()
  const questions = await questionsOf('construction')
  await open('/subpackages/exam/walk/index?mode=recite')
  await press(page, 'walk-construction')
  await page.locator('.feedback__why').waitFor()
  const first = await inSight(page, questions)
  await press(page, 'next')
  const second = await nextInSight(page, questions, first)
  await durable(page, 'run/places', second.id)
  await relaunch()
  assert.equal((await inSight(page, questions)).id, second.id)
  await page.locator('.feedback__why').waitFor()
  assert.equal(await page.locator('.feedback__verdict').count(), 0)
  await go('/subpackages/review/knowledge/index')
  await reads(page, '还没有答过题')
})

test('starting another quiz asks before the open one is given up, and either choice holds', async () => {
  const { page, open, go } = await newPhone()
  const questions = await questionsOf()
  await open('/subpackages/exam/run/index?mode=daily')
  const daily = await answer(page, questions, true)
  await durable(page, 'run/current', ANSWERED)
  await go('/subpackages/exam/timed/index?mode=challenge')
  await press(page, 'begin')
  await press(page, 'dialog-cancel')
  assert.equal((await inSight(page, questions)).id, daily.id)
  await go('/subpackages/exam/timed/index?mode=challenge')
  await press(page, 'begin')
  await press(page, 'dialog-confirm')
  await page.locator('.countdown').waitFor()
})
