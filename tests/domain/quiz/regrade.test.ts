import type { AnswerEvent } from '@domain/progress/events'
import { regrade } from '@domain/quiz/regrade'
import type { Question } from '@domain/catalog/types'
import { question } from './pool'

const asked = question(1, { type: 'single', shelf: 'reform' } as Partial<Question>)
const told = (more: Partial<AnswerEvent['answer']> = {}): AnswerEvent => ({
  id: 'x',
  at: 1,
  day: '2026-11-23',
  kind: 'answer',
  run: 'r',
  mode: 'daily',
  answer: {
    question: asked.id,
    hash: asked.hash,
    type: 'single',
    shelf: 'people',
    given: ['b'],
    correct: false,
    seconds: 3,
    ...more,
  },
})

test('right and shelf come from the own copy of the question, not from the phone', () => {
  expect(regrade(told(), asked).answer).toMatchObject({ correct: true, shelf: 'reform' })
  expect(regrade(told({ given: ['a'], correct: true }), asked).answer.correct).toBe(false)
})

test('what cannot be checked is not right, and still an answer', () => {
  expect(regrade(told({ hash: 'other', correct: true }), asked).answer).toMatchObject({ correct: false, given: ['b'] })
  expect(regrade(told({ correct: true }), undefined).answer.correct).toBe(false)
  expect(regrade(told({ correct: true }), question(2)).answer.correct).toBe(false)
})
