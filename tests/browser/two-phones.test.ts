import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { BRANCH_WEEK_COLUMNS } from '../../domain/contract/branch-report'
import type { Me } from '../../domain/contract/me'
import { reads } from './answering'
import { download } from './download'
import { newPhone, press, top, useBrowser, type Phone } from './phone'
import { logIn, useService } from './service'
import { acts, stored, study, until } from './studying'

useBrowser()
const service = useService()

/** The member's line in the secretary's table, as it is on the screen. */
async function onScreen(desk: Phone, name: string): Promise<string[]> {
  await desk.open('/subpackages/branch/members/index')
  await press(desk.page, 'view-table')
  const page = top(desk.page)
  await page.locator('.data-table__row').nth(1).waitFor()
  for (let more = page.getByText(/^再看 \d+ 行$/); (await more.count()) > 0;) {
    await more.first().evaluate((element: HTMLElement) => element.click())
  }
  const row = page.locator('.data-table__row', { hasText: name })
  return row.locator('.data-table__cell').allTextContents()
}

/** The same line in the exported workbook, numbers as numbers. */
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

/** The member studies with no network; with it back, the secretary sees what was done and files the same numbers. */
async function showCase(id: 'member-1' | 'member-2', killed: boolean): Promise<void> {
  const member = await newPhone({ serviceWorkers: true })
  const desk = await newPhone({ width: 1024 })
  await logIn(desk, 'secretary')
  await logIn(member, id)
  await member.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const { name } = (await stored<{ me: Me }>(member.page, 'session'))[0]!.me
  const before = await onScreen(desk, name)

  await member.context.setOffline(true)
  await study(member, 5)
  await member.open('/pages/me/index')
  await reads(member.page, '还有 5 条未上传')
  if (killed) await service.kill()
  await member.context.setOffline(false)
  if (killed) {
    await press(member.page, 'send-now')
    await reads(member.page, /现在连不上网络或服务/)
    await service.restart()
  }
  const ids = (await acts(member.page)).map(it => it.id)
  await until('every act is there once', async () => {
    const rows = await service
      .query<{ event_id: string }>('select event_id from event where event_id = any($1)', [ids])
      .catch(() => [])
    return rows.length === ids.length
  })

  const answers = BRANCH_WEEK_COLUMNS.findIndex(it => it.title === '答题数')
  const wanted = Number(before[answers]) + 5
  await until('the secretary’s page has the answers', async () => {
    return Number((await onScreen(desk, name))[answers]) === wanted
  })
  const screen = await onScreen(desk, name)
  const { head, row } = await inWorkbook(desk, name)
  for (const [i, title] of head.entries()) {
    const cell = row[i]
    const words = title === '答对率' && cell !== undefined ? `${String(cell)}%` : String(cell ?? '—')
    assert.equal(words, screen[i], title)
  }
  assert.equal(row[head.indexOf('答题数')], wanted, 'numbers are numbers')
  await member.page.locator('#waiting').waitFor({ state: 'detached' })
}

test('a member studies offline, comes online, the secretary sees it, and the workbook has the same numbers', async () => {
  await showCase('member-1', false)
})

test('the same with the service killed in between', async () => {
  await showCase('member-2', true)
})
