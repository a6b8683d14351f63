import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { launchChromium } from '../../tests/browser/chromium'
import { serveApp } from '../start/static-server'

// First visits on a slow phone, as Lighthouse's mobile profile has it: slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms) and a CPU four times slower.
// The served files are not compressed by the local server, so the network figure is worse than behind a real one.
const SLOW_4G = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 }
const CPU_SLOWDOWN = 4
const RUNS = 3

const PAGES = [
  { name: '首页', path: '/pages/home/index', content: '#today-event' },
  { name: '书架', path: '/subpackages/library/shelf/index?id=new-democratic', content: '.row' },
  { name: '文章', path: '/subpackages/reader/article/index?id=a-0002', content: '.article__paragraph' },
]

interface Figures {
  content: number
  lcp: number
  cls: number
  what: string
}

async function visit(page: Page, session: CDPSession, url: string, content: string): Promise<Figures> {
  await session.send('Network.clearBrowserCache')
  await page.goto('about:blank')
  const began = Date.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(content).first().waitFor({ timeout: 60_000 })
  const seen = Date.now() - began
  await page.waitForLoadState('networkidle')
  const measured = await page.evaluate(() => {
    const vitals = (window as unknown as { vitals: { lcp: number; cls: number; what: string } }).vitals
    return vitals
  })
  return { content: seen, ...measured }
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** gzip -9 bytes of what the first page needs before it can run. */
function initialBytes(root: string): number {
  const html = fs.readFileSync(path.join(root, 'dist/h5/index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"]+)"/g)].map(match => match[1]!)
  return files.reduce(
    (sum, file) => sum + zlib.gzipSync(fs.readFileSync(path.join(root, 'dist/h5', file)), { level: 9 }).length,
    0,
  )
}

async function main(): Promise<void> {
  const browser = await launchChromium()
  if (!browser) throw new Error('没有 Chromium，测不了')
  const server = await serveApp(process.cwd(), 0)
  console.log(`首屏 js+css（gzip -9）：${Math.round(initialBytes(process.cwd()) / 1000)} kB`)
  for (const { name, path: to, content } of PAGES) {
    const runs: Figures[] = []
    for (let i = 0; i < RUNS; i++) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        serviceWorkers: 'block',
        locale: 'zh-CN',
      })
      const page = await context.newPage()
      await page.addInitScript(() => {
        const vitals = { lcp: 0, cls: 0, what: '' }
        ;(window as unknown as { vitals: typeof vitals }).vitals = vitals
        new PerformanceObserver(list => {
          for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element })[]) {
            vitals.lcp = Math.round(entry.startTime)
            vitals.what = (entry.element?.textContent ?? '').slice(0, 20)
          }
        }).observe({ type: 'largest-contentful-paint', buffered: true })
        new PerformanceObserver(list => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) vitals.cls += entry.value
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', SLOW_4G)
      await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
      runs.push(await visit(page, session, `${server.address}#${to}`, content))
      await context.close()
    }
    const lcp = median(runs.map(run => run.lcp))
    const cls = median(runs.map(run => run.cls))
    console.log(
      `${name}：内容出现 ${median(runs.map(run => run.content))} ms，LCP ${lcp} ms（${runs[0]!.what}），CLS ${cls.toFixed(3)}`,
    )
  }
  await server.close()
  await browser.close()
}

void main().catch(error => {
  console.error(error)
  process.exit(1)
})
