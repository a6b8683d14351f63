import { strToU8, zipSync } from 'fflate'
import { columnName } from '@domain/text/sheet-column'
import { type Column, tableOf } from '@domain/text/table'
import { A4, SHEET_FOOTER, SHEET_MARGINS, sheetLook } from '@domain/text/sheet-look'

export type Cell = string | number | undefined

/** One sheet: a heading row and rows of the same width. */
export interface Sheet {
  name: string
  head: string[]
  rows: Cell[][]
}

/** A table as a sheet, by the columns of the screen. */
export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  const { titles, cells } = tableOf(columns, rows)
  return { name, head: titles, rows: cells }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** XML 1.0 has no control characters, no half of a pair and neither of the last two; a name from elsewhere may hold one. */
const clean = (text: string) =>
  [...text]
    .filter(it => (it >= ' ' && !/^[\ud800-\udfff\ufffe\uffff]$/.test(it)) || it === '\n')
    .join('')
    .replace(/[&<>"]/g, it => escapes[it]!)

/** Cell formats of STYLES by their places in it. */
const HEAD = 1
const WORDS = 2
const NUMBER = 3

/** Numbers are numbers and texts are inline strings, so no cell can become a formula. An empty cell has its lines too. */
function cellXml(cell: Cell, column: number, row: number): string {
  const at = `r="${columnName(column)}${row}"`
  if (cell === undefined) return `<c ${at} s="${WORDS}"/>`
  if (typeof cell === 'number') return `<c ${at} s="${NUMBER}"><v>${cell}</v></c>`
  const style = row === 1 ? HEAD : WORDS
  return `<c ${at} s="${style}" t="inlineStr"><is><t xml:space="preserve">${clean(cell)}</t></is></c>`
}

/** Ready to be printed: columns as wide as their words, A4, one page wide, the file's name and the page's number below. */
function sheetXml({ head, rows }: Sheet): string {
  const lines = [head as Cell[], ...rows].map(
    (cells, i) => `<row r="${i + 1}">${cells.map((cell, column) => cellXml(cell, column, i + 1)).join('')}</row>`,
  )
  const { widths, landscape } = sheetLook(head, rows)
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const margins = Object.entries(SHEET_MARGINS).map(([side, inches]) => `${side}="${inches}"`)
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><pageMargins ${margins.join(' ')}/><pageSetup paperSize="${A4}" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${clean(SHEET_FOOTER)}</oddFooter></headerFooter></worksheet>`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const LINE = ['left', 'right', 'top', 'bottom']
  .map(side => `<${side} style="hair"><color auto="1"/></${side}>`)
  .join('')
const cellFormat = (font: number, format: number, wrap: 0 | 1) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="${wrap}"/></xf>`
const FONT = '<sz val="11"/><name val="宋体"/><charset val="134"/>'
const PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'
/** By HEAD, WORDS and NUMBER. Words are of the format `@` (49): `3 / 4` that is typed over is no date then. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${LINE}<diagonal/></border></borders><cellStyleXfs count="1"><xf ${PLAIN}/></cellStyleXfs><cellXfs count="4"><xf ${PLAIN} xfId="0"/>${cellFormat(1, 49, 1)}${cellFormat(0, 49, 1)}${cellFormat(0, 0, 0)}</cellXfs></styleSheet>`
/** A sheet's first row stands on every printed page. */
const headOnEveryPage = ({ name }: Sheet, i: number) =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${nameOf(name).replace(/'/g, "''")}'!$1:$1</definedName>`
/** Excel takes 31 characters for a sheet's name. */
const nameOf = (name: string) => clean(name.slice(0, 31))

/**
 * A workbook (.xlsx) as bytes: the parts that Office Open XML asks for at least and its styles, zipped. Spreadsheet libraries weigh 400 kB and more in
 * the WeChat package; a table of values needs little of what they do.
 */
export function workbook(sheets: Sheet[]): Uint8Array {
  const ids = sheets.map((_, i) => i + 1)
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${ids.map(id => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${nameOf(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets><definedNames>${sheets.map(headOnEveryPage).join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${ids.map(id => `<Relationship Id="rId${id}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${ids.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  }
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet)
  })
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))
  return zipSync(files)
}
