import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { UPLOADED, UPLOADED_ANSWER } from '../../domain/sync/upload'
import type { MemberEvent } from '../../domain/progress/events'
import { reads } from './answering'
import { newPhone, press, useBrowser, type Phone } from './phone'
import { logIn, useService } from './service'
import { acts, days, stored, study, until } from './studying'

useBrowser()
const service = useService()

/** How often each act of the phone is stored at the service. */
async function timesStored(phone: Phone): Promise<number[]> {
  const ids = (await acts(phone.page)).map(it => it.id)
  const rows = await service.query<{ event_id: string }>('select event_id from event where event_id = any($1)', [ids])
  return ids.map(id => rows.filter(row => row.event_id === id).length)
}
const allStored = (phone: Phone) =>
  until('every act is stored once', async () => {
    const times = await timesStored(phone)
    return times.length > 0 && times.every(n => n === 1)
  })
const nothingWaits = (phone: Phone) => until('the outbox is empty', async () => (await waiting(phone)).length === 0)
const waiting = async (phone: Phone) =>
  (await stored<MemberEvent[]>(phone.page, 'outbox/')).filter(it => Array.isArray(it) && it[0]?.kind).flat()

test('what a member does goes up by itself and is counted once', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-1')
  await study(phone, 3)
  await allStored(phone)
  await nothingWaits(phone)
  await phone.open('/subpackages/account/account/index')
  await reads(phone.page, /都已上传，上次/)
})

test('without a network what is done waits, says so and why, and goes up when the network is back', async () => {
  const phone = await newPhone({ serviceWorkers: true })
  await logIn(phone, 'member-1')
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await phone.context.setOffline(true)
  await study(phone, 2)
  await phone.open('/pages/me/index')
  await reads(phone.page, '还有 2 条未上传')
  await press(phone.page, 'send-now')
  await reads(phone.page, /现在连不上网络或服务/)
  await phone.context.setOffline(false)
  await allStored(phone)
  await phone.page.locator('#waiting').waitFor({ state: 'detached' })
})

test('an answer that is lost on the way is asked for again, and nothing counts twice', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-2')
  const before = (await dayOf(phone)).answers
  service.loseAnswers('/v1/events', 1)
  await study(phone, 2)
  await phone.open('/subpackages/account/account/index')
  await phone.page
    .locator('#send-now')
    .or(phone.page.getByText(/^都已上传/))
    .first()
    .waitFor()
  await sendNow(phone.page)
  await nothingWaits(phone)
  await allStored(phone)
  assert.equal((await dayOf(phone)).answers, before + 2)
})

/** Presses 现在上传 where it stands: the phone may have sent by itself in this very moment, and then it is gone. */
const sendNow = (page: Page) =>
  page.locator('#send-now').evaluateAll((all: HTMLElement[]) => all.forEach(element => element.click()))

/** Today as the service counts it for the member of this phone. */
async function dayOf(phone: Phone): Promise<{ answers: number }> {
  const access = (await stored<{ access: string }>(phone.page, 'session'))[0]!.access
  const response = await fetch(`${service.address()}/v1/me/history`, { headers: { authorization: `Bearer ${access}` } })
  const history = (await response.json()) as { days: { day: string; answers: number }[] }
  const today = (await acts(phone.page))[0]?.day ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return history.days.find(it => it.day === today) ?? { answers: 0 }
}

test('the service killed and the app killed in the middle lose nothing', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-1')
  await service.kill()
  await study(phone, 3)
  await phone.relaunch()
  await phone.open('/pages/me/index')
  await reads(phone.page, '还有 3 条未上传')
  await service.restart()
  await press(phone.page, 'send-now')
  await allStored(phone)
})

test('two tabs send one batch at a time and no act twice', async () => {
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
  service.seen()
  await Promise.all(tabs.map(sendNow))
  await allStored(phone)
  for (const tab of tabs) await tab.locator('#waiting').waitFor({ state: 'detached' })
  const sent = service.seen().filter(it => it.path === '/v1/events')
  const ids = sent.flatMap(it => (JSON.parse(it.body) as { events: MemberEvent[] }).events.map(event => event.id))
  assert.equal(new Set(ids).size, ids.length, 'each act was sent once')
})

test('nothing is uploaded before the member has chosen, and then only what was chosen', async () => {
  const phone = await newPhone()
  await study(phone, 2)
  service.seen()
  await logIn(phone, 'member-1')
  await reads(phone.page, '从哪里开始上传')
  const asked = service.seen()
  assert.deepEqual(
    asked.filter(it => it.method === 'POST').map(it => it.path),
    ['/v1/demo/login'],
  )
  assert.doesNotMatch(asked.map(it => it.body).join(' '), /q-\d|a-\d/)
  assert.deepEqual(await waiting(phone), [])
  await press(phone.page, 'from-past')
  await press(phone.page, 'begin')
  await allStored(phone)
})

test('what leaves the phone holds the fields that the consent text lists, and no others', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-2')
  service.seen()
  await study(phone, 4)
  await allStored(phone)
  const sent = service.seen().filter(it => it.path === '/v1/events')
  const events = sent.flatMap(it => (JSON.parse(it.body) as { events: MemberEvent[] }).events)
  assert.ok(events.length >= 4)
  for (const event of events) {
    const listed: string[] = ['id', 'kind', 'at', 'day', ...UPLOADED[event.kind]]
    assert.deepEqual(
      Object.keys(event).filter(key => !listed.includes(key)),
      [],
    )
    if (event.kind === 'answer') {
      assert.deepEqual(
        Object.keys(event.answer).filter(key => !(UPLOADED_ANSWER as readonly string[]).includes(key)),
        [],
      )
    }
  }
  // Neither questions nor options in words, nor anything of the notebook, ever goes up.
  assert.doesNotMatch(sent.map(it => it.body).join(' '), /[\u4e00-\u9fff]{6}|stability|"due"/)
})

test('a new phone gets back what was studied on the old one', async () => {
  const old = await newPhone()
  await logIn(old, 'secretary')
  await study(old, 3)
  await allStored(old)
  await nothingWaits(old)
  const fresh = await newPhone()
  await logIn(fresh, 'secretary')
  const today = (await acts(old.page))[0]!.day
  await until('the day is there', async () => (await days(fresh.page))[today] !== undefined)
  const [theirs, ours] = [(await days(old.page))[today]!, (await days(fresh.page))[today]!]
  assert.deepEqual([ours.answers, ours.correct_answers], [theirs.answers, theirs.correct_answers])
  assert.ok(Object.keys(await days(fresh.page)).length > 5, 'three weeks of the demo came along')
})

test('a refused access token is renewed unseen; a refused login keeps what waits and says what to do', async () => {
  const phone = await newPhone()
  await logIn(phone, 'member-1')
  await service.query(`update member set token_version = token_version + 1 where tenant_id = 'demo'`)
  await service.kill()
  await service.restart()
  await study(phone, 1)
  await allStored(phone)

  await service.query(`update member set token_version = token_version + 1 where tenant_id = 'demo'`)
  await service.query(`delete from refresh_token`)
  await service.kill()
  await service.restart()
  await study(phone, 1)
  await phone.open('/subpackages/account/account/index')
  await reads(phone.page, /登录已过期/)
  assert.equal((await waiting(phone)).length, 1)
  await logIn(phone, 'member-1')
  await allStored(phone)
})

test('a phone that is half an hour fast is told that its study does not count, and what to do', async () => {
  const phone = await newPhone()
  await phone.page.clock.install()
  await phone.page.clock.setSystemTime(Date.now() + 30 * 60_000)
  await logIn(phone, 'member-1')
  await study(phone, 2)
  await allStored(phone)
  await phone.open('/pages/me/index')
  await phone.page.locator('#clock-off').waitFor()
  await press(phone.page, 'clock-off')
  await reads(phone.page, /这部手机的时间不准/)
})
