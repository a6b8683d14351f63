import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { LedgerFile } from '../../domain/catalog/packed-events'
import type { ArticleVolume, Span } from '../../domain/catalog/types'
import { clipped } from './layout'
import { address, copied, durable, newPhone, press, top, until, useBrowser } from './phone'

useBrowser()

const ARTICLE = '/subpackages/reader/article/index'

async function openArticle(page: Page, open: (path: string) => Promise<void>, id = 'a-0002'): Promise<void> {
  await open(`${ARTICLE}?id=${id}`)
  await page.locator('.article__paragraph').first().waitFor()
}

/** px at the top of the screen in which what was gone to begins: under the title bar, with a little air. */
const inSight = (page: Page, id: string) =>
  page.waitForFunction(it => {
    const y = document.getElementById(it)?.getBoundingClientRect().top ?? -1
    return y > 56 && y < 110
  }, id)

test('a long article has a table of contents, and each line of it goes there', async () => {
  const { page, open, errors } = await newPhone()
  await openArticle(page, open)
  // What comes a moment after the words makes the page long enough to bring its last heading up.
  await page.locator('.key-points__one').first().waitFor()
  const headings = await page.locator('.article__heading').allTextContents()
  await press(page, 'contents')
  const lines = await page.locator('[id^=contents-] .row__title').allTextContents()
  assert.deepEqual(lines, headings)
  await press(page, `contents-${headings.length - 1}`)
  await inSight(page, `a-0002-h${headings.length - 1}`)
  assert.equal(await page.locator('.sheet__panel').count(), 0)
  assert.deepEqual(errors, [])
})

test('the end of an article has its points and what goes on from here', async () => {
  const { page, open } = await newPhone()
  await openArticle(page, open)
  // The ending is drawn a moment after the words.
  await page.locator('.key-points__one').first().waitFor()
  const points = await page.locator('.key-points__one').allTextContents()
  assert.ok(points.length >= 3 && points.every(it => it.length > 5))
  const section = top(page).locator('.section', { hasText: '接着学' })
  const next = section.locator('[id^=row-]').last()
  const title = await next.locator('.row__title').textContent()
  await press(page, (await next.getAttribute('id'))!)
  await page.locator('.article__title, .episode__title', { hasText: title! }).locator('visible=true').waitFor()
})

test('a term opens its card where it is first mentioned, and is plain words after that', async () => {
  const { page, open } = await newPhone()
  const volume = (await (await fetch(`${address()}feed/articles-new-democratic-1935.json`)).json()) as ArticleVolume
  const termsOf = (spans: Span[]) => spans.flatMap(it => (typeof it !== 'string' && it[1] === 'term' ? [it[2]] : []))
  const article = volume.articles.find(it =>
    it.blocks.some(b => b.kind === 'paragraph' && termsOf(b.spans).length > 0),
  )!
  const terms = article.blocks.flatMap(it => (it.kind === 'paragraph' ? termsOf(it.spans) : []))
  assert.equal(new Set(terms).size, terms.length, 'each once')
  await openArticle(page, open, article.id)
  const term = page.locator('.rich-text__term').first()
  await term.evaluate((it: HTMLElement) => it.click())
  await page.locator('.sheet__kind', { hasText: '名词' }).waitFor()
  assert.ok(((await page.locator('.ledger-card__summary').textContent()) ?? '').length > 8)
})

test('an error in the text is reported and kept', async () => {
  const { page, open, errors } = await newPhone()
  await openArticle(page, open)
  await press(page, 'more')
  await press(page, 'report')
  await page.locator('#report-note textarea, textarea#report-note').first().fill('这个日子不对')
  await press(page, 'report-send')
  await page.getByText('已记在这部手机上').waitFor()
  await press(page, 'report-done')
  await durable(page, 'reports', '这个日子不对')
  assert.deepEqual(errors, [])
})

/** A browser with a Chinese voice that says a sentence for as long as the test lets it. As text: it runs in the page. */
const VOICE = `
  window.spoken = []
  const fake = (name, value) => Object.defineProperty(window, name, { value })
  fake('SpeechSynthesisUtterance', function (text) { this.text = text })
  fake('speechSynthesis', {
    getVoices: () => [{ lang: 'zh-CN' }],
    speak: it => window.spoken.push(it),
    cancel: () => undefined,
  })
`

const spokenTexts = (page: Page) =>
  page.evaluate(() => (window as unknown as { spoken: { text: string }[] }).spoken.map(it => it.text))
const endSentence = (page: Page) =>
  page.evaluate(() => (window as unknown as { spoken: { onend(): void }[] }).spoken.slice(-1)[0]!.onend())

test('reading aloud begins where one is, marks what it says, and never moves the page', async () => {
  const { page, open, errors } = await newPhone()
  await page.addInitScript(VOICE)
  await openArticle(page, open)
  // Without scrolling to what is pressed: where the page stands is what this is about.
  const click = async (id: string) => {
    const control = page.locator(`#${id}`)
    await control.waitFor()
    await control.evaluate((it: HTMLElement) => it.click())
    // A finger is a second away from its next tap; by then the app has looked where the page stands.
    await page.evaluate(() => new Promise(done => setTimeout(done, 1_000)))
  }
  const paragraph = (i: number) => page.locator(`#a-0002-p${i}`)
  await paragraph(8).evaluate(it => it.scrollIntoView({ block: 'center' }))
  await click('aloud')
  await page.locator('.rich-text--spoken').waitFor()
  const [first] = await spokenTexts(page)
  const texts = await page.locator('.article__paragraph').allTextContents()
  const begun = texts.findIndex(it => it.startsWith(first!))
  assert.ok(begun > 3 && begun <= 8, `it began at ${begun}, near what was on the screen`)

  // Someone reads elsewhere meanwhile.
  await paragraph(0).evaluate(it => it.scrollIntoView({ block: 'center' }))
  const place = () => paragraph(0).evaluate(it => it.getBoundingClientRect().top)
  const before = await place()
  while ((await page.locator(`#a-0002-p${begun}.rich-text--spoken`).count()) > 0) await endSentence(page)
  await page.locator(`#a-0002-p${begun + 1}.rich-text--spoken`).waitFor()
  const said = await spokenTexts(page)
  assert.equal(said.slice(0, -1).join(''), texts[begun], 'a sentence at a time, none left out')
  assert.ok(texts[begun + 1]!.startsWith(said[said.length - 1]!))
  assert.equal(await place(), before, 'the page stayed')

  await click('aloud')
  await page.locator('.rich-text--spoken').waitFor({ state: 'detached' })
  assert.deepEqual(errors, [])
})

test('an article that is read out goes on under other pages, which say so, pause it and lead back', async () => {
  const { page, open, errors } = await newPhone()
  await page.addInitScript(VOICE)
  await openArticle(page, open)
  await press(page, 'aloud')
  await page.locator('#mini-toggle[aria-label=暂停]').waitFor()
  await press(page, 'back')
  const bar = top(page).locator('.mini-player', { hasText: '改到船上开的会' })
  await bar.getByText('读到第 1 段').waitFor()
  const paused = (await spokenTexts(page)).pop()
  await press(page, 'mini-toggle')
  await bar.locator('[aria-label=播放]').waitFor()
  await press(page, 'mini-toggle')
  await bar.locator('[aria-label=暂停]').waitFor()
  assert.equal((await spokenTexts(page)).pop(), paused, 'it begins its sentence again')
  await press(page, 'mini-open')
  // The page that was left may still be sliding out, with the same sentence marked.
  await top(page).locator('#a-0002-p0.rich-text--spoken').waitFor()

  // An episode takes its turn.
  await page.evaluate(() => (location.hash = '#/subpackages/player/episode/index?id=e-0001'))
  // While the episode's page slides in, the article's is still in sight.
  await page.locator('#mini-toggle').locator('visible=true').last().waitFor()
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await page.evaluate(() => (location.hash = '#/pages/learn/index'))
  await top(page).locator('.mini-player', { hasText: '走错门的人' }).waitFor()
  assert.deepEqual(errors, [])
})

test('who is read to on the open page studies it without moving a finger', async () => {
  const { page, open } = await newPhone()
  await page.clock.install({ time: new Date('2026-11-24T08:00:00+08:00') })
  await page.addInitScript(VOICE)
  await openArticle(page, open)
  await press(page, 'aloud')
  await page.locator('#mini-toggle[aria-label=暂停]').waitFor()
  while ((await page.locator('#mini-toggle').count()) > 0) {
    await page.clock.runFor(5_000)
    await endSentence(page)
  }
  await page.getByText('✓ 这篇已经学完').waitFor({ state: 'attached' })
})

test('where the phone cannot speak Chinese, nothing offers to', async () => {
  const { page, open } = await newPhone()
  await page.addInitScript(() =>
    Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'en-US' }] } }),
  )
  await openArticle(page, open)
  await press(page, 'more')
  await page.locator('#card').waitFor()
  assert.equal(await page.locator('#aloud').count(), 0)
})

test('a looser line height is chosen once and holds for the text', async () => {
  const { page, open, go } = await newPhone()
  const height = () =>
    page
      .locator('.rich-text')
      .first()
      .evaluate(it => parseFloat(getComputedStyle(it).lineHeight) / parseFloat(getComputedStyle(it).fontSize))
  await openArticle(page, open)
  assert.ok((await height()) >= 1.5)
  const usual = await height()
  await go('/subpackages/settings/settings/index')
  await press(page, 'lines-loose')
  await page.locator('.screen.lines-loose').waitFor()
  await openArticle(page, open)
  assert.ok((await height()) > usual)
})

/** Writes records as an earlier run left them. */
async function put(page: Page, entries: Record<string, unknown>, raw = false): Promise<void> {
  await page.evaluate(
    ([values, asIs]) =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('kv', 'readwrite')
          for (const [key, value] of Object.entries(values))
            writing.objectStore('kv').put(asIs ? value : JSON.stringify(value), key)
          writing.oncomplete = () => resolve()
        }
      }),
    [entries, raw] as const,
  )
}

const note = (id: string, item: string, exact: string, words = '') => ({
  [id]: { id, item, words, at: 1_760_000_000_000 + Number(id.slice(1)), quote: { exact, prefix: '', suffix: '' } },
})

test('a highlight whose words were edited away is kept, listed and exported, and lights nothing wrong', async () => {
  const { page, open, go, errors } = await newPhone()
  await open('/pages/home/index')
  await put(page, { 'notes/a-0002': note('n1', 'a-0002', '这一句后来改掉了，再也找不到。', '当时想的') })
  await openArticle(page, open)
  await page.locator('#more').waitFor()
  assert.equal(await page.locator('.rich-text__lit').count(), 0)
  await go('/subpackages/reader/notes/index')
  await page.getByText('当时想的').waitFor()
  await page.getByText('这一句后来改掉了').waitFor()
  assert.deepEqual(errors, [])
})

test('a damaged record of notes goes into quarantine, which is told; the sound notes beside it stay and new ones are kept', async () => {
  const { page, open, go, relaunch, errors } = await newPhone()
  await open('/pages/home/index')
  await put(page, { 'notes/a-0003': { ...note('n1', 'a-0003', '好的一条'), n2: { half: true }, n3: null } })
  await put(page, { 'notes/a-0004': '{"n9": {"id": "n9", "wor' }, true)
  await open('/subpackages/reader/notes/index')
  await page.getByText('好的一条').waitFor()
  await durable(page, 'aside/', 'half')
  await durable(page, 'aside/', '\\"wor')
  await openArticle(page, open, 'a-0004')
  await press(page, 'more')
  await press(page, 'note')
  await press(page, 'option-sentence-0')
  await press(page, 'note-keep')
  await durable(page, 'notes/a-0004', '"exact"')
  await go('/subpackages/reader/notes/index')
  await relaunch()
  await page.getByText('2 条，只在这部手机上').waitFor()
  await go('/pages/home/index')
  await page.getByText('段旧记录读不出来').waitFor()
  assert.deepEqual(errors, [])
})

test('ten thousand notes are listed a page at a time, found in their article, and copied whole', async () => {
  const { context, page, open, errors } = await newPhone()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openArticle(page, open)
  const exact = ((await page.locator('.article__paragraph').first().textContent()) ?? '').slice(0, 8)
  const records: Record<string, object> = {}
  for (let a = 1; a <= 100; a++) {
    const item = `a-${String(a).padStart(4, '0')}`
    const own = Array.from({ length: 100 }, (_, i) => note(`n${a * 1000 + i}`, item, exact, `第 ${i} 条`))
    records[`notes/${item}`] = Object.assign({}, ...own) as object
  }
  await put(page, records)
  await open('/subpackages/reader/notes/index')
  await page.getByText('10000 条，只在这部手机上').waitFor()
  assert.ok((await page.locator('.note').count()) <= 50)
  const before = await page.locator('.note').count()
  await press(page, 'more')
  await page.waitForFunction(count => document.querySelectorAll('.note').length > count, before)
  const text = await copied(page, 'notes-copy')
  await page.getByText('全部笔记已经复制').waitFor()
  assert.equal(text.split('\n> ').length - 1, 10_000)
  await openArticle(page, open)
  await page.locator('.rich-text__lit').first().waitFor()
  assert.deepEqual(errors, [])
})

/** px from the top of the screen to the knot. */
const knot = (page: Page) =>
  page.locator('.reading-thread__knot').evaluate(element => Math.round(element.getBoundingClientRect().top))

test('the year stands in large numerals, the knot comes down the thread as one reads and rests there on return', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('#a-0001-p6').waitFor()
  assert.match((await page.locator('.article .annal__year').textContent()) ?? '', /^(1|2)\d{3}$/)
  const start = await knot(page)
  const top = await page.locator('#body-a-0001').evaluate(element => Math.round(element.getBoundingClientRect().top))
  assert.ok(Math.abs(start - top) < 3, 'it begins where the words do')
  await page.locator('#a-0001-p2').evaluate(element => element.scrollIntoView({ block: 'start' }))
  // Where the end of the text is in sight the knot rests there, not before the eyes.
  const end = await page.locator('#body-a-0001').evaluate(element => element.getBoundingClientRect().bottom)
  assert.ok(end > 844, `the text goes on below the screen, to ${end} px`)
  const rests = async () => {
    let before = NaN
    for (let i = 0; i < 60; i++) {
      const at = await knot(page)
      // On its way it is anywhere: only where it stays counts.
      if (at === before && at > 90 && at < 600) return
      before = at
      await page.waitForTimeout(500)
    }
    throw new Error(`the knot is at ${before}`)
  }
  await rests()
  const words = (await page.locator('#a-0001-p2').textContent()) ?? ''
  await durable(page, 'places', words.slice(0, 10))
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('#a-0001-p2').waitFor()
  await rests()
  assert.ok(await page.locator('#a-0001-p2').isVisible())
  assert.deepEqual(errors, [])
})

/** Where lines of what an article says of itself end within a word: what stands before the end, and after it. */
const brokenWords = (page: Page) =>
  page.evaluate(() => {
    const broken: string[] = []
    for (const piece of document.querySelectorAll('.opening__meta, .opening__meta .piece')) {
      const node = [...piece.childNodes].find(it => it.nodeType === Node.TEXT_NODE && it.textContent!.trim() !== '')
      if (!node) continue
      const words = node.textContent!
      const tops = [...words].map((_, i) => {
        const range = document.createRange()
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        const box = range.getBoundingClientRect()
        return box.width > 0 ? box.top : undefined
      })
      const plain = words.replace(/\u2060/g, '')
      const ends = new Set<number>()
      for (const { index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(plain))
        if (!/^[年月日]/.test(plain.slice(index)) || !/\d$/.test(plain.slice(0, index))) ends.add(index)
      let before: number | undefined
      let at = 0
      for (const [i, character] of [...words].entries()) {
        if (character === '\u2060') continue
        if (tops[i] !== undefined && before !== undefined && tops[i]! - before > 4 && !ends.has(at))
          broken.push(`${plain.slice(0, at)}/${plain.slice(at)}`)
        before = tops[i] ?? before
        at++
      }
    }
    return broken
  })

test('what an article says of itself is broken within no word, and what fits a line stands on one', async () => {
  for (const width of [390, 320])
    for (const type of [1, 4]) {
      const { page, open } = await newPhone({ width, type })
      await openArticle(page, open, 'a-0001')
      assert.deepEqual(await brokenWords(page), [], `${width} px, type ${type}`)
      const lines = await page
        .locator('.opening__meta .piece', { hasText: '命' })
        .evaluate(it => Math.round(it.getBoundingClientRect().height / parseFloat(getComputedStyle(it).lineHeight)))
      assert.equal(lines, width === 320 && type === 4 ? 2 : 1, `${width} px, type ${type}`)
      assert.deepEqual(await page.evaluate(clipped), [], `${width} px, type ${type}`)
    }
})

for (const type of [1, 4]) {
  test(`one who comes back to an article lands on the paragraph that was on top, with the knot there, in type ${type}`, async () => {
    const { page, open, errors } = await newPhone({ type })
    await openArticle(page, open, 'a-0001')
    const paragraph = page.locator('#a-0001-p4')
    const y = () => paragraph.evaluate(it => Math.round(it.getBoundingClientRect().top))
    // Under the title bar, as whoever reads it has it before the eyes.
    await paragraph.evaluate(it => it.scrollIntoView({ block: 'start' }))
    const bar = await page.evaluate(() => document.querySelector('.title-bar')!.getBoundingClientRect().bottom)
    await page.evaluate(by => document.scrollingElement!.scrollBy(0, -by), bar + 8)
    const words = (await paragraph.textContent()) ?? ''
    await durable(page, 'places', words.slice(0, 10))
    const left = await y()
    await open('/subpackages/reader/article/index?id=a-0001')
    await paragraph.waitFor()
    await until('it is where it was', async () => Math.abs((await y()) - left) <= 20)
    await until('the knot is before the eyes', async () => {
      const at = await knot(page)
      return at > bar - 20 && at < 844
    })
    await page.waitForTimeout(600)
    assert.ok(Math.abs((await y()) - left) <= 20, `left at ${left}, came back to ${await y()}`)
    assert.deepEqual(errors, [])
  })
}

test('on a desktop the text is no wider than 680 px, and a fact’s card stands beside it, not over it', async () => {
  const { page, open, errors } = await newPhone({ width: 1280 })
  await openArticle(page, open)
  await top(page).locator('.rich-text__cite').first().click()
  const note = top(page).locator('.margin-note')
  await note.waitFor()
  assert.equal(await page.locator('.sheet__panel').count(), 0)
  const text = (await top(page).locator('.article__paragraph').first().boundingBox())!
  const box = (await note.boundingBox())!
  assert.ok(text.width <= 680, `${text.width} px wide`)
  assert.ok(box.x >= text.x + text.width, 'the card stands beside the text')
  await note.getByRole('button', { name: '关闭' }).click()
  await note.waitFor({ state: 'detached' })
  assert.deepEqual(errors, [])
})

/** An article with parts, in which a fact is cited in more than one paragraph and others tell of it as well. */
async function repeating(): Promise<{ article: string; fact: string; paragraphs: [first: number, later: number] }> {
  const volume = (await (await fetch(`${address()}feed/articles-new-democratic-1935.json`)).json()) as ArticleVolume
  for (const { id, blocks } of volume.articles) {
    if (blocks.filter(it => it.kind === 'heading').length < 3) continue
    const cited = blocks
      .flatMap(it => (it.kind === 'paragraph' ? [it.spans] : []))
      .map(spans => spans.flatMap(it => (typeof it !== 'string' && it[1] === 'person' ? [it[2]] : [])))
    for (const fact of cited.flat()) {
      const [first, later] = cited.flatMap((facts, i) => (facts.includes(fact) ? [i] : []))
      if (later !== undefined) return { article: id, fact, paragraphs: [first!, later] }
    }
  }
  throw new Error('no article cites a person twice')
}

test('a fact is dotted at its first mention, a later one opens the same card, and the card leads on', async () => {
  const { page, open, errors } = await newPhone()
  const { article, fact, paragraphs } = await repeating()
  await openArticle(page, open, article)
  const { people } = (await (await fetch(`${address()}feed/ledger.json`)).json()) as LedgerFile
  const { name } = people.find(it => it.id === fact)!
  const mention = (i: number) =>
    top(page).locator(`#${article}-p${paragraphs[i]} [role=link]`, { hasText: name }).first()
  assert.match((await mention(0).getAttribute('class')) ?? '', /rich-text__cite/)
  assert.doesNotMatch((await mention(1).getAttribute('class')) ?? '', /rich-text__cite/)
  await mention(1).evaluate((it: HTMLElement) => it.click())
  await page.locator('.sheet__title', { hasText: name }).waitFor()
  await press(page, 'fact-articles')
  await page.locator('.sheet__panel [id^="row-a-"]').first().waitFor()
  assert.equal(await page.locator(`.sheet__panel #row-${article}`).count(), 0, 'not this one')
  await press(page, 'fact-report')
  await page.locator('.report-sheet__words', { hasText: name }).waitFor()
  assert.equal(await page.locator('.sheet__panel').count(), 1, 'the card made room')
  assert.deepEqual(errors, [])
})

test('on a wide desktop an article’s parts stand beside it, the one that is read in ink; on a narrower one they are a button', async () => {
  const { article } = await repeating()
  const { page, open, errors } = await newPhone({ width: 1280 })
  await openArticle(page, open, article)
  const part = (i: number) => top(page).locator(`#part-${i}`)
  assert.ok((await part(0).boundingBox())!.x + 172 <= (await page.locator(`#body-${article}`).boundingBox())!.x)
  assert.ok(!(await page.locator('#contents').isVisible()))
  const last = (await top(page).locator('[id^=part-]').count()) - 1
  await part(last).evaluate((it: HTMLElement) => it.click())
  await page.waitForFunction(
    id => document.getElementById(id)!.getBoundingClientRect().top < innerHeight / 2,
    `${article}-h${last}`,
  )
  await top(page).locator('.contents-column__part--here').waitFor()
  assert.ok((await part(last).boundingBox())!.y < 800, 'they stay in sight')
  await page.setViewportSize({ width: 1100, height: 844 })
  await page.locator('#contents').waitFor()
  assert.ok(!(await part(0).isVisible()))
  assert.deepEqual(errors, [])
})
