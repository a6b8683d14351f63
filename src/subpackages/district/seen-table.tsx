import type { Column } from '@domain/text/table'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/components/data-table/shown-table'
import type { SeenMember } from '@/api/orgs'
import { tableRows } from './shown'

const COLUMNS: readonly Column<SeenMember>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'branch', title: '支部', type: 'text', value: r => r.branchName },
  { key: 'met', title: '目标', type: 'text', value: r => (r.met ? '已完成' : '未完成') },
  { key: 'studyDays', title: '学习天数', type: 'number', value: r => r.studyDays },
  { key: 'goal', title: '目标天数', type: 'number', value: r => r.goal },
  { key: 'minutes', title: '学习分钟', type: 'number', value: r => r.minutes },
]

/** Members as seen from above their branch. */
export function SeenTable({ members }: { members: SeenMember[] }) {
  return <DataTable {...shownTable(COLUMNS, members)} page={tableRows(COLUMNS.length)} />
}
