import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { addDays } from '../../domain/time/day'
import { answer, questionsOf } from './answering'
import { contactSheet, type Picture } from './contact-sheet'
import { closeBrowser, durable, leaveApp, newPhone, type Phone, press, startBrowser, top } from './phone'

// `npm run first-week`: a new member's first seven days, walked by what a member presses with the phone's clock put forward;
// a picture at each station, all on one sheet, docs/screenshots/first-week.webp. docs/first-week.md tells it.
const MONDAY = '2026-11-30'
const OUT = process.env.SHOTS_OUT ?? 'docs/screenshots'
const DAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日']

class Week {
  readonly pictures: Picture[] = []
  private day = 0

  constructor(readonly phone: Phone) {}

  get page(): Page {
    return this.phone.page
  }

  /** The app is opened on the n-th day at `time`. */
  async morning(n: number, time: string): Promise<void> {
    this.day = n
    await this.page.clock.setSystemTime(new Date(`${addDays(MONDAY, n)}T${time}:00+08:00`))
    await this.home()
  }

  async home(): Promise<void> {
    await this.phone.open('/pages/home/index')
    await this.page.locator('#row-daily').waitFor()
  }

  async picture(name: string): Promise<void> {
    await this.page.waitForLoadState('networkidle')
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined))
    const png = await this.page.screenshot({ animations: 'disabled' })
    this.pictures.push({ name, part: DAYS[this.day]!, png })
    if (process.env.SHOTS_OUT) {
      const file = `${String(this.pictures.length).padStart(2, '0')}-${name}.png`
      fs.writeFileSync(path.join(OUT, file), png)
    }
  }

  /** Reads the article in sight to its end at a reader's pace; `halfway` is done on the way. */
  async read(halfway?: () => Promise<void>): Promise<void> {
    const paragraphs = top(this.page).locator('.article__paragraph')
    await paragraphs.first().waitFor()
    const count = await paragraphs.count()
    for (let i = 0; i < count; i++) {
      await paragraphs.nth(i).scrollIntoViewIfNeeded()
      await this.page.mouse.wheel(0, 40)
      await this.page.clock.runFor(10_000)
      if (i === Math.floor(count / 2)) await halfway?.()
    }
    await this.page.getByText('✓ 这篇已经学完').waitFor()
  }

  /** The five of the day; those at `wrong` are answered wrongly. */
  async five(wrong: readonly number[], afterFirst?: () => Promise<void>): Promise<void> {
    const questions = await questionsOf()
    await press(this.page, 'row-daily')
    for (let i = 0; i < 5; i++) {
      await answer(this.page, questions, !wrong.includes(i))
      if (i === 0) await afterFirst?.()
      await press(this.page, 'next')
      if (i < 4) await this.page.locator('.feedback').waitFor({ state: 'detached' })
    }
    await this.page.locator('.result').waitFor()
    await durable(this.page, 'totals', `daily:${addDays(MONDAY, this.day)}`)
  }

  /** Opens today's piece that stands in place `n` of today's rows of this kind. */
  async piece(kind: 'a' | 'e', n: number): Promise<void> {
    const row = this.page.locator(`[id^=row-${kind}-]`).nth(n)
    await row.evaluate((element: HTMLElement) => element.click())
  }

  /** Listens to the episode in sight until the play head has gone `seconds` on, or to its end. */
  async listen(seconds?: number): Promise<void> {
    await press(this.page, 'toggle')
    await this.page.locator('[aria-label=暂停]').last().waitFor()
    await this.page.waitForFunction(
      least => {
        if (least === undefined) return !document.querySelector('#toggle[aria-label=暂停]')
        const [m = 0, s = 0] = (document.querySelector('#position')?.textContent ?? '').split(':').map(Number)
        return m * 60 + s >= least
      },
      seconds,
      { timeout: 900_000 },
    )
  }
}

async function walk(week: Week): Promise<void> {
  const { page } = week

  await page.clock.install({ time: new Date(`${MONDAY}T07:30:00+08:00`) })
  await week.morning(0, '07:30')
  await week.picture('第一次打开')
  await week.piece('a', 0)
  await week.read(() => week.picture('读到一半'))
  await week.home()
  await week.five([1, 3], () => week.picture('答了第一题'))
  await week.picture('五题答完')
  await week.home()
  await week.picture('还剩一篇、一集')

  await week.morning(1, '18:10')
  await week.picture('下班路上')
  await week.piece('e', 0)
  await week.listen(40)
  await week.picture('听今天的一集')
  await week.home()
  await week.picture('听到一半，退出再打开')

  await week.morning(2, '12:20')
  await week.five([2])
  for (const n of [0, 1]) {
    await week.home()
    await week.piece('a', n)
    await week.read()
  }
  await week.home()
  await week.piece('e', 0)
  await week.listen()
  await week.home()
  await page.locator('#day-done').waitFor()
  await week.picture('都学完了')
  await page.locator('#day-done').scrollIntoViewIfNeeded()
  await week.picture('打结，明天学什么')

  // Thursday: the app is not opened.

  await week.morning(4, '08:05')
  await page.locator('#row-review').scrollIntoViewIfNeeded()
  await week.picture('有题该温习了')
  await press(page, 'row-review')
  await page.locator('.question__stem').locator('visible=true').waitFor()
  const questions = await questionsOf()
  await answer(page, questions, true)
  await week.picture('温习')
  await press(page, 'next')
  await page.locator('.result').waitFor()
  await week.home()
  await week.piece('a', 0)
  await week.read()
  await week.home()
  await page.locator('.week-goal').scrollIntoViewIfNeeded()
  await week.picture('这一周够三天了')

  await week.morning(5, '20:30')
  await week.phone.open('/subpackages/library/search/index')
  await page.locator('input').locator('visible=true').first().fill('遵义会议')
  await page
    .getByText('搜索', { exact: true })
    .locator('visible=true')
    .last()
    .evaluate((it: HTMLElement) => it.click())
  await page.locator('.row').locator('visible=true').first().waitFor()
  await week.picture('查一查')

  await week.morning(6, '21:00')
  await week.picture('星期日的首页')
  await week.phone.open('/pages/me/index')
  await page.locator('.stat').first().waitFor()
  await week.picture('我的')
  await page.mouse.wheel(0, 700)
  await week.picture('我的，这一周')
}

async function main(): Promise<void> {
  fs.mkdirSync(OUT, { recursive: true })
  const browser = await startBrowser()
  try {
    const phone = await newPhone()
    // Nobody waits for a picture: a busy machine may take its time.
    phone.context.setDefaultTimeout(180_000)
    const week = new Week(phone)
    await walk(week)
    if (phone.errors.length > 0) throw new Error(`the walk met errors:\n${phone.errors.join('\n')}`)
    const sheet = await contactSheet(browser, '一位新党员的第一周', week.pictures, { width: 195, columns: 6 })
    fs.writeFileSync(path.join(OUT, 'first-week.webp'), sheet)
  } finally {
    await leaveApp()
    await closeBrowser()
  }
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
