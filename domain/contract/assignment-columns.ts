/** The words and columns of who has done a 任务, which screen, CSV and workbook share. */
import type { Column } from '../text/table'
import type { AssignmentMemberRow } from './assignments'

/** How far a member is, in words. */
function assignmentState(row: Pick<AssignmentMemberRow, 'done' | 'offline'>): string {
  if (row.done) return '已完成'
  return row.offline ? '线下学习' : '未完成'
}

export const ASSIGNMENT_COLUMNS: readonly Column<AssignmentMemberRow>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'state', title: '完成情况', type: 'text', value: assignmentState },
  { key: 'itemsDone', title: '完成项数', type: 'number', value: r => r.itemsDone },
  { key: 'items', title: '任务项数', type: 'number', mostlyAlike: true, value: r => r.items },
  { key: 'source', title: '来源', type: 'text', mostlyAlike: true, value: () => '手机自报' },
]
