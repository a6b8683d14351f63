import { PassThrough, type Readable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { A4, SHEET_FOOTER, SHEET_MARGINS, sheetLook } from '../../../domain/text/sheet-look'
import { type Column, tableOf } from '../../../domain/text/table'
import { excel } from './excel'

const FORMAT = { text: '@', number: 'General', percent: '0"%"' } as const
const LINE = { style: 'hair' } as const
const FONT = { name: '宋体', size: 11 } as const
/** A cell that is printed: with its lines, words in as many lines as they need. */
export const CELL = {
  font: FONT,
  alignment: { vertical: 'top', wrapText: true },
  border: { left: LINE, right: LINE, top: LINE, bottom: LINE },
} as const satisfies Partial<ExcelJS.Style>

/** The first row stays in sight and on every page of paper: A4, one page wide, the file's name and the page's number below. */
export const sheetOptions = (landscape: boolean): Partial<ExcelJS.AddWorksheetOptions> => ({
  views: [{ state: 'frozen', ySplit: 1 }],
  headerFooter: { oddFooter: SHEET_FOOTER },
  pageSetup: {
    paperSize: A4 as ExcelJS.PaperSize,
    orientation: landscape ? 'landscape' : 'portrait',
    margins: SHEET_MARGINS,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  },
})

/**
 * The table as a workbook, streamed and ready to be printed. Numbers are numbers; texts are text cells, so that none becomes a
 * formula.
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
  const { titles, cells } = tableOf(columns, rows)
  const { widths, landscape } = sheetLook(titles, cells)
  const sheet = book.addWorksheet(title, sheetOptions(landscape))
  sheet.columns = columns.map((column, i) => ({
    header: column.title,
    key: column.key,
    width: widths[i],
    style: { ...CELL, numFmt: FORMAT[column.type] },
  }))
  sheet.getRow(1).font = { ...FONT, bold: true }
  for (const line of cells) {
    const row = sheet.addRow(line)
    // An empty cell has its lines too.
    line.forEach((_, i) => row.getCell(i + 1))
    row.commit()
  }
  sheet.commit()
}
