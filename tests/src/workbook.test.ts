import { strFromU8, unzipSync } from 'fflate'
import ExcelJS from 'exceljs'
import { workbook } from '@/platform/files/workbook'

async function open(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return book
}

test('a spreadsheet library reads back the same heads, texts and numbers', async () => {
  const rows = [
    ['王一示', 5, undefined],
    ['<李&"二">', 0, 87],
    ['=1+1', -3, 12.5],
  ]
  const book = await open(workbook([{ name: '本周', head: ['姓名', '天数', '答对率'], rows }]))
  const sheet = book.getWorksheet('本周')!
  expect(sheet.getRow(1).values).toEqual([undefined, '姓名', '天数', '答对率'])
  expect(sheet.getCell('A3').value).toBe('<李&"二">')
  expect(sheet.getCell('B2').value).toBe(5)
  expect(sheet.getCell('C2').value).toBeNull()
  expect(sheet.getCell('C4').value).toBe(12.5)
})

test.each(['=HYPERLINK("x")', '=cmd|" /C calc"!A0', '+1', '-1', '@x', '1e5', '007'])(
  '%s stays the text it is',
  async words => {
    const book = await open(workbook([{ name: 'x', head: ['a'], rows: [[words]] }]))
    expect(book.worksheets[0]!.getCell('A2').formula).toBeUndefined()
    expect(book.worksheets[0]!.getCell('A2').value).toBe(words)
  },
)

test('control characters, which XML has not, are left out', async () => {
  const book = await open(
    workbook([{ name: 'x', head: ['a'], rows: [['王\u0001一\u0000'], ['李\ufffe二\uffff'], ['赵\ud800三😀']] }]),
  )
  expect(book.worksheets[0]!.getCell('A2').value).toBe('王一')
  expect(book.worksheets[0]!.getCell('A3').value).toBe('李二')
  expect(book.worksheets[0]!.getCell('A4').value).toBe('赵三😀')
})

test('a sheet is printed as it is: columns as wide as their words, long words in several lines, A4, the head on every page', async () => {
  const meetings = {
    name: "会议'甲",
    head: ['日期', '内容', '请假'],
    rows: [
      ['11月17日', '参观身边的红色地名，'.repeat(8), 3],
      ['11月20日', '商定学习安排', undefined],
    ],
  }
  const wide = { name: '宽', head: ['甲', '乙', '丙'], rows: [['学'.repeat(30), '学'.repeat(30), '学'.repeat(30)]] }
  const bytes = workbook([meetings, wide])
  const [sheet, across] = (await open(bytes)).worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
  const widths = [1, 2, 3].map(i => sheet.getColumn(i).width!)
  expect(widths[0]).toBeGreaterThanOrEqual('11月17日'.length + 3)
  expect(widths[1]).toBeGreaterThan(30)
  expect(widths[2]).toBeLessThan(10)
  for (const at of ['B2', 'B3']) expect(sheet.getCell(at).alignment).toMatchObject({ wrapText: true, vertical: 'top' })
  expect(sheet.getCell('A1').font).toMatchObject({ bold: true })
  // A fraction that is typed over stays one: it is no date.
  expect(sheet.getCell('B2').numFmt).toBe('@')
  // An empty cell has its lines too.
  expect(sheet.getCell('C3').border?.bottom).toBeTruthy()
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  })
  expect(across.pageSetup.orientation).toBe('landscape')
  expect(sheet.headerFooter.oddFooter).toBe('&L&F&R第 &P 页，共 &N 页')
  const parts = unzipSync(bytes)
  expect(strFromU8(parts['xl/workbook.xml']!)).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'会议''甲'!$1:$1</definedName>`,
  )
})
