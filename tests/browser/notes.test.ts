import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copied, newPhone, press, useBrowser } from './phone'

useBrowser()

test('a highlight with a note is kept through a kill, listed, and copied as Markdown', async () => {
  const { context, page, open, relaunch, errors } = await newPhone()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open('/subpackages/reader/article/index?id=a-0002')
  await page.locator('.article__paragraph').first().waitFor()
  const first = (await page.locator('.article__paragraph').first().textContent()) ?? ''
  await press(page, 'more')
  await press(page, 'note')
  await press(page, 'option-sentence-0')
  await page.locator('#note-words textarea, textarea#note-words').first().fill('这一段要记住')
  await press(page, 'note-keep')
  await page.locator('.rich-text__lit').first().waitFor()
  await relaunch()
  await page.locator('.rich-text__lit').first().waitFor()
  const lit = (await page.locator('.article__paragraph').first().locator('.rich-text__lit').allTextContents()).join('')
  assert.ok(lit.length > 3 && first.startsWith(lit), lit)

  await press(page, 'more')
  await press(page, 'notes')
  await page.getByText('这一段要记住').waitFor()
  const text = await copied(page, 'notes-copy')
  await page.getByText('全部笔记已经复制').waitFor()
  assert.match(text, /^# 我的笔记\n\n## .+\n\n> /)
  assert.ok(text.includes(lit) && text.includes('这一段要记住'))
  assert.deepEqual(errors, [])
})

test('a long press opens the sheet when the finger leaves, and chooses nothing that lies under it', async () => {
  const { context, page, open, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0002')
  await page.locator('.article__paragraph').nth(2).waitFor()
  const touch = await context.newCDPSession(page)
  // Where the sheet's sentences will lie, and where its veil: neither may take the release for a tap.
  for (const from of [400, 780]) {
    const place = await page.evaluate(from => {
      for (let y = from; y > 120; y -= 5)
        if (document.elementFromPoint(180, y)?.closest('.article__paragraph')) return y
      return 0
    }, from)
    assert.ok(place > 0, `a paragraph above ${from}`)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 180, y: place }] })
    await page.locator('.article__paragraph--held').waitFor()
    assert.equal(await page.locator('.sheet__panel').count(), 0)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await page.locator('.sheet__panel').waitFor()
    await page.waitForTimeout(400)
    assert.equal(await page.locator('.sheet__panel').count(), 1)
    // The only sentence of a paragraph is chosen from the start; of several none is.
    const alone = (await page.locator('.sheet__panel .option').count()) === 1
    assert.equal(await page.locator('.sheet__panel .option--picked').count(), alone ? 1 : 0)
    await press(page, 'sheet-close')
    await page.locator('.sheet__panel').waitFor({ state: 'detached' })
  }
  assert.deepEqual(errors, [])
})

test('two fingers that rest on the text open no sheet', async () => {
  const { context, page, open, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0002')
  await page.locator('.article__paragraph').nth(2).waitFor()
  const touch = await context.newCDPSession(page)
  const [one, two] = [
    { x: 120, y: 600, id: 0 },
    { x: 260, y: 640, id: 1 },
  ]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [one] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [one, two] })
  await page.waitForTimeout(900)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [one] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.waitForTimeout(400)
  assert.equal(await page.locator('.sheet__panel').count(), 0)
  assert.deepEqual(errors, [])
})

test('a note is of the paragraph in sight, however quickly it is asked for, and its highlight and it are a tap apart', async () => {
  const { page, open, go, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0002')
  const paragraphs = page.locator('.article__paragraph')
  const last = paragraphs.last()
  await last.waitFor()
  await last.evaluate(it => it.scrollIntoView({ block: 'start' }))
  await press(page, 'more')
  await press(page, 'note')
  await page.locator('.sheet__panel').waitFor()
  const ends = await paragraphs.evaluateAll(all => all.map(it => it.getBoundingClientRect().bottom))
  const { y = 0, height = 0 } = (await page.locator('.title-bar').last().boundingBox()) ?? {}
  const inSight = paragraphs.nth(ends.findIndex(end => end > y + height))
  await press(page, 'option-sentence-0')
  await page.locator('#note-words textarea, textarea#note-words').first().fill('这一句要记住')
  await press(page, 'note-keep')
  // Not a person or date in it, which opens a card.
  const highlight = inSight.locator('.rich-text__lit:not([role=link])').first()
  await highlight.waitFor()
  await page.locator('.sheet__panel').waitFor({ state: 'detached' })

  // The same sentence again adds to its note instead of making another.
  await highlight.evaluate((it: HTMLElement) => it.click())
  const sheet = page.locator('.sheet__panel')
  await sheet.getByText('这一句要记住').waitFor()
  await press(page, 'option-sentence-0')
  await page.locator('#note-words textarea, textarea#note-words').first().fill('再记一遍')
  await press(page, 'note-keep')
  await sheet.waitFor({ state: 'detached' })

  await go('/subpackages/reader/notes/index')
  await page.getByText('再记一遍').waitFor()
  assert.equal(await page.locator('.note').count(), 1)
  await page
    .getByText('看原文')
    .first()
    .evaluate((it: HTMLElement) => it.click())
  const lit = page.locator('.rich-text--marked .rich-text__lit').locator('visible=true').first()
  await lit.waitFor()
  await page.waitForFunction(() => {
    const y = [...document.querySelectorAll('.rich-text--marked')].pop()?.getBoundingClientRect().top ?? -1
    return y > 0 && y < 500
  })
  assert.deepEqual(errors, [])
})

test('a share card is drawn on the phone', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0002')
  await page.locator('.article__paragraph').first().waitFor()
  await press(page, 'more')
  await press(page, 'card')
  const picture = page.locator('#card-image img')
  await picture.waitFor()
  const size = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })
  assert.deepEqual(size, [750, 1000])
})

test('a sentence that was chosen becomes a picture of its own', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0002')
  await page.locator('.article__paragraph').first().waitFor()
  await press(page, 'more')
  await press(page, 'note')
  // The only sentence of a paragraph is chosen from the start.
  const sentence = page.locator('#option-sentence-0')
  await sentence.waitFor()
  if ((await page.locator('.sheet__panel .option--picked').count()) === 0) await press(page, 'option-sentence-0')
  await press(page, 'note-picture')
  const words = page.locator('.sheet__panel [role=img]')
  await words.waitFor()
  assert.match((await words.getAttribute('aria-label')) ?? '', /——《.+》/)
  const size = await page.locator('#card-image img').evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })
  assert.deepEqual(size, [750, 1000])
  assert.deepEqual(errors, [])
})

test('on a narrow phone in the largest type the day of a note is in one line', async () => {
  const { page, go, errors } = await newPhone({ width: 320, type: 4 })
  // Titles of several lengths: each leaves another width to its day.
  for (const id of ['a-0002', 'a-0001', 'a-0005']) {
    await go(`/subpackages/reader/article/index?id=${id}`)
    await page.locator('.article__paragraph').first().waitFor()
    await press(page, 'more')
    await press(page, 'note')
    await press(page, 'option-sentence-0')
    await press(page, 'note-keep')
    await page.locator('.sheet__panel').waitFor({ state: 'detached' })
  }
  await go('/subpackages/reader/notes/index')
  await page.locator('.note').nth(2).waitFor()
  const lines = await page.locator('.note__from').evaluateAll(all =>
    all.map(it => {
      const words = it.lastChild?.textContent ?? ''
      const from = words.search(/\d+年\d+月\d+日/)
      const range = document.createRange()
      range.setStart(it.lastChild!, from)
      range.setEnd(it.lastChild!, words.length)
      return [words.slice(from), new Set([...range.getClientRects()].map(({ top }) => top)).size]
    }),
  )
  assert.equal(lines.length, 3)
  for (const [day, count] of lines) assert.equal(count, 1, String(day))
  assert.deepEqual(errors, [])
})
