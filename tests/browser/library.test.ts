import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { packCatalog, unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { isOfHistory } from '../../domain/catalog/histories'
import { joinLedger, type EventsVolume, type LedgerFile, type TermsFile } from '../../domain/catalog/packed-events'
import type { Citations, CitedLedger } from '../../domain/catalog/ledger'
import type { Catalog } from '../../domain/catalog/types'
import { eventsVolume } from '../../domain/catalog/volume-names'
import { walkThrough } from './long-list'
import { address, newPhone, press, top, useBrowser } from './phone'
import { seedStudy } from './seed'

useBrowser()

const NOW = new Date('2026-11-24T08:00:00+08:00')
/** Rows of a long list on the page at once, wherever one is in it: those in sight and a few above and below. */
const MOST = 26
const feed = async <T>(file: string) => (await (await fetch(`${address()}feed/${file}`)).json()) as T
const catalogOf = async (): Promise<Catalog> => unpackCatalog(await feed<PackedCatalog>('catalog.json'))
const ledgerOf = async (): Promise<CitedLedger> => ({
  ...joinLedger(
    { ...(await feed<LedgerFile>('ledger.json')), ...(await feed<TermsFile>('terms.json')) },
    await Promise.all((await catalogOf()).periods.map(({ id }) => feed<EventsVolume>(eventsVolume(id)))),
  ),
  citations: await feed<Citations>('citations.json'),
})

const ids = (page: Page, start: string) =>
  top(page)
    .locator(`[id^="${start}"]`)
    .evaluateAll((elements, cut) => elements.map(it => it.id.slice(cut)), start.length)

async function chosen(page: Page, filter: string, value: string): Promise<void> {
  await press(page, `filter-${filter}`)
  await press(page, `choice-${filter}-${value}`)
  await page.locator('.sheet__panel').locator('visible=true').waitFor({ state: 'detached' })
}

async function veteran() {
  const phone = await newPhone()
  await phone.page.clock.setFixedTime(NOW)
  await seedStudy(phone.page, NOW.getTime())
  return phone
}

test('a shelf is filtered by what is unread, articles, sound and film, and says how much of it is done', async () => {
  const { page, open, errors } = await veteran()
  const catalog = await catalogOf()
  const shelf = 'new-democratic'
  const articles = catalog.articles.filter(it => it.shelf === shelf)
  const episodes = catalog.episodes.filter(it => it.shelf === shelf)
  await open(`/subpackages/library/shelf/index?id=${shelf}`)
  await page.locator('[id^=row-]').first().waitFor()
  // The list may stand before the records have been read.
  const aside = page.locator('.section__aside', { hasText: /学完 [1-9]/ })
  await aside.waitFor()
  const words = (await aside.textContent()) ?? ''
  const [, done, total] = /学完 (\d+)，共 (\d+)/.exec(words)!.map(Number)
  assert.equal(total, articles.length + episodes.length)
  assert.ok(done! > 0)

  const rowsUnder = async (filter: string) => {
    await press(page, `filter-${filter}`)
    await page.locator(`#filter-${filter}[aria-checked=true]`).waitFor()
    return (await walkThrough(page, 'row-')).ids.sort()
  }
  assert.deepEqual(await rowsUnder('article'), articles.map(it => it.id).sort())
  const of = (kind: string) => episodes.filter(it => it.kind === kind).map(it => it.id)
  assert.deepEqual(await rowsUnder('audio'), of('audio').sort())
  const films = of('video')
  if (films.length) assert.deepEqual(await rowsUnder('video'), films.sort())
  const unread = await rowsUnder('unread')
  assert.equal(unread.length, total! - done!)
  assert.equal(await top(page).locator('.row__done').count(), 0)
  assert.equal((await rowsUnder('all')).length, total)
  assert.deepEqual(errors, [])
})

test('rows of a series have their episodes’ drawings', async () => {
  const { page, open } = await newPhone({ theme: 'dark' })
  await open('/subpackages/library/shelf/index?series=baitian')
  await page.locator('#row-e-0001').waitFor()
  const drawn = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('.row__picture img')].map(it => [
        it.closest('.row')!.id,
        it.src.split('/').pop(),
        it.naturalWidth > 0,
      ]),
    )
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll<HTMLImageElement>('.row__picture img')]
    return all.length > 4 && all.every(it => it.complete)
  })
  for (const [row, file, came] of await drawn()) {
    assert.equal(file, `${String(row).replace('row-', '')}.dark.svg`)
    assert.equal(came, true, `${file}`)
  }
})

test('a shelf stands before its drawings have come; they come at one request, and no title moves', async () => {
  const { page, open, errors } = await newPhone()
  const drawn = new Map((await catalogOf()).articles.map(it => [it.id, !!it.drawn]))
  let asked = 0
  let send = (): void => undefined
  const held = new Promise<void>(resolve => (send = resolve))
  await page.route('**/feed/objects.json', async route => {
    asked += 1
    await held
    await route.continue()
  })
  await open('/subpackages/library/shelf/index?id=new-democratic')
  await top(page).locator('.row__picture').first().waitFor()
  const rows = () =>
    top(page)
      .locator('[id^=row-]')
      .evaluateAll(all =>
        all.map(row => {
          const title = row.querySelector('.row__title')!.getBoundingClientRect()
          const picture = row.querySelector('.row__picture')
          const [hidden, kind] = [picture?.getAttribute('aria-hidden'), row.querySelector('.row__kind')?.textContent]
          return { id: row.id.slice('row-'.length), left: title.left, top: title.top, hidden, kind }
        }),
      )
  // The list takes away what it has begun and has no room for before that is laid out.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[id^=row-] .row__title')].every(it => it.getClientRects().length > 0),
  )
  const before = await rows()
  assert.equal(await top(page).locator('.row__picture img[src^="data:"]').count(), 0)
  send()
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll<HTMLImageElement>('.row__picture img')]
    return all.length > 3 && all.every(it => it.src.startsWith('data:') && it.complete && it.naturalWidth > 0)
  })
  const after = await rows()
  assert.deepEqual(after, before)
  assert.equal(new Set(after.map(it => it.left)).size, 1, 'titles stand under one another')
  for (const { id, hidden, kind } of after) {
    const has = drawn.get(id) ?? false
    assert.equal(hidden, has ? 'true' : undefined, id)
    assert.match(kind ?? '', has ? /^$/ : /^[读听看]$/, id)
  }
  assert.ok(
    [true, false].every(it => after.some(row => (drawn.get(row.id) ?? false) === it)),
    'rows with a drawing and without',
  )
  await walkThrough(page, 'row-')
  assert.equal(asked, 1)
  assert.deepEqual(errors, [])
})

test('in the largest type on a narrow phone a title has the whole line, and the kind is said below it', async () => {
  const { page, open } = await newPhone({ type: 4, width: 320 })
  await open('/subpackages/library/shelf/index?id=new-democratic')
  await top(page).locator('.row__picture').first().waitFor({ state: 'attached' })
  const lines = await top(page)
    .locator('[id^=row-]')
    .evaluateAll(all =>
      all.map(row => {
        const inner =
          row.getBoundingClientRect().width - row.querySelector('.row__words')!.getBoundingClientRect().width
        const meta = row.querySelector('.row__meta')!.getBoundingClientRect()
        const kind = row.querySelector('.row__kind')?.getBoundingClientRect()
        return { inner, pictures: row.querySelectorAll('.row__picture').length, kind: kind && meta.top - kind.top }
      }),
    )
  assert.ok(lines.some(it => it.pictures > 0) && lines.some(it => it.kind !== undefined))
  for (const { inner, kind } of lines) {
    assert.ok(inner < 1, `${inner} px are kept from the words`)
    if (kind !== undefined) assert.ok(Math.abs(kind) < 4, `the kind is ${kind} px above what it costs`)
  }
  assert.equal(await top(page).locator('.row__picture').locator('visible=true').count(), 0)
})

test('a shelf is gone through by scrolling alone, in order, and never has more than some twenty rows on the page', async () => {
  const { page, open, errors } = await newPhone()
  const catalog = await catalogOf()
  await open('/subpackages/library/shelf/index?id=new-democratic')
  await page.locator('[id^=row-]').first().waitFor()
  const { ids: shown, most } = await walkThrough(page, 'row-')
  const known = new Map(
    [...catalog.articles, ...catalog.episodes].filter(it => it.shelf === 'new-democratic').map(it => [it.id, it.date]),
  )
  assert.equal(shown.length, known.size)
  const dates = shown.map(id => known.get(id)!)
  assert.deepEqual(dates, [...dates].sort())
  assert.ok(most <= MOST, `${most} rows at once`)
  assert.deepEqual(errors, [])
})

for (const [name, path, row, most] of [
  ['a series', '/subpackages/library/shelf/index?series=baitian', 'row-', MOST],
  ['a history', '/subpackages/library/shelf/index?history=reform', 'row-', MOST],
  // A person's row is half as high, and the screen has twice as many.
  ['the people', '/subpackages/library/people/index', 'person-', 34],
] as const) {
  test(`${name} never has more rows on the page than the screen and a little more, each in its place`, async () => {
    const { page, open, errors } = await newPhone()
    await open(path)
    await page.locator(`[id^=${row}]`).first().waitFor()
    const { ids: shown, most: met } = await walkThrough(page, row)
    assert.ok(met <= most, `${met} rows at once`)
    assert.equal(new Set(shown).size, shown.length)
    assert.equal(
      shown.length,
      parseInt((await top(page).locator('.section__aside').first().textContent())!.replace(/.*共 /, '')),
    )
    assert.deepEqual(errors, [])
  })
}

test('whoever goes along a long list with the keyboard meets every row in its order, and goes on from where they were', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/library/shelf/index?series=baitian')
  const { ids: all } = await (async () => {
    await page.locator('[id^=row-]').first().waitFor()
    return walkThrough(page, 'row-')
  })()
  // From the first key on, this phone says late what is in sight; a key that is held down does not wait for it.
  await page.addInitScript(() => {
    const Real = window.IntersectionObserver
    window.IntersectionObserver = class extends Real {
      constructor(tell: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super((entries, observer) => {
          const late = document.activeElement?.id.startsWith('row-') ? 30_000 : 0
          setTimeout(() => tell(entries, observer), late)
        }, options)
      }
    }
  })
  await open('/subpackages/library/shelf/index?series=baitian')
  const first = top(page).locator(`#row-${all[0]}`)
  await first.waitFor()
  await first.focus()
  const focused = () => page.evaluate(() => document.activeElement?.id.replace('row-', ''))
  for (let i = 1; i < 30; i++) {
    await page.keyboard.press('Tab')
    assert.equal(await focused(), all[i])
  }
  // Looked further with a finger: what has the focus is still there.
  await page.evaluate(() => {
    const scroller = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter(it => it.offsetHeight > 0).pop()!
    scroller.scrollTop = 0
  })
  await top(page).locator(`#row-${all[0]}`).waitFor()
  assert.equal(await focused(), all[29])
  await page.keyboard.press('Shift+Tab')
  assert.equal(await focused(), all[28])
})

test('back from what was opened far down in a list one is where one was', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/library/shelf/index?id=new-democratic')
  await page.locator('[id^=row-]').first().waitFor()
  await page.mouse.move(200, 400)
  for (let i = 0; i < 12; i++) {
    await page.mouse.wheel(0, 450)
    await page.waitForTimeout(60)
  }
  const inSight = () =>
    page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('[id^=row-]')].map(it => ({
        id: it.id,
        top: Math.round(it.getBoundingClientRect().top),
      }))
      return all.find(it => it.top > 200 && it.top < 600)
    })
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[id^=row-]')].some(it => {
      const { top: from } = it.getBoundingClientRect()
      return from > 200 && from < 600
    }),
  )
  const before = (await inSight())!
  await page.locator(`#${before.id}`).evaluate((it: HTMLElement) => it.click())
  await page.locator('.article__paragraph, .episode__title, .transcript').first().waitFor()
  await page.goBack()
  await page.locator(`#${before.id}`).locator('visible=true').waitFor()
  assert.deepEqual(await inSight(), before)
})

for (const history of ['party', 'prc', 'reform', 'socialism'] as const) {
  test(`the history ${history} has a list of its own: what the ledger counts to it`, async () => {
    const { page, open, errors } = await newPhone()
    const [catalog, ledger] = [await catalogOf(), await ledgerOf()]
    const wanted = catalog.articles.filter(it => isOfHistory(it, ledger, history)).map(it => it.id)
    await open('/pages/learn/index')
    await press(page, `history-${history}`)
    await top(page)
      .locator('.section__title', { hasText: catalog.histories.find(it => it.id === history)!.title })
      .waitFor()
    await press(page, 'filter-article')
    await page.locator('#filter-article[aria-checked=true]').waitFor()
    assert.ok(wanted.length > 0)
    // Its heading stands before the ledger has been read.
    await top(page).locator('[id^=row-]').first().waitFor()
    assert.deepEqual((await walkThrough(page, 'row-')).ids.sort(), wanted.sort())
    assert.deepEqual(errors, [])
  })
}

test('the timeline goes through all periods to the last event as one scrolls', async () => {
  const { page, open, errors } = await newPhone()
  const { events } = await ledgerOf()
  await open('/subpackages/library/timeline/index')
  await page.locator('[id^=event-]').first().waitFor()
  assert.ok((await ids(page, 'event-')).length < 50, 'not all at once')
  await scrollDown(page)
  await scrollDown(page)
  const shown = await ids(page, 'event-')
  const from = events.findIndex(it => it.id === shown[0])
  assert.deepEqual(
    shown,
    events.slice(from, from + shown.length).map(it => it.id),
  )
  // The last screen, by way of its year.
  const last = events[events.length - 1]!
  await jump(page, last.date.slice(0, 4))
  for (let i = 0; i < 60 && (await page.locator(`#event-${last.id}`).count()) === 0; i++)
    await scrollDown(page, last.id)
  await page.locator(`#event-${last.id}`).waitFor()
  assert.deepEqual(errors, [])
})

/** Scrolls to the end of the timeline and waits for the next stretch of it, or for its last event, after which there is none. */
async function scrollDown(page: Page, lastEvent = ''): Promise<void> {
  const last = () => top(page).locator('[id^=stretch-]').last()
  const before = await last().evaluate(it => it.id + it.childElementCount)
  await page.mouse.move(200, 400)
  await page.mouse.wheel(0, -400)
  await page.mouse.wheel(0, 100_000)
  await page.waitForFunction(
    ({ known, id }) => {
      const all = document.querySelectorAll('[id^=stretch-]')
      const end = all[all.length - 1]!
      return end.id + end.childElementCount !== known || document.getElementById(id) !== null
    },
    { known: before, id: `event-${lastEvent}` },
  )
}

test('of the timeline only what is near the screen is in the document; going back finds every event where it was', async () => {
  const { page, open, errors } = await newPhone()
  const { events } = await ledgerOf()
  await open('/subpackages/library/timeline/index')
  await page.locator('[id^=event-]').first().waitFor()
  const stretch = (n: number) => top(page).locator(`#stretch-${n}`)
  for (let i = 0; i < 12; i++) await scrollDown(page)
  await stretch(0).locator('[id^=event-]').first().waitFor({ state: 'detached' })
  assert.ok((await ids(page, 'event-')).length <= 32, `${(await ids(page, 'event-')).length} events at once`)
  // At one moment: the list may still be on its way.
  const distance = () =>
    page.evaluate(() => {
      const [first, last] = ['0', '12'].map(n => document.querySelector(`#stretch-${n}`)!.getBoundingClientRect().top)
      return last! - first!
    })
  const apart = await distance()
  for (let i = 0; i < 40 && (await stretch(0).locator('[id^=event-]').count()) === 0; i++)
    await page.mouse.wheel(0, -2_000)
  await stretch(0).locator(`#event-${events[0]!.id}`).waitFor()
  assert.ok(Math.abs((await distance()) - apart) < 2, 'nothing moved')
  assert.deepEqual(errors, [])
})

/** Chooses a year: its decade, then the year. */
async function jump(page: Page, year: string): Promise<void> {
  await press(page, 'to-year')
  await press(page, `decade-${year.slice(0, 3)}0`)
  await press(page, `year-${year}`)
  await page.locator('.sheet__panel').locator('visible=true').waitFor({ state: 'detached' })
}

test('the day of an event in the timeline is as large as what stands under the titles of other lists', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/library/timeline/index')
  const day = page.locator('.thread__when').first()
  await day.waitFor()
  assert.ok((await day.evaluate(it => parseFloat(getComputedStyle(it).fontSize))) >= 16)
})

test('a year is jumped to in three taps, and what came before it is a tap away with the place kept', async () => {
  const { page, open, errors } = await newPhone()
  const { events } = await ledgerOf()
  await open('/subpackages/library/timeline/index')
  await page.locator('[id^=event-]').first().waitFor()
  await jump(page, '1949')
  const from = events.findIndex(it => it.date.startsWith('1949'))
  await page.locator(`#event-${events[from]!.id}`).waitFor()
  assert.equal((await ids(page, 'event-'))[0], events[from]!.id)
  assert.equal(await top(page).locator('.thread__year').first().textContent(), '1949')

  await press(page, 'earlier')
  await page.locator(`#event-${events[from - 1]!.id}`).waitFor()
  const shown = await ids(page, 'event-')
  const at = shown.indexOf(events[from]!.id)
  assert.deepEqual(
    shown.slice(0, at),
    events.slice(from - at, from).map(it => it.id),
  )
  const place = () => page.locator(`#event-${events[from]!.id}`).evaluate(it => it.getBoundingClientRect().top)
  await page.waitForFunction(id => {
    const y = document.getElementById(id)!.getBoundingClientRect().top
    return y > 0 && y < 844
  }, `event-${events[from]!.id}`)
  assert.ok((await place()) > 60, 'the event that was first is still in sight, under the bar')
  assert.deepEqual(errors, [])
})

test('a year is jumped to within one period only, and the filter can be taken off again', async () => {
  const { page, open } = await newPhone()
  const [catalog, { events }] = [await catalogOf(), await ledgerOf()]
  await open('/subpackages/library/timeline/index')
  await page.locator('[id^=event-]').first().waitFor()
  const period = catalog.periods[2]!
  await chosen(page, 'period', period.id)
  const own = events.filter(it => it.period === period.id)
  await page.getByText(`${own.length} 件`).waitFor()
  assert.equal((await ids(page, 'event-'))[0], own[0]!.id)
  await press(page, 'to-year')
  const decades = (await ids(page, 'decade-')).map(Number)
  assert.ok(decades.every(it => it >= period.from - 9 && it <= period.to))
  await press(page, 'sheet-close')
  await chosen(page, 'period', 'all')
  await page.getByText(`${events.length} 件`).waitFor()
})

test('an event opens its card with the articles that tell of it', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/library/timeline/index')
  await page.locator('[id^=event-]').first().waitFor()
  await jump(page, '1935')
  await press(page, (await page.locator('[id^=event-]', { hasText: '遵义会议' }).first().getAttribute('id'))!)
  await page.locator('.sheet__panel .facts').waitFor()
  await press(page, `row-${(await ids(page, 'row-'))[0]}`)
  await page.locator('.article__paragraph').first().waitFor()
})

test('people are found by name, other name and native place, filed by letter and sorted by birth', async () => {
  const { page, open, errors } = await newPhone()
  const { people } = await ledgerOf()
  await open('/subpackages/library/people/index')
  await page.locator('[id^=person-]').first().waitFor()
  const field = page.locator('#people-words input, input#people-words').first()
  await field.fill('周总理')
  await page.getByText(/^1 位$/).waitFor()
  assert.deepEqual(await ids(page, 'person-'), ['zhou-enlai'])
  await field.fill('没有这个人')
  await page.locator('.empty').waitFor()
  await page.getByRole('button', { name: '看全部人物' }).evaluate((it: HTMLElement) => it.click())
  await page.getByText(`${people.length} 位`).waitFor()

  await chosen(page, 'letter', 'YZ')
  await page.locator('#person-zhou-enlai, [id^=person-y]').first().waitFor()
  assert.ok((await ids(page, 'person-')).every(id => /^[yz]/.test(id)))
  await chosen(page, 'order', 'born')
  await page.waitForFunction(() => document.querySelector('#filter-order')?.textContent?.includes('按生年'))
  const born = new Map(people.map(it => [it.id, it.born ?? '9']))
  const years = (await ids(page, 'person-')).map(id => born.get(id)!)
  assert.deepEqual(years, [...years].sort())
  assert.deepEqual(errors, [])
})

test('a person’s card leads to their events and back to other people’s articles', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/library/people/index?id=zhou-enlai')
  await page.locator('.sheet__panel .facts').waitFor()
  const [event] = await ids(page, 'event-')
  await press(page, `event-${event}`)
  await page.locator('.sheet__kind', { hasText: '事件' }).waitFor()
})

test('favourites, what was studied lately and what waits to be finished have lists that agree with the records', async () => {
  const { page, open, go, errors } = await veteran()
  await open('/subpackages/reader/article/index?id=a-0002')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  await go('/subpackages/player/episode/index?id=e-0002')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  await go('/pages/learn/index')
  await press(page, 'to-mine')
  await page.locator('[id^=row-]').locator('visible=true').first().waitFor()
  assert.equal(await page.locator('#mine-recent').getAttribute('aria-checked'), 'true')
  const recent = await ids(page, 'row-')
  assert.ok(recent.length > 3)

  await press(page, 'mine-favourites')
  await page.locator('#row-a-0002').locator('visible=true').waitFor()
  assert.deepEqual((await ids(page, 'row-')).sort(), ['a-0002', 'e-0002'])

  await press(page, 'mine-unfinished')
  await page.locator('#mine-unfinished[aria-checked=true]').waitFor()
  assert.deepEqual(await ids(page, 'row-'), ['e-0001'])
  assert.match((await top(page).locator('#row-e-0001').textContent()) ?? '', /[听看]到\s\d/, 'how far it was heard')
  assert.equal(await top(page).locator('.row__done').count(), 0)
  assert.deepEqual(errors, [])
})

test('a list that is empty says how something comes into it', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/library/mine/index?tab=recent')
  for (const [tab, hint] of [
    ['favourites', '右上角的星'],
    ['recent', '读过、听过'],
    ['unfinished', '没学完的'],
  ]) {
    await press(page, `mine-${tab}`)
    await page.locator('.empty__hint', { hasText: hint }).waitFor()
  }
})

test('records of what is no longer in the feed do not stand in the way', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0002')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  // The next feed has withdrawn the article.
  await page.route('**/feed/catalog.json', async route => {
    const catalog = unpackCatalog((await (await route.fetch()).json()) as PackedCatalog)
    const articles = catalog.articles.filter(it => it.id !== 'a-0002')
    await route.fulfill({ json: packCatalog({ ...catalog, articles }) })
  })
  await open('/subpackages/library/mine/index?tab=favourites')
  await page.getByText('有 1 条已经撤下').waitFor()
  assert.deepEqual(await ids(page, 'row-'), [])
  await open('/subpackages/reader/article/index?id=a-0002')
  await page.getByText('没有这篇文章').waitFor()
  await page.getByRole('button', { name: '去学习' }).waitFor()
  await open('/pages/home/index')
  await page.locator('.week-goal').waitFor()
  assert.deepEqual(errors, [])
})

for (const where of [
  'shelf/index?id=new-democratic',
  'shelf/index?history=party',
  'timeline/index',
  'people/index',
  'mine/index?tab=recent',
]) {
  test(`without a network ${where} says so and comes when asked again`, async () => {
    const { page, open } = await newPhone()
    await page.route('**/feed/*.json', route => route.abort())
    await open(`/subpackages/library/${where}`)
    await page.getByText('没有网络').first().waitFor()
    assert.equal(await top(page).locator('.empty').count(), 1)
    await page.unroute('**/feed/*.json')
    await top(page)
      .getByRole('button', { name: '再试一次' })
      .evaluate((it: HTMLElement) => it.click())
    await top(page).locator('.section').first().waitFor()
    assert.equal(await top(page).getByText('没有网络').count(), 0)
  })
}
