import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { planOn } from '../../domain/catalog/plan'
import type { DaysVolume } from '../../domain/catalog/calendar'
import type { Catalog } from '../../domain/catalog/types'
import type { AnswerEvent, MemberEvent } from '../../domain/progress/events'
import type { ObjectsFile } from '../../domain/catalog/objects'
import { addDays, dayStart } from '../../domain/time/day'
import { uuidv7 } from '../../domain/time/uuid'
import { answer, questionsOf, reads } from './answering'
import { builtSchedule } from './built-schedule'
import { durable, newPhone, press, top, useBrowser } from './phone'
import { seedEvents } from './seed'
import { unrecorded } from './unrecorded'

// The first page is the day: what it asks, what is done, and what comes tomorrow.
useBrowser()

const DAY = '2026-11-24'
const MORNING = new Date(`${DAY}T08:00:00+08:00`)
const feed = <T>(file: string) => JSON.parse(fs.readFileSync(`dist/h5/feed/${file}`, 'utf8')) as T

/** Ids of what the schedule has for a day and the feed holds. */
function planned(day: string): { catalog: Catalog; articles: string[]; episode?: string } {
  const catalog = unpackCatalog(feed<PackedCatalog>('catalog.json'))
  const plan = planOn(builtSchedule(), day)!
  const articles = plan.articles.filter(id => catalog.articles.some(it => it.id === id))
  return { catalog, articles, episode: catalog.episodes.find(it => it.id === plan.episode)?.id }
}

/** Acts one after another on `day`. */
function acts(day: string, list: Record<string, unknown>[]): MemberEvent[] {
  return list.map((act, i) => {
    const at = dayStart(day) + (7 * 3_600 + i) * 1_000
    return { ...act, id: uuidv7(at, new Uint8Array(16).fill(i)), at, day } as unknown as MemberEvent
  })
}
const finish = (item: string) => ({ kind: 'finish', item })
const wrong = (question: string): Pick<AnswerEvent, 'kind' | 'run' | 'mode' | 'answer'> => ({
  kind: 'answer',
  run: 'r',
  mode: 'practice',
  answer: { question, hash: 'seed', type: 'single', shelf: 'reform', given: ['a'], correct: false, seconds: 5 },
})

/** A phone on that morning with this behind it. */
async function morning(events: MemberEvent[]) {
  const phone = await newPhone()
  await phone.page.clock.install({ time: MORNING })
  await seedEvents(phone.page, events)
  await phone.open('/pages/home/index')
  await read(phone.page)
  return phone
}

/** Waits until the day's list is there and the records have been read, which is later on a slow phone. */
async function read(page: Page): Promise<void> {
  await page.locator('#row-daily').waitFor()
  await page.locator('.week-goal', { hasText: '本周已学' }).waitFor()
}

const ticked = (page: Page, id: string) => page.locator(`#${id} .icon--check`).locator('visible=true').count()

test('the five are ticked once they are answered, the day’s knot ties, and another tap begins no other five', async () => {
  const { articles, episode, catalog } = planned(DAY)
  const done = [...articles, ...(episode ? [episode] : [])].map(finish)
  const { page, open, errors } = await morning(acts(DAY, done))
  assert.equal(await ticked(page, 'row-daily'), 0)
  assert.equal(await page.locator('#listen-today, #read-today').count(), 0, 'nothing is left to hear')
  await reads(page, /答完五题，今天的结就打上了/)

  const questions = await questionsOf()
  await press(page, 'row-daily')
  const shelves: string[] = []
  for (let i = 0; i < 5; i++) {
    // All but the first of them rightly.
    shelves.push((await answer(page, questions, i > 0)).shelf)
    await press(page, 'next')
    if (i < 4) await page.locator('.feedback').waitFor({ state: 'detached' })
  }
  await page.locator('.result').waitFor()
  await durable(page, 'totals', `daily:${DAY}`)
  for (const shelf of shelves) assert.ok(shelves.filter(it => it === shelf).length <= 2, `mixed: ${shelves.join(' ')}`)

  await open('/pages/home/index')
  await page.locator('#day-done', { hasText: '今天的结打好了' }).waitFor()
  assert.equal(await ticked(page, 'row-daily'), 1)
  assert.match((await page.locator('#row-daily').textContent()) ?? '', /答对\s4\s题/)
  // A reminder is offered once, at the end of a day that was done.
  await press(page, 'reminder-no')
  await page.locator('.reminder-offer').waitFor({ state: 'detached' })
  await open('/pages/home/index')
  await page.locator('#day-done').waitFor()
  assert.equal(await page.locator('.reminder-offer').count(), 0)
  const tomorrow = planned(addDays(DAY, 1)).articles[0]
  const title = catalog.articles.find(it => it.id === tomorrow)?.title
  if (title) assert.match((await page.locator('#tomorrow').textContent()) ?? '', new RegExp(title))

  await press(page, 'row-daily')
  await reads(page, '今天的五题答过了')
  assert.equal(await page.locator('.question__stem').locator('visible=true').count(), 0)
  await page.getByRole('button', { name: '再练几题' }).evaluate((element: HTMLElement) => element.click())
  await reads(page, '专项练习')
  assert.deepEqual(errors, [])
})

test('due reviews are counted on the first page and are what 答题 opens on, one tap from either', async () => {
  const due = Object.keys(await questionsById()).slice(0, 3)
  const { page, open, errors } = await morning(acts(addDays(DAY, -1), due.map(wrong)))
  assert.match((await page.locator('#row-review').textContent()) ?? '', /待温习\s3\s题/)
  await press(page, 'row-review')
  await page.locator('.question__stem').locator('visible=true').waitFor()
  await open('/pages/quiz/index')
  await page.locator('#review-now', { hasText: '3 题' }).waitFor()
  await press(page, 'review-now')
  const questions = await questionsOf()
  for (let i = 0; i < due.length; i++) {
    if (i > 0) await press(page, 'next')
    if (i > 0) await page.locator('.feedback').waitFor({ state: 'detached' })
    await answer(page, questions, true)
  }
  // Left before the result was looked at: no question is left, and the first page does not say that one is.
  await open('/pages/home/index')
  await page.locator('#continue', { hasText: '3 题都答了，去看结果' }).waitFor()
  assert.deepEqual(errors, [])
})

async function questionsById(): Promise<Record<string, unknown>> {
  return Object.fromEntries([...(await questionsOf()).values()].map(it => [it.id, it]))
}

test('a quiz that was opened and left hides nothing; a half-heard episode stands before seconds of reading', async () => {
  const { catalog, articles, episode } = planned(DAY)
  const article = catalog.articles.find(it => !articles.includes(it.id))!
  const heard = catalog.episodes.find(it => it.kind === 'audio' && it.id !== episode && it.seconds > 90)!
  const { page, open, errors } = await morning(
    acts(addDays(DAY, -1), [
      { kind: 'listen', item: heard.id, seconds: 60, from: 0, position: 60 },
      { kind: 'read', item: article.id, seconds: 12, reached: 0.1 },
    ]),
  )
  await open('/subpackages/exam/run/index?mode=practice&shelf=new-democratic')
  await page.locator('.question__stem').waitFor()
  await durable(page, 'run/current', /"at":0/)
  await open('/pages/home/index')
  await page.locator('#continue', { hasText: heard.title }).waitFor()
  await press(page, 'continue-more')
  await page.locator('#continue-1', { hasText: article.title }).waitFor()
  assert.equal(await page.locator('#continue-2').count(), 0)
  assert.deepEqual(errors, [])
})

test('a badge is told on the day it was earned, and stands among the others with that day', async () => {
  const { catalog, articles } = planned(DAY)
  const ten = catalog.articles.filter(it => !articles.includes(it.id)).slice(0, 10)
  const { page, open, errors } = await morning(
    acts(
      DAY,
      ten.map(it => finish(it.id)),
    ),
  )
  await page.locator('#badge-today', { hasText: '学完 10 篇' }).waitFor()
  await press(page, 'badge-today')
  await page.locator('#badge-items-10', { hasText: '2026年11月24日得到' }).waitFor()
  assert.ok((await top(page).locator('.row').count()) <= 2, 'no wall of what one has not')
  await page.clock.setSystemTime(MORNING.getTime() + 86_400_000)
  await open('/pages/home/index')
  await read(page)
  assert.equal(await page.locator('#badge-today').count(), 0)
  assert.deepEqual(errors, [])
})

test('the thing that the day’s article turns on is drawn beside its year, where it has one', async () => {
  const objects = feed<ObjectsFile>('objects.json')
  const month = feed<DaysVolume>('days-11.json').days
  const drawn = month.find(it => objects.of[it.entries[0]!.article ?? ''])!
  const { page, open, errors } = await newPhone()
  await page.clock.install({ time: new Date(`2026-${drawn.day}T08:00:00+08:00`) })
  await open('/pages/home/index')
  await top(page).locator('.annal .drawing').waitFor()
  // The same day, before anybody has drawn something for it.
  const { [drawn.entries[0]!.article!]: _gone, ...of } = objects.of
  await page.route('**/feed/objects.json', route => route.fulfill({ json: { ...objects, of } }))
  const read = page.waitForResponse('**/feed/objects.json').then(response => response.finished())
  await open('/pages/home/index')
  await page.locator('.week-goal', { hasText: '本周已学' }).waitFor()
  await read
  // What was read is on the page two frames later at most.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  assert.equal(await top(page).locator('.annal .drawing').count(), 0)
  assert.deepEqual(errors, [])
})

test('the episode that 听今天 goes on with is not offered a second time', async () => {
  const { catalog, episode } = planned(DAY)
  const other = catalog.episodes.find(it => it.kind === 'audio' && it.id !== episode && it.seconds > 90)!
  const heard = (item: string) => ({ kind: 'listen', item, seconds: 60, from: 0, position: 60 })
  const { page, errors } = await morning(acts(addDays(DAY, -1), [heard(other.id), heard(episode!)]))
  await page.locator('#continue', { hasText: other.title }).waitFor()
  assert.equal(await page.locator('#continue-more').count(), 0)
  assert.deepEqual(errors, [])
})

test('in the largest type the day’s button is on the first screen, however long the day’s event is', async () => {
  const months = Array.from({ length: 12 }, (_, i) => `days-${String(i + 1).padStart(2, '0')}.json`)
  const [longest] = months
    .flatMap(file => feed<DaysVolume>(file).days)
    .sort((a, b) => b.entries[0]!.text.length - a.entries[0]!.text.length)
  const { page, open, errors } = await newPhone({ type: 4 })
  // Whichever day it is: the programme has begun, and a leap year has every day.
  await page.clock.install({ time: new Date(`2028-${longest!.day}T08:00:00+08:00`) })
  await open('/pages/home/index')
  const button = top(page).locator('#listen-today, #read-today')
  await button.waitFor()
  const [its, tabs] = [(await button.boundingBox())!, (await page.locator('.tab-bar').first().boundingBox())!]
  assert.ok(its.y + its.height <= tabs.y, `it ends at ${its.y + its.height} px, the tabs begin at ${tabs.y}`)
  assert.deepEqual(errors, [])
})

test('what happened on this day opens in one tap, its article or its card', async () => {
  const month = feed<DaysVolume>('days-11.json')
  const told = month.days.find(it => it.entries[0]!.article && it.entries[0]!.event)!
  const { page, open, errors } = await newPhone()
  await page.clock.install({ time: new Date(`2026-${told.day}T08:00:00+08:00`) })
  // The same day, before anybody has written an article about it.
  const days = month.days.map(day => ({
    ...day,
    entries: day.entries.map(entry => ({ ...entry, article: undefined })),
  }))
  await page.route('**/feed/days-11.json', route => route.fulfill({ json: { ...month, days } }))
  await open('/pages/home/index')
  await press(page, 'today-event')
  await page.locator('.sheet__panel .facts').waitFor()
  assert.match((await page.locator('.sheet__panel').textContent()) ?? '', /依据/)
  await page.unroute('**/feed/days-11.json')
  await open('/pages/home/index')
  await press(page, 'today-event')
  await page.locator('.article__paragraph').first().waitFor()
  await page.clock.setSystemTime(MORNING)
  await open('/pages/home/index')
  await press(page, 'week-theme')
  await page.locator('.sheet__panel [id^="row-a-"]').first().waitFor()
  assert.deepEqual(errors, [])
})

/** Says each sentence in no time; in plain words, since it runs in the page as it stands. */
const VOICE = `{
  let timer
  const said = []
  const speak = it => { said.push(it.text); timer = setTimeout(() => it.onend(), 30) }
  Object.defineProperty(window, 'speechSynthesis', {
    value: { said, speak, cancel: () => clearTimeout(timer), getVoices: () => [{ lang: 'zh-CN' }] },
  })
  window.SpeechSynthesisUtterance = function (text) { this.text = text }
}`

test('one button plays what is left of today, the episode and then the articles, and says so before', async () => {
  const { catalog, articles, episode } = planned(DAY)
  const audio = catalog.episodes.find(it => it.id === episode)!
  assert.equal(audio.kind, 'audio', 'the schedule has something to hear on this day')
  const phone = await newPhone()
  await phone.context.addInitScript({ content: VOICE })
  await phone.page.clock.install({ time: MORNING })
  const { page, open, errors } = phone
  // Four seconds of the episode are left.
  const heard = { kind: 'listen', item: audio.id, seconds: 5, from: 0, position: audio.seconds - 4 }
  await seedEvents(page, acts(addDays(DAY, -1), [heard]))
  await open('/pages/home/index')
  const button = top(page).locator('#listen-today')
  await button.waitFor()
  assert.match((await button.textContent()) ?? '', /听今天.*\d+ 分钟/)
  const box = (await button.boundingBox())!
  assert.ok(box.height >= 60, `it is ${box.height} px high`)
  await reads(page, /先放一集节目，再由手机朗读.篇文章/)
  await press(page, 'listen-today')
  await page.locator('#mini-open', { hasText: audio.title }).waitFor()
  for (const id of articles) {
    const { title } = catalog.articles.find(it => it.id === id)!
    await page.locator('#mini-open', { hasText: title }).waitFor()
  }
  await page.locator('#mini-open').waitFor({ state: 'detached' })
  // Read out under another page it has been read, as far as seconds go.
  await durable(page, 'items/', new RegExp(`"${articles[0]}"[^}]*"reached":1`))
  assert.deepEqual(errors, [])
})

test('what comes next in 听今天 is the rest of today, not of the series, and any of it can be begun', async () => {
  const { catalog, articles } = planned(DAY)
  const phone = await newPhone()
  // A voice that goes on with its first sentence.
  await phone.context.addInitScript({ content: VOICE.replace('it.onend(), 30', 'it.onend(), 600_000') })
  await phone.page.clock.install({ time: MORNING })
  const { page, open, errors } = phone
  await open('/pages/home/index')
  await press(page, 'listen-today')
  await press(page, 'mini-open')
  await press(page, 'queue')
  const sheet = page.locator('.sheet__panel')
  await sheet.locator('.row').first().waitFor()
  const title = (id: string) => catalog.articles.find(it => it.id === id)!.title
  assert.deepEqual(await sheet.locator('.row__title').allTextContents(), articles.map(title))
  assert.match(await sheet.innerText(), /放完自动接着放/)
  const last = articles[articles.length - 1]!
  await press(page, `coming-${last}`)
  await press(page, 'back')
  await top(page)
    .locator('#mini-open', { hasText: title(last) })
    .waitFor()
  assert.deepEqual(errors, [])
})

test('where today ends with its episode the player says that it stops there, and next is the series again', async () => {
  const { catalog, episode } = planned(DAY)
  const audio = catalog.episodes.find(it => it.id === episode)!
  const { page, open, errors } = await newPhone()
  await page.clock.install({ time: MORNING })
  await open('/pages/home/index')
  await press(page, 'listen-today')
  await press(page, 'mini-open')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await press(page, 'queue')
  await page.locator('.sheet__panel .empty').waitFor()
  assert.match(await page.locator('.sheet__panel').innerText(), /放完会停/)
  await press(page, 'sheet-close')
  await press(page, 'next')
  await page.waitForFunction(was => (navigator.mediaSession.metadata?.title ?? was) !== was, audio.title)
  assert.deepEqual(errors, [])
})

test('what somebody queues while today is heard follows the last of today', async () => {
  const { catalog, episode } = planned(DAY)
  const audio = catalog.episodes.find(it => it.id === episode)!
  const other = catalog.episodes.find(it => it.kind === 'audio' && it.series !== audio.series)!
  const phone = await morning(
    acts(addDays(DAY, -1), [{ kind: 'listen', item: audio.id, seconds: 5, from: 0, position: audio.seconds - 8 }]),
  )
  const { page, go, errors } = phone
  await press(page, 'listen-today')
  await page.locator('#mini-open', { hasText: audio.title }).waitFor()
  await go(`/subpackages/player/episode/index?id=${other.id}`)
  await press(page, 'enqueue')
  await page.waitForFunction(title => navigator.mediaSession.metadata?.title === title, other.title)
  assert.deepEqual(errors, [])
})

test('the library begins with what today still has to read, then with the next, and search is one tap away', async () => {
  const { catalog, articles } = planned(DAY)
  const [first, second] = articles.map(id => catalog.articles.find(it => it.id === id)!)
  const fresh = await morning([])
  await fresh.open('/pages/learn/index')
  await fresh.page.locator('#learn-today', { hasText: first!.title }).waitFor()
  assert.match(await fresh.page.locator('#learn-today').innerText(), /今天读/)

  const { page, open, errors } = await morning(acts(DAY, [finish(first!.id)]))
  await open('/pages/learn/index')
  await page.locator('#learn-today', { hasText: second!.title }).waitFor()
  await press(page, 'learn-today')
  await top(page).locator('.article').waitFor()
  assert.ok(page.url().includes(second!.id))
  await open('/pages/learn/index')
  await press(page, 'to-search')
  await top(page).locator('#search').waitFor()
  await open('/pages/home/index')
  await press(page, 'home-search')
  await top(page).locator('#search').waitFor()
  assert.deepEqual(errors, [])
})

test('what a done thing cost, and its tick, stand on the line of its title', async () => {
  const { articles } = planned(DAY)
  const { page } = await morning(acts(DAY, [finish(articles[0]!)]))
  const boxes = await page.locator(`#row-${articles[0]!}`).evaluate(row => {
    const cost = document.createRange()
    cost.selectNodeContents([...row.querySelector('.row__meta')!.childNodes].find(it => it.textContent?.trim())!)
    return [row.querySelector('.row__title')!, cost, row.querySelector('.icon--check')!].map(it => {
      const { top, height } = it.getBoundingClientRect()
      return { top, height }
    })
  })
  const middles = boxes.map(({ top, height }) => top + height / 2)
  assert.ok(Math.max(...middles) - Math.min(...middles) <= 3, middles.join(' '))
})

// 接着学 under today's first article named others, and today's second was forgotten.
test('at the end of one of today’s articles the other comes next, before what is related', async () => {
  const { catalog, articles } = planned(DAY)
  const [first, second] = articles
  assert.ok(first && second, 'the day has two articles')
  const { page, open, errors } = await morning([])
  await open(`/subpackages/reader/article/index?id=${first}`)
  const rows = top(page).locator('.section', { hasText: '接着学' }).locator('[id^=row-]')
  await top(page).locator('.section', { hasText: '接着学' }).locator(`#row-${second}`).waitFor()
  assert.equal(await rows.first().getAttribute('id'), `row-${second}`)
  await seedEvents(page, acts(DAY, [finish(second)]))
  await open(`/subpackages/reader/article/index?id=${first}`)
  await rows.first().waitFor()
  await page.waitForFunction(
    id =>
      document.querySelector('.taro_page:not([style*="display: none"]) .key-points') &&
      !document.querySelector(`#row-${id}`),
    second,
  )
  assert.ok(catalog.articles.length > 0)
  assert.deepEqual(errors, [])
})

// It was a dead row: it could not be heard, and reading it changed nothing.
test('what nothing on the phone can say is read: its words stand at once, and read through it ticks the day', async () => {
  const { episode } = planned(DAY)
  const id = episode!
  const { page, open, errors, context } = await newPhone()
  await unrecorded(context, id)
  await page.clock.install({ time: MORNING })
  await open('/pages/home/index')
  await page.locator(`#row-${id}`, { hasText: '只有文稿' }).waitFor()
  await press(page, `row-${id}`)
  const first = top(page).locator('.transcript__paragraph').first()
  await first.waitFor()
  const { y } = (await first.boundingBox())!
  assert.ok(y < 844, `its first words are ${y} px down`)
  await reads(page, /读完也算学完/)
  const finished = page.getByText(/这一集已经学完/).locator('visible=true')
  for (let i = 0; i < 60 && (await finished.count()) === 0; i++) {
    // A long script comes in parts; reaching the end shows the rest too, so the button may be gone by now.
    await top(page)
      .locator('#all-words')
      .evaluateAll(buttons => buttons.forEach(it => (it as HTMLElement).click()))
    await page.mouse.wheel(0, 4_000)
    await page.clock.runFor(20_000)
  }
  await reads(page, /这一集已经学完/)
  await open('/pages/home/index')
  await read(page)
  assert.equal(await ticked(page, `row-${id}`), 1)
  assert.deepEqual(errors, [])
})
