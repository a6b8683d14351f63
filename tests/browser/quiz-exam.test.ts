import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choose, handIn, inSight, nextInSight, questionsOf, reads } from './answering'
import { counts, newPhone, press, useBrowser } from './phone'

useBrowser()

test('an exam keeps answers, marks and place through a kill, says what is open, and reports by shelf', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  const questions = await questionsOf()
  await open('/subpackages/exam/timed/index?mode=exam')
  await press(page, 'begin')
  const first = await choose(page, questions, true)
  assert.equal(await page.locator('.feedback').count(), 0, 'no verdict before the paper is handed in')
  await press(page, 'mark')
  await press(page, 'step-forward')
  await nextInSight(page, questions, first)
  await choose(page, questions, false)
  await page.locator('#sheet', { hasText: '2/50' }).waitFor()

  await relaunch()
  await page.locator('#sheet', { hasText: '2/50' }).waitFor()
  await press(page, 'sheet')
  await page.locator('#cell-1.cell--done.cell--marked').waitFor()
  await press(page, 'cell-1')
  assert.equal((await inSight(page, questions)).id, first.id)

  // An answer may be changed until the end.
  await choose(page, questions, true)
  await press(page, 'sheet')
  await press(page, 'hand-in')
  await reads(page, /还有 48 题没答/)
  await press(page, 'dialog-confirm')
  // What was wrong goes into the notebook while the result is drawn.
  await page.locator('.result', { hasText: '1 题已记入错题本' }).waitFor()
  const result = (await page.locator('.result').textContent()) ?? ''
  assert.match(result, /1答对，共 50 题2 分没到及格线（60 分）/)
  assert.match(result, /48 题没答/)
  assert.match(result, /各架/)
  assert.match(result, /接着读/)
  assert.deepEqual(errors, [])
})

test('what was wrong in a paper is looked through in three long parts, not in ten', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/exam/timed/index?mode=exam')
  await press(page, 'begin')
  await page.locator('.question__stem').waitFor()
  await press(page, 'sheet')
  await press(page, 'hand-in')
  await press(page, 'dialog-confirm')
  await page.locator('.reviewed').first().waitFor()
  assert.equal(await page.locator('.reviewed').count(), 20)
  await press(page, 'more-reviewed')
  await counts(page.locator('.reviewed'), 40)
  await press(page, 'more-reviewed')
  await page.locator('#more-reviewed').waitFor({ state: 'detached' })
  assert.equal(await page.locator('.reviewed').count(), 50)
  assert.deepEqual(errors, [])
})

test('a paused exam hides its question and its clock stands still', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/exam/timed/index?mode=exam')
  await press(page, 'begin')
  await page.locator('.question__stem').waitFor()
  await press(page, 'pause')
  await reads(page, '已经暂停')
  assert.equal(await page.locator('.question__stem').locator('visible=true').count(), 0)
  await press(page, 'go-on')
  await page.locator('.question__stem').waitFor()
})

test('an exam without limits has no clock and counts as no best', async () => {
  const { page, open } = await newPhone()
  const questions = await questionsOf()
  await open('/subpackages/exam/timed/index?mode=exam')
  await press(page, 'begin-untimed')
  await choose(page, questions, true)
  assert.equal(await page.locator('.countdown').count(), 0)
  await handIn(page)
  await reads(page, /不计入最好成绩/)
  await open('/pages/quiz/index')
  await page.locator('#exam').waitFor()
  assert.doesNotMatch((await page.locator('#exam').textContent()) ?? '', /最好/)
})

test('the exam says when the pool cannot fill the standard paper', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/exam/timed/index?mode=exam')
  await reads(page, '这份卷')
  await reads(page, /50 题/)
})
