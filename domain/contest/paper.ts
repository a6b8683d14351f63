import type { BlueprintRow, ContestPaper } from '../contract/contests'
import type { PoolQuestion } from '../contract/contest-pool'
import { CONTEST_QUESTIONS, CONTEST_TYPES } from '../contract/contest-limits'
import { DIFFICULTY_NAMES } from '../quiz/paper'
import { pick, seeded, shuffle } from '../quiz/random'

/** One place of somebody's paper: which question, and its options in the order in which they see them. */
export interface PaperPlace {
  number: number
  /** Ids of the pool (`a`…); none of a judge question. */
  order: string[]
}

/** A question as it is shown: letters go by the place, so that they are this paper's alone. Never with its key. */
export interface ShownQuestion {
  type: PoolQuestion['type']
  stem: string
  options: { id: string; text: string }[]
}

const LETTERS = 'ABCDEFGH'
const JUDGED = [
  { id: 'true', text: '正确' },
  { id: 'false', text: '错误' },
]

const fits = (row: BlueprintRow, it: PoolQuestion): boolean =>
  (row.type ?? it.type) === it.type &&
  (row.difficulty ?? it.difficulty) === it.difficulty &&
  (row.topic ?? it.topic) === it.topic

/** How many questions a paper has. */
export const paperSize = (paper: ContestPaper): number =>
  paper.kind === 'fixed' ? paper.numbers.length : paper.rows.reduce((n, it) => n + it.count, 0)

/**
 * The paper that a seed stands for, in the order in which it is asked. The same seed gives the same paper for as long as there are
 * contests whose papers were drawn by it: a change to this function changes what people are answering. The paper must be one of which
 * {@link paperProblems} says nothing. With `places`, its first ones only.
 */
export function drawPaper(
  pool: readonly PoolQuestion[],
  paper: ContestPaper,
  seed: string,
  places = Infinity,
): PaperPlace[] {
  const random = seeded(`contest:${seed}`)
  const drawn =
    paper.kind === 'fixed'
      ? paper.numbers.map(number => pool[number - 1]!)
      : paper.rows.flatMap(row =>
          pick(
            pool.filter(it => fits(row, it)),
            row.count,
            random,
          ),
        )
  return shuffle(drawn, random)
    .slice(0, places)
    .map(({ number, options }) => ({
      number,
      order: shuffle(
        options.map(it => it.id),
        random,
      ),
    }))
}

/** The question as it stands at a place. */
export function showQuestion({ type, stem, options }: PoolQuestion, { order }: PaperPlace): ShownQuestion {
  if (type === 'judge') return { type, stem, options: JUDGED }
  const texts = order.map((id, i) => ({ id: LETTERS[i]!, text: options.find(it => it.id === id)!.text }))
  return { type, stem, options: texts }
}

/**
 * What was given by the letters that were shown, as the pool's option ids in order, without repeats; undefined for what this question
 * has not, or more than one where only one can be right.
 */
export function givenOf({ type }: PoolQuestion, { order }: PaperPlace, given: readonly string[]): string[] | undefined {
  const chosen = [...new Set(given)]
  if (type !== 'multiple' && chosen.length !== 1) return undefined
  if (type === 'judge') return chosen[0] === 'true' || chosen[0] === 'false' ? chosen : undefined
  const ids = chosen.map(letter => (letter.length === 1 ? order[LETTERS.indexOf(letter)] : undefined))
  return ids.length === 0 || ids.some(it => it === undefined) ? undefined : (ids as string[]).sort()
}

/** The letters under which somebody saw option ids of the pool, in order. */
export function lettersOf({ type }: PoolQuestion, { order }: PaperPlace, ids: readonly string[]): string[] {
  return type === 'judge' ? [...ids] : ids.map(id => LETTERS[order.indexOf(id)]!).sort()
}

/** Right is exactly what the key says: of several, all and no other. There is no half right. */
export function isRight({ key }: PoolQuestion, given: readonly string[]): boolean {
  const chosen = new Set(given)
  return chosen.size === key.length && key.every(id => chosen.has(id))
}

/** What a row asks for: `单选、容易、主题“一大”`. */
function rowWords({ type, difficulty, topic }: BlueprintRow): string {
  const said = [type && CONTEST_TYPES[type], difficulty && DIFFICULTY_NAMES[difficulty], topic && `主题“${topic}”`]
  return said.filter(Boolean).join('、') || '任意一题'
}

const disjoint = (a: BlueprintRow, b: BlueprintRow): boolean =>
  (['type', 'difficulty', 'topic'] as const).some(
    field => a[field] !== undefined && b[field] !== undefined && a[field] !== b[field],
  )

/** Why no paper can be drawn from the pool, a sentence each; empty when one can, whatever the seed. */
export function paperProblems(pool: readonly PoolQuestion[], paper: ContestPaper): string[] {
  const size = paperSize(paper)
  if (size === 0) return ['还没有定出哪些题：请选题，或者写抽题表']
  const many = size > CONTEST_QUESTIONS ? [`一份卷子有 ${size} 题，最多 ${CONTEST_QUESTIONS} 题`] : []
  if (paper.kind === 'fixed') {
    const unknown = paper.numbers.filter(it => it > pool.length)
    const twice = paper.numbers.filter((it, i) => paper.numbers.indexOf(it) !== i)
    return [
      ...many,
      ...(unknown.length > 0 ? [`题库没有第 ${[...new Set(unknown)].join('、')} 题`] : []),
      ...(twice.length > 0 ? [`第 ${[...new Set(twice)].join('、')} 题选了两次`] : []),
    ]
  }
  const short = paper.rows.flatMap((row, i) => {
    const have = pool.filter(it => fits(row, it)).length
    return have < row.count ? [`抽题表第 ${i + 1} 行（${rowWords(row)}）要 ${row.count} 题，题库里有 ${have} 题`] : []
  })
  const overlaps = paper.rows.flatMap((row, i) =>
    paper.rows.slice(i + 1).flatMap((other, k) => (disjoint(row, other) ? [] : [[i + 1, i + k + 2]])),
  )
  const crossed = overlaps.map(
    ([a, b]) => `抽题表第 ${a} 行和第 ${b} 行可能抽到同一道题，请分开写，例如一行写容易、一行写较难`,
  )
  return [...many, ...short, ...crossed]
}
