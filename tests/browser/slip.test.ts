import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { encodeSlip, type Slip } from '../../domain/branch/slip'
import { slipLines } from '../../domain/branch/slip-lines'
import { download } from './download'
import { copied, durable, keptWhole, newPhone, press, top, useBrowser, WITHOUT_TEXTS } from './phone'
import { seedStudy } from './seed'

useBrowser({ kept: WITHOUT_TEXTS })

const NOW = new Date('2026-11-24T20:00:00+08:00')
const others: Slip[] = Array.from({ length: 21 }, (_, i) => ({
  name: `示例${String(i + 1).padStart(2, '0')}`,
  branch: '示例03',
  week: '2026-11-23',
  studyDays: i % 6,
  items: i,
  answers: 5 * i,
  madeAt: NOW.getTime(),
  tag: 1000 + i,
}))

test('a member’s slip and twenty-one more become the secretary’s table and a workbook with the same numbers, without a network', async () => {
  const member = await newPhone({ serviceWorkers: true })
  await member.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await member.page.clock.setFixedTime(NOW)
  await seedStudy(member.page, NOW.getTime())
  const secretary = await newPhone({ serviceWorkers: true })
  await secretary.page.clock.setFixedTime(NOW)
  for (const { page, open } of [member, secretary]) {
    await open('/pages/home/index')
    await keptWhole(page)
  }
  await member.context.setOffline(true)
  await secretary.context.setOffline(true)

  await member.open('/subpackages/branch/slip/index')
  await member.page.locator('#slip-name input, input#slip-name').first().fill('王一示')
  await member.page.locator('#slip-branch input, input#slip-branch').first().fill('示例03')
  await member.page.locator('.qr-code').waitFor()
  const lines = await copied(member.page, 'slip-copy')
  await member.page.getByText('已经复制，可以发给书记').waitFor()
  assert.match(lines, /姓名：王一示/)

  const { page } = secretary
  await secretary.open('/subpackages/branch/collect/index')
  const give = async (text: string) => {
    await page.locator('#paste textarea, textarea#paste').first().fill(text)
    await press(page, 'take')
    await page.locator('.notice', { hasText: /./ }).first().waitFor()
  }
  await give(lines)
  await page.getByText('✓ 收下：王一示').waitFor()
  for (const slip of others) {
    await give(encodeSlip(slip))
    await page.getByText(`✓ 收下：${slip.name}`).waitFor()
  }
  await page.getByText('收到 22 张').waitFor()
  await give(encodeSlip(others[3]!))
  await page.getByText('已经收过，没有重复计').waitFor()
  await page.getByText('收到 22 张').waitFor()

  const { bytes } = await download(page, 'week-xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  assert.equal(sheet.rowCount, 23)
  const heads = (sheet.getRow(1).values as string[]).slice(1)
  const onScreen = await page.locator('.data-table__row--head .data-table__cell').allTextContents()
  // What all of them say alike is said once above.
  const once = (await page.locator('.data-table__alike').textContent()) ?? ''
  assert.deepEqual(
    heads.filter(title => onScreen.includes(title) || once.includes(`${title} `)),
    heads,
  )
  assert.deepEqual(
    onScreen,
    heads.filter(title => onScreen.includes(title)),
  )
  const answers = heads.indexOf('答题数') + 1
  const byName = new Map<string, number>()
  for (let row = 2; row <= 23; row++)
    byName.set(String(sheet.getCell(row, 1).value), Number(sheet.getCell(row, answers).value))
  for (const slip of others) assert.equal(byName.get(slip.name), slip.answers)
  assert.equal(byName.get('王一示'), Number(/答题 (\d+) 道/.exec(lines)?.[1] ?? 0))

  await press(page, 'to-month')
  await page.locator('.section__title', { hasText: '一人一行' }).waitFor()
  assert.equal(await page.locator('.stat', { hasText: '人交过' }).locator('.stat__value').textContent(), '22')
})

test('a foreign or damaged code is refused with what to do', async () => {
  const { page, open } = await newPhone()
  await page.clock.setFixedTime(NOW)
  await open('/subpackages/branch/collect/index')
  for (const [text, words] of [
    ['https://example.org/', '这不是学习单'],
    [encodeSlip(others[0]!).replace(/.$/, '_'), '少了字或改动过'],
    ['EQX9.abcdef', '更新的版本'],
  ] as const) {
    await page.locator('#paste textarea, textarea#paste').first().fill(text)
    await press(page, 'take')
    await page.getByText(words).waitFor()
  }
  await page.getByText('收到 0 张').waitFor()
})

test('several members’ lines pasted at once are all taken, and a week to come is not', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  await page.clock.setFixedTime(NOW)
  await open('/subpackages/branch/collect/index')
  const ahead = encodeSlip({ ...others[3]!, week: '2027-01-04' })
  const chat = [...others.slice(0, 3).flatMap(slip => ['示例群聊', ...slipLines(slip)]), ahead].join('\n')
  await page.locator('#paste textarea, textarea#paste').first().fill(chat)
  await press(page, 'take')
  await page.getByText('这段文字里有 3 张').waitFor()
  await page.getByText('那一周还没有到，没有收；请核对两部手机的日期').waitFor()
  await page.getByText('收到 3 张').waitFor()
  await relaunch()
  await page.getByText('收到 3 张').waitFor()
  assert.deepEqual(errors, [])
})

test('weeks are kept: a slip of months ago goes to its week, its month has a report, and what does not belong is taken out', async () => {
  const { page, open } = await newPhone()
  await page.clock.setFixedTime(NOW)
  await open('/subpackages/branch/collect/index')
  const old = { ...others[5]!, week: '2026-08-03' }
  for (const slip of [old, { ...old, tag: 9 }]) {
    await page.locator('#paste textarea, textarea#paste').first().fill(encodeSlip(slip))
    await press(page, 'take')
    await page.getByText('不过它是 8月3日至9日 的，已放到那一周').waitFor()
  }
  await page.getByText('这一周已有同名的另一部手机交过').waitFor()
  for (let i = 0; i < 16; i++) await press(page, 'week-back')
  await page.getByText('收到 2 张').waitFor()
  await press(page, 'take-out')
  await press(page, 'take-out-1')
  await press(page, 'dialog-confirm')
  await page.getByText('收到 1 张').waitFor()
  await press(page, 'to-month')
  await press(page, 'month-2026-08')
  await top(page).locator('.section__title', { hasText: '一人一行' }).waitFor()
  assert.equal(await top(page).locator('.stat__value').first().textContent(), '1')
})

test('a name typed faster than the phone can write it down is whole, also after a kill', async () => {
  const { page, open, relaunch } = await newPhone()
  await open('/subpackages/branch/slip/index')
  const name = '示例欧阳一二三四五六七'
  const field = page.locator('#slip-name input, input#slip-name').first()
  await field.pressSequentially(name)
  await page.locator('.qr-code').waitFor()
  assert.equal(await field.inputValue(), name)
  await durable(page, 'slip/who', name)
  await relaunch()
  await page.locator('#slip-lines', { hasText: name }).waitFor()
  assert.equal(await field.inputValue(), name)
})
