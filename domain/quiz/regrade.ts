import type { Question } from '../catalog/types'
import { grade } from './grade'
import type { Aliases } from './answer-form'
import type { AnswerEvent } from '../progress/events'

/**
 * The event with shelf, type and `correct` from the recounting side's own copy of the question: a phone's word is not
 * taken. An answer to an unknown question or to another wording cannot be checked: it counts as given, not as right.
 */
export function regrade(event: AnswerEvent, question: Question | undefined, aliases?: Aliases): AnswerEvent {
  const { answer } = event
  if (!question || question.id !== answer.question) return { ...event, answer: { ...answer, correct: false } }
  const { hash, type, shelf } = question
  const correct = hash === answer.hash && grade(question, answer.given, aliases).correct
  return { ...event, answer: { ...answer, type, shelf, correct } }
}
