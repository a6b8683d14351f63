/** What a 任务 may ask for, and when it is done. Days after the one it was set on count. */
import { type Day, addDays, shanghaiDay } from '../time/day'
import type { ShelfId } from '../catalog/types'
import { SHELVES } from '../catalog/shelves'
import type { Assignment } from './assignments'
import type { DayRecord } from './days'

/** Answers on a shelf that make a `shelf:` item done. */
export const SHELF_ANSWERS = 20
/** Numbers of answers, on any shelf, that may be asked for. */
export const ANSWER_COUNTS = [20, 50, 100] as const
/** Items in one assignment. */
export const ASSIGNMENT_LIMIT = 30
/** The last day may lie so many days ahead. */
export const DUE_DAYS_AHEAD = 366
/** A member still sees an unfinished assignment so many days after its last day. */
export const OVERDUE_DAYS = 14

export type AssignmentItem =
  | { kind: 'article' | 'episode'; id: string }
  | { kind: 'questions'; article: string }
  | { kind: 'shelf'; shelf: ShelfId }
  | { kind: 'answers'; count: number }

/** What an assigned item asks for; undefined when it is none. */
export function readItem(item: string): AssignmentItem | undefined {
  if (/^a-\d{4,6}$/.test(item)) return { kind: 'article', id: item }
  if (/^e-\d{4,6}$/.test(item)) return { kind: 'episode', id: item }
  const article = /^article:(a-\d{4,6})$/.exec(item)?.[1]
  if (article) return { kind: 'questions', article }
  const count = ANSWER_COUNTS.find(it => item === `answers:${it}`)
  if (count) return { kind: 'answers', count }
  const shelf = SHELVES.find(id => item === `shelf:${id}`)
  return shelf && { kind: 'shelf', shelf }
}

/** A day of study as far as an assignment asks: a day record, of one phone or of all. */
export type StudiedDay = Pick<DayRecord, 'day' | 'finished' | 'answered'>

/** The first day that counts for an assignment: the one after it was set; of one that ends on the day it was set, that day. */
export function countsFrom({ createdAt, due }: Pick<Assignment, 'createdAt' | 'due'>): Day {
  const set = shanghaiDay(Date.parse(createdAt))
  return due === set ? due : addDays(set, 1)
}

/** The items of the assignment that are not done yet by what these days hold, in their order. */
export function itemsLeft(
  assignment: Pick<Assignment, 'items' | 'createdAt' | 'due'>,
  days: readonly StudiedDay[],
): string[] {
  const from = countsFrom(assignment)
  const counted = days.filter(it => it.day >= from)
  return assignment.items.filter(item => !itemDone(item, counted))
}

function itemDone(item: string, days: readonly StudiedDay[]): boolean {
  const it = readItem(item)
  const answers = (of: (day: StudiedDay) => number) => days.reduce((sum, day) => sum + of(day), 0)
  if (it?.kind === 'shelf') return answers(day => day.answered[it.shelf] ?? 0) >= SHELF_ANSWERS
  if (it?.kind === 'answers') return answers(day => Object.values(day.answered).reduce((a, b) => a + b, 0)) >= it.count
  return days.some(day => day.finished.includes(item))
}
