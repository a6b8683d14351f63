/** Made-up questions for quiz tests: a fixed pool and arbitrary ones. */
import fc from 'fast-check'
import { SHELVES } from '@domain/catalog/shelves'
import type { Question, QuestionType } from '@domain/catalog/types'

export const TYPES: QuestionType[] = ['single', 'multiple', 'judge', 'fill', 'order']

export function question(n: number, more: Partial<Question> = {}): Question {
  const type = more.type ?? TYPES[n % 5]!
  const options = ['a', 'b', 'c', 'd'].map(id => ({ id, text: `选项${id}` }))
  const base = {
    id: `q-${String(n).padStart(5, '0')}`,
    hash: `hash${n}`,
    stem: `第${n}题`,
    explain: '因为原文如此。',
    evidence: { article: `a-${String(n % 40).padStart(4, '0')}`, block: 'e1' },
    difficulty: ((n % 3) + 1) as 1 | 2 | 3,
    shelf: SHELVES[n % 6]!,
    period: 'reform' as const,
    people: n % 4 === 0 ? ['maozedong'] : [],
  }
  const own = {
    single: { options, answer: 'b' },
    multiple: { options, answer: ['a', 'c'] },
    judge: { answer: n % 2 === 0 },
    fill: { answer: [['1921年', '一九二一年']] },
    order: { options, answer: ['c', 'a', 'd', 'b'] },
  }[type]
  return { ...base, ...own, ...more, type } as Question
}

export const pool = Array.from({ length: 240 }, (_, i) => question(i + 1))

/** Small pools with every mix of shelf, type and difficulty. */
export const anyPool = fc
  .array(
    fc.record({
      shelf: fc.constantFrom(...SHELVES),
      type: fc.constantFrom(...TYPES),
      difficulty: fc.constantFrom(1, 2, 3),
    }),
    {
      maxLength: 60,
    },
  )
  .map(list => list.map((more, i) => question(i + 1, more as Partial<Question>)))
