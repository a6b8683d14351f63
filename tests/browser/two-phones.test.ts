import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { BRANCH_WEEK_COLUMNS } from '../../domain/contract/report-columns'
import type { Me } from '../../domain/contract/me'
import { reads } from './answering'
import { download } from './download'
import { keptWhole, newPhone, press, stored, top, until, useBrowser, type Phone, WITHOUT_TEXTS } from './phone'
import { logIn, useService } from './service'
import { study } from './studying'

useBrowser({ kept: WITHOUT_TEXTS })
const service = useService()

/** The member's line in the secretary's table, as it is on the screen. */
async function onScreen(desk: Phone, name: string): Promise<string[]> {
  await desk.open('/subpackages/branch/members/index')
  await press(desk.page, 'view-table')
  const page = top(desk.page)
  await page.locator('.data-table__row').nth(1).waitFor()
  const more = page.getByText(/^再看 \d+ 行$/)
  while ((await more.count()) > 0) {
    await more.evaluateAll((all: HTMLElement[]) => all.forEach(it => it.click()))
  }
  const row = page.locator('.data-table__row', { hasText: name })
  return row.locator('.data-table__cell').allTextContents()
}

/** The same line in the exported workbook. */
async function inWorkbook(desk: Phone, name: string): Promise<{ head: string[]; row: ExcelJS.CellValue[] }> {
  await desk.open('/subpackages/branch/home/index')
  const { name: called, bytes } = await download(desk.page, 'week-xlsx')
  assert.match(called, /\.xlsx$/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const rows = book.worksheets[0]!.getSheetValues().slice(1) as ExcelJS.CellValue[][]
  const table = rows.map(row => row.slice(1))
  return { head: table[0]!.map(String), row: table.find(row => row[0] === name)! }
}

const daysOf = (name: string) =>
  service.query(`select 1 from member_day where member_id = (select member_id from member where name = $1)`, [name])

test('a member studies offline; with the network back and the service killed in between, the secretary sees it, and the workbook says the same', async () => {
  const member = await newPhone({ serviceWorkers: true })
  const desk = await newPhone({ width: 1024 })
  await logIn(desk, 'secretary')
  await logIn(member, 'member-1')
  await keptWhole(member.page)
  const { name } = (await stored<{ me: Me }>(member.page, 'session'))[0]!.me
  // Nothing of this week yet, whatever the demo has made up.
  await service.query(`delete from member_day where member_id = (select member_id from member where name = $1)`, [name])
  const before = await onScreen(desk, name)

  const studied = BRANCH_WEEK_COLUMNS.findIndex(it => it.title === '学习')
  assert.equal(before[studied], '还没有')

  await member.context.setOffline(true)
  await study(member, 5)
  await member.open('/pages/me/index')
  await reads(member.page, '还有 1 天未上传')
  await service.kill()
  await member.context.setOffline(false)
  await press(member.page, 'send-now')
  await reads(member.page, /现在连不上网络或服务/)
  await service.restart()
  // Each look at the page opens it anew.
  await until('the day is at the service', async () => (await daysOf(name)).length > 0)
  await until('the secretary’s page says 学过', async () => (await onScreen(desk, name))[studied] === '学过')
  const screen = await onScreen(desk, name)
  assert.ok(screen.includes('手机自报'))
  const { head, row } = await inWorkbook(desk, name)
  for (const [i, title] of head.entries()) assert.equal(String(row[i] || '—'), screen[i], title)
  await member.page.locator('#waiting').waitFor({ state: 'detached' })
})
