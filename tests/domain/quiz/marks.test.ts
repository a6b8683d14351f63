import fc from 'fast-check'
import { grade } from '@domain/quiz/grade'
import { markOption, missedWords } from '@domain/quiz/marks'
import { pool, question } from './pool'

const several = question(1, { type: 'multiple', answer: ['a', 'c', 'd'] } as object)
const SHOWN = ['c', 'b', 'a', 'd']

test.each([
  [['a'], '漏选 A、D'],
  [['a', 'b'], '漏选 A、D，多选 B'],
  [['a', 'b', 'c', 'd'], '多选 B'],
  [['d', 'c', 'a'], ''],
])('of three right ones %j leaves: %s', (given, words) => {
  expect(missedWords(several, given, SHOWN)).toBe(words)
})

test('one right one of three is no “right answer” for the two that were not chosen', () => {
  expect(SHOWN.map(id => markOption(several, ['a'], id))).toEqual(['missed', 'none', 'right', 'missed'])
})

test('an answer of options is right just when nothing is missed and nothing wrong', () => {
  const chosen = pool.filter(it => it.type === 'single' || it.type === 'multiple')
  const given = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 })
  fc.assert(
    fc.property(fc.constantFrom(...chosen), given, (it, ids) => {
      const marks = ['a', 'b', 'c', 'd'].map(id => markOption(it, ids, id))
      expect(grade(it, ids).correct).toBe(!marks.includes('missed') && !marks.includes('wrong'))
    }),
  )
})
