import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shanghaiDay } from '../../domain/time/day'
import { answer, goOn, inSight, questionsOf, reads } from './answering'
import { copied, counts, durable, newPhone, press, useBrowser } from './phone'
import { seedEvents } from './seed'

useBrowser()

test('the notebook filters by shelf, is copied as text, and is reviewed after a kill where it was', async () => {
  const { page, go, relaunch, context, errors } = await newPhone()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const questions = await questionsOf()
  const wrong = []
  for (const shelf of ['reform', 'construction']) {
    await go(`/subpackages/exam/run/index?mode=practice&shelf=${shelf}`)
    const question = await answer(page, questions, false)
    await durable(page, 'cards/', question.id)
    wrong.push(question)
    await go('/pages/quiz/index')
    await page.getByText('放弃这次').evaluate((element: HTMLElement) => element.click())
    await page.locator('#resume').waitFor({ state: 'detached' })
  }
  await go('/subpackages/review/notebook/index')
  for (const { id } of wrong) await page.locator(`#card-${id}`).waitFor()
  await press(page, 'shelf-reform')
  await page.locator(`#card-${wrong[1]!.id}`).waitFor({ state: 'detached' })
  const text = await copied(page, 'copy-notebook')
  await reads(page, /已复制错题/)
  assert.ok(text.includes(wrong[0]!.stem) && text.includes(wrong[0]!.explain), text)

  await press(page, 'review')
  const second = await goOn(page, questions, await answer(page, questions, true))
  await relaunch()
  assert.equal((await inSight(page, questions)).id, second.id)

  await go('/subpackages/review/knowledge/index')
  await page.locator('.forecast').waitFor()
  await press(page, 'tally-table')
  await reads(page, /答过 2，答对 1（50%）/)
  assert.deepEqual(errors, [])
})

test('a long notebook shows 20 rows, and 20 more at a tap, of one shelf too', async () => {
  const { page, open, errors } = await newPhone()
  const questions = [...(await questionsOf('construction')).values()].slice(0, 60)
  const at = Date.now()
  const day = shanghaiDay(at)
  await seedEvents(
    page,
    questions.map(({ id, hash }, i) => ({
      kind: 'answer',
      id: `wrong-${i}`,
      at: at - 60_000 + i,
      day,
      run: 'run',
      mode: 'practice',
      answer: {
        question: id,
        hash,
        type: 'single',
        shelf: i < 5 ? 'reform' : 'construction',
        given: [],
        correct: false,
        seconds: 9,
      },
    })),
  )
  await open('/subpackages/review/notebook/index')
  await page.locator('[id^="card-"]').first().waitFor()
  // Rows far from the screen are let go, four together, and their place is kept.
  const shows = (rows: number) => counts(page.locator('[id^="stretch-"]'), Math.ceil(rows / 4))
  await shows(20)
  await press(page, 'more')
  await shows(40)
  await press(page, 'shelf-construction')
  await page.locator('#shelf-construction[aria-checked=true]').waitFor()
  await shows(20)
  await press(page, 'more')
  await press(page, 'more')
  await page.locator('#more').waitFor({ state: 'detached' })
  await shows(55)
  assert.deepEqual(errors, [])
})

test('an error reported on a question is kept and comes out as text; the answer stays as it was', async () => {
  const { page, open, go, relaunch, context } = await newPhone()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const questions = await questionsOf('construction')
  await open('/subpackages/exam/run/index?mode=practice&shelf=construction')
  const question = await answer(page, questions, true)
  await press(page, 'report')
  await page.locator('#report-note textarea, textarea#report-note').first().fill('年份好像不对')
  await press(page, 'report-send')
  await reads(page, /已记在这部手机上/)
  await press(page, 'report-done')
  await relaunch()
  await reads(page, '✓ 答对了')
  await go('/subpackages/review/notebook/index')
  const text = await copied(page, 'copy-reports')
  assert.ok(text.includes(question.id) && text.includes(question.hash) && text.includes('年份好像不对'), text)
})
