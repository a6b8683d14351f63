import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { joinLedger, type EventsVolume, type LedgerFile, type TermsFile } from '../../domain/catalog/packed-events'
import { eventsVolume } from '../../domain/catalog/volume-names'
import type { Citations } from '../../domain/catalog/ledger'
import { askable, firstOf, pairsOf, type Pair } from '../../domain/quiz/which-first'
import { reads } from './answering'
import { copied, durable, keptWhole, newPhone, press, stored, top, until, useBrowser, WITHOUT_TEXTS } from './phone'

useBrowser({ kept: WITHOUT_TEXTS })

const DAY = '2026-11-24'
const PATH = '/subpackages/exam/which-first/index'
const feed = <T>(file: string) => JSON.parse(fs.readFileSync(`dist/h5/feed/${file}`, 'utf8')) as T

function pairsOn(day: string): Pair[] {
  const catalog = unpackCatalog(feed<PackedCatalog>('catalog.json'))
  const volumes = catalog.periods.map(({ id }) => feed<EventsVolume>(eventsVolume(id)))
  const ledger = joinLedger({ ...feed<LedgerFile>('ledger.json'), ...feed<TermsFile>('terms.json') }, volumes)
  return pairsOf(askable({ ...ledger, citations: feed<Citations>('citations.json') }, catalog), day)
}

async function morning(options = {}) {
  const phone = await newPhone(options)
  await phone.page.clock.setFixedTime(new Date(`${DAY}T08:00:00+08:00`))
  return phone
}

/** Answers the pair in sight. */
async function choose(page: Page, pair: Pair, right: boolean): Promise<void> {
  const first = firstOf(pair)
  await press(page, `pick-${right ? first : first === 'left' ? 'right' : 'left'}`)
  await top(page).locator('#card-left').waitFor()
}

test('from 答题 one tap leads to five pairs; each answer opens both cards, and the result can be passed on', async () => {
  const { page, open, context, errors } = await morning()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open('/pages/quiz/index')
  await press(page, 'which-first')
  const pairs = pairsOn(DAY)
  assert.equal(pairs.length, 5)
  for (const [i, pair] of pairs.entries()) {
    await reads(page, new RegExp(`第 ${i + 1} 对，共 5 对`))
    await choose(page, pair, i !== 1)
    for (const side of ['left', 'right'] as const) {
      const words = (await top(page).locator(`#card-${side}`).textContent()) ?? ''
      const [year, month, day] = pair[side].date.split('-').map(Number)
      assert.ok(words.includes(`${year}年${month}月${day}日`), words)
      assert.match(words, /依据/)
    }
    await reads(page, i === 1 ? /✕ 先的是/ : /✓ 答对了/)
    await press(page, 'next-pair')
  }
  await reads(page, '5 对里答对 4 对')
  const text = await copied(page, 'copy-result')
  await reads(page, /已复制/)
  assert.match(text, /^哪件在先 11月24日：5 对里答对 4 对 ●○●●●/)
  assert.ok(
    pairs.every(it => !text.includes(it.left.title)),
    'it gives nothing away',
  )
  await press(page, `event-${pairs[0]!.left.id}`)
  await page.locator('.sheet__panel .facts').waitFor()
  assert.deepEqual(errors, [])
})

test('a kill loses no answer, and no studying is counted', async () => {
  const { page, open, go } = await morning()
  await open(PATH)
  const pairs = pairsOn(DAY)
  await choose(page, pairs[0]!, true)
  await durable(page, 'which-first', DAY)
  await open(PATH)
  await reads(page, /第 2 对，共 5 对/)
  for (const pair of pairs.slice(1)) {
    await choose(page, pair, true)
    await press(page, 'next-pair')
  }
  await reads(page, '5 对里答对 5 对')
  await until('all five are kept', async () => {
    const [days] = await stored<Record<string, unknown[]>>(page, 'which-first')
    return days?.[DAY]?.length === 5
  })
  await go('/pages/quiz/index')
  await reads(page, /对\s5\s\/\s5/)
  await go('/pages/home/index')
  await reads(page, /本周已学 0\s天/)
})

test('a day gone by can be answered later, and one to come cannot', async () => {
  const { page, open, go } = await morning()
  await open(`${PATH}?day=2026-11-20`)
  await reads(page, /11月20日.*第 1 对/)
  const [pair] = pairsOn('2026-11-20')
  await choose(page, pair!, true)
  await go(`${PATH}?day=2026-12-20`)
  await reads(page, /今天.*第 1 对/)
})

test('asks without a network', async () => {
  const { page, open, context } = await newPhone({ serviceWorkers: true })
  await open('/pages/home/index')
  await keptWhole(page)
  await context.setOffline(true)
  await open(PATH)
  await page.locator('#pick-left').waitFor()
})
