import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { answer, choose, inSight, nextInSight, questionsOf, reads } from './answering'
import { address, appStands, newPhone, press, top, useBrowser } from './phone'

useBrowser()

const RUN = '/subpackages/exam/run/index'
const ARTICLE = '/subpackages/reader/article/index'
const FULL = /手机存储满了，刚才的没有存下来/

/** Opens the sheet of a new note about an article. */
async function openNote(page: Page) {
  await page.locator('.article__paragraph').first().waitFor()
  await press(page, 'more')
  await press(page, 'note')
}

/** A phone on which a note about the first sentence of an article is begun. */
async function noteBegun() {
  const phone = await newPhone()
  await phone.open(`${ARTICLE}?id=a-0002`)
  await openNote(phone.page)
  await press(phone.page, 'option-sentence-0')
  return phone
}

/** From now on the phone has no room for anything more. */
const fill = (page: Page) =>
  page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })

test('with the storage full it is said where one is, and the result claims nothing', async () => {
  const { page, open } = await newPhone({ type: 4 })
  const questions = await questionsOf('reform')
  await open(`${RUN}?mode=practice&shelf=reform`)
  await inSight(page, questions)
  await fill(page)
  for (let i = 0; i < 5; i++) {
    await page.locator('#submit').locator('visible=true').waitFor()
    await choose(page, questions, false)
    await press(page, 'submit')
    await page.locator('.feedback__verdict').waitFor()
    await reads(page, FULL)
    // What was missed may follow; that it was kept may not.
    assert.match((await page.locator('.feedback__verdict').textContent()) ?? '', /^✕ 答错了(?!.*已记入)/)
    await press(page, 'next')
  }
  await page.locator('.result').waitFor()
  assert.doesNotMatch(await top(page).innerText(), /已记入错题本/)
  assert.equal(await top(page).locator('#to-notebook').count(), 0)
  await top(page).getByRole('button', { name: '知道了' }).tap()
  await top(page).getByText(FULL).waitFor({ state: 'detached' })
  await open(`${ARTICLE}?id=a-0002`)
  await page.locator('.article__paragraph').first().waitFor()
  await fill(page)
  await press(page, 'favourite')
  await reads(page, FULL)
})

test('a quiz session that another page took the place of goes on when one comes back to it', async () => {
  const { page, open, errors } = await newPhone()
  const questions = await questionsOf()
  await open(`${RUN}?mode=sequence&shelf=reform`)
  const first = await answer(page, questions, true)
  await press(page, 'proof')
  await press(page, 'article-quiz')
  await inSight(page, questions)
  for (;;) {
    await answer(page, questions, true)
    await press(page, 'next')
    // What takes the place of the button that was pressed.
    await page.locator('.result, #submit').locator('visible=true').last().waitFor()
    if (await page.locator('.result').locator('visible=true').count()) break
  }
  await press(page, 'done')
  await page.locator('.article__title').locator('visible=true').waitFor()
  await press(page, 'back')
  assert.equal((await inSight(page, questions)).id, first.id)
  assert.deepEqual(errors, [])
})

test('leaving an article’s questions half-way, the walk below asks which to go on with', async () => {
  const { page, open } = await newPhone()
  const questions = await questionsOf()
  await open(`${RUN}?mode=sequence&shelf=reform`)
  const first = await answer(page, questions, true)
  await press(page, 'proof')
  await press(page, 'article-quiz')
  await answer(page, questions, true)
  await press(page, 'back')
  await page.locator('.article__title').locator('visible=true').waitFor()
  await press(page, 'back')
  await reads(page, '有一次还没答完')
  await press(page, 'dialog-confirm')
  assert.equal((await inSight(page, questions)).id, first.id)
})

test('the second of two quick taps on an answer does not carry one past its explanation', async () => {
  const { page, open } = await newPhone()
  const questions = await questionsOf('reform')
  await open(`${RUN}?mode=practice&shelf=reform`)
  const question = await choose(page, questions, false)
  const { x, y, width, height } = (await page.locator('#submit').locator('visible=true').boundingBox())!
  const [at, upon] = [x + width / 2, y + height / 2]
  await page.touchscreen.tap(at, upon)
  await page.waitForTimeout(150)
  await page.touchscreen.tap(at, upon)
  await page.locator('.feedback__verdict').waitFor()
  await press(page, 'next')
  await nextInSight(page, questions, question)
})

test('a note being written is there again after its sheet was closed by a slip, and after going back', async () => {
  const { page, open, errors } = await newPhone()
  const words = page.locator('#note-words textarea, textarea#note-words').locator('visible=true').first()
  const begin = async () => {
    await openNote(page)
    await words.waitFor()
  }
  await open('/pages/home/index')
  await page.evaluate(url => (location.hash = url), `${ARTICLE}?id=a-0002`)
  await begin()
  await press(page, 'option-sentence-0')
  await words.fill('写到一半')
  await page.touchscreen.tap(195, 60)
  await page.locator('.sheet__panel').waitFor({ state: 'detached' })
  await begin()
  assert.equal(await words.inputValue(), '写到一半')
  await page.goBack()
  await page.waitForFunction(() => !document.querySelector('.note-words'))
  await page.goForward()
  await begin()
  assert.equal(await words.inputValue(), '写到一半')
  await press(page, 'note-keep')
  await page.locator('.rich-text__lit').first().waitFor()
  await page.locator('.sheet__panel').waitFor({ state: 'detached' })
  await begin()
  assert.equal(await words.inputValue(), '')
  assert.deepEqual(errors, [])
})

test('a note is kept once, however quickly one presses again', async () => {
  const { page, go, errors } = await noteBegun()
  await page.locator('#note-words textarea, textarea#note-words').first().fill('记一遍')
  const keep = page.locator('#note-keep').locator('visible=true')
  await keep.evaluate((element: HTMLElement) => {
    element.click()
    element.click()
  })
  await page.locator('.sheet__panel').waitFor({ state: 'detached' })
  await go('/subpackages/reader/notes/index')
  await page.locator('.note').first().waitFor()
  assert.deepEqual(await page.locator('.note__words').allTextContents(), ['记一遍'])
  assert.deepEqual(errors, [])
})

test('a note that cannot be changed says so and keeps what was typed', async () => {
  const { page, go, errors } = await noteBegun()
  await press(page, 'note-keep')
  await page.locator('.rich-text__lit').first().waitFor()
  await go('/subpackages/reader/notes/index')
  await page.getByText('写几句').waitFor()
  await fill(page)
  await page.getByText('写几句').tap()
  await page.locator('.note textarea').fill('写不下的话')
  await page.getByText('保存', { exact: true }).tap()
  await page.locator('.note').getByText(FULL).waitFor()
  assert.equal(await page.locator('.note textarea').inputValue(), '写不下的话')
  assert.deepEqual(errors, [])
})

test('addresses that lead nowhere end on a page that says so', async () => {
  const { page } = await newPhone()
  for (const [path, words] of [
    ['/nothing/here', '没有这一页'],
    ['subpackages/reader/article/index?id=a-0002', '没有这一页'],
    ['/subpackages/library/mine/index?tab=favorites', '收藏'],
    [`${RUN}?mode=constructor&shelf=reform`, /第 1 题/],
    [`${RUN}?mode=exam`, '还没有出卷'],
    ['/subpackages/library/shelf/index?series=xx', '没有这个系列'],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(`${address()}#${path}`)
    await appStands(page)
    await reads(page, words)
  }
})

test('on a narrow phone at the largest type both answers of a dialog are in sight', async () => {
  const { page, open, go } = await newPhone({ width: 320, type: 4 })
  await page.setViewportSize({ width: 320, height: 568 })
  const questions = await questionsOf()
  await open(`${RUN}?mode=practice&shelf=reform`)
  await answer(page, questions, true)
  await go(`${RUN}?mode=practice&shelf=construction`)
  for (const id of ['dialog-cancel', 'dialog-confirm']) {
    const button = page.locator(`#${id}`)
    await button.waitFor()
    const { y, height } = (await button.boundingBox())!
    assert.ok(y > 0 && y + height <= 568, `${id} ${y} ${height}`)
  }
  assert.match((await page.locator('#dialog-cancel').getAttribute('class')) ?? '', /main/)
})
