import fc from 'fast-check'
import { dragTo, startDrag } from '@/subpackages/exam/run/drag'

/** Lines under each other, `gap` apart. */
function lines(heights: number[], gap = 12, top = 200) {
  let y = top
  return heights.map(height => {
    const rect = { top: y, bottom: y + height }
    y += height + gap
    return rect
  })
}

test('a line changes places with a neighbour when the finger has passed its middle, not before', () => {
  const drag = startDrag(lines([60, 60, 60, 60]), 0)
  expect(dragTo(drag, 301).at).toBe(0)
  expect(dragTo(drag, 303).at).toBe(1)
  expect(dragTo(drag, 9999).at).toBe(3)
  expect(dragTo(startDrag(lines([60, 60, 60, 60]), 3), 0).at).toBe(0)
})

test('a finger that stands still moves nothing more, however different the heights', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 44, max: 300 }), { minLength: 1, maxLength: 6 }),
      fc.nat(5),
      fc.integer({ min: 0, max: 2500 }),
      (heights, from, y) => {
        const once = dragTo(startDrag(lines(heights), from % heights.length), y)
        expect(dragTo(once, y)).toBe(once)
        expect([...once.heights].sort()).toEqual([...heights].sort())
      },
    ),
  )
})
