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

const MAIN = '<workbook><sheets><sheet name="x" r:id="a"/></sheets></workbook>'
const RELS = '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>'
const zipped = (sheet: string, strings = '<sst/>', main = MAIN) =>
  zipSync({
    'xl/workbook.xml': strToU8(main),
    'xl/_rels/workbook.xml.rels': strToU8(RELS),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    'xl/sharedStrings.xml': strToU8(strings),
  })

type Cell = {
  kind: 'shared' | 'rich' | 'inline' | 'string' | 'number' | 'truth' | 'empty'
  text: string
  place: boolean
}

/** A sheet as one of the many programs might write it, and what its cells say. */
function written(rows: readonly (readonly Cell[])[], prefix: string, numbered: boolean) {
  const tag = (name: string, attributes: string, inner?: string) =>
    inner === undefined
      ? `<${prefix}${name}${attributes}/>`
      : `<${prefix}${name}${attributes}>${inner}</${prefix}${name}>`
  const strings: string[] = []
  const cell = ({ kind, text, place }: Cell, row: number, column: number) => {
    const at = place ? ` r="${'ABCDEFGH'[column]}${row + 1}"` : ' s="1"'
    const kept = (inner: string) => tag('c', `${at} t="s"`, tag('v', '', String(strings.push(inner) - 1)))
    const t = tag('t', ' xml:space="preserve"', text)
    if (kind === 'shared') return kept(tag('si', '', t))
    if (kind === 'rich') {
      const run = tag('r', '', tag('rPr', '', tag('b', '')) + t)
      return kept(tag('si', '', run + tag('rPh', ' sb="0" eb="1"', tag('t', '', '读音')) + tag('phoneticPr', '')))
    }
    if (kind === 'inline') return tag('c', `${at} t="inlineStr"`, tag('is', '', t))
    if (kind === 'string') return tag('c', `${at} t="str"`, tag('f', '', 'A1') + tag('v', '', text))
    if (kind === 'number') return tag('c', at, tag('v', '', '1921'))
    return kind === 'truth' ? tag('c', `${at} t="b"`, tag('v', '', '1')) : tag('c', at)
  }
  const sheet = rows.map((cells, row) => {
    const head = numbered ? ` r="${row + 1}" spans="1:8"` : ''
    return cells.length === 0 ? tag('row', head) : tag('row', head, cells.map((it, i) => cell(it, row, i)).join('\n'))
  })
  const bytes = zipped(tag('worksheet', '', tag('sheetData', '', sheet.join('\n'))), tag('sst', '', strings.join('')))
  const read = ({ kind, text }: Cell) =>
    kind === 'empty' ? undefined : kind === 'number' ? '1921' : kind === 'truth' ? '正确' : text
  return { bytes, expected: rows.map(cells => cells.map(read)) }
}

test('reads sound books however their program spells them', () => {
  const cell = fc.record({
    kind: fc.constantFrom('shared', 'rich', 'inline', 'string', 'number', 'truth', 'empty' as const),
    text: fc.stringMatching(/^[甲乙丙a-z0-9 ，。]{1,6}$/),
    place: fc.boolean(),
  }) as fc.Arbitrary<Cell>
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.constantFrom('', 'x:'), fc.boolean(), (rows, prefix, numbered) => {
      const { bytes, expected } = written(rows, prefix, numbered)
      const read = readWorkbook(bytes)[0]!.rows
      expected.forEach((cells, row) => cells.forEach((text, column) => expect(read[row]?.[column]).toBe(text)))
      expect(read.length).toBeLessThanOrEqual(rows.length)
    }),
  )
})

// Each of these is a kilobyte or so. Looked for from every opening tag to the end of the text, it took from 17 seconds to hours.
test.each([
  ['<row>', zipped('<row>'.repeat(80_000))],
  ['<c>', zipped(`<row>${'<c>'.repeat(80_000)}</row>`)],
  ['<v>', zipped(`<row><c>${'<v>'.repeat(80_000)}</c></row>`)],
  ['<t>', zipped(`<row><c t="inlineStr">${'<t>'.repeat(80_000)}</c></row>`)],
  ['<rPh>', zipped('<row/>', `<si>${'<rPh>'.repeat(80_000)}</si>`)],
  ['<si>', zipped('<row/>', '<si>'.repeat(80_000))],
  ['<sheet', zipped('<row/>', '', '<sheet '.repeat(80_000))],
])('eighty thousand times %s without an end is refused at once', (_, bytes) => {
  expect(bytes.length).toBeLessThan(3_000)
  const began = performance.now()
  expect(() => readWorkbook(bytes)).toThrow(/另存为 .xlsx/)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('tags that are never closed are none', () => {
  const began = performance.now()
  expect(readWorkbook(zipped('<row '.repeat(80_000)))[0]!.rows).toEqual([])
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('a part that a thousand sheets claim is read once', () => {
  const sheets = '<sheet name="x" r:id="a"/>'.repeat(20_000)
  const book = zipped(`<row><c><v>1</v></c></row>${' '.repeat(1_000_000)}`, '', `<workbook>${sheets}</workbook>`)
  expect(readWorkbook(book)).toEqual([{ name: 'x', rows: [['1']] }])
})
