import type { QuestionSource } from '../schema/question'

/** The right answer in words, one entry for each right option or blank; a judgement has none. */
export function rightTexts(question: QuestionSource): string[] {
  switch (question.type) {
    case 'single':
      return [question.options[question.answer] ?? '']
    case 'multiple':
    case 'order':
      return question.answer.map(id => question.options[id] ?? '')
    case 'fill':
      return question.answer.map(accepted => accepted[0] ?? '')
    case 'judge':
      return [String(question.answer)]
  }
}

/** Splits `a-0001^e3`. Expects a checked value. */
export function evidenceOf(question: { evidence: string }): { article: string; block: string } {
  const [article = '', block = ''] = question.evidence.split('^')
  return { article, block }
}
