import { sourceWord, studiedWord } from '@domain/contract/branch-report'
import type { Column } from '@domain/text/table'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/components/data-table/shown-table'
import type { SeenMember } from '@/api/orgs'
import { tableRows } from './shown'

const COLUMNS: readonly Column<SeenMember>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'branch', title: '支部', type: 'text', value: r => r.branchName },
  { key: 'studied', title: '学习', type: 'text', value: studiedWord },
  { key: 'source', title: '来源', type: 'text', value: sourceWord },
]

/** Members as seen from above their branch. */
export function SeenTable({ members }: { members: SeenMember[] }) {
  return <DataTable {...shownTable(COLUMNS, members)} page={tableRows(COLUMNS.length)} />
}
