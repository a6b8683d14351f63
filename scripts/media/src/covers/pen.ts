/**
 * The few strokes that all covers are drawn with, so that they look like one hand.
 * Coordinates are those of a 480×360 cover; `ink`, `paper` and `red` become colours when a cover is written (write-covers.ts).
 */

/** A thin ink line. */
export function ink(d: string, width = 2): string {
  return `<path d="${d}" stroke="ink"${width === 2 ? '' : ` stroke-width="${width}"`}/>`
}

/** A pale ink wash. */
export function wash(d: string, opacity = 0.12): string {
  return `<path d="${d}" fill="ink" opacity="${opacity}" stroke="none"/>`
}

/** A thing in ink outline that hides what is behind it. */
export function solid(d: string): string {
  return `<path d="${d}" fill="paper" stroke="ink"/>`
}

/** The red thread that runs through every cover. */
export function thread(d: string): string {
  return `<path d="${d}" stroke="red" stroke-width="3"/>`
}

/** A knot on the thread. */
export function knot(x: number, y: number, r = 7): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="red" stroke="paper" stroke-width="3"/>`
}

/** An ink circle, as a path to be put into another one. */
export function ring(x: number, y: number, r: number): string {
  return `M${x - r} ${y} a${r} ${r} 0 1 0 ${2 * r} 0 a${r} ${r} 0 1 0 ${-2 * r} 0`
}

/** A row of things along x, each drawn by `each`; `each` may give paths or whole strokes. */
export function row(from: number, to: number, count: number, each: (x: number, i: number) => string): string {
  return Array.from({ length: count }, (_, i) => each(from + ((to - from) * i) / Math.max(1, count - 1), i)).join('')
}

/** A wave line across the cover at height y. */
export function wave(y: number, swing: number, from = 0, to = 480, step = 60): string {
  let d = `M${from} ${y}`
  for (let x = from; x < to; x += step) d += ` q${step / 2} ${-swing} ${step} 0`
  return d
}

/** The same drawing somewhere else, larger or smaller. */
export function placed(drawing: string, x: number, y: number, scale = 1): string {
  return `<g transform="translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}">${drawing}</g>`
}
