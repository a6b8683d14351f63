import type { Question } from '../catalog/types'
import { expectedOf } from './grade'

/** What was given, or is expected, in words: texts of options in their order, 正确 or 错误, or the blanks as they are. */
export function answerWords(question: Question, given: readonly string[]): string[] {
  if (question.type === 'judge') return given.map(value => (value === 'true' ? '正确' : '错误'))
  if (question.type === 'fill') return [...given]
  const texts = new Map(question.options.map(o => [o.id, o.text]))
  return given.flatMap(id => texts.get(id) ?? [])
}

/** Things to be ordered that a line names; all of them filled the screen in the largest type. */
const TOLD = 2

/**
 * A question as one line of a list. Ordering questions ask much the same of different things, so they name what is to be
 * ordered.
 */
export function questionTitle(question: Question): string {
  if (question.type !== 'order') return question.stem
  const first = question.options.slice(0, TOLD).map(it => it.text)
  const more = question.options.length > TOLD ? '等' : ''
  return `${question.stem.replace(/[：:。]$/, '')}：${first.join('、')}${more}`
}

/** The right answer in words. */
export function expectedWords(question: Question): string[] {
  return answerWords(question, expectedOf(question))
}
