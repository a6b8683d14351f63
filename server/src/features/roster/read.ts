import type ExcelJS from 'exceljs'
import type { BadCell } from '../../../../domain/contract/roster'
import {
  BRANCH_COLUMNS,
  DISTRICT_COLUMNS,
  type Line,
  MEMBER_COLUMNS,
  MEMBER_SHEET,
  type MemberColumn,
  ORG_COLUMNS,
  ORG_SHEET,
  type OrgColumn,
} from './columns'
import { openSentWorkbook, openWorkbook } from './workbook'

export interface RosterFile {
  orgs: Line<OrgColumn>[]
  members: Line<MemberColumn>[]
  /** Where each column stands, for naming cells. */
  letters: { orgs: Partial<Record<OrgColumn, string>>; members: Partial<Record<MemberColumn, string>> }
  problems: BadCell[]
}

/** Reads an ordinary workbook: columns by their titles in any order, empty lines skipped. Throws Error for no workbook. */
export async function readRoster(file: string): Promise<RosterFile> {
  const book = await openWorkbook(file)
  const orgs = readSheet(book.getWorksheet(ORG_SHEET), ORG_SHEET, ORG_COLUMNS)
  const members = readSheet(book.getWorksheet(MEMBER_SHEET), MEMBER_SHEET, MEMBER_COLUMNS, DISTRICT_COLUMNS)
  return {
    orgs: orgs.lines,
    members: members.lines,
    letters: { orgs: orgs.letters, members: members.letters },
    problems: [...orgs.problems, ...members.problems],
  }
}

/**
 * Reads the sheet of one branch that somebody sent: 党员, or else the first. Only in the worker (sheet-worker): a file can
 * keep it busy for as long as it likes. Throws TooLarge, or Error for no workbook.
 */
export async function readBranchSheet(bytes: Uint8Array): Promise<Sheet<MemberColumn>> {
  const book = await openSentWorkbook(bytes)
  const sheet = book.getWorksheet(MEMBER_SHEET) ?? book.worksheets[0]
  return readSheet(sheet, sheet?.name ?? MEMBER_SHEET, MEMBER_COLUMNS, BRANCH_COLUMNS)
}

/** Lines of a sheet, what stands where, and what is missing. */
export interface Sheet<C extends string> {
  name: string
  lines: Line<C>[]
  letters: Partial<Record<C, string>>
  problems: BadCell[]
}

/** Columns that are not `required` may be missing; their cells are then empty. */
function readSheet<C extends string>(
  sheet: ExcelJS.Worksheet | undefined,
  name: string,
  columns: readonly C[],
  required: readonly C[] = columns,
): Sheet<C> {
  const problems: BadCell[] = []
  if (!sheet) {
    problems.push({ sheet: name, cell: 'A1', reason: `缺少名为“${name}”的工作表` })
    return { name, lines: [], letters: {}, problems }
  }
  const { head, at } = headOf(sheet, columns)
  const letters: Partial<Record<C, string>> = {}
  for (const column of columns) {
    const number = at.get(column)
    if (number !== undefined) letters[column] = sheet.getColumn(number).letter
    else if (required.includes(column)) {
      problems.push({ sheet: name, cell: `A${head}`, reason: `第 ${head} 行是表头，缺少“${column}”一列` })
    }
  }
  const lines: Line<C>[] = []
  sheet.eachRow((row, number) => {
    if (number <= head) return
    const read = (cell: ExcelJS.Cell) => {
      const error = errorOf(cell)
      if (error) problems.push({ sheet: name, cell: cell.address, reason: `这一格是错误值 ${error}，请改成文字` })
      return error ?? textOf(cell)
    }
    const cells = Object.fromEntries(
      columns.map(column => [column, at.has(column) ? read(row.getCell(at.get(column)!)) : '']),
    ) as Record<C, string>
    if (Object.values(cells).some(Boolean)) lines.push({ row: number, cells })
  })
  return { name, lines, letters, problems }
}

/** Titles are looked for in so many lines: above them there may be the name of the table, the unit, the date. */
const HEAD_WITHIN = 20

/** The line with the most of the columns' titles, the first of several, and where each title stands in it. */
function headOf(sheet: ExcelJS.Worksheet, columns: readonly string[]): { head: number; at: Map<string, number> } {
  let best = { head: 1, at: new Map<string, number>(), known: 0 }
  for (let head = 1; head <= Math.min(HEAD_WITHIN, sheet.rowCount); head++) {
    const at = new Map<string, number>()
    sheet.getRow(head).eachCell((cell, number) => {
      const title = textOf(cell)
      if (!at.has(title)) at.set(title, number)
    })
    const known = columns.filter(column => at.has(column)).length
    if (known > best.known) best = { head, at, known }
  }
  return best
}

/** As ExcelJS counts its types of cells; its own name for it would load all of it. */
const FORMULA = 6 satisfies ExcelJS.ValueType.Formula

/** `#N/A` and the like, written into the cell or the result of its formula. */
export function errorOf(cell: ExcelJS.Cell): string | undefined {
  const value: unknown = cell.type === FORMULA ? cell.result : cell.value
  return typeof value === 'object' && value !== null && 'error' in value ? String(value.error) : undefined
}

/** What stands in the cell, without the spaces people leave around it. Formulas give their result. */
export function textOf(cell: ExcelJS.Cell): string {
  return cell.text
    .normalize('NFC')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}
