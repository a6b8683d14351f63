import type { Question } from '@domain/catalog/types'
import { answerWords } from '@domain/quiz/words'
import { answerCard } from '@domain/review/card'
import { notebookText } from '@domain/review/export'
import { question } from '../quiz/pool'

const card = (q: string) =>
  answerCard(undefined, { question: q, hash: 'h', shelf: 'reform', correct: false, day: '2026-11-23' })!

test('the notebook as text holds question, options, answer and why, and skips what has left the feed', () => {
  const pool = [
    question(1, { type: 'order' } as Partial<Question>),
    question(2, { type: 'judge' } as Partial<Question>),
  ]
  expect(notebookText([card('q-00001'), card('q-00099'), card('q-00002')], pool, '2026-11-23')).toBe(
    [
      '错题本（2026年11月23日，共 2 题）',
      '1. 第1题\nA. 选项a\nB. 选项b\nC. 选项c\nD. 选项d\n答案：选项c → 选项a → 选项d → 选项b\n解析：因为原文如此。',
      '2. 第2题\n答案：正确\n解析：因为原文如此。',
    ].join('\n\n'),
  )
})

test('an answer in words names options, true and false, and blanks', () => {
  expect(answerWords(question(1, { type: 'single' } as Partial<Question>), ['b', 'x'])).toEqual(['选项b'])
  expect(answerWords(question(1, { type: 'judge' } as Partial<Question>), ['false'])).toEqual(['错误'])
  expect(answerWords(question(1, { type: 'fill' } as Partial<Question>), ['一九二一'])).toEqual(['一九二一'])
})
