import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readWorkbook } from '@/platform/files/read-workbook'
import { workbook } from '@/platform/files/workbook'

const bytesOf = async (book: ExcelJS.Workbook) => new Uint8Array(await book.xlsx.writeBuffer())

test('reads what a spreadsheet library writes: texts, numbers, rich text, what a formula came to, and empty cells', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('题库 <一>')
  sheet.getCell('B2').value = '题干 & "答案"'
  sheet.getCell('D2').value = 1921
  sheet.getCell('A4').value = { richText: [{ text: '遵义' }, { text: '会议' }] }
  sheet.getCell('B4').value = { formula: '1+1', result: 2 }
  sheet.getCell('C4').value = true
  book.addWorksheet('空')
  const sheets = readWorkbook(await bytesOf(book))
  expect(sheets.map(it => it.name)).toEqual(['题库 <一>', '空'])
  expect(sheets[0]!.rows).toEqual([[], [undefined, '题干 & "答案"', undefined, '1921'], [], ['遵义会议', '2', '正确']])
})

test('reads back whatever we write ourselves', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .filter(it => it.trim() === it && [...it].every(one => one >= ' ' && one < '\ufffe'))
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), rows => {
      const [sheet] = readWorkbook(workbook([{ name: 'x', head: ['甲', '乙'], rows }]))
      const cells = rows.map(row => row.map(it => it || undefined))
      rows.forEach((_, i) => expect([0, 1].map(k => sheet!.rows[i + 1]?.[k])).toEqual(cells[i]))
    }),
    { numRuns: 30 },
  )
})

test('what is no workbook, is locked, or asks for more than a bank needs is refused in words', async () => {
  expect(() => readWorkbook(strToU8('题干,答案'))).toThrow(/另存为 .xlsx/)
  expect(() => readWorkbook(zipSync({ 'a.txt': strToU8('x') }))).toThrow(/另存为 .xlsx/)
  const book = new ExcelJS.Workbook()
  book.addWorksheet('x').getCell('A60000').value = '远'
  const far = await bytesOf(book)
  expect(() => readWorkbook(far)).toThrow(/最多读到第 5000 行/)
  const main = '<workbook><sheets><sheet name="x" r:id="a"/></sheets></workbook>'
  const rels = '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>'
  const many = `<worksheet><sheetData><row>${'<c><v>1</v></c>'.repeat(60_001)}</row></sheetData></worksheet>`
  const parts = { 'xl/workbook.xml': main, 'xl/_rels/workbook.xml.rels': rels, 'xl/worksheets/sheet1.xml': many }
  const wide = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
  expect(() => readWorkbook(wide)).toThrow(/超过 60000 格/)
})
