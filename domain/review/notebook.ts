import type { AnswerEvent, MemberEvent } from '../progress/events'
import type { ShelfId } from '../catalog/types'
import type { Day } from '../time/day'
import { answerCard, retrievability } from './card'
import type { Notebook } from './due'

/** Puts one answer event into the notebook; `notebook` itself stays as it was. Events must come in order of time. */
export function note(notebook: Notebook, event: AnswerEvent): Notebook {
  const { question, hash, shelf, correct } = event.answer
  const card = answerCard(notebook[question], { question, hash, shelf, correct, day: event.day })
  return card && card !== notebook[question] ? { ...notebook, [question]: card } : notebook
}

/** The notebook that a log gives, whatever its order and repeats: events are sorted by time and id first. */
export function replay(events: readonly MemberEvent[]): Notebook {
  const answers = events.filter((e): e is AnswerEvent => e.kind === 'answer')
  answers.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const notebook: Notebook = {}
  let last = ''
  for (const { id, day, answer } of answers) {
    if (id === last) continue
    last = id
    const card = answerCard(notebook[answer.question], { ...answer, day })
    if (card) notebook[answer.question] = card
  }
  return notebook
}

export interface ShelfMastery {
  shelf: ShelfId
  /** In the notebook now. */
  open: number
  /** Left it and not come back. */
  mastered: number
  /** Mean chance (0–1) that a once missed question is known today; 0 without cards. */
  retention: number
}

/** For each of `shelves`, how well what was once missed is known on `day`. */
export function masteryByShelf(notebook: Notebook, shelves: readonly ShelfId[], day: Day): ShelfMastery[] {
  return shelves.map(shelf => {
    const cards = Object.values(notebook).filter(card => card.shelf === shelf)
    const mastered = cards.filter(card => card.left).length
    const sum = cards.reduce((n, card) => n + (card.rights.length > 0 ? retrievability(card, day) : 0), 0)
    return { shelf, open: cards.length - mastered, mastered, retention: cards.length ? sum / cards.length : 0 }
  })
}
