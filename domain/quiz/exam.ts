import type { Question, QuestionType, ShelfId } from '../catalog/types'
import { pick, seeded, shuffle } from './random'
import { sorted } from './select'

/** How many questions a paper takes: per shelf by difficulty, and over all shelves by type. Both sum to the same. */
export interface Blueprint {
  id: string
  minutes: number
  shelves: { shelf: ShelfId; easy: number; medium: number; hard: number }[]
  types: { type: QuestionType; count: number }[]
}

/** 50 questions in 60 minutes. Our own: no outside syllabus prescribes it. */
export const EXAM: Blueprint = {
  id: 'exam-50',
  minutes: 60,
  shelves: [
    { shelf: 'new-democratic', easy: 5, medium: 5, hard: 2 },
    { shelf: 'construction', easy: 3, medium: 4, hard: 1 },
    { shelf: 'reform', easy: 3, medium: 4, hard: 1 },
    { shelf: 'new-era', easy: 4, medium: 4, hard: 2 },
    { shelf: 'people', easy: 3, medium: 3, hard: 1 },
    { shelf: 'local', easy: 2, medium: 2, hard: 1 },
  ],
  types: [
    { type: 'single', count: 25 },
    { type: 'multiple', count: 8 },
    { type: 'judge', count: 10 },
    { type: 'fill', count: 4 },
    { type: 'order', count: 3 },
  ],
}

/** A pool that is too small: `need` questions asked of it, `have` to be had. */
export interface Shortage {
  shelf?: ShelfId
  difficulty?: 1 | 2 | 3
  /** One type, or several that together are short. */
  types?: QuestionType[]
  need: number
  have: number
}
export type Paper = { ok: true; questions: Question[] } | { ok: false; short: Shortage[] }

interface Cell {
  shelf: ShelfId
  difficulty: 1 | 2 | 3
  quota: number
}

/** The number of questions a blueprint asks for. */
export function blueprintSize(blueprint: Blueprint): number {
  return cellsOf(blueprint).reduce((n, c) => n + c.quota, 0)
}

/**
 * A blueprint of `size` questions (or the whole pool, if smaller) in the pool's own proportions, which the pool can
 * always meet: for content still too small for {@link EXAM}. A minute and twelve seconds a question, as there.
 */
export function fittedBlueprint(pool: readonly Question[], size: number): Blueprint {
  const key = (q: Question) => `${q.shelf} ${q.difficulty} ${q.type} ${q.id}`
  const ordered = pool.slice().sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const count = Math.min(size, pool.length)
  const sample = Array.from({ length: count }, (_, i) => ordered[Math.floor(((i + 0.5) * pool.length) / count)]!)
  const level = (shelf: ShelfId, difficulty: number) =>
    sample.filter(q => q.shelf === shelf && q.difficulty === difficulty).length
  const shelves = [...new Set(sample.map(q => q.shelf))]
  const types = [...new Set(sample.map(q => q.type))]
  return {
    id: `fitted-${count}`,
    minutes: Math.ceil(count * 1.2),
    shelves: shelves.map(shelf => ({ shelf, easy: level(shelf, 1), medium: level(shelf, 2), hard: level(shelf, 3) })),
    types: types.map(type => ({ type, count: sample.filter(q => q.type === type).length })),
  }
}

/**
 * A paper that meets the blueprint exactly, in seeded order, whenever the pool holds one; else the pools that are short.
 * It is found as a maximum flow from shelf-and-difficulty cells to types: whether a paper exists never depends on luck.
 * Throws RangeError for a blueprint whose two sums differ.
 */
export function selectExam(pool: readonly Question[], blueprint: Blueprint, seed: string): Paper {
  const random = seeded(`exam:${seed}`)
  const cells = shuffle(
    cellsOf(blueprint).filter(c => c.quota > 0),
    random,
  )
  const types = shuffle(
    blueprint.types.filter(t => t.count > 0),
    random,
  )
  const size = blueprintSize(blueprint)
  if (size !== types.reduce((n, t) => n + t.count, 0)) throw new RangeError(`blueprint ${blueprint.id} does not add up`)

  const buckets = cells.map(c =>
    types.map(t => pool.filter(q => q.shelf === c.shelf && q.difficulty === c.difficulty && q.type === t.type)),
  )
  const room = buckets.map(row => row.map(b => b.length))
  const flow = maxFlow(
    cells.map(c => c.quota),
    types.map(t => t.count),
    room,
  )
  if (flow.total < size) return { ok: false, short: shortages(cells, types, room) }
  const chosen = buckets.flatMap((row, i) => row.flatMap((b, j) => pick(sorted(b), flow.cells[i]![j]!, random)))
  return { ok: true, questions: openGently(shuffle(chosen, random)) }
}

/** A paper does not open on an ordering question, the slowest there is: the first of another type changes places with it. */
function openGently(questions: Question[]): Question[] {
  const other = questions.findIndex(it => it.type !== 'order')
  if (other <= 0) return questions
  const [first, ...rest] = questions
  rest[other - 1] = first!
  return [questions[other]!, ...rest]
}

function cellsOf(blueprint: Blueprint): Cell[] {
  return blueprint.shelves.flatMap(({ shelf, easy, medium, hard }) =>
    [easy, medium, hard].map((quota, i) => ({ shelf, difficulty: (i + 1) as 1 | 2 | 3, quota })),
  )
}

/** Unit augmentations (Ford–Fulkerson, depth first): the graph is 18 cells by 5 types and the flow at most 50. */
function maxFlow(supply: number[], demand: number[], room: number[][]): { total: number; cells: number[][] } {
  const used = room.map(row => row.map(() => 0))
  const out = supply.slice()
  const need = demand.slice()
  const push = (i: number, seen: Set<number>): boolean => {
    for (let j = 0; j < need.length; j++) {
      if (seen.has(j) || used[i]![j]! >= room[i]![j]!) continue
      seen.add(j)
      // Free demand, or another cell that can serve a different type instead.
      const other = need[j]! > 0 ? -1 : used.findIndex((row, k) => k !== i && row[j]! > 0 && push(k, seen))
      if (need[j]! <= 0 && other < 0) continue
      if (other < 0) need[j]!--
      else used[other]![j]!--
      used[i]![j]!++
      return true
    }
    return false
  }
  let total = 0
  for (let i = 0; i < out.length; i++) {
    while (out[i]! > 0 && push(i, new Set())) {
      out[i]!--
      total++
    }
  }
  return { total, cells: used }
}

/** Single cells and single types that are short; else the set of types that together ask for most too much. */
function shortages(cells: Cell[], types: { type: QuestionType; count: number }[], room: number[][]): Shortage[] {
  const short: Shortage[] = []
  cells.forEach(({ shelf, difficulty, quota }, i) => {
    const have = room[i]!.reduce((n, r) => n + r, 0)
    if (have < quota) short.push({ shelf, difficulty, need: quota, have })
  })
  types.forEach(({ type, count }, j) => {
    const have = cells.reduce((n, c, i) => n + Math.min(c.quota, room[i]![j]!), 0)
    if (have < count) short.push({ types: [type], need: count, have })
  })
  if (short.length > 0) return short
  let worst: Shortage | undefined
  for (let mask = 1; mask < 1 << types.length; mask++) {
    const set = types.filter((_, j) => mask & (1 << j))
    const need = set.reduce((n, t) => n + t.count, 0)
    const have = cells.reduce((n, c, i) => {
      const open = room[i]!.reduce((m, r, j) => m + (mask & (1 << j) ? r : 0), 0)
      return n + Math.min(c.quota, open)
    }, 0)
    if (need - have > (worst ? worst.need - worst.have : 0)) worst = { types: set.map(t => t.type), need, have }
  }
  return worst ? [worst] : []
}
