import { handInOf, type QuizSession, type Slot } from './session'

/** Per cent of the questions from which a paper is passed, unless the member sets another. Our own choice. */
export const DEFAULT_PASS = 60
export const PASS_LINES = [50, 60, 70, 80, 90]

/** A paper that was handed in, as the list of papers shows it. */
export interface PaperRecord {
  /** The session's id. */
  id: string
  /** When it was handed in, milliseconds. */
  at: number
  title: string
  total: number
  correct: number
  /** The pass line that held then, per cent. */
  line: number
  untimed?: true
  /** Of a unit's own questions: the bank's id. */
  own?: string
}

/** What was asked and answered in it. */
export type PaperSlot = Pick<Slot, 'question' | 'given' | 'correct' | 'missed'>

/** Of a hundred, rounded down: nobody passes by rounding. */
export const pointsOf = ({ correct, total }: Pick<PaperRecord, 'correct' | 'total'>): number =>
  total === 0 ? 0 : Math.floor((100 * correct) / total)

/** Whether a paper reaches its pass line, per cent; an empty one does not. */
export const isPassed = (paper: Pick<PaperRecord, 'correct' | 'total' | 'line'>): boolean =>
  paper.total > 0 && 100 * paper.correct >= paper.line * paper.total

/** `✓ 及格（60 分）` */
export const passWords = (paper: PaperRecord): string =>
  `${isPassed(paper) ? '✓ 及格' : '没到及格线'}（${paper.line} 分）`

/** Undefined for what is no handed-in paper. */
export function paperOf(session: QuizSession, line: number): PaperRecord | undefined {
  const handedIn = session.mode === 'exam' ? handInOf(session) : undefined
  if (!handedIn) return undefined
  const { total, correct, untimed } = handedIn
  return {
    id: session.id,
    at: session.finishedAt ?? session.lastAt,
    title: session.title ?? '',
    total,
    correct,
    line,
    ...(untimed && { untimed }),
    ...(session.own && { own: session.own }),
  }
}

/** What the record of a paper keeps of its session, in the order in which it was asked. */
export const paperSlots = (session: QuizSession): PaperSlot[] =>
  session.slots.map(({ question, given, correct, missed }) => ({ question, given, correct, missed }))
