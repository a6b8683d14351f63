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
