import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { MemberEvent } from '../../domain/progress/events'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { foldAll } from '../../domain/progress/fold'
import { emptyProgress } from '../../domain/progress/state'
import { isStudyDay, studyDays } from '../../domain/progress/study-day'
import { streakOf } from '../../domain/streak/weeks'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { uuidv7 } from '../../domain/time/uuid'
import { reads } from './answering'
import { download } from './download'
import { address, newPhone, press, top, useBrowser, type Phone } from './phone'
import { seedEvents, studyEvents } from './seed'

useBrowser()

const NOW = new Date('2026-11-24T08:00:00+08:00')
const TODAY = shanghaiDay(NOW.getTime())

/** A phone of a member who has studied for half a year. */
async function veteran(events = studyEvents(NOW.getTime())): Promise<Phone> {
  const phone = await newPhone()
  await phone.page.clock.setFixedTime(NOW)
  await seedEvents(phone.page, events)
  await showsTracker(phone, events)
  return phone
}

/** What the three numbers at the top are to be. */
function numbersOf(events: MemberEvent[]): string[] {
  const { days, items } = foldAll(emptyProgress(), events)
  const finished = Object.values(items).filter(it => it.finishedAt !== undefined)
  const articles = finished.filter(it => it.item.startsWith('a-')).length
  return [streakOf(studyDays(days), TODAY).current, articles, finished.length - articles].map(String)
}

/** Opens the tracker and waits until it shows these events: the records are read after the page is there. */
async function showsTracker({ page, open }: Phone, events = studyEvents(NOW.getTime())): Promise<void> {
  await open('/pages/me/index')
  await reads(page, '积分规则')
  await showsNumbers(page, events)
}

async function showsNumbers(page: Page, events = studyEvents(NOW.getTime())): Promise<void> {
  await page.waitForFunction(
    wanted => [...document.querySelectorAll('.stat__value')].map(it => it.textContent).join() === wanted,
    numbersOf(events).join(),
  )
}

test('the tracker’s numbers are what the events fold to', async () => {
  const { page } = await veteran()
  const { days } = foldAll(emptyProgress(), studyEvents(NOW.getTime()))
  const first = addDays(TODAY, -26 * 7)
  const half = Object.values(days).filter(it => it.day > first && (isStudyDay(it) || it.read_seconds >= 60)).length
  await reads(page, new RegExp(`近半年学了 ${half} 天`))
})

test('the years from 1921 come first, ink as they are studied; the table says the same, and it is what one shares', async () => {
  const { page } = await veteran()
  const thread = top(page).locator('.years-thread')
  const studied = Number(/学过 (\d+) 个年头/.exec((await thread.getAttribute('aria-label')) ?? '')?.[1])
  const first = await top(page).locator('.section').first().locator('.years-thread').count()
  assert.equal(first, 1, 'it is the first thing on the page')
  const picture = await page.locator('.years-thread__strokes').evaluate(it => getComputedStyle(it).backgroundImage)
  const ink = (picture.split("%231f1a14' d='")[1] ?? '').split('/%3E')[0]!
  const inked = [...ink.matchAll(/H(\d+)v(\d+)/g)].filter(([, length]) => length !== '0')
  const strokes = inked.reduce((sum, [, , run]) => sum + Number(run), 0)
  assert.equal(strokes, studied, 'an ink stroke for each year studied')
  await press(page, 'years-share')
  await page.locator('#card-image').waitFor()
  await press(page, 'sheet-close')
  await press(page, 'years-table')
  const done: string[] = []
  for (;;) {
    const more = page.getByRole('button', { name: /再看 \d+ 行/ })
    if ((await more.count()) === 0) break
    await more.evaluateAll((all: HTMLElement[]) => all.forEach(it => it.click()))
  }
  for (const row of await page.locator('.data-table__row:not(.data-table__row--head)').all()) {
    const [, finished] = await row.locator('.data-table__cell').allTextContents()
    if (finished !== '0') done.push(finished!)
  }
  assert.equal(done.length, studied)
})

test('the year and the week are pictures, and each is a table too', async () => {
  const { page } = await veteran()
  await press(page, 'span-year')
  await page.locator('.heat-map[aria-label^=近一年学了]').waitFor()
  await press(page, 'heat-table')
  await reads(page, /\d+\s分钟，答\s5\s题/)
  await page.locator('.week-bars[aria-label*="星期一 读"][aria-label*="分钟，答 5 题"]').waitFor()
  assert.deepEqual(await page.locator('.week-bars__answers').allTextContents(), ['5'])
  await press(page, 'week-table')
  await reads(page, '星期一')
  await reads(page, /读\s\d+\s分钟.*答\s5\s题/)
})

test('a series that is finished has a card, as text and as a picture; one that is not says how far', async () => {
  const packed = (await (await fetch(`${address()}feed/catalog.json`)).json()) as PackedCatalog
  const { episodes, series } = unpackCatalog(packed)
  const [row] = series.filter(it => episodes.some(episode => episode.series === it.id))
  const own = episodes.filter(it => it.series === row!.id)
  const events = own.map((it, i): MemberEvent => {
    const at = NOW.getTime() - (own.length - i) * 60_000
    return { id: uuidv7(at, new Uint8Array(16).fill(i)), at, day: TODAY, kind: 'finish', item: it.id }
  })
  const { page, go } = await veteran(events)
  await press(page, 'progress-kind')
  await press(page, `finished-${row!.id}`)
  await reads(page, `学完了：${row!.title}`)
  await reads(page, `读完听完 ${own.length} 集节目`)
  await press(page, 'finished-card')
  const picture = page.locator('#card-image img')
  await picture.waitFor()
  assert.match((await picture.getAttribute('src')) ?? '', /^data:image\/png/)
  await go('/subpackages/settings/finished/index?shelf=new-democratic')
  await reads(page, '还没有学完')
})

test('a file taken to a new phone brings the same numbers', async () => {
  const old = await veteran()
  const before = await top(old.page).textContent()
  await old.go('/subpackages/settings/settings/index')
  const { bytes } = await download(old.page, 'export')
  const file = { name: 'records.json', mimeType: 'application/json', buffer: bytes }

  const fresh = await newPhone()
  await fresh.page.clock.setFixedTime(NOW)
  await fresh.open('/subpackages/settings/settings/index')
  await choose(fresh.page, file)
  await press(fresh.page, 'dialog-confirm')
  await reads(fresh.page, '✓ 已经并进来')
  await showsTracker(fresh)
  assert.equal(await top(fresh.page).textContent(), before)
  await fresh.relaunch()
  await reads(fresh.page, '积分规则')
  await showsNumbers(fresh.page)
  assert.equal(await top(fresh.page).textContent(), before)
})

/** Chooses a file where the browser asks for one. */
async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await press(page, 'import')
  await (await asked).setFiles(file)
}

test('a foreign, a damaged and a huge file are refused with what to do, and nothing is changed', async () => {
  const phone = await veteran()
  const { page, go } = phone
  await go('/subpackages/settings/settings/index')
  const file = (text: string | Buffer) => ({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await choose(page, file('{"app":"别的应用"}'))
  await reads(page, /这不是 e起学党史 的学习记录文件/)
  await choose(page, file('{"app":"e-dangshi","format":1,"schema":1,"exportedAt":1,"values":{"totals":[]}}'))
  await reads(page, /“totals”这一段坏了/)
  const huge = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'huge-')), 'huge.json')
  fs.writeFileSync(huge, '')
  fs.truncateSync(huge, 40_000_000)
  await choose(page, huge)
  await reads(page, /这个文件太大/)
  fs.rmSync(huge)
  await showsTracker(phone)
})

test('a day of last year is named with its year, so that no line of the table stands for two days', async () => {
  const at = new Date('2025-11-24T20:00:00+08:00').getTime()
  const read = (time: number, n: number): MemberEvent => ({
    id: uuidv7(time, new Uint8Array(16).fill(n)),
    at: time,
    day: shanghaiDay(time),
    ...{ kind: 'read', item: 'a-0001', seconds: 600, reached: 1 },
  })
  const { page } = await veteran([read(at, 1), read(NOW.getTime() - 3 * 86_400_000, 2)])
  await press(page, 'span-year')
  await press(page, 'heat-table')
  await reads(page, '2025年11月24日')
  await reads(page, '11月21日')
})

for (const [from, to] of [
  ['2026-12-31', '1月1日 周五'],
  ['2028-02-28', '2月29日 周二'],
  ['2028-02-29', '3月1日 周三'],
] as const) {
  test(`pages left open over the midnight of ${from} show ${to}`, async () => {
    const { page, open } = await newPhone()
    await page.clock.install({ time: new Date(`${from}T23:59:00+08:00`) })
    await open('/pages/home/index')
    await page.locator('#today-event').waitFor()
    const before = await page.locator('#today-event').textContent()
    await page.clock.runFor(120_000)
    await page.locator('.home__date', { hasText: to }).waitFor()
    await page.waitForFunction(
      words => ![undefined, words].includes(document.querySelector('#today-event')?.textContent ?? undefined),
      before,
    )
  })
}
