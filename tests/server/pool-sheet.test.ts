import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { readPoolSheet } from '../../server/src/features/contest/read-pool-sheet'

test('what is wrong in a pool is told row after row, whatever found it', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('题库')
  sheet.addRow(['题型', '题干', '选项A', '选项B', '答案', '依据'])
  sheet.addRow(['单选', '没有答案', '一', '二', '', '依据'])
  sheet.addRow(['单选', '日期', new Date('1921-07-23'), '二', 'A', '依据'])
  sheet.addRow(['单选', '没有依据', '一', '二', 'A', ''])
  const { problems } = await readPoolSheet(new Uint8Array(await book.xlsx.writeBuffer()))
  assert.deepEqual(
    problems.map(it => it.cell),
    ['E2', 'C3', 'F4'],
  )
})
