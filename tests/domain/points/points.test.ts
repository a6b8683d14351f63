import fc from 'fast-check'
import type { PointsRuleSet } from '@domain/catalog/points-rules'
import { emptyDay } from '@domain/progress/state'
import { answeringPoints, pointsOf, ruleSetOn } from '@domain/points/points'

const article = {
  id: 'article',
  label: '每读完一篇新文章',
  counter: 'new_articles' as const,
  per: 1,
  points: 2,
  dailyCap: 6,
}
const listen = {
  id: 'listen',
  label: '每听或看五分钟',
  counter: 'listen_seconds' as const,
  per: 300,
  points: 1,
  dailyCap: 4,
}
const ruleSets: PointsRuleSet[] = [
  { from: '2026-01-01', note: '', rules: [article, listen], dailyCap: 8 },
  { from: '2026-07-01', note: '', rules: [{ ...article, points: 5, dailyCap: 20 }], dailyCap: 20 },
]
const june = emptyDay('2026-06-30')

test('whole multiples earn, a part of one does not', () => {
  expect(pointsOf({ ...june, listen_seconds: 299 }, ruleSets).total).toBe(0)
  expect(pointsOf({ ...june, listen_seconds: 200, watch_seconds: 400 }, ruleSets).total).toBe(2)
})

test('caps are said where they bite', () => {
  const { total, lines, capped } = pointsOf({ ...june, new_articles: 9, listen_seconds: 1000 }, ruleSets)
  expect(lines.map(l => [l.rule.id, l.points, l.capped])).toEqual([
    ['article', 6, true],
    ['listen', 3, false],
  ])
  expect({ total, capped }).toEqual({ total: 8, capped: true })
})

test("a day is scored by the rules in force on it, not by today's", () => {
  expect(pointsOf({ ...june, new_articles: 1 }, ruleSets).total).toBe(2)
  expect(pointsOf({ ...emptyDay('2026-07-01'), new_articles: 1 }, ruleSets).total).toBe(5)
  expect(ruleSetOn(ruleSets, '2025-12-31')).toBeUndefined()
  expect(pointsOf({ ...emptyDay('2025-12-31'), new_articles: 1 }, ruleSets)).toEqual({
    total: 0,
    lines: [],
    capped: false,
  })
})

test('doing more never earns less, and no day earns more than its cap', () => {
  const counts = fc.record({ new_articles: fc.nat(20), listen_seconds: fc.nat(5000) })
  fc.assert(
    fc.property(counts, fc.nat(10), (day, more) => {
      const before = pointsOf({ ...june, ...day }, ruleSets).total
      const after = pointsOf({ ...june, ...day, new_articles: day.new_articles + more }, ruleSets).total
      expect(after).toBeGreaterThanOrEqual(before)
      expect(after).toBeLessThanOrEqual(8)
    }),
  )
})

test('what answering earned is told apart, and is never more than the day', () => {
  const answer = { ...article, id: 'answer', counter: 'correct_answers' as const, points: 1, dailyCap: 5 }
  const both = [{ from: '2026-01-01', note: '', rules: [article, answer], dailyCap: 8 }]
  expect(answeringPoints(pointsOf({ ...june, new_articles: 2, correct_answers: 3 }, both))).toBe(3)
  const little = [{ ...both[0]!, dailyCap: 2 }]
  expect(answeringPoints(pointsOf({ ...june, correct_answers: 3 }, little))).toBe(2)
})
