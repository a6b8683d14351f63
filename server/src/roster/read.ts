import ExcelJS from 'exceljs'
import {
  type BadCell,
  type Line,
  MEMBER_COLUMNS,
  MEMBER_SHEET,
  type MemberColumn,
  ORG_COLUMNS,
  ORG_SHEET,
  type OrgColumn,
} from './columns'

export interface RosterFile {
  orgs: Line<OrgColumn>[]
  members: Line<MemberColumn>[]
  /** Where each column stands, for naming cells. */
  letters: { orgs: Record<string, string>; members: Record<string, string> }
  problems: BadCell[]
}

/** Reads an ordinary workbook: columns by their titles in any order, empty lines skipped. Throws Error for no workbook. */
export async function readRoster(file: string): Promise<RosterFile> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.readFile(file)
  } catch (error) {
    throw new Error(`打不开 ${file}：它应是 Excel 的 .xlsx 文件`, { cause: error })
  }
  const problems: BadCell[] = []
  const orgs = readSheet(book, ORG_SHEET, ORG_COLUMNS, problems)
  const members = readSheet(book, MEMBER_SHEET, MEMBER_COLUMNS, problems)
  return {
    orgs: orgs.lines,
    members: members.lines,
    letters: { orgs: orgs.letters, members: members.letters },
    problems,
  }
}

function readSheet<C extends string>(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly C[],
  problems: BadCell[],
): { lines: Line<C>[]; letters: Record<string, string> } {
  const sheet = book.getWorksheet(name)
  if (!sheet) {
    problems.push({ sheet: name, cell: 'A1', reason: `缺少名为“${name}”的工作表` })
    return { lines: [], letters: {} }
  }
  const at = new Map<string, number>()
  sheet.getRow(1).eachCell((cell, number) => at.set(textOf(cell), number))
  const letters: Record<string, string> = {}
  for (const column of columns) {
    const number = at.get(column)
    if (number === undefined) problems.push({ sheet: name, cell: 'A1', reason: `第一行缺少“${column}”一列` })
    else letters[column] = sheet.getColumn(number).letter
  }
  const lines: Line<C>[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const cells = Object.fromEntries(
      columns.map(column => [column, at.has(column) ? textOf(row.getCell(at.get(column)!)) : '']),
    ) as Record<C, string>
    if (Object.values(cells).some(Boolean)) lines.push({ row: number, cells })
  })
  return { lines, letters }
}

/** What stands in the cell, without the spaces people leave around it. Formulas give their result. */
function textOf(cell: ExcelJS.Cell): string {
  return cell.text
    .normalize('NFC')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}
