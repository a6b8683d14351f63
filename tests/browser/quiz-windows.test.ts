import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { answer, inSight, questionsOf, reads } from './answering'
import { address, durable, newPhone, press, useBrowser } from './phone'

useBrowser()

const RUN = '/subpackages/exam/run/index'
const PRACTICE = `${RUN}?mode=practice&shelf=new-democratic`

/** The session that is kept on the phone, as it is stored. */
function storedRun(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () =>
      new Promise<string | undefined>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('kv').objectStore('kv').get('run/current')
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result as string | undefined)
          }
        }
      }),
  )
}

test('a set that another window erased is let go, and does not come back', async () => {
  const { context, page, open, errors } = await newPhone()
  const questions = await questionsOf('new-democratic')
  await open(PRACTICE)
  await answer(page, questions, true)
  await durable(page, 'run/current', '"given"')
  const other = await context.newPage()
  await other.goto(`${address()}#/subpackages/settings/settings/index`)
  await press(other, 'erase')
  await press(other, 'dialog-confirm')
  await reads(other, '学习记录已经全部清除')

  await reads(page, '这组题已经不在了')
  assert.equal(await storedRun(page), undefined)
  await page.getByRole('button', { name: '去答题' }).locator('visible=true').tap()
  await page.locator('#daily').locator('visible=true').waitFor()
  assert.equal(await storedRun(page), undefined)
  assert.deepEqual(errors, [])
})

test('a set goes on in one window at a time, with every answer given in either', async () => {
  const { context, page, open, errors } = await newPhone()
  const questions = await questionsOf('new-democratic')
  await open(PRACTICE)
  const first = await answer(page, questions, true)
  await durable(page, 'run/current', '"given"')
  const other = await context.newPage()
  await other.goto(`${address()}#${RUN}?resume=1`)
  await press(other, 'next')
  const second = await answer(other, questions, true)
  assert.notEqual(second.id, first.id)

  await reads(page, '正在另一个窗口里答')
  await page.getByRole('button', { name: '在这里接着答' }).locator('visible=true').tap()
  assert.equal((await inSight(page, questions)).id, second.id)
  await page.locator('.feedback__verdict').waitFor()
  await reads(other, '正在另一个窗口里答')
  await press(page, 'next')
  const third = await answer(page, questions, true)
  await durable(page, 'run/current', third.id)
  const kept = JSON.parse((await storedRun(page))!) as { slots: { given?: string[] }[] }
  assert.equal(kept.slots.filter(slot => slot.given).length, 3)
  assert.deepEqual(errors, [])
})

test('a set begun in another window in place of this one is not overwritten by this one', async () => {
  const { context, page, open } = await newPhone()
  const questions = await questionsOf()
  await open(PRACTICE)
  await answer(page, questions, true)
  await durable(page, 'run/current', '"given"')
  const other = await context.newPage()
  await other.goto(`${address()}#${RUN}?mode=practice&shelf=construction`)
  await press(other, 'dialog-confirm')
  const begun = await answer(other, questions, false)
  await reads(page, '正在另一个窗口里答')
  // Closing this window saves on the way out.
  await page.close()
  await other.reload()
  assert.equal((await inSight(other, questions)).id, begun.id)
  await other.locator('.feedback__verdict').waitFor()
})
