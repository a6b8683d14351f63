/** 任务: what a secretary asks the branch to study by a day. Done is done, also when it was done before it was asked for. */
import type { Column } from '../text/table'
import type { ProgressState } from '../progress/state'
import type { Day } from '../time/day'
import type { ShelfId } from '../catalog/types'
import { SHELVES } from '../catalog/shelves'

/** Answers on a shelf that make a `shelf:` item done. */
export const SHELF_ANSWERS = 20
/** Items in one assignment. */
export const ASSIGNMENT_LIMIT = 30
/** The last day may lie so many days ahead. */
export const DUE_DAYS_AHEAD = 366
/** A member still sees an unfinished assignment so many days after its last day. */
export const OVERDUE_DAYS = 14

/** `POST /v1/branches/:branch/assignments`, with an idempotency key (./idempotency-key). */
export interface NewAssignment {
  title: string
  note?: string
  /** The last day. */
  due: Day
  /**
   * `a-0001`, `e-0001`: studied to the end. `article:a-0001`: the article's questions handed in. `shelf:reform`:
   * {@link SHELF_ANSWERS} questions of the shelf answered.
   */
  items: string[]
}
export interface Assignment extends NewAssignment {
  id: string
  /** ISO 8601. */
  createdAt: string
}
/** `GET /v1/branches/:branch/assignments` → `{ assignments }`. */
export interface AssignmentSummary extends Assignment {
  /** Those in the branch at the end of the last day, or now while it runs. */
  members: number
  done: number
  notYet: number
  /** Study with the branch, without a phone: nobody waits for them. */
  offline: number
  /** Of `members`, those who have deleted themselves since: in the sums, in no list. */
  erased: number
}
export interface AssignmentMemberRow {
  member: string
  name: string
  offline: boolean
  /** Has a phone bound. */
  bound: boolean
  done: boolean
  itemsDone: number
  items: number
}
/** `GET /v1/branches/:branch/assignments/:assignment`. */
export interface AssignmentDetail {
  assignment: AssignmentSummary
  rows: AssignmentMemberRow[]
}
/** `GET /v1/me/assignments` → `{ assignments }`, the nearest last day first. */
export interface OwnAssignment extends Assignment {
  /** Items not done yet, as far as the service knows; the phone may know more ({@link itemsLeft}). */
  left: string[]
}

export type AssignmentItem =
  | { kind: 'article' | 'episode'; id: string }
  | { kind: 'questions'; article: string }
  | { kind: 'shelf'; shelf: ShelfId }

/** What an assigned item asks for; undefined when it is none. */
export function readItem(item: string): AssignmentItem | undefined {
  if (/^a-\d{4,}$/.test(item)) return { kind: 'article', id: item }
  if (/^e-\d{4,}$/.test(item)) return { kind: 'episode', id: item }
  const article = /^article:(a-\d{4,})$/.exec(item)?.[1]
  if (article) return { kind: 'questions', article }
  const shelf = SHELVES.find(id => item === `shelf:${id}`)
  return shelf && { kind: 'shelf', shelf }
}

/** What is known of a member's study: the phone's own progress, or what the service has counted. */
export interface Studied extends Pick<ProgressState, 'sets' | 'tally'> {
  items: Record<string, { finishedAt?: number }>
}

/** The items that are not done yet, in their order. */
export function itemsLeft(items: readonly string[], known: Studied): string[] {
  return items.filter(item => !itemDone(item, known))
}

function itemDone(item: string, { items, sets, tally }: Studied): boolean {
  const it = readItem(item)
  if (it?.kind === 'shelf') return tally[it.shelf].answered >= SHELF_ANSWERS
  if (it?.kind === 'questions') return sets[item] !== undefined
  return items[item]?.finishedAt !== undefined
}

/** How far a member is, in words. */
export function assignmentState(row: Pick<AssignmentMemberRow, 'done' | 'offline'>): string {
  if (row.done) return '已完成'
  return row.offline ? '线下学习' : '未完成'
}

export const ASSIGNMENT_COLUMNS: readonly Column<AssignmentMemberRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'state', title: '完成情况', type: 'text', value: assignmentState },
  { key: 'itemsDone', title: '完成项数', type: 'number', value: r => r.itemsDone },
  { key: 'items', title: '任务项数', type: 'number', value: r => r.items },
  { key: 'source', title: '来源', type: 'text', value: () => '服务统计' },
]
