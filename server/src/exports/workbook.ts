import { PassThrough, type Readable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { type Column, tableOf } from '../../../domain/text/table'
import { excel } from './excel'

const FORMAT = { text: '@', number: 'General', percent: '0"%"' } as const

/**
 * The table as a workbook, streamed. Numbers are numbers; texts are text cells, so that none becomes a formula; the first
 * row stays in sight.
 */
export async function workbookOf<Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<Readable> {
  const { stream } = await excel()
  const out = new PassThrough()
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  writeSheet(book, title, columns, rows)
  book.commit().catch((error: Error) => out.destroy(error))
  return out
}

/** Adds a table as the sheet `title` and closes it. */
export function writeSheet<Row>(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): void {
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(column => ({
    header: column.title,
    key: column.key,
    width: column.type === 'text' ? 18 : 12,
    style: { numFmt: FORMAT[column.type] },
  }))
  for (const cells of tableOf(columns, rows).cells) sheet.addRow(cells).commit()
  sheet.commit()
}
