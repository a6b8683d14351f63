import { SHELVES } from '../../domain/catalog/shelves'
import type { MemberEvent } from '../../domain/progress/events'
import type { Question, QuestionType } from '../../domain/catalog/types'
import { foldAll } from '../../domain/progress/fold'
import { emptyProgress } from '../../domain/progress/state'
import { EXAM, selectExam } from '../../domain/quiz/exam'
import { replay } from '../../domain/review/notebook'
import { addDays, dayStart } from '../../domain/time/day'
import { uuidv7 } from '../../domain/time/uuid'
import { measure, type Figures } from './measure'

const TYPES: QuestionType[] = ['single', 'multiple', 'judge', 'fill', 'order']

/** As many questions as the feed aims at, in every mix of shelf, type and difficulty. */
const pool = Array.from({ length: 1200 }, (_, i) => ({
  id: `q-${String(i + 1).padStart(5, '0')}`,
  hash: `h${i}`,
  type: TYPES[Math.floor(i / 6) % 5]!,
  shelf: SHELVES[i % 6]!,
  difficulty: (Math.floor(i / 30) % 3) + 1,
})) as unknown as Question[]

/** Ten thousand answers: some thirty a day for a year. One in six is wrong. */
const events: MemberEvent[] = Array.from({ length: 10_000 }, (_, i) => {
  const day = addDays('2026-01-01', Math.floor(i / 30))
  const at = dayStart(day) + (12 * 60 + (i % 30)) * 60_000
  const { id: question, hash, type, shelf } = pool[(i * 7) % pool.length]!
  const id = uuidv7(
    at,
    Uint8Array.from({ length: 16 }, (_unused, n) => (i * 31 + n * 17) % 256),
  )
  const answer = { question, hash, type, shelf, given: ['a'], correct: i % 6 !== 0, seconds: 8 }
  return { id, at, day, kind: 'answer', run: `run-${Math.floor(i / 5)}`, mode: 'daily', answer }
})

/** Papers and folding, the two loops of the quiz that grow with content and with years. */
export const quiz: Figures = {
  title: 'Quizzes',
  rows: () => [
    measure('picking a 50-question paper from 1,200', 100, n => {
      if (!selectExam(pool, EXAM, `seed ${n}`).ok) throw new Error('the pool does not hold a paper')
    }),
    measure('folding 10,000 answer events into the summaries', 10, () => {
      foldAll(emptyProgress(), events)
    }),
    measure('replaying 10,000 answer events into the notebook (ts-fsrs)', 10, () => {
      replay(events)
    }),
  ],
}
