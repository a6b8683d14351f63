import type { Question } from '../catalog/types'
import { type Aliases, sameText } from './answer-form'

export interface Grade {
  correct: boolean
  /** Option ids (in order, for `order`), `true`/`false`, or the first accepted text of each blank. */
  expected: string[]
  /** `fill` and `order`: which places are right. */
  places?: boolean[]
}

/** What a right answer looks like, in the form of {@link GivenAnswer.given}. */
export function expectedOf(question: Question): string[] {
  switch (question.type) {
    case 'single':
      return [question.answer]
    case 'judge':
      return [String(question.answer)]
    case 'fill':
      return question.answer.map(accepted => accepted[0] ?? '')
    default:
      return question.answer
  }
}

/**
 * Grades `given`: one option id; several in any order; `true`/`false`; one text a blank; option ids in order. A fill-in
 * is right when it matches an accepted text in answer form (./answer-form) or is a ledger alias of one. Nothing given
 * is wrong; there is no half right.
 */
export function grade(question: Question, given: readonly string[], aliases?: Aliases): Grade {
  const expected = expectedOf(question)
  if (question.type === 'fill') {
    const places = question.answer.map((accepted, i) => accepted.some(text => sameText(text, given[i] ?? '', aliases)))
    return { correct: places.length > 0 && given.length <= places.length && places.every(Boolean), expected, places }
  }
  if (question.type === 'order') {
    const places = expected.map((id, i) => given[i] === id)
    return { correct: given.length === expected.length && places.every(Boolean), expected, places }
  }
  const chosen = new Set(given)
  const correct = given.length === expected.length && expected.every(id => chosen.has(id))
  return { correct, expected }
}
