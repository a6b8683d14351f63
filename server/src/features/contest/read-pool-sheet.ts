import type ExcelJS from 'exceljs'
import { type ReadPool, readPool } from '../../../../domain/contest/pool'
import { POOL_COLUMNS } from '../../../../domain/contract/contest-limits'
import type { BadCell } from '../../../../domain/contract/roster'
import type { SheetRows } from '../../../../domain/quiz/own-bank'
import { errorOf, textOf } from '../roster/read'
import { openSentWorkbook } from '../roster/workbook'

/** Beside the columns that are known, a sheet may have so many of its own. */
const COLUMNS = 3 * POOL_COLUMNS.length

/** What a pool's sheet is called when it is refused. */
export const POOL_WORDS = '竞赛题库'

/**
 * Reads a pool that somebody sent, whatever its sheets are called. Only in the worker (pool-worker): a file can keep it busy for as long
 * as it likes. Throws TooLarge, or Error for no workbook.
 */
export async function readPoolSheet(bytes: Uint8Array): Promise<ReadPool> {
  const book = await openSentWorkbook(bytes, POOL_WORDS)
  const problems: BadCell[] = []
  const sheets = book.worksheets.filter(it => it.state === 'visible').map(it => rowsOf(it, problems))
  const read = readPool(sheets)
  return { questions: read.questions, problems: [...problems, ...read.problems] }
}

function rowsOf(sheet: ExcelJS.Worksheet, problems: BadCell[]): SheetRows {
  const rows: string[][] = []
  sheet.eachRow((row, number) => {
    const cells: string[] = []
    row.eachCell((cell, column) => {
      if (column > COLUMNS) return
      const error = errorOf(cell)
      if (error) problems.push({ sheet: sheet.name, cell: cell.address, reason: `这一格是错误值 ${error}，请改成文字` })
      cells[column - 1] = error ?? textOf(cell)
    })
    rows[number - 1] = cells
  })
  // Empty rows in between are rows all the same: cells are named by their numbers.
  return { name: sheet.name, rows: Array.from(rows, row => Array.from(row ?? [], cell => cell ?? '')) }
}
