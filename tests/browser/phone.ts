import fs from 'node:fs'
import type http from 'node:http'
import { after, afterEach, before, beforeEach } from 'node:test'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { serveApp, type StaticServer } from '../../scripts/start/static-server'
import { launchChromium } from './chromium'
import { partKept } from './part-kept'

export interface Phone {
  context: BrowserContext
  page: Page
  /** Opens a page of the app by its path, as a fresh launch. */
  open(path: string): Promise<void>
  /**
   * Goes on to a page of the app as a typed address does: the app is not loaded anew, which takes five times as long, and what
   * it holds in memory stays. A sheet in the way is closed first. Opens it where that cannot be: nothing is open yet, a tab,
   * another page of this kind below, or something modal that stays.
   */
  go(path: string): Promise<void>
  /** Kills the app and starts it again at the same address. */
  relaunch(): Promise<void>
  /** Everything that went wrong on the page so far. */
  errors: string[]
}

export interface PhoneOptions {
  width?: number
  theme?: 'light' | 'dark'
  /** Type step 1–4. */
  type?: number
  /** Let the service worker in: needed only to test studying without a network. */
  serviceWorkers?: boolean
}

let browser: Browser | undefined
let server: StaticServer
let part: string | undefined
let service: http.RequestListener | undefined
let shared = false
let testing = false
/** Phones that are open: those of the test that runs, and those that all tests of a file share. */
const open = { test: [] as BrowserContext[], file: [] as BrowserContext[] }

/** What a page needs that shows, asks and keeps; not what is read, its pictures, and where its facts come from. */
export const WITHOUT_TEXTS = /^(js|css)\/|^feed\/(questions|events|ledger|terms|citations|activities)/

/** Starts browser and server around the tests of a file. `kept`: what its phones keep of the app; everything else. */
export function useBrowser({ kept }: { kept?: RegExp } = {}): void {
  before(() => startBrowser(kept))
  beforeEach(() => void (testing = true))
  // What its page goes on doing would be done behind every test that follows: a film that plays, a clock that ticks.
  afterEach(async () => {
    testing = false
    await closePhones(open.test)
  })
  after(async () => {
    await leaveApp()
    if (!shared) await closeBrowser()
  })
}

/** A browser, and the built app served at `address()`; outside tests, `leaveApp` and `closeBrowser` end both. */
export async function startBrowser(kept?: RegExp): Promise<Browser> {
  browser ??= await launchChromium()
  part = kept && partKept(kept)
  server = await serveApp(part ?? process.cwd(), 0)
  // Hooks of a file run beside one another.
  if (service) server.mount(service)
  return browser
}

/** Closes the phones and the server that they are served by. */
export async function leaveApp(): Promise<void> {
  await closePhones(open.test)
  await closePhones(open.file)
  service = undefined
  await server?.close()
  if (part) fs.rmSync(part, { recursive: true, force: true })
  part = undefined
}

async function closePhones(contexts: BrowserContext[]): Promise<void> {
  for (const context of contexts.splice(0)) {
    // A test may have closed it itself.
    if (!browser?.contexts().includes(context)) continue
    // Whoever still writes an answer for this phone has nobody to give it to, and is no fault of the next file's.
    for (const routed of [context, ...context.pages()]) await routed.unrouteAll({ behavior: 'ignoreErrors' })
    await context.close()
  }
}

/** From here on one browser serves every file of this process, until `closeBrowser`. */
export function shareBrowser(): void {
  shared = true
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

/** Puts the participation service behind the app's own address. */
export function mountService(listener: http.RequestListener): void {
  service = listener
  server?.mount(listener)
}

/** Puts rooms behind the app's own address. */
export function mountRooms(rooms: http.Server): void {
  server.mountRooms(rooms)
}

export const address = (): string => server.address

/** Something of the app's origin that is not the app: for what is put into storage before it begins. */
export const besideApp = (): string => `${address()}feed/rules.json`

/** Any page, to come from: an address of the page that is open would be taken for the same. */
const BETWEEN = '/subpackages/settings/about/index'

/** What stands in the way of going on. */
const MODAL = '[role=dialog], [role=alertdialog]'

/** As a person with a keyboard puts it away; what asks something stays for a moment, and then for good. */
async function closeSheet(page: Page): Promise<void> {
  const modal = page.locator(MODAL)
  if ((await modal.count()) === 0) return
  await page.keyboard.press('Escape')
  await modal
    .first()
    .waitFor({ state: 'detached', timeout: 1_000 })
    .catch(() => undefined)
}

/** How many pages of this kind are open, and whether nothing is in the way of going on from the last of them. */
function pagesOpen(page: Page, pathname: string) {
  return page.evaluate(
    ([path, modal]) => {
      const ids = [...document.querySelectorAll('.taro_page')].map(it => it.id)
      const free = document.querySelector(modal) === null
      return { same: ids.filter(it => it.startsWith(path)).length, onTop: ids.at(-1)?.startsWith(path) ?? false, free }
    },
    [pathname, MODAL] as const,
  )
}

async function goOn(page: Page, path: string): Promise<void> {
  const [pathname = ''] = path.split('?')
  await page.evaluate(to => void (location.hash = to), path)
  await page.locator(`.taro_page[id^="${pathname}"] .screen`).last().waitFor()
}

/** A phone with nothing on it; made in a test, it is closed when that ends. */
export async function newPhone(options: PhoneOptions = {}): Promise<Phone> {
  const { width = 390, theme = 'light', type = 1, serviceWorkers = false } = options
  const context = await browser!.newContext({
    viewport: { width, height: 844 },
    colorScheme: theme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    serviceWorkers: serviceWorkers ? 'allow' : 'block',
  })
  open[testing ? 'test' : 'file'].push(context)
  await context.addInitScript(step => {
    if (!location.protocol.startsWith('http') || localStorage.getItem('settings')) return
    localStorage.setItem('settings', JSON.stringify({ data: { version: 1, settings: { type: step } } }))
  }, type)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`.trim())
  })
  const stands = () => page.url().split('#')[0] === address()
  const launch = async (path: string) => {
    // Another fragment of the page that is open would not load it anew.
    if (stands()) await page.goto('about:blank')
    await page.goto(`${address()}#${path}`)
    await appStands(page)
  }
  return {
    context,
    page,
    errors,
    open: launch,
    async go(path) {
      if (!stands()) return launch(path)
      const [pathname = ''] = path.split('?')
      await closeSheet(page)
      const { same, onTop, free } = await pagesOpen(page, pathname)
      if (!free || path.startsWith('/pages/') || same > 1 || (same === 1 && !onTop)) return launch(path)
      if (same === 1) {
        await goOn(page, BETWEEN)
        await page.locator(`.taro_page[id^="${pathname}"]`).waitFor({ state: 'detached' })
      }
      await goOn(page, path)
    },
    async relaunch() {
      await page.reload()
      await appStands(page)
    },
  }
}

/** Once the app has drawn its page, and has taken away what was painted before it. */
export async function appStands(page: Page): Promise<void> {
  await page.locator('.screen').last().waitFor()
  await page.locator('#first-paint').waitFor({ state: 'detached' })
}

/** The page on top: Taro keeps the ones below it in the document. */
export function top(page: Page) {
  return page.locator('.taro_page:not([style*="display: none"]) .screen').last()
}

/**
 * Presses a control by id on the page in sight, once it can be pressed. Taro's wrappers overlap, so a plain click would
 * wait for ever.
 */
export async function press(page: Page, id: string): Promise<void> {
  const control = page.locator(`#${id}:not([aria-disabled=true])`).locator('visible=true').last()
  await control.waitFor()
  await control.evaluate((element: HTMLElement) => {
    element.scrollIntoView({ block: 'center' })
    element.click()
  })
}

/** Waits until the app has fetched all of its own files that it is to keep: from here on every page opens without a network. */
export async function keptWhole(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { data } = JSON.parse(localStorage.getItem('settings') ?? '{}') as {
        data?: { settings?: { offlineSaid?: boolean } }
      }
      return data?.settings?.offlineSaid === true
      // Hundreds of files: a machine that does other work beside takes its time.
    },
    undefined,
    { timeout: 180_000 },
  )
}

/** Values of the phone's store whose key begins with `prefix`. */
export function stored<T>(page: Page, prefix: string): Promise<T[]> {
  return page.evaluate(
    start =>
      new Promise<never[]>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction('kv')
            .objectStore('kv')
            .getAll(IDBKeyRange.bound(start, `${start}\uffff`))
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result.map(value => JSON.parse(String(value)) as never))
          }
        }
      }),
    prefix,
  )
}

/** Presses a control by id and says what it puts on the clipboard, whatever was there before. */
export async function copied(page: Page, id: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await press(page, id)
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '')
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Keeps what the player's or the film's clock says at the moment at which the page goes: it goes on while a kill is on its way. */
export async function clockAtKill(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() =>
    addEventListener('pagehide', () => {
      const film = document.querySelector<HTMLVideoElement>('#film')
      const [minutes, seconds] = (document.querySelector('#position')?.textContent ?? '').split(':').map(Number)
      sessionStorage.setItem('left', String(film?.currentTime ?? minutes! * 60 + seconds!))
    }),
  )
  return async () => Number(await page.evaluate(() => sessionStorage.getItem('left')))
}

/** Waits until there are so many. */
export const counts = (locator: Locator, wanted: number): Promise<void> =>
  until(`there are ${wanted} of ${String(locator)}`, async () => (await locator.count()) === wanted)

/** Waits until `holds`, half a minute at most. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`never came true: ${what}`)
}

/** Waits until a record whose key begins with `prefix` holds `wanted`: what was done is durable and may be killed. */
export async function durable(page: Page, prefix: string, wanted: string | RegExp): Promise<void> {
  const holds = ([start, pattern]: [string, string]) =>
    new Promise<boolean>(resolve => {
      const opening = indexedDB.open('e-dangshi')
      opening.onsuccess = () => {
        const store = opening.result.transaction('kv').objectStore('kv')
        const reading = store.getAll(IDBKeyRange.bound(start, `${start}\uffff`))
        reading.onsuccess = () => {
          opening.result.close()
          resolve(reading.result.some(value => new RegExp(pattern).test(String(value))))
        }
      }
    })
  const pattern = typeof wanted === 'string' ? wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : wanted.source
  for (let i = 0; i < 200; i++) {
    if (await page.evaluate(holds, [prefix, pattern] as [string, string])) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`no record ${prefix}… holds ${wanted}`)
}

/**
 * Waits until the player has come to second `least`, and says at which it is then: a busy machine draws no clock for a moment,
 * and a second goes by unseen.
 */
export async function playedTo(page: Page, least: number): Promise<number> {
  const reading = await page.waitForFunction(from => {
    const clocks = [...document.querySelectorAll<HTMLElement>('#position')].filter(it => it.getClientRects().length > 0)
    const [minutes, seconds] = (clocks.pop()?.textContent ?? '').split(':').map(Number)
    const at = minutes! * 60 + seconds!
    return at >= from && { at }
  }, least)
  const { at } = (await reading.jsonValue()) as { at: number }
  return at
}

/** Waits until the second at which the player stands paused is on the phone for good; what was saved on the way there is not enough. */
export async function durablePause(page: Page): Promise<void> {
  const words = (await page.locator('#position').locator('visible=true').textContent()) ?? ''
  const [minutes, seconds] = words.split(':').map(Number)
  const at = minutes! * 60 + seconds!
  // Kept to a tenth of a second, shown as the whole ones gone by.
  await durable(page, 'items/', new RegExp(`"second":(${at}[.,}]|${at + 1}[,}])`))
}

/** Seconds of all days together, as they are kept on the phone. */
export function keptSeconds(page: Page, field: 'listen_seconds' | 'watch_seconds'): Promise<number> {
  return page.evaluate(
    name =>
      new Promise<number>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const store = opening.result.transaction('kv').objectStore('kv')
          const reading = store.getAll(IDBKeyRange.bound('days/', 'days/~'))
          reading.onsuccess = () => {
            opening.result.close()
            const days = reading.result.flatMap(value => Object.values(JSON.parse(String(value))))
            resolve(days.reduce<number>((sum, day) => sum + (day as Record<string, number>)[name]!, 0))
          }
        }
      }),
    field,
  )
}

/** Keeps what the pages of `context` hand to the lock screen in `window.lockScreen`, by the action's name. */
export async function keepLockScreen(context: BrowserContext): Promise<void> {
  await context.addInitScript({
    content: `{
      const handlers = (window.lockScreen = {})
      const set = MediaSession.prototype.setActionHandler
      MediaSession.prototype.setActionHandler = function (name, handler) {
        handlers[name] = handler
        set.call(this, name, handler)
      }
    }`,
  })
}

/**
 * Counts who keeps the screen lit, from the next page that is opened on.
 * @returns waits until so many do
 */
export async function litScreen(page: Page): Promise<(count: number) => Promise<unknown>> {
  await page.context().addInitScript({
    content: `{
      window.lit = 0
      const request = async () => {
        window.lit += 1
        return { release: async () => void (window.lit -= 1) }
      }
      Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    }`,
  })
  return count => page.waitForFunction(wanted => (window as unknown as { lit: number }).lit === wanted, count)
}
