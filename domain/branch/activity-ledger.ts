import type { Activity } from '../contract/activities'
import { type ActivityKind, stateTitle } from '../contract/activity-kinds'
import type { Column } from '../text/table'
import type { Day } from '../time/day'
import { isLate } from './activities'

export const LEDGER_NAME = '活动台账'

/** An activity with the names of those who took part, as on the roster. */
export type LedgerRow = Activity & { names: readonly string[] }

/** The columns of 活动台账: the same for every kind; what a kind asks beside stands in one cell, each under its name. */
export function ledgerColumns(kinds: readonly ActivityKind[], today: Day): readonly Column<LedgerRow>[] {
  const kindOf = (it: Activity) => kinds.find(kind => kind.id === it.kind)
  return [
    { key: 'day', title: '日期', type: 'text', value: r => r.day },
    { key: 'time', title: '时间', type: 'text', value: r => r.time },
    { key: 'kind', title: '种类', type: 'text', value: r => kindOf(r)?.title ?? r.kind },
    { key: 'title', title: '主题', type: 'text', value: r => r.title },
    { key: 'state', title: '状态', type: 'text', value: r => stateTitle(kindOf(r), r.state) },
    { key: 'due', title: '期限', type: 'text', value: r => r.due },
    { key: 'closed', title: '办完', type: 'text', value: r => r.closed },
    { key: 'late', title: '过期', type: 'text', value: r => (isLate(r, today) ? '过了期限' : undefined) },
    { key: 'lead', title: '负责的人', type: 'text', value: r => r.leadName },
    { key: 'place', title: '地点', type: 'text', value: r => r.place },
    { key: 'hours', title: '学时', type: 'number', value: r => r.hours },
    { key: 'members', title: '应到', type: 'number', value: r => r.members },
    { key: 'present', title: '参加', type: 'number', value: r => r.present },
    { key: 'names', title: '参加的人', type: 'text', value: r => r.names.join('、') || undefined },
    { key: 'words', title: '内容', type: 'text', value: r => wordsOf(kindOf(r), r.words) || undefined },
  ]
}

/** What a kind asks beside, in one text: `为谁办：一位居民；办了什么：…`. A field that the kind no longer has is named as it was stored. */
export function wordsOf(kind: ActivityKind | undefined, words: Record<string, string>): string {
  const order = kind?.fields.map(it => it.id) ?? []
  const ids = [...order.filter(id => words[id]), ...Object.keys(words).filter(id => words[id] && !order.includes(id))]
  return ids.map(id => `${kind?.fields.find(it => it.id === id)?.title ?? id}：${words[id]}`).join('；')
}
