/** The few strokes that all covers are drawn with, so that they look like one hand. Coordinates are those of a 480×360 cover. */

/** A thin ink line. */
export function ink(d: string, width = 2): string {
  return `<path d="${d}" fill="none" stroke="var(--ink)" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}

/** A pale ink wash. */
export function wash(d: string, opacity = 0.12): string {
  return `<path d="${d}" fill="var(--ink)" opacity="${opacity}"/>`
}

/** The red thread that runs through every cover. */
export function thread(d: string): string {
  return `<path d="${d}" fill="none" stroke="var(--red)" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`
}

/** A knot on the thread. */
export function knot(x: number, y: number, r = 7): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="var(--red)" stroke="var(--paper)" stroke-width="3"/>`
}

/** A row of strokes along x, each drawn by `stroke`. */
export function row(from: number, to: number, count: number, stroke: (x: number, i: number) => string): string {
  return Array.from({ length: count }, (_, i) => stroke(from + ((to - from) * i) / Math.max(1, count - 1), i)).join('')
}

/** A wave line across the cover at height y. */
export function wave(y: number, swing: number, from = 0, to = 480, step = 60): string {
  let d = `M${from} ${y}`
  for (let x = from; x < to; x += step) d += ` q${step / 2} ${-swing} ${step} 0`
  return d
}
