import { strFromU8, unzipSync } from 'fflate'
import type { SheetRows } from '@domain/quiz/own-bank'
import { columnIndex } from '@domain/text/sheet-column'

/** Room for a bank of two thousand questions many times over, and an end to what a file of a kilobyte can ask for. */
const UNPACKED_BYTES = 20_000_000
const ROWS = 5_000
const COLUMNS = 60
const CELLS = 60_000
const STRINGS = 60_000

/** Why a workbook is not read, for the person who chose it. */
export class WorkbookError extends Error {
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
  const parts = unpack(bytes)
  const part = (name: string) => parts[name] && strFromU8(parts[name])
  const strings = shared(part('xl/sharedStrings.xml') ?? '')
  let cells = 0
  return sheetsOf(part).map(({ name, xml }) => {
    const rows: (string | undefined)[][] = []
    let row = -1
    matches(ROW, xml, (head, inner) => {
      row = numberedRow(head) ?? row + 1
      if (row >= ROWS) throw new WorkbookError(`表格里有第 ${row + 1} 行，最多读到第 ${ROWS} 行：请删去下面的空行`)
      let column = -1
      matches(CELL, inner, (attributes, body) => {
        if (++cells > CELLS) throw new WorkbookError(`表格超过 ${CELLS} 格，题库用不了这么多`)
        column = columnOf(attribute(attributes, 'r')) ?? column + 1
        const text = column < COLUMNS ? textOf(attributes, body, strings) : ''
        if (text === '') return
        while (rows.length <= row) rows.push([])
        rows[row]![column] = text
      })
    })
    return { name, rows: rows.map(it => Array.from(it)) }
  })
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row\s*>)/g
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c\s*>)/g

/** Attributes and contents of each element. */
function matches(pattern: RegExp, xml: string, take: (attributes: string, inner: string) => void): void {
  const each = new RegExp(pattern.source, 'g')
  for (let found = each.exec(xml); found; found = each.exec(xml)) take(` ${found[1] ?? ''}`, found[2] ?? '')
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

/** Sheets in the workbook's order, by the names on their tabs. */
function sheetsOf(part: (name: string) => string | undefined): { name: string; xml: string }[] {
  const book = part('xl/workbook.xml')
  if (!book) throw new WorkbookError(NONE)
  const targets = new Map(
    tags(part('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map(it => [
      attribute(it, 'Id'),
      attribute(it, 'Target'),
    ]),
  )
  const found = tags(book, 'sheet').flatMap(it => {
    const target = targets.get(attribute(it, '\\w+:id'))?.replace(/^\/?xl\//, '')
    const xml = target && part(`xl/${target}`)
    return xml ? [{ name: attribute(it, 'name') || '表', xml }] : []
  })
  if (found.length === 0) throw new WorkbookError(NONE)
  return found
}

const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g')) ?? []
const attribute = (tag: string, name: string): string =>
  unescape(
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find(it => it !== undefined) ?? '',
  )

/** Texts that cells point at; what is spoken above Japanese characters is no part of them. */
function shared(xml: string): string[] {
  const found = xml.match(/<(?:\w+:)?si\b[^>]*>[\s\S]*?<\/(?:\w+:)?si\s*>|<(?:\w+:)?si\b[^>]*\/>/g) ?? []
  if (found.length > STRINGS) throw new WorkbookError(`这个文件里的文字超过 ${STRINGS} 段，题库用不了这么多`)
  return found.map(runs)
}

const runs = (xml: string): string =>
  (
    xml
      .replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh\s*>/g, '')
      .match(/<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t\s*>/g) ?? []
  )
    .map(it => unescape(it.replace(/^<[^>]*>|<[^>]*>$/g, '')))
    .join('')

/** `AB12` → 27; undefined without a place. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase()
  return letters ? columnIndex(letters) : undefined
}

function textOf(attributes: string, body: string, strings: readonly string[]): string {
  const type = attribute(attributes, 't')
  if (type === 'inlineStr') return runs(body)
  const value = unescape(/<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v\s*>/.exec(body)?.[1] ?? '')
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
