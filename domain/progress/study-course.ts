import type { CourseItem, StudyCourse } from '../catalog/courses'
import type { ProgressState } from './state'

/** One thing of a course. */
export interface Step {
  item: CourseItem
  week: number
  done: boolean
}

export interface CoursePlace {
  steps: Step[]
  done: number
  total: number
  /** The first of them that is not done; undefined when all are. */
  next?: Step
}

/** Name of the set of questions that rest on an article. */
const articleSet = (article: string): string => `article:${article}`

/**
 * How far a member is in a course. It is read off what they have finished, wherever they did it: nothing of it can be lost,
 * and nothing has to be done twice.
 * @param there whether an article or an episode is still in the catalog
 */
export function placeIn(
  course: StudyCourse,
  { items, sets }: Pick<ProgressState, 'items' | 'sets'>,
  there: (id: string) => boolean,
): CoursePlace {
  const isDone = (item: CourseItem) =>
    typeof item === 'string' ? items[item]?.finishedAt !== undefined : sets[articleSet(item.quiz)] !== undefined
  const steps = course.weeks.flatMap(({ items: list }, week) =>
    list.flatMap(item => {
      return there(typeof item === 'string' ? item : item.quiz) ? [{ item, week, done: isDone(item) }] : []
    }),
  )
  return {
    steps,
    done: steps.filter(it => it.done).length,
    total: steps.length,
    next: steps.find(it => !it.done),
  }
}
