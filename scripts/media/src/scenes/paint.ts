import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser, openStage } from './browser.ts'
import { frameOf, framesOf, type Film } from './film.ts'
import { RATE } from './stage.ts'

/** A picture of a film and for how many seconds it stands. */
export interface Still {
  file: string
  seconds: number
}

/** Paints a film into `folder`, one PNG for every frame that differs from the one before. */
export async function paintFilm(film: Film, folder: string): Promise<Still[]> {
  const frames = Array.from({ length: framesOf(film) }, (_, i) => i)
  const stills: Still[] = []
  await painting(async paint => {
    let before = ''
    for (const frame of frames) {
      const svg = frameOf(film, frame)
      if (svg === before) {
        stills.at(-1)!.seconds += 1 / RATE
        continue
      }
      before = svg
      const file = join(folder, `${String(frame).padStart(5, '0')}.png`)
      writeFileSync(file, await paint(svg))
      stills.push({ file, seconds: 1 / RATE })
    }
  })
  return stills
}

/** Opens a browser to paint frames with: an SVG document in, a PNG out. */
export async function painting(work: (paint: (svg: string) => Promise<Buffer>) => Promise<void>): Promise<void> {
  const browser = await openBrowser()
  try {
    const page = await openStage(browser)
    const session = await page.context().newCDPSession(page)
    await work(async svg => {
      await page.evaluate(`document.getElementById('stage').innerHTML = ${JSON.stringify(svg)}`)
      const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
      return Buffer.from(data, 'base64')
    })
  } finally {
    await browser.close()
  }
}
