import type ExcelJS from 'exceljs'
import { type ReadPool, readPool } from '../../../../domain/contest/pool'
import { POOL_COLUMNS } from '../../../../domain/contract/contest-limits'
import type { BadCell } from '../../../../domain/contract/roster'
import type { SheetRows } from '../../../../domain/quiz/own-bank'
import { shownLines } from '../../../../domain/text/shown'
import { errorOf, textOf } from '../roster/read'
import { openSentWorkbook } from '../roster/workbook'

/** Beside the columns that are known, a sheet may have so many of its own. */
const COLUMNS = 3 * POOL_COLUMNS.length

/** What a pool's sheet is called when it is refused. */
const POOL_WORDS = '竞赛题库'

/**
 * Reads a pool that somebody sent, whatever its sheets are called. Only in the worker (pool-worker): a file can keep it busy for as long
 * as it likes. Throws TooLarge, or Error for no workbook.
 */
export async function readPoolSheet(bytes: Uint8Array): Promise<ReadPool> {
  const book = await openSentWorkbook(bytes, POOL_WORDS)
  const hidden: BadCell[] = book.worksheets
    .filter(it => it.state !== 'visible')
    .map(({ name }) => ({ sheet: name, cell: 'A1', reason: '这张表是隐藏的：取消隐藏，或者删去' }))
  const problems: BadCell[] = []
  const sheets = book.worksheets.filter(it => it.state === 'visible').map(it => rowsOf(it, problems))
  const read = readPool(sheets)
  // Row after row, as whoever mends them goes through the sheet; in a row as they were found.
  const names = book.worksheets.map(it => it.name)
  const all = [...problems, ...read.problems]
    .map(it => ({ it, sheet: names.indexOf(it.sheet), row: Number(/\d+/.exec(it.cell)?.[0] ?? 0) }))
    .sort((a, b) => a.sheet - b.sheet || a.row - b.row)
  return { questions: read.questions, problems: [...hidden, ...all.map(({ it }) => it)] }
}

function rowsOf(sheet: ExcelJS.Worksheet, problems: BadCell[]): SheetRows {
  const rows: string[][] = []
  sheet.eachRow((row, number) => {
    if (row.hidden)
      problems.push({ sheet: sheet.name, cell: `A${number}`, reason: '这一行是隐藏的：取消隐藏，或者删去' })
    const cells: string[] = []
    row.eachCell((cell, column) => {
      if (column > COLUMNS) return
      const error = errorOf(cell)
      if (error) problems.push({ sheet: sheet.name, cell: cell.address, reason: `这一格是错误值 ${error}，请改成文字` })
      const unlike = unlikeShown(cell)
      if (unlike) problems.push({ sheet: sheet.name, cell: cell.address, reason: unlike })
      cells[column - 1] = error ?? (unlike ? '？' : wordsOf(cell))
    })
    rows[number - 1] = cells
  })
  // Empty rows in between are rows all the same: cells are named by their numbers.
  return { name: sheet.name, rows: Array.from(rows, row => Array.from(row ?? [], cell => cell ?? '')) }
}

const valueOf = (cell: ExcelJS.Cell): unknown => (typeof cell.result === 'undefined' ? cell.value : cell.result)

/** Why a cell holds something else than Excel shows: whoever typed 1921-7-23 sees a date, and we would show a number. */
function unlikeShown(cell: ExcelJS.Cell): string | undefined {
  const value = valueOf(cell)
  if (value instanceof Date) return 'Excel 把这一格当成了日期或时间：把单元格格式设成“文本”，再写一遍'
  if (typeof value === 'number' && /[%dhmsy年月日¥$€]/i.test(cell.numFmt ?? '')) {
    return '这一格是百分数、日期或货币的格式：把单元格格式设成“文本”，再写一遍'
  }
  return undefined
}

/** As Excel shows it: a computed number without the last digits of its binary form. */
function wordsOf(cell: ExcelJS.Cell): string {
  const value = valueOf(cell)
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : shownLines(textOf(cell))
}
