import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COLOURS as TOKENS } from '../../../../src/styles/tokens.ts'
import type { Cover } from './cover.ts'
import { episodeCovers } from './episode-covers.ts'
import { PERIOD_COVERS } from './period-covers.ts'
import { SHELF_COVERS } from './shelf-covers.ts'

/** Every cover that there is. @param objects the text of content/objects.yml */
export function coversOf(objects: string): Cover[] {
  return [...SHELF_COVERS, ...PERIOD_COVERS, ...episodeCovers(objects)]
}

const { light, dark } = TOKENS
/** The app's own colours. They are written into the file: a native picture view knows no CSS variables. */
const COLOURS = {
  light: { paper: light.paper, ink: light['ink-2'], red: light.red },
  dark: { paper: dark.surface, ink: dark['ink-2'], red: dark.red },
}

export type Theme = keyof typeof COLOURS

/** What is drawn on a cover, in the colours of a theme, without its paper. */
function strokes({ draw }: Cover, theme: Theme): string {
  const colours = COLOURS[theme]
  const drawing = draw()
    .replace(/-?\d+\.\d{2,}/g, n => String(Math.round(Number(n) * 10) / 10))
    .replace(
      /(stroke|fill)="(paper|ink|red)"/g,
      (_, what: string, name: keyof typeof colours) => `${what}="${colours[name]}"`,
    )
  return `<g fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</g>`
}

function svg(width: number, inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 360" role="img">${inner}</svg>`
}

/** A cover as one SVG file of about 3 kB in the colours of a theme, its alt text as title. */
export function coverSvg(cover: Cover, theme: Theme): string {
  const { alt, width = 480 } = cover
  const paper = `<path fill="${COLOURS[theme].paper}" d="M0 0h${width}v360H0z"/>`
  return `${svg(width, `<title>${alt}</title>${paper}${strokes(cover, theme)}`)}
`
}

/** Writes every cover twice, `<name>.svg` and `<name>.dark.svg`, and `index.json`: name → alt text, for whoever shows them; what is drawn no more goes. */
export function writeCovers(folder: string, covers: readonly Cover[]): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith('.svg')) rmSync(join(folder, name))
  for (const cover of covers) {
    writeFileSync(join(folder, `${cover.name}.svg`), coverSvg(cover, 'light'))
    writeFileSync(join(folder, `${cover.name}.dark.svg`), coverSvg(cover, 'dark'))
  }
  // In the main package on WeChat: nothing but what is shown.
  const index = Object.fromEntries(covers.map(({ name, alt }) => [name, alt]))
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
}
