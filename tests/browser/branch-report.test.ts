import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { monthWeeks } from '../../domain/branch/month'
import { addDays, dayStart, shanghaiDay } from '../../domain/time/day'
import { download } from './download'
import { copied, counts, newPhone, press, top, useBrowser } from './phone'
import { logIn, useService } from './service'
import { withAlike } from './tables'

useBrowser()
const service = useService()

const DESK = '/subpackages/branch'

/** The table in sight, page after page pressed open: the head first. */
async function tableOf(page: Page): Promise<string[][]> {
  const table = top(page).locator('.data-table')
  await table.waitFor()
  const more = top(page).locator('.button', { hasText: /^再看 \d+ 行$/ })
  while ((await more.count()) > 0) await more.evaluateAll((all: HTMLElement[]) => all.forEach(it => it.click()))
  return table
    .locator('.data-table__row')
    .evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent ?? '')))
}

/** The first sheet as the screen would show it; a share that the sheet formats with a sign is given the sign. */
async function sheetOf(bytes: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const out: string[][] = []
  book.worksheets[0]!.eachRow(row => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, cell => {
      const sign = typeof cell.value === 'number' && cell.numFmt?.includes('%') ? '%' : ''
      cells.push(cell.value === null || cell.value === '' ? '—' : `${String(cell.value)}${sign}`)
    })
    out.push(cells)
  })
  return out
}

const byName = (rows: string[][]) => [...rows].sort((a, b) => (a[0]! < b[0]! ? -1 : 1))

test('the week as a list, a table and a workbook holds the same people and the same numbers', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await phone.go('/pages/me/index')
  await press(phone.page, 'to-branch')
  await top(phone.page).getByText('人这一周学过').waitFor()
  await top(phone.page).getByText('演示数据').waitFor()
  const listed = await top(phone.page).locator('.member-line__name').allTextContents()
  await press(phone.page, 'week-table')
  const [head, ...rows] = await tableOf(phone.page)
  assert.deepEqual(
    rows.map(row => row[0]),
    listed,
  )
  const studied = rows.filter(row => row[head!.indexOf('学习')] === '学过').length
  await top(phone.page).getByText(`${studied} 人这一周学过`).waitFor()
  const { name, bytes } = await download(phone.page, 'week-xlsx')
  assert.match(name, /^示例街道01第1支部_学习周报_\d{4}-\d{2}-\d{2}_\d{8}\.xlsx$/)
  const [fileHead, ...fileRows] = await sheetOf(bytes)
  const [, ...whole] = await withAlike(phone.page, [head!, ...rows], fileHead!)
  assert.deepEqual(byName(fileRows), byName(whole))
  await top(phone.page).getByText('✓ 表格已经导出').waitFor()
  assert.deepEqual(phone.errors, [])
})

test('a past week can be chosen, and one member’s weeks are 学过 or 还没有, without answers or times of day', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await phone.go(`${DESK}/home/index`)
  await top(phone.page).getByText('本周', { exact: true }).waitFor()
  await press(phone.page, 'week-back')
  await top(phone.page).getByText('上周', { exact: true }).waitFor()
  await top(phone.page).locator('.member-line').nth(1).waitFor()
  const name = await top(phone.page).locator('.member-line__name').first().textContent()
  await top(phone.page)
    .locator('.member-line')
    .first()
    .evaluate((line: HTMLElement) => line.click())
  await top(phone.page).getByText(name!, { exact: true }).first().waitFor()
  const [head, ...rows] = await tableOf(phone.page)
  // None from before the branch had told of any.
  const [told] = await service.query<{ weeks: number }>(
    `select count(distinct start)::int as weeks from branch_period where period = 'week'
      and branch_id = (select min(org_id) from role_grant where role = 'secretary')
      and start >= (select min(start) from branch_period where period = 'week' and studied > 0
        and branch_id = (select min(org_id) from role_grant where role = 'secretary'))`,
  )
  assert.equal(rows.length, told!.weeks)
  assert.ok(rows.length >= 2)
  assert.deepEqual(head!.slice(0, 2), ['周（起）', '学习'])
  const words = (await top(phone.page).textContent()) ?? ''
  assert.doesNotMatch(words, /q-\d{5}|a-\d{4}|\d{1,2}:\d{2}/)
})

test('members are filtered and found by name, always as on the roster', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await phone.go(`${DESK}/members/index`)
  await top(phone.page).locator('.member-line').first().waitFor()
  const choose = async (filter: string, value: string) => {
    await press(phone.page, `filter-${filter}`)
    await press(phone.page, `choice-${filter}-${value}`)
  }
  const words = () => top(phone.page).locator('.member-line__word').allTextContents()
  const gone = (word: string) =>
    top(phone.page).locator('.member-line__word', { hasText: word }).first().waitFor({ state: 'detached' })
  await choose('state', 'studied')
  await gone('还没有')
  assert.ok((await words()).every(word => word === '学过'))
  await choose('state', 'notYet')
  await gone('学过')
  assert.ok((await words()).every(word => word === '还没有'))
  await choose('state', 'all')
  const name = (await top(phone.page).locator('.member-line__name').first().textContent())!
  await phone.page.locator('#member-words input, input#member-words').first().fill(name)
  await phone.page.waitForFunction(() => document.querySelectorAll('.member-line').length === 1)
})

test('the month’s weeks are the calendar’s, whoever stands first in the table', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  const day = shanghaiDay(Date.now())
  const before = addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)
  const weeks = monthWeeks(before)
  // First by name, and gone since the month's first week.
  const [first] = await service.query<{ member_id: string }>(
    `select member_id from member where branch_id = (select min(org_id) from role_grant where role = 'secretary')
      order by name, member_id limit 1`,
  )
  await service.query('insert into member_move select tenant_id, member_id, $1, $2 from member where member_id = $3', [
    new Date(dayStart(addDays(weeks[0]!, 8))),
    'elsewhere',
    first!.member_id,
  ])
  await phone.go(`${DESK}/report/index?month=${day.slice(0, 7)}`)
  // Weeks before the branch told of any are in no month.
  const [telling] = await service.query<{ first: string }>(
    `select min(start)::text as first from branch_period where period = 'week'
      and branch_id = (select min(org_id) from role_grant where role = 'secretary')`,
  )
  const told = (monday: string) => monday >= telling!.first
  const begun = monthWeeks(day.slice(0, 7)).filter(monday => monday <= day && told(monday)).length
  const bars = top(phone.page).locator('.progress-line')
  await top(phone.page).getByText('支部一起做的').waitFor()
  await counts(bars, begun)
  await press(phone.page, `month-${before}`)
  await top(phone.page)
    .locator('.desk-title', { hasText: `${Number(before.slice(5))} 月` })
    .waitFor()
  await counts(bars, weeks.filter(told).length)
  await service.query("delete from member_move where branch_id = 'elsewhere'")
})

test('a reminder for the group is copied without a name or a number, one for a person with theirs', async () => {
  const phone = await newPhone()
  await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await logIn(phone, 'secretary')
  await phone.go(`${DESK}/nudge/index`)
  const words = async () => {
    const text = await copied(phone.page, 'nudge-copy')
    await top(phone.page).getByText('已经复制').waitFor()
    return text
  }
  const group = await words()
  await press(phone.page, 'nudge-kind-one')
  await top(phone.page).locator('#nudge-member .choice__one').first().waitFor()
  const names = (await top(phone.page).locator('#nudge-member .choice__one').allTextContents()).map(it => it.trim())
  assert.ok(names.length > 3)
  for (const name of names) assert.ok(!group.includes(name))
  assert.doesNotMatch(group, /\d/)
  const chosen = (await top(phone.page).locator('#nudge-member .choice__one--on').textContent())!.trim()
  assert.match(await words(), new RegExp(`^${chosen}同志`))
})

test('another branch’s address is a clear page with the way back, and nothing of it is shown', async () => {
  const [other] = await service.query<{ org_id: string; name: string }>(
    "select org_id, name from org where type = 'branch' and org_id not in (select org_id from role_grant where role = 'secretary' and member_id = (select min(member_id::text)::uuid from role_grant where role = 'secretary')) order by path desc limit 1",
  )
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  for (const page of ['home', 'members', 'report', 'assignments', 'offline', 'meetings', 'joining', 'audit']) {
    await phone.go(`${DESK}/${page}/index?org=${other!.org_id}`)
    await top(phone.page).getByText('没有找到', { exact: true }).first().waitFor()
    assert.equal(await top(phone.page).getByText(other!.name).count(), 0)
  }
  await top(phone.page)
    .getByText('回到我的支部')
    .first()
    .evaluate((button: HTMLElement) => button.click())
  await top(phone.page).getByText('人这一周学过').waitFor()
})

test('without a login the pages say what they are for; a member who keeps no branch is told so', async () => {
  const phone = await newPhone()
  await phone.open(`${DESK}/home/index`)
  await top(phone.page).getByText('还没有登录').waitFor()
  await logIn(phone, 'member-1')
  await phone.go(`${DESK}/home/index`)
  await top(phone.page).getByText('您不是支部书记').waitFor()
})

test('with the service away the page says so, and reads when it is back', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await service.kill()
  await phone.go(`${DESK}/home/index`)
  await top(phone.page).getByText('这里没有读出来').waitFor()
  await service.restart()
  await top(phone.page)
    .getByText('再试一次')
    .first()
    .evaluate((button: HTMLElement) => button.click())
  await top(phone.page).getByText('人这一周学过').waitFor()
})

test('a secretary whose office ends is told so at the next look, and has the pages again once it is given back', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await phone.go(`${DESK}/home/index`)
  await top(phone.page).getByText('人这一周学过').waitFor()
  const ended = await service.query<{ tenant_id: string; member_id: string; org_id: string }>(
    `delete from role_grant where role = 'secretary' and member_id =
      (select member_id from role_grant where role = 'secretary' order by org_id, member_id limit 1) returning *`,
  )
  // The service remembers who holds what for half a minute.
  await service.kill()
  await service.restart()
  try {
    await press(phone.page, 'to-members')
    await top(phone.page).getByText('您不是支部书记').waitFor()
    for (const page of ['home', 'offline', 'report']) {
      await phone.go(`${DESK}/${page}/index`)
      await top(phone.page).getByText('您不是支部书记').waitFor()
    }
  } finally {
    for (const it of ended) {
      await service.query(
        `insert into role_grant (tenant_id, member_id, role, org_id) values ($1, $2, 'secretary', $3)`,
        [it.tenant_id, it.member_id, it.org_id],
      )
    }
    await service.kill()
    await service.restart()
  }
  await phone.go(`${DESK}/home/index`)
  await top(phone.page).getByText('人这一周学过').waitFor()
})

test('who keeps two branches chooses between them by name, and an empty one says what to do', async () => {
  const [branch] = await service.query<{ tenant_id: string; member_id: string }>(
    `select tenant_id, member_id from role_grant where role = 'secretary' order by org_id, member_id limit 1`,
  )
  const { tenant_id, member_id } = branch!
  await service.query(
    `insert into org (tenant_id, org_id, parent_id, type, name, path, demo)
      values ($1, 'u01-99', 'u01', 'branch', '示例流动党员支部', '/d/u01/u01-99/', true)`,
    [tenant_id],
  )
  await service.query(
    `insert into role_grant (tenant_id, member_id, role, org_id) values ($1, $2, 'secretary', 'u01-99')`,
    [tenant_id, member_id],
  )
  await service.kill()
  await service.restart()
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await phone.go(`${DESK}/home/index`)
  await press(phone.page, 'branch-u01-99')
  await top(phone.page).locator('.desk-title', { hasText: '示例流动党员支部' }).waitFor()
  await top(phone.page).getByText('名册还是空的').waitFor()
  for (const page of ['members', 'report', 'offline', 'nudge', 'meetings', 'assignments', 'joining', 'audit']) {
    await phone.go(`${DESK}/${page}/index?org=u01-99`)
    await top(phone.page).locator('.empty, #nudge-words').first().waitFor()
  }
  await phone.go(`${DESK}/nudge/index?org=u01-99`)
  await press(phone.page, 'nudge-kind-one')
  await top(phone.page).getByText('名册还是空的').waitFor()
  assert.deepEqual(phone.errors, [])
  await service.query(`delete from role_grant where org_id = 'u01-99'`)
  await service.query(`delete from org where org_id = 'u01-99'`)
})
