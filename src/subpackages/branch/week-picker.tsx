import type { BranchWeek } from '@domain/contract/branch-report'
import { WEEKS_BACK } from '@domain/contract/limits'
import { type Day, addDays, daysBetween, weekStart } from '@domain/time/day'
import { formatWeekOf } from '@domain/time/format'
import { Stepper } from '@/components/stepper'

interface Props {
  /** Monday. */
  week: Day
  today: Day
  /** How many weeks can be gone back to, this one among them. */
  count?: number
  onChange: (week: Day) => void
}

/** One week back or forth; no further back than is kept in sight, and not into the future. */
export function WeekPicker({ week, today, count = WEEKS_BACK, onChange }: Props) {
  const current = weekStart(today)
  const first = addDays(current, -7 * (count - 1))
  const to = (days: number) => () => onChange(addDays(week, days))
  return (
    <Stepper
      name={formatWeekOf(week, today)}
      mark={week === current ? '本周' : week === addDays(current, -7) ? '上周' : ''}
      earlier={{ id: 'week-back', label: '前一周', onPress: week > first ? to(-7) : undefined }}
      later={{ id: 'week-forward', label: '后一周', onPress: week < current ? to(7) : undefined }}
    />
  )
}

/** How many weeks there are to go back to: none before the branch has told of any. Until that is known, as many as are in sight. */
export function weeksTold(read: BranchWeek | undefined, today: Day): number {
  if (!read) return WEEKS_BACK
  const current = weekStart(today)
  return Math.min(WEEKS_BACK, daysBetween(read.since ?? current, current) / 7 + 1)
}
