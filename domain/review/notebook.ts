import type { AnswerEvent, MemberEvent } from '../progress/events'
import type { ShelfId } from '../catalog/types'
import { type Day, addDays } from '../time/day'
import { type ReviewCard, answerCard, retrievability } from './card'

/** Cards by question id. Plain JSON. */
export type Notebook = Record<string, ReviewCard>

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

/** Cards in the notebook, by due day and question id; `shelf` filters. */
export function openCards(notebook: Notebook, shelf?: ShelfId): ReviewCard[] {
  return Object.values(notebook)
    .filter(card => !card.left && (!shelf || card.shelf === shelf))
    .sort((a, b) => (a.due === b.due ? (a.q < b.q ? -1 : 1) : a.due < b.due ? -1 : 1))
}

/** Question ids to review on `day`, longest overdue first. */
export function dueOn(notebook: Notebook, day: Day): string[] {
  return openCards(notebook)
    .filter(card => card.due <= day)
    .map(card => card.q)
}

/** How many reviews fall due on each of `count` days from `day`; the overdue fall on the first. */
export function forecast(notebook: Notebook, day: Day, count = 14): { day: Day; due: number }[] {
  const cards = openCards(notebook)
  return Array.from({ length: count }, (_, i) => {
    const on = addDays(day, i)
    return { day: on, due: cards.filter(c => (i === 0 ? c.due <= on : c.due === on)).length }
  })
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
