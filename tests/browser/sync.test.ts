import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { UPLOADED_WORDS } from '../../domain/contract/consent-text'
import { type DayRecord, dayRecordSchema } from '../../domain/contract/days'
import type { DaySoFar } from '../../domain/sync/day-record'
import { addDays } from '../../domain/time/day'
import { reads } from './answering'
import { keptWhole, newPhone, press, stored, until, useBrowser, type Phone, WITHOUT_TEXTS } from './phone'
import { logIn, useService } from './service'
import { acts, days, study } from './studying'

useBrowser({ kept: WITHOUT_TEXTS })
const service = useService()

/** The days of the phone's outbox. */
const outboxDays = async (phone: Phone): Promise<DaySoFar[]> =>
  (await stored<Record<string, DaySoFar>>(phone.page, 'outbox/'))
    .flatMap(it => Object.values(it))
    .filter(it => typeof it === 'object' && it !== null && 'acts' in it)
const answersOf = (answered: DaySoFar['answered']) => Object.values(answered).reduce((a, b) => a + b, 0)
/** What the phone's own device has answered by the phone's log, and by the service. */
async function answered(phone: Phone): Promise<{ here: number; there: number }> {
  const here = (await acts(phone.page)).filter(it => it.kind === 'answer').length
  const [device] = await stored<{ id: string }>(phone.page, 'device')
  const rows = await service.query<{ answered: DaySoFar['answered'] }>(
    `select devices -> $1 -> 'answered' as answered from member_day where devices ? $1`,
    [device?.id ?? ''],
  )
  return { here, there: rows.reduce((sum, row) => sum + answersOf(row.answered), 0) }
}
const allTold = (phone: Phone) =>
  until('the service holds what the log holds', async () => {
    const { here, there } = await answered(phone)
    return here > 0 && here === there
  })
const nothingWaits = (phone: Phone) =>
  until('nothing waits', async () => (await outboxDays(phone)).every(it => it.sent === it.acts))
const sentDays = () =>
  service
    .seen()
    .filter(it => it.path === '/v1/days')
    .flatMap(it => (JSON.parse(it.body) as { days: DayRecord[] }).days)

test('without a network the day waits, says so and why, and goes up when the network is back', async () => {
  const phone = await newPhone({ serviceWorkers: true })
  await logIn(phone, 'member-1')
  await keptWhole(phone.page)
  await phone.context.setOffline(true)
  await study(phone, 2)
  await phone.open('/pages/me/index')
  await reads(phone.page, '还有 1 天未上传')
  await press(phone.page, 'send-now')
  await reads(phone.page, /现在连不上网络或服务/)
  await phone.context.setOffline(false)
  await allTold(phone)
  await phone.page.locator('#waiting').waitFor({ state: 'detached' })
})

test('an answer that is lost on the way is asked for again, and nothing counts twice', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-2')
  service.loseAnswers('/v1/days', 1)
  await study(phone, 2)
  await phone.open('/subpackages/account/account/index')
  await phone.page
    .locator('#send-now')
    .or(phone.page.getByText(/^都已上传/))
    .first()
    .waitFor()
  await sendNow(phone.page)
  await nothingWaits(phone)
  await allTold(phone)
})

/** Presses 现在上传 where it stands: the phone may have sent by itself in this very moment, and then it is gone. */
const sendNow = (page: Page) =>
  page.locator('#send-now').evaluateAll((all: HTMLElement[]) => all.forEach(element => element.click()))

test('the service killed and the app killed in the middle lose nothing', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-1')
  await service.kill()
  await study(phone, 3)
  await phone.relaunch()
  await phone.open('/pages/me/index')
  await reads(phone.page, '还有 1 天未上传')
  await service.restart()
  await press(phone.page, 'send-now')
  await allTold(phone)
})

test('two tabs of one phone tell one day', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-2')
  const other = await phone.context.newPage()
  await service.kill()
  await study(phone, 2)
  const address = phone.page.url().split('#')[0]!
  await Promise.all([phone.open('/pages/me/index'), other.goto(`${address}#/pages/me/index`)])
  const tabs = [phone.page, other]
  for (const tab of tabs) await tab.locator('#send-now').waitFor()
  await service.restart()
  await Promise.all(tabs.map(sendNow))
  await allTold(phone)
  for (const tab of tabs) await tab.locator('#waiting').waitFor({ state: 'detached' })
})

test('nothing is uploaded before the member has chosen, and then only what was chosen', async () => {
  const phone = await newPhone()
  await study(phone, 2)
  service.seen()
  await logIn(phone, 'member-1')
  await reads(phone.page, '从哪里开始上传')
  const asked = service.seen()
  assert.deepEqual(
    asked.filter(it => it.method !== 'GET').map(it => it.path),
    ['/v1/demo/login'],
  )
  assert.doesNotMatch(asked.map(it => it.body).join(' '), /q-\d|a-\d/)
  assert.deepEqual(await outboxDays(phone), [])
  await press(phone.page, 'from-past')
  await press(phone.page, 'begin')
  await allTold(phone)
})

test('what a member does goes up by itself as a day; what leaves the phone holds the five fields of the consent text, and no others', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-2')
  service.seen()
  await phone.open('/subpackages/reader/article/index?id=a-0002')
  await study(phone, 4)
  await allTold(phone)
  const traffic = service.seen()
  const told = traffic.filter(it => it.path === '/v1/days')
  const recorded = told.flatMap(it => (JSON.parse(it.body) as { days: DayRecord[] }).days)
  assert.ok(recorded.length > 0)
  const listed = Object.keys(UPLOADED_WORDS).sort()
  assert.deepEqual(Object.keys(dayRecordSchema.shape).sort(), listed)
  for (const it of told) assert.deepEqual(Object.keys(JSON.parse(it.body) as object), ['days'])
  for (const day of recorded) assert.deepEqual(Object.keys(day).sort(), listed)
  // Neither a question, an option nor a time of day is anywhere in what was sent.
  const bodies = traffic.map(it => it.body).join(' ')
  assert.doesNotMatch(bodies, /[\u4e00-\u9fff]{6}|q-\d|seconds|minutes|correct|\d{13}|T\d\d:\d\d/)
  await nothingWaits(phone)
  await phone.open('/subpackages/account/account/index')
  await reads(phone.page, /都已上传，上次/)
})

test('a new phone gets back the days of the old one: which were studied, and no more', async () => {
  const old = await newPhone()
  await logIn(old, 'secretary')
  await study(old, 5)
  await allTold(old)
  const fresh = await newPhone()
  await logIn(fresh, 'secretary')
  const today = (await acts(old.page))[0]!.day
  await until('the day is there', async () => (await days(fresh.page))[today] !== undefined)
  const ours = await days(fresh.page)
  assert.deepEqual([ours[today]!.elsewhere, ours[today]!.answers, ours[today]!.read_seconds], [true, 0, 0])
  assert.ok(Object.keys(ours).length > 5, 'three weeks of the demo came along')
})

test('a refused access token is renewed unseen; a refused login keeps what waits and says what to do', async () => {
  // A member with no other phone: five are heard in a fortnight.
  const phone = await newPhone()
  await logIn(phone, 'unit_admin')
  await service.query(`update member set token_version = token_version + 1 where tenant_id = 'demo'`)
  await service.kill()
  await service.restart()
  await study(phone, 1)
  await allTold(phone)

  await service.query(`update member set token_version = token_version + 1 where tenant_id = 'demo'`)
  await service.query(`delete from login`)
  await service.kill()
  await service.restart()
  await study(phone, 1)
  await phone.open('/subpackages/account/account/index')
  await reads(phone.page, /登录已过期/)
  assert.ok((await outboxDays(phone)).some(it => it.sent < it.acts))
  await logIn(phone, 'unit_admin')
  await allTold(phone)
})

test('a day ahead of the service’s clock is not taken: the phone keeps it and says what to do', async () => {
  const phone = await newPhone()
  await phone.page.clock.install()
  await phone.page.clock.setSystemTime(Date.now() + 24 * 3_600_000)
  await logIn(phone, 'member-1')
  await study(phone, 2)
  await phone.open('/subpackages/account/account/index')
  await reads(phone.page, /这部手机的日期比服务早/)
  assert.equal((await answered(phone)).there, 0)
  await reads(phone.page, '还有 1 天未上传')
})

test('a day of more than a fortnight ago is shown as not told, and is not sent', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-2')
  await service.kill()
  await study(phone, 2)
  const [day] = await outboxDays(phone)
  const old = addDays(day!.day, -20)
  await phone.page.evaluate(
    ([from, to]) =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const store = opening.result.transaction('kv', 'readwrite').objectStore('kv')
          const cursor = store.openCursor(IDBKeyRange.bound('outbox/', 'outbox/\uffff'))
          cursor.onsuccess = () => {
            const at = cursor.result
            if (!at) return resolve()
            if (String(at.key).endsWith('/days')) at.update(String(at.value).split(from!).join(to))
            at.continue()
          }
        }
      }),
    [day!.day, old],
  )
  await phone.relaunch()
  await service.restart()
  sentDays()
  await phone.open('/subpackages/account/account/index')
  await reads(phone.page, /已经过了 14 天，没有报给支部/)
  assert.deepEqual(
    sentDays().filter(it => it.day === old),
    [],
  )
})
