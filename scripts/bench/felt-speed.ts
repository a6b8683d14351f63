import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { launchChromium } from '../../tests/browser/chromium'
import { serveApp } from '../start/static-server'
import type { Section } from './measure'
import { visits } from './pages'

// As Lighthouse's mobile profile has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
const SLOW_4G = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 }
const CPU_SLOWDOWN = 4
const RUNS = 3

interface Vitals {
  lcp: number
  cls: number
  what: string
}

interface Figures extends Vitals {
  /** Milliseconds until what the person waits for is there. */
  content: number
}

async function visit(page: Page, session: CDPSession, url: string, content: string): Promise<Figures> {
  await session.send('Network.clearBrowserCache')
  await page.goto('about:blank')
  const began = Date.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(content).first().waitFor({ timeout: 60_000 })
  const seen = Date.now() - began
  await page.waitForLoadState('networkidle')
  const measured = await page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals)
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

/** Watches the page from its first moment; read back by {@link visit}. */
function watchVitals(): void {
  const vitals: Vitals = { lcp: 0, cls: 0, what: '' }
  ;(window as unknown as { vitals: Vitals }).vitals = vitals
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
}

async function firstVisit(browser: Browser, url: string, content: string): Promise<Figures> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  await page.addInitScript(watchVitals)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const figures = await visit(page, session, url, content)
  await context.close()
  return figures
}

/** First visits with the network and the processor really slowed down, beside what Lighthouse works out. */
export const feltSpeed: Section = {
  title: 'First visits on a slow phone',
  markdown: async () => {
    const browser = await launchChromium()
    const server = await serveApp(process.cwd(), 0)
    const rows: string[] = []
    try {
      for (const { name, path: to, content } of visits) {
        const runs: Figures[] = []
        for (let i = 0; i < RUNS; i++) runs.push(await firstVisit(browser, `${server.address}#${to}`, content))
        const seen = median(runs.map(run => run.content))
        const lcp = median(runs.map(run => run.lcp))
        const cls = median(runs.map(run => run.cls))
        rows.push(`| ${name} | ${seen} ms | ${lcp} ms | ${runs[0]!.what}… | ${cls.toFixed(3)} |`)
      }
    } finally {
      await server.close()
      await browser.close()
    }
    return [
      `Slow 4G (1.6 Mbit/s, 150 ms) and a processor four times slower, both applied while the page loads; empty cache, files served with brotli; median of ${RUNS}.`,
      `Initial js + css: ${Math.round(initialBytes(process.cwd()) / 1000)} kB gzip (goal ≤ 260 kB).`,
      '',
      '| page | content in sight | LCP | which is | CLS |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n')
  },
}
