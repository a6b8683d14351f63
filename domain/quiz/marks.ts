import type { Question } from '../catalog/types'
import { expectedOf } from './grade'

/**
 * How one option stands once the question is answered: chosen and right, right and not chosen, chosen and wrong, or
 * neither.
 */
export type OptionMark = 'right' | 'missed' | 'wrong' | 'none'

/** How the option `id` stands after `given`, in the form of {@link GivenAnswer.given}. */
export function markOption(question: Question, given: readonly string[], id: string): OptionMark {
  const chosen = given.includes(id)
  if (expectedOf(question).includes(id)) return chosen ? 'right' : 'missed'
  return chosen ? 'wrong' : 'none'
}

/**
 * What went wrong with an answer of several, in the letters that the options have on the screen: `漏选 B、D，多选 A`.
 * Empty for a right answer and for every other kind of question.
 * @param shown option ids from the first to the last
 */
export function missedWords(question: Question, given: readonly string[], shown: readonly string[]): string {
  if (question.type !== 'multiple') return ''
  const letters = (mark: OptionMark) =>
    shown.flatMap((id, i) => (markOption(question, given, id) === mark ? (OPTION_LETTERS[i] ?? []) : [])).join('、')
  const missed = letters('missed')
  const wrong = letters('wrong')
  return [missed && `漏选 ${missed}`, wrong && `多选 ${wrong}`].filter(Boolean).join('，')
}

/** What options are called, from the first. */
export const OPTION_LETTERS = 'ABCDEF'
