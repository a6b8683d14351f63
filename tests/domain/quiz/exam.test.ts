import fc from 'fast-check'
import { SHELVES } from '@domain/catalog/shelves'
import type { Question } from '@domain/catalog/types'
import { type Blueprint, EXAM, blueprintSize, fittedBlueprint, selectExam } from '@domain/quiz/exam'
import { TYPES, anyPool, question } from './pool'

/** 1,200 questions in every mix of shelf, type and difficulty. */
const big = Array.from({ length: 1200 }, (_, i) =>
  question(i + 1, {
    shelf: SHELVES[i % 6]!,
    type: TYPES[Math.floor(i / 6) % 5]!,
    difficulty: ((Math.floor(i / 30) % 3) + 1) as 1 | 2 | 3,
  } as Partial<Question>),
)

function meets(paper: Question[], blueprint: Blueprint): void {
  for (const { shelf, easy, medium, hard } of blueprint.shelves) {
    const levels = [1, 2, 3].map(d => paper.filter(q => q.shelf === shelf && q.difficulty === d).length)
    expect(levels).toEqual([easy, medium, hard])
  }
  for (const { type, count } of blueprint.types) expect(paper.filter(q => q.type === type)).toHaveLength(count)
  expect(new Set(paper.map(q => q.id)).size).toBe(blueprintSize(blueprint))
}

test('the mock exam has fifty questions in sixty minutes and adds up', () => {
  expect(blueprintSize(EXAM)).toBe(50)
  expect(EXAM.types.reduce((n, t) => n + t.count, 0)).toBe(50)
  expect(EXAM.minutes).toBe(60)
})

test('a paper meets its blueprint, the same for the same seed, another for another', () => {
  const paper = selectExam(big, EXAM, 'one')
  expect(paper.ok && paper.questions.length).toBe(50)
  if (paper.ok) meets(paper.questions, EXAM)
  expect(selectExam(big.slice().reverse(), EXAM, 'one')).toEqual(paper)
  expect(selectExam(big, EXAM, 'two')).not.toEqual(paper)
})

test('an empty shelf and a missing type are named with what they lack', () => {
  const noLocal = selectExam(
    big.filter(q => q.shelf !== 'local'),
    EXAM,
    's',
  )
  expect(noLocal.ok ? [] : noLocal.short.sort((a, b) => a.difficulty! - b.difficulty!)).toEqual([
    { shelf: 'local', difficulty: 1, need: 2, have: 0 },
    { shelf: 'local', difficulty: 2, need: 2, have: 0 },
    { shelf: 'local', difficulty: 3, need: 1, have: 0 },
  ])
  const noOrder = selectExam(
    big.filter(q => q.type !== 'order'),
    EXAM,
    's',
  )
  expect(noOrder).toEqual({ ok: false, short: [{ types: ['order'], need: 3, have: 0 }] })
})

test('types that only together are short are named together', () => {
  // Either of the two could be met alone, from the one place that the first shelf has.
  const list = [
    question(1, { shelf: 'reform', type: 'fill', difficulty: 1 } as Partial<Question>),
    question(2, { shelf: 'reform', type: 'order', difficulty: 1 } as Partial<Question>),
    question(3, { shelf: 'people', type: 'single', difficulty: 1 } as Partial<Question>),
    question(4, { shelf: 'people', type: 'single', difficulty: 1 } as Partial<Question>),
  ]
  const blueprint: Blueprint = {
    id: 'x',
    minutes: 1,
    shelves: [
      { shelf: 'reform', easy: 1, medium: 0, hard: 0 },
      { shelf: 'people', easy: 2, medium: 0, hard: 0 },
    ],
    types: [
      { type: 'fill', count: 1 },
      { type: 'order', count: 1 },
      { type: 'single', count: 1 },
    ],
  }
  const paper = selectExam(list, blueprint, 's')
  expect(paper.ok ? [] : paper.short.map(s => ({ ...s, types: s.types!.slice().sort() }))).toEqual([
    { types: ['fill', 'order'], need: 2, have: 1 },
  ])
})

test('a blueprint that does not add up is refused', () => {
  expect(() => selectExam(big, { ...EXAM, types: [{ type: 'single', count: 3 }] }, 's')).toThrow(RangeError)
})

/** Slow and obvious: tries every way to fill the shelves' quotas until one gives the types. */
function exists(list: Question[], blueprint: Blueprint): boolean {
  const cells = blueprint.shelves.flatMap(s => [
    { shelf: s.shelf, difficulty: 1, quota: s.easy },
    { shelf: s.shelf, difficulty: 2, quota: s.medium },
    { shelf: s.shelf, difficulty: 3, quota: s.hard },
  ])
  const places = cells.flatMap(c => Array.from({ length: c.quota }, () => c))
  const left = new Map(blueprint.types.map(t => [t.type, t.count]))
  const used = new Set<string>()
  const place = (i: number): boolean => {
    const cell = places[i]
    if (!cell) return true
    const tried = new Set<string>()
    for (const q of list) {
      if (used.has(q.id) || q.shelf !== cell.shelf || q.difficulty !== cell.difficulty || tried.has(q.type)) continue
      tried.add(q.type)
      const room = left.get(q.type) ?? 0
      if (room === 0) continue
      used.add(q.id)
      left.set(q.type, room - 1)
      if (place(i + 1)) return true
      used.delete(q.id)
      left.set(q.type, room)
    }
    return false
  }
  return place(0)
}

const SMALL = { shelves: SHELVES.slice(0, 2), types: TYPES.slice(0, 3) }
const smallPool = fc
  .array(
    fc.record({
      shelf: fc.constantFrom(...SMALL.shelves),
      type: fc.constantFrom(...SMALL.types),
      difficulty: fc.constantFrom(1, 2),
    }),
    { minLength: 4, maxLength: 30 },
  )
  .map(list => list.map((more, i) => question(i + 1, more as Partial<Question>)))
const smallBlueprint = fc
  .tuple(
    fc.array(fc.record({ easy: fc.nat(3), medium: fc.nat(3) }), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...SMALL.types), { minLength: 12, maxLength: 12 }),
  )
  .map(([levels, types]): Blueprint => {
    const shelves = levels.map((l, i) => ({ shelf: SMALL.shelves[i]!, ...l, hard: 0 }))
    const size = shelves.reduce((n, s) => n + s.easy + s.medium, 0)
    const own = types.slice(0, size)
    return {
      id: 'small',
      minutes: 1,
      shelves,
      types: SMALL.types.map(type => ({ type, count: own.filter(t => t === type).length })),
    }
  })

test('finds a paper exactly when a slow search finds one, and else says what is short', () => {
  let found = 0
  let short = 0
  fc.assert(
    fc.property(smallPool, smallBlueprint, fc.string({ maxLength: 4 }), (list, blueprint, seed) => {
      const paper = selectExam(list, blueprint, seed)
      expect(paper.ok).toBe(exists(list, blueprint))
      if (paper.ok) {
        found++
        meets(paper.questions, blueprint)
      } else {
        short++
        expect(paper.short.length).toBeGreaterThan(0)
        for (const s of paper.short) expect(s.have).toBeLessThan(s.need)
      }
    }),
    { numRuns: 400 },
  )
  expect(found).toBeGreaterThan(20)
  expect(short).toBeGreaterThan(20)
})

test('a fitted blueprint can always be met by its pool', () => {
  fc.assert(
    fc.property(anyPool, fc.integer({ min: 1, max: 50 }), (list, size) => {
      fc.pre(list.length > 0)
      const blueprint = fittedBlueprint(list, size)
      expect(blueprintSize(blueprint)).toBe(Math.min(size, list.length))
      const paper = selectExam(list, blueprint, 's')
      expect(paper.ok).toBe(true)
      if (paper.ok) meets(paper.questions, blueprint)
    }),
  )
})

test('no paper opens on an ordering question, unless it has no other', () => {
  for (let seed = 0; seed < 60; seed++) {
    const paper = selectExam(big, EXAM, String(seed))
    expect(paper.ok && paper.questions[0]!.type).not.toBe('order')
    if (paper.ok) meets(paper.questions, EXAM)
  }
  const orders = big.filter(it => it.type === 'order')
  const only = selectExam(orders, fittedBlueprint(orders, 5), 's')
  expect(only.ok && only.questions.length).toBe(5)
})
