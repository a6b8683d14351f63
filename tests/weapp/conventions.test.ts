import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { byId, raise, tap, words } from './harness/gestures'
import { Phone } from './harness/phone'
import { select } from './harness/tree'
import { PACKAGE, packagedCatalog, tampered } from './subject'

const open = async (url = 'pages/home/index') => {
  const phone = new Phone(PACKAGE)
  await phone.launch(url)
  return phone
}

test('WeChat’s privacy question is asked in our words, says what works after a no, and a no is told', async () => {
  const app = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'app.json'), 'utf8')) as Record<string, unknown>
  assert.equal(app.__usePrivacyCheck__, true)
  const phone = await open()
  assert.doesNotMatch(words(phone), /先问您一声/)
  const told = phone.askPrivacy('saveImageToPhotosAlbum')
  const events = () => told.map(it => it.event)
  await phone.settle()
  assert.match(words(phone), /先问您一声.*存进相册.*不同意也可以.*长按图片/s)
  assert.deepEqual(events(), ['exposureAuthorization'])
  // Only WeChat's own button can say yes.
  assert.equal(byId(phone, 'privacy-agree').attributes['open-type'], 'agreePrivacyAuthorization')
  await tap(phone, 'privacy-refuse')
  assert.deepEqual(events(), ['exposureAuthorization', 'disagree'])
  assert.doesNotMatch(words(phone), /先问您一声/)
  assert.deepEqual(phone.faults, [])
})

test('who says no to the clipboard is told of what can be done: no words that are copied can be selected on WeChat', async () => {
  const phone = await open('subpackages/settings/week/index')
  phone.askPrivacy('setClipboardData')
  await phone.settle()
  assert.match(words(phone), /剪贴板.*不同意也可以：可以截图/s)
  assert.doesNotMatch(words(phone), /长按文字/)
})

test('a film keeps the screen lit while it plays, and no longer', async () => {
  const film = packagedCatalog().episodes.find(it => it.kind === 'video' && it.media?.bundled)!
  // Films are on the media host, never in the package.
  const hosted = tampered('common.js', code => code.replace('address:""', 'address:"https://media.example"'))
  const phone = new Phone(hosted)
  await phone.launch(`subpackages/player/episode/index?id=${film.id}`)
  assert.equal(phone.system.screenOn, false)
  await raise(phone, 'film', 'play', {})
  assert.equal(phone.system.screenOn, true)
  await raise(phone, 'film', 'pause', {})
  assert.equal(phone.system.screenOn, false)
})

test('a reminder is off until it is asked for, and stands in the phone’s calendar then', async () => {
  const phone = await open('subpackages/settings/settings/index')
  assert.match(words(phone), /每天提醒我\s*没有/)
  await tap(phone, 'reminder')
  await tap(phone, 'reminder-time-21:00')
  assert.equal(phone.system.calendar.length, 0)
  await tap(phone, 'reminder-add')
  const [entry, ...more] = phone.system.calendar
  assert.equal(more.length, 0)
  assert.equal(entry?.repeatInterval, 'day')
  assert.equal(new Date(Number(entry?.startTime) * 1000).getMinutes(), 0)
  assert.equal(new Date(Number(entry?.startTime) * 1000).getHours(), 21)
  assert.match(words(phone), /已经写进手机日历，明天起每天 21:00 提醒/)
  assert.equal(select(phone.root, '#reminder-add').length, 0, 'nothing there writes a second one')
  const again = phone.kill()
  await again.launch('subpackages/settings/settings/index')
  assert.match(words(again), /每天提醒我\s*21:00/)
  assert.deepEqual([...phone.faults, ...again.faults], [])
})

test('a calendar that is refused is told in words, and nothing else is lost', async () => {
  const phone = await open('subpackages/settings/settings/index')
  phone.system.refused.add('addPhoneRepeatCalendar')
  await tap(phone, 'reminder')
  await tap(phone, 'reminder-add')
  assert.match(words(phone), /没有许可写日历/)
  assert.doesNotMatch(words(phone), /auth|deny/)
  assert.deepEqual(phone.system.calendar, [])
})

test('关于 has WeChat’s own way for opinions and complaints, and no number that nobody has filled in', async () => {
  const phone = await open('subpackages/settings/about/index')
  assert.match(words(phone), /意见反馈和投诉建议/)
  assert.equal(byId(phone, 'feedback').attributes['open-type'], 'feedback')
  const { brand } = packagedCatalog()
  assert.equal(select(phone.root, '#complaints').length, brand.complaints ? 1 : 0)
  assert.equal(/备案/.test(words(phone)), brand.filing !== '')
})

test('the app’s own configuration is in app.json, and not a second time in its script', async () => {
  const pages = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  assert.ok(pages.subPackages.length > 5)
  assert.doesNotMatch(fs.readFileSync(path.join(PACKAGE, 'app.js'), 'utf8'), /subPackages|preloadRule/)
})
