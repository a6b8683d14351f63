import type { ShelfId } from '../catalog/types'
import { type Day, addDays } from '../time/day'
import type { ReviewCard } from './card'

/** Cards by question id. Plain JSON. How answers change it, which takes the scheduler, is in notebook.ts. */
export type Notebook = Record<string, ReviewCard>

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
