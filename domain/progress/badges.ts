import { weekStart, type Day } from '../time/day'
import { goalFor, type DatedGoal } from '../streak/weeks'
import type { MemberItem } from './summaries'
import type { ShelfId } from '../catalog/types'
import type { Completion } from './completion'

/** `items` finished in all, `weeks` that met the goal in all, or one whole `shelf`. */
export type BadgeKind = 'items' | 'weeks' | 'shelf'
export interface Badge {
  /** `items:50`, `weeks:13`, `shelf:reform`. */
  id: string
  kind: BadgeKind
  shelf?: ShelfId
  have: number
  need: number
  earned: boolean
  /** The day on which it was earned; unknown for records that do not say. */
  on?: Day
}

const ITEM_STEPS = [10, 50, 100] as const
/** A season and a year. */
const WEEK_STEPS = [13, 52] as const

/** The days on which a week met its goal, ascending. `studyDays` may come in any order. */
export function daysOfGoalsMet(studyDays: readonly Day[], goals: readonly DatedGoal[] = []): Day[] {
  const weeks = new Map<Day, Set<Day>>()
  for (const day of studyDays) weeks.set(weekStart(day), (weeks.get(weekStart(day)) ?? new Set()).add(day))
  return [...weeks].flatMap(([monday, days]) => [...days].sort()[goalFor(goals, monday) - 1] ?? []).sort()
}

/**
 * Every badge, earned or with how much is missing. None is for logging in, for speed or for beating others. `goalsMet`
 * ({@link daysOfGoalsMet}) counts all weeks that met the goal, streak or not: a pause takes nothing away.
 */
export function badges(
  items: Record<string, MemberItem>,
  shelves: Completion<ShelfId>[],
  goalsMet: readonly Day[],
): Badge[] {
  const finished = Object.values(items)
    .filter(it => it.finishedAt !== undefined)
    .map(it => it.finishedDay ?? '')
    .sort()
  const make = (kind: BadgeKind, key: string, have: number, need: number, on?: Day): Badge => {
    const earned = need > 0 && have >= need
    return { id: `${kind}:${key}`, kind, have: Math.min(have, need), need, earned, ...(earned && on ? { on } : {}) }
  }
  return [
    ...ITEM_STEPS.map(n => make('items', String(n), finished.length, n, finished[n - 1])),
    ...WEEK_STEPS.map(n => make('weeks', String(n), goalsMet.length, n, goalsMet[n - 1])),
    ...shelves.map(s => ({ ...make('shelf', s.id, s.done, s.total, s.lastOn), shelf: s.id })),
  ]
}

/** Badges to look forward to, the nearest first: those of which something is done already, else the first step. */
export function nearest(all: readonly Badge[], count: number): Badge[] {
  const open = all.filter(it => !it.earned && it.need > 0)
  const share = (it: Badge) => it.have / it.need
  return [...open].sort((a, b) => share(b) - share(a)).slice(0, count)
}
