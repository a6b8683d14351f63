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
}

export const ITEM_STEPS = [10, 50, 100] as const
/** A season and a year. */
export const WEEK_STEPS = [13, 52] as const

/**
 * Every badge, earned or with how much is missing. None is for logging in, for speed or for beating others. `weeksMet`
 * counts all weeks that met the goal, streak or not: a pause takes nothing away.
 */
export function badges(items: Record<string, MemberItem>, shelves: Completion<ShelfId>[], weeksMet: number): Badge[] {
  const finished = Object.values(items).filter(i => i.finishedAt !== undefined).length
  const make = (kind: BadgeKind, key: string, have: number, need: number): Badge => ({
    id: `${kind}:${key}`,
    kind,
    have: Math.min(have, need),
    need,
    earned: need > 0 && have >= need,
  })
  return [
    ...ITEM_STEPS.map(n => make('items', String(n), finished, n)),
    ...WEEK_STEPS.map(n => make('weeks', String(n), weeksMet, n)),
    ...shelves.map(s => ({ ...make('shelf', s.id, s.done, s.total), shelf: s.id })),
  ]
}
