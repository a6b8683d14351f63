import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newPhone, press, top, useBrowser } from './phone'
import { signIn, useService } from './service'

useBrowser()
const service = useService()

test('stepping into the secretary shows who one is, that it is a demo, and stays after a kill', async () => {
  const phone = await newPhone()
  await signIn(phone, 'secretary')
  await top(phone.page).getByText('支部书记').waitFor()
  await top(phone.page).getByText('演示数据').waitFor()
  await phone.relaunch()
  await top(phone.page).locator('#account-name').waitFor()
  await phone.open('/pages/home/index')
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
  await signIn(phone, 'member-1')
  await press(phone.page, 'log-out')
  await top(phone.page).getByText('还没有登录').waitFor()
  await phone.relaunch()
  await top(phone.page).getByText('还没有登录').waitFor()
  assert.equal(await top(phone.page).getByText('演示数据').count(), 0)
})
