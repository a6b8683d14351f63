/** A member who studies, and what their phone has kept of it. */
import type { Page } from 'playwright-core'
import type { MemberEvent } from '../../domain/progress/events'
import type { MemberDay } from '../../domain/progress/summaries'
import { answer, questionsOf } from './answering'
import { type Phone, press, stored } from './phone'

/** Answers `n` practice questions; each is one durable act. */
export async function study(phone: Phone, n: number): Promise<void> {
  const questions = await questionsOf('construction')
  await phone.go('/subpackages/exam/run/index?mode=practice&shelf=construction')
  await phone.page.locator('#submit, #next').locator('visible=true').first().waitFor()
  // A run that was left unfinished goes on where it was.
  if (await phone.page.locator('.feedback__verdict').locator('visible=true').count()) await next(phone.page)
  for (let i = 0; i < n; i++) {
    if (i > 0) await next(phone.page)
    await answer(phone.page, questions, i % 2 === 0)
  }
}

const next = (page: Page) => press(page, 'next')

/** The acts in the phone's log. */
export async function acts(page: Page): Promise<MemberEvent[]> {
  return (await stored<MemberEvent[]>(page, 'log/')).flat()
}

/** The phone's days with what was counted on them. */
export async function days(page: Page): Promise<Record<string, MemberDay>> {
  return Object.assign({}, ...(await stored<Record<string, MemberDay>>(page, 'days/'))) as Record<string, MemberDay>
}
