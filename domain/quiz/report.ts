import type { Question, ShelfId } from '../catalog/types'
import { type QuizSession, type Slot, askedSlots } from './session'

export interface ShelfResult {
  shelf: ShelfId
  total: number
  answered: number
  correct: number
}
export interface SessionReport {
  total: number
  answered: number
  correct: number
  /** Right answers of all questions, 0–100, whole. */
  percent: number
  seconds: number
  shelves: ShelfResult[]
  /** Question ids answered wrong or not at all, in the order of the session. */
  wrong: string[]
  /** Articles to read next: those that prove most of what was wrong first, weakest shelf first among equals. */
  readNext: { article: string; shelf: ShelfId; questions: string[] }[]
}

/** The result of a session by shelf, and what to read next. `pool` supplies the evidence of wrong answers. */
export function reportOf(session: QuizSession, pool: readonly Question[]): SessionReport {
  const asked = askedSlots(session)
  const shelves = new Map<ShelfId, ShelfResult>()
  for (const slot of asked) {
    const row = shelves.get(slot.shelf) ?? { shelf: slot.shelf, total: 0, answered: 0, correct: 0 }
    row.total += 1
    row.answered += slot.given ? 1 : 0
    row.correct += slot.correct ? 1 : 0
    shelves.set(slot.shelf, row)
  }
  const share = (shelf: ShelfId) => shelves.get(shelf)!.correct / shelves.get(shelf)!.total
  const count = (test: (slot: Slot) => unknown) => asked.filter(test).length
  const wrong = asked.filter(s => !s.correct).map(s => s.question)
  const known = new Map(pool.map(q => [q.id, q]))
  const articles = new Map<string, { article: string; shelf: ShelfId; questions: string[] }>()
  for (const slot of asked) {
    const article = known.get(slot.question)?.evidence.article
    if (slot.correct || !article) continue
    const row = articles.get(article) ?? { article, shelf: slot.shelf, questions: [] }
    articles.set(article, { ...row, questions: [...row.questions, slot.question] })
  }
  const correct = count(s => s.correct)
  return {
    total: asked.length,
    answered: count(s => s.given),
    correct,
    percent: asked.length ? Math.round((100 * correct) / asked.length) : 0,
    seconds: Math.round(asked.reduce((n, s) => n + s.seconds, 0)),
    shelves: [...shelves.values()],
    wrong,
    readNext: [...articles.values()].sort(
      (a, b) =>
        b.questions.length - a.questions.length || share(a.shelf) - share(b.shelf) || (a.article < b.article ? -1 : 1),
    ),
  }
}
