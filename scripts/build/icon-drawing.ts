import { COLOURS } from '../../src/styles/tokens'

/** The shapes of one entry of content/objects.yml, on 160 × 120. */
export interface ObjectShapes {
  ink: string
  red: string
}

/** An icon in the app's colours: the day's thread at the left, an object of the library beside it. */
export interface IconDrawing {
  /** Edge in pixels. */
  size: number
  /**
   * Share of the edge that is drawn in: a launcher may cut an icon to a circle of four fifths of its edge, one that is shown
   * as it is may be filled further.
   */
  within: number
  /** Radius of the corners as a share of the edge; 0 where whoever shows it cuts it. */
  round: number
}

const WIDTH = 160
const HEIGHT = 120
/** Place of the thread, left of the object. */
const THREAD = 26

/** The icon as SVG. */
export function iconSvg({ ink, red }: ObjectShapes, { size, within, round }: IconDrawing): string {
  const { paper, ink: line, red: history } = COLOURS.light
  const whole = WIDTH + THREAD
  const scale = (size * within) / whole
  const left = (size - whole * scale) / 2
  const top = (size - HEIGHT * scale) / 2
  const reach = size / scale
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">
<clipPath id="edge"><rect width="${size}" height="${size}" rx="${size * round}"/></clipPath>
<g clip-path="url(#edge)"><rect width="${size}" height="${size}" fill="${paper}"/>
<g transform="translate(${left} ${top}) scale(${scale})" fill="none" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">
<path d="M8 ${-reach} V${reach * 2}" stroke="${history}" stroke-width="4"/>
<circle cx="8" cy="38" r="9" fill="${history}" stroke="none"/>
<g transform="translate(${THREAD} 0)"><g stroke="${line}">${ink}</g><g stroke="${history}" color="${history}">${red.replace(/"red"/g, `"${history}"`)}</g></g>
</g></g></svg>`
}

/** Every icon that the web app names, by its file. */
export const ICONS: Record<string, IconDrawing> = {
  'icon-192': { size: 192, within: 0.84, round: 0.2 },
  'icon-512': { size: 512, within: 0.84, round: 0.2 },
  'maskable-192': { size: 192, within: 0.62, round: 0 },
  'maskable-512': { size: 512, within: 0.62, round: 0 },
  'apple-touch-icon': { size: 180, within: 0.78, round: 0 },
}
