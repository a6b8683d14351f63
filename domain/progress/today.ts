import type { DayPlan } from '../catalog/calendar'
import type { Notebook } from '../review/due'
import { dueOn } from '../review/due'
import type { ProgressState } from './state'

/** What a day asks of a member, and how far it is. */
export interface Today {
  /** Items of the plan that are there, the episode first: it needs nothing but ears. */
  pieces: { id: string; done: boolean }[]
  /** The day's five have been handed in. */
  five: boolean
  /** How many of them were right; undefined before, and where the records do not say. */
  fiveRight?: number
  /** Questions of the notebook that are due. */
  due: number
  /** Answers given in the notebook today. */
  reviewed: number
  /** Nothing is left. */
  done: boolean
}

/** Name of the day's five among the fixed sets. */
export const dailySet = (day: string): string => `daily:${day}`

/**
 * The day's things and which are done. What was finished on another day is done as well.
 * @param plan undefined where the schedule has none for the day
 * @param possible whether an item is in the catalog and can be finished on this phone
 */
export function todayOf(
  day: string,
  plan: DayPlan | undefined,
  progress: Pick<ProgressState, 'items' | 'days' | 'sets'>,
  notebook: Notebook,
  possible: (id: string) => boolean,
): Today {
  const ids = plan ? [...(plan.episode ? [plan.episode] : []), ...plan.articles] : []
  const pieces = ids.filter(possible).map(id => ({ id, done: progress.items[id]?.finishedAt !== undefined }))
  const handedIn = progress.sets[dailySet(day)]
  const five = handedIn !== undefined
  const due = dueOn(notebook, day).length
  const reviewed = progress.days[day]?.reviews ?? 0
  return {
    pieces,
    five,
    fiveRight: handedIn?.correct,
    due,
    reviewed,
    done: five && due === 0 && pieces.every(it => it.done),
  }
}
