/** What the service tells a secretary and an administrator, and the columns that screen, CSV and workbook share. */
import type { Column } from '../text/table'
import type { Day } from '../time/day'
import { formatDay } from '../time/format'

/** How a week came to be studied: by the word of the member's own phone, or by what the secretary wrote down. */
export interface HowStudied {
  phone: boolean
  branch: boolean
}
export interface BranchWeekRow extends HowStudied {
  member: string
  name: string
  /** Monday. */
  week: Day
  /** Studies with the branch, without a phone. */
  offline: boolean
  /** Has a phone bound. */
  bound: boolean
}
export interface BranchMonthRow extends HowStudied {
  member: string
  name: string
  /** Weeks of the month that the member was here, and how many of them they studied in. */
  weeks: number
  studied: number
}
/** One member's last weeks in the branch, latest first: studied or not yet, nothing else. */
export interface MemberWeeks {
  name: string
  offline: boolean
  /** A phone is bound, and they are in this branch now. */
  bound: boolean
  weeks: MemberWeek[]
}
export interface MemberWeek extends HowStudied {
  /** Monday. */
  week: Day
}
/** An organisation's week or month. */
export interface OrgRow {
  org: string
  name: string
  type: string
  branches: number
  /** Branches of fewer than SMALLEST_TOLD members: they are in no number. */
  small: number
  /** 应参 and 参学. */
  members: number
  studied: number
}

/** Whether somebody has studied, whoever says so. */
export const hasStudied = ({ phone, branch }: HowStudied): boolean => phone || branch

/** 学过 or 还没有: there is no third word, and no number. */
export const studiedWord = (row: HowStudied): string => (hasStudied(row) ? '学过' : '还没有')

/** Whose word it is: a phone's is nobody's proof. */
export function sourceWord({ phone, branch }: HowStudied): string {
  return [phone && '手机自报', branch && '支部登记'].filter(Boolean).join('、')
}

const source = { key: 'source', title: '来源', type: 'text', value: sourceWord } as const

export const BRANCH_WEEK_COLUMNS: readonly Column<BranchWeekRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'week', title: '周（起）', type: 'text', value: r => r.week },
  { key: 'studied', title: '学习', type: 'text', value: studiedWord },
  source,
]

export const BRANCH_MONTH_COLUMNS: readonly Column<BranchMonthRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'weeks', title: '在支部的周数', type: 'number', value: r => r.weeks },
  { key: 'studied', title: '学过的周数', type: 'number', value: r => r.studied },
  source,
]

export const MEMBER_WEEK_COLUMNS: readonly Column<MemberWeek>[] = [
  { key: 'week', title: '周（起）', type: 'text', value: r => formatDay(r.week) },
  { key: 'studied', title: '学习', type: 'text', value: studiedWord },
  source,
]

/** `17 / 22`, or why there is no number. */
export function shareWord({ members, studied }: Pick<OrgRow, 'members' | 'studied'>): string {
  return members > 0 ? `${studied} / ${members}` : '人数少，不显示'
}

const told = (number: (row: OrgRow) => number) => (row: OrgRow) => (row.members > 0 ? number(row) : '')

export const ORG_COLUMNS: readonly Column<OrgRow>[] = [
  { key: 'name', title: '组织', type: 'text', value: r => r.name },
  { key: 'branches', title: '支部数', type: 'number', value: r => r.branches },
  { key: 'members', title: '应参', type: 'number', value: told(r => r.members) },
  { key: 'studied', title: '参学', type: 'number', value: told(r => r.studied) },
  { key: 'source', title: '来源', type: 'text', value: () => '手机自报和支部登记' },
]
