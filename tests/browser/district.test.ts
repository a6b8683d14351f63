import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { ORG_COLUMNS } from '../../domain/contract/report-columns'
import { SMALLEST_TOLD } from '../../domain/contract/limits'
import { lastFinishedWeek } from '../../domain/district/reporting-period'
import { shanghaiDay } from '../../domain/time/day'
import { download } from './download'
import { newPhone, type Phone, press, top, useBrowser } from './phone'
import { logIn, useService } from './service'
import { withAlike } from './tables'

useBrowser()
const service = useService()

/** The week that the pages begin with. */
const monday = () => lastFinishedWeek(shanghaiDay(Date.now())).start

interface Sums {
  members: number
  studied: number
}
/** What the database holds of the branches under a path that something is told of, in the week that is shown. */
async function sumsUnder(path: string): Promise<Sums> {
  const [sums] = await service.query<Sums>(
    `select coalesce(sum(p.members), 0)::int as members, coalesce(sum(p.studied), 0)::int as studied
      from branch_period p join org o on o.org_id = p.branch_id and o.tenant_id = p.tenant_id
      where p.period = 'week' and p.start = $1 and left(o.path, length($2)) = $2 and p.members >= $3`,
    [monday(), path, SMALLEST_TOLD],
  )
  return sums!
}

async function signedIn(id: 'supervisor' | 'unit_admin' | 'member-1'): Promise<Phone> {
  const phone = await newPhone({ width: 390 })
  await logIn(phone, id)
  return phone
}

const district = (page: string, query = '') => `/subpackages/district/${page}/index${query && `?${query}`}`
const titleOf = (page: Page, words: string) => top(page).locator('.empty__title', { hasText: words })
const cellsOf = (page: Page) =>
  top(page)
    .locator('.data-table__row')
    .evaluateAll(rows =>
      rows.map(row => [...row.querySelectorAll('.data-table__cell')].map(cell => cell.textContent ?? '')),
    )

async function fill(page: Page, id: string, words: string): Promise<void> {
  await top(page).locator(`#${id} input, input#${id}`).first().fill(words)
}

/** Shows every row of the table, however many it takes. */
async function wholeTable(page: Page): Promise<string[][]> {
  await top(page).locator('.data-table__row').nth(1).waitFor()
  const more = top(page).getByText(/^再看( \d+ 行|一些)$/)
  while ((await more.count()) > 0) {
    const rows = (await cellsOf(page)).length
    await more.evaluateAll((all: HTMLElement[]) => all.forEach(it => it.click()))
    await page.waitForFunction(
      n => [...document.querySelectorAll<HTMLElement>('.data-table__row')].filter(it => it.offsetParent).length > n,
      rows,
    )
  }
  return cellsOf(page)
}

test('from 我的 a supervisor comes to the organisations, as on the roster, uncoloured and in no other order', async () => {
  const { page, go, errors } = await signedIn('supervisor')
  await go('/pages/me/index')
  await press(page, 'to-district')
  await press(page, 'org-u01')
  await top(page).locator('.crumbs__one', { hasText: '示例街道01' }).last().waitFor()
  const lines = top(page).locator('[id^=org-u01-]')
  await lines.first().waitFor()
  const ids = await lines.evaluateAll(all => all.map(it => it.id))
  assert.deepEqual(ids, [...ids].sort())
  const looks = await lines.evaluateAll(all => all.map(it => it.className))
  assert.equal(new Set(looks).size, 1)
  assert.doesNotMatch(await top(page).innerText(), /第 ?\d+ ?名|排行|达标|积分|分钟|需要帮助/)
  assert.deepEqual(errors, [])
})

test('the way down: every level shows the totals of what lies under it, and the names above lead back', async () => {
  const { page, go, errors } = await signedIn('supervisor')
  await go(district('org'))
  const shows = async (path: string, name: string) => {
    const { members, studied } = await sumsUnder(path)
    await top(page).locator('.crumbs__one', { hasText: name }).last().waitFor()
    for (const [value, of] of [
      [studied, '参学'],
      [members, '应参'],
    ])
      await top(page)
        .locator('#org-totals', { hasText: new RegExp(`(^|\\D)${value}\\s*${of}`) })
        .waitFor()
  }
  await shows('/d/', '示例区')
  await press(page, 'org-u01')
  await shows('/d/u01/', '示例街道01')
  await press(page, 'org-u01-g')
  await shows('/d/u01/u01-g/', '示例街道01总支')
  await press(page, 'org-u01-02')
  await shows('/d/u01/u01-g/u01-02/', '示例街道01第2支部')
  await press(page, 'crumb-u01')
  await shows('/d/u01/', '示例街道01')
  assert.deepEqual(errors, [])
})

test('the picture of the quarter has a name that says every number, and a table that says the same', async () => {
  const { page, go } = await signedIn('supervisor')
  await go(district('org'))
  const label = await top(page).locator('.chart').getAttribute('aria-label')
  const { studied, members } = await sumsUnder('/d/')
  const [, month, day] = monday().split('-').map(Number)
  assert.ok(label!.includes(`${month}/${day} ${Math.round((100 * studied) / members)}%`), label!)
  await press(page, 'trend-table')
  const cells = await wholeTable(page)
  assert.ok(
    cells.some(row => row[0] === `${month}月${day}日` && row[1] === String(studied) && row[2] === String(members)),
  )
})

test('an exported workbook and CSV have the columns and the numbers of the screen', async () => {
  const { page, go } = await signedIn('supervisor')
  await go(district('org'))
  await top(page).locator('#children-table').waitFor()
  await press(page, 'children-table')
  const columns = ORG_COLUMNS.map(it => it.title)
  const [head, ...rows] = await withAlike(page, await wholeTable(page), columns)
  assert.equal(rows.length, 3)
  await press(page, 'to-export')
  const xlsx = await download(page, 'export-save')
  assert.match(xlsx.name, /^示例区_组织汇总_\d{4}-\d\d-\d\d_\d{8}\.xlsx$/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(xlsx.bytes as never)
  const sheet = book.worksheets[0]!
  const inFile = (sheet.getSheetValues() as unknown[][]).slice(1).map(line => line.slice(1).map(String))
  assert.deepEqual(inFile, [head, ...rows])
  await press(page, 'export-rows-branches')
  await press(page, 'export-format-csv')
  const csv = (await download(page, 'export-save')).bytes.toString()
  assert.equal(csv.trim().split('\r\n').length, 1 + 8)
  const { studied } = await sumsUnder('/d/')
  const column = ORG_COLUMNS.findIndex(it => it.key === 'studied')
  const sum = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .reduce((n, line) => n + Number(line.split(',')[column]), 0)
  assert.equal(sum, studied)
})

test('the table of a large organisation goes on to its last child', async () => {
  const { page, go } = await signedIn('supervisor')
  const name = (n: number) => `空组织${String(n).padStart(2, '0')}`
  await service.query(
    `insert into org (tenant_id, org_id, parent_id, type, name, path)
      select d.tenant_id, 'more' || i, d.org_id, 'committee', '空组织' || lpad(i::text, 2, '0'), d.path || 'more' || i || '/'
      from org d, generate_series(1, 60) i where d.parent_id is null`,
  )
  await go(district('org'))
  await press(page, 'children-table')
  const [, ...rows] = await wholeTable(page)
  assert.equal(rows.length, 63)
  for (const n of [1, 50, 60]) assert.ok(rows.some(row => row[0] === name(n)))
  await service.query("delete from org where org_id like 'more%'")
})

test('a sample drawn again from its seed is the same people, masked, and both drawings are written down', async () => {
  const { page, go } = await signedIn('supervisor')
  await go(district('sample'))
  await press(page, 'sample-size-5')
  await fill(page, 'reason', '季度学习督导')
  await press(page, 'draw')
  await top(page).locator('#drawn-seed').waitFor()
  const seed = /随机数 (\S+?)，/.exec(await top(page).locator('#drawn-seed').innerText())![1]!
  const [, ...first] = await wholeTable(page)
  assert.equal(first.length, 5)
  // The supervisor belongs to 示例街道01第1支部, where names are whole.
  for (const [name, , branch] of first) assert.match(name!, branch === '示例街道01第1支部' ? /^示例/ : /^.\*$/u)
  await go(district('sample'))
  await press(page, 'sample-size-5')
  await fill(page, 'reason', '再看一遍')
  await fill(page, 'seed', seed)
  await press(page, 'draw')
  await top(page).locator('#drawn-seed').waitFor()
  const [, ...again] = await wholeTable(page)
  assert.deepEqual(again, first)
  const kept = await service.query<{ reason: string }>(
    `select reason from audit_log where action = 'sample' and reason like '%' || $1 || '%' order by at`,
    [seed],
  )
  assert.deepEqual(
    kept.map(it => it.reason.split('（')[0]),
    ['季度学习督导', '再看一遍'],
  )
})

test('a sample needs a reason, and a seed the service would refuse is told before it is sent', async () => {
  const { page, go } = await signedIn('supervisor')
  await go(district('sample'))
  const draw = (state: string) => top(page).locator(`#draw${state}`).waitFor()
  await draw('[aria-disabled=true]')
  await fill(page, 'reason', '季度学习督导')
  await draw(':not([aria-disabled=true])')
  await fill(page, 'seed', '二〇二六')
  await top(page).getByText('随机数只有字母').waitFor()
  await draw('[aria-disabled=true]')
})

test('a unit admin sees the own unit, is refused elsewhere in words, and finds the way back', async () => {
  const { page, go } = await signedIn('unit_admin')
  await go(district('org'))
  await top(page).locator('.crumbs__one', { hasText: '示例街道01' }).waitFor()
  assert.equal(await top(page).locator('#crumb-d').count(), 0)
  assert.equal(await top(page).locator('#to-sample').count(), 0)
  for (const address of [district('org', 'org=u02'), district('org', 'org=d'), district('org', 'org=none')]) {
    await go(address)
    await titleOf(page, '这里不在您的范围内').first().waitFor()
    assert.equal(await top(page).locator('.empty').count(), 1, address)
  }
  await top(page)
    .getByText('回到我负责的组织')
    .evaluate((it: HTMLElement) => it.click())
  await top(page).locator('.crumbs__one', { hasText: '示例街道01' }).waitFor()
  await go(district('sample'))
  await titleOf(page, '这件事由区级督导员来做').waitFor()
})

test('a member, and whoever is not signed in, are told whom these pages are for; nothing is asked of the service', async () => {
  const phone = await signedIn('member-1')
  service.seen()
  for (const name of ['org', 'sample', 'audit']) {
    await phone.go(district(name))
    await titleOf(phone.page, '这一页不对您开放').waitFor()
  }
  const asked = service.seen().filter(it => it.path.includes('/orgs/'))
  assert.deepEqual(asked, [])
  await phone.go('/pages/me/index')
  assert.equal(await top(phone.page).locator('#to-district').count(), 0)
  const stranger = await newPhone()
  await stranger.open(district('org'))
  await titleOf(stranger.page, '还没有登录').waitFor()
})

test('a month of which nothing is known says so, and another can be chosen', async () => {
  const { page, go } = await signedIn('supervisor')
  await go(district('org', 'month=2024-01'))
  await titleOf(page, '这段时间没有数字').waitFor()
  await top(page).getByText('2024年1月').first().waitFor()
  await press(page, 'period-later')
  await top(page).getByText('2024年2月').first().waitFor()
})

test('with the service down the page says so and goes on where it was when it is back', async () => {
  const { page, go } = await signedIn('supervisor')
  await go(district('org'))
  await top(page).locator('#org-totals .stat').first().waitFor()
  await service.kill()
  await press(page, 'org-u01')
  await titleOf(page, '没有读出来').waitFor()
  await service.restart()
  await top(page)
    .getByText('再试一次')
    .evaluate((it: HTMLElement) => it.click())
  await top(page).locator('#org-totals .stat').first().waitFor()
})
