/** A line being dragged through a list of lines of different heights. */
export interface Drag {
  /** Heights in the present order, px. */
  heights: number[]
  /** Top of the list and space between lines, px. */
  top: number
  gap: number
  /** Where the dragged line is now. */
  at: number
}

/** Takes hold of line `at` of lines that were measured. */
export function startDrag(rects: readonly { top: number; bottom: number }[], at: number): Drag {
  const [first, second] = rects
  const gap = first && second ? second.top - first.bottom : 0
  return { heights: rects.map(rect => rect.bottom - rect.top), top: first?.top ?? 0, gap, at }
}

/** The drag with the finger at `y`: the line changes places with each neighbour whose middle the finger has passed. */
export function dragTo(drag: Drag, y: number): Drag {
  const heights = drag.heights.slice()
  let at = drag.at
  const middle = (index: number) =>
    drag.top + heights.slice(0, index).reduce((sum, height) => sum + height + drag.gap, 0) + heights[index]! / 2
  const swap = (to: number) => {
    heights.splice(to, 0, ...heights.splice(at, 1))
    at = to
  }
  while (at > 0 && y < middle(at - 1)) swap(at - 1)
  while (at < heights.length - 1 && y > middle(at + 1)) swap(at + 1)
  return at === drag.at ? drag : { ...drag, heights, at }
}
