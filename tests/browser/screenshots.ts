import fs from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { serveApp } from '../../scripts/start/static-server'
import { launchChromium } from './chromium'
import { seedStudy } from './seed'
import { demoService, signIn } from './service'
import { SHOTS } from './shots'

// `npm run screenshots [-- page …]`: every page in light, dark and 1.5 type into docs/screenshots, for people to look at.
const OUT = process.env.SHOTS_OUT ?? 'docs/screenshots'
const LOOKS = [
  { name: 'light-1', theme: 'light', step: 1 },
  { name: 'dark-1', theme: 'dark', step: 1 },
  { name: 'light-3', theme: 'light', step: 3 },
] as const
/** The day that the pictures show, so that they do not change from run to run. */
const NOW = new Date('2026-11-24T08:00:00+08:00')

async function main(): Promise<void> {
  const browser = await launchChromium()
  if (!browser) throw new Error('没有 Chromium，拍不了截图')
  const server = await serveApp(process.cwd(), 0)
  const wanted = process.argv.slice(2)
  const shots = SHOTS.filter(it => wanted.length === 0 || wanted.includes(it.name))
  const service = shots.some(it => it.as) ? demoService() : undefined
  if (service) {
    await service.begin(NOW.getTime())
    server.mount(service.listener)
  }
  fs.mkdirSync(OUT, { recursive: true })
  for (const look of LOOKS) {
    for (const person of new Set(shots.map(shot => shot.as))) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        colorScheme: look.theme,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        serviceWorkers: 'block',
      })
      const page = await firstPage(context, look.step, server.address)
      const open = async (url: string) => {
        await page.goto('about:blank')
        await page.goto(`${server.address}#${url}`)
        await page.locator('.screen').last().waitFor()
      }
      if (person) await signIn({ page, open }, person)
      for (const shot of shots.filter(it => it.as === person)) {
        await open(shot.path)
        await shot.prepare?.(page)
        await page.waitForLoadState('networkidle')
        await page.evaluate(() => document.fonts.ready)
        await page.screenshot({ path: path.join(OUT, `${shot.name}-${look.name}.png`), animations: 'disabled' })
      }
      await context.close()
    }
    console.log(`${look.name} ✓`)
  }
  await service?.end()
  await server.close()
  await browser.close()
}

async function firstPage(context: BrowserContext, step: number, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  await page.goto(address)
  await page.locator('.screen').last().waitFor()
  await page.evaluate(type => {
    localStorage.setItem('settings', JSON.stringify({ data: { version: 1, settings: { type } } }))
  }, step)
  await seedStudy(page, NOW.getTime())
  return page
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
