import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { COLOURS } from '../../../../src/styles/tokens.ts'
import { openBrowser } from '../scenes/browser.ts'
import type { Cover } from './cover.ts'
import { coverSvg } from './write-covers.ts'

/** Side of a picture, px: what a lock screen shows is square. */
const SIDE = 512

/**
 * Paints the covers of series and episodes as square PNG files into `folder`: WeChat's native player takes no SVG and
 * fetches its picture from the media host. @returns how many
 */
export async function writePictures(folder: string, covers: readonly Cover[]): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const shown = covers.filter(({ name }) => /^(e|series)-/.test(name))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } })
    for (const cover of shown) {
      const style = `margin:0;height:${SIDE}px;display:flex;align-items:center;background:${COLOURS.light.paper}`
      await page.setContent(`<style>svg{width:100%}</style><body style="${style}">${coverSvg(cover, 'light')}</body>`)
      await page.screenshot({ path: join(folder, `${cover.name}.png`) })
    }
  } finally {
    await browser.close()
  }
  return shown.length
}
