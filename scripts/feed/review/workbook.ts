import ExcelJS from 'exceljs'
import type { ReviewRow } from './rows'

export const SHEET = '逐句审校'
export const VERDICTS = ['对', '错', '改'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Columns of the sheet, in order; read back by their titles. */
export const COLUMNS = {
  item: { title: '编号', width: 9 },
  number: { title: '第几句', width: 7 },
  name: { title: '文章', width: 16 },
  part: { title: '位置', width: 9 },
  sentence: { title: '句子', width: 48 },
  words: { title: '来源原话', width: 36 },
  sources: { title: '来源和网址', width: 36 },
  verdict: { title: '对/错/改', width: 9 },
  remark: { title: '错在哪里、改成什么', width: 30 },
  reviewer: { title: '审校人', width: 12 },
} as const

/** What no source's words have is seen at once. */
const UNCARRIED = { bold: true, color: { argb: 'FFC00000' } }

const HOW = [
  '怎样审校',
  '1. 一行一句。对照“来源原话”和网址，在“对/错/改”一列写：对；错（史实不对）；改（史实对，话要改）。',
  '2. 写“错”或“改”的，在后一列写明错在哪里、改成什么。',
  '3. 在这一篇任意一行写上审校人的姓名；一篇只由一个人签。',
  '4. 一篇的句子全部写“对”并且有姓名，读回以后才算审校通过；没看完的篇留空即可，下次再交。',
  '5. 可以在“编号”一列筛选，只看一篇。“来源原话”空着的句子，看它同全文合不合。',
  '6. 句子里的红字，是程序在所有来源的原话里都没有找到的字，写“见第几句”的，那几句里也没有；先看红字；多半只是换了说法，也可能是没有来源。',
  '7. “来源原话”只摆出担得起这一句的那几句，别的在后一列写还有几句，页面的“依据”里都看得到。要点和为什么，来源有的正文全说过，只写见第几句。',
  '8. 不要改动前七列，不要删行、合并格子，也不要写批注；看过的那一篇后来改过，整张表会被退回，应当重新导出。',
]

/** The workbook that a person fills in. Texts are text cells: none becomes a formula. */
export async function reviewWorkbook(rows: readonly ReviewRow[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(SHEET, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] })
  sheet.columns = Object.entries(COLUMNS).map(([key, { title, width }]) => ({
    key,
    header: title,
    width,
    style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
  }))
  sheet.getRow(1).font = { bold: true }
  for (const { item, number, title, part, stretches, words, sources } of rows) {
    const sentence = {
      richText: stretches.map(({ text, carried }) => (carried ? { text } : { text, font: UNCARRIED })),
    }
    const row = sheet.addRow({ item, number: String(number), name: title, part, sentence, words, sources })
    row.getCell('verdict').dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${VERDICTS.join(',')}"`],
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: sheet.columnCount } }
  const how = book.addWorksheet('说明')
  how.columns = [{ width: 90, style: { alignment: { wrapText: true } } }]
  for (const line of HOW) how.addRow([line])
  return Buffer.from(await book.xlsx.writeBuffer())
}
