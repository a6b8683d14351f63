import assert from 'node:assert/strict'
import { test } from 'node:test'
import { download } from './download'
import { newPhone, press, useBrowser } from './phone'

useBrowser()

test('a reminder is a calendar file that repeats every day, off until it is asked for', async () => {
  const { page, open, relaunch, errors } = await newPhone()
  await open('/subpackages/settings/settings/index')
  await page.locator('#reminder', { hasText: '没有' }).waitFor()
  await press(page, 'reminder')
  await page.locator('[id="reminder-time-21:00"]').evaluate((it: HTMLElement) => it.click())
  const { name, bytes } = await download(page, 'reminder-add')
  assert.match(name, /\.ics$/)
  assert.match(bytes.toString(), /DTSTART:\d{8}T210000\r\nDURATION:PT10M\r\nRRULE:FREQ=DAILY\r\n/)
  await page.locator('.notice', { hasText: '每天 21:00 提醒' }).waitFor()
  await relaunch()
  await page.locator('#reminder', { hasText: '21:00' }).waitFor()
  assert.deepEqual(errors, [])
})

test('关于 takes an opinion, and shows no number that nobody has filled in', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/settings/about/index')
  await press(page, 'feedback')
  await page.locator('.sheet__panel', { hasText: '对这个应用的意见' }).waitFor()
  assert.equal(await page.getByText('备案').count(), 0)
})
