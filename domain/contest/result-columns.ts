import type { ContestResults } from '../contract/contest-results'
import type { Column } from '../text/table'

type Row = ContestResults['rows'][number]
const seconds = (ms: number) => Math.round(ms / 100) / 10

/** The results of a contest as a table for its organiser. */
export const contestResultColumns: readonly Column<Row>[] = [
  { key: 'place', title: '名次', type: 'number', value: it => it.place },
  { key: 'name', title: '姓名', type: 'text', value: it => it.name },
  { key: 'branch', title: '支部', type: 'text', value: it => it.branch },
  { key: 'right', title: '答对', type: 'number', value: it => it.right },
  { key: 'questions', title: '题数', type: 'number', value: it => it.questions },
  { key: 'spent', title: '用时（秒）', type: 'number', value: it => seconds(it.spentMs) },
  { key: 'allowance', title: '网络补时（秒）', type: 'number', value: it => seconds(it.allowanceMs) },
  { key: 'try', title: '第几次', type: 'number', value: it => it.try },
  { key: 'flags', title: '要看一看', type: 'number', value: it => it.flags || undefined },
]
