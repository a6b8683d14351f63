import { type MemberColumn, STATUSES } from './columns'
import { personName } from './person-name'

/** Names the column of a bad cell and why. */
export type Complain = (column: MemberColumn, reason: string) => void

export interface PersonCells {
  name: string
  last4?: string
  offline: boolean
  status: 'active' | 'left'
}

/** What every roster says about a person, whoever wrote it; `bad` hears of each cell that cannot be taken. */
export function readPerson(
  cells: Record<'姓名' | '手机后四位' | '不用手机' | '状态', string>,
  bad: Complain,
): PersonCells {
  const { 手机后四位: last4, 不用手机: offline } = cells
  const name = personName(cells.姓名)
  if (!name) bad('姓名', '不能为空')
  else if (name.length > 40 || /[\p{Cc}\d]/u.test(name)) bad('姓名', '最多 40 个字，不含数字')
  if (last4 && !/^\d{4}$/.test(last4)) bad('手机后四位', '只填四位数字；以 0 开头的请把单元格设为文本')
  if (!['', '是', '否'].includes(offline)) bad('不用手机', '填“是”或留空')
  const status = STATUSES[(cells.状态 || '在册') as keyof typeof STATUSES]
  if (!status) bad('状态', `应为：${Object.keys(STATUSES).join('、')}`)
  return { name, ...(last4 ? { last4 } : {}), offline: offline === '是', status: status ?? 'active' }
}
