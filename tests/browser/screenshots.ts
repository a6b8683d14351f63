import fs from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { serveApp } from '../../scripts/start/static-server'
import { sayWhy } from '../../scripts/test/refusal'
import { launchChromium } from './chromium'
import { contactSheet, type Picture } from './contact-sheet'
import { appStands } from './phone'
import { seedStudy } from './seed'
import { demoService, logIn } from './service'
import { phonesOf, type Shot, SHOTS } from './shots'
import { wantedShots } from './wanted-shots'

// `npm run screenshots`: every page and state in every look, on one contact sheet a look, into docs/screenshots, and beside
// them the pages that the README shows. `-- page … look …`: only these, each as a picture of its own.
const OUT = process.env.SHOTS_OUT ?? 'docs/screenshots'
const LOOKS = [
  { name: 'light-1', title: '浅色，标准字号', theme: 'light', step: 1, width: 390 },
  { name: 'dark-1', title: '深色，标准字号', theme: 'dark', step: 1, width: 390 },
  { name: 'light-3', title: '浅色，字号 1.5', theme: 'light', step: 3, width: 390 },
  { name: 'light-4', title: '浅色，字号 2.0，屏宽 320', theme: 'light', step: 4, width: 320 },
  { name: 'desktop', title: '电脑，屏宽 1280', theme: 'light', step: 1, width: 1280 },
] as const
// Taller shows what is below the first screen.
const HEIGHT = Number(process.env.SHOTS_HEIGHT ?? 844)
/** The pictures that the README shows one by one. */
const KEPT = ['home-light-1', 'article-light-1', 'answered-light-1']
const PARTS: Record<string, string> = {
  pages: '四个主要页面',
  library: '查找',
  reader: '读',
  player: '听和看',
  exam: '答题',
  review: '温习',
  settings: '设置',
  account: '账号',
  branch: '支部',
  district: '区',
  contest: '竞赛',
  screen: '大屏幕',
}
/** The day that the pictures show, so that they do not change from run to run. */
const NOW = new Date('2026-11-24T08:00:00+08:00')

type Look = (typeof LOOKS)[number]

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const names = { pages: SHOTS.map(it => it.name), looks: LOOKS.map(it => it.name) }
  const { pages, looks: wanted } = wantedShots(words, names.pages, names.looks)
  const looks = LOOKS.filter(it => wanted.includes(it.name))
  const browser = await launchChromium()
  const server = await serveApp(process.cwd(), 0)
  const shots = SHOTS.filter(it => pages.length === 0 || pages.includes(it.name))
  const service = shots.some(it => it.as) ? demoService() : undefined
  try {
    if (service) {
      await service.begin(NOW.getTime())
      server.mount(service.listener)
    }
    fs.mkdirSync(OUT, { recursive: true })
    for (const look of looks) {
      const taken = new Map<Shot, Buffer>()
      for (const phone of phonesOf(shots)) {
        const context = await browser.newContext({
          viewport: { width: look.width, height: HEIGHT },
          colorScheme: look.theme,
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          serviceWorkers: 'block',
        })
        // Nobody waits for a picture: a busy machine may take its time.
        context.setDefaultTimeout(180_000)
        const page = await firstPage(context, look, server.address, phone.fresh)
        const open = async (url: string) => {
          await page.goto('about:blank')
          await page.goto(`${server.address}#${url}`)
          await appStands(page)
        }
        if (phone.as) await logIn({ page, open }, phone.as)
        for (const shot of phone.shots) {
          await open(shot.path)
          await shot.prepare?.(page).catch((error: Error) => {
            throw new Error(`${shot.name}: ${error.message}`)
          })
          await page.waitForLoadState('networkidle')
          await page.evaluate(() => document.fonts.ready)
          const png = await page.screenshot({ animations: 'disabled' })
          taken.set(shot, png)
          const name = `${shot.name}-${look.name}`
          if (pages.length > 0 || KEPT.includes(name)) fs.writeFileSync(path.join(OUT, `${name}.png`), png)
        }
        await context.close()
      }
      if (pages.length === 0) {
        const pictures: Picture[] = shots.map(shot => ({ name: shot.name, part: partOf(shot), png: taken.get(shot)! }))
        const measures = look.width > 600 ? { width: 420, columns: 5 } : { width: 195, columns: 10 }
        const sheet = await contactSheet(browser, look.title, pictures, measures)
        fs.writeFileSync(path.join(OUT, `contact-${look.name}.webp`), sheet)
      }
      console.log(`${look.name} ✓`)
    }
    if (words.length === 0) forgetOthers()
  } finally {
    await service?.end()
    await server.close()
    await browser.close()
  }
}

/** Pages are on the sheets: a picture of one page that the README does not show is an old one. */
function forgetOthers(): void {
  for (const file of fs.readdirSync(OUT)) {
    if (file.endsWith('.png') && !KEPT.includes(path.basename(file, '.png'))) fs.rmSync(path.join(OUT, file))
  }
}

function partOf({ path: url }: Shot): string {
  const [first, second] = url.split('/').slice(1)
  return PARTS[first === 'subpackages' ? second! : first!] ?? url
}

async function firstPage(context: BrowserContext, look: Look, address: string, fresh: boolean): Promise<Page> {
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  await page.goto(address)
  await page.locator('.screen').last().waitFor()
  await page.evaluate(type => {
    localStorage.setItem('settings', JSON.stringify({ data: { version: 1, settings: { type } } }))
  }, look.step)
  if (!fresh) await seedStudy(page, NOW.getTime())
  return page
}

main().catch(error => process.exit(sayWhy(error)))
