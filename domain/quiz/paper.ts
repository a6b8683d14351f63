import type { Question, QuestionType, ShelfId } from '../catalog/types'
import { EXAM, fittedBlueprint, selectExam, type Blueprint, type Shortage } from './exam'

export interface ExamPaper {
  questions: Question[]
  blueprint: Blueprint
  /** Why {@link EXAM} could not be met and the pool's own proportions were taken instead. */
  short: Shortage[]
}

/** A paper by {@link EXAM}, or, while the pool is too small for it, one of as many questions in the pool's proportions. */
export function paperFor(pool: readonly Question[], seed: string): ExamPaper {
  const paper = selectExam(pool, EXAM, seed)
  if (paper.ok) return { questions: paper.questions, blueprint: EXAM, short: [] }
  const blueprint = fittedBlueprint(pool, 50)
  const fitted = selectExam(pool, blueprint, seed)
  return { questions: fitted.ok ? fitted.questions : [], blueprint, short: paper.short }
}

export const TYPE_NAMES: Record<QuestionType, string> = {
  single: '单选',
  multiple: '多选',
  judge: '判断',
  fill: '填空',
  order: '排序',
}
export const DIFFICULTY_NAMES: Record<1 | 2 | 3, string> = { 1: '容易', 2: '中等', 3: '较难' }

/** `人物（容易）要 3 题，有 2 题`. */
export function shortageWords(short: Shortage, shelfTitle: (shelf: ShelfId) => string): string {
  const { shelf, difficulty, types = [], need, have } = short
  const what = shelf
    ? `${shelfTitle(shelf)}${difficulty ? `（${DIFFICULTY_NAMES[difficulty]}）` : ''}`
    : types.map(type => TYPE_NAMES[type]).join('、')
  return `${what}要 ${need} 题，有 ${have} 题`
}
