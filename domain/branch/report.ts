import type { Column } from '../text/table'
import type { MonthRow } from './month'
import type { Slip } from './slip'

export const WEEK_COLUMNS: readonly Column<Slip>[] = [
  { key: 'name', title: '姓名', type: 'text', value: s => s.name },
  { key: 'branch', title: '支部', type: 'text', mostlyAlike: true, value: s => s.branch },
  { key: 'week', title: '周（起）', type: 'text', mostlyAlike: true, value: s => s.week },
  { key: 'studyDays', title: '学习天数', type: 'number', value: s => s.studyDays },
  { key: 'items', title: '学完篇（集）数', type: 'number', value: s => s.items },
  { key: 'answers', title: '答题数', type: 'number', value: s => s.answers },
  { key: 'source', title: '来源', type: 'text', mostlyAlike: true, value: () => '自报' },
]

export const MONTH_COLUMNS: readonly Column<MonthRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'branch', title: '支部', type: 'text', mostlyAlike: true, value: r => r.branch },
  { key: 'slips', title: '交单周数', type: 'number', value: r => r.slips },
  { key: 'weeks', title: '应交周数', type: 'number', mostlyAlike: true, value: r => r.weeks },
  { key: 'weeksStudied', title: '学过的周数', type: 'number', value: r => r.weeksStudied },
  { key: 'studyDays', title: '学习天数', type: 'number', value: r => r.studyDays },
  { key: 'items', title: '学完篇（集）数', type: 'number', value: r => r.items },
  { key: 'answers', title: '答题数', type: 'number', value: r => r.answers },
  { key: 'source', title: '来源', type: 'text', mostlyAlike: true, value: () => '自报' },
]

/** Whose rows these are, where all are of one branch as the members wrote it; '' elsewhere. */
export const oneBranch = (rows: readonly { branch: string }[]): string =>
  rows.every(row => row.branch === rows[0]!.branch) ? (rows[0]?.branch ?? '') : ''
