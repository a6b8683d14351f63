import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { download } from './download'
import { newPhone, type Phone, press, top, useBrowser } from './phone'
import { logIn, useService } from './service'

useBrowser()
const NOW = new Date('2026-11-27T20:00:00+08:00')
const service = useService(NOW.getTime())

async function at(who: Parameters<typeof logIn>[1]): Promise<Phone> {
  const phone = await newPhone()
  await phone.page.clock.setFixedTime(NOW)
  await logIn(phone, who)
  return phone
}
async function fill({ page }: Phone, id: string, text: string): Promise<void> {
  await top(page).locator(`#${id} input, input#${id}, #${id} textarea, textarea#${id}`).first().fill(text)
}
const district = (page: string, query = '') => `/subpackages/district/${page}/index${query && `?${query}`}`
const row = (page: Page, words: string) => top(page).locator('.row', { hasText: words })
const click = (it: ReturnType<typeof row>) => it.first().evaluate((node: HTMLElement) => node.click())

test('a unit begins with who needs a hand, as on the roster; that it was in touch stands beside the branch', async () => {
  const unit = await at('unit_admin')
  const { page } = unit
  await unit.go(district('org'))
  const needs = top(page).locator('#org-needs')
  await needs.waitFor()
  // Before any number of study.
  const order = await top(page)
    .locator('#org-needs, #org-totals')
    .evaluateAll(all => all.map(it => it.id))
  assert.deepEqual(order, ['org-needs', 'org-totals'])
  await press(page, 'needs-unfiled')
  const lines = top(page).locator('#needs .row')
  await lines.first().waitFor()
  const counted = await service.query<{ n: number }>(
    `select count(*)::int as n from org o where o.type = 'branch' and o.path like (select path || '%' from org where org_id = 'u01')
      and not exists (select from filed_month f where f.branch_id = o.org_id and f.month = '2026-10-01')`,
  )
  await top(page).getByText(`${counted[0]!.n} / `).waitFor()
  const names = async () => top(page).locator('#needs .row__title').allTextContents()
  const numbers = (await names()).map(it => Number(/第(\d+)支部/.exec(it)![1]))
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  )
  // Nothing of anybody's study.
  assert.doesNotMatch((await top(page).textContent())!, /参学|学过|%/)
  const name = (await names())[0]!
  await click(lines)
  await fill(unit, 'contact-note', '和书记通了电话，这周补报')
  await press(page, 'contact-save')
  await row(page, name).getByText('11月27日联系过').waitFor()
  assert.deepEqual(unit.errors, [])
})

test('a theme goes to chosen branches, begins their 主题党日 in one tap, and a task cannot be taken back by the branch', async () => {
  const unit = await at('unit_admin')
  const { page } = unit
  await unit.go(district('sent'))
  await press(page, 'to-send')
  await press(page, 'send-kind-theme')
  const ready = top(page).locator('[id^=ready-]:not(#ready-more):not(#ready-other)')
  await ready.first().waitFor()
  assert.equal(await ready.count(), 3)
  await press(page, 'ready-more')
  await press(page, (await ready.nth(4).getAttribute('id'))!)
  await top(page).locator('#ready-other').waitFor()
  assert.equal(await ready.count(), 1)
  await fill(unit, 'send-title', '身边的红色地名')
  await press(page, 'send-to-some')
  await fill(unit, 'branch-words', '第1支部')
  await top(page)
    .locator('#send-branch .picks__one')
    .first()
    .evaluate((it: HTMLElement) => it.click())
  await top(page).getByText('发给 1 个支部').waitFor()
  await press(page, 'send')
  // Far below what is studied, its rows come when they are near the screen.
  const branches = top(page).locator('#sent-branches')
  await branches.evaluate(it => it.scrollIntoView({ block: 'center' }))
  await branches.getByText('还没开').waitFor()

  await unit.go(district('send'))
  await top(page).locator('[id^=option-offer-]').first().waitFor()
  await press(page, (await top(page).locator('[id^=option-offer-]').first().getAttribute('id'))!)
  await fill(unit, 'send-title', '全单位一起读')
  await press(page, 'send')
  await top(page).getByText('全单位一起读').waitFor()
  const [sent] = await service.query<{ n: number }>(
    `select count(*)::int as n from assignment where sent_id is not null`,
  )
  await top(page).getByText(`${sent!.n} 个`, { exact: true }).waitFor()
  // What was sent stands on its page by the name that the branches read, not by its id.
  const [{ items } = { items: [] }] = await service.query<{ items: string[] }>(
    `select items from sent_down where title = '全单位一起读'`,
  )
  const listed = await top(page).locator('#sent-items .row__title').allTextContents()
  assert.equal(listed.length, items.length)
  for (const title of listed) assert.doesNotMatch(title, /^[ae]-\d/)

  const secretary = await at('secretary')
  await secretary.go('/subpackages/branch/meetings/index')
  await click(top(secretary.page).locator('[id^=theme-]', { hasText: '身边的红色地名' }))
  const title = top(secretary.page).locator('#meeting-title input, input#meeting-title').first()
  assert.equal(await title.inputValue(), '身边的红色地名')
  await secretary.go('/subpackages/branch/assignments/index')
  await click(row(secretary.page, '全单位一起读'))
  await top(secretary.page).getByText('这是上级发的任务').waitFor()
  assert.equal(await top(secretary.page).locator('#assignment-remove').count(), 0)

  // Taken back: the list that is come back to has it no more, nor has the branch, nor has either after a reload.
  await unit.go(district('sent'))
  await click(row(page, '全单位一起读'))
  await press(page, 'sent-back')
  await press(page, 'dialog-confirm')
  await row(page, '身边的红色地名').waitFor()
  await row(page, '全单位一起读').waitFor({ state: 'detached' })
  await unit.relaunch()
  await row(page, '身边的红色地名').waitFor()
  assert.equal(await row(page, '全单位一起读').count(), 0)
  await secretary.go('/subpackages/branch/assignments/index')
  await top(secretary.page).locator('.row, .empty').first().waitFor()
  assert.equal(await row(secretary.page, '全单位一起读').count(), 0)
  assert.deepEqual([...unit.errors, ...secretary.errors], [])
})

test('branches are drawn, visited, and what was found stands on the branch’s desk until it is closed', async () => {
  const unit = await at('unit_admin')
  const { page } = unit
  await unit.go(district('visits'))
  await press(page, 'to-draw')
  await press(page, 'draw-size-50')
  await fill(unit, 'reason', '四季度到支部看一看')
  await press(page, 'draw-visits')
  await top(page)
    .locator('#few-drawn')
    .getByText(/^要抽 50 个，只抽到 \d+ 个/)
    .waitFor()
  await click(top(page).locator('#visits .row', { hasText: '示例街道01第1支部' }))
  await press(page, 'visit-save')
  await top(page).getByText('先写哪一天去的').waitFor()
  await fill(unit, 'visit-day', '2026-11-27')
  await fill(unit, 'visit-findings', '十月的会议记录缺一次')
  await fill(unit, 'visit-due', '2026-12-10')
  await press(page, 'visit-save')
  await top(page).locator('#visits .row', { hasText: '12月10日以前改好' }).waitFor()

  const secretary = await at('secretary')
  await secretary.go('/subpackages/branch/home/index')
  await row(secretary.page, '十月的会议记录缺一次').getByText('12月10日以前改好').waitFor()

  await click(top(page).locator('#visits .row', { hasText: '12月10日以前改好' }))
  await press(page, 'visit-close')
  await top(page).getByText('请写改成了什么样').waitFor()
  await fill(unit, 'visit-outcome', '补齐了，看过原件')
  await press(page, 'visit-close')
  await top(page).locator('#visits .row', { hasText: '11月27日办结' }).waitFor()
  await secretary.relaunch()
  await top(secretary.page).locator('#to-members').waitFor()
  assert.equal(await row(secretary.page, '十月的会议记录缺一次').count(), 0)
  assert.deepEqual([...unit.errors, ...secretary.errors], [])
})

test('invite codes of every branch are one sheet', async () => {
  const unit = await at('unit_admin')
  await unit.go(district('org'))
  await press(unit.page, 'to-invites')
  const { name, bytes } = await download(unit.page, 'invites-make')
  assert.match(name, /^示例街道01_各支部邀请码_到2026-12-27_20261127\.xlsx$/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const [branches] = await service.query<{ n: number }>(
    `select count(*)::int as n from org where type = 'branch' and path like (select path || '%' from org where org_id = 'u01')`,
  )
  assert.equal(book.worksheets[0]!.rowCount, branches!.n + 1)
  assert.deepEqual(unit.errors, [])
})
