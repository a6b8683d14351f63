import ExcelJS from 'exceljs'
import { withoutSpaces } from '../text/comparable'
import type { ReviewRow } from './rows'
import { signatureOf } from './signature'
import { COLUMNS, SHEET, VERDICTS, type Verdict } from './workbook'

/** What does not fit, by its cell. */
export interface Refusal {
  /** `H12` */
  cell: string
  reason: string
}
export interface Finding {
  row: ReviewRow
  verdict: Exclude<Verdict, '对'>
  remark: string
  reviewer: string
}
/** What a filled workbook says. With refusals nothing of it counts. */
export interface Review {
  refusals: Refusal[]
  /** Texts all of whose sentences are right, by who signed, and what was signed. */
  approved: { item: string; file: string; by: string; of: string }[]
  findings: Finding[]
  /** Texts that were begun, with the sentences that are still to read. */
  unfinished: { item: string; left: number }[]
}

type Column = keyof typeof COLUMNS
type Line = Record<Column, string> & { cell: (column: Column) => string }

/**
 * Reads a filled workbook against the content as it is now. Of the texts in which something was judged these are refused: one that
 * has changed since, rows that are missing or twice, verdicts that are none, a remark that is missing or that no verdict takes up,
 * a text without a name or with two. Anywhere, what would be lost: notes on cells, other columns and sheets, merged cells.
 */
export async function readReview(bytes: Uint8Array, rows: readonly ReviewRow[]): Promise<Review> {
  const review: Review = { refusals: [], approved: [], findings: [], unfinished: [] }
  const refuse = (cell: string, reason: string) => void review.refusals.push({ cell, reason })
  const lines = await linesOf(bytes, refuse)
  const known = new Map(rows.map(row => [`${row.item} ${row.number}`, row]))
  const byItem = new Map<string, Map<number, { line: Line; row: ReviewRow }>>()
  const begun = new Set(lines.flatMap(({ item, verdict, remark }) => (verdict + remark === '' ? [] : [item])))
  for (const line of lines) {
    if (!begun.has(line.item)) continue
    const row = known.get(`${line.item} ${Number(line.number)}`)
    const read = byItem.get(line.item) ?? new Map<number, { line: Line; row: ReviewRow }>()
    if (!row) refuse(line.cell('item'), `${line.item} 第 ${line.number} 句现在没有了；应当重新导出这个书架`)
    else if (row.sentence !== line.sentence)
      refuse(line.cell('sentence'), `${line.item} 第 ${line.number} 句已经改过；应当重新导出再看这一句`)
    // Whatever saved the sheet may break its lines otherwise.
    else if (withoutSpaces(row.words) !== withoutSpaces(line.words))
      refuse(line.cell('words'), `${line.item} 第 ${line.number} 句的来源已经改过；应当重新导出再看这一句`)
    else if (read.has(row.number)) refuse(line.cell('number'), `${line.item} 第 ${line.number} 句有两行；应当只留一行`)
    else read.set(row.number, { line, row })
    byItem.set(line.item, read)
  }
  for (const [item, read] of byItem) {
    const own = rows.filter(row => row.item === item)
    judge(item, own, [...read.values()], review, refuse)
  }
  return review
}

function judge(
  item: string,
  own: readonly ReviewRow[],
  read: readonly { line: Line; row: ReviewRow }[],
  review: Review,
  refuse: (cell: string, reason: string) => void,
): void {
  const judged = read.filter(({ line }) => line.verdict !== '')
  const first = read[0]
  for (const { line } of read)
    if (line.verdict === '' && line.remark !== '')
      refuse(line.cell('verdict'), `有意见，没有判断；应当写 ${VERDICTS.join('、')} 之一`)
  if (!first || judged.length === 0) return
  for (const { line } of judged) {
    if (!isVerdict(line.verdict))
      refuse(line.cell('verdict'), `“${line.verdict}”不是判断；应当写 ${VERDICTS.join('、')} 之一`)
    else if (line.verdict !== '对' && line.remark === '')
      refuse(line.cell('remark'), `写了“${line.verdict}”，没有说明；应当写错在哪里、改成什么`)
    else if (line.verdict === '对' && line.remark !== '')
      refuse(line.cell('verdict'), '写了“对”，又有意见；应当写“错”或“改”，或者去掉意见')
  }
  const missing = own.filter(({ number }) => !read.some(({ row }) => row.number === number))
  if (missing.length > 0)
    refuse(
      first.line.cell('number'),
      `${item} 少了 ${missing.length} 行（第 ${missing[0]!.number} 句起）；应当重新导出`,
    )
  const signed = read.filter(({ line }) => line.reviewer !== '')
  const [by] = signed
  if (!by) {
    refuse(judged[0]!.line.cell('reviewer'), `${item} 没有审校人；应当在任意一行写上姓名`)
    return
  }
  const other = signed.find(({ line }) => line.reviewer !== by.line.reviewer)
  if (other)
    refuse(
      other.line.cell('reviewer'),
      `${item} 有两个审校人（${by.line.reviewer}、${other.line.reviewer}）；应当只由一个人签`,
    )
  const reviewer = by.line.reviewer
  if (!NAME.test(reviewer) || FILLER.test(reviewer))
    refuse(by.line.cell('reviewer'), `“${reviewer.slice(0, 20)}”不像姓名；应当写审校人的姓名，两到二十个字`)
  for (const { line, row } of judged)
    if (line.verdict === '错' || line.verdict === '改')
      review.findings.push({ row, verdict: line.verdict, remark: line.remark, reviewer })
  const left = own.length - judged.length
  if (left > 0) review.unfinished.push({ item, left })
  else if (judged.every(({ line }) => line.verdict === '对'))
    review.approved.push({ item, file: own[0]!.file, by: reviewer, of: signatureOf(own) })
}

/** `张三`, `阿依古丽·买买提`, `Li Si`: letters, no numbers, and nothing that nobody sees. */
const NAME = /^(?=.{2,20}$)\p{L}[\p{L}· .-]*$/u
const FILLER = /\p{Default_Ignorable_Code_Point}/u

const isVerdict = (word: string): word is Verdict => (VERDICTS as readonly string[]).includes(word)

async function linesOf(bytes: Uint8Array, refuse: (cell: string, reason: string) => void): Promise<Line[]> {
  const book = new ExcelJS.Workbook()
  try {
    // ExcelJS asks for a Buffer of an older kind than Node's types have.
    await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  } catch {
    refuse('A1', '读不出这个文件；应当是从 npm run review 导出、用 Excel 或 WPS 存成的 .xlsx')
    return []
  }
  const sheet = book.getWorksheet(SHEET)
  if (!sheet) {
    refuse('A1', `没有名为“${SHEET}”的工作表；应当用导出的那个文件`)
    return []
  }
  for (const other of book.worksheets)
    if (other !== sheet && wordsOf(other.getCell('A1')) === COLUMNS.item.title)
      refuse('A1', `工作表“${other.name}”读不到；应当只留“${SHEET}”一张，写在那里`)
  const at = new Map<string, number>()
  const titles: readonly string[] = Object.values(COLUMNS).map(({ title }) => title)
  sheet.getRow(1).eachCell((cell, number) => {
    const title = wordsOf(cell)
    if (at.has(title) && titles.includes(title)) refuse(cell.address, `“${title}”有两列；应当只留导出时的那一列`)
    at.set(title, number)
  })
  const columns = Object.keys(COLUMNS) as Column[]
  const absent = columns.filter(column => !at.has(COLUMNS[column].title))
  for (const column of absent) refuse('A1', `第一行缺少“${COLUMNS[column].title}”一列；应当用导出的那个文件`)
  if (absent.length > 0) return []
  const lines: Line[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const cell = (column: Column) => row.getCell(at.get(COLUMNS[column].title)!)
    row.eachCell(it => {
      const read = columns.find(column => at.get(COLUMNS[column].title) === Number(it.col))
      if (it.note) refuse(it.address, `批注读不到；应当写在“${COLUMNS.remark.title}”一列`)
      if (read === undefined && wordsOf(it) !== '')
        refuse(it.address, `这一列读不到；应当写在“${COLUMNS.remark.title}”一列`)
      // One name for several rows is meant for each of them; one verdict may not be.
      if (it.isMerged && read !== 'reviewer') refuse(it.address, '这一格同别的格合并了；应当拆开，一行一句地写')
    })
    for (const column of columns)
      if (cell(column).formula) refuse(cell(column).address, '这一格是公式；应当写成文字，或用导出的那个文件重新填')
    const words = Object.fromEntries(columns.map(column => [column, wordsOf(cell(column))])) as Record<Column, string>
    if (columns.some(column => words[column] !== '')) lines.push({ ...words, cell: column => cell(column).address })
  })
  return lines
}

/** ExcelJS throws on the text of merged cells that are empty, and has that of a link in stretches where those are set apart. */
function wordsOf({ master }: ExcelJS.Cell): string {
  if (master.value === null) return ''
  const text = master.text as string | ExcelJS.CellRichTextValue
  return (typeof text === 'string' ? text : text.richText.map(it => it.text).join('')).trim()
}
