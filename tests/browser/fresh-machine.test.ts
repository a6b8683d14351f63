import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newPhone, useBrowser } from './phone'

// What a machine with Node alone lacks and the tests bring along: a Chinese font, a locale.
useBrowser()

test('Chinese is drawn as high as it is large, regular and bold, and so are the signs of an answer', async () => {
  const { page } = await newPhone()
  await page.setContent(`<style>p { margin: 0; font: 20px serif; } span { font-weight: 600; }</style>
    <p><span id="bold">嘉兴南湖</span> <b id="right">✓</b> <b id="wrong">✕</b> <i id="text">嘉兴南湖</i></p>`)
  for (const id of ['bold', 'right', 'wrong', 'text']) {
    const box = await page.locator(`#${id}`).boundingBox()
    assert.ok(box && box.height >= 20 && box.width >= 8, `${id}: ${JSON.stringify(box)}`)
  }
  // A machine's own fonts would give other widths.
  const { width } = (await page.locator('#bold').boundingBox())!
  assert.equal(width, 80)
})

test('digits are those of the Chinese font, half as wide as a character', async () => {
  const { page } = await newPhone()
  await page.setContent('<p style="font: 20px sans-serif"><span id="year">1921</span></p>')
  const { width } = (await page.locator('#year').boundingBox())!
  assert.ok(width > 36 && width < 50, String(width))
})

test('a file keeps its Chinese name', async () => {
  const { page } = await newPhone()
  await page.setContent('<a download="学习周报_1921.txt" href="data:text/plain,1">文件</a>')
  const downloading = page.waitForEvent('download')
  await page.locator('a').click()
  assert.equal((await downloading).suggestedFilename(), '学习周报_1921.txt')
})
