import type ExcelJS from 'exceljs'
import type { BadCell } from '../../../../domain/contract/roster'
import { beginsNote, unspaced } from '../../../../domain/text/note-line'
import {
  ALSO_CALLED,
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
 * Reads the sheet of one branch that somebody sent, wherever in the book it is: 党员 if it has the titles, or else the one with
 * the most of them. Only in the worker (sheet-worker): a file can keep it busy for as long as it likes. Throws TooLarge, or Error
 * for no workbook.
 */
export async function readBranchSheet(bytes: Uint8Array): Promise<Sheet<MemberColumn>> {
  const book = await openSentWorkbook(bytes)
  const found = book.worksheets
    .map(sheet => ({ sheet, ...headOf(sheet, MEMBER_COLUMNS) }))
    .filter(it => it.sheet.state === 'visible' && it.at.has('姓名'))
    .sort((a, b) => b.known - a.known)
  const { sheet } = found.find(it => it.sheet.name === MEMBER_SHEET) ?? found[0] ?? {}
  if (!sheet) return withoutNames(book)
  const read = readSheet(sheet, sheet.name, MEMBER_COLUMNS, BRANCH_COLUMNS, isPerson)
  return { ...read, others: found.flatMap(it => (it.sheet === sheet ? [] : it.sheet.name)) }
}

function withoutNames(book: ExcelJS.Workbook): Sheet<MemberColumn> {
  const names = book.worksheets.map(it => it.name)
  const reason = `前 ${HEAD_WITHIN} 行里没有一行表头写着“姓名”，缺少“姓名”一列（看过：${names.join('、')}）`
  const name = names[0] ?? MEMBER_SHEET
  return { name, lines: [], letters: {}, leftOut: [], others: [], problems: [{ sheet: name, cell: 'A1', reason }] }
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether a line stands for somebody. A number or a telephone whose name is missing does: that is a mistake to be told. */
function isPerson({ 编号: id, 姓名: name, 手机后四位: phone }: Record<MemberColumn, string>, first: string): boolean {
  if (UUID.test(id)) return true
  if ([first, id, name].some(beginsNote) || unspaced(name) === '姓名') return false
  return name !== '' || /^[\d\s+-]{4,}$/.test(phone)
}

/** Lines of a sheet, what stands where, and what is missing. */
export interface Sheet<C extends string> {
  name: string
  lines: Line<C>[]
  /** Lines that hold something and are no entry, by their numbers. */
  leftOut: number[]
  /** Sheets of the book that could have been meant as well. */
  others: string[]
  letters: Partial<Record<C, string>>
  problems: BadCell[]
}

/** Columns that are not `required` may be missing; their cells are then empty. `isEntry` is asked with the line's first words. */
function readSheet<C extends string>(
  sheet: ExcelJS.Worksheet | undefined,
  name: string,
  columns: readonly C[],
  required: readonly C[] = columns,
  isEntry: (cells: Record<C, string>, first: string) => boolean = () => true,
): Sheet<C> {
  const problems: BadCell[] = []
  const lines: Line<C>[] = []
  const leftOut: number[] = []
  const letters: Partial<Record<C, string>> = {}
  const read = { name, lines, leftOut, others: [], letters, problems }
  if (!sheet) {
    problems.push({ sheet: name, cell: 'A1', reason: `缺少名为“${name}”的工作表` })
    return read
  }
  const { head, at } = headOf(sheet, columns)
  for (const column of columns) {
    const number = at.get(column)
    if (number !== undefined) letters[column] = sheet.getColumn(number).letter
    else if (required.includes(column)) {
      problems.push({ sheet: name, cell: `A${head}`, reason: `第 ${head} 行是表头，缺少“${column}”一列` })
    }
  }
  sheet.eachRow((row, number) => {
    if (number <= head) return
    const cellOf = (column: C) => (at.has(column) ? row.getCell(at.get(column)!) : undefined)
    const textIn = (column: C) => {
      const cell = cellOf(column)
      return cell ? (errorOf(cell) ?? textOf(cell)) : ''
    }
    const cells = Object.fromEntries(columns.map(column => [column, textIn(column)])) as Record<C, string>
    if (!Object.values(cells).some(Boolean)) return
    if (!isEntry(cells, firstText(row))) {
      leftOut.push(number)
      return
    }
    for (const column of columns) {
      const cell = cellOf(column)
      const error = cell && errorOf(cell)
      if (error) problems.push({ sheet: name, cell: cell.address, reason: `这一格是错误值 ${error}，请改成文字` })
    }
    lines.push({ row: number, cells })
  })
  return read
}

function firstText(row: ExcelJS.Row): string {
  let first = ''
  row.eachCell(cell => (first ||= textOf(cell)))
  return first
}

/** Titles are looked for in so many lines: above them there may be the name of the table, the unit, the date. */
const HEAD_WITHIN = 20

/**
 * The line with the most of the columns' titles, the first of several, where each column stands in it, and how many it has. Titles
 * are read as people write them: 姓 名, 联系电话 for the digits.
 */
function headOf(
  sheet: ExcelJS.Worksheet,
  columns: readonly string[],
): { head: number; at: Map<string, number>; known: number } {
  let best = { head: 1, at: new Map<string, number>(), known: 0 }
  for (let head = 1; head <= Math.min(HEAD_WITHIN, sheet.rowCount); head++) {
    const titles = new Map<string, number>()
    sheet.getRow(head).eachCell((cell, number) => {
      const title = unspaced(textOf(cell))
      if (!titles.has(title)) titles.set(title, number)
    })
    const at = new Map<string, number>()
    for (const column of columns) {
      const title = [column, ...(ALSO_CALLED[column] ?? [])].find(it => titles.has(it))
      if (title !== undefined) at.set(column, titles.get(title)!)
    }
    if (at.size > best.known) best = { head, at, known: at.size }
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
