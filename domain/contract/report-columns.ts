/** The words and columns of the branch's and the organisations' tables, which screen, CSV and workbook share. */
import type { Column } from '../text/table'
import { formatDay } from '../time/format'
import type { BranchWeekRow, HowStudied, MemberWeek } from './branch-report'
import type { OrgRow } from './orgs'

/** Whether somebody has studied, whoever says so. */
export const hasStudied = ({ phone, branch, slip = false }: HowStudied): boolean => phone || branch || slip

/** 学过 or 还没有: there is no third word, and no number. */
export const studiedWord = (row: HowStudied): string => (hasStudied(row) ? '学过' : '还没有')

/** Whose word it is: a phone's is nobody's proof. */
export function sourceWord({ phone, branch, slip }: HowStudied): string {
  return [phone && '手机自报', slip && '学习单', branch && '支部登记'].filter(Boolean).join('、')
}

const source = { key: 'source', title: '来源', type: 'text', mostlyAlike: true, value: sourceWord } as const

/** What the file of a branch's week is called. */
export const WEEK_FILE = '学习周报'

export const BRANCH_WEEK_COLUMNS: readonly Column<BranchWeekRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'week', title: '周（起）', type: 'text', mostlyAlike: true, value: r => r.week },
  { key: 'studied', title: '学习', type: 'text', value: studiedWord },
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
  { key: 'source', title: '来源', type: 'text', mostlyAlike: true, value: () => '手机自报和支部登记' },
]
