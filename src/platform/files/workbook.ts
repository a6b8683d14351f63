import { strToU8, zipSync } from 'fflate'
import { columnName } from '@domain/text/sheet-column'

export type Cell = string | number | undefined

/** One sheet: a heading row and rows of the same width. */
export interface Sheet {
  name: string
  head: string[]
  rows: Cell[][]
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** XML 1.0 has no control characters, no half of a pair and neither of the last two; a name from elsewhere may hold one. */
const clean = (text: string) =>
  [...text]
    .filter(it => (it >= ' ' && !/^[\ud800-\udfff\ufffe\uffff]$/.test(it)) || it === '\n')
    .join('')
    .replace(/[&<>"]/g, it => escapes[it]!)

/** Numbers are numbers and texts are inline strings, so no cell can become a formula. */
function cellXml(cell: Cell, column: number, row: number): string {
  if (cell === undefined) return ''
  const at = `r="${columnName(column)}${row}"`
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${clean(cell)}</t></is></c>`
}

function sheetXml({ head, rows }: Sheet): string {
  const lines = [head as Cell[], ...rows].map(
    (cells, i) => `<row r="${i + 1}">${cells.map((cell, column) => cellXml(cell, column, i + 1)).join('')}</row>`,
  )
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>${lines.join('')}</sheetData></worksheet>`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook (.xlsx) as bytes: the five parts that Office Open XML asks for at least, zipped. Spreadsheet libraries weigh 400 kB and more in
 * the WeChat package; a table of values needs none of what they do.
 */
export function workbook(sheets: Sheet[]): Uint8Array {
  const ids = sheets.map((_, i) => i + 1)
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${ids.map(id => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${clean(name).slice(0, 31)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${ids.map(id => `<Relationship Id="rId${id}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}</Relationships>`,
  }
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet)
  })
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))
  return zipSync(files)
}
