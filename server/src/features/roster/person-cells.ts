import { GROUP_NAME_LIMIT } from '../../../../domain/contract/meeting-record'
import { type MemberColumn, STATUSES } from './columns'
import { personName } from '../../../../domain/text/person-name'
import type { Post } from './posts'

/** Names the column of a bad cell and why. */
export type Complain = (column: MemberColumn, reason: string) => void

export interface PersonCells {
  name: string
  last4?: string
  offline: boolean
  status: 'active' | 'left'
  /** What the sheet says of their posts in the branch; a column it has not says nothing. */
  post: Partial<Post>
}

/**
 * What every roster says about a person, whoever wrote it; `bad` hears of each cell that cannot be taken. `letters` is where the
 * sheet's columns stand.
 */
export function readPerson(
  cells: Record<'姓名' | '手机后四位' | '不用手机' | '状态' | '支委' | '党小组', string>,
  letters: Partial<Record<MemberColumn, string>>,
  bad: Complain,
): PersonCells {
  const { 不用手机: offline } = cells
  const last4 = lastFour(cells.手机后四位)
  const name = personName(cells.姓名)
  if (!name) bad('姓名', '不能为空')
  else if (name.length > 40 || /[\p{Cc}\d]/u.test(name)) bad('姓名', '最多 40 个字，不含数字')
  if (last4 && !/^\d{4}$/.test(last4))
    bad('手机后四位', '填手机号或它的后四位，没有就留空；以 0 开头的请把单元格设为文本')
  if (!['', '是', '否'].includes(offline)) bad('不用手机', '填“是”或留空')
  const status = STATUSES[(cells.状态 || '在册') as keyof typeof STATUSES]
  if (!status) bad('状态', `应为：${Object.keys(STATUSES).join('、')}`)
  const post = readPost(cells, letters, bad)
  return { name, ...(last4 ? { last4 } : {}), offline: offline === '是', status: status ?? 'active', post }
}

function readPost(
  { 支委: committee, 党小组: group }: Record<'支委' | '党小组', string>,
  letters: Partial<Record<MemberColumn, string>>,
  bad: Complain,
): Partial<Post> {
  if (!['', '是', '否'].includes(committee)) bad('支委', '填“是”或留空')
  if (group.length > GROUP_NAME_LIMIT) bad('党小组', `最多 ${GROUP_NAME_LIMIT} 个字，例如“第一组”`)
  return {
    ...(letters.支委 === undefined ? {} : { committee: committee === '是' }),
    ...(letters.党小组 === undefined ? {} : { group }),
  }
}

/** Who has copied a whole mobile number means its end; nothing else of it is kept. */
function lastFour(cell: string): string {
  const digits = cell
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(?:\+?86)(?=1\d{10}$)/, '')
  return /^1\d{10}$/.test(digits) ? digits.slice(-4) : cell
}
