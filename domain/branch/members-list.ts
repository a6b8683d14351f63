import type { BranchWeekRow } from '../contract/branch-report'

export type MemberFilter = 'all' | 'met' | 'notYet' | 'offline' | 'unbound'
export type MemberSort = 'roster' | 'days' | 'minutes'

export const MEMBER_FILTERS: readonly { value: MemberFilter; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'met', text: '已达标' },
  { value: 'notYet', text: '还没有' },
  { value: 'offline', text: '线下学习' },
  { value: 'unbound', text: '未绑定手机' },
]
export const MEMBER_SORTS: readonly { value: MemberSort; text: string }[] = [
  { value: 'roster', text: '按名册' },
  { value: 'days', text: '按学习天数' },
  { value: 'minutes', text: '按学习分钟' },
]

const KEPT: Record<MemberFilter, (row: BranchWeekRow) => boolean> = {
  all: () => true,
  met: row => row.met,
  notYet: row => !row.met,
  offline: row => row.offline,
  // Who studies with the branch is not asked for a phone.
  unbound: row => !row.bound && !row.offline,
}

/** The members of a week that a filter keeps and a search finds, in the order asked for; equals stay as on the roster. */
export function memberList(
  rows: readonly BranchWeekRow[],
  { filter = 'all', sort = 'roster', words = '' }: { filter?: MemberFilter; sort?: MemberSort; words?: string },
): BranchWeekRow[] {
  const wanted = words.trim()
  const kept = rows.filter(row => KEPT[filter](row) && row.name.includes(wanted))
  if (sort === 'days') return kept.sort((a, b) => b.studyDays - a.studyDays || b.minutes - a.minutes)
  if (sort === 'minutes') return kept.sort((a, b) => b.minutes - a.minutes || b.studyDays - a.studyDays)
  return kept
}

/** Who has met the goal first, the rest after, each part as on the roster. */
export function doneFirst(rows: readonly BranchWeekRow[]): BranchWeekRow[] {
  return [...rows.filter(row => row.met), ...rows.filter(row => !row.met)]
}

/** Who is still on the way first, the rest after, each part as on the roster. */
export function notYetFirst(rows: readonly BranchWeekRow[]): BranchWeekRow[] {
  return [...rows.filter(row => !row.met), ...rows.filter(row => row.met)]
}

/** How one member's week is called. Never a reproach. */
export function weekWord(row: Pick<BranchWeekRow, 'met' | 'studyDays'>): string {
  if (row.met) return '已达标'
  return row.studyDays > 0 ? '在学' : '还没有'
}
