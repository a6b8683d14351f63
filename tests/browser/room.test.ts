import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { QuestionVolume } from '../../domain/catalog/types'
import { lanHost, openLan } from '../../scripts/start/lan'
import { questionsOf } from '../../server/src/features/rooms/questions'
import { Rooms } from '../../server/src/features/rooms/rooms'
import { buildRoomApp } from '../../server/src/lan'
import { address, mountRooms, newPhone, press, useBrowser } from './phone'

useBrowser()

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rooms-'))
const find = questionsOf('dist/feed')
const FOLDER = process.env.SHOTS_OUT
let rooms: Rooms | undefined
let app: Awaited<ReturnType<typeof buildRoomApp>> | undefined
let lan: Awaited<ReturnType<typeof openLan>> | undefined

/** The service as `npm start -- --lan` has it; called again, it has been restarted. */
async function serve(): Promise<string> {
  await app?.close()
  await rooms?.close()
  // Phones come by the network's address, where a browser holds plain HTTP for insecure: no crypto.subtle, no service worker.
  lan ??= await openLan(process.cwd(), 0, lanHost() ?? '127.0.0.1', () => undefined)
  rooms = new Rooms({ dir, find, address: `${lan.address}room` })
  await rooms.restore()
  app = await buildRoomApp(rooms, 'silent')
  mountRooms(app.server)
  lan.mountRooms(app.server)
  return lan.address
}
after(async () => {
  await app?.close()
  await rooms?.close()
  await lan?.close()
  fs.rmSync(dir, { recursive: true })
})

const last = (page: Page, what: string) => page.locator(what).locator('visible=true').last()
const says = (page: Page, what: string, words: string | RegExp) =>
  page.locator(what, { hasText: words }).locator('visible=true').last().waitFor()
const picture = async (page: Page, name: string) => {
  if (FOLDER) await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })
}
/** The question on the screen, as the service knows it: what is right, and what is not. */
async function asked(page: Page, code: string) {
  const stem = (await last(page, '.show__stem').textContent())!
  const ids = fs
    .readFileSync(path.join(dir, `${code}.jsonl`), 'utf8')
    .split('\n')[0]!
    .match(/q-\d+/g)!
  const { asked: question, solution } = ids.map(id => find(id, code)!).find(it => it.asked.stem === stem)!
  const wrong = question.options.find(it => !solution.answer.includes(it.id))!.id
  return { type: question.type, answer: solution.answer, wrong }
}
async function give(page: Page, options: readonly string[], multiple: boolean): Promise<void> {
  for (const id of options) await press(page, `option-${id}`)
  if (multiple) await press(page, 'room-give')
}

test('a screen and eight phones play a round of 必答, 判断 and 抢答, over reloads, a lost line and a restart of the service', async () => {
  const network = await serve()
  const { page: screen, errors } = await newPhone()
  await screen.setViewportSize({ width: 1920, height: 1080 })
  await screen.goto(`${address()}#/subpackages/screen/show/index?theme=w0`)
  await press(screen, 'to-room')
  await press(screen, 'room-count-5')
  await press(screen, 'room-seconds-0')
  await press(screen, 'room-teams-2')
  await press(screen, 'room-make')
  const code = (await last(screen, '#room-digits').textContent())!.replace(' ', '')
  assert.match(code, /^\d{6}$/)
  await says(screen, '.room-lobby__address', network.replace('http://', '').replace(/\/$/, ''))

  const phones = await Promise.all(Array.from({ length: 8 }, () => newPhone()))
  const pages = phones.map(it => it.page)
  await Promise.all(
    pages.map(async (page, i) => {
      // Two typed it, the others scanned.
      if (i < 2) {
        await page.goto(`${network}room`)
        await last(page, '#room-code').waitFor()
        await page.locator('#room-code input, input#room-code').first().fill(code)
      } else await page.goto(`${network}#/subpackages/exam/room/index?code=${code}`)
      await last(page, '#room-name').waitFor()
      await page
        .locator('#room-name input, input#room-name')
        .first()
        .fill(i === 0 ? '<b>示一</b>' : `示${i + 1}`)
      await press(page, 'room-enter')
      await says(page, '.room__large', '进来了')
    }),
  )
  assert.equal(await pages[0]!.evaluate(() => window.isSecureContext), network.includes('127.0.0.1'))
  await says(screen, '#room-here', '到场 8 人')
  await says(screen, '.room-people__one', '<b>示一</b>')
  assert.equal(await screen.locator('.room-people b').count(), 0)
  await picture(screen, 'room-lobby')
  await picture(pages[1]!, 'room-phone-lobby')

  await press(screen, 'room-main')
  let buzzed = 0
  for (let at = 0; at < 5; at++) {
    await says(screen, '#room-about', `第 ${at + 1} 题`)
    const kind = (await last(screen, '#room-about').textContent())!.slice(0, 2)
    const { type, answer, wrong } = await asked(screen, code)
    const multiple = type === 'multiple'
    for (const page of pages) await says(page, '.room__kind', `第 ${at + 1} 题`)
    if (kind === '抢答') {
      buzzed += 1
      await press(pages[3]!, 'room-buzz')
      await says(pages[3]!, '#room-said', '您抢到了')
      await press(pages[4]!, 'room-buzz')
      await says(pages[4]!, '#room-said', /示4先抢到，您是第 2 个/)
      await says(screen, '#room-buzzes', '1. 示4')
      if (buzzed === 1) {
        await picture(screen, 'room-buzz')
        await give(pages[3]!, [wrong], multiple)
        await says(screen, '#room-buzzes', '没答对')
        assert.equal(await screen.locator('.show__option--right').count(), 0)
        await press(screen, 'room-main')
        await says(pages[3]!, '#room-said', /^$/)
        assert.equal(await last(pages[3]!, '#room-buzz').count(), 0)
        await press(pages[4]!, 'room-buzz')
        await says(pages[4]!, '#room-said', '您抢到了')
        await give(pages[4]!, answer, multiple)
      } else await give(pages[3]!, answer, multiple)
    } else {
      await Promise.all(pages.slice(0, 6).map((page, i) => give(page, i < 4 ? answer : [wrong], multiple)))
      for (const page of pages.slice(0, 6)) await says(page, '#room-said', '收到了')
      await says(screen, '#room-answered', '已答 6 人')
      if (at === 0) {
        await picture(screen, 'room-open')
        await picture(pages[0]!, 'room-phone-given')
        // One phone is reloaded, one loses its line, the screen is reloaded, and then the service ends and comes back.
        await pages[0]!.reload()
        await says(pages[0]!, '#room-said', '收到了')
        // A second page of the same phone is the same person, and the first says so.
        const twin = await phones[0]!.context.newPage()
        await twin.goto(pages[0]!.url())
        await says(twin, '#room-said', '收到了')
        await says(pages[0]!, '.empty', '一部手机在一场里是一个人')
        await pages[0]!.getByText('在这一页接着答').click()
        await says(pages[0]!, '#room-said', '收到了')
        await twin.close()
        await phones[6]!.context.setOffline(true)
        await screen.reload()
        await says(screen, '#room-answered', '已答 6 人')
        await serve()
        await phones[6]!.context.setOffline(false)
        await says(screen, '#room-answered', '已答 6 人，到场 8 人')
        await give(pages[6]!, answer, multiple)
        await says(screen, '#room-answered', '已答 7 人')
      }
      await press(screen, 'room-main')
    }
    await last(screen, '.show__option--right').waitFor()
    await last(screen, '.show__proof').waitFor()
    if (kind !== '抢答') {
      await says(pages[0]!, '#room-said', '✓ 答对了')
      await says(pages[5]!, '#room-said', '✕ 答错了')
      await says(pages[7]!, '#room-said', '没有答')
    }
    await last(pages[0]!, '.room__proof').waitFor()
    if (at === 0) {
      await picture(screen, 'room-closed')
      await picture(pages[5]!, 'room-phone-wrong')
      const counts = await screen.locator('.room-chosen__count').allTextContents()
      assert.equal(counts.reduce((sum, it) => sum + Number(it), 0) >= 7, true, counts.join())
      // A mistaken 看答案 is taken back: it goes on, and does not count.
      await press(screen, 'room-undo')
      await says(screen, '#room-about', '这题不算分')
      await press(screen, 'room-main')
      await last(screen, '.show__option--right').waitFor()
      await press(screen, 'room-void')
      await says(pages[0]!, '#room-who', '答对 1 题')
    }
    await press(screen, 'room-main')
  }
  assert.ok(buzzed >= 1)
  // Which team somebody is in, and how many of the round are 抢答, differ; two teams may have known equally much.
  await says(screen, '.show__theme', /答得最好|一样好/)
  await says(screen, '#room-best', '答对')
  await says(pages[0]!, '#room-end', /您答对了 \d 题/)
  await picture(screen, 'room-result')
  await picture(pages[0]!, 'room-phone-end')
  await press(screen, 'room-end')
  await press(screen, 'dialog-confirm')
  await says(pages[0]!, '.notice', '主持人结束了这一场')
  await last(screen, '#room-make').waitFor()
  assert.deepEqual(fs.readdirSync(dir), [])
  const wrongs = [...errors, ...phones.flatMap(it => it.errors)]
  assert.deepEqual(
    wrongs.filter(it => !/WebSocket|ERR_|Failed to load resource/.test(it)),
    [],
  )
})

test('pause, skip and a closed door; a code that is not there is told in words', async () => {
  const network = await serve()
  const { page: screen } = await newPhone()
  await screen.setViewportSize({ width: 1366, height: 768 })
  await screen.goto(`${address()}#/subpackages/screen/room/index?theme=w0`)
  await press(screen, 'room-make')
  const code = (await last(screen, '#room-digits').textContent())!.replace(' ', '')
  const { page } = await newPhone({ type: 4, width: 320 })
  const enter = async (digits: string) => {
    await page.goto('about:blank')
    await page.goto(`${network}#/subpackages/exam/room/index?code=${digits}`)
    await last(page, '#room-name').waitFor()
    await page.locator('#room-name input, input#room-name').first().fill('示例')
    await press(page, 'room-enter')
  }
  await enter(code === '111111' ? '222222' : '111111')
  await says(page, '.notice', '没有这一场')
  await press(screen, 'room-lock')
  await says(screen, '#room-here', '门关了')
  await enter(code)
  await says(page, '.notice', '主持人关了门')
  await press(screen, 'room-lock')
  await says(screen, '#room-here', /^到场 0 人/)
  await press(page, 'room-enter')
  await says(page, '.room__large', '进来了')
  await says(screen, '#room-here', '到场 1 人')
  await screen.keyboard.press('PageDown')
  await says(page, '#room-left', /还有 (30|2\d) 秒/)
  await press(screen, 'room-pause')
  await says(page, '.notice', '暂停')
  await press(page, 'option-a')
  await picture(page, 'room-phone-paused-large')
  await press(screen, 'room-resume')
  await page.locator('.notice', { hasText: '暂停' }).waitFor({ state: 'detached' })
  await says(screen, '#room-answered', '已答 0 人')
  await press(screen, 'room-skip')
  await says(page, '#room-said', '跳过了')
  assert.equal(await screen.locator('.show__option--right').count(), 0)
  await screen.keyboard.press('PageDown')
  await says(screen, '#room-about', '第 2 题')
})

test('on the smallest phone in the largest type the first option is in sight, and so is 抢答', async () => {
  await serve()
  const ids = fs
    .readdirSync('dist/feed')
    .filter(name => name.startsWith('questions-'))
    .flatMap(name => (JSON.parse(fs.readFileSync(path.join('dist/feed', name), 'utf8')) as QuestionVolume).questions)
    .filter(it => it.type === 'single' && it.stem.length < 40)
    .slice(0, 2)
    .map(it => it.id)
  const questions = ids.map((id, i) => ({ id, kind: i === 0 ? ('all' as const) : ('buzz' as const) }))
  const made = await rooms!.make({ questions, seconds: 0, teams: 2 })
  const held = rooms!.at({ t: 'host', ...made }, '127.0.0.1')
  assert.ok(held && held !== 'many')
  const { page, open, errors } = await newPhone({ width: 320, type: 4 })
  await page.setViewportSize({ width: 320, height: 568 })
  await open(`/subpackages/exam/room/index?code=${made.code}`)
  await last(page, '#room-name').waitFor()
  await page.locator('#room-name input, input#room-name').first().fill('眼睛花的')
  await press(page, 'room-enter')
  await says(page, '.room__large', '进来了')
  for (const [at, what] of [
    [0, '.option'],
    [1, '#room-buzz'],
  ] as const) {
    held.fromHost({ t: 'step', step: 'next', at: held.state.at, from: held.state.phase })
    await says(page, '.room__kind', `第 ${at + 1} 题`)
    const { y, height } = (await page.locator(what).locator('visible=true').first().boundingBox())!
    const shown = what === '.option' ? 44 : height
    assert.ok(y >= 0 && y + shown <= 568, `${what}: from ${y} px, ${height} px high`)
    await picture(page, `room-phone-large-${at}`)
    if (at === 0) held.fromHost({ t: 'step', step: 'close', at: 0, from: 'open' })
  }
  await press(page, 'room-buzz')
  await says(page, '#room-said', '您抢到了')
  assert.deepEqual(errors, [])
})
