import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reads } from './answering'
import { keptWhole, newPhone, press, stored, top, useBrowser, type Phone, WITHOUT_TEXTS } from './phone'
import { logIn, useService } from './service'
import { seedStudy } from './seed'
import { study } from './studying'

useBrowser({ kept: WITHOUT_TEXTS })
const service = useService()

const PAGE = '/subpackages/account/phone/index'

/** The old phone shows its code; returns the letters under it. */
async function shownCode(old: Phone): Promise<string> {
  await old.open(PAGE)
  await press(old.page, 'give-records')
  const letters = top(old.page).locator('#code-shown')
  await letters.waitFor()
  return (await letters.textContent())!.replace(/\s/g, '')
}
const bringKept = async (phone: Phone) => {
  await press(phone.page, 'keep-records')
  await reads(phone.page, /都过来了/)
}

test('studied offline on the old phone, scanned on the new one: all is there, and what was on the new one too', async () => {
  const old = await newPhone({ serviceWorkers: true })
  await seedStudy(old.page, Date.now())
  await logIn(old, 'member-1')
  await keptWhole(old.page)
  await old.context.setOffline(true)
  await study(old, 5)
  await old.context.setOffline(false)
  const code = await shownCode(old)
  // What lies at the service is neither the code nor anything that can be read.
  const [parcel] = await service.query<{ sealed: Buffer }>('select * from parcel')
  assert.doesNotMatch(parcel!.sealed.toString('latin1'), /e-dangshi|read_seconds/)
  for (const { path, body } of service.seen()) assert.ok(!path.includes(code) && !body.includes(code))

  const fresh = await newPhone()
  await fresh.open('/pages/home/index')
  await study(fresh, 1)
  const own = await stored<object>(fresh.page, 'log/')
  // The camera opens the address in the code.
  await fresh.open(`${PAGE}?code=${code}`)
  const comes = top(fresh.page).locator('#what-comes')
  await comes.waitFor()
  assert.match((await comes.textContent())!, /学习日\s*\d+\s天/)
  assert.deepEqual(await stored(fresh.page, 'log/'), own, 'nothing is changed before it is asked for')
  await bringKept(fresh)
  const acts = async (phone: Phone) => (await stored<{ id: string }[]>(phone.page, 'log/')).flat().map(it => it.id)
  const [there, here] = [await acts(old), await acts(fresh)]
  for (const id of there) assert.ok(here.includes(id))
  assert.equal(here.length, there.length + own.flat().length)
  const days = async (phone: Phone) => Object.keys(Object.assign({}, ...(await stored<object>(phone.page, 'days/'))))
  for (const day of await days(old)) assert.ok((await days(fresh)).includes(day))
  assert.deepEqual(await service.query('select 1 from parcel where octet_length(sealed) > 0'), [], 'it is gone')
  // Whoever holds the old phone sees that it was taken, also afterwards.
  await reads(old.page, /记录已经并进取走它的手机/)
  assert.equal(await top(old.page).locator('#code-shown').count(), 0)
  await old.open('/subpackages/account/account/index')
  await reads(old.page, /换手机：有手机取走了记录/)
  const used = await newPhone()
  await used.open(`${PAGE}?code=${code}`)
  await reads(used.page, /这个码用过了.*记录没有动/)
})

test('without a camera the letters are typed; a lost answer, a slip of the hand and a code taken back lose nothing', async () => {
  const old = await newPhone()
  await seedStudy(old.page, Date.now())
  await logIn(old, 'member-2')
  const code = await shownCode(old)
  const fresh = await newPhone()
  await fresh.open(PAGE)
  const type = async (text: string) => {
    await top(fresh.page).locator('#typed-code input').fill(text)
    await press(fresh.page, 'take-records')
  }
  await type((code[0] === 'A' ? 'B' : 'A') + code.slice(1))
  await reads(fresh.page, /有一个字不对/)
  service.loseAnswers('/v1/parcels/', 1)
  await type(code.toLowerCase())
  // A browser may ask again by itself.
  const comes = top(fresh.page).locator('#what-comes')
  await comes
    .or(fresh.page.getByText(/连不上网络或服务/))
    .first()
    .waitFor()
  // Killed and started again: the same phone may ask once more.
  await fresh.open(PAGE)
  await type(code)
  await comes.waitFor()
  await bringKept(fresh)
  assert.equal((await stored(fresh.page, 'days/')).length > 0, true)
  const next = await shownCode(old)
  await press(old.page, 'take-back')
  await reads(old.page, /收回了/)
  await fresh.open(`${PAGE}?code=${next}`)
  await reads(fresh.page, /这个码用过了/)
})

test('who is not signed in is led to the file and to the account, and told what comes back without the old phone', async () => {
  const phone = await newPhone()
  await phone.open(PAGE)
  await top(phone.page).getByText('这是旧手机').click()
  await reads(phone.page, /没有账号的，请导出文件/)
  await reads(phone.page, /只能从服务取回每天一条/)
})
