import { type Day, addDays, weekStart } from '../time/day'

/** Weekly goal in study days, in force from the week of `from` on. */
export interface DatedGoal {
  from: Day
  days: number
}
const DEFAULT_GOAL = 3
/** Weeks a calendar year (by the week's Monday) that a streak survives without meeting the goal. */
export const FORGIVEN_PER_YEAR = 2

export type WeekState = 'met' | 'forgiven' | 'missed' | 'current'
export interface StreakWeek {
  /** Monday. */
  start: Day
  days: number
  goal: number
  /** `current` only for a running week that has not met its goal yet. */
  state: WeekState
}
export interface Streak {
  /** Weeks in a row that met the goal, forgiven ones between them not counted. */
  current: number
  best: number
  /** All weeks that ever met the goal. */
  met: number
  /** Mondays of the forgiven weeks inside the current streak. */
  forgiven: Day[]
  /** What is left to forgive in the calendar year of today's week. */
  forgivenessLeft: number
  thisWeek: StreakWeek
  /** From the first week with a study day to this one. */
  weeks: StreakWeek[]
}

/** The goal in force in the week that starts on `monday`: changing it never changes a week gone by. */
export function goalFor(goals: readonly DatedGoal[], monday: Day): number {
  let days = DEFAULT_GOAL
  let since = ''
  for (const goal of goals) {
    const from = weekStart(goal.from)
    if (from <= monday && from >= since) {
      days = goal.days
      since = from
    }
  }
  return days
}

/**
 * The streak of weeks that met the goal, from the study days (any order) up to `today`. A gap of missed weeks between two
 * met weeks is forgiven whole or not at all, as far as two weeks a calendar year reach; a gap that is not forgiven costs
 * none. The gap up to now counts as forgiven while it can be. The running week is never held against anyone. Rule: our
 * own, docs/decisions/0023-week-streak.md.
 */
export function streakOf(studyDays: readonly Day[], today: Day, goals: readonly DatedGoal[] = []): Streak {
  const thisMonday = weekStart(today)
  const perWeek = new Map<Day, Set<Day>>()
  for (const day of studyDays) {
    if (day > today) continue
    const monday = weekStart(day)
    perWeek.set(monday, (perWeek.get(monday) ?? new Set()).add(day))
  }
  let monday = thisMonday
  for (const start of perWeek.keys()) if (start < monday) monday = start

  const weeks: StreakWeek[] = []
  const spent = new Map<string, number>()
  const left = (year: string) => FORGIVEN_PER_YEAR - (spent.get(year) ?? 0)
  let gap: StreakWeek[] = []
  let run: StreakWeek[] = []
  let current = 0
  let best = 0
  let met = 0
  /** Settles the open gap; says whether the streak goes on. */
  const bridge = (): boolean => {
    const need = new Map<string, number>()
    for (const week of gap) need.set(year(week), (need.get(year(week)) ?? 0) + 1)
    if ([...need].some(([y, n]) => n > left(y))) return false
    for (const [y, n] of need) spent.set(y, (spent.get(y) ?? 0) + n)
    for (const week of gap) week.state = 'forgiven'
    run.push(...gap)
    return true
  }

  for (; monday <= thisMonday; monday = addDays(monday, 7)) {
    const days = perWeek.get(monday)?.size ?? 0
    const goal = goalFor(goals, monday)
    const week: StreakWeek = { start: monday, days, goal, state: 'missed' }
    weeks.push(week)
    if (days >= goal) {
      week.state = 'met'
      met += 1
      if (current === 0 || !bridge()) {
        current = 0
        run = []
      }
      gap = []
      run.push(week)
      current += 1
      best = Math.max(best, current)
    } else if (monday === thisMonday) week.state = 'current'
    else gap.push(week)
  }
  if (gap.length > 0 && (current === 0 || !bridge())) {
    current = 0
    run = []
  }
  const forgiven = run.filter(w => w.state === 'forgiven').map(w => w.start)
  const forgivenessLeft = left(thisMonday.slice(0, 4))
  return { current, best, met, forgiven, forgivenessLeft, thisWeek: weeks[weeks.length - 1]!, weeks }
}

const year = (week: StreakWeek) => week.start.slice(0, 4)
