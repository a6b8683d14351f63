import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { keepLockScreen, litScreen, newPhone, playedTo, press, top, until, useBrowser } from './phone'

useBrowser()

const EPISODE = '/subpackages/player/episode/index?id=e-0001'
const TELL = '/subpackages/player/tell/index?id=e-0001'
const DOWNLOADS = '/subpackages/player/downloads/index'

/** npm's Chromium has no sound device: a tone is what its microphone hears. `window.asked` counts who has asked for it. */
async function microphone(context: BrowserContext, answer: 'yes' | 'none' = 'yes'): Promise<void> {
  await context.addInitScript({
    content: `{
      window.asked = 0
      window.tracks = []
      const answer = ${JSON.stringify(answer)}
      if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = async () => {
        window.asked += 1
        if (answer !== 'yes') throw new DOMException('said so', 'NotFoundError')
        const sound = new AudioContext()
        const tone = sound.createOscillator()
        const out = sound.createMediaStreamDestination()
        tone.connect(out)
        tone.start()
        window.tracks.push(...out.stream.getTracks())
        return out.stream
      }
    }`,
  })
}
interface Heard {
  asked: number
  tracks: MediaStreamTrack[]
}
const asked = (page: Page) => page.evaluate(() => (window as unknown as Heard).asked)
/** Waits until it has run for so long; on a busy machine a second goes by unseen. */
const ran = (page: Page, how: '录音' | '练习', seconds: number) =>
  page.waitForFunction(
    ([words, least]) => {
      const [said, minutes, rest] = (document.querySelector('#tell-clock')?.textContent ?? '').split(/[ :]/)
      return said === words && Number(minutes) * 60 + Number(rest) >= least
    },
    [how, seconds] as const,
  )
/** Waits until it has come to this sentence: a short one may have gone by before one looks. */
const prompts = (page: Page, least: number) =>
  page.waitForFunction(
    line => Number(document.querySelector('.script__line--on')?.id.split('-')[1] ?? -1) >= line,
    least,
  )
const prompted = (page: Page) =>
  page.evaluate(() => Number(document.querySelector('.script__line--on')?.id.split('-')[1] ?? -1))
const marked = (page: Page) => page.locator('.script__line--on').getAttribute('id')
const how = (page: Page, words: string) => page.locator('#how', { hasText: words }).locator('visible=true').waitFor()

/** Tells for some seconds. @param over whether a take that has not been kept waits there */
async function tell(page: Page, seconds: number, over = false): Promise<void> {
  await press(page, 'record')
  if (over) await press(page, 'dialog-confirm')
  await ran(page, '录音', seconds)
  await press(page, 'finish')
  await page.locator('#keep-draft').waitFor()
}

test('an episode is told by the teleprompter, listened to, kept, and heard in the place of the machine’s voice', async () => {
  const { page, context, open, relaunch, errors } = await newPhone()
  await microphone(context)
  const lit = await litScreen(page)
  const sent: string[] = []
  // The host is asked how long its file is, by a request that carries nothing.
  page.on('request', request => {
    if (request.method() !== 'GET' && (request.method() !== 'HEAD' || request.postData() !== null))
      sent.push(request.url())
  })
  await open(EPISODE)
  await press(page, 'to-tell')
  await page.locator('#record').waitFor()
  assert.equal(await asked(page), 0, 'the microphone is asked for when it is needed')
  for (let i = 0; i < 5; i++) await press(page, 'faster')
  await page.locator('.pace__words', { hasText: '每分钟 300 字' }).waitFor()
  await press(page, 'record')
  await prompts(page, 0)
  await prompts(page, 1)

  // A tap on the words stops both, another goes on.
  await press(page, 'script')
  await page.locator('.tell__said', { hasText: '停着' }).waitFor()
  const [line, said] = [await marked(page), await page.locator('#tell-clock').textContent()]
  await new Promise(resolve => setTimeout(resolve, 1_500))
  assert.deepEqual([await marked(page), await page.locator('#tell-clock').textContent()], [line, said])
  await press(page, 'script')
  await page.locator('.tell__said', { hasText: '正在录' }).waitFor()
  await ran(page, '录音', 6)
  await lit(1)
  await press(page, 'finish')
  await page.locator('.section', { hasText: '刚录的一段' }).waitFor()
  await page.getByText('像是没有讲完').waitFor()
  await lit(0)
  assert.equal(await asked(page), 1)
  const live = await page.evaluate(() => (window as unknown as Heard).tracks.map(it => it.readyState))
  assert.deepEqual(live, ['ended'], 'nobody listens any more')

  // It waits for being heard, through a kill too.
  await relaunch()
  await page.locator('#hear-draft', { hasText: '听一听' }).waitFor()
  assert.equal(await page.locator('.pace__words').textContent(), '每分钟 300 字', 'the pace is remembered')
  await press(page, 'hear-draft')
  await page.locator('#hear-draft', { hasText: '先不听' }).waitFor()
  await page.locator('#hear-draft', { hasText: '听一听' }).waitFor()
  await press(page, 'keep-draft')
  await page.locator('.notice', { hasText: '放的是您讲的' }).waitFor()

  // From here on it is what plays, and nothing of the host's is asked for.
  await page.route('**/media/*', route => route.abort('internetdisconnected'))
  await open(EPISODE)
  await how(page, '我讲的 · 只在这部手机上')
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await playedTo(page, 2)
  await page.locator('.transcript__sentence--on').waitFor()
  await page.unroute('**/media/*')

  // And back, and again: the choice stays.
  await page.getByText('改放节目的录音').click()
  await how(page, '合成语音')
  await relaunch()
  await how(page, '合成语音')
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await page.getByText('放我讲的').click()
  await how(page, '我讲的')
  assert.deepEqual(sent, [], 'nothing has left the phone')
  assert.deepEqual(
    errors.filter(it => !/ERR_INTERNET_DISCONNECTED|Failed to load/.test(it)),
    [],
  )
})

test('a list says what was told; it is handed over under the episode’s name, and deleted only when that is meant', async () => {
  const { page, context, open, go } = await newPhone()
  await microphone(context)
  await open(TELL)
  await tell(page, 2)
  await press(page, 'keep-draft')
  await page.locator('#hear-own').waitFor()
  await open('/subpackages/library/shelf/index?series=baitian')
  await page.locator('#row-e-0001', { hasText: '我讲的' }).waitFor()

  await open(DOWNLOADS)
  await page.locator('.section', { hasText: '我讲的' }).locator('#own-e-0001-own').waitFor()
  await press(page, 'get-e-0002')
  await page.locator('#kept-e-0002').waitFor()
  await press(page, 'drop-all')
  await press(page, 'dialog-confirm')
  await page.locator('#kept-e-0002').waitFor({ state: 'detached' })
  await press(page, 'own-e-0001-own')

  await press(page, 'hand-over')
  await page.locator('#give[aria-disabled=true]').waitFor()
  await top(page).locator('#teller input, input#teller').first().fill('王 小明/')
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'give')])
  assert.match(file.suggestedFilename(), /^e-0001\.human\.王小明\.(m4a|webm|ogg)$/)
  const size = (await (await file.createReadStream()).toArray()).reduce((sum: number, it: Buffer) => sum + it.length, 0)
  assert.ok(size > 2_000, `${size} B`)

  await press(page, 'drop-own')
  await press(page, 'dialog-cancel')
  await press(page, 'hear-own')
  await press(page, 'drop-own')
  await press(page, 'dialog-confirm')
  await page.locator('#record', { hasText: '开始录' }).waitFor()
  await go(DOWNLOADS)
  await page.locator('.section', { hasText: '可以下载' }).waitFor()
  assert.equal(await page.locator('[id^=own-e-]').locator('visible=true').count(), 0)
})

const files = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open('downloads')
    const found = (await cache.keys()).filter(it => /draft-e-|own-e-/.test(it.url))
    return Promise.all(found.map(async it => (await (await cache.match(it))!.blob()).size))
  })

test('of two takes of equal length one hears the later, and one that was cut off at once takes nothing away', async () => {
  const { page, context, open } = await newPhone()
  await microphone(context)
  await context.addInitScript(() => {
    const made = new Map<string, Blob>()
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      const url = create(blob)
      made.set(url, blob)
      return url
    }
    const play = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      Object.assign(window, { heard: made.get(this.src)?.size })
      return play.call(this)
    }
  })
  await open(TELL)
  for (let take = 0; take < 2; take++) {
    await tell(page, 2, take > 0)
    await page.waitForFunction(
      () => document.querySelectorAll('#hear-draft').length === 1 && !document.querySelector('#tell-clock'),
    )
    await press(page, 'hear-draft')
    await page.waitForFunction(() => 'heard' in window)
    const heard = await page.evaluate(() => (window as unknown as { heard: number }).heard)
    assert.deepEqual(await files(page), [heard], `take ${take}`)
    await page.evaluate(() => Reflect.deleteProperty(window, 'heard'))
    await page.locator('#hear-draft', { hasText: '听一听' }).waitFor()
  }
  const before = await files(page)
  await page.evaluate(() => {
    const { tracks } = window as unknown as Heard
    const known = tracks.length
    const wait = setInterval(() => {
      if (tracks.length === known) return
      clearInterval(wait)
      tracks[known]!.dispatchEvent(new Event('ended'))
    }, 5)
  })
  await press(page, 'record')
  await press(page, 'dialog-confirm')
  await page.locator('.notice', { hasText: '没有录到声音' }).waitFor()
  assert.deepEqual(await files(page), before)
  await page.locator('#hear-draft').waitFor()
})

test('a take that has not been kept is told over only when that is meant', async () => {
  const { page, context, open } = await newPhone()
  await microphone(context)
  await open(TELL)
  await tell(page, 4)
  const before = await files(page)
  await press(page, 'record')
  await page.getByText('刚录的一段还没有存下来').locator('visible=true').waitFor()
  await press(page, 'dialog-cancel')
  assert.equal(await asked(page), 1, 'the microphone is not asked for')
  assert.deepEqual(await files(page), before)
  // What is kept stays beside a new take: there is nothing to ask.
  await press(page, 'keep-draft')
  await page.locator('#hear-own').waitFor()
  await tell(page, 2)
  assert.equal((await files(page)).length, 2)
})

const lockScreen = (page: Page, button: string) =>
  page.evaluate(
    name => (window as unknown as { lockScreen: Record<string, (() => void) | null> }).lockScreen[name]?.(),
    button,
  )

test('one’s own take has the lock screen while it is listened to, and what plays afterwards has it again', async () => {
  const { page, context, open, go } = await newPhone()
  await microphone(context)
  await keepLockScreen(context)
  // Every sound that was ever begun.
  await context.addInitScript(() => {
    const sounds: HTMLMediaElement[] = []
    Object.assign(window, { sounds })
    const play = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (!sounds.includes(this)) sounds.push(this)
      return play.call(this)
    }
  })
  const heard = (count: number) =>
    page.waitForFunction(
      wanted => (window as unknown as { sounds: HTMLMediaElement[] }).sounds.filter(it => !it.paused).length === wanted,
      count,
    )
  await open('/subpackages/player/episode/index?id=e-0005')
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  const album = await page.evaluate(() => navigator.mediaSession.metadata!.album)
  await go(TELL)
  await tell(page, 5)
  await press(page, 'hear-draft')
  await page.waitForFunction(() => navigator.mediaSession.metadata?.album === '我讲的')
  await heard(1)
  await lockScreen(page, 'pause')
  await heard(0)
  await lockScreen(page, 'play')
  await heard(1)
  await page.locator('#hear-draft', { hasText: '听一听' }).waitFor()

  await press(page, 'mini-toggle')
  await page.waitForFunction(title => navigator.mediaSession.metadata?.album === title, album)
  await heard(1)
  await lockScreen(page, 'pause')
  await heard(0)
  await lockScreen(page, 'play')
  await heard(1)
  await lockScreen(page, 'nexttrack')
  await page.waitForFunction(() => navigator.mediaSession.metadata?.album !== '我讲的')
  // Its page takes nothing along that is no longer its own.
  await page.goBack()
  await heard(1)
  assert.equal(await page.evaluate(() => navigator.mediaSession.metadata?.album), album)
})

test('a microphone that is muted or goes away is told as that, and a page that is closed on the way leaves what was told', async () => {
  const { page, context, open } = await newPhone()
  await microphone(context)
  await open(TELL)
  await press(page, 'record')
  await ran(page, '录音', 2)
  const happens = (what: string) =>
    page.evaluate(it => (window as unknown as Heard).tracks.at(-1)!.dispatchEvent(new Event(it)), what)
  await happens('mute')
  await page.locator('.tell__said', { hasText: '麦克风没有声音，先停着' }).waitFor()
  await happens('unmute')
  await press(page, 'script')
  await page.locator('.tell__said', { hasText: '正在录' }).waitFor()
  await happens('ended')
  await page.locator('.notice', { hasText: '麦克风断开了' }).waitFor()
  await press(page, 'drop-draft')
  await press(page, 'dialog-confirm')
  await page.locator('#record', { hasText: '开始录' }).waitFor()
  assert.deepEqual(await files(page), [])
  await press(page, 'record')
  // Every ten seconds of sound are put away; a busy machine hands them over later than its clock shows.
  await until('a part is kept', async () => (await files(page)).length === 1)
  await page.goto('about:blank')
  await open(TELL)
  await page.locator('#hear-draft').waitFor()
  await page.locator('.section', { hasText: '刚录的一段' }).locator('text=/[1-3]\\d 秒/').waitFor()
})

test('what found no room is not thrown away without a word, and a full phone says so at every step', async () => {
  const { page, context, open } = await newPhone()
  await microphone(context)
  // A store that has room for one recording.
  await context.addInitScript(() => {
    const put = Cache.prototype.put
    Cache.prototype.put = async function (this: Cache, request, answer) {
      const url = typeof request === 'string' ? request : (request as Request).url
      const full = (window as unknown as { full?: number }).full
      const there = (await this.keys()).filter(it => /(draft|own|aside)-e-/.test(it.url)).length
      if (/(draft|own|aside)-e-/.test(url) && full !== undefined && there >= full)
        throw new DOMException('full', 'QuotaExceededError')
      return put.call(this, request, answer)
    }
  })
  const room = (full: number) => page.evaluate(it => Object.assign(window, { full: it }), full)
  await open(TELL)
  await room(0)
  await press(page, 'record')
  await ran(page, '录音', 2)
  await press(page, 'finish')
  await page.locator('.notice', { hasText: '录音还在这一页上' }).waitFor()
  await press(page, 'record')
  await press(page, 'dialog-cancel')
  await room(1)
  await page.locator('.notice').getByText('再存一次', { exact: true }).click()
  await press(page, 'keep-draft')
  await page.locator('.notice', { hasText: '放不下这段录音' }).waitFor()
  await room(2)
  await press(page, 'keep-draft')
  await page.locator('.notice', { hasText: '放的是您讲的' }).waitFor()
  await room(1)
  await page.getByText('改放节目的录音').click()
  await page.locator('.notice', { hasText: '放不下这段录音' }).waitFor()
  assert.equal((await files(page)).length, 1)
})

// What a browser's refusals mean is told by tests/src/recorder.test.ts, what is said of a no by tests/weapp/tell.test.ts.
test('without a microphone it says so, and one practises all the same', async () => {
  const { page, context, open, errors } = await newPhone()
  await microphone(context, 'none')
  await open(TELL)
  await press(page, 'record')
  await page.locator('.notice', { hasText: '没有麦克风' }).waitFor()
  await press(page, 'practise')
  await page.locator('.tell__said', { hasText: '只练，不录' }).waitFor()
  await ran(page, '练习', 3)
  await page.locator('.script__line--on').waitFor()
  await press(page, 'finish')
  await page.locator('#record').waitFor()
  assert.equal(await page.locator('#keep-draft').count(), 0)
  assert.deepEqual(errors, [])
})

test('while one tells what sounds is silent and the screen stays lit; what was told is there when the page is left on the way, and gone when everything is erased', async () => {
  const { page, context, open, relaunch } = await newPhone()
  await microphone(context)
  const lit = await litScreen(page)
  await open(EPISODE)
  await press(page, 'toggle')
  await page.locator('#toggle[aria-label=暂停]').waitFor()
  await press(page, 'to-tell')
  await press(page, 'record')
  await ran(page, '录音', 2)
  await page.locator('#mini-toggle[aria-label=播放]').locator('visible=true').waitFor()
  await lit(1)
  await press(page, 'back')
  await lit(0)
  await page.locator('#to-tell', { hasText: '刚录的一段等着您听一听' }).waitFor()
  const live = await page.evaluate(() => (window as unknown as Heard).tracks.map(it => it.readyState))
  assert.deepEqual(live, ['ended'])
  await relaunch()
  await page.locator('#to-tell', { hasText: '刚录的一段' }).waitFor()
  await open('/subpackages/settings/settings/index')
  await press(page, 'erase')
  await press(page, 'dialog-confirm')
  await page.waitForFunction(async () => (await (await caches.open('downloads')).keys()).length === 0)
})

test('at the largest type on the narrowest phone the sentence to be said is in sight, above the controls', async () => {
  const { page, open } = await newPhone({ width: 320, type: 4 })
  await page.clock.install()
  await open(TELL)
  for (let i = 0; i < 5; i++) await press(page, 'faster')
  await press(page, 'practise')
  await prompts(page, 0)
  for (const line of [3, 4, 5]) {
    // A minute of telling is skipped through.
    for (let i = 0; i < 120 && (await prompted(page)) < line; i++) await page.clock.runFor(1_000)
    await prompts(page, line)
    await page.waitForFunction(() => {
      const [said, foot, bar] = ['.script__line--on', '.screen__footer', '.title-bar'].map(selector =>
        [...document.querySelectorAll(selector)].pop()?.getBoundingClientRect(),
      )
      return (
        said && foot && said.top >= (bar?.bottom ?? 0) - 1 && said.top < foot.top && foot.height < innerHeight * 0.3
      )
    })
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= 320, `${wide} px`)
})
