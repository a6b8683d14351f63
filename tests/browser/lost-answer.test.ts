import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newPhone, press, top, useBrowser, type Phone } from './phone'
import { logIn, useService } from './service'

useBrowser()
const service = useService()

/** The service takes what is sent next; its answer does not reach the phone. */
async function loseNextAnswer({ page }: Phone): Promise<void> {
  await page.route(
    '**/v1/branches/*/offline',
    async route => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
}
const records = async (what: string) =>
  (await service.query<{ minutes: number }>('select minutes from offline_study where what = $1', [what])).map(
    it => it.minutes,
  )
/** @param nth of the members offered */
async function fillForm(phone: Phone, what: string, nth = 0): Promise<void> {
  await logIn(phone, 'secretary')
  await phone.go('/subpackages/branch/offline/index')
  const box = top(phone.page).locator('.picks__one').nth(nth)
  await box.waitFor()
  await box.evaluate((it: HTMLElement) => it.click())
  await top(phone.page).locator('#offline-what input, input#offline-what').first().fill(what)
}

test('pressed again after a lost answer, offline study is written down once, and so is what is filled in next', async () => {
  const phone = await newPhone()
  await fillForm(phone, '断网时记的')
  await loseNextAnswer(phone)
  await press(phone.page, 'offline-record')
  await top(phone.page).getByText('现在连不上网络或服务').waitFor()
  assert.deepEqual(await records('断网时记的'), [60])
  await press(phone.page, 'offline-record')
  await top(phone.page).getByText('✓ 已经给 1 位党员记上').waitFor()
  assert.deepEqual(await records('断网时记的'), [60])

  await fillForm(phone, '下一次记的')
  await press(phone.page, 'offline-record')
  // The same member has study of that day already.
  await top(phone.page).getByText('已经给').waitFor()
  assert.deepEqual(await records('下一次记的'), [])
  await press(phone.page, 'dialog-confirm')
  await top(phone.page).getByText('下一次记的').first().waitFor()
  assert.deepEqual(await records('下一次记的'), [60])
})

test('changed after a lost answer, the secretary is told that the first was taken, and decides', async () => {
  const phone = await newPhone()
  await fillForm(phone, '改过再记的', 1)
  await loseNextAnswer(phone)
  await press(phone.page, 'offline-record')
  await top(phone.page).getByText('现在连不上网络或服务').waitFor()
  await top(phone.page).getByText('90 分钟').first().click()
  await press(phone.page, 'offline-record')
  await top(phone.page).getByText('刚才那一次已经送到了').waitFor()
  assert.deepEqual(await records('改过再记的'), [60])
  await press(phone.page, 'offline-record')
  await press(phone.page, 'dialog-confirm')
  await top(phone.page).getByText('✓ 已经给 1 位党员记上').waitFor()
  assert.deepEqual((await records('改过再记的')).sort(), [60, 90])
})
