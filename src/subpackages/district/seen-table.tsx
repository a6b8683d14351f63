import { sourceWord, studiedWord } from '@domain/contract/report-columns'
import type { Column } from '@domain/text/table'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import type { SeenMember } from '@domain/contract/orgs'
import { tableRows } from './shown'

const COLUMNS: readonly Column<SeenMember>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  // What one has asked for stands on a phone's screen; where to find the person may lie beside it.
  { key: 'studied', title: '学习', type: 'text', value: studiedWord },
  { key: 'branch', title: '支部', type: 'text', value: r => r.branchName },
  { key: 'row', title: '名册第几行', type: 'number', value: r => r.row },
  { key: 'source', title: '来源', type: 'text', value: sourceWord },
]

/** Members as seen from above their branch. */
export function SeenTable({ members }: { members: SeenMember[] }) {
  return <DataTable {...shownTable(COLUMNS, members)} page={tableRows(COLUMNS.length)} />
}
