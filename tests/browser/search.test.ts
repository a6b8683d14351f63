import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { walkThrough } from './long-list'
import { durable, newPhone, press, top, useBrowser } from './phone'

useBrowser()

const SEARCH = '/subpackages/library/search/index'
const asked = (words: string) => `${SEARCH}?q=${encodeURIComponent(words)}`

async function type(page: Page, words: string): Promise<void> {
  await page.locator('#search input, input#search').locator('visible=true').first().fill(words)
}

/** Waits until everything has been read: the results are there, and the line that says how far reading is no longer. */
async function complete(page: Page): Promise<void> {
  await top(page).locator('.section__aside').first().waitFor({ state: 'attached' })
  await page.getByText('正在翻阅全文').waitFor({ state: 'detached' })
}

const texts = (page: Page, selector: string) => top(page).locator(selector).allTextContents()

test('a query finds its card, with the words marked in their sentence', async () => {
  const { page, open, go, errors } = await newPhone()
  await open(SEARCH)
  for (const { query, card, marked } of [
    { query: '八一起义', card: '南昌起义', marked: '南昌起义' },
    { query: '周总理', card: '周恩来', marked: '周恩来' },
    { query: '1935年1月', card: '遵义会议', marked: '1935年1月' },
  ]) {
    await go(asked(query))
    await complete(page)
    await top(page).locator('.marked').first().waitFor()
    const titles = await texts(page, '[id^=hit-] .row__title')
    assert.ok(titles.includes(card), titles.join(' '))
    const marks = await texts(page, '.marked')
    assert.ok(
      marks.some(words => words.includes(marked)),
      marks.join(' '),
    )
    const hit = top(page).locator('[id^=hit-]', {
      has: page.locator('.row__title', { hasText: new RegExp(`^${card}$`) }),
    })
    await press(page, (await hit.first().getAttribute('id'))!)
    await page.locator('.sheet__panel .facts').waitFor()
    assert.equal(await page.locator('.sheet__title').textContent(), card)
    await page.keyboard.press('Escape')
    await page.locator('.sheet__panel').waitFor({ state: 'detached' })
  }
  assert.deepEqual(errors, [])
})

test('an article is opened at the sentence that was found', async () => {
  const { page, open, go, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0002')
  const last = page.locator('.article__paragraph').last()
  await last.waitFor()
  const [sentence] = ((await last.textContent()) ?? '').split(/[。；！？]/) as [string]
  await go(asked(sentence))
  await complete(page)
  await press(page, 'hit-a-0002')
  const found = page.locator('.rich-text--marked').locator('visible=true')
  await found.filter({ hasText: sentence }).waitFor()
  await page.waitForFunction(() => {
    const y = [...document.querySelectorAll('.rich-text--marked')].pop()?.getBoundingClientRect().top ?? -1
    return y > 0 && y < 500
  })
  assert.deepEqual(errors, [])
})

test('an episode is opened at the paragraph that was found', async () => {
  const { page, open, go, errors } = await newPhone()
  await open('/subpackages/player/episode/index?id=e-0001')
  await page.locator('#sentence-1').waitFor()
  const last = async () => Number((await page.locator('[id^=sentence-]').last().getAttribute('id'))!.slice(9))
  while ((await page.locator('#all-words').count()) > 0) await press(page, 'all-words')
  const sentence = ((await page.locator(`#sentence-${(await last()) - 1}`).textContent()) ?? '').replace(
    /[。！？”]+$/,
    '',
  )
  await go(asked(sentence))
  await complete(page)
  await press(page, 'hit-e-0001')
  await page.locator('.transcript__paragraph--found', { hasText: sentence }).waitFor()
  await page.waitForFunction(() => {
    const y = document.querySelector('.transcript__paragraph--found')?.getBoundingClientRect().top ?? -1
    return y > 0 && y < 500
  })
  assert.deepEqual(errors, [])
})

test('what led somewhere is remembered through a kill, asked again in one tap, and can be forgotten one by one or all', async () => {
  const { page, open, go, relaunch } = await newPhone()
  await open(SEARCH)
  for (const words of ['遵义会议', '赤水', '西柏坡']) {
    await go(SEARCH)
    await top(page).locator('#example-0, #searched-0').first().waitFor()
    await type(page, words)
    await press(page, 'search-submit')
    await durable(page, 'searches', words)
  }
  await go(SEARCH)
  await page.locator('#searched-2').waitFor()
  assert.deepEqual(await texts(page, '.searched .row__title'), ['西柏坡', '赤水', '遵义会议'])
  await relaunch()
  await press(page, 'searched-2')
  await page.locator('[id^=hit-]').first().waitFor()
  await go(SEARCH)
  await page.locator('#searched-2').waitFor()
  assert.equal((await texts(page, '.searched .row__title'))[0], '遵义会议', 'the latest comes first, once')

  await press(page, 'forget-1')
  await page.locator('#searched-2').waitFor({ state: 'detached' })
  assert.deepEqual(await texts(page, '.searched .row__title'), ['遵义会议', '赤水'])
  await relaunch()
  await page.locator('#searched-1').waitFor()
  await press(page, 'forget-all')
  await page.locator('#example-0').waitFor()
  await relaunch()
  await page.locator('#example-0').waitFor()
})

test('a search that found nothing is not remembered', async () => {
  const { page, open, go } = await newPhone()
  await open(asked('量子色动力学'))
  await page.locator('.empty').waitFor()
  await go(SEARCH)
  await page.locator('#example-0').waitFor()
})

test('while one types, names that go on from there are offered, and one tap asks for them', async () => {
  const { page, open } = await newPhone()
  await open(SEARCH)
  await page.locator('#example-0').waitFor()
  await type(page, '遵义')
  await page.locator('#hint-0').waitFor()
  const hints = await texts(page, '[id^=hint-] .row__title')
  assert.ok(hints.length > 1 && hints.every(words => words.length > 1))
  // Read and tapped at one moment: while volumes come, other names may come before it.
  const tapped = await page.locator('#hint-0').evaluate((row: HTMLElement) => {
    row.click()
    return row.querySelector('.row__title')?.textContent
  })
  await page.locator('[id^=hit-]').first().waitFor()
  assert.equal(await page.locator('#search input, input#search').first().inputValue(), tapped)
})

test('nothing found: near names are offered, and lead on', async () => {
  const { page, open } = await newPhone()
  await open(asked('遵化义会'))
  await page.locator('#near-0').waitFor()
  const near = await texts(page, '[id^=near-] .row__title')
  assert.ok(near.includes('遵义会议'), near.join(' '))
  await press(page, `near-${near.indexOf('遵义会议')}`)
  await page.locator('[id^=hit-]').first().waitFor()
})

test('a name typed with wrong characters, and one typed in pinyin, find what was meant and say so', async () => {
  const { page, open, go } = await newPhone()
  await open(SEARCH)
  for (const words of ['尊义会议', 'zyhy']) {
    await go(asked(words))
    await complete(page)
    await page.getByText(`没有一处写着“${words}”`).waitFor()
    assert.ok((await texts(page, '[id^=hit-] .row__title')).includes('遵义会议'), words)
  }
})

test('a question typed as one speaks is answered by the names in it, and says so', async () => {
  const { page, open } = await newPhone()
  await open(asked('遵义会议是哪一年开的'))
  await complete(page)
  await page.getByText('没有一处写着').waitFor()
  assert.ok((await texts(page, '[id^=hit-] .row__title')).includes('遵义会议'))
})

test('with some volumes out of reach it says that something may be missing, and reads the rest when asked', async () => {
  const { page, open } = await newPhone()
  await page.route('**/feed/articles-new-democratic-*.json', route => route.abort())
  await open(asked('南昌起义'))
  await page.getByText('结果可能不全').waitFor()
  const before = (await texts(page, '.section__aside'))[0]!
  await page.unroute('**/feed/articles-new-democratic-*.json')
  await page.getByRole('button', { name: '再试一次' }).evaluate((element: HTMLElement) => element.click())
  await page.getByText('结果可能不全').waitFor({ state: 'detached' })
  await complete(page)
  const after = (await texts(page, '.section__aside'))[0]!
  assert.ok(parseInt(after) > parseInt(before), `${before} → ${after}`)
})

test('without any network the search page says so and keeps what was typed', async () => {
  const { page, open } = await newPhone()
  await page.route('**/feed/*.json', route => route.abort())
  await open(SEARCH)
  await page.getByText('没有网络').waitFor()
  await type(page, '遵义')
  await page.unroute('**/feed/*.json')
  await page.getByRole('button', { name: '再试一次' }).evaluate((element: HTMLElement) => element.click())
  await page.locator('#hint-0').waitFor()
  assert.equal(await page.locator('#search input, input#search').first().inputValue(), '遵义')
})

test('hits are gone through by scrolling alone, until all have been seen', async () => {
  const { page, open } = await newPhone()
  await open(asked('遵义会议'))
  await complete(page)
  const total = parseInt((await texts(page, '.section__aside'))[0]!)
  assert.ok(total > 8)
  assert.equal((await walkThrough(page, 'hit-')).ids.length, total)
})

test('of what was found one kind can be asked for, and all again', async () => {
  const { page, open, errors } = await newPhone()
  await open(asked('周恩来'))
  await complete(page)
  const found = async () => parseInt((await texts(page, '.section__aside'))[0]!)
  const total = await found()
  const choose = async (kind: string) => {
    await press(page, 'filter-kind')
    await press(page, `choice-kind-${kind}`)
    await page.locator('.sheet__panel').locator('visible=true').waitFor({ state: 'detached' })
  }
  await choose('event')
  await page.getByRole('button', { name: /^种类：大事/ }).waitFor()
  const events = await found()
  assert.ok(events > 0 && events < total, `${events} of ${total}`)
  assert.deepEqual([...new Set(await texts(page, '[id^=hit-] .row__kind'))], ['事'])
  assert.equal((await walkThrough(page, 'hit-')).ids.length, events)
  await choose('all')
  await page.getByRole('button', { name: '按种类筛选' }).waitFor()
  assert.equal(await found(), total)
  assert.deepEqual(errors, [])
})

test('search survives whatever is typed', async () => {
  const { page, open, go, errors } = await newPhone()
  await open(SEARCH)
  for (const [what, query] of [
    ['a query as long as an article', '长征'.repeat(5_000)],
    ['emoji', '🎉👨‍👩‍👧‍👦🇨🇳'],
    ['marks alone', '“”，。《》'],
    ['a lone half of a character', '\ud83d'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a pattern', '.*(a+)+$'],
    ['a number out of a date', '月1935'],
  ] as const) {
    await go(SEARCH)
    await top(page).locator('#example-0, #searched-0').first().waitFor()
    await type(page, query)
    await press(page, 'search-submit')
    await top(page).locator('.section, .empty').first().waitFor()
    await complete(page)
    assert.deepEqual(errors, [], what)
    await type(page, '遵义会议')
    await press(page, 'search-submit')
    await top(page).locator('[id^=hit-]').first().waitFor()
  }
})

for (const same of [
  ['156项工程', ' 156项工程 ', '１５６项工程'],
  ['1935年1月', '１９３５年１月', '一九三五年一月'],
]) {
  test(`${same.join('、')} are one query`, async () => {
    const { page, open, go } = await newPhone()
    const found: string[][] = []
    await open(SEARCH)
    for (const query of same) {
      await go(asked(query))
      await complete(page)
      await page.locator('[id^=hit-]').first().waitFor()
      found.push((await walkThrough(page, 'hit-')).ids.sort())
    }
    assert.deepEqual(found[1], found[0])
    assert.deepEqual(found[2], found[0])
  })
}

test('an address that was cut off opens an empty search instead of nothing', async () => {
  const { page, open, errors } = await newPhone()
  await open(`${SEARCH}?q=%E5%85%AB%E4`)
  await page.locator('#search').waitFor()
  assert.deepEqual(errors, [])
})
