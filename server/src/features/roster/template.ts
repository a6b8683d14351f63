import fs from 'node:fs'
import type ExcelJS from 'exceljs'
import { ROSTER_ORG_TYPES } from '../../../../domain/contract/org-types'
import { ROSTER_ROLES } from '../../../../domain/contract/roles'
import { excel } from '../../exports/excel'
import { CELL, sheetOptions } from '../../exports/workbook'
import {
  MEMBER_COLUMNS,
  MEMBER_SHEET,
  type MemberColumn,
  ORG_COLUMNS,
  ORG_SHEET,
  type OrgColumn,
  STATUSES,
} from './columns'

interface Filling {
  /** What is to be written there. */
  how: string
  example: string
  /** What may be chosen from. */
  oneOf?: readonly string[]
}

const ORGS: Record<OrgColumn, Filling> = {
  组织编码: { how: '自己定的编码，字母、数字、点、横线；定了不要再改', example: 'jd01-zb03' },
  组织名称: { how: '全名，最多 80 个字', example: '示例街道01第三支部' },
  类型: { how: '区、党委、总支、支部选一个；街道、单位写党委', example: '支部', oneOf: Object.keys(ROSTER_ORG_TYPES) },
  上级编码: { how: '上级组织的编码；区没有上级，留空', example: 'jd01' },
}
const MEMBERS: Record<MemberColumn, Filling> = {
  编号: { how: '新党员留空；改已有的人，照导出的表抄', example: '' },
  姓名: { how: '最多 40 个字；同一支部同名的，加区别字', example: '示例张三' },
  支部编码: { how: '所在支部的组织编码', example: 'jd01-zb03' },
  手机后四位: { how: '绑定手机时核对用；不用手机的留空', example: '0123' },
  不用手机: { how: '跟着支部学、不用手机的填“是”', example: '', oneOf: ['是'] },
  状态: { how: '空着就是在册', example: '在册', oneOf: Object.keys(STATUSES) },
  职务: { how: '没有职务的留空；一人只写一个', example: '书记', oneOf: Object.keys(ROSTER_ROLES) },
  管理组织编码: { how: '管哪个组织；书记管自己支部的留空', example: '' },
  支委: { how: '支部委员会委员填“是”；这一列可以没有', example: '', oneOf: ['是'] },
  党小组: { how: '在哪个党小组，写组名；这一列可以没有', example: '第一组' },
}

/** So many lines are ready to be filled in; more may be added. */
const LINES = 5_000
const HELP_SHEET = '怎么填'

/** The import reads texts: codes and digits keep their leading zeros. */
function addSheet<Title extends string>(
  book: ExcelJS.Workbook,
  name: string,
  titles: readonly Title[],
  filling: Record<Title, Filling>,
): void {
  const sheet = book.addWorksheet(name, sheetOptions(true))
  sheet.columns = titles.map(title => ({ header: title, width: 18, style: { ...CELL, numFmt: '@' } }))
  // Excel itself then offers the words; the library's types do not know of rules for a range.
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void }
  }
  titles.forEach((title, i) => {
    const { oneOf, how } = filling[title]
    if (!oneOf) return
    const { letter } = sheet.getColumn(i + 1)
    dataValidations.add(`${letter}2:${letter}${LINES}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${oneOf.join(',')}"`],
      showErrorMessage: true,
      errorTitle: title,
      error: `请选：${oneOf.join('、')}。${how}`,
    })
  })
}

/**
 * Writes an empty workbook of the form that `npm run roster -- import` reads, with what belongs into each column on a sheet that
 * the import leaves alone. @throws Error with code EEXIST when there is such a file: it may be filled in already
 */
export async function writeTemplate(file: string): Promise<void> {
  const { Workbook } = await excel()
  const book = new Workbook()
  addSheet(book, ORG_SHEET, ORG_COLUMNS, ORGS)
  addSheet(book, MEMBER_SHEET, MEMBER_COLUMNS, MEMBERS)
  const help = book.addWorksheet(HELP_SHEET, sheetOptions(true))
  help.columns = ['工作表', '列', '填什么', '例子'].map((header, i) => ({
    header,
    width: [10, 16, 60, 24][i]!,
    style: CELL,
  }))
  for (const title of ORG_COLUMNS) help.addRow([ORG_SHEET, title, ORGS[title].how, ORGS[title].example])
  for (const title of MEMBER_COLUMNS) help.addRow([MEMBER_SHEET, title, MEMBERS[title].how, MEMBERS[title].example])
  fs.writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()), { mode: 0o600, flag: 'wx' })
}
