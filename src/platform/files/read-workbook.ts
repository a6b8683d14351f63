import { strFromU8, unzipSync } from 'fflate'
import type { SheetRows } from '@domain/quiz/own-bank'
import { columnIndex } from '@domain/text/sheet-column'
import { elements, Unended } from './xml-elements'

/** Room for a bank of two thousand questions many times over, and an end to what a file of a kilobyte can ask for. */
const UNPACKED_BYTES = 20_000_000
const ROWS = 5_000
const COLUMNS = 60
const CELLS = 60_000
const STRINGS = 60_000

/** Why a workbook is not read, for the person who chose it. */
class WorkbookError extends Error {
  override name = 'WorkbookError'
}

const NONE = '打不开这个文件：它应是 Excel 的 .xlsx，没有加密码；老的 .xls 请先另存为 .xlsx'

/**
 * The cells of an .xlsx file as texts. A small reader of our own: libraries for it weigh 100 kB and more, make objects of every
 * cell a file claims to have, and do not know WeChat's logic layer. Formulas give what was last computed; a date gives the number
 * Excel keeps.
 * @throws WorkbookError
 */
export function readWorkbook(bytes: Uint8Array): SheetRows[] {
  try {
    return sheetsOf(unpack(bytes))
  } catch (error) {
    throw error instanceof Unended ? new WorkbookError(NONE) : error
  }
}

function sheetsOf(parts: Record<string, Uint8Array>): SheetRows[] {
  const part = (name: string) => parts[name] && strFromU8(parts[name])
  const strings = shared(part('xl/sharedStrings.xml') ?? '')
  let cells = 0
  return pagesOf(part).map(({ name, xml }) => {
    const rows: (string | undefined)[][] = []
    let row = -1
    for (const { attributes: head, inner } of elements(xml, 'row')) {
      row = numberedRow(head) ?? row + 1
      if (row >= ROWS) throw new WorkbookError(`表格里有第 ${row + 1} 行，最多读到第 ${ROWS} 行：请删去下面的空行`)
      let column = -1
      for (const { attributes, inner: body } of elements(inner, 'c')) {
        if (++cells > CELLS) throw new WorkbookError(`表格超过 ${CELLS} 格，题库用不了这么多`)
        column = columnOf(attribute(attributes, 'r')) ?? column + 1
        const text = column < COLUMNS ? textOf(attributes, body, strings) : ''
        if (text === '') continue
        while (rows.length <= row) rows.push([])
        rows[row]![column] = text
      }
    }
    return { name, rows: rows.map(it => Array.from(it)) }
  })
}

function numberedRow(attributes: string): number | undefined {
  const number = Number(attribute(attributes, 'r'))
  return number > 0 ? number - 1 : undefined
}

/** Unpacking gives no entry more room than its header claims, so that a file that lies about its size cannot fill the memory. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (
          !/^xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name)
        ) {
          return false
        }
        total += originalSize
        if (total > UNPACKED_BYTES) throw new WorkbookError('这个文件展开以后太大，题库用不了这么多')
        return true
      },
    })
  } catch (error) {
    throw error instanceof WorkbookError ? error : new WorkbookError(NONE)
  }
}

/** Sheets in the workbook's order, by the names on their tabs; a part that two sheets claim is read once. */
function pagesOf(part: (name: string) => string | undefined): { name: string; xml: string }[] {
  const book = part('xl/workbook.xml')
  if (!book) throw new WorkbookError(NONE)
  const targets = new Map(
    tags(part('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map(it => [
      attribute(it, 'Id'),
      attribute(it, 'Target'),
    ]),
  )
  const read = new Set<string>()
  const found = tags(book, 'sheet').flatMap(it => {
    const target = targets.get(attribute(it, '\\w+:id'))?.replace(/^\/?xl\//, '')
    if (!target || read.has(target)) return []
    read.add(target)
    const xml = part(`xl/${target}`)
    return xml ? [{ name: attribute(it, 'name') || '表', xml }] : []
  })
  if (found.length === 0) throw new WorkbookError(NONE)
  return found
}

const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^<>]*>`, 'g')) ?? []
const attribute = (tag: string, name: string): string =>
  unescape(
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find(it => it !== undefined) ?? '',
  )

/** Texts that cells point at; what is spoken above Japanese characters is no part of them. */
function shared(xml: string): string[] {
  const found: string[] = []
  for (const { inner } of elements(xml, 'si')) {
    if (found.length === STRINGS) throw new WorkbookError(`这个文件里的文字超过 ${STRINGS} 段，题库用不了这么多`)
    found.push(runs(inner))
  }
  return found
}

function runs(xml: string): string {
  let text = ''
  for (const { inner } of elements(without(xml, 'rPh'), 't')) text += unescape(inner)
  return text
}

function without(xml: string, name: string): string {
  let left = ''
  let at = 0
  for (const { from, to } of elements(xml, name)) {
    left += xml.slice(at, from)
    at = to
  }
  return left + xml.slice(at)
}

/** `AB12` → 27; undefined without a place. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase()
  return letters ? columnIndex(letters) : undefined
}

const first = (xml: string, name: string): string => elements(xml, name).next().value?.inner ?? ''

function textOf(attributes: string, body: string, strings: readonly string[]): string {
  const type = attribute(attributes, 't')
  if (type === 'inlineStr') return runs(body)
  const value = unescape(first(body, 'v'))
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? '正确' : '错误'
  return type === 'e' ? '' : value
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
    if (name) return ENTITIES[name] ?? all
    const code = hex ? parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
