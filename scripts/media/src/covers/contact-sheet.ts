import { writeFileSync } from 'node:fs'
import { openBrowser } from '../scenes/browser.ts'
import type { Cover } from './cover.ts'
import { coverSvg, type Theme } from './write-covers.ts'

/** px; the small one is what a row of a list shows. */
const LARGE = 132
const SMALL = 44
const COLUMNS = 7

const STYLE = `
  body { margin: 0; padding: 20px; background: #d0c7b9; color: #1f1a14; font: 13px/1.3 sans-serif; width: ${COLUMNS * (2 * LARGE + 24)}px }
  main { display: flex; flex-wrap: wrap; gap: 14px 20px }
  figure { margin: 0; width: ${2 * LARGE + 4}px }
  div { display: flex; flex-wrap: wrap; gap: 4px }
  svg { display: block; border-radius: 4px }
  figcaption { display: flex; gap: 4px; align-items: center; margin-top: 4px }
`

const sized = (svg: string, width: number) => svg.replace('<svg ', `<svg width="${width}" `)

/**
 * Paints every cover, light and dark and as small as in a row, into one WebP for people to look at.
 * @param titles what is written under a cover, by its name; the name alone without
 */
export async function writeContactSheet(
  file: string,
  covers: readonly Cover[],
  titles: ReadonlyMap<string, string>,
): Promise<void> {
  const figures = covers.map(cover => {
    const at = (theme: Theme, width: number) => sized(coverSvg(cover, theme), width)
    const wide = (cover.width ?? 480) > 480
    const [large, small] = wide ? [2 * LARGE + 4, 2 * SMALL] : [LARGE, SMALL]
    return `<figure><div>${at('light', large)}${at('dark', large)}</div><figcaption>${at('light', small)}${at('dark', small)}<span>${cover.name} ${titles.get(cover.name) ?? ''}</span></figcaption></figure>`
  })
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: COLUMNS * (2 * LARGE + 24) + 40, height: 800 } })
    await page.setContent(`<style>${STYLE}</style><main>${figures.join('')}</main>`)
    const height = (await page.evaluate('document.documentElement.scrollHeight')) as number
    // Playwright writes no WebP; the browser does.
    const chromium = await page.context().newCDPSession(page)
    const { data } = await chromium.send('Page.captureScreenshot', {
      format: 'webp',
      quality: 80,
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: page.viewportSize()!.width, height, scale: 1 },
    })
    writeFileSync(file, Buffer.from(data, 'base64'))
  } finally {
    await browser.close()
  }
}
