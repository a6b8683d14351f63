import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import ExcelJS from 'exceljs'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { download } from './download'
import { address, durable, newPhone, press, top, useBrowser, type Phone } from './phone'
import { type DemoPerson, logIn, useService } from './service'

useBrowser()
const service = useService()

const CONTEST = '/subpackages/contest'
const TITLE = '十二月党史知识竞赛'
const HEAD = ['题型', '题干', '选项A', '选项B', '选项C', '答案', '依据', '难度', '主题']
/** What is right begins with 对: a phone is never told so before the close. */
const ROWS = [1, 2, 3, 4].map(n => [
  '单选',
  `竞赛题干${n}：下面哪一个写着对？`,
  `错${n}一`,
  `对${n}`,
  `错${n}二`,
  'B',
  `《党史》第 ${n} 页：“对${n}。”`,
  '易',
  '一',
])

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contest-'))
after(() => fs.rmSync(folder, { recursive: true, force: true }))

async function sheet(name: string, rows: string[][]): Promise<string> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('题库').addRows([HEAD, ...rows])
  const file = path.join(folder, name)
  await book.xlsx.writeFile(file)
  return file
}

const field = (phone: Phone, id: string) =>
  top(phone.page).locator(`#${id} input, input#${id}, #${id} textarea, textarea#${id}`).first()
const fill = (phone: Phone, id: string, text: string) => field(phone, id).fill(text)
const said = (phone: Phone, words: string | RegExp) => top(phone.page).getByText(words).first().waitFor()

async function take(phone: Phone, file: string): Promise<void> {
  const choosing = phone.page.waitForEvent('filechooser')
  await press(phone.page, 'pool-in')
  await (await choosing).setFiles(file)
}

async function signedIn(who: DemoPerson): Promise<Phone> {
  const phone = await newPhone()
  await logIn(phone, who)
  return phone
}

/** Makes a contest that is open now, with the four questions, and publishes it. Ends on its page; returns its id. */
async function publish(organiser: Phone): Promise<string> {
  const today = shanghaiDay(Date.now())
  await organiser.go(`${CONTEST}/desk/index`)
  await press(organiser.page, 'contest-new')
  await press(organiser.page, 'contest-save')
  await said(organiser, '写上竞赛叫什么')
  await fill(organiser, 'contest-title', TITLE)
  await fill(organiser, 'opens-day', addDays(today, -1))
  await fill(organiser, 'closes-day', addDays(today, 2))
  await press(organiser.page, 'contest-seconds-120')
  await press(organiser.page, 'contest-paper-fixed')
  await fill(organiser, 'contest-numbers', '1-4')
  await press(organiser.page, 'contest-practice-5')
  await top(organiser.page).locator('#contest-practice-5[aria-checked=true]').waitFor()
  // What is filled in outlives a killed app.
  await durable(organiser.page, 'branch/contest-drafts', /"practice":\["q-/)
  await organiser.relaunch()
  await said(organiser, '上次没有存完的还在，接着写就行。')
  assert.equal(await field(organiser, 'contest-numbers').inputValue(), '1-4')
  await press(organiser.page, 'contest-save')
  await said(organiser, '草稿')

  await press(organiser.page, 'to-pool')
  await take(
    organiser,
    await sheet('错的.xlsx', [...ROWS.slice(0, 3), ['单选', '没有答案', '一', '二', '', 'E', '依据', '', '']]),
  )
  await said(organiser, /里有 \d+ 处要改，题库没有变/)
  await said(organiser, /^F5/)
  await take(organiser, await sheet('对的.xlsx', ROWS))
  await said(organiser, '✓ “对的.xlsx”检查过了，4 题都能用。')
  await press(organiser.page, 'pool-take')
  await said(organiser, '答案：B 对1')
  await organiser.page.goBack()

  await press(organiser.page, 'to-preview')
  await said(organiser, '正确答案')
  await organiser.page.goBack()
  await said(organiser, '都齐了，可以发布')
  await press(organiser.page, 'contest-publish')
  await press(organiser.page, 'dialog-confirm')
  await said(organiser, '进行中')
  const [row] = await service.query<{ id: string }>('select contest_id as id from contest where title = $1', [TITLE])
  return row!.id
}

/** Opens the contest from the list and begins a try. */
async function begin(phone: Phone, id: string): Promise<void> {
  await phone.go(`${CONTEST}/list/index`)
  await press(phone.page, `contest-${id}`)
  await said(phone, '看到第一题，这一次就用掉了')
  await press(phone.page, 'contest-begin')
  await press(phone.page, 'contest-name-masked')
  await press(phone.page, 'contest-agree')
  await said(phone, '第 1 题，共 4 题')
}

/** Chooses the option that begins with these words, whatever its letter. */
async function choose(phone: Phone, words: '对' | '错'): Promise<void> {
  const option = top(phone.page).locator('.option', { hasText: words }).first()
  await option.waitFor()
  await option.evaluate((element: HTMLElement) => element.click())
  await top(phone.page).locator('.option--picked').waitFor()
}

async function answer(phone: Phone, words: '对' | '错'): Promise<void> {
  await choose(phone, words)
  await press(phone.page, 'contest-submit')
}

/** On to question `n`, counted from 1. */
async function next(phone: Phone, n: number): Promise<void> {
  await said(phone, '✓ 收到了')
  await press(phone.page, 'contest-next')
  await said(phone, `第 ${n} 题，共 4 题`)
}

/** The one that the first test has held. */
let held = ''

test('a contest from its making to its certificates: one phone killed, one cut off, one changed for another, one with a wrong clock', async () => {
  const organiser = await signedIn('organiser')
  const id = await publish(organiser)
  held = id

  // Killed in the middle of the second question: the first counts, and the second goes on.
  const killed = await signedIn('member-1')
  await begin(killed, id)
  await answer(killed, '对')
  await next(killed, 2)
  await choose(killed, '错')
  await killed.relaunch()
  await said(killed, '第 2 题，共 4 题')
  for (const n of [3, 4]) {
    await answer(killed, '对')
    await next(killed, n)
  }
  await answer(killed, '对')
  await said(killed, '卷子交上了')
  // Opening the address again begins no other try.
  await killed.open(`${CONTEST}/run/index?id=${id}&try=1&name=masked`)
  await said(killed, '您已经答完了')

  // Cut off at the last answer, and killed before the line was back.
  const cut = await signedIn('member-2')
  await begin(cut, id)
  for (const [i, words] of (['对', '错', '对'] as const).entries()) {
    await answer(cut, words)
    await next(cut, i + 2)
  }
  await choose(cut, '对')
  await service.kill()
  await press(cut.page, 'contest-submit')
  await said(cut, /网络断了，连上就自己接着来。这一题选的已经记在手机上/)
  await service.restart()
  await said(cut, '卷子交上了')

  // On two phones: the newer one has it, the older one is told.
  const older = await signedIn('secretary')
  const newer = await signedIn('secretary')
  await begin(older, id)
  await newer.go(`${CONTEST}/contest/index?id=${id}`)
  await press(newer.page, 'contest-go-on')
  await said(newer, '第 1 题，共 4 题')
  await answer(older, '对')
  await said(older, '您正在另一部手机上答')
  for (const n of [2, 3, 4]) {
    await answer(newer, '错')
    await next(newer, n)
  }
  await answer(newer, '错')
  await said(newer, '卷子交上了')

  // A clock that is a year ahead changes nothing.
  const ahead = await newPhone()
  await ahead.context.addInitScript(() => {
    const real = Date.now
    Date.now = () => real() + 365 * 24 * 3_600_000
  })
  await logIn(ahead, 'unit_admin')
  await begin(ahead, id)
  await said(ahead, /还剩 (1:\d\d|2:00)/)
  await answer(ahead, '对')
  await said(ahead, '✓ 收到了')

  // Nothing of the keys or the proofs has been on any phone before the close.
  await killed.go(`${CONTEST}/review/index?id=${id}`)
  await top(killed.page).locator('.empty__title').waitFor()
  assert.equal(await top(killed.page).locator('.contest-reviewed').count(), 0)

  await organiser.relaunch()
  await fill(organiser, 'close-reason', '都答完了，提前结束')
  await press(organiser.page, 'contest-close')
  await press(organiser.page, 'dialog-confirm')
  await said(organiser, /正在算成绩|已结束/)
  await killed.go(`${CONTEST}/result/index?id=${id}`)
  await said(killed, '4 / 4')

  await killed.go(`${CONTEST}/review/index?id=${id}`)
  await said(killed, /《党史》第 \d 页：“对\d。”/)
  await cut.go(`${CONTEST}/result/index?id=${id}`)
  await said(cut, '3 / 4')

  // What a wrong question does.
  await organiser.relaunch()
  await press(organiser.page, 'to-results')
  await top(organiser.page).locator('.data-table__row').nth(4).waitFor()
  const table = await download(organiser.page, 'results-xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(table.bytes as unknown as ExcelJS.Buffer)
  assert.equal(book.worksheets[0]!.actualRowCount >= 5, true, table.name)
  await organiser.page.goBack()
  for (const number of [1, 2, 3, 4]) {
    await fill(organiser, 'void-number', `${number}`)
    await fill(organiser, 'void-reason', `第 ${number} 题印错了`)
    await press(organiser.page, 'void')
    await press(organiser.page, 'dialog-confirm')
    await said(organiser, `第 ${number} 题作废了，遇到它的人都算对`)
  }
  await cut.relaunch()
  await said(cut, '4 / 4')
  await said(cut, /作废了 4 题，遇到它的人都算对/)
})

test('a certificate is checked without a network, and one that was changed is refused', async () => {
  const phone = await signedIn('member-1')
  await phone.go(`${CONTEST}/certificate/index?id=${held}`)
  await phone.page.locator('#certificate-image').waitFor()
  await press(phone.page, 'to-verify')
  await said(phone, '✓ 签名对得上：签发以后，一个字也没有改过。')
  await said(phone, /是参与服务自己的公钥/)
  const code = await field(phone, 'verify-code').inputValue()

  // Another person's phone, without an account, that is offline by then.
  const other = await newPhone()
  await other.page.goto(new URL('/verify', address()).href)
  await field(other, 'verify-code').waitFor()
  await other.context.setOffline(true)
  await fill(other, 'verify-code', code)
  await press(other.page, 'verify-check')
  await said(other, '✓ 签名对得上：签发以后，一个字也没有改过。')
  await said(other, /不认识这把公钥|是参与服务自己的公钥/)
  // Where another service is, its key is another one: said, with the fingerprint of the one that it has.
  const elsewhere = await newPhone()
  const key = 'QVRVxLzlgy2FyHpzg7QHoie6W2UIfGvL7njweCgYN2A'
  await elsewhere.page.route('**/v1/certificate-key', it =>
    it.fulfill({ json: { key, fingerprint: '2fe8 8f05 8642 309e' } }),
  )
  await elsewhere.page.goto(new URL('/verify', address()).href)
  await fill(elsewhere, 'verify-code', code)
  await press(elsewhere.page, 'verify-check')
  await said(elsewhere, /不是这里的参与服务的公钥，它的指纹是 2fe8 8f05 8642 309e/)
  const at = code.indexOf('.') + 12
  const changed = code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1)
  await fill(other, 'verify-code', changed)
  await press(other.page, 'verify-check')
  await said(other, /✕ 对不上：这个码改过/)
  assert.equal(await top(other.page).locator('#verdict').count(), 0)
})
