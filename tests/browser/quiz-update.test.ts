import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QuestionVolume } from '../../domain/catalog/types'
import { answer, goOn, inSight, questionsOf, reads } from './answering'
import { newPhone, useBrowser } from './phone'

useBrowser()

test('after an update of the questions a resumed session says what was kept and what is new, and goes on', async () => {
  const { page, open, relaunch, context } = await newPhone()
  const questions = await questionsOf('reform')
  await open('/subpackages/exam/run/index?mode=practice&shelf=reform')
  const first = await answer(page, questions, true)
  const second = await goOn(page, questions, first)

  // The next version words the answered question anew and withdraws the one on screen.
  await context.route('**/feed/questions-reform.json', async route => {
    const volume = (await (await route.fetch()).json()) as QuestionVolume
    const changed = volume.questions
      .filter(question => question.id !== second.id)
      .map(question => (question.id === first.id ? { ...question, hash: 'changed' } : question))
    await route.fulfill({ json: { ...volume, questions: changed } })
  })
  await relaunch()
  await reads(page, /题库更新过：1 题已经答过，答案照旧算；1 题已撤下/)
  assert.notEqual((await inSight(page, questions)).id, second.id)
  await answer(page, questions, true)
})
