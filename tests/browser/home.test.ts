import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { parse } from 'yaml'
import { answer, goOn, inSight, questionsOf } from './answering'
import { durable, durablePause, newPhone, playedTo, press, top, useBrowser } from './phone'

useBrowser()

/** Presses by id and counts: what the issue promises is a number of taps. */
function counted(page: Page) {
  let taps = 0
  return {
    press: async (id: string) => {
      taps += 1
      await press(page, id)
    },
    taps: () => taps,
  }
}

/** The id of the n-th row of today's list. */
async function todaysRow(page: Page, kind: 'a' | 'e'): Promise<string> {
  const row = top(page).locator(`[id^="row-${kind}-"]`).first()
  await row.waitFor()
  return (await row.getAttribute('id'))!
}

test('today’s article is one tap away from launch, five questions one from here and two by the tab', async () => {
  const { page, open, errors } = await newPhone()
  await open('/pages/home/index')
  const article = counted(page)
  await article.press(await todaysRow(page, 'a'))
  await page.locator('.article__paragraph').first().waitFor()
  assert.equal(article.taps(), 1)

  await open('/pages/home/index')
  const daily = counted(page)
  await daily.press('row-daily')
  await page.locator('.question__stem').waitFor()
  assert.equal(daily.taps(), 1)

  await open('/pages/home/index')
  const byTab = counted(page)
  await byTab.press('tab-quiz')
  await byTab.press('daily')
  await page.locator('.question__stem').locator('visible=true').waitFor()
  assert.equal(byTab.taps(), 2)
  assert.deepEqual(errors, [])
})

test('an article goes on at its words in one tap', async () => {
  const { page, open, errors } = await newPhone()
  await page.clock.install({ time: new Date('2026-11-24T08:00:00+08:00') })
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('#a-0001-p6').waitFor()
  await page.locator('#a-0001-p6').evaluate(element => element.scrollIntoView({ block: 'start' }))
  await page.mouse.wheel(0, 20)
  await page.clock.runFor(12_000)
  const words = (await page.locator('#a-0001-p6').textContent()) ?? ''
  await durable(page, 'places', words.slice(0, 10))
  await durable(page, 'items/', 'a-0001')

  await open('/pages/home/index')
  await page.locator('#continue', { hasText: '继续读' }).waitFor()
  const go = counted(page)
  await go.press('continue')
  await page.locator('#a-0001-p6').waitFor()
  const place = () => page.locator('#a-0001-p6').evaluate(element => element.getBoundingClientRect().top)
  for (let i = 0; i < 100 && !((await place()) < 500); i++) {
    await page.clock.runFor(200)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  assert.ok((await place()) < 500, 'the paragraph that was left is on the screen')
  assert.equal(go.taps(), 1)
  assert.deepEqual(errors, [])
})

test('an episode goes on sounding at its second in one tap', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await press(page, 'toggle')
  await playedTo(page, 7)
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label*=接着听]').waitFor()
  await durablePause(page)
  const left = await playedTo(page, 7)

  await open('/pages/home/index')
  await page.locator('#continue', { hasText: '继续听' }).waitFor()
  const go = counted(page)
  await go.press('continue')
  await page.locator('[aria-label=暂停]').last().waitFor()
  const position = await playedTo(page, left)
  assert.ok(position < left + 8, `left at ${left} s, it is at ${position} s`)
  assert.equal(go.taps(), 1)
  assert.deepEqual(errors, [])
})

test('an unfinished set goes on at its question in one tap', async () => {
  const { page, open, errors } = await newPhone()
  const questions = await questionsOf()
  await open('/subpackages/exam/run/index?mode=practice&shelf=construction')
  const first = await answer(page, questions, true)
  const second = await goOn(page, questions, first)
  await open('/pages/home/index')
  await page.locator('#continue', { hasText: '答了 1 题' }).waitFor()
  const go = counted(page)
  await go.press('continue')
  assert.equal((await inSight(page, questions)).id, second.id)
  assert.equal(go.taps(), 1)
  assert.deepEqual(errors, [])
})

test('a first launch without a network says so once, and one tap brings everything that was missing', async () => {
  const { page, open } = await newPhone()
  await page.route('**/feed/*.json', route => route.abort())
  await open('/pages/home/index')
  await page.locator('.empty').first().waitFor()
  assert.equal(await top(page).locator('.empty').count(), 1)
  const words = (await top(page).textContent()) ?? ''
  assert.match(words, /内容还没有取来.*没有网络.*再试一次/s)
  assert.doesNotMatch(words, /json|fetch|Error/i)

  await page.unroute('**/feed/*.json')
  await page.getByRole('button', { name: '再试一次' }).evaluate((element: HTMLElement) => element.click())
  await page.locator('#today-event').waitFor()
  await page.locator('#row-daily').waitFor()
  assert.equal(await top(page).locator('.empty').count(), 0)
})

test('when only one part is missing, the rest of the page is there', async () => {
  const { page, open } = await newPhone()
  await page.route('**/feed/schedule.json', route => route.abort())
  await open('/pages/home/index')
  await page.locator('#today-event').waitFor()
  await page.locator('.week-goal').waitFor()
  await top(page).locator('.empty').first().waitFor()
  assert.equal(await top(page).locator('.empty').count(), 1)
})

test('a week’s theme and goal are on the page', async () => {
  const { page, open } = await newPhone()
  await page.clock.setFixedTime(new Date('2026-11-24T08:00:00+08:00'))
  await open('/pages/home/index')
  await page.locator('#week-theme', { hasText: '本周主题' }).waitFor()
  await page.locator('.week-goal', { hasText: '本周已学 0 天，目标 3 天' }).waitFor()
})

/** The first entries of content/days.yml with the longest texts: what the first screen of a low phone has least room for. */
const longestEvents = () =>
  (parse(fs.readFileSync('content/days.yml', 'utf8')) as { day: string; entries: { text: string }[] }[])
    .map(({ day, entries }) => ({ day, text: entries[0]!.text }))
    .sort((one, other) => other.text.length - one.text.length)
    .slice(0, 10)

for (const [type, height, days] of [
  [4, 640, 10],
  [4, 568, 3],
  [3, 568, 3],
  [2, 568, 3],
  [1, 568, 3],
] as const) {
  test(`at step ${type} of the type on 320 × ${height} px the day’s button is in sight, however long the event is`, async () => {
    for (const { day, text } of longestEvents().slice(0, days)) {
      const { page, context, open, errors } = await newPhone({ width: 320, type })
      await page.setViewportSize({ width: 320, height })
      // A leap year has every day.
      await page.clock.setFixedTime(new Date(`2028-${day}T08:00:00+08:00`))
      await open('/pages/home/index')
      const button = page.locator('#listen-today, #read-today')
      await button.waitFor()
      const bottom = await button.evaluate(it => it.getBoundingClientRect().bottom)
      const end = await page.locator('#tab-home').evaluate(it => it.closest('.tab-bar')!.getBoundingClientRect().top)
      assert.ok(bottom <= end, `${day}: the button ends at ${bottom} px, the screen at ${end} px`)
      if (type > 1) {
        await press(page, 'today-event')
        await page.locator('.sheet__panel', { hasText: text }).waitFor()
      }
      assert.deepEqual(errors, [])
      await context.close()
    }
  })
}

/** Numbers that stand on another line than what they count, in the words of the elements that `selector` finds. */
const parted = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll(elements => {
    const out: string[] = []
    for (const node of elements.flatMap(it => [...it.childNodes])) {
      for (const { 0: words, index } of (node.textContent ?? '').matchAll(/\d+\s(天|件|题)/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + words.length)
        if (new Set([...range.getClientRects()].map(it => Math.round(it.top))).size > 1) out.push(words)
      }
    }
    return out
  })

test('on a narrow phone at the largest type the numbers of the home page stand beside what they count', async () => {
  const { page, open, errors } = await newPhone({ width: 320, type: 4 })
  await page.clock.setFixedTime(new Date('2026-11-24T08:00:00+08:00'))
  await open('/pages/home/index')
  await page.locator('.week-goal__words').waitFor()
  await page.locator('.day-close__left').waitFor()
  for (const width of [320, 360, 390]) {
    await page.setViewportSize({ width, height: 844 })
    assert.deepEqual(await parted(page, '.week-goal__words, .day-close__left'), [], `${width} px`)
  }
  assert.deepEqual(errors, [])
})
