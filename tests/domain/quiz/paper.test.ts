import { SHELVES } from '@domain/catalog/shelves'
import type { Question } from '@domain/catalog/types'
import { EXAM, blueprintSize } from '@domain/quiz/exam'
import { paperFor, shortageWords } from '@domain/quiz/paper'
import { TYPES, question } from './pool'

const big = Array.from({ length: 1200 }, (_, i) =>
  question(i + 1, {
    shelf: SHELVES[i % 6]!,
    type: TYPES[Math.floor(i / 6) % 5]!,
    difficulty: ((Math.floor(i / 30) % 3) + 1) as 1 | 2 | 3,
  } as Partial<Question>),
)

test('a full pool gives the standard paper and nothing is said', () => {
  const paper = paperFor(big, 'seed')
  expect(paper).toMatchObject({ blueprint: EXAM, short: [] })
  expect(paper.questions).toHaveLength(50)
})

test('a pool without enough of a shelf gives fifty questions in its own proportions and says what is short', () => {
  const paper = paperFor(
    big.filter(q => q.shelf !== 'local'),
    'seed',
  )
  expect(paper.questions).toHaveLength(50)
  expect(blueprintSize(paper.blueprint)).toBe(50)
  expect(paper.short.map(it => it.shelf)).toContain('local')
})

test('a pool smaller than a paper gives all of itself', () => {
  expect(paperFor(big.slice(0, 12), 'seed').questions).toHaveLength(12)
  expect(paperFor([], 'seed').questions).toEqual([])
})

test('the same seed gives the same paper, another seed another', () => {
  const ids = (seed: string) => paperFor(big, seed).questions.map(q => q.id)
  expect(ids('a')).toEqual(ids('a'))
  expect(ids('a')).not.toEqual(ids('b'))
})

test('a shortage is said in words', () => {
  expect(shortageWords({ shelf: 'people', difficulty: 1, need: 3, have: 2 }, () => '人物')).toBe(
    '人物（容易）要 3 题，有 2 题',
  )
  expect(shortageWords({ types: ['fill', 'order'], need: 7, have: 5 }, () => '')).toBe('填空、排序要 7 题，有 5 题')
})
