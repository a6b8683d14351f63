import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { answer, inSight, questionsOf, reads, result } from './answering'
import { newPhone, press, useBrowser } from './phone'

useBrowser()

const type = (page: Page, text: string) =>
  page.locator('#friend-input input, input#friend-input').locator('visible=true').first().fill(text)

async function tenAnswers(page: Page, wrong: number, kill?: () => Promise<void>): Promise<string[]> {
  const questions = await questionsOf()
  const asked: string[] = []
  for (let i = 0; i < 10; i++) {
    if (i === 3 && kill) {
      await inSight(page, questions)
      await kill()
    }
    asked.push((await answer(page, questions, i >= wrong)).id)
    await press(page, 'next')
  }
  await result(page)
  return asked
}

test('two phones get the same ten questions by code, and each sees both results', async () => {
  const [one, two] = [await newPhone(), await newPhone()]
  await one.open('/subpackages/exam/friend/index')
  await press(one.page, 'make')
  const code = ((await one.page.locator('#code').textContent()) ?? '').trim()
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await press(one.page, 'start')
  const first = await tenAnswers(one.page, 2, one.relaunch)

  await two.open('/subpackages/exam/friend/index')
  await type(two.page, `朋友说：${code.toLowerCase()} 8/10`)
  await press(two.page, 'read')
  await reads(two.page, /已记下朋友的成绩/)
  await two.page.getByText('我来答').evaluate((element: HTMLElement) => element.click())
  assert.deepEqual(await tenAnswers(two.page, 1), first)
  await reads(two.page, '9 / 10')
  await reads(two.page, '8 / 10')

  await one.open('/subpackages/exam/friend/index')
  await type(one.page, `${code} 9/10`)
  await press(one.page, 'read')
  await reads(one.page, '9 / 10')
  await reads(one.page, '8 / 10')
  assert.deepEqual([...one.errors, ...two.errors], [])
})

test('a damaged, short or foreign code says what is wrong', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/exam/friend/index')
  await press(page, 'make')
  const code = ((await page.locator('#code').textContent()) ?? '').trim()
  const said: [string, RegExp][] = [
    [code.slice(0, 9), /一共十二位/],
    [`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`, /有一位不对/],
    ['0000-0000-0000', /另一版题库/],
  ]
  for (const [text, words] of said) {
    await type(page, text)
    await press(page, 'read')
    await reads(page, words)
  }
})
