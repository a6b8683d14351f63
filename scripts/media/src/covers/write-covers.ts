import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COLOURS as TOKENS } from '../../../../src/styles/tokens.ts'
import type { Cover } from './cover.ts'
import { FLAGSHIP_COVERS } from './flagship-covers.ts'
import { PERIOD_COVERS } from './period-covers.ts'
import { SHELF_COVERS } from './shelf-covers.ts'

export const COVERS: readonly Cover[] = [...SHELF_COVERS, ...PERIOD_COVERS, ...FLAGSHIP_COVERS]

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

/** The picture of a period on nothing, to stand on a slide; empty for an unknown period. */
export function periodPicture(period: string): string {
  const cover = PERIOD_COVERS.find(c => c.name === `period-${period}`)
  return cover ? svg(cover.width ?? 480, strokes(cover, 'light')) : ''
}

/** Writes every cover twice, `<name>.svg` and `<name>.dark.svg`, and `index.json`: name → alt text, for whoever shows them. */
export function writeCovers(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const cover of COVERS) {
    writeFileSync(join(folder, `${cover.name}.svg`), coverSvg(cover, 'light'))
    writeFileSync(join(folder, `${cover.name}.dark.svg`), coverSvg(cover, 'dark'))
  }
  const index = Object.fromEntries(COVERS.map(({ name, alt, width = 480 }) => [name, { alt, width, height: 360 }]))
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
}
