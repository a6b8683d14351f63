import { meetingKindTitle } from '../contract/meeting-kinds'
import type { BranchPosts, MeetingSummary } from '../contract/meetings'
import { type Day } from '../time/day'
import { type Month, monthEnd, monthOf } from '../time/month'
import { REQUIRED_MEETINGS, type RequiredMeeting } from './branch-rules'

type Held = Pick<MeetingSummary, 'id' | 'kind' | 'day' | 'present' | 'group'>

/** One time that a rule asks for. */
export interface BoardCell {
  /** `10月`, or `这一季度`. */
  label: string
  /**
   * `later`: its month has not begun. `before`: its month was over when the branch began to be kept here. `unmarked`: its day is over,
   * and nobody is written down as having been there.
   */
  state: 'done' | 'arranged' | 'unmarked' | 'open' | 'later' | 'before'
  /** When it was held, or is to be. */
  day?: Day
  /** The meeting that is arranged, or that nobody is written down for. */
  meeting?: string
  /** Arranged before its month has begun. */
  early?: boolean
  /** 党小组 that have met, where each is to. */
  groups?: { held: number; of: number }
}
export interface BoardLine {
  rule: RequiredMeeting
  title: string
  cells: BoardCell[]
  /** All that has come due has been held. */
  done: boolean
}

/** The three months of the quarter of a day, as `YYYY-MM`. */
export function quarterMonths(day: Day): Month[] {
  const year = day.slice(0, 4)
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3
  return [1, 2, 3].map(n => `${year}-${String(first + n).padStart(2, '0')}`)
}

/**
 * What the rules require in the quarter of `today`, green or open. A meeting counts as held when somebody was there. A branch
 * without a committee or without 党小组 on its roster is not asked for theirs, unless it holds one. @param since when the branch began to be kept here
 */
export function quarterBoard(meetings: readonly Held[], posts: BranchPosts, today: Day, since?: Day): BoardLine[] {
  const months = quarterMonths(today)
  const own = meetings.filter(it => months.includes(monthOf(it.day)))
  const asked = ({ kind }: RequiredMeeting) => {
    if (own.some(it => it.kind === kind)) return true
    if (kind === 'committee') return posts.committee > 0
    return kind !== 'group' || posts.groups.length > 0
  }
  return REQUIRED_MEETINGS.filter(asked).map(rule => {
    const cells =
      rule.every === 'month'
        ? months.map(month => cellOf(rule, `${Number(month.slice(5))}月`, [month], own, posts, today))
        : [cellOf(rule, '这一季度', months, own, posts, today)]
    // Nothing is asked of a month before.
    months.forEach((month, i) => {
      const cell = cells[i]
      if (rule.every === 'month' && cell?.state === 'open' && since !== undefined && monthEnd(month) < since)
        cell.state = 'before'
    })
    return { rule, title: meetingKindTitle(rule.kind), cells, done: cells.every(isGreen) }
  })
}

function cellOf(
  { kind }: RequiredMeeting,
  label: string,
  months: readonly Month[],
  meetings: readonly Held[],
  { groups }: BranchPosts,
  today: Day,
): BoardCell {
  const its = meetings.filter(it => it.kind === kind && months.includes(monthOf(it.day))).sort(byDay)
  const held = its.filter(it => it.day <= today && it.present > 0)
  const next = its.find(it => it.day >= today && it.present === 0)
  const early = months[0]! > monthOf(today)
  const many = kind === 'group' && groups.length > 1
  const met = groups.filter(group => held.some(it => it.group === undefined || it.group === group)).length
  const of = many ? { groups: { held: met, of: groups.length } } : {}
  if (many ? met === groups.length : held.length > 0)
    return { label, state: 'done', day: held[held.length - 1]!.day, ...of }
  if (next) return { label, state: 'arranged', day: next.day, meeting: next.id, early, ...of }
  const unmarked = its.find(it => it.day < today && it.present === 0)
  if (unmarked) return { label, state: 'unmarked', day: unmarked.day, meeting: unmarked.id, ...of }
  return { label, state: early ? 'later' : 'open', ...of }
}

/** Whether nothing has to be done about it. */
export const asksNothing = ({ state }: BoardCell): boolean =>
  state === 'done' || state === 'later' || state === 'before'
const isGreen = (cell: BoardCell) => asksNothing(cell) || (cell.state === 'arranged' && cell.early)
const byDay = (a: { day: Day }, b: { day: Day }) => (a.day < b.day ? -1 : 1)

/** `5日已开`, `定在27日`, `还没有`; of 党小组 how many have met. Of a whole quarter with the month. */
export function cellWord({ label, state, day, groups }: BoardCell): string {
  const number = day && Number(day.slice(8))
  const when = day && (label.endsWith('月') ? `${number}日` : `${Number(day.slice(5, 7))}月${number}日`)
  const some = groups && groups.held > 0 && groups.held < groups.of ? `开了${groups.held}组，` : ''
  if (state === 'done') return `${when}已开`
  if (state === 'arranged') return `${some}定在${when}`
  if (state === 'unmarked') return `${when}的还没记到会`
  if (state === 'before') return '还没用上'
  return state === 'later' ? '还没到' : `${some}还没有`
}
