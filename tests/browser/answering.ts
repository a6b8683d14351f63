import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Question } from '../../domain/catalog/types'
import type { MemberEvent } from '../../domain/progress/events'
import type { QuizSession } from '../../domain/quiz/session'
import { address, durable, press, stored, until } from './phone'

const SHELVES = ['new-democratic', 'construction', 'reform', 'new-era', 'people', 'local']

/** The feed's questions by stem: what is on the screen is looked up here. */
export async function questionsOf(...shelves: string[]): Promise<Map<string, Question>> {
  const volumes = await Promise.all(
    (shelves.length ? shelves : SHELVES).map(async shelf => {
      const volume = await (await fetch(`${address()}feed/questions-${shelf}.json`)).json()
      return (volume as { questions: Question[] }).questions
    }),
  )
  return new Map(volumes.flat().map(question => [question.stem, question]))
}

/** The question in sight. */
export async function inSight(page: Page, questions: Map<string, Question>): Promise<Question> {
  const stem = page.locator('.question__stem').locator('visible=true').last()
  await stem.waitFor()
  const words = (await stem.textContent()) ?? ''
  const question = questions.get(words)
  assert.ok(question, `the question on screen is in the feed: ${words}`)
  return question
}

/** The question that takes the place of `last`: a page draws it a moment after it was asked for. */
export async function nextInSight(page: Page, questions: Map<string, Question>, last: Question): Promise<Question> {
  await page.locator('.question__stem').filter({ visible: true, hasNotText: last.stem }).last().waitFor()
  return inSight(page, questions)
}

/** Goes on from `last`, and waits until a kill would find the next question in its place. */
export async function goOn(page: Page, questions: Map<string, Question>, last: Question): Promise<Question> {
  await press(page, 'next')
  const question = await nextInSight(page, questions, last)
  await until(`${question.id} is the place that is kept`, async () => {
    const [session] = await stored<Pick<QuizSession, 'at' | 'slots'>>(page, 'run/current')
    return session?.slots[session.at]?.question === question.id
  })
  return question
}

/** Chooses, fills or orders the answer to the question in sight, by what a member presses. */
export async function choose(page: Page, questions: Map<string, Question>, right: boolean): Promise<Question> {
  const question = await inSight(page, questions)
  switch (question.type) {
    case 'single': {
      const wrong = question.options.find(option => option.id !== question.answer)!.id
      await press(page, `option-${right ? question.answer : wrong}`)
      break
    }
    case 'multiple':
      await tick(page, right ? question.answer : question.answer.slice(0, 1))
      break
    case 'judge':
      await press(page, `option-${right ? question.answer : !question.answer}`)
      break
    case 'fill':
      for (const [i, accepted] of question.answer.entries()) {
        await page
          .locator(`#blank-${i} input, input#blank-${i}`)
          .locator('visible=true')
          .first()
          .fill(right ? accepted[0]! : '不知道')
      }
      break
    case 'order':
      await putInOrder(page, right ? question.answer : [...question.answer].reverse())
  }
  return question
}

/**
 * Answers the question in sight, rightly or wrongly, waits to be told, and until the answer would outlive a kill: in the log and
 * in the session, which are written one after the other.
 */
export async function answer(page: Page, questions: Map<string, Question>, right: boolean): Promise<Question> {
  // One that has been answered already stays in sight for a moment after it was asked to go.
  await page.locator('#submit').locator('visible=true').last().waitFor()
  const question = await choose(page, questions, right)
  await press(page, 'submit')
  await page.locator('.feedback__verdict').waitFor()
  await durable(page, 'log/', question.id)
  await durable(page, 'run/current', new RegExp(`"question":"${question.id}"[^}]*"given"`))
  return question
}

/** Makes exactly these the chosen options, whatever was chosen before. */
async function tick(page: Page, wanted: string[]): Promise<void> {
  const boxes = await page
    .locator('.question [role=checkbox][id^="option-"]')
    .evaluateAll(rows => rows.map(row => ({ id: row.id, on: row.getAttribute('aria-checked') === 'true' })))
  for (const { id, on } of boxes) if (on !== wanted.includes(id.replace('option-', ''))) await press(page, id)
}

/** Moves each line up to its place with the buttons. */
async function putInOrder(page: Page, wanted: string[]): Promise<void> {
  for (const [place, id] of wanted.entries()) {
    for (;;) {
      const order = await page.locator('.ordering').evaluateAll(rows => rows.map(row => row.id.replace('order-', '')))
      if (order.indexOf(id) <= place) break
      await press(page, `up-${id}`)
    }
  }
  // Drawn in the very order that is wanted: in a paper that is no answer until it is said to be one.
  const asItStands = page.locator('#as-it-stands[role=button]').locator('visible=true')
  if ((await asItStands.count()) > 0) await press(page, 'as-it-stands')
}

/** Hands a paper in by its answer sheet, whatever has been answered. */
export async function handIn(page: Page): Promise<void> {
  await press(page, 'sheet')
  await press(page, 'hand-in')
  await press(page, 'dialog-confirm')
  await page.locator('.result').waitFor()
}

/** Waits for the result of the set that ends, and until it would outlive a kill: it is drawn before it is written down. */
export async function result(page: Page, sets = 1): Promise<void> {
  await page.locator('.result').locator('visible=true').last().waitFor()
  await until(`${sets} sets are in the log`, async () => {
    const log = (await stored<MemberEvent[]>(page, 'log/')).flat()
    return log.filter(it => it.kind === 'set').length >= sets
  })
}

/** Waits until `words` can be read on the page in sight. */
export async function reads(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).locator('visible=true').first().waitFor()
}
