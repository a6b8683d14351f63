import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { spokenLines } from '../../domain/catalog/spoken-lines'
import type { EpisodeVolume } from '../../domain/catalog/types'
import { withoutRecording, withoutTimes } from '../unrecorded'
import { address, durable, keptSeconds, newPhone, press, useBrowser, type Phone } from './phone'
import { unrecorded } from './unrecorded'

useBrowser()

/** The episode that nobody has recorded, as the phones of this file are told. */
const ID = 'e-0007'
const SILENT = `/subpackages/player/episode/index?id=${ID}`

/** Chromium without a desktop has no voice; this one takes 20 ms a character. In plain words: it runs in the page as it stands. */
const VOICE = `{
  let timer
  const said = []
  const speak = it => {
    said.push(it.text)
    timer = setTimeout(() => it.onend(), it.text.length * 20)
  }
  const synthesis = { said, speak, cancel: () => clearTimeout(timer), getVoices: () => [{ lang: 'zh-CN' }] }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  window.SpeechSynthesisUtterance = function (text) {
    this.text = text
  }
}`

async function phoneWithoutVoice(): Promise<Phone> {
  const phone = await newPhone()
  await unrecorded(phone.context, ID)
  return phone
}

async function phoneWithVoice(): Promise<Phone> {
  const phone = await phoneWithoutVoice()
  await phone.context.addInitScript({ content: VOICE })
  return phone
}

/** Whether the phone has kept a place in an episode at or after this second; in the page. */
const keptAfter = (least: number) =>
  new Promise<boolean>(resolve => {
    const opening = indexedDB.open('e-dangshi')
    opening.onsuccess = () => {
      const reading = opening.result
        .transaction('kv')
        .objectStore('kv')
        .getAll(IDBKeyRange.bound('items/', 'items/\uffff'))
      reading.onsuccess = () => {
        opening.result.close()
        const seconds = [...reading.result.join().matchAll(/"second":([\d.]+)/g)].map(match => Number(match[1]))
        resolve(seconds.some(second => second >= least))
      }
    }
  })

/** Second at which a sentence of the script begins: nobody has recorded it, so by the length of what comes before. */
const startOf = async (sentence: number): Promise<number> => {
  const read = async (file: string): Promise<unknown> => (await fetch(`${address()}feed/${file}`)).json()
  const { episodes } = unpackCatalog(withoutRecording((await read('catalog.json')) as PackedCatalog, ID))
  const { volume, seconds } = episodes.find(it => it.id === ID)!
  const body = withoutTimes((await read(volume)) as EpisodeVolume, ID).episodes.find(it => it.id === ID)!
  return Math.floor(spokenLines(body, seconds)[sentence]!.start * 10) / 10
}

const said = (page: Page) => page.evaluate(() => (window.speechSynthesis as unknown as { said: string[] }).said)
const marked = (page: Page) => page.locator('.transcript__sentence--on').last().getAttribute('id')
const waitForSentence = (page: Page, number: number) =>
  page.waitForFunction(
    least => Number(document.querySelector('.transcript__sentence--on')?.id.split('-')[1] ?? -1) >= least,
    number,
  )

test('an episode without a recording is read by the phone, says so, and goes on at its sentence after a kill', async () => {
  const { page, open, relaunch, errors } = await phoneWithVoice()
  await open(SILENT)
  await page.locator('#how', { hasText: '由手机自己的声音朗读' }).waitFor()
  await press(page, 'toggle')
  await waitForSentence(page, 3)
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label*=接着听]').waitFor()
  const at = await marked(page)
  await page.waitForFunction(keptAfter, await startOf(Number(at!.split('-')[1])))
  await relaunch()
  await page.locator('#toggle[aria-label*=接着听]').waitFor()
  await press(page, 'toggle')
  // It may have gone on by the time one looks.
  await waitForSentence(page, Number(at!.split('-')[1]))
  const words = await page.locator(`#${at}`).textContent()
  assert.equal((await said(page))[0], words, 'it begins with the sentence it had stopped in')
  assert.deepEqual(errors, [])
})

test('a script read to its end is finished, and only the seconds really spoken count', async () => {
  const { page, open } = await phoneWithVoice()
  await open(SILENT)
  const began = Date.now()
  await press(page, 'toggle')
  // What is read next has the page by then.
  await durable(page, 'items/', 'finishedAt')
  const wall = (Date.now() - began) / 1000
  await durable(page, 'days/', 'listen_seconds')
  const counted = await keptSeconds(page, 'listen_seconds')
  assert.ok(counted > 0 && counted <= wall + 1, `${counted} s counted, ${wall} s passed`)
})

test('a tapped sentence is read next, the mini player shows it on other pages and stops it', async () => {
  const { page, open } = await phoneWithVoice()
  await open(SILENT)
  await page.locator('#sentence-5').evaluate((element: HTMLElement) => element.click())
  await waitForSentence(page, 5)
  assert.equal((await said(page))[0], await page.locator('#sentence-5').textContent())
  await press(page, 'back')
  await page.locator('#mini-toggle[aria-label=暂停]').waitFor()
  await press(page, 'mini-close')
  await page.locator('#mini-toggle').waitFor({ state: 'detached' })
  const before = (await said(page)).length
  await page.waitForTimeout(600)
  assert.equal((await said(page)).length, before, 'silence')
})

test('where the phone cannot speak, the page says that there are only the words', async () => {
  const { page, open, errors } = await phoneWithoutVoice()
  await open(SILENT)
  await page.locator('#how', { hasText: '请看文稿' }).waitFor()
  await page.locator('.transcript__paragraph').first().waitFor()
  assert.equal(await page.locator('#toggle').count(), 0)
  assert.deepEqual(errors, [])
})

test('a list says of each episode what it takes to hear it', async () => {
  const { page, open } = await phoneWithVoice()
  await open('/subpackages/library/shelf/index?series=baitian')
  await page.locator('#row-e-0001', { hasText: '要联网' }).waitFor()
  await page.locator(`#row-${ID}`, { hasText: '手机朗读' }).waitFor()
  const { page: mute, open: openMute } = await phoneWithoutVoice()
  await openMute('/subpackages/library/shelf/index?series=baitian')
  await mute.locator(`#row-${ID}`, { hasText: '只有文稿' }).waitFor()
})

test('where one has moved to while the phone’s voice is silent is kept', async () => {
  const { page, open, relaunch } = await phoneWithVoice()
  await open(SILENT)
  await press(page, 'toggle')
  await waitForSentence(page, 1)
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label*=接着听]').waitFor()
  for (let i = 0; i < 4; i++) await press(page, 'skip')
  const ahead = await page.locator('#toggle').getAttribute('aria-label')
  const at = await page.locator('#position').textContent()
  const [minutes, seconds] = at!.split(':').map(Number)
  assert.ok(minutes! * 60 + seconds! >= 30, at!)
  await page.waitForFunction(keptAfter, minutes! * 60 + seconds!)
  await relaunch()
  await page.locator(`#toggle[aria-label="${ahead}"]`).waitFor()
})
