import { PassThrough, type Readable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { A4, SHEET_FOOTER, SHEET_MARGINS, sheetLook, widthOf } from '../../../domain/text/sheet-look'
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

/** The row `head` and what is above it stay in sight, and it is on every page of paper: A4, one page wide, the file's name and the page's number below. */
export const sheetOptions = (landscape: boolean, head = 1): Partial<ExcelJS.AddWorksheetOptions> => ({
  views: [{ state: 'frozen', ySplit: head }],
  headerFooter: { oddFooter: SHEET_FOOTER },
  pageSetup: {
    paperSize: A4 as ExcelJS.PaperSize,
    orientation: landscape ? 'landscape' : 'portrait',
    margins: SHEET_MARGINS,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${head}:${head}`,
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
  heading: readonly string[] = [],
): Promise<Readable> {
  const { stream } = await excel()
  const out = new PassThrough()
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  writeSheet(book, title, columns, rows, heading)
  book.commit().catch((error: Error) => out.destroy(error))
  return out
}

/** Adds a table as the sheet `title`, under the lines of `heading`, and closes it. */
export function writeSheet<Row>(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  heading: readonly string[] = [],
): void {
  const { titles, cells } = tableOf(columns, rows)
  const { widths, landscape } = sheetLook(titles, cells)
  const sheet = book.addWorksheet(title, sheetOptions(landscape, heading.length + 1))
  sheet.columns = columns.map((column, i) => ({
    key: column.key,
    width: widths[i],
    style: { ...CELL, numFmt: FORMAT[column.type] },
  }))
  for (const words of heading) {
    const row = sheet.addRow([words])
    sheet.mergeCells(row.number, 1, row.number, columns.length)
    row.getCell(1).style = { font: FONT, alignment: CELL.alignment, numFmt: FORMAT.text }
    row.height = heightOf(words, widths)
    row.commit()
  }
  const head = sheet.addRow(titles)
  head.font = { ...FONT, bold: true }
  head.commit()
  for (const line of cells) {
    const row = sheet.addRow(line)
    // An empty cell has its lines too.
    line.forEach((_, i) => row.getCell(i + 1))
    row.commit()
  }
  sheet.commit()
}

/** Of a line over all columns, points: a merged cell does not grow by itself. */
const LINE_POINTS = 15
function heightOf(words: string, widths: readonly number[]): number {
  const room = widths.reduce((sum, it) => sum + it, 0)
  return LINE_POINTS * Math.max(1, Math.ceil(widthOf(words) / room))
}
