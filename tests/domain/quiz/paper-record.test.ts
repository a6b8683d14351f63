import fc from 'fast-check'
import { isPassed, PASS_LINES, pointsOf } from '@domain/quiz/paper-record'

test('who has as many points as the line has passed, and nobody by rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), fc.constantFrom(...PASS_LINES), (total, right, line) => {
      const paper = { total, correct: Math.min(right, total), line }
      expect(isPassed(paper)).toBe(paper.correct / total >= line / 100)
      expect(pointsOf(paper) >= line).toBe(isPassed(paper))
    }),
  )
})

test('a paper without questions is not passed', () => {
  expect(isPassed({ total: 0, correct: 0, line: 60 })).toBe(false)
  expect(pointsOf({ total: 0, correct: 0 })).toBe(0)
})
