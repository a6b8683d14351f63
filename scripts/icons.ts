import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { launchChromium } from '../tests/browser/chromium'
import { ICONS, iconSvg, type ObjectShapes } from './build/icon-drawing'

/** The object that stands for the app: the boat of 1921. */
const OBJECT = 'boat'
const TO = 'src/icons'

/** Draws the icons of the web app anew, when the object or the colours have changed. */
async function main(): Promise<void> {
  const objects = parse(fs.readFileSync('content/objects.yml', 'utf8')) as (ObjectShapes & { id: string })[]
  const object = objects.find(({ id }) => id === OBJECT)
  if (!object) throw new Error(`content/objects.yml 里没有 ${OBJECT}`)
  fs.mkdirSync(TO, { recursive: true })
  const browser = await launchChromium()
  try {
    for (const [name, drawing] of Object.entries(ICONS)) {
      const { size } = drawing
      const page = await browser.newPage({ viewport: { width: size, height: size } })
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${iconSvg(object, drawing)}`)
      await page.screenshot({ path: path.join(TO, `${name}.png`), omitBackground: true })
      await page.close()
      console.log(`${TO}/${name}.png`)
    }
  } finally {
    await browser.close()
  }
}

void main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
