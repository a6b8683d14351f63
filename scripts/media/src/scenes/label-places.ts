import { SMALLEST, widthOf } from './stage.ts'

export interface Point {
  x: number
  y: number
}

export type Side = 'above' | 'below' | 'left' | 'right'

/** A place on a route: its dot, its name, and the line that may come under the name. */
export interface Labelled extends Point {
  name: string
  note: string
  side?: Side
}

/** Base lines of a name and of the note under it. */
export interface Label {
  name: Point
  note: Point
  anchor: 'start' | 'middle' | 'end'
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const GAP = 22
const LINE = 54

function overlap(a: Box, b: Box): number {
  return (
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
  )
}

function candidate({ x, y, name, note }: Labelled, side: Side): { label: Label; box: Box } {
  const width = Math.max(widthOf(name), widthOf(note))
  const height = note ? 2 * LINE : LINE
  const left = side === 'left' ? x - GAP - width : side === 'right' ? x + GAP : x - width / 2
  const top = side === 'above' ? y - GAP - height : side === 'below' ? y + GAP : y - LINE / 2 - (note ? LINE / 2 : 0)
  const anchor = side === 'left' ? 'end' : side === 'right' ? 'start' : 'middle'
  const at = side === 'left' ? left + width : side === 'right' ? left : x
  const base = top + SMALLEST * 0.95
  return {
    label: { name: { x: at, y: base }, note: { x: at, y: base + LINE }, anchor },
    box: { left, top, right: left + width, bottom: top + height },
  }
}

const SIDES: readonly Side[] = ['above', 'below', 'right', 'left']

/** Where the names stand so that they cover each other, the dots and the way as little as may be, inside `area`. */
export function placeLabels(places: readonly Labelled[], way: readonly Point[], area: Box): Label[] {
  const taken: Box[] = [
    ...places.map(({ x, y }) => ({ left: x - 16, top: y - 16, right: x + 16, bottom: y + 16 })),
    ...way.map(({ x, y }) => ({ left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 })),
  ]
  return places.map(place => {
    const options = (place.side ? [place.side] : SIDES).map(side => {
      const { label, box } = candidate(place, side)
      const inside =
        box.left >= area.left && box.top >= area.top && box.right <= area.right && box.bottom <= area.bottom
      return { label, box, cost: (inside ? 0 : 1e6) + taken.reduce((sum, other) => sum + overlap(box, other), 0) }
    })
    const best = options.reduce((a, b) => (b.cost < a.cost ? b : a))
    taken.push(best.box)
    return best.label
  })
}
