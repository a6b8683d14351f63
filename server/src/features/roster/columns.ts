/** The roster workbook: what the import reads and the export writes. */
export const ORG_SHEET = '组织'
export const MEMBER_SHEET = '党员'

export const ORG_COLUMNS = ['组织编码', '组织名称', '类型', '上级编码'] as const
export const MEMBER_COLUMNS = [
  '编号',
  '姓名',
  '支部编码',
  '手机后四位',
  '不用手机',
  '状态',
  '职务',
  '管理组织编码',
  '支委',
  '党小组',
] as const
/** What a sheet need not have: without them everybody's posts stay as they were. */
const POST_COLUMNS = ['支委', '党小组'] as const
/** What the sheet of a district must have. */
export const DISTRICT_COLUMNS = MEMBER_COLUMNS.filter(it => !POST_COLUMNS.some(post => post === it))
/** What the sheet of one branch must have: what the other columns would say stays as it is. */
export const BRANCH_COLUMNS = ['姓名'] as const
/** What people write over these columns in lists of their own. */
export const ALSO_CALLED: Partial<Record<string, readonly string[]>> = {
  手机后四位: ['手机号', '手机', '手机号码', '联系电话', '联系方式', '电话', '移动电话'],
  党小组: ['所在党小组', '所属党小组'],
}
export type OrgColumn = (typeof ORG_COLUMNS)[number]
export type MemberColumn = (typeof MEMBER_COLUMNS)[number]

export const STATUSES = { 在册: 'active', 转出: 'left' } as const

/** One line of a sheet: its number and its cells as text, by column. */
export interface Line<Column extends string> {
  row: number
  cells: Record<Column, string>
}

/** The Chinese name of a stored value. */
export function nameOf<T extends string>(names: Record<string, T>, value: T): string {
  return Object.keys(names).find(name => names[name] === value) ?? value
}
