import type { CourseItem, StudyCourse } from '../catalog/courses'
import type { ProgressState } from './state'

/** One thing of a course. */
export interface Step {
  item: CourseItem
  week: number
  done: boolean
  /** It is waited for. What this phone cannot play is shown and not asked for. */
  asked: boolean
}

export interface CoursePlace {
  steps: Step[]
  done: number
  /** Steps that are asked for. */
  total: number
  /** The first of them that is not done; undefined when all are. */
  next?: Step
}

/** Name of the set of questions that rest on an article. */
export const articleSet = (article: string): string => `article:${article}`

/**
 * How far a member is in a course. It is read off what they have finished, wherever they did it: nothing of it can be lost,
 * and nothing has to be done twice.
 * @param stateOf of an article or an episode: can be finished here, can only be looked at, or was withdrawn
 */
export function placeIn(
  course: StudyCourse,
  { items, sets }: Pick<ProgressState, 'items' | 'sets'>,
  stateOf: (id: string) => 'possible' | 'shown' | 'gone',
): CoursePlace {
  const isDone = (item: CourseItem) =>
    typeof item === 'string' ? items[item]?.finishedAt !== undefined : sets[articleSet(item.quiz)] !== undefined
  const steps = course.weeks.flatMap(({ items: list }, week) =>
    list.flatMap(item => {
      const state = stateOf(typeof item === 'string' ? item : item.quiz)
      const done = isDone(item)
      return state === 'gone' ? [] : [{ item, week, done, asked: done || state === 'possible' }]
    }),
  )
  const asked = steps.filter(it => it.asked)
  return {
    steps,
    done: asked.filter(it => it.done).length,
    total: asked.length,
    next: asked.find(it => !it.done),
  }
}
