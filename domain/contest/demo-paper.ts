import type { Question, QuestionType, ShelfId } from '../catalog/types'
import { selectExam } from '../quiz/exam'

interface Share {
  shelf: ShelfId
  /** By difficulty 1, 2, 3. */
  levels: readonly [number, number, number]
  /** By the kinds that a contest asks; they add up to the same. */
  types: { single: number; multiple: number; judge: number }
}

/**
 * What 公开演示题 take, 60 of all shelves: a shelf by how much of it is published, a sixth of difficulty 3, of every shelf about six in ten
 * single choice. Our own: no outside syllabus prescribes it.
 */
export const DEMO_SHARES: readonly Share[] = [
  { shelf: 'new-democratic', levels: [7, 6, 3], types: { single: 10, multiple: 3, judge: 3 } },
  { shelf: 'construction', levels: [4, 4, 2], types: { single: 6, multiple: 2, judge: 2 } },
  { shelf: 'reform', levels: [7, 6, 3], types: { single: 9, multiple: 4, judge: 3 } },
  { shelf: 'new-era', levels: [4, 4, 2], types: { single: 6, multiple: 2, judge: 2 } },
  { shelf: 'people', levels: [2, 3, 0], types: { single: 3, multiple: 1, judge: 1 } },
  { shelf: 'local', levels: [2, 1, 0], types: { single: 2, multiple: 0, judge: 1 } },
]

/** How many a shelf gives. */
const sizeOf = ({ levels }: Share): number => levels[0] + levels[1] + levels[2]

/** How many 公开演示题 there are. */
export const DEMO_SIZE = DEMO_SHARES.reduce((n, it) => n + sizeOf(it), 0)

/** Draws of a shelf before it is said that it has none. */
const DRAWS = 300

/**
 * Chooses by rule, not by taste: of each shelf, the draws that the seeds 公开演示题 1, 2, 3 … stand for, and of them the first that asks
 * no article twice. @returns ids in order; undefined when a shelf has no such questions
 */
export function drawDemoPaper(pool: readonly Question[]): string[] | undefined {
  const drawn = DEMO_SHARES.map(share => drawShelf(pool, share))
  return drawn.every(it => it !== undefined) ? drawn.flat().sort() : undefined
}

function drawShelf(pool: readonly Question[], share: Share): string[] | undefined {
  const { shelf, levels, types } = share
  const blueprint = {
    ...{ id: `demo-${shelf}`, minutes: sizeOf(share) },
    shelves: [{ shelf, easy: levels[0], medium: levels[1], hard: levels[2] }],
    types: Object.entries(types).map(([type, count]) => ({ type: type as QuestionType, count })),
  }
  for (let n = 1; n <= DRAWS; n++) {
    const paper = selectExam(pool, blueprint, `公开演示题 ${n}`)
    if (!paper.ok) return undefined
    const articles = new Set(paper.questions.map(it => it.evidence.article))
    if (articles.size === paper.questions.length) return paper.questions.map(it => it.id)
  }
  return undefined
}
