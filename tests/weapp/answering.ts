import { allNodes, select } from './harness/tree'
import { controls, tap, write } from './harness/gestures'
import type { Phone } from './harness/phone'

/** Gives an answer to the question in sight: the first option, or nonsense in every blank. One answered before is left behind. */
export async function answerOne(phone: Phone): Promise<void> {
  if (controls(phone).some(node => node.id === 'next')) await tap(phone, 'next')
  const option = controls(phone).find(node => node.id.startsWith('option-'))
  if (option) await tap(phone, option)
  const blanks = [...allNodes(phone.root)].filter(node => node.tag === 'input')
  for (const blank of blanks) await write(phone, blank.id, '不知道')
  await tap(phone, 'submit')
  // The button to go on does not hear the second of two quick taps.
  await phone.clock.pass(600)
}

export const hasQuestion = (phone: Phone): boolean => select(phone.root, '.question').length > 0

/** Answers every question of a run so that some are wrong, up to the result. */
export async function answerWrong(phone: Phone): Promise<void> {
  while (hasQuestion(phone)) {
    await answerOne(phone)
    await tap(phone, 'next')
  }
}
