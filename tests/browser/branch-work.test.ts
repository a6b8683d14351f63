import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import os from 'node:os'
import { after, test } from 'node:test'
import ExcelJS from 'exceljs'
import { addDays, dayStart, shanghaiDay } from '../../domain/time/day'
import { download } from './download'
import { durable, newPhone, press, top, useBrowser, type Phone } from './phone'
import { logIn, useService } from './service'

useBrowser()
const service = useService()

const DESK = '/subpackages/branch'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-'))
after(() => fs.rmSync(folder, { recursive: true, force: true }))

async function fill(phone: Phone, id: string, text: string): Promise<void> {
  const field = top(phone.page).locator(`#${id} input, input#${id}, #${id} textarea, textarea#${id}`).first()
  await field.fill(text)
}

/** A secretary and a member of the same branch, each on a phone of their own. */
async function two(): Promise<{ secretary: Phone; member: Phone }> {
  const [secretary, member] = [await newPhone(), await newPhone()]
  await logIn(secretary, 'secretary')
  await logIn(member, 'member-1')
  return { secretary, member }
}

/** Reads the article in sight to its end at a reader's pace; the page's own clock runs ahead. */
async function readOn({ page }: Phone, id: string): Promise<void> {
  await page.locator('.article__paragraph').first().waitFor()
  const count = await page.locator('.article__paragraph').count()
  for (let i = 0; i < count; i++) {
    await page.locator(`#${id}-p${i}`).scrollIntoViewIfNeeded()
    await page.mouse.wheel(0, 40)
    await page.clock.runFor(6_000)
  }
  await page.getByText('✓ 这篇已经学完').waitFor()
}

test('an assignment is on the member’s home page, is studied offline, marks itself, and reaches the secretary', async () => {
  const { secretary, member } = await two()
  const known = await service.query<{ item: string }>('select distinct unnest(finished) as item from member_day')
  const studied = new Set(known.map(it => it.item))
  await secretary.go(`${DESK}/assign/index`)
  await top(secretary.page).locator('[id^=option-offer-]').first().waitFor()
  assert.ok((await top(secretary.page).locator('[id^=option-offer-a-]').count()) > 0, 'the week’s own items come first')
  await press(secretary.page, 'offer-search')
  await fill(secretary, 'offer-words', '的')
  const more = top(secretary.page).locator('#offer-more')
  await more.waitFor()
  assert.equal(await top(secretary.page).locator('[id^=option-offer-]').count(), 20, 'on the web twenty lines at once')
  while (await more.count()) await press(secretary.page, 'offer-more')
  const offered = await top(secretary.page)
    .locator('[id^=option-offer-a-]')
    .evaluateAll(lines => lines.map(line => line.id.replace('option-offer-', '')))
  const article = offered.find(id => !studied.has(id))!
  await press(secretary.page, `option-offer-${article}`)
  await fill(secretary, 'assign-title', '读一篇没读过的')
  // Due today: it stands first on the member's home page.
  await fill(secretary, 'assign-due', new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  await press(secretary.page, 'assign')
  await top(secretary.page).getByText('0 人已经完成').waitFor()
  // As if it had been set yesterday: the day it is set on does not count.
  await service.query(`update assignment set created_at = created_at - interval '1 day' where title = '读一篇没读过的'`)

  await member.page.clock.install({ time: Date.now() - 4 * 60_000 })
  await member.open('/pages/home/index')
  await top(member.page).getByText('读一篇没读过的').waitFor()
  await press(member.page, `task-${article}`)
  await member.page.locator('.article__paragraph').first().waitFor()
  await member.context.setOffline(true)
  await readOn(member, article)
  await member.context.setOffline(false)
  await member.go(`${DESK}/tasks/index`)
  const task = top(member.page).locator('.section', { hasText: '读一篇没读过的' })
  await task.getByText('✓ 已完成').waitFor()

  const seen = top(secretary.page).getByText('1 人已经完成')
  for (let i = 0; i < 40 && (await seen.count()) === 0; i++) {
    await member.page.clock.runFor(30_000)
    await secretary.relaunch()
    await top(secretary.page).getByText('人已经完成').waitFor()
  }
  await seen.waitFor()
  await press(secretary.page, 'assignment-remove')
  await press(secretary.page, 'dialog-confirm')
  await secretary.go(`${DESK}/assignments/index`)
  await top(secretary.page).locator('.row, .empty').first().waitFor()
  assert.equal(await top(secretary.page).getByText('读一篇没读过的').count(), 0)
})

test('two phones at a meeting: one holds up the code, the other types it, a third is marked by hand with a reason', async () => {
  const { secretary, member } = await two()
  await secretary.go(`${DESK}/meetings/index`)
  await press(secretary.page, 'to-arrange')
  await press(secretary.page, 'meeting-kind-lecture')
  await fill(secretary, 'meeting-title', '长征精神专题党课')
  await press(secretary.page, 'arrange')
  await top(secretary.page).getByText('长征精神专题党课').waitFor()
  await press(secretary.page, 'meeting-open')
  await top(secretary.page).locator('.qr-code').waitFor()
  const digits = ((await top(secretary.page).locator('#meeting-digits').textContent()) ?? '').replace(/\s/g, '')
  assert.match(digits, /^\d{6}$/)
  await top(secretary.page)
    .getByText(/还有 (9|10):\d{2}/)
    .waitFor()

  await member.go(`${DESK}/sign/index`)
  const wrong = digits === '000000' ? '000001' : '000000'
  await fill(member, 'sign-digits', wrong)
  await press(member.page, 'check-in')
  await top(member.page).getByText('签到码不对').waitFor()
  await fill(member, 'sign-digits', digits)
  await press(member.page, 'check-in')
  await top(member.page).getByText('✓ 签到好了').waitFor()
  await top(member.page).getByText('长征精神专题党课').waitFor()
  // The list on the secretary's phone fills by itself.
  await top(secretary.page).getByText('到会 1 人', { exact: true }).waitFor()

  await press(secretary.page, 'by-hand')
  await top(secretary.page)
    .locator('.picks__one')
    .first()
    .evaluate((box: HTMLElement) => box.click())
  await press(secretary.page, 'present-reason-没有带手机')
  await press(secretary.page, 'present-mark')
  await top(secretary.page).getByText('到会 2 人', { exact: true }).waitFor()
  await top(secretary.page).getByText('书记登记', { exact: true }).first().waitFor()
  await press(secretary.page, 'meeting-close')
  await top(secretary.page).locator('.qr-code').waitFor({ state: 'detached' })
})

test('offline study is written down with a reason, counts as a day, is audited, and can be taken back', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await phone.go(`${DESK}/offline/index`)
  const box = top(phone.page).locator('.picks__one').first()
  await box.waitFor()
  const name = (await box.textContent())!.trim()
  await box.evaluate((it: HTMLElement) => it.click())
  await fill(phone, 'offline-what', '集体读长征专题')
  await press(phone.page, 'offline-record')
  await top(phone.page).getByText('✓ 已经给 1 位党员记上').waitFor()
  await top(phone.page).getByText(`${name} · 集体读长征专题`).waitFor()
  const [days] = await service.query<{ n: number }>(
    "select count(*)::int as n from offline_study where what = '集体读长征专题'",
  )
  assert.equal(days!.n, 1)
  await top(phone.page)
    .locator('[id^=remove-]')
    .first()
    .evaluate((button: HTMLElement) => button.click())
  await press(phone.page, 'dialog-confirm')
  await top(phone.page).getByText(`${name} · 集体读长征专题`).waitFor({ state: 'detached' })
  await phone.go(`${DESK}/audit/index`)
  // Sifted, the log holds only that.
  await press(phone.page, 'filter-group')
  await press(phone.page, 'choice-group-study')
  for (const [action, words] of [
    ['登记线下学习', `涉及：${name}；原因：没有智能手机`],
    ['撤销线下学习', `涉及：${name}`],
  ] as const) {
    await top(phone.page).locator('.row', { hasText: action }).filter({ hasText: words }).first().waitFor()
  }
})

test('offline study of an earlier day is for those who were in the branch then', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  const today = shanghaiDay(Date.now())
  const moving = addDays(today, -10)
  const before = addDays(today, -20)
  const [mover] = await service.query<{ member_id: string; tenant_id: string; branch_id: string; name: string }>(
    `select m.member_id, m.tenant_id, m.branch_id, m.name from member m
      where m.branch_id = (select min(org_id) from role_grant where role = 'secretary') and not exists (
        select from role_grant g where g.member_id = m.member_id) order by m.member_id desc limit 1`,
  )
  const { member_id: id, tenant_id: tenant, branch_id: home } = mover!
  await service.query("insert into member_move values ($1, $2, $3, 'elsewhere')", [
    tenant,
    id,
    new Date(dayStart(moving)),
  ])
  await service.query("update member set branch_id = 'elsewhere' where member_id = $1", [id])
  await phone.go(`${DESK}/offline/index`)
  const who = top(phone.page).locator(`#offline-member-${id}`)
  await top(phone.page).locator('.picks__one').first().waitFor()
  await showAll(phone)
  assert.equal(await who.count(), 0)
  await fill(phone, 'offline-day', before)
  await top(phone.page).locator('.picks__one').first().waitFor()
  await showAll(phone)
  await who.evaluate((it: HTMLElement) => it.click())
  await fill(phone, 'offline-what', '调走以前读的')
  await press(phone.page, 'offline-record')
  await top(phone.page).getByText(`${mover!.name} · 调走以前读的`).waitFor()
  const stored = await service.query<{ branch_id: string; day: string }>(
    "select branch_id, day::text from offline_study where what = '调走以前读的'",
  )
  assert.deepEqual(stored, [{ branch_id: home, day: before }])
  // Back for the tests that follow.
  await service.query('update member set branch_id = $1 where member_id = $2', [home, id])
  await service.query("delete from member_move where member_id = $1 and branch_id = 'elsewhere'", [id])
})

/** Opens the list to its end: those with a phone, and those past its first page. */
async function showAll({ page }: Phone): Promise<void> {
  for (const id of ['offline-all', 'offline-member-more']) {
    const more = top(page).locator(`#${id}`)
    if (await more.count()) await press(page, id)
  }
}

test('an invite code is shown again on the phone that made it only, and someone who asks is matched with the roster and let in', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  // Someone of the branch who has no phone bound yet.
  const [free] = await service.query<{ member_id: string; branch_id: string; tenant_id: string; name: string }>(
    "select member_id, branch_id, tenant_id, name from member where branch_id = (select min(org_id) from role_grant where role = 'secretary') order by member_id desc limit 1",
  )
  await service.query('delete from account where member_id = $1', [free!.member_id])
  await service.query('update member set bound_before = false where member_id = $1', [free!.member_id])
  await service.query(
    `insert into binding_request (tenant_id, branch_id, request_id, openid_hmac, name, last4, consent_version, asked_at)
     values ($1, $2, gen_random_uuid(), 'somebody', $3, '0042', '2026-11', now())`,
    [free!.tenant_id, free!.branch_id, free!.name],
  )
  await service.query(
    "insert into account (openid_hmac, tries, created_at) values ('somebody', 0, now()) on conflict do nothing",
  )
  await phone.go(`${DESK}/home/index`)
  await top(phone.page).getByText('1 位党员等您确认').waitFor()
  await press(phone.page, 'to-joining')
  await top(phone.page).getByText('手机号后四位 0042').waitFor()
  await press(phone.page, `match-${free!.member_id}`)
  await press(phone.page, 'approve')
  await press(phone.page, 'dialog-confirm')
  await top(phone.page).getByText(`已经绑定为${free!.name}`).waitFor()
  await top(phone.page).getByText('没有人在等').waitFor()

  await press(phone.page, 'invite')
  const code = (await top(phone.page).locator('#invite-code').textContent()) ?? ''
  assert.ok(code.length >= 8)
  await phone.relaunch()
  await top(phone.page).getByText('前有效').first().waitFor()
  assert.equal(await top(phone.page).getByText(code).count(), 0)
  await top(phone.page)
    .locator('[id^=show-]')
    .first()
    .evaluate((button: HTMLElement) => button.click())
  await top(phone.page).getByText(code).first().waitFor()
  await top(phone.page)
    .locator('[id^=revoke-]')
    .first()
    .evaluate((button: HTMLElement) => button.click())
  await press(phone.page, 'dialog-confirm')
  await top(phone.page).locator('[id^=revoke-]').waitFor({ state: 'detached' })
})

test('a roster sheet with bad cells changes nothing and names each of them; mended, it is taken', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await phone.go(`${DESK}/roster/index`)
  const { bytes } = await download(phone.page, 'roster-out')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const sheet = book.worksheets[0]!
  const heads = (sheet.getRow(1).values as string[]).slice(1)
  const at = (title: string) => heads.indexOf(title) + 1
  const last = sheet.rowCount + 1
  const before = await service.query<{ n: number }>('select count(*)::int as n from member')
  const give = async (name: string) => {
    const file = path.join(folder, name)
    await book.xlsx.writeFile(file)
    const choosing = phone.page.waitForEvent('filechooser')
    await press(phone.page, 'roster-in')
    await (await choosing).setFiles(file)
  }
  sheet.getCell(last, at('姓名')).value = '示例新来9'
  sheet.getCell(last, at('手机后四位')).value = '12'
  sheet.getCell(last, at('不用手机')).value = '也许'
  await give('bad.xlsx')
  await top(phone.page).getByText('里有 3 处要改').waitFor()
  const cells = await top(phone.page).locator('#roster-problems .row__title').allTextContents()
  assert.equal(cells.length, 3)
  assert.ok(
    cells.every(cell => new RegExp(`^[A-Z]${last} 示例新来9$`).test(cell)),
    cells.join(),
  )
  assert.deepEqual(await service.query('select count(*)::int as n from member'), before)

  sheet.getCell(last, at('姓名')).value = '示例新来人'
  sheet.getCell(last, at('手机后四位')).value = '0042'
  sheet.getCell(last, at('不用手机')).value = ''
  await give('good.xlsx')
  await top(phone.page).getByText('新增 1 位：示例新来人').waitFor()
  await press(phone.page, 'roster-take')
  await top(phone.page).getByText('✓ 名册已经按表格更新').waitFor()
  await phone.go(`${DESK}/members/index`)
  await fill(phone, 'member-words', '示例新来人')
  await top(phone.page).getByText('1 / ').waitFor()
})

test('a roster whose answer was lost is taken once; one that no longer fits lists why', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await phone.go(`${DESK}/roster/index`)
  const give = async (name: string) => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('党员').addRows([
      ['编号', '姓名', '手机后四位', '不用手机', '状态'],
      ['', name, '0043', '', ''],
    ])
    const file = path.join(folder, `${name}.xlsx`)
    await book.xlsx.writeFile(file)
    const choosing = phone.page.waitForEvent('filechooser')
    await press(phone.page, 'roster-in')
    await (await choosing).setFiles(file)
    await top(phone.page).getByText(`新增 1 位：${name}`).waitFor()
  }
  const named = async (name: string) => (await service.query('select 1 from member where name = $1', [name])).length
  await give('断网时加的')
  await phone.page.route(
    /\/roster\?mode=apply/,
    async route => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await press(phone.page, 'roster-take')
  await top(phone.page).getByText('现在连不上网络或服务').waitFor()
  assert.equal(await named('断网时加的'), 1)
  await press(phone.page, 'roster-take')
  await top(phone.page).getByText('✓ 名册已经按表格更新').waitFor()
  assert.equal(await named('断网时加的'), 1)

  await give('晚了一步的')
  await service.query(
    `insert into member (tenant_id, member_id, branch_id, name)
      select tenant_id, gen_random_uuid(), branch_id, '晚了一步的' from member, generate_series(1, 2)
      where name = '断网时加的'`,
  )
  await press(phone.page, 'roster-take')
  await top(phone.page).getByText('支部里已有同名党员').waitFor()
  await top(phone.page).getByText('表格里有 1 处要改，名册没有变').waitFor()
  assert.equal(await named('晚了一步的'), 2)
})

test('the phone of a member is unbound with a reason, and the button is gone', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  const [bound] = await service.query<{ id: string; org: string; name: string }>(
    `select m.member_id as id, m.branch_id as org, m.name from member m join account a on a.member_id = m.member_id
      where m.branch_id = (select min(org_id) from role_grant where role = 'secretary')
        and not exists (select 1 from role_grant g where g.member_id = m.member_id) order by m.member_id desc limit 1`,
  )
  await phone.go(`${DESK}/member/index?org=${bound!.org}&id=${bound!.id}`)
  await top(phone.page).getByText('绑错了人', { exact: true }).click()
  await press(phone.page, 'unbind')
  await press(phone.page, 'dialog-confirm')
  await top(phone.page).getByText('✓ 已经解除').waitFor()
  await top(phone.page).locator('#unbind').waitFor({ state: 'detached' })
  assert.deepEqual(await service.query('select 1 from account where member_id = $1', [bound!.id]), [])
  const logged = await service.query(`select reason from audit_log where action = 'bind.end'`)
  assert.deepEqual(logged, [{ reason: '绑错了人' }])
})

test('a code that another secretary’s phone has replaced goes out of sight, and what it closes is closed here', async () => {
  const { secretary } = await two()
  const other = await newPhone()
  await logIn(other, 'secretary')
  await secretary.go(`${DESK}/meetings/index`)
  await press(secretary.page, 'to-arrange')
  await press(secretary.page, 'arrange')
  await press(secretary.page, 'meeting-open')
  await top(secretary.page).locator('.qr-code').waitFor()
  await other.go(secretary.page.url().split('#')[1]!)
  await top(other.page).getByText('码只在打开它的手机上显示').waitFor()
  await press(other.page, 'code-minutes-30')
  await press(other.page, 'meeting-open')
  await top(other.page).locator('.qr-code').waitFor()
  await top(secretary.page).getByText('码只在打开它的手机上显示').waitFor()
  assert.equal(await top(secretary.page).locator('.qr-code').count(), 0)
  await press(other.page, 'meeting-close')
  await top(secretary.page).getByText('开始以后这里出现二维码和六位数字').waitFor()
})

test('a secretary whose phone is an hour fast can still hold up the code', async () => {
  const secretary = await newPhone()
  await secretary.page.clock.install()
  // An hour, or as much as the day has left: to a phone that lives in tomorrow, today’s meeting is over.
  const now = Date.now()
  const left = dayStart(addDays(shanghaiDay(now), 1)) - now
  await secretary.page.clock.setSystemTime(now + Math.min(3_600_000, Math.max(0, left - 120_000)))
  await logIn(secretary, 'secretary')
  await secretary.go(`${DESK}/meetings/index`)
  await press(secretary.page, 'to-arrange')
  await press(secretary.page, 'arrange')
  await press(secretary.page, 'meeting-open')
  await top(secretary.page).locator('.qr-code').waitFor()
  await top(secretary.page)
    .getByText(/还有 (9|10):\d{2}/)
    .waitFor()
})

test('a deed is written down, outlives a killed app, refuses a neighbour’s name, goes on to 办结, and leads the list while it is late', async () => {
  const { secretary, member } = await two()
  const { page } = secretary
  const [who] = await service.query<{ id: string; name: string }>(
    `select member_id as id, name from member where member_id = (select member_id from account
      where openid_hmac like 'demo:%' and member_id in (select member_id from member
        where branch_id = (select min(org_id) from role_grant where role = 'secretary')) order by member_id limit 1)`,
  )
  await secretary.go(`${DESK}/activities/index`)
  await press(page, 'to-write-activity')
  await press(page, 'activity-kind-deed')
  await fill(secretary, 'activity-title', '给居民王小明家换灯')
  await fill(secretary, 'activity-for', '一位居民')
  await fill(secretary, 'activity-due', addDays(shanghaiDay(Date.now()), 3))
  await press(page, `activity-lead-${who!.id}`)
  await durable(page, 'branch/drafts', `"lead":"${who!.id}"`)
  // Killed before it was sent: everything is there again.
  await secretary.relaunch()
  await top(page).getByText('上次没有存完的还在').waitFor()
  const title = top(page).locator('#activity-title input, input#activity-title').first()
  assert.equal(await title.inputValue(), '给居民王小明家换灯')
  await press(page, 'activity-save')
  await top(page).getByText('写了姓名“王小明”').waitFor()
  assert.deepEqual(await service.query(`select 1 from activity where title like '%换灯%'`), [])
  await fill(secretary, 'activity-title', '给一位居民家换灯')
  await press(page, 'activity-save')
  await top(page).getByText('我为群众办实事，登记').waitFor()
  await top(page).getByText(who!.name, { exact: true }).waitFor()

  await press(page, 'activity-next')
  await press(page, 'activity-save')
  await top(page).getByText('我为群众办实事，办理中').waitFor()
  // Three days on nothing has become of it.
  await service.query(`update activity set due = due - 10, day = day - 10 where title = '给一位居民家换灯'`)
  await secretary.go(`${DESK}/home/index`)
  await top(page)
    .getByText(/\d\s件过了日子，还没办完/)
    .waitFor()
  await press(page, 'to-activities')
  const late = top(page).locator('#activities-late .row')
  await late.filter({ hasText: '给一位居民家换灯' }).getByText('过了期限 7 天').waitFor()
  await late.filter({ hasText: '给一位居民家换灯' }).evaluate((row: HTMLElement) => row.click())
  await press(page, 'activity-next')
  await press(page, 'activity-save')
  await top(page).getByText('请写上“办了什么”').waitFor()
  await fill(secretary, 'activity-result', '换好了')
  await press(page, 'activity-save')
  await top(page).getByText('我为群众办实事，办结').waitFor()

  // Members read what is planned, and nothing of deeds that are others'.
  await member.go(`${DESK}/tasks/index`)
  await top(member.page).locator('.section', { hasText: '支部要办的' }).locator('.row').first().waitFor()
  assert.equal(await top(member.page).getByText('换灯').count(), 0)
  await secretary.go(`${DESK}/activities/index`)
  const { name, bytes } = await download(page, 'activities-xlsx')
  assert.match(name, /^\S+_活动台账_/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const titles = book.worksheets[0]!.getColumn(4).values
  assert.equal(titles.filter(it => it === '给一位居民家换灯').length, 1)
  assert.deepEqual([...secretary.errors, ...member.errors], [])
})

test('支委 and 党小组 are ticked in the app; an activity of the committee then offers it in one tap', async () => {
  const secretary = await newPhone()
  await logIn(secretary, 'secretary')
  const { page } = secretary
  await secretary.go(`${DESK}/roster/index`)
  await press(page, 'to-posts')
  const boxes = (list: string) => top(page).locator(`#${list} .picks__one`)
  await boxes('committee').first().waitFor()
  const ticked = await boxes('committee').evaluateAll(all => all.filter(it => it.ariaChecked === 'true').length)
  // Not one of those whom other tests have put into the table without a past.
  const free = top(page).locator('#committee [aria-checked=false]', { hasText: '示例' }).first()
  const name = (await free.textContent())!
  await free.evaluate((it: HTMLElement) => it.click())
  await fill(secretary, 'group-name', '学习组')
  await press(page, 'group-add')
  await boxes('group-members')
    .first()
    .evaluate((it: HTMLElement) => it.click())
  await top(page)
    .getByText(/保存（改了 [12] 人）/)
    .waitFor()
  await press(page, 'posts-save')
  await top(page).getByText('✓ 记下了').waitFor()
  await top(page).getByText('没有改动').waitFor()
  const committee = await service.query<{ name: string }>(
    `select m.name from member m where m.status = 'active'
      and (select o.committee from member_post o where o.member_id = m.member_id
      and o.branch_id = m.branch_id order by since desc limit 1)
      and m.branch_id = (select min(org_id) from role_grant where role = 'secretary')`,
  )
  assert.equal(committee.length, ticked + 1)
  assert.ok(committee.some(it => it.name === name))
  await secretary.go(`${DESK}/write-activity/index`)
  await press(page, 'activity-kind-core-group')
  await press(page, 'activity-committee')
  await top(page).getByText(`应到 ${committee.length} 人`).waitFor()
  const ticks = top(page).locator('#activity-member [aria-checked=true]')
  await ticks.nth(committee.length - 1).waitFor()
  assert.deepEqual((await ticks.allTextContents()).sort(), committee.map(it => it.name).sort())
  assert.deepEqual(secretary.errors, [])
})
