import { drawObject, type Drawings } from './drawing.ts'
import { kindOf } from './kinds.ts'
import { eased, ramp } from './motion.ts'
import type { TimedScene } from './schedule.ts'
import { FRAME, INK, px, RATE, stroke, text, widthOf } from './stage.ts'

/** A film ready to be drawn: every frame follows from this and its number. */
export interface Film {
  scenes: TimedScene[]
  seconds: number
  drawings: Drawings
  /** The machine's label, over the first frames until a second. */
  notice?: { text: string; until: number }
}

export const framesOf = ({ seconds }: Film): number => Math.ceil(seconds * RATE)

function sceneAt({ scenes }: Film, now: number): number {
  return Math.max(
    0,
    scenes.findLastIndex(({ start }) => start <= now + 1e-9),
  )
}

/** The picture above the band at a frame, as SVG without its root. */
export function pictureOf(film: Film, frame: number): string {
  const now = frame / RATE
  const scene = film.scenes[sceneAt(film, now)]!
  const { data, aside, start, end, beats } = scene
  const drawn = kindOf(data).draw(data, { start, end, beats, now, drawings: film.drawings })
  const beside = aside
    ? drawObject(film.drawings.get(aside)!, ASIDE, ramp(now, start + 0.5, Math.min(6, (end - start) * 0.7)))
    : ''
  return drawn + beside + notice(film, now)
}

/** Where an object stands that is drawn beside a scene. */
const ASIDE = { x: 850, y: 258, scale: 2.3 }

function notice({ notice: said }: Film, now: number): string {
  if (!said || now >= said.until) return ''
  const width = widthOf(said.text, 44) + 48
  return (
    `<rect x="${FRAME.margin}" y="474" width="${px(width)}" height="76" rx="12" fill="${INK.sheet}" stroke="${INK.pale}" stroke-width="2"/>` +
    text(said.text, { x: FRAME.margin + 24, y: 528 })
  )
}

/** The band under the picture: paper for the captions, and on its edge how far the story is, a knot for every scene. */
function band(film: Film, now: number): string {
  const { width, height, picture } = FRAME
  const at = sceneAt(film, now)
  const x = (i: number) => (width * (film.scenes[i]?.start ?? film.seconds)) / film.seconds
  const from = x(Math.max(0, at))
  const here = x(at + 1)
  const went = eased(ramp(now, film.scenes[at]!.start, 0.8))
  const red = from + (here - from) * went
  return (
    `<rect x="0" y="${picture}" width="${width}" height="${height - picture}" fill="${INK.sheet}"/>` +
    stroke(`M0 ${picture}H${width}`, 'line', 3) +
    stroke(`M0 ${picture}H${px(red)}`, 'red', 5)
  )
}

/** A whole frame as an SVG document of 1280×720. The same film and number give the same string. */
export function frameOf(film: Film, frame: number): string {
  const { width, height } = FRAME
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${INK.paper}"/>${pictureOf(film, frame)}${band(film, frame / RATE)}</svg>`
}
