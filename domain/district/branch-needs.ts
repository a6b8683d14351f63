/** Which branches need a hand, by what they keep together: never by who studies. What counts is our own choice. */
import { monthInHand } from '../branch/filing'
import { quarterMonths } from '../branch/quarter-board'
import { type Day, daysBetween } from '../time/day'
import { type Month, addMonths, monthEnd, monthOf, monthStart } from '../time/month'

/** What a branch may need a hand with, and what it is called. */
export const BRANCH_NEEDS = {
  unfiled: '月报还没报',
  meeting: '还没开过会',
  deeds: '实事过了期限',
  unbound: '没有人绑定手机',
} as const
export type BranchNeed = keyof typeof BRANCH_NEEDS
export const BRANCH_NEED_IDS = Object.keys(BRANCH_NEEDS) as BranchNeed[]

/** A quarter has to be so old before a branch without a meeting is asked about it. */
const QUARTER_DAYS = 30
/** A contact stands beside a branch so many days. */
export const CONTACT_DAYS = 90

/** The month that should be filed by `today`: the one before that which is in hand. */
export const monthAsked = (today: Day): Month => addMonths(monthInHand(today), -1)

/** Since when a branch should have met by `today`: the beginning of the quarter, or of the one before while it is young. */
export function metSince(today: Day): Day {
  const begin = monthStart(quarterMonths(today)[0]!)
  return daysBetween(begin, today) >= QUARTER_DAYS ? begin : monthStart(addMonths(monthOf(begin), -3))
}

/** Whether a branch that is kept here `since` a day may be asked by `today` for the month that should be filed. */
export const owesMonth = (since: Day, today: Day): boolean => monthEnd(monthAsked(today)) >= since

/** Whether it may be asked for a meeting: it is not so young that a quarter as young would not be asked about. */
export const owesMeeting = (since: Day, today: Day): boolean => daysBetween(since, today) >= QUARTER_DAYS
