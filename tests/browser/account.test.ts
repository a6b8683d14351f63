import assert from 'node:assert/strict'
import { test } from 'node:test'
import { download } from './download'
import { newPhone, press, stored, top, useBrowser } from './phone'
import { reads } from './answering'
import { logIn, useService } from './service'
import { study } from './studying'

useBrowser()
const service = useService()

test('stepping into the secretary shows who one is, that it is a demo, and stays after a kill', async () => {
  const phone = await newPhone()
  await logIn(phone, 'secretary')
  await top(phone.page).locator('#account-name', { hasText: '支部书记' }).waitFor()
  await top(phone.page).getByText('演示数据').waitFor()
  await phone.relaunch()
  await top(phone.page).locator('#account-name').waitFor()
  await phone.go('/pages/home/index')
  await top(phone.page).getByText('演示数据').waitFor()
  assert.deepEqual(phone.errors, [])
})

test('without a login a phone asks the service for nothing', async () => {
  const phone = await newPhone()
  service.seen()
  await phone.open('/pages/me/index')
  await phone.open('/subpackages/reader/article/index?id=a-0002')
  await phone.relaunch()
  assert.deepEqual(service.seen(), [])
})

test('logging out forgets the login and says nothing of a demo any more', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-1')
  await press(phone.page, 'log-out')
  await press(phone.page, 'dialog-confirm')
  await top(phone.page).getByText('不绑定也能用全部学习功能').waitFor()
  await phone.relaunch()
  await top(phone.page).getByText('不绑定也能用全部学习功能').waitFor()
  assert.equal(await top(phone.page).getByText('演示数据').count(), 0)
})

test('how the name is written is changed at the service; the goal is the phone’s own', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-2')
  await press(phone.page, 'my-name-full')
  await top(phone.page).locator('#my-name-full[aria-checked=true]').waitFor()
  const rows = await service.query<{ unmasked: boolean }>(
    `select unmasked from member where tenant_id = 'demo' and unmasked`,
  )
  assert.deepEqual(rows, [{ unmasked: true }])
  service.seen()
  await phone.open('/subpackages/settings/settings/index')
  await press(phone.page, 'goal-5')
  await top(phone.page).locator('#goal-5[aria-checked=true]').waitFor()
  assert.doesNotMatch(
    service
      .seen()
      .map(it => it.body)
      .join(),
    /goal/,
  )
})

test('what cannot be changed without the service says so and stays as it was', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-1')
  await service.kill()
  await press(phone.page, 'my-name-full')
  await reads(phone.page, /没有改成/)
  assert.equal(await top(phone.page).locator('#my-name-full[aria-checked=true]').count(), 0)
  await service.restart()
})

test('the member takes out everything the service holds of them, and is written down as having done so', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-1')
  const file = await download(phone.page, 'export-me')
  assert.match(file.name, /^示例.*支部_我的学习记录_\d{8}\.json$/)
  const all = JSON.parse(file.bytes.toString()) as { member: { name: string }; days: unknown[] }
  assert.match(all.member.name, /^示例/)
  assert.ok(all.days.length > 0)
})

test('a 换机码 is shown once; made again, the phone says first that the old one is dead', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-2')
  await press(phone.page, 'own-code')
  const shown = top(phone.page).locator('#own-code-shown')
  await shown.waitFor()
  const first = await shown.textContent()
  assert.match(first!, /^[0-9A-Z]{4} [0-9A-Z]{4}$/)
  await press(phone.page, 'own-code')
  await reads(phone.page, '以前抄下的那个就不能用了')
  await press(phone.page, 'dialog-confirm')
  await top(phone.page).locator('#own-code-shown', { hasNotText: first! }).waitFor()
  await phone.relaunch()
  await top(phone.page).locator('#own-code').waitFor()
  assert.equal(await top(phone.page).locator('#own-code-shown').count(), 0)
})

test('a login on another phone is ended here, and that phone says so when it is next opened, also after a kill', async () => {
  const [here, there] = [await newPhone(), await newPhone()]
  await logIn(there, 'member-2')
  await logIn(here, 'member-2')
  await top(here.page).locator('[id^=end-login-]').first().waitFor()
  for (let left = await top(here.page).locator('[id^=end-login-]').count(); left > 0; left--) {
    const id = await top(here.page).locator('[id^=end-login-]').first().getAttribute('id')
    await press(here.page, id!)
    await press(here.page, 'dialog-confirm')
    await top(here.page)
      .locator('[id^=end-login-]')
      .nth(left - 1)
      .waitFor({ state: 'detached' })
  }
  await reads(here.page, '那部手机已经退出')
  await there.open('/subpackages/account/account/index')
  await reads(there.page, '从您的另一部手机上退出了')
  await there.relaunch()
  await reads(there.page, '从您的另一部手机上退出了')
  await there.go('/pages/me/index')
  await reads(there.page, '这部手机的登录退出了，点开看为什么')
})

test('after withdrawing consent nothing waits, nothing goes up, and what was studied stays on the phone', async () => {
  const phone = await newPhone()
  await logIn(phone, 'unit_admin')
  await service.kill()
  await study(phone, 1)
  await service.restart()
  await phone.open('/subpackages/account/account/index')
  await press(phone.page, 'withdraw')
  await press(phone.page, 'dialog-confirm')
  await reads(phone.page, '不绑定也能用全部学习功能')
  assert.deepEqual(await stored(phone.page, 'outbox/'), [])
  assert.equal((await stored<unknown[]>(phone.page, 'log/')).flat().length, 1)
  service.seen()
  await study(phone, 1)
  await phone.relaunch()
  assert.deepEqual(
    service.seen().filter(it => it.path === '/v1/days'),
    [],
  )
})

test('on the web binding says plainly that WeChat is needed, and offers what works without', async () => {
  const phone = await newPhone()
  await phone.open('/subpackages/account/bind/index')
  await reads(phone.page, '网页版没有微信登录')
  await phone.page.getByText('打开学习单').locator('visible=true').first().click({ force: true })
  await reads(phone.page, '给支部书记扫一扫就交上了。')
})
