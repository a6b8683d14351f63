import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { encodeSlip } from '../../domain/branch/slip'
import { type Downloaded, download as pressed } from './download'
import { durable, newPhone, press as tap, top, useBrowser, type Phone } from './phone'
import { logIn, useService } from './service'

useBrowser()
const NOW = new Date('2026-11-27T20:00:00+08:00')
const service = useService(NOW.getTime())
const DESK = '/subpackages/branch'
/** A Monday of the month. */
const WEEK = '2026-11-16'

async function at(who: Parameters<typeof logIn>[1]): Promise<Phone> {
  const phone = await newPhone()
  await phone.page.clock.setFixedTime(NOW)
  await logIn(phone, who)
  return phone
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'month-'))
after(() => fs.rmSync(folder, { recursive: true, force: true }))
/** What the secretary's hand has done so far; the ways from page to page are not in it. */
const done = { taps: 0, fields: 0 }
function press(page: Page, id: string): Promise<void> {
  done.taps += 1
  return tap(page, id)
}
function download(page: Page, id: string): Promise<Downloaded> {
  done.taps += 1
  return pressed(page, id)
}
async function fill({ page }: Phone, id: string, text: string): Promise<void> {
  done.fields += 1
  await top(page).locator(`#${id} input, input#${id}, #${id} textarea, textarea#${id}`).first().fill(text)
}
/** Rows of the tables of a class, cells as text. */
const rowsOf = (page: Page, row: string) =>
  top(page)
    .locator(row)
    .evaluateAll(rows => rows.map(it => [...it.children].map(cell => cell.textContent ?? '')))
/** A sheet as the screen shows it: an empty cell is a dash. */
function cellsOf(sheet: ExcelJS.Worksheet): string[][] {
  const out: string[][] = []
  sheet.eachRow(row => {
    const cells = Array.from({ length: sheet.columnCount }, (_, i) => row.getCell(i + 1).value)
    out.push(cells.map(value => (value === null || value === '' ? '—' : String(value))))
  })
  return out
}
/** Where the sheet of paper is left to be looked at. */
const FOLDER = process.env.SHOTS_OUT

test('a branch’s month: roster, a meeting with leave and minutes, a talk, a deed, a task, slips that join, the book filed, and what the unit sees', async () => {
  const phone = await at('secretary')
  // The roster: two are marked as the committee, one is new.
  await phone.go(`${DESK}/roster/index`)
  const roster = new ExcelJS.Workbook()
  await roster.xlsx.load((await download(phone.page, 'roster-out')).bytes as never)
  const people = roster.worksheets[0]!
  const heads = (people.getRow(1).values as string[]).slice(1)
  const column = (title: string) => heads.indexOf(title) + 1
  for (const row of [2, 3]) people.getCell(row, column('支委')).value = '是'
  const added = people.rowCount + 1
  people.getCell(added, column('姓名')).value = '示例新来人'
  people.getCell(added, column('手机后四位')).value = '0042'
  const sheetFile = path.join(folder, 'roster.xlsx')
  await roster.xlsx.writeFile(sheetFile)
  const choosing = phone.page.waitForEvent('filechooser')
  await press(phone.page, 'roster-in')
  await (await choosing).setFiles(sheetFile)
  await top(phone.page).getByText('新增 1 位：示例新来人').waitFor()
  await press(phone.page, 'roster-take')
  await top(phone.page).getByText('✓ 名册已经按表格更新').waitFor()

  // The meeting: arranged from the quarter's board, two there by hand, one on leave.
  await phone.go(`${DESK}/meetings/index`)
  await top(phone.page).getByText('这个季度').waitFor()
  await press(phone.page, 'board-theme_day')
  await fill(phone, 'meeting-title', '十一月主题党日')
  await press(phone.page, 'arrange')
  await top(phone.page).getByText('十一月主题党日').waitFor()
  await press(phone.page, 'by-hand')
  const pick = async (list: string, n: number, one = 'picks__one') => {
    done.taps += 1
    await top(phone.page)
      .locator(`#${list} .${one}`)
      .nth(n)
      .evaluate((box: HTMLElement) => box.click())
  }
  await pick('present', 0)
  await pick('present', 1)
  await press(phone.page, 'present-mark')
  await top(phone.page).getByText('到会 2 人', { exact: true }).waitFor()
  await press(phone.page, 'on-leave')
  await pick('away', 0)
  await press(phone.page, 'leave-reason-work')
  await press(phone.page, 'leave-mark')
  await top(phone.page).getByText('，请假 1 人').waitFor()

  // The record: what is typed outlives the app before it is saved.
  await press(phone.page, 'to-record')
  await fill(phone, 'record-minutes', '一、通报本月学习。二、定下月主题。')
  await durable(phone.page, 'branch/records', '定下月主题')
  await phone.relaunch()
  await top(phone.page).getByText('这是上次写了还没保存的').waitFor()
  await press(phone.page, 'record-chair')
  await pick('record-chair-name', 1, 'choice__one')
  await press(phone.page, 'record-save')
  await top(phone.page).locator('#record-save').waitFor({ state: 'detached' })
  await phone.go(`${DESK}/audit/index`)
  await top(phone.page).getByText('修改会议记录').first().waitFor()
  const stored = await service.query<{ minutes: string; chair: string | null; edits: number }>(
    `select minutes, chair, edits from meeting where title = '十一月主题党日'`,
  )
  assert.equal(stored[0]!.minutes, '一、通报本月学习。二、定下月主题。')
  assert.ok(stored[0]!.chair)

  // A talk that was given, a deed that was done, a task.
  await phone.go(`${DESK}/activities/index`)
  await press(phone.page, 'to-write-activity')
  await press(phone.page, 'activity-kind-talk')
  await fill(phone, 'activity-title', '院子里讲长征')
  await fill(phone, 'activity-audience', '院里的居民 20 人')
  await press(phone.page, 'activity-state-done')
  await press(phone.page, 'activity-save')
  await top(phone.page).getByText('宣讲，已讲').waitFor()
  await phone.go(`${DESK}/activities/index`)
  await press(phone.page, 'to-write-activity')
  await press(phone.page, 'activity-kind-deed')
  await fill(phone, 'activity-title', '给楼道换灯')
  await fill(phone, 'activity-for', '两户老人')
  await fill(phone, 'activity-due', '2026-11-30')
  await press(phone.page, 'activity-save')
  await press(phone.page, 'activity-next')
  await press(phone.page, 'activity-save')
  await top(phone.page).getByText('我为群众办实事，办理中').waitFor()
  await press(phone.page, 'activity-next')
  await fill(phone, 'activity-result', '换好了两盏')
  await press(phone.page, 'activity-save')
  await top(phone.page).getByText('我为群众办实事，办结').waitFor()
  await phone.go(`${DESK}/assign/index`)
  await top(phone.page).locator('[id^=option-offer-]').first().waitFor()
  await press(phone.page, (await top(phone.page).locator('[id^=option-offer-]').first().getAttribute('id'))!)
  await fill(phone, 'assign-title', '月底前学完')
  await fill(phone, 'assign-due', '2026-11-29')
  await press(phone.page, 'assign')
  await top(phone.page).getByText('0 人已经完成').waitFor()

  // Slips: one of somebody on the roster whose phone has told nothing, one of a stranger.
  const [quiet] = await service.query<{ member_id: string; name: string }>(
    `select m.member_id, m.name from member m where m.branch_id = (select min(branch_id) from member)
      and not m.offline and m.name <> '示例新来人'
      and not exists (select from role_grant g where g.member_id = m.member_id) order by m.member_id desc limit 1`,
  )
  assert.ok(quiet)
  for (const table of ['member_day', 'offline_study']) {
    await service.query(`delete from ${table} where member_id = $1`, [quiet.member_id])
  }
  const slip = { branch: '第一支部', week: WEEK, studyDays: 3, items: 2, answers: 5, madeAt: NOW.getTime() }
  const texts = [encodeSlip({ ...slip, name: quiet.name, tag: 7 }), encodeSlip({ ...slip, name: '外来的', tag: 8 })]
  await phone.go(`${DESK}/collect/index`)
  await fill(phone, 'paste', texts.join('\n'))
  await press(phone.page, 'take')
  await top(phone.page).locator('.notice').first().waitFor()
  await press(phone.page, 'to-month')

  // One 月报: the stranger's slip is asked about once.
  await top(phone.page).getByText('“外来的”的学习单是谁的').waitFor()
  await press(phone.page, 'slip-nobody')
  await top(phone.page).getByText('“外来的”的学习单是谁的').waitFor({ state: 'detached' })
  await press(phone.page, 'lines-table')
  await top(phone.page).locator('.data-table').waitFor()
  const more = top(phone.page).locator('.button', { hasText: /^再看 \d+ 行$/ })
  while ((await more.count()) > 0) await more.evaluateAll((all: HTMLElement[]) => all.forEach(it => it.click()))
  const lines = await rowsOf(phone.page, '.data-table__row')
  const own = lines.find(line => line[0] === quiet.name)!
  assert.match(own.at(-1)!, /学习单/)
  assert.equal(own[1], '学过')

  // The book: the workbook is the screen, cell by cell; then it is filed.
  // What was done together stands in the month: the talk, and the deed as it is now.
  const row = (title: string) => top(phone.page).locator('.row', { hasText: title })
  await row('院子里讲长征').getByText('已讲').waitFor()
  await row('给楼道换灯').getByText('11月27日，我为群众办实事，11月27日办完').waitFor()
  await press(phone.page, 'to-book')
  await top(phone.page).locator('.paper').waitFor()
  // A phone has no room for six columns: every row says what its figures are.
  const looks = async () => [
    await top(phone.page).locator('.paper__cards').first().isVisible(),
    await top(phone.page).locator('.paper__table').first().isVisible(),
  ]
  assert.deepEqual(await looks(), [true, false])
  const file = await download(phone.page, 'book-xlsx')
  const [branch] = await service.query<{ name: string }>(
    `select name from org where org_id = (select min(org_id) from role_grant where role = 'secretary')`,
  )
  assert.equal(file.name, `${branch!.name}_学习月报_2026-11_20261127.xlsx`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.bytes as never)
  assert.deepEqual(
    book.worksheets.map(it => it.name),
    ['月报', '每人一行', '会议', '活动', '任务'],
  )
  assert.deepEqual(cellsOf(book.getWorksheet('每人一行')!), lines)
  // The paper's tables one under another: meetings, activities, people in two halves, tasks.
  const paper = await rowsOf(phone.page, '.paper__row')
  const [meetings, activities, tasks] = ['会议', '活动', '任务'].map(name => cellsOf(book.getWorksheet(name)!)) as [
    string[][],
    string[][],
    string[][],
  ]
  assert.deepEqual(paper.slice(0, meetings.length), meetings)
  assert.deepEqual(paper.slice(meetings.length, meetings.length + activities.length), activities)
  assert.deepEqual(paper.slice(-tasks.length), tasks)
  const names = ['院子里讲长征', '给楼道换灯', '月底前学完']
  assert.deepEqual(
    [...activities, ...tasks].filter(it => names.some(name => it.includes(name))).map(it => it.slice(1, 4)),
    [
      ['宣讲', '院子里讲长征', '已讲'],
      ['我为群众办实事', '给楼道换灯', '办结，11月27日'],
      ['11月29日', `0 / ${lines.length - 1}`],
    ],
  )
  const onPaper = paper.slice(meetings.length + activities.length, -tasks.length).filter(it => it[0] !== '姓名')
  const columns = [0, 1, 3, 5, 6, 7]
  assert.deepEqual(
    onPaper,
    lines.slice(1).map(line => columns.map(i => line[i])),
  )
  const head = Object.fromEntries(cellsOf(book.getWorksheet('月报')!).map(([name, value]) => [name, value]))
  const studied = lines.slice(1).filter(line => line[1] === '学过').length
  assert.equal(head['参学（自报）'], `${studied} / ${lines.length - 1}`)
  assert.equal(head.支部, branch!.name)
  assert.ok('支部书记（签字）' in head)
  const held = activities.slice(1).filter(it => !it[3]!.startsWith('计划') && it[1] !== '我为群众办实事').length
  assert.equal(head['活动（次）'], String(held))
  assert.match(head['实事（件）']!, /^办结 [1-9]\d*，在办 \d+$/)
  await press(phone.page, 'book-file')
  // The whole month by hand, from the roster to 已报.
  assert.deepEqual(done, { taps: 37, fields: 11 })
  await top(phone.page).getByText('✓ 已经报上去了').waitFor()
  await top(phone.page)
    .getByText(`参学 ${studied} / ${lines.length - 1}`, { exact: false })
    .first()
    .waitFor()

  // On paper it is alone, with every row.
  await phone.page.emulateMedia({ media: 'print' })
  assert.equal(await top(phone.page).locator('.title-bar').isVisible(), false)
  assert.equal(await top(phone.page).locator('#book-file').isVisible(), false)
  assert.deepEqual(await looks(), [false, true])
  const printed = await top(phone.page).locator('.paper').textContent()
  for (const place of ['区', '单位', '支部']) assert.ok(printed!.includes(`${place}\u00a0${head[place]}`), place)
  for (const [name] of lines.slice(1)) assert.ok(printed!.includes(name!), name)
  if (FOLDER) {
    await phone.page.setViewportSize({ width: 688, height: 1017 })
    await phone.page.screenshot({ path: path.join(FOLDER, 'paper.png') })
    fs.writeFileSync(path.join(FOLDER, 'paper.pdf'), await phone.page.pdf({ preferCSSPageSize: true }))
    await phone.page.setViewportSize({ width: 390, height: 844 })
  }
  await phone.page.emulateMedia({ media: null })
  assert.deepEqual(phone.errors, [])

  // The unit sees that it is filed, with its sums and nobody's name.
  const unit = await at('unit_admin')
  await unit.go('/subpackages/district/org/index')
  await press(unit.page, 'to-filed')
  const filed = top(unit.page).locator('.row', { hasText: branch!.name })
  await filed.getByText('已报').waitFor()
  await filed.getByText(`活动 ${held} 次，办结实事`).waitFor()
  await filed.getByText(`参学 ${studied} / ${lines.length - 1}`).waitFor()
  const seen = await top(unit.page).textContent()
  for (const [name] of lines.slice(1)) assert.ok(!seen!.includes(name!), name)

  // Taken back it is filed nowhere, also after a reload of either.
  await tap(phone.page, 'book-back')
  await tap(phone.page, 'dialog-confirm')
  await top(phone.page).getByText('已经撤回，上级看到的是还没有报').waitFor()
  await phone.relaunch()
  await top(phone.page).locator('.paper').waitFor()
  assert.equal(await top(phone.page).locator('#book-back').count(), 0)
  await unit.relaunch()
  await top(unit.page).locator('.row', { hasText: branch!.name }).getByText('还没报', { exact: true }).waitFor()
  assert.deepEqual([...phone.errors, ...unit.errors], [])
})

test('on paper every row is there, on as many sheets as it takes, down to the line to sign', async () => {
  const phone = await at('secretary')
  // A branch that no single sheet holds.
  await service.query(
    `with made as (insert into member (tenant_id, member_id, branch_id, name, place)
        select tenant_id, gen_random_uuid(), branch_id, '示例纸上' || n, 900 + n
        from (select distinct tenant_id, branch_id from member where branch_id = (select min(org_id) from role_grant
          where role = 'secretary')) b, generate_series(1, 70) n returning tenant_id, member_id, branch_id)
      insert into member_move select tenant_id, member_id, 'epoch', branch_id from made`,
  )
  await phone.go(`${DESK}/book/index?month=2026-11`)
  await top(phone.page).locator('.paper').waitFor()
  await phone.page.emulateMedia({ media: 'print' })
  // Nothing around the sheet cuts it off, whatever is in the page's text.
  const cut = await top(phone.page)
    .locator('.paper__sign')
    .evaluate(sign => {
      const out: string[] = []
      for (let at = sign.parentElement; at; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        if (overflowX !== 'visible' || overflowY !== 'visible') out.push(`${at.tagName}.${at.className}`)
      }
      return out
    })
  assert.deepEqual(cut, [])
  const pdf = await phone.page.pdf({ preferCSSPageSize: true })
  if (FOLDER) fs.writeFileSync(path.join(FOLDER, 'long.pdf'), pdf)
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  assert.ok(sheets >= 2, `${sheets}`)
  await phone.page.emulateMedia({ media: null })
  await service.query(
    "delete from member_move where member_id in (select member_id from member where name like '示例纸上%')",
  )
  await service.query("delete from member where name like '示例纸上%'")
  assert.deepEqual(phone.errors, [])
})

test('a member sees on 首页 what is arranged, puts it into the calendar, and sees their own 学时', async () => {
  const secretary = await at('secretary')
  await secretary.go(`${DESK}/meetings/index`)
  await press(secretary.page, 'to-arrange')
  await press(secretary.page, 'meeting-kind-theme_day')
  await fill(secretary, 'meeting-title', '去看老照片')
  await fill(secretary, 'meeting-day', '2026-11-28')
  await fill(secretary, 'meeting-place', '社区活动室')
  await press(secretary.page, 'arrange')
  await top(secretary.page).getByText('去看老照片').waitFor()
  const member = await at('member-1')
  await member.go('/pages/home/index')
  await top(member.page).getByText('支部安排').waitFor()
  await top(member.page)
    .locator('.row', { hasText: '去看老照片' })
    .evaluate((it: HTMLElement) => it.click())
  const { name, bytes } = await download(member.page, 'meeting-calendar')
  assert.equal(name, '去看老照片.ics')
  assert.match(bytes.toString(), /DTSTART:20261128T190000\r\nDURATION:PT90M\r\n/)
  assert.match(bytes.toString(), /LOCATION:社区活动室\r\n/)
  assert.doesNotMatch(bytes.toString(), /RRULE/)
  await member.go('/pages/me/index')
  await press(member.page, 'to-hours')
  await top(member.page).getByText('一年一般不少于').waitFor()
  const [sum] = await service.query<{ hours: number }>(
    `select coalesce(sum(t.hours), 0)::float as hours from meeting_presence p join meeting t using (tenant_id, branch_id, meeting_id)
      where t.day >= '2026-01-01' and p.member_id = (select min(m.member_id::text)::uuid from member m
        where m.branch_id = (select min(branch_id) from member) and not m.offline
          and not exists (select from role_grant g where g.member_id = m.member_id))`,
  )
  assert.equal(await top(member.page).locator('.stat__value').first().textContent(), String(sum!.hours))
  assert.deepEqual(member.errors, [])
})
