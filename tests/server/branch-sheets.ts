/** Sheets of one branch as a secretary sends them. */
import crypto from 'node:crypto'
import ExcelJS from 'exceljs'
import type { Person, World } from './support'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const TITLES = ['编号', '姓名', '手机后四位', '不用手机', '状态']

export async function branchSheet(
  rows: readonly (readonly unknown[])[],
  titles: readonly string[] = TITLES,
  name = '党员',
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet(name).addRows([[...titles], ...rows.map(row => [...row])])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Sends the bytes as the roster of the branch; `key` is another one each time. */
export async function sendSheet(
  { app }: World,
  who: Person,
  bytes: Uint8Array,
  mode = 'check',
  type = XLSX,
  key: string = crypto.randomUUID(),
  branch = 'b1',
) {
  const response = await app.inject({
    method: 'POST',
    url: `/v1/branches/${branch}/roster?mode=${mode}&form=${key}`,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': type },
    payload: Buffer.from(bytes),
  })
  return { status: response.statusCode, json: response.json() }
}
