import type ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { excel } from '../../exports/excel'
import { TooLarge, checkLimits, withoutEmpty } from './sheet-limits'

/** Parts of a sheet that hold no cells. ExcelJS would visit every cell of a whole-column rule or of a merged area. */
const IGNORED = [
  'dataValidations',
  'mergeCells',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
]

/** A sheet of one branch has some fifty lines; unpacked, this is room for thousands. Bytes. */
const UNPACKED_LIMIT = 8_000_000

type Options = Parameters<ExcelJS.Xlsx['load']>[1]
const options = { ignoreNodes: IGNORED } as unknown as Options

/** Opens a workbook of one's own. Throws Error when it is none. */
export async function openWorkbook(file: string): Promise<ExcelJS.Workbook> {
  const { Workbook } = await excel()
  const book = new Workbook()
  try {
    await book.xlsx.readFile(file, options)
  } catch (error) {
    throw new Error(`打不开 ${file}：它应是 Excel 的 .xlsx 文件`, { cause: error })
  }
  return book
}

/** Opens a workbook that somebody sent. `what` it should hold. Throws TooLarge, or Error when it is none or is locked by a password. */
export async function openSentWorkbook(bytes: Uint8Array, what = '支部名册'): Promise<ExcelJS.Workbook> {
  const { Workbook } = await excel()
  const book = new Workbook()
  await book.xlsx.load(repack(bytes, what) as never, options)
  return book
}

/**
 * The same workbook without compression and without named ranges, of which ExcelJS would visit every cell. Unpacking gives
 * no entry more room than its header claims, so that a file that lies about its size cannot fill the memory.
 */
function repack(bytes: Uint8Array, what: string): Uint8Array {
  let total = 0
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize
      if (total > UNPACKED_LIMIT) throw new TooLarge(`这个文件展开以后太大，${what}用不了这么多`)
      return true
    },
  })
  const main = parts['xl/workbook.xml']
  if (!main) throw new Error('no workbook')
  for (const name of Object.keys(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) parts[name] = strToU8(withoutEmpty(strFromU8(parts[name]!)))
  }
  checkLimits(parts, what)
  parts['xl/workbook.xml'] = strToU8(strFromU8(main).replace(/<definedNames[\s\S]*<\/definedNames\s*>/, ''))
  return zipSync(parts, { level: 0 })
}
