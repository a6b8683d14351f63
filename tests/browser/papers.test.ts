import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workbook, type Cell } from '../../src/platform/files/workbook'
import { choose, handIn, inSight, nextInSight, questionsOf, reads } from './answering'
import { newPhone, press, top, useBrowser } from './phone'

// What who takes part in contests asked for: papers to look at again, a pass line, and their unit's own questions.
useBrowser()

test('a paper says whether it was passed, can be looked at again with its proofs, and stands in the list of papers', async () => {
  const { page, open, go, errors } = await newPhone()
  const questions = await questionsOf()
  await open('/subpackages/exam/timed/index?mode=exam')
  await press(page, 'pass-line-70')
  await press(page, 'begin')
  const first = await choose(page, questions, true)
  await handIn(page)
  await reads(page, /2 分\s*没到及格线（70 分）/)
  await press(page, 'to-paper')
  await top(page).locator('.reviewed').first().waitFor()
  assert.ok(!(await top(page).textContent())!.includes(first.stem), 'what was right is not among what was wrong')
  await press(page, 'which-all')
  await reads(page, first.stem)
  await top(page).locator('[id^=proof-]').first().waitFor()
  await go('/pages/quiz/index')
  await press(page, 'papers')
  await reads(page, /2 分.*没到及格线.*模拟考试.*1\s\/\s50/s)
  await top(page).locator('[id^=paper-]').first().click()
  await reads(page, /没到及格线（70 分）/)
  assert.deepEqual(errors, [])
})

test('by choice a right answer brings the next question by itself, a wrong one stays', async () => {
  const { page, open, go, errors } = await newPhone()
  const questions = await questionsOf()
  await open('/subpackages/settings/settings/index')
  await press(page, 'auto-next-on')
  await go('/subpackages/exam/run/index?mode=daily')
  const first = await choose(page, questions, true)
  await press(page, 'submit')
  const second = await nextInSight(page, questions, first)
  await choose(page, questions, false)
  await press(page, 'submit')
  await page.locator('.feedback__verdict', { hasText: '答错了' }).waitFor()
  await page.waitForTimeout(2_000)
  assert.equal((await inSight(page, questions)).id, second.id)
  assert.deepEqual(errors, [])
})

const HEAD = ['序号', '题干', '题型', '选项A', '选项B', '选项C', '答案', '解析']
const ROWS: Cell[][] = [
  [1, '本单位的读书日是哪天', '单选题', '周一', '周五', '周日', 'B', '章程第三条'],
  [2, '读书会有哪几个组', '多选题', '一组', '二组', '三组', 'ABC', ''],
  [3, '读书会每月一次', '判断题', '', '', '', '正确', ''],
  [4, '没有答案的一题', '单选题', '甲', '乙', '', '', ''],
]

test('a unit’s own sheet is read, practised, examined and deleted; nothing of it gets into the records', async () => {
  const { page, open, go, errors } = await newPhone()
  await open('/pages/quiz/index')
  await press(page, 'own-bank')
  const choosing = page.waitForEvent('filechooser')
  await press(page, 'take')
  await (
    await choosing
  ).setFiles({
    name: '读书会题库.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(workbook([{ name: '题库', head: HEAD, rows: ROWS }])),
  })
  await reads(page, /《读书会题库》读入 3 题；有 1 处没有读/)
  await reads(page, /题库 第 5 行 G 列\s*答案是空的/)
  await reads(page, /自带题库，3 题/)

  await top(page).locator('[id^=sequence-]').click()
  await page.locator('.question__stem', { hasText: '本单位的读书日' }).waitFor()
  await press(page, 'option-a')
  await press(page, 'submit')
  await page.locator('.feedback__verdict', { hasText: '答错了' }).waitFor()
  assert.doesNotMatch((await top(page).textContent())!, /错题本|报告错误/)

  await go('/subpackages/exam/bank/index')
  await top(page).locator('[id^=exam-]').click()
  await page.locator('.question__stem').waitFor()
  await handIn(page)
  await reads(page, /0 分\s*没到及格线/)
  assert.doesNotMatch((await top(page).textContent())!, /今天答题得|各架/)
  await go('/subpackages/exam/papers/index')
  await reads(page, /自带题库《读书会题库》/)
  await go('/subpackages/review/notebook/index')
  await page.locator('.empty').waitFor()

  await go('/subpackages/exam/bank/index')
  await top(page).locator('[id^=drop-]').click()
  await press(page, 'dialog-confirm')
  await top(page).locator('[id^=drop-]').waitFor({ state: 'detached' })
  await go('/subpackages/exam/papers/index')
  await top(page).locator('[id^=paper-]').first().click()
  await reads(page, /这道题已经不在了/)
  assert.deepEqual(errors, [])
})
