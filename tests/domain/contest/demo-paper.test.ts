import { SHELVES } from '@domain/catalog/shelves'
import type { Question } from '@domain/catalog/types'
import { DEMO_SHARES, DEMO_SIZE, drawDemoPaper } from '@domain/contest/demo-paper'
import { question } from '../quiz/pool'

/** Every shelf, kind and difficulty, two questions an article. */
const pool = Array.from({ length: 1200 }, (_, i) =>
  question(i + 1, {
    shelf: SHELVES[i % 6]!,
    type: (['single', 'multiple', 'judge', 'fill', 'order'] as const)[Math.floor(i / 6) % 5]!,
    difficulty: ((Math.floor(i / 30) % 3) + 1) as 1 | 2 | 3,
    evidence: { article: `a-${String(i % 600).padStart(4, '0')}`, block: 'e1' },
  } as Partial<Question>),
)
const of = (ids: readonly string[]) => ids.map(id => pool.find(it => it.id === id)!)

test('sixty questions by the shares laid down, of kinds that a contest asks, no article twice', () => {
  const chosen = of(drawDemoPaper(pool)!)
  expect(DEMO_SIZE).toBe(60)
  expect(chosen).toHaveLength(60)
  for (const { shelf, levels, types } of DEMO_SHARES) {
    const own = chosen.filter(q => q.shelf === shelf)
    expect([1, 2, 3].map(d => own.filter(q => q.difficulty === d).length)).toEqual(levels)
    for (const [type, count] of Object.entries(types)) expect(own.filter(q => q.type === type)).toHaveLength(count)
  }
  expect(new Set(chosen.map(it => it.evidence.article)).size).toBe(60)
})

test('nobody chooses: whatever the order of the pool, the same', () => {
  expect(drawDemoPaper(pool.slice().reverse())).toEqual(drawDemoPaper(pool))
})

test('a pool too small, or of too few articles, gives none', () => {
  expect(drawDemoPaper(pool.slice(0, 50))).toBeUndefined()
  const narrow = pool.map(it => ({ ...it, evidence: { article: 'a-0001', block: 'e1' } }))
  expect(drawDemoPaper(narrow)).toBeUndefined()
})
