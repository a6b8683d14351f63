import { strFromU8 } from 'fflate'
import { columnIndex } from '../../../../domain/text/sheet-column'

/** A branch has a few dozen members; these are room for many more, and an end to what a file of a kilobyte can ask for. */
const ROWS = 5_000
const COLUMNS = 100
const CELLS = 50_000
const STRINGS = 50_000

/** Why a workbook is not read, for the person who sent it. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

function count(xml: string, tag: RegExp, limit: number, words: string): void {
  let n = 0
  while (tag.exec(xml)) if (++n > limit) throw new TooLarge(words)
}

const ODD = '这个文件里格子的写法认不出来，请用 Excel 或 WPS 打开，另存为 .xlsx 再传'
const ATTRIBUTES = /((?:\s+[\w:.-]+\s*=\s*(?:"[^"<>&]*"|'[^'<>&]*'))*)\s*\/?>/y

/** Which row or cell each one of a sheet says that it is. What is written as no program writes it is read by nobody. */
function* placesOf(xml: string): Generator<{ tag: string; place: string }> {
  for (const { 0: begin, 1: tag, index } of xml.matchAll(/<(?:\w+:)?(row|c)(?=[\s/>])/g)) {
    ATTRIBUTES.lastIndex = index + begin.length
    const [, attributes] = ATTRIBUTES.exec(xml) ?? []
    if (attributes === undefined) throw new TooLarge(ODD)
    const place = /\sr\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
    if (place !== undefined) yield { tag: tag!, place }
  }
}

/**
 * Looks through the parts of an unpacked workbook before anything is made of them: a sheet may say that its cell stands in
 * row 50,000,000, and a reader makes all the rows before it. Throws TooLarge with what there is too much of. `what` the sheet should be.
 */
export function checkLimits(parts: Record<string, Uint8Array>, what: string): void {
  for (const [name, bytes] of Object.entries(parts)) {
    if (name === 'xl/sharedStrings.xml') {
      count(strFromU8(bytes), /<(?:\w+:)?si\b/g, STRINGS, `这个文件里的文字超过 ${STRINGS} 段，${what}用不了这么多`)
    }
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue
    const xml = strFromU8(bytes)
    count(xml, /<(?:\w+:)?c\b/g, CELLS, `表格超过 ${CELLS} 格，${what}用不了这么多`)
    for (const { tag, place } of placesOf(xml)) {
      const [, letters = '', row = ''] = /^([A-Za-z]*)(\d+)$/.exec(place) ?? []
      if (row === '' || (tag === 'row') !== (letters === '')) throw new TooLarge(ODD)
      if (letters.length > 3 || (letters !== '' && columnIndex(letters.toUpperCase()) >= COLUMNS)) {
        throw new TooLarge(`表格里有第 ${letters.slice(0, 8)} 列，最多读 ${COLUMNS} 列：请删去右边的空列`)
      }
      if (Number(row) > ROWS)
        throw new TooLarge(`表格里有第 ${row.slice(0, 12)} 行，最多读到第 ${ROWS} 行：请删去下面的空行`)
    }
  }
}

/** Widths of columns and rows without cells hold nothing, and a reader makes an object of each. */
export const withoutEmpty = (xml: string): string =>
  xml.replace(/<((?:\w+:)?)cols\b[\s\S]*?<\/\1cols\s*>/g, '').replace(/<(?:\w+:)?row\b[^>]*\/>/g, '')
