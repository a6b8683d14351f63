import { POOL_COLUMNS, POOL_COLUMN_WORDS } from '../../../../domain/contract/contest-limits'
import { excel } from '../../exports/excel'
import { CELL, sheetOptions } from '../../exports/workbook'

/** An empty sheet for a pool, texts only, with what goes into each column on a second one that the import reads over. */
export async function poolTemplate(): Promise<Buffer> {
  const { Workbook } = await excel()
  const book = new Workbook()
  const sheet = book.addWorksheet('题库', sheetOptions(true))
  sheet.columns = POOL_COLUMNS.map(header => ({
    header,
    width: header === '题干' || header === '依据' ? 48 : 16,
    style: { ...CELL, numFmt: '@' },
  }))
  const help = book.addWorksheet('怎么填', sheetOptions(true))
  help.columns = ['列', '要不要填', '填什么'].map((header, i) => ({ header, width: [18, 12, 72][i]!, style: CELL }))
  for (const { column, needed, how } of POOL_COLUMN_WORDS) help.addRow([column, needed ? '要填' : '可以不填', how])
  return Buffer.from(await book.xlsx.writeBuffer())
}
