import fc from 'fast-check'
import type { BlueprintRow, ContestPaper } from '@domain/contract/contests'
import { drawPaper, givenOf, isRight, lettersOf, paperProblems, paperSize, showQuestion } from '@domain/contest/paper'
import { poolOf } from './pools'

const pool = poolOf(60)
const seeds = fc.string({ minLength: 1, maxLength: 40 })
const fixed: fc.Arbitrary<ContestPaper> = fc
  .uniqueArray(fc.integer({ min: 1, max: pool.length }), { minLength: 1, maxLength: 30 })
  .map(numbers => ({ kind: 'fixed', numbers }))
/** Rows that no two of can fit the same question: by type, and of one type by difficulty or not at all. */
const blueprint: fc.Arbitrary<ContestPaper> = fc
  .record({
    single: fc.integer({ min: 0, max: 7 }),
    multiple: fc.integer({ min: 0, max: 9 }),
    judge: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ single, multiple, judge }) => ({
    kind: 'blueprint' as const,
    rows: [
      { type: 'single' as const, difficulty: 1 as const, count: single },
      { type: 'multiple' as const, count: multiple },
      { type: 'judge' as const, count: judge },
    ].filter(it => it.count > 0) as BlueprintRow[],
  }))

test('a fixed paper is asked whole, each question once, in an order that its seed alone decides', () => {
  fc.assert(
    fc.property(fixed, seeds, (paper, seed) => {
      const drawn = drawPaper(pool, paper, seed)
      const numbers = paper.kind === 'fixed' ? paper.numbers : []
      expect(drawn.map(it => it.number).sort((a, b) => a - b)).toEqual([...numbers].sort((a, b) => a - b))
      expect(drawPaper(pool, paper, seed)).toEqual(drawn)
    }),
  )
})

test('the first places of a paper are those of the whole of it', () => {
  fc.assert(
    fc.property(fc.oneof(fixed, blueprint), seeds, fc.nat(35), (paper, seed, places) => {
      expect(drawPaper(pool, paper, seed, places)).toEqual(drawPaper(pool, paper, seed).slice(0, places))
    }),
  )
})

test('a blueprint draws exactly what each row asks for, and no question twice', () => {
  fc.assert(
    fc.property(blueprint, seeds, (paper, seed) => {
      expect(paperProblems(pool, paper)).toEqual([])
      const drawn = drawPaper(pool, paper, seed).map(it => pool[it.number - 1]!)
      expect(new Set(drawn.map(it => it.number)).size).toBe(drawn.length)
      expect(drawn).toHaveLength(paperSize(paper))
      for (const row of paper.kind === 'blueprint' ? paper.rows : []) {
        const of = drawn.filter(it => it.type === row.type && (row.difficulty ?? it.difficulty) === it.difficulty)
        expect(of).toHaveLength(row.count)
      }
    }),
  )
})

test('options are a permutation, and what is given by letters comes back as the option that was seen', () => {
  fc.assert(
    fc.property(fixed, seeds, (paper, seed) => {
      for (const place of drawPaper(pool, paper, seed)) {
        const question = pool[place.number - 1]!
        const shown = showQuestion(question, place)
        expect([...place.order].sort()).toEqual(question.options.map(it => it.id))
        expect(JSON.stringify(shown)).not.toContain('key')
        for (const { id, text } of shown.options) {
          const given = givenOf(question, place, [id])!
          expect(lettersOf(question, place, given)).toEqual([id])
          if (question.type !== 'judge') expect(question.options.find(it => it.id === given[0])!.text).toBe(text)
        }
      }
    }),
  )
})

test('two people seldom see the same order: of a hundred seeds a ten-question paper comes in nearly as many', () => {
  const paper: ContestPaper = { kind: 'fixed', numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }
  const orders = Array.from({ length: 100 }, (_, i) => JSON.stringify(drawPaper(pool, paper, `seed ${i}`)))
  expect(new Set(orders).size).toBe(100)
})

test('a paper drawn in November 2026 is the same for as long as somebody answers it', () => {
  const paper: ContestPaper = { kind: 'fixed', numbers: [1, 2, 3, 4, 5, 6] }
  expect(drawPaper(pool, paper, 'for ever').map(it => `${it.number}${it.order.join('')}`)).toMatchInlineSnapshot(`
    [
      "1cbad",
      "5abdc",
      "6",
      "4abdc",
      "2cbda",
      "3",
    ]
  `)
})

test('right is all of the key and nothing else, whatever order it is given in', () => {
  const any = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 })
  fc.assert(
    fc.property(any, fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 1 }), (key, given) => {
      const question = { ...pool[1]!, key }
      expect(isRight(question, given)).toBe([...given].sort().join() === [...key].sort().join())
    }),
  )
})

test('letters that were not shown, two where one can be right, and other words are no answer', () => {
  const place = (i: number) => drawPaper(pool, { kind: 'fixed', numbers: [i] }, 'x')[0]!
  const [single, multiple, judge] = [pool[0]!, pool[1]!, pool[2]!]
  for (const given of [['E'], ['A', 'B'], ['true'], ['AB'], ['']])
    expect(givenOf(single, place(1), given)).toBeUndefined()
  expect(givenOf(multiple, place(2), ['A', 'H'])).toBeUndefined()
  expect(givenOf(multiple, place(2), ['B', 'A', 'A'])).toHaveLength(2)
  for (const given of [['A'], ['true', 'false'], []]) expect(givenOf(judge, place(3), given)).toBeUndefined()
})

test('what cannot be drawn is said in a sentence: too few, twice the same, rows that cross, nothing, too many', () => {
  const said = (paper: ContestPaper) => paperProblems(pool, paper).join('\n')
  expect(said({ kind: 'fixed', numbers: [] })).toContain('还没有定出哪些题')
  expect(said({ kind: 'fixed', numbers: [1, 61, 1] })).toBe('题库没有第 61 题\n第 1 题选了两次')
  expect(said({ kind: 'blueprint', rows: [{ type: 'judge', count: 21 }] })).toContain(
    '抽题表第 1 行（判断）要 21 题，题库里有 20 题',
  )
  const crossing: BlueprintRow[] = [
    { type: 'single', count: 1 },
    { topic: '一大', count: 1 },
  ]
  expect(said({ kind: 'blueprint', rows: crossing })).toContain('第 1 行和第 2 行可能抽到同一道题')
  expect(said({ kind: 'blueprint', rows: [{ count: 60 }, { count: 60 }] })).toContain('最多 100 题')
})
