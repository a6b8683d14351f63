/** When a branch's month is filed. What counts is our own choice. */
import { type Day, addDays, daysBetween } from '../time/day'
import { type Month, monthEnd, monthOf } from '../time/month'
import type { BookTotals } from './month-book'

/** A month is filed in its last days and in so many of the next; then it is asked for. */
const FILE_DAYS = 5

/** The month that a secretary has in hand on a day: in the first days of one, the one before. */
export const monthInHand = (today: Day): Month => monthOf(addDays(today, -FILE_DAYS))

/**
 * What is asked before a month is filed: that it is far from over by `today`, or that nothing is in it. Undefined where nothing has to
 * be asked.
 */
export function askBeforeFiling(
  month: Month,
  { meetings, activities, deeds, studied }: Pick<BookTotals, 'meetings' | 'activities' | 'deeds' | 'studied'>,
  today: Day,
): string | undefined {
  const name = `${Number(month.slice(5))} 月`
  const left = daysBetween(today, monthEnd(month))
  const words = [
    left > FILE_DAYS && `${name}还有 ${left} 天，现在报的只到今天；一般到月底再报。`,
    meetings + activities + deeds + studied === 0 && `${name}里还没有记会议、活动和实事，也没有人学过。`,
  ]
  return words.filter(Boolean).join('') || undefined
}
