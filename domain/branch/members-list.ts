import type { BranchWeekRow } from '../contract/branch-report'
import { hasStudied } from '../contract/report-columns'

export type MemberFilter = 'all' | 'studied' | 'notYet' | 'offline' | 'unbound'

export const MEMBER_FILTERS: readonly { value: MemberFilter; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'studied', text: '学过' },
  { value: 'notYet', text: '还没有' },
  { value: 'offline', text: '线下学习' },
  { value: 'unbound', text: '未绑定手机' },
]

const KEPT: Record<MemberFilter, (row: BranchWeekRow) => boolean> = {
  all: () => true,
  studied: hasStudied,
  notYet: row => !hasStudied(row),
  offline: row => row.offline,
  // Who studies with the branch is not asked for a phone.
  unbound: row => !row.bound && !row.offline,
}

/** The members of a week that a filter keeps and a search finds, always as on the roster: nobody is put above another. */
export function memberList(
  rows: readonly BranchWeekRow[],
  { filter = 'all', words = '' }: { filter?: MemberFilter; words?: string },
): BranchWeekRow[] {
  const wanted = words.trim()
  return rows.filter(row => KEPT[filter](row) && row.name.includes(wanted))
}

/** What a secretary can do something about: a record to be written, a phone to be bound. Nothing for whoever has studied. */
export function needWord(row: BranchWeekRow): string {
  if (hasStudied(row)) return ''
  if (row.offline) return '等您补记'
  return row.bound ? '' : '没绑定手机'
}

/**
 * Who needs the secretary first: those whose record only the secretary can write, then those without a phone bound, then who is
 * still on the way, then the rest; each part as on the roster. For the desk's first page alone.
 */
export function attentionFirst(rows: readonly BranchWeekRow[]): BranchWeekRow[] {
  const part = (row: BranchWeekRow) => (hasStudied(row) ? 3 : row.offline ? 0 : row.bound ? 2 : 1)
  return [0, 1, 2, 3].flatMap(n => rows.filter(row => part(row) === n))
}

/** Who is still on the way first, the rest after, each part as on the roster: whom one writes to. */
export function notYetFirst(rows: readonly BranchWeekRow[]): BranchWeekRow[] {
  return [...rows.filter(row => !hasStudied(row)), ...rows.filter(hasStudied)]
}
