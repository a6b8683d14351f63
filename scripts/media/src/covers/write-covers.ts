import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { COVERS, type Cover } from './motifs.ts'

/** A cover as one SVG file of about 2 kB: light and dark by the reader's system, its alt text as title. */
export function coverSvg({ alt, draw }: Cover): string {
  const style =
    ':root{--paper:#faf6ee;--ink:#5b5145;--red:#a8261b}@media(prefers-color-scheme:dark){:root{--paper:#1f1b16;--ink:#c4b8a6;--red:#f08a7d}}'
  const drawing = draw().replace(/-?\d+\.\d{2,}/g, n => String(Math.round(Number(n) * 10) / 10))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 360" role="img"><title>${alt}</title><style>${style}</style><path fill="var(--paper)" d="M0 0h480v360H0z"/>${drawing}</svg>\n`
}

/** Writes every cover and `alt.yml`, which the app reads for screen readers. */
export function writeCovers(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const cover of COVERS) writeFileSync(join(folder, `${cover.name}.svg`), coverSvg(cover))
  writeFileSync(
    join(folder, 'alt.yml'),
    '# Written by `npm run media:covers`: what a screen reader says of each cover.\n' +
      stringify(Object.fromEntries(COVERS.map(c => [c.name, c.alt]))),
  )
}
