import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { paths } from '../paths.ts'
import { FRAME } from './stage.ts'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Opens the machine's own Chromium (or the one named by `CHROMIUM`). Throws with what to install when there is none. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find(existsSync)
  if (!executablePath) throw new Error('films need a Chromium: install one, or set CHROMIUM to its path')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text'],
  })
}

/** The two faces of the films, from packages: the same letters on every machine. */
const FONTS = {
  serif: 'scripts/media/node_modules/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
}

const SITE = 'http://film.invalid/'

/** An empty stage of 1280×720 with the films' faces loaded. Throws when a face is not installed. */
export async function openStage(browser: Browser): Promise<Page> {
  const { width, height } = FRAME
  const page = await browser.newPage({ viewport: { width, height } })
  const faces = Object.keys(FONTS).map(
    face => `@font-face { font-family: film-${face}; src: url(${SITE}${face}) } .${face} { font-family: film-${face} }`,
  )
  const html = `<!doctype html><meta charset="utf-8"><style>* { margin: 0 } body { width: ${width}px; height: ${height}px; overflow: hidden } svg { display: block } ${faces.join(' ')}</style><div id="stage"></div>`
  await page.route(`${SITE}**`, route => {
    const face = route.request().url().slice(SITE.length) as keyof typeof FONTS
    return face in FONTS
      ? route.fulfill({ body: readFileSync(join(paths.root, FONTS[face])), contentType: 'font/otf' })
      : route.fulfill({ body: html, contentType: 'text/html' })
  })
  await page.goto(SITE)
  const loaded = await page.evaluate(
    `Promise.all(${JSON.stringify(Object.keys(FONTS))}.map(it => document.fonts.load('44px film-' + it, '党史'))).then(it => it.every(them => them.length > 0))`,
  )
  if (loaded !== true) throw new Error('a face of the films cannot be loaded')
  return page
}
