import { escapeHtml } from './escape.ts'

export interface Stop {
  name: string
  x: number
  y: number
}

const WIDTH = 1024
const HEIGHT = 420
const EDGE = 70

/** Spreads the stops over the picture, keeping their proportions; only their relative places mean anything. */
function placed(stops: readonly Stop[]): { x: number; y: number }[] {
  const xs = stops.map(s => s.x)
  const ys = stops.map(s => s.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const across = Math.max(...xs) - left || 1
  const down = Math.max(...ys) - top || 1
  const scale = Math.min((WIDTH - 2 * EDGE) / across, ((HEIGHT - 2 * EDGE) / down) * 1.6)
  const tall = Math.min(scale, (HEIGHT - 2 * EDGE) / down)
  return stops.map(s => ({
    x: (WIDTH - across * scale) / 2 + (s.x - left) * scale,
    y: (HEIGHT - down * tall) / 2 + (s.y - top) * tall,
  }))
}

/** A line through the points that bends gently: each stretch is a quadratic curve bowed to one side, then the other. */
function bowed(points: { x: number; y: number }[]): string[] {
  return points.slice(1).map((to, i) => {
    const from = points[i]!
    const bow = (i % 2 === 0 ? 1 : -1) * 0.08
    const cx = (from.x + to.x) / 2 - (to.y - from.y) * bow
    const cy = (from.y + to.y) / 2 + (to.x - from.x) * bow
    return `M${from.x.toFixed(1)} ${from.y.toFixed(1)} Q${cx.toFixed(1)} ${cy.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`
  })
}

/** Whether a name stands above or below its dot: away from where its neighbours lie. */
function labelSide(points: { x: number; y: number }[], i: number): number {
  const self = points[i]!
  const neighbours = points.filter((p, k) => k !== i && Math.hypot(p.x - self.x, p.y - self.y) < 220)
  const above = neighbours.filter(p => p.y < self.y).length
  const side = above > neighbours.length - above ? 1 : -1
  if (self.y < 70) return 1
  if (self.y > HEIGHT - 70) return -1
  return side
}

/** A schematic route: stops in order along a red thread. No borders, rivers or scale; it says so on the slide. `reached` stops are in full colour. */
export function routeSvg(stops: readonly Stop[], reached: number): string {
  const points = placed(stops)
  const lines = bowed(points).map(
    (d, i) =>
      `<path d="${d}" fill="none" stroke="var(--red)" stroke-width="5" stroke-linecap="round" ${i + 1 < reached ? '' : 'stroke-dasharray="2 14" opacity=".4"'}/>`,
  )
  const dots = points.map((p, i) => {
    const on = i < reached
    const anchor = p.x < 110 ? 'start' : p.x > WIDTH - 110 ? 'end' : 'middle'
    const y = p.y + (labelSide(points, i) > 0 ? 48 : -26)
    return `<g ${on ? '' : 'class="dim"'}><circle cx="${p.x.toFixed(1)}" cy="${p.y.toFixed(1)}" r="12" fill="${on ? 'var(--red)' : 'var(--paper)'}" stroke="var(--red)" stroke-width="4"/>
      <text x="${p.x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" font-size="32" fill="var(--ink)" stroke="var(--paper)" stroke-width="8" paint-order="stroke">${escapeHtml(stops[i]!.name)}</text></g>`
  })
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">${lines.join('')}${dots.join('')}</svg>`
}
