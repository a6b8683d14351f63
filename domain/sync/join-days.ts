import type { DayRecord } from '../contract/days'
import { emptyDay, isArticle, type ProgressState } from '../progress/state'
import { dayStart } from '../time/day'

/** Half past noon: a finish of another phone has a day and no time. */
const SOMETIME_MS = 12.5 * 3_600_000

/**
 * Joins days that were lived on the member's other phones: whether they were studied, and what was finished. Nothing of them
 * earns points or counts as answers here, so joining again changes nothing. `local` is left as it was.
 */
export function joinDays(local: ProgressState, held: readonly DayRecord[]): ProgressState {
  const days = { ...local.days }
  const items = { ...local.items }
  const sets = { ...local.sets }
  for (const { day, studied, finished } of [...held].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (studied) days[day] = { ...(days[day] ?? emptyDay(day)), elsewhere: true }
    const at = dayStart(day) + SOMETIME_MS
    for (const id of finished) {
      if (id.startsWith('article:')) sets[id] ??= { at, day }
      else if (items[id]?.finishedAt === undefined) {
        const known = items[id] ?? { item: id, firstAt: at, lastAt: at, seconds: 0, reached: isArticle(id) ? 1 : 0 }
        items[id] = { ...known, finishedAt: at, finishedDay: day }
      }
    }
  }
  return { ...local, days, items, sets }
}
