import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explained } from '../../domain/quiz/explained'
import { answer, inSight, questionsOf, result } from './answering'
import { newPhone, press, useBrowser } from './phone'

useBrowser()

test('a practice set survives a kill, is finished, and its wrong answer is in the notebook with the proving words', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  const questions = await questionsOf('new-democratic')
  await open('/subpackages/exam/run/index?mode=practice&shelf=new-democratic')
  await page.locator('.question__stem').waitFor()
  const wrong = await answer(page, questions, false)
  assert.match((await page.locator('.feedback').textContent()) ?? '', /答错了/)
  await press(page, 'next')
  await answer(page, questions, true)
  assert.match((await page.locator('.feedback').textContent()) ?? '', /答对了/)

  // Killed with two of five answered: home offers to go on at the third.
  await open('/pages/home/index')
  await page.locator('#continue', { hasText: '继续答' }).waitFor()
  await press(page, 'continue')
  await page.locator('.question__stem').waitFor()
  await relaunch()
  await page.locator('.feedback__verdict').waitFor()
  await press(page, 'next')
  for (let i = 2; i < 5; i++) {
    await answer(page, questions, true)
    await press(page, 'next')
  }
  await page.locator('.result').waitFor()
  assert.match((await page.locator('.result').textContent()) ?? '', /4答对，共 5 题80%/)

  await press(page, 'to-notebook')
  await page.locator(`#card-${wrong.id}`).waitFor()
  await press(page, `card-${wrong.id}`)
  const proof = page.locator('.rich-text--marked')
  await proof.waitFor()
  assert.ok(((await proof.textContent()) ?? '').length > 10)
  assert.deepEqual(errors, [])
})

test('the proof of an answer opens the article at the proving paragraph, just under the title bar', async () => {
  // The more lies above it the larger the type is.
  const { page, open } = await newPhone({ type: 4 })
  const questions = await questionsOf('construction')
  await open('/subpackages/exam/run/index?mode=practice&shelf=construction')
  await page.locator('.question__stem').waitFor()
  await answer(page, questions, true)
  await press(page, 'proof')
  const proof = page.locator('.rich-text--marked')
  await proof.waitFor()
  await page.waitForFunction(() => {
    const marked = document.querySelector('.rich-text--marked')
    const bar = marked?.closest('.screen')?.querySelector('.title-bar')
    if (!marked || !bar) return false
    const below = marked.getBoundingClientRect().top - bar.getBoundingClientRect().bottom
    return below >= 0 && below < 40
  })
})

test('an interrupted session counts nothing until it is handed in, and can be given up', async () => {
  const { page, open, go } = await newPhone()
  const questions = await questionsOf('reform')
  await open('/subpackages/exam/run/index?mode=practice&shelf=reform')
  await page.locator('.question__stem').waitFor()
  await answer(page, questions, true)
  await go('/pages/quiz/index')
  await page.locator('#resume').waitFor()
  await page.getByText('放弃这次').evaluate((element: HTMLElement) => element.click())
  await page.locator('#resume').waitFor({ state: 'detached' })
  await go('/pages/me/index')
  assert.equal(await page.getByText('每完成一组新的练习').count(), 0)
})

test('every question type can be answered rightly by what is on the screen', async () => {
  const { page, go } = await newPhone()
  const seen = new Set<string>()
  let sets = 0
  for (const shelf of ['new-democratic', 'construction', 'reform']) {
    const questions = await questionsOf(shelf)
    for (let set = 0; set < 3 && seen.size < 5; set++) {
      await go(`/subpackages/exam/run/index?mode=practice&shelf=${shelf}`)
      await page.locator('.question__stem').waitFor()
      for (;;) {
        const question = await answer(page, questions, true)
        assert.match((await page.locator('.feedback').textContent()) ?? '', /答对了/, question.id)
        seen.add(question.type)
        const last = (await page.locator('#next').textContent()) === '看结果'
        await press(page, 'next')
        if (last) break
      }
      await result(page, ++sets)
    }
  }
  assert.deepEqual([...seen].sort(), ['fill', 'judge', 'multiple', 'order', 'single'])
})

test('a wrong choice is told in ink with what it really was, and the way to the proof stands above its words', async () => {
  const { page, open, errors } = await newPhone()
  const questions = await questionsOf('construction')
  // Questions that say something of one of their wrong options.
  const known = new Map(
    [...questions.values()].flatMap(it => {
      const chosen = it.type === 'single' && it.options.find(({ id }) => explained(it, [id]).was[id] !== undefined)
      return chosen ? [[it.id, chosen.id] as const] : []
    }),
  )
  const { article } = [...questions.values()].find(it => known.has(it.id))!.evidence
  await open(`/subpackages/exam/run/index?mode=article&article=${article}`)
  let question = await inSight(page, questions)
  while (!known.has(question.id)) {
    await answer(page, questions, true)
    await press(page, 'next')
    await page.getByText(question.stem).waitFor({ state: 'detached' })
    question = await inSight(page, questions)
  }
  const id = known.get(question.id)!
  await press(page, `option-${id}`)
  await press(page, 'submit')
  await page.locator('.feedback__quote').waitFor()
  const { was, rest } = explained(question, [id])
  assert.equal(await page.locator(`#option-${id} .option__was`).textContent(), was[id])
  assert.equal((await page.locator('.feedback__why').allTextContents()).join(''), rest, 'nothing is said twice')
  const [proof, quote] = await Promise.all(
    ['#proof', '.feedback__quote'].map(async it => (await page.locator(it).boundingBox())!.y),
  )
  assert.ok(proof! < quote!)
  // Red is history's and the main action's.
  const colours = await page.evaluate(chosen => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = 'var(--red)'
    const red = getComputedStyle(probe).color
    const { borderTopColor, backgroundColor } = getComputedStyle(document.querySelector(`#option-${chosen}`)!)
    return {
      red,
      told: [borderTopColor, backgroundColor, getComputedStyle(document.querySelector('.feedback__verdict')!).color],
    }
  }, id)
  assert.ok(!colours.told.includes(colours.red), colours.told.join(' '))
  assert.deepEqual(errors, [])
})
