import type { Browser } from 'playwright-core'

export interface Picture {
  name: string
  /** The part of the app that it belongs to; pictures of a part stand together. */
  part: string
  png: Buffer
}

/** px: how wide one picture is on the sheet, and how many stand in a row. */
interface Measures {
  width: number
  columns: number
}

const STYLE = `
  body { margin: 0; padding: 24px; background: #d0c7b9; color: #1f1a14; font: 15px/1.4 sans-serif; }
  h1 { margin: 0 0 16px; font: 600 24px/1.3 serif; }
  h2 { margin: 20px 0 8px; font: 600 19px/1.3 serif; }
  .row { display: flex; flex-wrap: wrap; gap: 16px 14px; }
  figure { margin: 0; }
  img { display: block; border-radius: 8px; }
  figcaption { margin-top: 4px; font-size: 13px; }
`

/** All pictures of a look on one WebP, part by part, each under its name. */
export async function contactSheet(
  browser: Browser,
  title: string,
  pictures: Picture[],
  { width, columns }: Measures,
): Promise<Buffer> {
  const parts = [...new Set(pictures.map(it => it.part))]
  const figure = ({ name, png }: Picture) =>
    `<figure><img width="${width}" src="data:image/png;base64,${png.toString('base64')}"><figcaption>${name}</figcaption></figure>`
  const body = parts.map(
    part =>
      `<h2>${part}</h2><div class="row">${pictures
        .filter(it => it.part === part)
        .map(figure)
        .join('')}</div>`,
  )
  const context = await browser.newContext({ viewport: { width: columns * (width + 14) + 34, height: 800 } })
  const page = await context.newPage()
  await page.setContent(`<style>${STYLE}</style><h1>${title}</h1>${body.join('')}`, { waitUntil: 'load' })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  // Playwright writes no WebP; the browser does.
  const chromium = await context.newCDPSession(page)
  const { data } = await chromium.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 70,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: page.viewportSize()!.width, height, scale: 1 },
  })
  await context.close()
  return Buffer.from(data, 'base64')
}
