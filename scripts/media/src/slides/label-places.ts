export interface Point {
  x: number
  y: number
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Label extends Point {
  anchor: 'start' | 'middle' | 'end'
}

const LETTER = 34
const GAP = 24

function overlap(a: Box, b: Box): number {
  return (
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
  )
}

function candidates({ x, y }: Point, width: number): { label: Label; box: Box }[] {
  const box = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + LETTER })
  return [
    { label: { x, y: y - GAP, anchor: 'middle' }, box: box(x - width / 2, y - GAP - LETTER * 0.85) },
    { label: { x, y: y + GAP + LETTER * 0.7, anchor: 'middle' }, box: box(x - width / 2, y + GAP - LETTER * 0.15) },
    { label: { x: x + GAP, y: y + LETTER * 0.36, anchor: 'start' }, box: box(x + GAP, y - LETTER * 0.5) },
    { label: { x: x - GAP, y: y + LETTER * 0.36, anchor: 'end' }, box: box(x - GAP - width, y - LETTER * 0.5) },
  ]
}

/** Where the names of a route's stops stand so that they cover each other, the dots and the lines as little as may be; `width` and `height` are those of the picture. */
export function placeLabels(
  points: readonly Point[],
  names: readonly string[],
  width: number,
  height: number,
): Label[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 14, top: y - 14, right: x + 14, bottom: y + 14 }))
  // A line is taken as a row of small boxes.
  points.slice(1).forEach((to, i) => {
    const from = points[i]!
    for (let t = 0.1; t < 1; t += 0.1) {
      const [x, y] = [from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t]
      taken.push({ left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 })
    }
  })
  return points.map((point, i) => {
    const options = candidates(point, [...names[i]!].length * LETTER).map(({ label, box }) => {
      const outside = box.left < 0 || box.top < 0 || box.right > width || box.bottom > height
      return { label, box, cost: (outside ? 1e6 : 0) + taken.reduce((sum, other) => sum + overlap(box, other), 0) }
    })
    const best = options.reduce((a, b) => (b.cost < a.cost ? b : a))
    taken.push(best.box)
    return best.label
  })
}
