import type http from 'node:http'
import { after, before } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { serveApp, type StaticServer } from '../../scripts/start/static-server'
import { launchChromium } from './chromium'

export interface Phone {
  context: BrowserContext
  page: Page
  /** Opens a page of the app by its path, as a fresh launch. */
  open(path: string): Promise<void>
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
let service: http.RequestListener | undefined
let shared = false
const open: BrowserContext[] = []

/** Starts browser and server around the tests of a file. */
export function useBrowser(): void {
  before(async () => {
    browser ??= await launchChromium()
    server = await serveApp(process.cwd(), 0)
    // Hooks of a file run beside one another.
    if (service) server.mount(service)
  })
  after(async () => {
    for (const context of open.splice(0)) await context.close()
    service = undefined
    await server?.close()
    if (!shared) await closeBrowser()
  })
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

export const address = (): string => server.address

/** A phone with nothing on it. */
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
  open.push(context)
  await context.addInitScript(step => {
    if (!location.protocol.startsWith('http') || localStorage.getItem('settings')) return
    localStorage.setItem('settings', JSON.stringify({ data: { version: 1, settings: { type: step } } }))
  }, type)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return {
    context,
    page,
    errors,
    async open(path) {
      await page.goto('about:blank')
      await page.goto(`${address()}#${path}`)
      await page.locator('.screen').last().waitFor()
    },
    async relaunch() {
      await page.reload()
      await page.locator('.screen').last().waitFor()
    },
  }
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

/** Waits until the app has fetched all of its own files: from here on every page opens without a network. */
export async function keptWhole(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { data } = JSON.parse(localStorage.getItem('settings') ?? '{}') as {
      data?: { settings?: { offlineSaid?: boolean } }
    }
    return data?.settings?.offlineSaid === true
  })
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

/** Waits until the second at which the player stands paused is on the phone for good; what was saved on the way there is not enough. */
export async function durablePause(page: Page): Promise<void> {
  const words = (await page.locator('#position').locator('visible=true').textContent()) ?? ''
  const [minutes, seconds] = words.split(':').map(Number)
  const at = minutes! * 60 + seconds!
  // Kept to a tenth of a second, shown as the whole ones gone by.
  await durable(page, 'items/', new RegExp(`"second":(${at}[.,}]|${at + 1}[,}])`))
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
