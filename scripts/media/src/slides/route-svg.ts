import { escapeHtml } from './escape.ts'
import { placeLabels, type Point } from './label-places.ts'

export interface Stop {
  name: string
  x: number
  y: number
}

const WIDTH = 1024
const HEIGHT = 430
const EDGE = 70
/** A narrow route may be drawn this much wider than it was given; it is a scheme, and names need room. */
const WIDEN = 5

/** Spreads the stops over the picture; only their relative places mean anything. */
function placed(stops: readonly Stop[]): Point[] {
  const xs = stops.map(s => s.x)
  const ys = stops.map(s => s.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const across = Math.max(...xs) - left || 1
  const down = Math.max(...ys) - top || 1
  const [fitX, fitY] = [(WIDTH - 2 * EDGE) / across, (HEIGHT - 2 * EDGE) / down]
  const scaleX = Math.min(fitX, fitY * WIDEN)
  const scaleY = Math.min(fitY, fitX * WIDEN)
  return stops.map(s => ({
    x: (WIDTH - across * scaleX) / 2 + (s.x - left) * scaleX,
    y: (HEIGHT - down * scaleY) / 2 + (s.y - top) * scaleY,
  }))
}

/** Stretches between stops, each bowed a little to one side, then the other. */
function bowed(points: readonly Point[]): string[] {
  return points.slice(1).map((to, i) => {
    const from = points[i]!
    const bow = (i % 2 === 0 ? 1 : -1) * 0.08
    const cx = (from.x + to.x) / 2 - (to.y - from.y) * bow
    const cy = (from.y + to.y) / 2 + (to.x - from.x) * bow
    return `M${from.x.toFixed(1)} ${from.y.toFixed(1)} Q${cx.toFixed(1)} ${cy.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`
  })
}

/** A schematic route: stops in order along a red thread. No borders, rivers or scale; it says so on the slide. `reached` stops are in full colour. */
export function routeSvg(stops: readonly Stop[], reached: number): string {
  const points = placed(stops)
  const labels = placeLabels(
    points,
    stops.map(s => s.name),
    WIDTH,
    HEIGHT,
  )
  const lines = bowed(points).map((d, i) => {
    const ahead = i + 1 < reached ? '' : 'stroke-dasharray="2 14" opacity=".4"'
    return `<path d="${d}" fill="none" stroke="var(--red)" stroke-width="5" stroke-linecap="round" ${ahead}/>`
  })
  const marks = stops.map(({ name }, i) => {
    const on = i < reached
    const { x, y } = points[i]!
    const label = labels[i]!
    // A place that the route passes twice is named once.
    const named = stops.findIndex(s => s.name === name) === i
    const text = named
      ? `<text x="${label.x.toFixed(1)}" y="${label.y.toFixed(1)}" text-anchor="${label.anchor}" font-size="34" fill="var(--ink)" stroke="var(--paper)" stroke-width="8" paint-order="stroke">${escapeHtml(name)}</text>`
      : ''
    return `<g ${on ? '' : 'class="dim"'}><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="12" fill="${on ? 'var(--red)' : 'var(--paper)'}" stroke="var(--red)" stroke-width="4"/>${text}</g>`
  })
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">${lines.join('')}${marks.join('')}</svg>`
}
